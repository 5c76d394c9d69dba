"""Decide an exemption from the requirement, and end one earlier than was decided."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.people.models import Person
from trappan.refusals import refusing
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
    with refusing(NO):
        exemption = Exemption.objects.create(
            person=person,
            kind=kind,
            starts_on=starts_on,
            ends_on=ends_on,
            evidence=evidence,
            reference=reference.strip(),
        )
    record(
        "requirement.exempt",
        person.pk,
        scope=Scope.REQUIREMENT,
        exemption=exemption.pk,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return exemption


@transaction.atomic
def end_exemption(*, exemption: Exemption, ends_on: date) -> None:
    """End an exemption earlier than was decided; what was decided stays in its versions."""
    with refusing({**NO, "exemption_ends_after_start": ("ends_on", _("It cannot end before it began."))}):
        Exemption.objects.filter(pk=exemption.pk).update(ends_on=ends_on)
    record(
        "requirement.end_exemption",
        exemption.person_id,
        scope=Scope.REQUIREMENT,
        exemption=exemption.pk,
        ends_on=ends_on,
    )
