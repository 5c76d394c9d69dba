"""The database's no in the working file, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.people.operations import NO as PEOPLE_NO
from trappan.refusals import Sentences

NO: Sentences = {
    **PEOPLE_NO,
    "one_open_case": _("The person already has an open case. Work on in that one."),
    "not_a_case_of_the_unit": ("number", _("There is no open case with that number in your unit.")),
    "plan_rests_on_mapping": _("Finish the kartläggning first: a plan rests on it."),
    "own_words_stay": ("own_words", _("What the person has said is not changed afterwards. Add new words in a note.")),
    "finished_mapping_is_whole": _("A finished kartläggning has the person's own words, an assessment and the fastest way."),
    "one_draft_a_case": _("There is already a draft. Somebody else began it just now: open it and go on from there."),
    "hours_within_full_time": ("weekly_hours", _("Write hours a week as a number between 0 and 40.")),
    "one_rating_a_day": ("day", _("The step has already been set for that day. Choose another day.")),
    "case_ends_after_start": _("The case cannot be closed before it was opened."),
}  # fmt: skip
