from django.urls import path

from trappan.assistance import views

app_name = "assistance"
urlpatterns = [
    path("applications/new/", views.receive, name="receive"),
    path("applications/<int:application_id>/result/", views.result, name="result"),
    path("households/", views.households, name="households"),
    path("people/<int:person_id>/support/", views.support, name="support"),
]
