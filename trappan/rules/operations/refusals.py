"""The database's no in this room, in words."""

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Sentences

NO: Sentences = {
    "only_administrator_keeps_rules": _("Only a system administrator changes rules."),
    "rules_kept_by_another": _(
        "Rules and lists are one for all municipalities here, and another one keeps them. Ask its system administrator."
    ),
    "only_the_team_meets_concepts": _("Only the employer team imports ads."),
    "mark_of_an_occupation": ("concept", _("Choose an occupation, or a group of them, that there is.")),
    "mark_is_there": ("starts_on", _("That is already said of it on one of these days. Choose others.")),
    "concept_mark_ends_later": ("ends_on", _("The last day cannot come before the first.")),
    "concept_mark_has_a_source": ("source", _("Write who says so, and where it can be read.")),
    "mark_does_not_hold": _("It does not hold any more. Look at the page as it is now."),
    "mark_ends_from_today": ("ends_on", _("Choose today or a day to come: what was counted stays counted.")),
    "rules_hold": _("One of the rules has a value that it cannot have. Look at the bounds beside each."),
    "rules_from_a_first": ("valid_from", _("Choose the first day of a month: a month is judged by one version.")),
    "rules_begin_that_day": (
        "valid_from",
        _("Another version begins on that day, or none was before it. Choose another."),
    ),
    "rules_past_version": (
        "valid_from",
        _("That day belongs to a version that has ended, and stays as it was. Choose a later day."),
    ),
    "rules_day_passed": (
        "backdated",
        _("That day has passed, and months may have been judged. Choose a day to come, or tick that it is meant."),
    ),
    "rules_change_something": _("Nothing differs from the version that applies then. Change a rule first."),
    "rules_no_draft": _("It is no draft any more. Look at the page as it is now."),
    "rules_wait_no_longer": _("It does not wait any more. Look at the page as it is now."),
    "rules_by_a_second": _("A second person is needed: ask a colleague, an administrator or a head of unit."),
    "rules_have_begun": _("It has begun, and stays. Write a new version from a day to come."),
    "one_draft_of_rules": _("There is already a draft. Open it, and go on from there."),
    "one_rule_set_a_day": ("valid_from", _("Another version applies then. Choose another day.")),
    "no_such_table": _("That list is not among those that are kept here."),
    "code_is_there": ("label_sv", _("The list has that already. Choose other words, or open the one there is.")),
    "code_is_closed": _("It has been closed, and stays as it was. Add a new one."),
    "words_from_today": ("from_day", _("Choose today or a day to come: what has been written keeps its words.")),
    "words_before_its_end": ("from_day", _("It is chosen no more then. Choose a day before its last.")),
    "words_after_it_begins": ("from_day", _("It does not begin before that day. Choose a later one.")),
    "code_has_later_words": _("It gets other words later on. Open those, and say the last day there."),
    "code_ends_from_today": ("valid_to", _("Choose today or a day to come as the last day.")),
    "code_ends_after_start": ("valid_to", _("The last day cannot come before the first.")),
    "one_code_is_left": ("valid_to", _("It is the last that may be chosen. Add another one first.")),
    "one_meaning_a_code": ("label_sv", _("The list has that already. Choose other words, or open the one there is.")),
    "text_from_today": ("starts_on", _("Choose today or a day to come: papers that were made keep their words.")),
}
