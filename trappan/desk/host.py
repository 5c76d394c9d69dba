"""The desk of a manager of an own department: who comes, what is offered, what is asked, and whom one rings."""

from datetime import timedelta
from typing import Any

from trappan.activities.departments import activities_at
from trappan.activities.models import CrewOrder
from trappan.activities.places import rooms
from trappan.employers.models import Opening, PlaceQuestion, Workplace
from trappan.matching.hosted import proposed_here
from trappan.placements.coming import coming, next_monday
from trappan.schedules.halves import half_in_words, half_of
from trappan.secrecy.acting import Actor
from trappan.staff.choices import in_role

ORDERS = 3


def host_desk(actor: Actor) -> dict[str, Any]:
    """Return what the desk shows; of people no more than the database tells a manager."""
    today, monday = actor.today, next_monday(actor.today)
    half = half_of(today)
    workplace = Workplace.objects.open(today).select_related("employer").first()
    questions = list(PlaceQuestion.objects.filter(half__gte=half).order_by("half")) if workplace else []
    unanswered = set(PlaceQuestion.objects.unanswered().filter(half__gte=half).values_list("pk", flat=True))
    offers = Opening.objects.open(today).filter(workplace=workplace).with_taken()
    standing = list(offers.order_by("starts_on", "pk")) if workplace else []
    rows = coming(today, monday + timedelta(days=7))
    orders = (
        list(CrewOrder.objects.filter(workplace=workplace).select_related("activity")[:ORDERS]) if workplace else []
    )
    return {
        "workplace": workplace,
        "proposed": [(one, one.is_late(today)) for one in proposed_here()] if workplace else [],
        "here_today": [(one, part) for one in rows for day, part in one.days if day == today],
        "next_week": [narrowed for one in rows if (narrowed := one.from_day(monday)).days],
        "monday": monday,
        "asked": [(one, half_in_words(one.half)) for one in questions if one.pk in unanswered],
        "questions": [(one, half_in_words(one.half)) for one in questions],
        "offers": standing,
        "rooms": rooms(activities_at(actor.unit_id, today), today),
        "orders": orders,
        "coordinators": list(in_role("place_coordinator").filter(unit__organisation=actor.organisation_id)),
    }
