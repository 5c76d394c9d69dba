from django.urls import path

from trappan.plans.views import goal, ladder, mapping, plan, plan_document, self_rating, signs, step, week

app_name = "plans"
urlpatterns = [
    path("people/<int:person_id>/signs/", signs.signs, name="signs"),
    path("people/<int:person_id>/step/", step.step, name="step"),
    path("steps/<int:move_id>/correct/", step.correct, name="correct"),
    path("frames/", ladder.frames, name="frames"),
    path("frames/draft/", ladder.draft, name="ladder"),
    path("frames/draft/use/", ladder.use, name="use_ladder"),
    path("cases/<int:case_id>/mapping/", mapping.mapping, name="mapping"),
    *mapping.MAPPING.paths,
    path("cases/<int:case_id>/own-view/", self_rating.ratings, name="ratings"),
    path("cases/<int:case_id>/plan/", plan.plan, name="plan"),
    *plan.PLAN.paths,
    path("cases/<int:case_id>/plan/week/", week.week, name="week"),
    path("goals/<int:goal_id>/", goal.goal, name="goal"),
    path("plans/<int:plan_id>/", plan_document.decided, name="decided"),
    path("plans/<int:plan_id>/plan.pdf", plan_document.document, name="document"),
    path("plans/<int:plan_id>/easy.pdf", plan_document.easy, name="easy"),
]
