from django.urls import path

from trappan.activities.views import activity, attendance, calendar, day, placement

app_name = "activities"
urlpatterns = [
    path("activities/", activity.activities, name="activities"),
    path("activities/<int:activity_id>/", activity.activity, name="activity"),
    path("people/<int:person_id>/place/", placement.place, name="place"),
    path("placements/<int:placement_id>/end/", placement.end, name="end"),
    path("placements/<int:placement_id>/", attendance.placement, name="placement"),
    path("placements/<int:placement_id>/<str:day>/", attendance.find, name="find"),
    path("people/<int:person_id>/attendance/", attendance.attendance, name="attendance"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("day/notice/", day.notice, name="notice"),
    path("day/", day.day, name="day"),
]
