from django.urls import path

from trappan.staff.views import colleague, list_file, membership, profile, sign_in, unit

app_name = "staff"
urlpatterns = [
    path("account/sessions/end/", sign_in.end_other_sessions, name="end_other_sessions"),
    path("my-files/", list_file.list_files, name="list_files"),
    path("my-files/<int:list_file_id>/", list_file.list_file, name="list_file"),
    path("profile/", profile.profile, name="profile"),
    path("administration/", unit.organisation, name="organisation"),
    path("colleagues/", colleague.colleagues, name="colleagues"),
    path("colleagues/new/", colleague.make_colleague, name="make_colleague"),
    path("colleagues/<int:colleague_id>/", colleague.colleague, name="colleague"),
    path("colleagues/<int:colleague_id>/letter/", colleague.letter, name="letter"),
    path("memberships/", membership.memberships, name="memberships"),
    path("memberships/back/", membership.back, name="back"),
    path("memberships/<int:membership_id>/confirm/", membership.confirm, name="confirm"),
    path("units/", unit.units, name="units"),
    path("units/new/", unit.make_unit, name="make_unit"),
    path("units/<int:unit_id>/", unit.unit, name="unit"),
    path("units/<int:unit_id>/change/", unit.change_unit, name="change_unit"),
]
