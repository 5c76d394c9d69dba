"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "unit_is_open": ("unit", _("The unit is closed, or is to close. Choose another.")),
    "one_open_case": _("The person already has an open case. Work on in that one."),
    "not_a_case_of_the_unit": ("number", _("There is no open case with that number in your unit.")),
    "consultant_of_the_unit": (
        "responsible",
        _("The consultant works at another unit than the one you have chosen. Choose one of its own, or its unit."),
    ),
    "one_meeting_at_a_time": ("day", _("You are in another meeting then. Choose another time.")),
    "person_is_elsewhere": (
        "elsewhere",
        _(
            "The person is expected at an activity at that time. Choose another time, or book it all the same and "
            "tell the site."
        ),
    ),
    "talk_in_a_missed_meeting": (
        "day",
        _("The person did not come to the meeting at that time. Choose when you talked, or change what became of it."),
    ),
    "missed_meeting_of_a_talk": (
        "outcome",
        _("The journal tells of a talk about absence in that meeting. Correct the note first, or say that she came."),
    ),
    "missed_day_of_a_talk": (
        "outcome",
        _("The talk for the kartläggning was held that day. Change its day first, or say that the person came."),
    ),
    "one_open_offer_a_colleague": _("You have just offered the person other times. Look at the page as it is now."),
    "offer_in_an_open_case": _("The case is closed."),
    "no_offer_to_protected": _("Nobody with protected identity has own pages. Ring, and book the meeting yourself."),
    "meeting_ends_after_start": ("minutes", _("A meeting lasts at least five minutes.")),
    "one_open_referral_a_unit": ("unit", _("There is already a referral to that unit which has not ended.")),
    "referral_ends_after_start": _("A referral cannot end before it began."),
    "ended_referral_has_a_result": ("result", _("Write what came of it.")),
    "purpose_is_of_who_asks": _("What is asked is put right by the consultant who works with the person."),
    "purpose_says_why": ("why", _("Write what is asked, and why it is put right.")),
    "referral_is_open": _("The referral has ended. What is written in it stays as it is."),
    "withdrawn_file_says_why": ("why", _("Write why it is withdrawn.")),
    "file_is_withdrawn_once": _("The file has already been withdrawn."),
    "instrument_has_day_and_conclusion": ("conclusion", _("Name the instrument, the day and the conclusion.")),
    "not_yours_to_hand_over": _(
        "You hand over the cases that you have yourself, while they are open. The head of the unit hands out "
        "the others."
    ),
    "unit_comes_after_own": ("to", _("That unit is not said to come after yours, or is not open. Choose another.")),
    "unit_has_something_left": _("Nothing is left to hand over: everything has gone already."),
    "social_worker_has_left": _("The case has a social worker who works here. Ask that colleague to hand it over."),
    "one_hand_over_a_seat": _("The case is already being handed over. Take that back first."),
    "receiver_has_a_meeting": _(
        "Nothing is taken back: the consultant already has a meeting with one of these people. Give that case to "
        "another consultant instead, on the list of the unit's cases."
    ),
    "hand_over_is_open": _("It has already been answered, or the case is closed. Look at the list again."),
    "note_is_open": _("The note is locked. Write a note that corrects it: both are kept."),
    "note_says_something": ("fact", _("Write what happened, or what you judge.")),
    "note_of_what_has_happened": ("day", _("A note tells of what has happened: choose a time that has passed.")),
    "referralnote_says_something": ("fact", _("Write what happened, or what you judge.")),
    "referralnote_of_what_has_happened": (
        "day",
        _("A note tells of what has happened: choose a time that has passed."),
    ),
    "cases_referralnote_corrects_id_key": _("The note has already been corrected. Correct the correction."),
    "study_plan_has_a_goal": ("goal", _("Write where the studies are to lead.")),
    "study_step_ends_after": _("A step of studies cannot end before it begins."),
    "study_step_names_a_course": _("Name what is studied in each step."),
    "work_ability_says_something": ("able", _("Write what works well.")),
    "cases_note_corrects_id_key": _("The note has already been corrected. Correct the correction."),
    "one_stall_at_a_time": ("starts_on", _("Another reason was given for that time. Choose a later day.")),
    "stall_ends_after_start": ("ends_on", _("It cannot move on before it began to wait.")),
    "code_of_reason": ("reason", _("That reason was not in use that day. Choose another.")),
    "kept_case_says_why": ("why", _("Write why plan and way go on.")),
    "case_ends_after_start": ("day", _("The case cannot be closed before it was opened.")),
}
