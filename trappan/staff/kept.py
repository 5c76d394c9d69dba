"""What an administrator keeps: bodies, their units, colleagues; as the database's own functions say it."""

from typing import Any

from django.db.models import BooleanField, Case, Exists, F, Func, OuterRef, When

from trappan.schedules.functions import Today
from trappan.staff.models import Colleague, Membership, Organisation, Unit


class Keeps(Func):
    """Is a body the acting administrator's to keep?"""

    function = "staff_keeps"
    output_field = BooleanField()


def kept_bodies() -> Any:
    """Return the bodies that whoever acts keeps: the own municipality first."""
    first = Case(When(kind=Organisation.Kind.MUNICIPALITY, then=0), default=1)
    return Organisation.objects.filter(Keeps(F("pk"))).order_by(first, "name")


def kept_units() -> Any:
    """Return the units that go on, of the bodies that whoever acts keeps."""
    return Unit.objects.in_force().filter(organisation__in=kept_bodies().values("pk")).order_by("name")


def colleagues() -> Any:
    """Return everybody who may be given a membership; machines are nobody."""
    return Colleague.objects.people().order_by("family_name", "given_name", "pk")


def without_leader() -> Any:
    """Return the workplaces that nobody leads, those to come too: no site leader who is confirmed and goes on."""
    leads = Membership.objects.lasting(Today()).filter(confirmed_at__isnull=False, role="site_leader")
    unled = Unit.objects.lasting(Today()).filter(~Exists(leads.filter(unit=OuterRef("pk"))), kind=Unit.Kind.SITE)
    return unled.order_by("starts_on", "name", "pk")
