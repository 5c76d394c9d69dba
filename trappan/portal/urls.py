from django.urls import path

from trappan.portal.views import (
    absence,
    access,
    eid,
    helpers,
    mandates,
    more,
    plan,
    readings,
    sign_in,
    steps,
    tongue,
    week,
)

app_name = "portal"
urlpatterns = [
    path("people/<int:person_id>/own-pages/", access.access, name="access"),
    path("people/<int:person_id>/own-pages/helpers/", helpers.helpers, name="helpers"),
    path("me/", sign_in.start, name="start"),
    path("me/code/", sign_in.code, name="code"),
    path("me/pin/", sign_in.choose_pin, name="choose_pin"),
    path("me/eid/", eid.eid, name="eid"),
    path("me/eid/back/", eid.eid_back, name="eid_back"),
    path("me/eid/out/", eid.eid_out, name="eid_out"),
    path("me/out/", sign_in.out, name="out"),
    path("me/week/", week.week, name="week"),
    path("me/say/", absence.say, name="say"),
    path("me/said/", absence.said, name="said"),
    path("me/steps/", steps.steps, name="steps"),
    path("me/steps/mine/", plan.own_step, name="own_step"),
    path("me/plan/", plan.plan, name="plan"),
    path("me/plan/draft/", plan.draft, name="draft"),
    path("me/plan/goals/<int:goal_id>/", plan.goal, name="goal"),
    path("me/plan/object/", plan.object_to, name="object"),
    path("me/help/", mandates.helped_by, name="helped_by"),
    path("me/help/new/", mandates.give_help, name="give_help"),
    path("me/who-has-read/", readings.who_has_read, name="who_has_read"),
    path("me/more/", more.more, name="more"),
    path("me/language/", tongue.choose_language, name="choose_language"),
    path("me/words/", tongue.words, name="words"),
]
