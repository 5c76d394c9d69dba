from django.urls import path, register_converter

from trappan.attendance.views import attendance, day, phone, progress, register, site
from trappan.schedules.addresses import DayConverter

register_converter(DayConverter, "day")

app_name = "attendance"
urlpatterns = [
    path("day/", day.day, name="day"),
    path("day/undo/", day.undo, name="undo"),
    path("day/notice/", day.notice, name="notice"),
    path("day/paper/", register.register, name="register"),
    path("day/phone/", phone.keep, name="phone_list"),
    path("day/offline/", phone.offline, name="offline"),
    path("day/worker.js", phone.worker, name="worker"),
    path("day/app.webmanifest", phone.manifest, name="manifest"),
    path("placements/<int:placement_id>/<day:day>/", attendance.find, name="find"),
    path("people/<int:person_id>/attendance/", attendance.attendance, name="attendance"),
    path("people/<int:person_id>/attendance/pdf/", attendance.month_document, name="month_document"),
    path("here/", site.here, name="here"),
    path("here/<int:placement_id>/", site.there, name="there"),
    path("here/<int:placement_id>/report/", progress.report, name="report"),
    path("here/<int:placement_id>/incident/", progress.incident, name="incident"),
    *progress.REPORT.paths,
    *progress.INCIDENT.paths,
    path("here/<int:placement_id>/step/", progress.step, name="site_step"),
    path("here/<int:placement_id>/goals/<int:goal_id>/", progress.tick, name="tick"),
    path("people/<int:person_id>/progress/", progress.progress, name="progress"),
]
