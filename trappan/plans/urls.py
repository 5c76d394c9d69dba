from django.urls import path

from trappan.plans.views import (
    case,
    document,
    draft,
    handover,
    journal,
    ladder,
    mapping,
    meeting,
    plan,
    referral,
    stall,
)

app_name = "plans"
urlpatterns = [
    path("people/<int:person_id>/case/", case.open_case, name="open_case"),
    path("people/<int:person_id>/step/", ladder.step, name="step"),
    path("steps/<int:move_id>/correct/", ladder.correct, name="correct"),
    path("frames/", ladder.frames, name="frames"),
    path("cases/open/", case.open_as_head, name="open_as_head"),
    path("cases/<int:case_id>/assign/", case.assign, name="assign"),
    path("cases/<int:case_id>/take-over/", case.take_over, name="take_over"),
    path("cases/<str:number>/hand-out/", case.reassign, name="reassign"),
    path("cases/<int:case_id>/mapping/", mapping.mapping, name="mapping"),
    path("cases/<int:case_id>/drafts/<slug:page>/", draft.typed, name="typed"),
    path("cases/<int:case_id>/drafts/<slug:page>/forget/", draft.forget, name="forget"),
    path("cases/<int:case_id>/journal/", journal.journal, name="journal"),
    path("cases/<int:case_id>/stall/", stall.stall, name="stall"),
    path("cases/hand-over/", handover.hand_over, name="hand_over"),
    path("cases/hand-out/", handover.hand_out, name="hand_out"),
    path("hand-overs/", handover.hand_overs, name="hand_overs"),
    path("notes/<int:note_id>/", journal.note, name="note"),
    path("cases/<int:case_id>/meetings/", meeting.meetings, name="meetings"),
    path("meetings/<int:meeting_id>/", meeting.meeting, name="meeting"),
    path("cases/<int:case_id>/referrals/", referral.referrals, name="referrals"),
    path("referrals/<int:referral_id>/", referral.referral, name="referral"),
    path("cases/<int:case_id>/plan/", plan.plan, name="plan"),
    path("plans/parts/<int:part_id>/take-out/", plan.take_out, name="take_out"),
    path("goals/<int:goal_id>/", plan.goal, name="goal"),
    path("plans/<int:plan_id>/plan.pdf", document.document, name="document"),
]
