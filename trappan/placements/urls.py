from django.urls import path

from trappan.placements.views import calendar, close_activity, close_unit, placement, placements, proposal, way

app_name = "placements"
urlpatterns = [
    path("activities/<int:activity_id>/close/", close_activity.close, name="close"),
    path("units/<int:unit_id>/close/", close_unit.close_unit, name="close_unit"),
    path("people/<int:person_id>/placements/", placements.placements, name="placements"),
    path("people/<int:person_id>/place/", placement.place, name="place"),
    path("placements/<int:placement_id>/end/", placement.end, name="end"),
    path("placements/<int:placement_id>/", placement.placement, name="placement"),
    path("proposals/<int:placement_id>/", proposal.proposal, name="proposal"),
    path("organisations/<int:organisation_id>/way/", way.way, name="way"),
    path("calendar/", calendar.calendar, name="calendar"),
]
