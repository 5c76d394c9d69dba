"""The database's no in the working file, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    "no_plan_for_goal": _("The person has no plan in force that the goal can stand in. Ask the consultant."),
    "one_step_waits": _("You have already proposed a step, and it waits for an answer."),
    "proposed_step_has_evidence": ("evidence", _("Choose or write what you have seen: a step rests on evidence.")),
    "declined_step_says_why": ("reason", _("Write why not: the site reads it.")),
    "proposed_step_is_decided_once": _("A colleague has already decided it. Load the page again."),
    **PEOPLE_NO,
    "one_open_case": _("The person already has an open case. Work on in that one."),
    "not_a_case_of_the_unit": ("number", _("There is no open case with that number in your unit.")),
    "plan_rests_on_mapping": _("Finish the kartläggning first: a plan rests on it."),
    "plan_rests_on_consultation": _(
        "Write down the consultation with the Employment Service first: the plan is decided after it."
    ),
    "plan_is_draft": _("The plan is decided. Draft the next one and change the week there."),
    "plan_is_open": _("The plan has been replaced or ended. Open the one in force."),
    "one_part_at_a_time": ("times", _("Those times overlap another part of the week.")),
    "part_is_times_or_minutes": ("times", _("Write the times, or how many hours a week it takes.")),
    "ended_plan_says_why": ("reason", _("Write why the plan ends.")),
    "own_words_stay": ("own_words", _("What the person has said is not changed afterwards: new words are added.")),
    "code_of_education": ("education", _("That education was not in use that day. Choose another.")),
    "one_meeting_at_a_time": ("day", _("You are in another meeting then. Choose another time.")),
    "meeting_ends_after_start": ("minutes", _("A meeting lasts at least five minutes.")),
    "one_open_referral_a_unit": ("unit", _("There is already a referral to that unit which has not ended.")),
    "referral_ends_after_start": _("A referral cannot end before it began."),
    "ended_referral_has_a_result": ("result", _("Write what came of it.")),
    "instrument_has_day_and_conclusion": ("conclusion", _("Name the instrument, the day and the conclusion.")),
    "finished_mapping_is_whole": _(
        "A finished kartläggning has the person's own words, an assessment and the fastest way."
    ),
    "one_draft_a_case": _("There is already a draft. Somebody else began it just now: open it and go on from there."),
    "hours_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "one_answer_a_day": (
        "day",
        _("There are already answers on that day. Whoever wrote them can take them back; or choose another day."),
    ),
    "case_is_closed": _("The case is closed."),
    "code_of_statement": ("day", _("One of the statements was not in use that day. Choose another day.")),
    "one_rating_a_day": ("day", _("The step has already been set for that day. Choose another day.")),
    "not_yours_to_hand_over": _(
        "You hand over the cases that you have yourself, while they are open. The head of the unit hands out "
        "the others."
    ),
    "social_worker_has_left": _("The case has a social worker who works here. Ask that colleague to hand it over."),
    "one_hand_over_a_seat": _("The case is already being handed over. Take that back first."),
    "hand_over_is_open": _("It has already been answered, or the case is closed. Look at the list again."),
    "note_is_open": _("The note is locked. Write a note that corrects it: both are kept."),
    "note_says_something": ("fact", _("Write what happened, or what you judge.")),
    "note_of_what_has_happened": ("day", _("A note tells of what has happened: choose a time that has passed.")),
    "plans_note_corrects_id_key": _("The note has already been corrected. Correct the correction."),
    "one_stall_at_a_time": ("starts_on", _("Another reason was given for that time. Choose a later day.")),
    "stall_ends_after_start": ("ends_on", _("It cannot move on before it began to wait.")),
    "code_of_reason": ("reason", _("That reason was not in use that day. Choose another.")),
    "mapped_to_the_main_frame": _("A step of another frame stands for a step of the main one."),
    "case_ends_after_start": _("The case cannot be closed before it was opened."),
}
