"""A partner's own house: its workplaces, who works there until when, and who is asked for."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import BooleanField, DateField, F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

from trappan.partnerships.models import Invitation
from trappan.staff.models import Colleague, Membership, Organisation, Unit

ANSWERED = 10  # invitations that are shown when they are answered, the latest


class Coordinates(Func):
    """Is a unit one of the organisation whose coordinator acts? As the database has it."""

    function = "staff_coordinates"
    output_field = BooleanField()


class AgreedUntil(Func):
    """The day after the last that is agreed for a unit; None until further notice, and where nothing is."""

    template = "NULLIF(partnerships_agreed_until(%(expressions)s), 'infinity')"
    output_field = DateField()


def own_units(today: date) -> Any:
    """Ask for the workplaces of the organisation whose coordinator acts, those to come too."""
    outside = ~Q(organisation__kind=Organisation.Kind.MUNICIPALITY)
    return Unit.objects.lasting(today).filter(outside, Coordinates(F("pk"))).order_by("name", "pk")


def staff_in(bodies: Collection[int], today: date) -> list[Membership]:
    """Return who works for these bodies, or is to, those too whom no head has confirmed yet."""
    found = Membership.objects.lasting(today).filter(
        unit__organisation__in=bodies, colleague__in=Colleague.objects.people()
    )
    return list(
        found.select_related("colleague", "unit").order_by(
            "unit__name", "colleague__family_name", "colleague__given_name", "pk"
        )
    )


def invitations() -> Any:
    """Ask for the invitations that the actor reads, with who has the address already: told to the head alone."""
    known = Colleague.objects.people().filter(email=OuterRef("email")).order_by("pk")
    called = known.values(called=Concat("given_name", Value(" "), "family_name"))[:1]
    return Invitation.objects.select_related("unit", "author__colleague", "answered_by__colleague").annotate(
        known_as=Subquery(called)
    )


def earliest(units: Collection[Any]) -> date | None:
    """Return the first day after what is agreed for any of these units; None where nothing ends."""
    return min((one.agreed_until for one in units if one.agreed_until is not None), default=None)
