"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.agreements.operations import NO as AGREEMENTS_NO
from trappan.plans.operations import NO as PLANS_NO
from trappan.refusals import Sentences

FORM_OF_ITS_OWN = _("Choose a kind that belongs to the reason: an internship or a municipal employment is no work.")
NOTHING_TO_FOLLOW = _("There is nothing to follow up: the case is open again, or the work did not last.")
NOT_SO_MANY_MONTHS = _("Nobody is asked so many months after. Look at the page again.")
NO: Sentences = {
    **AGREEMENTS_NO,
    # After it, since a unit that is closed is another sentence of a case than of an activity.
    **PLANS_NO,
    "work_and_studies_name_their_form": ("form", _("Write what kind of work or studies it is.")),
    "kind_is_of_the_reason": ("sub_code", FORM_OF_ITS_OWN),
    "support_form_is_of_the_reason": (
        "support_form",
        _("Choose a support form that belongs to the reason: that of a municipal employment is never work’s."),
    ),
    "code_of_support_form": ("support_form", _("That form could not be chosen on that day. Choose another.")),
    "occupation_where_somebody_began": ("occupation", _("An occupation is said only of somebody who began something.")),
    "code_of_sub_code": ("sub_code", _("That kind could not be chosen on that day. Choose another.")),
    "code_of_source": ("source", _("That could not be chosen on that day. Choose another.")),
    "employer_where_somebody_works": (
        "employer_name",
        _("Leave the employer empty: it belongs to work, internship and municipal employment."),
    ),
    "employer_is_known": ("employer_name", _("Write the employer's name as it stands in the register, or in words.")),
    "named_where_somebody_began": ("named", _("A name is shown only of somebody who began something.")),
    "checked_after_a_month": ("checked_on", _("Check no sooner than a month after the start.")),
    "one_exit_a_case": _("The case is closed."),
    "reopened_says_why": ("why", _("Write why the case is opened again.")),
    "exit_stands": _("The case is open again: this end counts no more, and stays as it was."),
    "corrected_exit_says_why": ("why", _("Write why it is put right.")),
    "studies_finish_after_they_began": ("finished_on", _("The studies cannot be finished before they began.")),
    "studies_have_finished": ("finished_on", _("The day has not come yet.")),
    "one_answer_a_follow_up": _("Somebody has already written down the answer of that time. Look at the page again."),
    "one_try_a_day": ("answer", _("It is already written that nobody was reached on that day.")),
    "followed_end_stands": NOTHING_TO_FOLLOW,
    "followed_as_the_rules_say": NOT_SO_MANY_MONTHS,
    "asked_in_time": _("It is too early to ask."),
    "follow_up_as_it_was_said": _("The person answered something else by the link. Read the page again."),
    "one_follow_up_a_statement": _("Somebody has already taken the answer in. Look at the page again."),
    "followed_in_time": ("day", _("Follow up no sooner than on its day, and on a day that has come.")),
}
