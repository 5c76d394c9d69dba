"""What is done and read in this room, in words: on the person's own way, and in the log."""

from django.utils.translation import gettext_lazy as _

WAY = {
    "cases.open_case": _("Case opened"),
    "cases.assign": _("Got a consultant"),
    "cases.reassign": _("Got another consultant"),
    "cases.hand_over": _("Handed to a colleague, waits for an answer"),
    "cases.receive": _("Received by a colleague"),
    "cases.send_back": _("Sent back to the one who handed it over"),
    "cases.take_back": _("Hand-over taken back"),
    "cases.take_back_handed_out": _("Took back what was handed out"),
    "cases.keep_way": _("The way goes on though the application fell"),
    "cases.stall": _("Said why the case waits"),
    "cases.move_on": _("No longer waits"),
    "cases.write_note": _("Note written in the journal"),
    "cases.correct_note": _("Note corrected"),
    "cases.object_to": _("The person objected to a note"),
    "cases.book_meeting": _("Meeting booked"),
    "cases.cancel_for_away": _("Meeting cancelled by the head, the colleague being away"),
    "cases.move_for_away": _("Meeting moved by the head, the colleague being away"),
    "cases.move_meeting": _("Meeting moved"),
    "cases.keep_meeting": _("Meeting kept though the person is expected elsewhere"),
    "cases.tell_meeting": _("Outcome of a meeting noted"),
    "cases.refer": _("Referred to a supplementary insats"),
    "cases.take_on": _("Referral taken on"),
    "cases.assess": _("Assessment with an instrument"),
    "cases.end_referral": _("Supplementary insats ended"),
}

LOG = {
    "cases.change_note": _("Note changed"),
    "cases.open_as_head": _("File opened by the head"),
    "cases.read_return": _("Returned case read"),
    "cases.see_away": _("Colleagues who are away"),
    "cases.see_assign": _("Responsible"),
    "cases.see_caseload": _("Cases to hand over"),
    "cases.see_hand_overs": _("Hand-overs"),
    "cases.see_open_case": _("Open case"),
    "cases.see_journal": _("Journal"),
    "cases.see_meetings": _("Meetings"),
    "cases.see_referral": _("Supplementary insatser"),
    "cases.see_stall": _("Why it waits"),
    "cases.take_over": _("Taken over from a colleague who has left"),
}
