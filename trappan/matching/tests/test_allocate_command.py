"""`trappan allocate`: counts of a week to come, and no line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from trappan.activities.testing import make_activity
from trappan.matching.models import AllocationLine
from trappan.matching.testing import wait_for_place
from trappan.staff.testing import make_organisation, make_unit

pytestmark = pytest.mark.django_db
OF_OPENINGS = ("waiting", "proposed", "first_wish", "nothing", "kept", "openings", "places")
PLACE = {"name": "Odlingen", "free": 6, "proposed": 6}


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("allocate", "--municipality", "Provkommunen", *arguments, stdout=out)
    return out.getvalue()


def test_a_week_is_told_in_counts_and_few_at_a_place_are_not(today):
    town = make_organisation("Provkommunen")
    make_activity("Odlingen", make_unit("site", town), branch="garden", places=6)
    make_activity("Köket", make_unit("site", town), branch="restaurant", places=1)
    for days in range(8):
        wait_for_place(days=days)
    said = json.loads(told("--week", "2026-W48", "--format", "json"))
    assert said == {
        "week": "2026-W48",
        "order": "start_first",
        "waiting": 8,
        "proposed": 7,
        "at_two": 0,
        "first_wish": 6,
        "nothing": 1,
        "kept": 0,
        "activities": [{"name": "Köket", "free": 1, "proposed": None}, {**PLACE, "proposed": None}],
        "openings": dict.fromkeys(OF_OPENINGS, 0),
    }
    assert AllocationLine.objects.count() == 8
    assert "8 väntar, 7 föreslås en plats" in told("--week", "2026-W48")


@pytest.mark.parametrize("week", ["2026-48", "2026-W60", "v48"])
def test_what_is_no_week_is_refused_in_one_sentence(today, week):
    make_organisation("Provkommunen")
    with pytest.raises(CommandError, match="--week"):
        told("--week", week)


def test_a_week_that_has_begun_and_an_unknown_municipality_are_refused(today):
    make_organisation("Provkommunen")
    with pytest.raises(CommandError, match="har börjat"):
        told("--week", "2026-W01")
    with pytest.raises(CommandError, match="Ingenstans"):
        call_command("allocate", "--week", "2026-W48", "--municipality", "Ingenstans")
