"""Make organisations, units and colleagues for tests, as the owner."""

from contextlib import AbstractContextManager
from datetime import date
from itertools import count
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import timezone

from trappan.secrecy.acting import Actor, acting, acting_as
from trappan.staff.models import Colleague, Membership, Organisation, Unit, User
from trappan.staff.session_store import SessionStore, sign_in_of

serial = count(1)
PASSWORD = "en lång mening att minnas"
REGIMES = {"social_service": "26"}


def make_organisation(name: str = "", **fields: Any) -> Organisation:
    """Make an organisation; a municipality unless told otherwise."""
    fields.setdefault("kind", "municipality")
    name = name or f"Organisation {next(serial)}"
    return Organisation.objects.get_or_create(name=name, defaults=fields)[0]


def make_unit(kind: str = "labour_market", organisation: Organisation | None = None, **fields: Any) -> Unit:
    """Make a unit of a kind, in the same municipality as others unless one is given."""
    number = next(serial)
    fields.setdefault("name", f"Enhet {number}")
    fields.setdefault("regime", REGIMES.get(kind, "28"))
    return Unit.objects.create(
        code=f"unit-{number}", kind=kind, organisation=organisation or make_organisation("Provkommunen"), **fields
    )


def make_colleague(
    role: str, unit: Unit | None = None, *, name: str = "", confirmed: bool = True, **fields: Any
) -> Membership:
    """Make somebody who signs in and has one membership, confirmed and in force."""
    number = next(serial)
    given, _space, family = (name or f"Kollega {number}").partition(" ")
    colleague = Colleague.objects.create(given_name=given, family_name=family, email=f"kollega{number}@trappan.example")
    user = User(colleague=colleague, email=colleague.email)
    user.set_password(PASSWORD)
    user.save()
    fields.setdefault("starts_on", date(2020, 1, 1))
    return Membership.objects.create(
        colleague=colleague,
        unit=unit or make_unit(),
        role=role,
        confirmed_at=timezone.now() if confirmed else None,
        **fields,
    )


def as_(membership: Membership) -> AbstractContextManager[Actor]:
    """Act as a membership, as a request would, but by the owner's door."""
    return acting_as(membership.colleague_id, membership.pk)


def as_web(membership: Membership) -> AbstractContextManager[Actor]:
    """Act as a membership by a sign-in of one's own, where the thread is at the database as web."""
    request = HttpRequest()
    request.session = SessionStore()
    backend = settings.AUTHENTICATION_BACKENDS[0]
    login(request, User.objects.get(colleague_id=membership.colleague_id), backend=backend)
    request.session.save()
    return acting(sign_in_of(request.session), membership.pk)
