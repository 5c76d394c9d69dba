from django.urls import path

from trappan.requirement import views

app_name = "requirement"
urlpatterns = [
    path("people/<int:person_id>/requirement/", views.requirement, name="requirement"),
    path("exemptions/<int:exemption_id>/end/", views.end_exemption, name="end_exemption"),
    path("requests/<int:request_id>/received/", views.received, name="received"),
]
