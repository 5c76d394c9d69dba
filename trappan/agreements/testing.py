"""Make agreements for tests as colleagues and employers do, and read the links that were sent."""

import json
from typing import Any

from django.core import mail
from django.test import Client

from trappan import database
from trappan.agreements import operations
from trappan.agreements.content import usual_terms
from trappan.agreements.jobs import send_link, waiting
from trappan.agreements.links import digest_of, digest_of_code, make_token
from trappan.agreements.models import Agreement, Link, Statement, Version
from trappan.employers import operations as employers
from trappan.employers.models import Contact, Workplace
from trappan.employers.testing import make_employer
from trappan.placements.models import Placement
from trappan.staff.models import Membership
from trappan.staff.testing import as_

PHONE, EMAIL = "070-174 06 21", "vera@koket.example"


def make_workplace(officer: Membership, **about: Any) -> tuple[Workplace, Contact]:
    """Make an employer with a workplace, and whom one rings there."""
    employer = make_employer(officer, **about)
    with as_(officer):
        street = employers.make_workplace(employer=employer, name="Storgatan 1")
        vera = employers.make_contact(employer=employer, name="Vera Diktare", phone=PHONE, email=EMAIL)
    return street, vera


def make_agreement(by: Membership, placement: Placement, at: tuple[Workplace, Contact], **about: Any) -> Agreement:
    """Let a consultant write an agreement on a placement at a workplace."""
    workplace, contact = at
    fields: dict[str, Any] = {
        **usual_terms(),
        "tasks": "Disk och sallad",
        "supervisor": "Vera Diktare",
        "form": "work_trial",
        "ends_on": placement.ends_on,
        **about,
    }
    with as_(by) as actor:
        return operations.write_agreement(placement=placement, by=actor, workplace=workplace, contact=contact, **fields)


def latest(agreement: Agreement) -> Version:
    """Return the version that is to be signed."""
    return Version.objects.filter(agreement=agreement).order_by("-number")[0]


def change(by: Membership, agreement: Agreement, **about: Any) -> list[str]:
    """Let a consultant write an agreement anew, with something else in it."""
    found = Agreement.objects.select_related("workplace", "contact").get(pk=agreement.pk)
    before = latest(agreement)
    fields: dict[str, Any] = {
        "workplace": found.workplace,
        "contact": found.contact,
        "form": before.form,
        "ends_on": before.ends_on,
        "why": "Vi har pratat",
        "edition": before.number,
        **before.terms,
        **about,
    }
    with as_(by) as actor:
        return operations.change_agreement(agreement=found, by=actor, **fields)


def sign_both(by: Membership, agreement: Agreement) -> None:
    """Let the participant sign in the room, and somebody on behalf of the employer."""
    version = latest(agreement)
    with as_(by):
        operations.sign_in_room(version=version, seen=version.digest)
        operations.sign_on_behalf(
            version=version, seen=version.digest, party="employer", name="Vera Diktare", ground="Sa ja på telefon"
        )


def sign_all(by: Membership, agreement: Agreement) -> None:
    """Let all three sign."""
    sign_both(by, agreement)
    version = latest(agreement)
    with as_(by) as actor:
        operations.sign_for_municipality(version=version, seen=version.digest, by=actor)


def order(by: Membership, agreement: Agreement, way: str = "email_aloud") -> Link:
    """Let a consultant order a link."""
    with as_(by):
        found = Agreement.objects.select_related("contact").get(pk=agreement.pk)
        return operations.send_link(agreement=found, version=latest(agreement), site="http://testserver", way=way)


def deliver() -> str:
    """Send what waits as the worker does, and return the address of the last link, as it stands in the mail."""
    for row in list(waiting()):
        send_link(row)
    body = str(mail.outbox[-1].body)
    return next(line for line in body.splitlines() if line.startswith("http")).removeprefix("http://testserver")


def sent_link(by: Membership, agreement: Agreement, way: str = "email_aloud") -> tuple[Link, str]:
    """Order a link and send it; return it with its address."""
    link = order(by, agreement, way)
    address = deliver()
    link.refresh_from_db()
    return link, address


def aloud(by: Membership, link: Link) -> str:
    """Let the colleague make a code and read it aloud."""
    with as_(by):
        return operations.read_code(link=link)


def answered(by: Membership, link: Link, answers: dict[str, Any]) -> Statement:
    """Let whoever has a link answer it, through the functions that the worker, a colleague and its page call."""
    token = make_token()
    database.row("agreements_link_take", link.pk, digest_of(token))
    database.value("agreements_link_tell", link.pk, "sent")
    digest = digest_of_code(link.key, aloud(by, link).replace(" ", ""))
    link.refresh_from_db()
    said = json.dumps({"name": "Vera Diktare", "title": "driftchef", "answers": answers})
    database.value("agreements_link_answer", token, digest, link.digest, said)
    return Statement.objects.get(link=link)


def answer(client: Client, act: str, code: str, **fields: Any) -> Any:
    """Send what somebody with a link types, on the link's own page."""
    return client.post("/link/", {"act": act, "code": code, **fields})


def known_code(link: Link, code: str = "123456") -> str:
    """Write a code as the owner, where a test does not care how it came."""
    database.execute(
        "UPDATE agreements_link SET code_digest = %s, code_until = now() + interval '10 minutes' WHERE id = %s",
        [digest_of_code(link.key, code), link.pk],
    )
    return code
