"""A place in a season that is over is not given, and no week out of season has places."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F

from trappan.activities.forecast import forecast
from trappan.activities.models import SeatUse
from trappan.activities.testing import make_activity
from trappan.placements.models import Placement
from trappan.placements.testing import offer
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db


@pytest.fixture
def garden(today):
    return make_activity("Odlingen", season_from=3, season_to=10)


def test_a_place_out_of_season_is_refused_with_the_season(case, garden):
    with pytest.raises(Refused, match="mars–oktober") as refused:
        offer(case, garden, starts_on=date(2026, 11, 16))
    assert refused.value.field == "starts_on"
    assert not Placement.objects.exists()
    assert not SeatUse.objects.exists()
    set_today(date(2027, 2, 22))
    assert offer(case, garden, starts_on=date(2027, 3, 1)).state == "waits"


def test_the_database_refuses_it_too_and_lets_whoever_may_place_in_season(case, garden):
    placement = offer(case, make_activity("Parken"))
    about = {"person": case.person, "unit": garden.unit, "activity": garden, "seat": placement.seat, "aim": "Öva"}
    with as_(case.responsible):
        with pytest.raises(DatabaseError, match="season"), transaction.atomic():
            Placement.objects.create(**about, starts_on=date(2026, 11, 16))
    Placement.objects.filter(pk=placement.pk).update(starts_on=F("starts_on"))
    over_new_year = make_activity("Skidspåret", season_from=11, season_to=2)
    assert offer(case, over_new_year, week="fre 9-12").state == "waits"


def test_weeks_out_of_season_have_no_places_in_the_forecast(garden):
    weeks = forecast([garden], date(2026, 11, 12))[0].weeks
    assert weeks[0] is None
    march = (date(2027, 3, 1) - date(2026, 11, 9)).days // 7
    assert weeks[march - 1] is None
    assert weeks[march].free == garden.places
