from django.urls import path

from trappan.plans import views

app_name = "plans"
urlpatterns = [
    path("people/<int:person_id>/case/", views.open_case, name="open_case"),
    path("people/<int:person_id>/step/", views.step, name="step"),
    path("cases/open/", views.open_as_head, name="open_as_head"),
    path("cases/<int:case_id>/assign/", views.assign, name="assign"),
    path("cases/<str:number>/hand-out/", views.reassign, name="reassign"),
    path("cases/<int:case_id>/mapping/", views.mapping, name="mapping"),
    path("cases/<int:case_id>/plan/", views.plan, name="plan"),
    path("plans/<int:plan_id>/plan.pdf", views.document, name="document"),
]
