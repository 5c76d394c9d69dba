from django.urls import path

from trappan.activities.views import (
    activity,
    attendance,
    calendar,
    catalogue,
    day,
    forecast,
    paper,
    placement,
    progress,
    site,
)

app_name = "activities"
urlpatterns = [
    path("activities/", activity.activities, name="activities"),
    path("activities/<int:activity_id>/", activity.activity, name="activity"),
    path("activities/<int:activity_id>/describe/", catalogue.describe, name="describe"),
    path("activities/<int:activity_id>/groups/", catalogue.groups, name="groups"),
    path("organisations/<int:organisation_id>/way/", catalogue.way, name="way"),
    path("places/weeks/", forecast.outlook, name="forecast"),
    path("day/paper/", paper.register, name="register"),
    path("people/<int:person_id>/place/", placement.place, name="place"),
    path("placements/<int:placement_id>/end/", placement.end, name="end"),
    path("placements/<int:placement_id>/", placement.placement, name="placement"),
    path("placements/<int:placement_id>/<str:day>/", attendance.find, name="find"),
    path("people/<int:person_id>/attendance/", attendance.attendance, name="attendance"),
    path("people/<int:person_id>/attendance/pdf/", attendance.month_document, name="month_document"),
    path("here/", site.here, name="here"),
    path("here/<int:placement_id>/", site.there, name="there"),
    path("here/<int:placement_id>/report/", progress.report, name="report"),
    path("here/<int:placement_id>/incident/", progress.incident, name="incident"),
    path("here/<int:placement_id>/step/", progress.step, name="site_step"),
    path("here/<int:placement_id>/goals/<int:goal_id>/", progress.tick, name="tick"),
    path("people/<int:person_id>/progress/", progress.progress, name="progress"),
    path("proposals/<int:placement_id>/", site.proposal, name="proposal"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("day/notice/", day.notice, name="notice"),
    path("day/", day.day, name="day"),
]
