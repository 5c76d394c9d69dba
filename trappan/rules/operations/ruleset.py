"""Write a version of the rules, hand it on, decide it, send it back, withdraw it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from trappan.database import lock
from trappan.history.record import as_json, record
from trappan.refusals import call
from trappan.refusals.editions import refuse_overtaken
from trappan.rules.models import RuleSet
from trappan.rules.operations.refusals import NO


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
