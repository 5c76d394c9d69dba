from django.urls import path

from trappan.assistance import views

app_name = "assistance"
urlpatterns = [
    path("applications/<int:application_id>/result/", views.result, name="result"),
    path("applications/<int:application_id>/take-back/", views.take_back, name="take_back"),
    path("households/", views.households, name="households"),
    path("people/<int:person_id>/support/", views.support, name="support"),
]
