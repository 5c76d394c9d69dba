from django.urls import path

from trappan.portal.views import absence, access, keep, meetings, papers, readings, sharing, sign_in, steps, week

app_name = "portal"
urlpatterns = [
    path("people/<int:person_id>/own-pages/", access.access, name="access"),
    path("me/", sign_in.start, name="start"),
    path("me/code/", sign_in.code, name="code"),
    path("me/pin/", sign_in.choose_pin, name="choose_pin"),
    path("me/out/", sign_in.out, name="out"),
    path("me/week/", week.week, name="week"),
    path("me/say/", absence.say, name="say"),
    path("me/said/", absence.said, name="said"),
    path("me/meetings/", meetings.meetings, name="meetings"),
    path("me/keep/", keep.keep, name="keep"),
    path("me/messages/", papers.messages, name="messages"),
    path("me/papers/", papers.papers, name="papers"),
    path("me/papers/<int:decision_id>/", papers.decision_paper, name="decision_paper"),
    path("me/share/", sharing.share, name="share"),
    path("me/steps/", steps.steps, name="steps"),
    path("me/who-has-read/", readings.who_has_read, name="who_has_read"),
]
