"""Send somebody a link, read a code aloud, and see to what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements.links import digest_of_code, make_code
from trappan.agreements.models import Agreement, Link, Statement, Version
from trappan.agreements.operations.refusals import NO
from trappan.history.record import record
from trappan.messages.orders import address_of, refuse_unset
from trappan.people.models import Person
from trappan.refusals import Refused, refusal_of, refusing
from trappan.secrecy.scopes import Scope

# How the code comes, of a link that goes by mail: never both to the telephone.
WAYS = {"email_sms": "sms", "email_aloud": "aloud"}


@dataclass(frozen=True)
class Reached:
    """Whom a link goes to: the name that the letter begins with, of which organisation, and the two ways there."""

    name: str
    organisation: str
    email: str
    phone: str

    @classmethod
    def at_employer(cls, agreement: Agreement, organisation: str) -> "Reached":
        """Return whom one reaches at an employer."""
        return cls(agreement.contact.name, organisation, agreement.email, agreement.phone)


@transaction.atomic
def order_link(
    *,
    purpose: Link.Purpose,
    person_id: int,
    to: Reached,
    content: Mapping[str, Any],
    site: str,
    way: str,
    placement_id: int | None = None,
    subject: str = "",
) -> Link:
    """Order a link that asks something; the one before it that asks the same ends, so that a reminder is a fresh one.

    `content` is all that it will show (`questions.text_with`), frozen from here on. `subject` tells apart what is asked
    of one placement or person. `site` is where the pages are. Refused about somebody protected, always; to what is no
    address, and to a contact who has left.
    """
    about = {"purpose": purpose, "placement_id": placement_id, "subject": subject, "content": content}
    made = make_link(person_id, to, site, way, **about)
    record("agreements.send_link", person_id, scope=Scope.PLAN, link=made.pk, purpose=purpose.value, subject=subject)
    return made


@transaction.atomic
def send_link(*, agreement: Agreement, version: Version, site: str, way: str) -> Link:
    """Order a link for the employer to sign by, which shows the version's own text.

    Refused as every link, and where the employer has signed already or the agreement was changed meanwhile.
    """
    to = Reached.at_employer(agreement, version.content["employer"])
    about = {"purpose": Link.Purpose.SIGN, "placement_id": agreement.placement_id, "version": version, "content": {}}
    made = make_link(agreement.person_id, to, site, way, **about)
    record("agreements.send_link", agreement.person_id, scope=Scope.PLAN, link=made.pk, version=version.number)
    return made


def make_link(person_id: int, to: Reached, site: str, way: str, **about: Any) -> Link:
    """Write the row that orders a link: the worker sends it."""
    if Person.objects.get(pk=person_id).is_protected:
        raise refusal_of(NO, "no_link_about_protected")
    code_by = WAYS[way]
    refuse_unset("email")
    refuse_unset(code_by)
    with refusing(NO):
        return Link.objects.create(
            person_id=person_id,
            to_whom=to.name,
            organisation=to.organisation,
            site=site,
            channel=Link.Channel.EMAIL,
            address=address_of("email", to.email, "way"),
            code_by=code_by,
            phone=address_of("sms", to.phone, "way") if code_by == "sms" else "",
            digest="",
            **about,
        )


@transaction.atomic
def read_code(*, link: Link) -> str:
    """Make a code for a link, for the colleague to read aloud to whoever has it: six figures."""
    code = make_code()
    if not database.value("agreements_read_code", link.pk, digest_of_code(link.key, code)):
        raise Refused(_("The link has not come, is used or has ended. Send a new one."))
    record("agreements.read_code", link.person_id, scope=Scope.PLAN, link=link.pk)
    return f"{code[:3]} {code[3:]}"


@transaction.atomic
def read_answer(*, statement: Statement) -> None:
    """Note that what somebody answered by a link is taken in, so that it no longer stands on the desk."""
    Statement.objects.filter(pk=statement.pk, seen_at=None).update(seen_at=database.value("clock"))
    record("agreements.read_answer", statement.person_id, scope=Scope.PLAN, link=statement.link_id)
