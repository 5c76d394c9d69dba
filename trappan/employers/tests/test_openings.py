"""Openings as the employer team writes them down, changes, closes and offers them again."""

import pytest

from trappan.employers.models import Opening
from trappan.employers.testing import make_officer, make_opening
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db


def test_an_opening_keeps_its_week_and_what_follows_from_it():
    linnea, cook = make_officer(), make_concept("Köksbiträde")
    made = make_opening(linnea, week="mån 7-13, tis 7-13, tor 9-12 A", occupation=cook)
    assert (made.weekly_minutes, made.weekdays, made.days) == (810, "mon,tue,thu", [0, 1, 3])
    assert made.hours.minutes == 810
    with as_(linnea):
        assert Opening.objects.to_offer(made.starts_on).get().occupation.label == "Köksbiträde"
