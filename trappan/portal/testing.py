"""A participant who is signed in to the own pages, for tests."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.utils import timezone

from trappan import database
from trappan.cases.models import Case
from trappan.people.models import Person
from trappan.plans import operations as plans
from trappan.plans.models import Plan
from trappan.portal.models import Mandate, OwnSession
from trappan.portal.operations import HandedOver, hand_out_code, hand_out_to, register_guardian, register_helper
from trappan.portal.operations.mandate import longest
from trappan.portal.own import Own, make_session, own
from trappan.portal.pins import digest_of_code, hash_of
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY

PIN = "274913"
LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3"


def handed_over(by: Membership, person: Person) -> HandedOver:
    """Let a colleague hand a code over."""
    with as_(by):
        return hand_out_code(person=person, proven="known")


def session_for(by: Membership, person: Person, *, shared: bool = False) -> str:
    """Let a colleague hand a code over, and the person use it: what the browser is signed in by."""
    slip, session = handed_over(by, person), make_session()
    digest = digest_of_code(slip.code.replace(" ", ""))
    if database.value("portal_begin", digest, hash_of(PIN), session, shared) is None:
        raise ValueError("the code opens nothing")
    return session


@contextmanager
def as_person(by: Membership, person: Person) -> Iterator[Own]:
    """Be on the own pages of somebody, to whom a colleague has handed a code over."""
    with own(session_for(by, person)) as me:
        yield me


def session_by_eid(person: Person, *, shared: bool = False) -> str:
    """Let a person come in by an eID: what the browser is signed in by."""
    session, now = make_session(), timezone.now()
    digest = database.query("SELECT portal_digest(%s)", [session])[0][0]
    OwnSession.objects.create(person=person, level=LOA3, digest=digest, shared=shared, began_at=now, seen_at=now)
    return session


@contextmanager
def as_person_by_eid(person: Person) -> Iterator[Own]:
    """Be on the own pages of somebody who has come in by an eID."""
    with own(session_by_eid(person)) as me:
        yield me


def say(function: str, *values: Any) -> str:
    """Say something of a time as the person who is on the own pages; what is returned is why not."""
    found: str = database.value(function, *values)
    return found


def make_helper(by: Membership, person: Person, **about: Any) -> Mandate:
    """Let a colleague register whom the person lets help."""
    said = {"name": "Karin Hjälpsson", "phone": "070-174 06 05", "relation": "syster", "allows": "say", **about}
    with as_(by) as actor:
        said.setdefault("ends_on", longest() + timedelta(days=1))
        register_helper(person=person, today=actor.today, signed=True, **said)
    return Mandate.objects.get(person=person, kind="helper", name=said["name"], ended_at=None)


def make_guardian(by: Membership, person: Person, **about: Any) -> Mandate:
    """Let a colleague register a guardian of somebody under 18."""
    said = {"name": "Maja Vårdsson", "phone": "", "relation": "mamma", "allows": "say", "given": "register", **about}
    with as_(by):
        register_guardian(person=person, **said)
    return Mandate.objects.get(person=person, kind="guardian", name=said["name"], ended_at=None)


def helper_session(by: Membership, mandate: Mandate, *, shared: bool = False) -> str:
    """Let a colleague hand a code over to whoever has a mandate, and them use it: what the browser is signed in by."""
    with as_(by):
        slip = hand_out_to(mandate=mandate, proven="document")
    session, digest = make_session(), digest_of_code(slip.code.replace(" ", ""))
    if database.value("portal_begin", digest, hash_of(PIN), session, shared) is None:
        raise ValueError("the code opens nothing")
    return session


@contextmanager
def as_helper(by: Membership, mandate: Mandate) -> Iterator[Own]:
    """Be on the own pages of somebody, by a mandate."""
    with own(helper_session(by, mandate)) as me:
        yield me


def drafted(case: Case, by: Membership, *, goals: Iterable[str] = (), give: bool = True) -> Plan:
    """Draft the next plan, and give it to the person to read."""
    with as_(by):
        draft = plans.write_plan(
            case=case,
            today=TODAY,
            goal="Arbete i kök",
            weekly_minutes=2400,
            hours_reason="",
            review_on=TODAY + timedelta(days=60),
        )
        for title in goals:
            plans.set_goal(plan=draft, today=TODAY, title=title, due_on=TODAY + timedelta(days=30))
        draft.refresh_from_db()
        if give:
            plans.give_draft(plan=draft)
    return draft
