from django.urls import path

from trappan.assistance import views

app_name = "assistance"
urlpatterns = [
    path("applications/<int:application_id>/result/", views.result, name="result"),
    path("applications/<int:application_id>/take-back/", views.take_back, name="take_back"),
    path("households/", views.households, name="households"),
    path("people/<int:person_id>/support/", views.support, name="support"),
    path("people/<int:person_id>/support/months/", views.months, name="months"),
    path("support/months/<int:month_id>/", views.correct_month, name="correct_month"),
    path("support/elsewhere/<int:elsewhere_id>/", views.correct_elsewhere, name="correct_elsewhere"),
]
