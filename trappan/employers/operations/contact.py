"""Write down whom one rings at an employer, what they were told of it, and that they have left."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.employers.models import Contact, Employer
from trappan.employers.operations.employer import lock_employer
from trappan.employers.operations.refusals import NO
from trappan.history.record import record
from trappan.refusals import Refused, refusing
from trappan.refusals.editions import lock_edition
from trappan.rules.texts import text_on
from trappan.schedules.allowed import refuse_outside

ABOUT = ("name", "title", "phone", "email", "note", "workplace")


@transaction.atomic
def make_contact(*, employer: Employer, **values: Any) -> Contact:
    """Write down a contact at an employer; what is told of how the name is kept is said apart."""
    lock_employer(employer)
    with refusing(NO):
        made = Contact.objects.create(employer=employer, **values)
    record("employers.make_contact", employer=employer.pk, contact=made.pk)
    return made


@transaction.atomic
def change_contact(*, contact: Contact, edition: str = "", **values: Any) -> None:
    """Change what is known of a contact; refused where somebody else has saved since."""
    lock_edition(contact, ABOUT, edition)
    with refusing(NO):
        Contact.objects.filter(pk=contact.pk).update(**values)
    record("employers.change_contact", employer=contact.employer_id, contact=contact.pk)


@transaction.atomic
def tell_contact(*, contact: Contact, today: date, told_on: date) -> None:
    """Note on which day a contact was told how the name is kept; refused: a day to come, one without a text to tell."""
    refuse_outside(told_on, "told_on", last=today, late=_("Write the day when it was told: today or earlier."))
    if not text_on("employer", told_on, contact.employer.municipality_id):
        raise Refused(
            _("The municipality had no text to tell on that day. Ask the system administrator to write it."), "told_on"
        )
    Contact.objects.filter(pk=contact.pk).update(told_on=told_on)
    record("employers.tell_contact", employer=contact.employer_id, contact=contact.pk, told_on=told_on)


@transaction.atomic
def leave_contact(*, contact: Contact, today: date) -> None:
    """Say that somebody no longer works there: not rung any more, and kept in what was said."""
    Contact.objects.filter(pk=contact.pk, left_on=None).update(left_on=today)
    record("employers.leave_contact", employer=contact.employer_id, contact=contact.pk)
