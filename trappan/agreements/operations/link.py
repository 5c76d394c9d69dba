"""Send an employer a link, read a code aloud, and see to what was answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.agreements.links import digest_of_code, make_code
from trappan.agreements.models import Agreement, Link, Version
from trappan.agreements.operations.refusals import NO
from trappan.history.record import record
from trappan.messages.orders import address_of, refuse_unset
from trappan.people.models import Person
from trappan.refusals import Refused, refusing
from trappan.secrecy.scopes import Scope

# How the code comes, of a link that goes by mail: never both to the telephone.
WAYS = {"email_sms": "sms", "email_aloud": "aloud"}


@transaction.atomic
def send_link(*, agreement: Agreement, version: Version, site: str, way: str) -> Link:
    """Order a link for the employer to sign by; the one before it ends, so that a reminder is always a fresh one.

    `site` is where the pages are. Refused about somebody protected, always; to what is no address, to a contact
    who has left, and where the employer has signed already or the agreement was changed meanwhile.
    """
    if Person.objects.get(pk=agreement.person_id).is_protected:
        raise Refused(NO["no_link_about_protected"])  # type: ignore[arg-type]  # a sentence alone
    code_by = WAYS[way]
    refuse_unset("email")
    refuse_unset(code_by)
    with refusing(NO):
        made = Link.objects.create(
            person_id=agreement.person_id,
            placement_id=agreement.placement_id,
            version=version,
            purpose=Link.Purpose.SIGN,
            to_whom=agreement.contact.name,
            organisation=version.content["employer"],
            site=site,
            channel=Link.Channel.EMAIL,
            address=address_of("email", agreement.email, "way"),
            code_by=code_by,
            phone=address_of("sms", agreement.phone, "way") if code_by == "sms" else "",
            content={},
            digest="",
        )
    record("agreements.send_link", agreement.person_id, scope=Scope.PLAN, link=made.pk, version=version.number)
    return made


@transaction.atomic
def read_code(*, link: Link) -> str:
    """Make a code for a link, for the colleague to read aloud to whoever has it: six figures, ten minutes."""
    code = make_code()
    if not database.value("agreements_read_code", link.pk, digest_of_code(link.key, code)):
        raise Refused(_("The link has not come, is used or has ended. Send a new one."))
    record("agreements.read_code", link.person_id, scope=Scope.PLAN, link=link.pk)
    return f"{code[:3]} {code[3:]}"


@transaction.atomic
def read_answer(*, link: Link) -> None:
    """Note that what somebody answered by a link is read, so that it no longer stands on the desk."""
    Link.objects.filter(pk=link.pk, seen_at=None).update(seen_at=database.value("clock"))
    record("agreements.read_answer", link.person_id, scope=Scope.PLAN, link=link.pk)
