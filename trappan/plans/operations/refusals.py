"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.cases.operations import NO as CASES_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **CASES_NO,
    "no_plan_for_goal": _("The person has no plan in force that the goal can stand in. Ask the consultant."),
    "one_step_waits": _("You have already proposed a step, and it waits for an answer."),
    "proposed_step_has_evidence": ("evidence", _("Choose or write what you have seen: a step rests on evidence.")),
    "declined_step_says_why": ("reason", _("Write why not: the site reads it.")),
    "proposed_step_is_decided_once": _("A colleague has already decided it. Load the page again."),
    "plan_rests_on_mapping": _("Finish the kartläggning first: a plan rests on it."),
    "plan_rests_on_consultation": _(
        "Write down the consultation with the Employment Service first: the plan is decided after it."
    ),
    "own_words_are_the_persons": _("The person has written it on the own pages. Only the person writes it anew."),
    "draft_given_as_it_is": _("The draft was changed meanwhile. Read it once more before you go on."),
    "plans_wordreply_word_id_key": _("It is answered already. Load the page again."),
    "reply_is_written": ("text", _("Write an answer.")),
    "plan_is_draft": _("The plan is decided. Draft the next one and change the week there."),
    "plan_is_open": _("The plan has been replaced or ended. Open the one in force."),
    "one_part_at_a_time": ("times", _("Those times overlap another part of the week.")),
    "part_is_times_or_minutes": ("times", _("Write the times, or how many hours a week it takes.")),
    "ended_plan_says_why": ("reason", _("Write why the plan ends.")),
    "talk_on_a_missed_day": (
        "held_on",
        _("The person did not come to the meeting that day. Choose the day of the talk, or change what became of it."),
    ),
    "own_words_stay": ("own_words", _("What the person has said is not changed afterwards: new words are added.")),
    "code_of_education": ("education", _("That education was not in use that day. Choose another.")),
    "journey_within_three_hours": ("most_travel", _("Write the journey in minutes, from 1 to 180.")),
    "finished_mapping_is_whole": _(
        "A finished kartläggning has the person's own words, an assessment and the fastest way."
    ),
    "one_draft_a_case": _("There is already a draft. Somebody else began it just now: open it and go on from there."),
    "code_of_what": ("what", _("That was not in use that day. Choose another.")),
    "readiness_says_why": ("reason", _("Write why you judge so.")),
    "review_says_what_came_of_it": ("outcome", _("Write what came of it.")),
    "plan_is_in_force": _("The plan has been replaced or ended. Open the one in force."),
    "hours_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "one_answer_a_day": (
        "day",
        _("There are already answers on that day. Whoever wrote them can take them back; or choose another day."),
    ),
    "case_is_closed": _("The case is closed."),
    "code_of_branch_wish": ("branch_wish", _("That was not in use that day. Choose another.")),
    "code_of_needs": ("needs", _("That was not in use that day. Choose another.")),
    "code_of_statement": ("day", _("One of the statements was not in use that day. Choose another day.")),
    "one_rating_a_day": ("day", _("The step has already been set for that day. Choose another day.")),
    "only_administrator_keeps_ladder": _("Only a system administrator changes the staircase."),
    "ladder_kept_by_another": _(
        "The staircase is one for all municipalities here, and another one keeps it. Ask its system administrator."
    ),
    "one_draft_of_the_ladder": _("There is already a draft. Open it, and go on from there."),
    "ladder_of_two_to_ten": ("name_2", _("Write two to ten steps.")),
    "step_has_name_and_signs": _("Each step has a name and at least one sign."),
    "ladder_name_is_there": ("name", _("Another frame has that name. Choose one that tells them apart.")),
    "no_draft_of_the_ladder": _("There is no draft any more. Look at the page as it is now."),
    "every_step_goes_on": _("Say for each step to which of the new ones people go."),
    "mapped_to_the_main_frame": _("A step of another frame stands for a step of the main one."),
}
