"""What two write of the same agreement at once, for tests/test_editions.py: who, where, what each types and sees."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from trappan.activities.models import Activity
from trappan.agreements.models import Agreement
from trappan.agreements.testing import make_agreement, make_workplace
from trappan.cases.testing import consultant_of, make_case
from trappan.employers.testing import make_officer, make_opening
from trappan.matching.tests.conftest import Handed
from trappan.matching.tests.test_placement import accepted
from trappan.placements.testing import make_placement
from trappan.staff.models import Membership
from trappan.staff.testing import make_unit
from trappan.testing import TODAY


def agreed() -> tuple[Membership, Agreement]:
    """Let a consultant have written an agreement on a placement of ninety days."""
    case = make_case()
    jonna = consultant_of(case)
    kitchen = Activity.objects.create(
        code="kok", name="Köket", unit=make_unit("site"), kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )
    ends_on = TODAY + timedelta(days=90)
    placement = make_placement(jonna, person=case.person, activity=kitchen, starts_on=TODAY, ends_on=ends_on)
    return jonna, make_agreement(jonna, placement, make_workplace(make_officer()))


def reached() -> dict[str, Any]:
    jonna, made = agreed()
    return {
        "by": jonna,
        "address": reverse("agreements:agreement", args=[made.pk]),
        "first": {"contact": made.contact_id, "phone": "070-174 06 22"},
        "second": {"contact": made.contact_id, "phone": "070-174 06 23", "email": "vera@hotellet.example"},
        "shown": ["070-174 06 22"],
        "prefix": "contact-",
        "form": "contact",
    }


def paid() -> dict[str, Any]:
    jonna, made = agreed()
    return {
        "by": jonna,
        "address": reverse("agreements:agreement", args=[made.pk]),
        "first": {"paid_until": "2026-11-30"},
        "second": {"paid_until": "2026-12-10"},
        "shown": ["2026-11-30"],
        "prefix": "paid-",
        "form": "paid",
    }


def prepared() -> dict[str, Any]:
    team = Handed()
    made = accepted(team, make_opening(team.linnea, kind="work_trial"))
    return {
        "by": team.linnea,
        "address": reverse("matching:proposal", args=[made.person_id, made.pk]),
        "first": {"tasks": "Disk och sallad"},
        "second": {"tasks": "Bara disk", "pay": "Ingen lön"},
        "shown": ["Disk och sallad"],
        "prefix": "prepare-",
        "form": "prepare",
    }


EDITED = {"PaidForm": paid, "PrepareForm": prepared, "ReachForm": reached}
