"""A place out of season or outside the opening hours is not given; how a site is reached stands on its page."""

from datetime import date, time

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
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

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


def test_times_outside_the_opening_hours_are_refused_and_those_within_are_given(case):
    cafe = make_activity("Café", opens=time(9), closes=time(15))
    for week in ("tor 8-12", "tor 12-15.30"):
        with pytest.raises(Refused, match="öppettiderna"), transaction.atomic():
            offer(case, cafe, week=week)
    assert not SeatUse.objects.exists()
    assert offer(case, cafe, week="tor 9-15").state == "waits"


def test_its_leader_says_how_the_site_is_reached_and_when_it_is_open(today, client):
    cafe = make_activity("Café")
    leader = make_colleague("site_leader", cafe.unit)
    sign_in(client, leader)
    url = f"/activities/{cafe.pk}/describe/"
    reached = {"address": "Hittpågatan 1", "phone": "070-1740610", "meant_for": "Den som vill baka"}
    form = {"acting_as": leader.pk, "description": "Bakar", **reached}
    for wrong, said in (
        ({"opens": "nio", "closes": "15"}, "till exempel 9 eller 13.30"),
        ({"opens": "15", "closes": "9"}, "efter öppningstiden"),
        ({"opens": "9"}, "Fyll i båda eller ingen"),
    ):
        answer = client.post(url, {**form, **wrong})
        assert answer.status_code == 422
        assert said in markup(answer)
    assert client.post(url, {**form, "opens": "9", "closes": "15.30"}).status_code == 302
    sign_in(client, make_colleague("consultant"))
    page = markup(client.get(f"/activities/{cafe.pk}/"))
    on_map = "openstreetmap.org/search?query=Hitt"
    for said in ("Den som vill baka", "Hittpågatan 1", 'href="tel:070-1740610"', "9–15.30", on_map):
        assert said in page
