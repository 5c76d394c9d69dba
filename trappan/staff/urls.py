from django.urls import path

from trappan.staff import views

app_name = "staff"
urlpatterns = [
    path("memberships/", views.memberships, name="memberships"),
    path("units/", views.units, name="units"),
    path("memberships/<int:membership_id>/confirm/", views.confirm, name="confirm"),
    path("memberships/<int:membership_id>/end/", views.end, name="end"),
]
