"""Decide an exemption from the requirement, and end one earlier than was decided."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import READS_ONLY, Refused, refusal_of, refusing
from trappan.requirement.models import Exemption
from trappan.requirement.operations.refusals import NO
from trappan.secrecy.scopes import Scope


@transaction.atomic
def exempt(
    *, person: Person, kind: str, starts_on: date, ends_on: date, evidence: str, reference: str = ""
) -> Exemption:
    """Exempt somebody for a time, on evidence; from the first day to the day after the last.

    `reference` is the number in the registry (diarium), where there is one.
    """
    made = exempted(person, kind, starts_on, ends_on, evidence, reference)
    said: dict[str, Any] = {"exemption": made.pk, "starts_on": starts_on, "ends_on": ends_on}
    record("requirement.exempt", person.pk, scope=Scope.REQUIREMENT, **said)
    return made


def exempted(
    person: Person, kind: str, starts_on: date, ends_on: date, evidence: str, reference: str, **beside: Any
) -> Exemption:
    """Make an exemption, alone or in place of another."""
    with refusing(NO):
        return Exemption.objects.create(
            person=person,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            evidence=evidence,
            reference=reference.strip(),
            **beside,
        )


@transaction.atomic
def replace_exemption(
    *, exemption: Exemption, kind: str, starts_on: date, ends_on: date, evidence: str, why: str, reference: str = ""
) -> Exemption:
    """Decide an exemption in place of one that was wrong, and say what was; the old one stays readable.

    Refused where somebody has replaced it already.
    """
    beside = {"replaces": exemption, "replaces_why": why.strip()}
    made = exempted(exemption.person, kind, starts_on, ends_on, evidence, reference, **beside)
    said: dict[str, Any] = {"exemption": made.pk, "replaces": exemption.pk, "starts_on": starts_on, "ends_on": ends_on}
    record("requirement.replace_exemption", made.person_id, scope=Scope.REQUIREMENT, **said)
    return made


@transaction.atomic
def end_exemption(*, exemption: Exemption, ends_on: date) -> None:
    """End an exemption earlier than was decided; what was decided stays in its versions."""
    with refusing({**NO, "exemption_ends_after_start": ("ends_on", _("It cannot end before it began."))}):
        if not Exemption.objects.standing().filter(pk=exemption.pk).update(ends_on=ends_on):
            raise refusal_of(NO, "replaced_once") if exemption.replaced_at else Refused(READS_ONLY)
    record(
        "requirement.end_exemption",
        exemption.person_id,
        scope=Scope.REQUIREMENT,
        exemption=exemption.pk,
        ends_on=ends_on,
    )
