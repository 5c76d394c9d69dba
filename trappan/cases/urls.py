from django.urls import path

from trappan.cases.views import application, away, case, hand_over, leaving, meeting, note, referral, stall

app_name = "cases"
urlpatterns = [
    path("applications/new/", application.receive, name="receive"),
    path("applications/", application.take_in, name="take_in"),
    path("people/<int:person_id>/case/", case.open_case, name="open_case"),
    path("cases/open/", case.open_as_head, name="open_as_head"),
    path("cases/<int:case_id>/assign/", case.assign, name="assign"),
    path("cases/<int:case_id>/take-over/", case.take_over, name="take_over"),
    path("cases/<int:case_id>/hand-out/", case.reassign, name="reassign"),
    path("cases/<int:case_id>/journal/", note.journal, name="journal"),
    *note.NOTE.paths,
    *note.CHANGE.paths,
    path("cases/<int:case_id>/stall/", stall.stall, name="stall"),
    path("cases/hand-over/", hand_over.hand_over, name="hand_over"),
    path("cases/hand-out/", hand_over.hand_out, name="hand_out"),
    path("memberships/<int:membership_id>/end/", leaving.end_membership, name="end_membership"),
    path("hand-overs/", hand_over.hand_overs, name="hand_overs"),
    path("notes/<int:note_id>/", note.note, name="note"),
    path("cases/<int:case_id>/meetings/", meeting.meetings, name="meetings"),
    path("colleagues/away/", away.away, name="away"),
    path("colleagues/away/meetings/<int:meeting_id>/", away.cover, name="cover"),
    path("meetings/<int:meeting_id>/", meeting.meeting, name="meeting"),
    path("cases/<int:case_id>/referrals/", referral.referrals, name="referrals"),
    path("referrals/<int:referral_id>/", referral.referral, name="referral"),
]
