"""Make activities for tests, as the owner."""

from datetime import date
from itertools import count
from typing import Any

from trappan.activities.models import Activity
from trappan.staff.models import Unit
from trappan.staff.testing import make_unit

serial = count(1)


def make_activity(name: str = "", unit: Unit | None = None, **about: Any) -> Activity:
    """Make a workplace with nine places at a site of its own, unless told otherwise."""
    number = next(serial)
    about = {"kind": "workplace", "places": 9, "starts_on": date(2021, 1, 1), **about}
    return Activity.objects.create(
        code=f"aktivitet-{number}", name=name or f"Kök {number}", unit=unit or make_unit("site"), **about
    )
