"""Tell participant and employer that an agreement is written anew, where there is a way to."""

from django.conf import settings
from django.utils.translation import gettext as _

from trappan.agreements.content import in_swedish
from trappan.agreements.models import Agreement, Version
from trappan.messages.orders import order_message
from trappan.people.models import Contact, Person
from trappan.refusals import Refused

KIND = "agreements.change_agreement"


def tell_of_change(agreement: Agreement, version: Version) -> list[str]:
    """Order a message to each of the two, and return whom it goes to; of somebody protected to nobody."""
    person = Person.objects.get(pk=agreement.person_id)
    if person.is_protected:
        return []
    own = Contact.objects.filter(person=person).first()
    with in_swedish():
        subject = _("An agreement is changed")
        words = _(
            "The agreement between you, %(municipality)s and %(other)s is changed. What you signed before holds no "
            "more. You will be asked to read it and sign again."
        )
        to_person = words % {"municipality": settings.MUNICIPALITY, "other": version.content["employer"]}
        to_employer = words % {"municipality": settings.MUNICIPALITY, "other": _("the participant")}
    told = []
    if own and ordered(person, own.email, own.phone, subject, to_person, is_own=True):
        told.append(person.name)
    if ordered(person, agreement.email, agreement.phone, subject, to_employer):
        told.append(version.content["employer"])
    return told


def ordered(person: Person, email: str, phone: str, subject: str, text: str, *, is_own: bool = False) -> bool:
    """Order a message by the first way that works, the person's own or another's; tell whether there was one."""
    for channel, address in (("email", email), ("sms", phone)):
        if not address:
            continue
        try:
            order_message(
                person=person, to_person=is_own, kind=KIND, channel=channel, address=address, subject=subject, text=text
            )
        except Refused:
            continue
        return True
    return False
