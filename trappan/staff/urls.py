from django.urls import path

from trappan.staff.views import membership, profile, sign_in

app_name = "staff"
urlpatterns = [
    path("account/sessions/end/", sign_in.end_other_sessions, name="end_other_sessions"),
    path("profile/", profile.profile, name="profile"),
    path("memberships/", membership.memberships, name="memberships"),
    path("memberships/back/", membership.back, name="back"),
    path("units/", membership.units, name="units"),
    path("units/<int:unit_id>/", membership.unit, name="unit"),
    path("memberships/<int:membership_id>/confirm/", membership.confirm, name="confirm"),
    path("memberships/<int:membership_id>/end/", membership.end, name="end"),
]
