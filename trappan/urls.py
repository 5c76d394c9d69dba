"""Addresses: each room's own list."""

from django.urls import include, path

from trappan.demo.views import step_up
from trappan.messages.state import of_channels, of_reminders
from trappan.ui import views
from trappan.worker.views import health

handler403 = views.forbidden
handler404 = views.not_found
handler429 = views.too_often
handler500 = views.failed

urlpatterns = [
    path("", include("trappan.desk.urls")),
    path("", include("trappan.staff.urls")),
    path("", include("trappan.rules.urls")),
    path("", include("trappan.people.urls")),
    path("", include("trappan.assistance.urls")),
    path("", include("trappan.partnerships.urls")),
    path("", include("trappan.messages.urls")),
    path("", include("trappan.employers.urls")),
    path("", include("trappan.cases.urls")),
    path("", include("trappan.plans.urls")),
    path("", include("trappan.activities.urls")),
    path("", include("trappan.placements.urls")),
    # Before attendance, which has a day in words at the end of a placement's address.
    path("", include("trappan.agreements.urls")),
    path("", include("trappan.attendance.urls")),
    path("", include("trappan.requirement.urls")),
    path("", include("trappan.matching.urls")),
    path("", include("trappan.outcomes.urls")),
    path("", include("trappan.insight.urls")),
    path("", include("trappan.initiatives.urls")),
    path("", include("trappan.projects.urls")),
    path("", include("trappan.exchange.urls")),
    path("", include("trappan.portal.urls")),
    # Under the own pages, where the browser shows what it is signed in by.
    path("me/demo/", step_up, name="demo_step_up"),
    path("demo/", include("trappan.demo.urls")),
    path("account/", include("trappan.staff.account_urls")),
    path("language/", views.set_language, name="set_language"),
    path("parts/", views.parts, name="parts"),
    path("health/", health, {"beside": {"reminders": of_reminders, "messages": of_channels}}, name="health"),
]
