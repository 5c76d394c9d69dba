"""Keep the rules: write a version, hand it on, decide it, send it back, withdraw it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.database import lock
from trappan.history.record import as_json, record
from trappan.refusals import Sentences, call
from trappan.refusals.editions import refuse_overtaken
from trappan.rules.models import RuleSet

NO: Sentences = {
    "only_administrator_keeps_rules": _("Only a system administrator changes rules."),
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
}


def saved_as(found: RuleSet) -> dict[str, Any]:
    """Return what a version holds, as a page shows it and its edition is counted from."""
    return {
        "name": found.name,
        "valid_from": found.valid_from,
        "backdated": found.backdated,
        "source": found.source,
        "parameters": found.parameters,
    }


@transaction.atomic
def write_rules(
    *,
    draft: RuleSet | None,
    edition: str,
    name: str,
    valid_from: date,
    backdated: bool,
    source: str,
    parameters: Mapping[str, Any],
) -> int:
    """Write the draft of a version, a new one or the one there is; what is in force stays as it is.

    Refused: a day that is no month's first, that has passed and is not said to be meant, or that belongs to a
    version that has ended; a draft like what applies then; one that somebody else has saved since `edition`.
    """
    lock("rules.ruleset", 0)
    latest = RuleSet.objects.drafts().first()
    refuse_overtaken(saved_as(latest) if latest else {}, edition)
    values = (latest.pk if latest else None, name, valid_from, backdated, source, as_json(dict(parameters)))
    (written,) = call("rules_write", *values, sentences=NO)
    record("rules.write_rules", scope="log", kind="access", ruleset=written, begun=draft is None)
    return int(written)


@transaction.atomic
def send_rules(*, ruleset: RuleSet, edition: str) -> bool:
    """Hand the draft that was read on to a second colleague, or decide it where it takes none; tell which."""
    lock("rules.ruleset", 0)
    refuse_overtaken(saved_as(RuleSet.objects.get(pk=ruleset.pk)), edition)
    (decided,) = call("rules_send", ruleset.pk, sentences=NO)
    record("rules.send_rules", scope="log", kind="access", ruleset=ruleset.pk, decided=decided)
    return bool(decided)


@transaction.atomic
def confirm_rules(*, ruleset: RuleSet, edition: str) -> None:
    """Decide, as a second person, the version that was read."""
    lock("rules.ruleset", 0)
    refuse_overtaken(saved_as(RuleSet.objects.get(pk=ruleset.pk)), edition)
    call("rules_confirm", ruleset.pk, True, sentences=NO)
    record("rules.confirm_rules", scope="log", kind="access", ruleset=ruleset.pk)


@transaction.atomic
def return_rules(*, ruleset: RuleSet) -> None:
    """Send a version back, as a second person, to whoever wrote it."""
    call("rules_confirm", ruleset.pk, False, sentences=NO)
    record("rules.return_rules", scope="log", kind="access", ruleset=ruleset.pk)


@transaction.atomic
def withdraw_rules(*, ruleset: RuleSet) -> bool:
    """Withdraw a draft, or a decided version that has not begun: what two decided, two withdraw. Tell whether it is."""
    (withdrawn,) = call("rules_withdraw", ruleset.pk, sentences=NO)
    record("rules.withdraw_rules", scope="log", kind="access", ruleset=ruleset.pk, withdrawn=withdrawn)
    return bool(withdrawn)
