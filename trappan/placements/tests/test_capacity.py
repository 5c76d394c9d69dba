"""Places by part of the week and period: the site says how many, and the database keeps to it."""

from datetime import date, timedelta
from random import Random
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.activities.models import Activity, Capacity, SeatUse
from trappan.activities.operations import change_places, hold_extra
from trappan.activities.places import rooms
from trappan.cases.testing import make_case
from trappan.people.testing import make_person
from trappan.placements.models import Placement
from trappan.placements.operations import propose
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.schedules.week import MINUTES_A_DAY, read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in, text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
IN_TIME = TODAY + timedelta(days=14)


@pytest.fixture
def cafe(today):
    return Activity.objects.create(
        code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=2, starts_on=date(2021, 1, 1)
    )


@pytest.fixture
def leader(cafe):
    return make_colleague("site_leader", cafe.unit)


def put(case, cafe, week="mån 9-12", starts_on=TODAY, ends_on=None):
    with as_(case.responsible):
        return propose(person=case.person, activity=cafe, week=read_week(week), starts_on=starts_on, ends_on=ends_on)


def change(leader, cafe, places, **about):
    about.setdefault("starts_on", TODAY)
    with as_(leader):
        change_places(activity=cafe, places=places, today=TODAY, **about)


class TestTheSiteSaysHowMany:
    def test_more_from_today_and_the_last_one_once(self, cafe, leader):
        for _one in range(2):
            put(make_case(), cafe)
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(make_case(), cafe)
        change(leader, cafe, 3)
        put(make_case(), cafe)
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(make_case(), cafe)

    def test_fewer_on_one_weekday_and_for_a_time(self, cafe, leader):
        change(leader, cafe, 1, week=read_week("fre 9-15"), starts_on=IN_TIME, ends_on=IN_TIME + timedelta(days=28))
        put(make_case(), cafe, "fre 9-12", starts_on=IN_TIME)
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(make_case(), cafe, "fre 9-12", starts_on=IN_TIME)
        put(make_case(), cafe, "tor 9-12", starts_on=IN_TIME)
        put(make_case(), cafe, "fre 9-12", starts_on=IN_TIME + timedelta(days=28))

    def test_the_latest_word_holds(self, cafe, leader):
        change(leader, cafe, 5)
        change(leader, cafe, 0, starts_on=IN_TIME)
        (now,), (later,) = rooms([cafe], TODAY), rooms([cafe], IN_TIME)
        assert (now.free, later.free) == (5, 0)

    def test_extra_ones_for_once_with_a_reason(self, cafe, leader):
        for _one in range(2):
            put(make_case(), cafe)
        until = TODAY + timedelta(days=30)
        with as_(leader), pytest.raises(Refused, match="varför"):
            hold_extra(activity=cafe, places=1, reason=" ", starts_on=TODAY, ends_on=until, today=TODAY)
        with as_(leader):
            hold_extra(activity=cafe, places=1, reason="Kollega på plats", starts_on=TODAY, ends_on=until, today=TODAY)
        with pytest.raises(Refused, match="ingen ledig plats"):
            put(make_case(), cafe)
        put(make_case(), cafe, ends_on=until)


class TestRefused:
    def test_below_those_placed(self, cafe, leader):
        put(make_case(), cafe)
        with pytest.raises(Refused, match="Fler än så") as refusal:
            change(leader, cafe, 0, starts_on=IN_TIME)
        assert refusal.value.field == "places"
        assert not Capacity.objects.exists()

    def test_fewer_without_notice_and_in_the_past(self, cafe, leader):
        with pytest.raises(Refused, match="i förväg"):
            change(leader, cafe, 1, starts_on=IN_TIME - timedelta(days=1))
        change(leader, cafe, 1, starts_on=IN_TIME)
        with pytest.raises(Refused, match="i dag eller en senare dag"):
            change(leader, cafe, 3, starts_on=TODAY - timedelta(days=1))

    def test_by_anybody_but_the_sites_own_leader(self, cafe, leader):
        others = [make_colleague("site_leader"), make_colleague("supervisor", cafe.unit), make_colleague("consultant")]
        for other in others:
            with as_(other), pytest.raises((Refused, DatabaseError)), transaction.atomic():
                change_places(activity=cafe, places=9, starts_on=TODAY, today=TODAY)
        assert not Capacity.objects.exists()
        with as_(leader):
            Capacity.objects.create(id=9_000_000_000, activity=cafe, places=9, starts_on=TODAY, author=others[0])
        said = Capacity.objects.get()
        assert said.author_id == leader.pk
        assert said.pk < 9_000_000_000
        with as_(leader), pytest.raises(DatabaseError), transaction.atomic():
            Capacity.objects.create(activity=cafe, places=9, starts_on=TODAY - timedelta(days=1))

    def test_notice_holds_for_every_day_and_not_the_first_alone(self, cafe, leader):
        change(leader, cafe, 1, starts_on=IN_TIME, ends_on=IN_TIME + timedelta(days=2))
        set_today(IN_TIME)
        with as_(leader), pytest.raises(Refused, match="i förväg"):
            change_places(activity=cafe, places=1, starts_on=IN_TIME, today=IN_TIME)

    def test_nobody_takes_a_change_back_in_silence(self, cafe, leader):
        change(leader, cafe, 3)
        with as_(leader), pytest.raises(DatabaseError), transaction.atomic():
            Capacity.objects.update(places=9)

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"places-places": "-1"}, "större än eller lika med 0"),
            ({**pressed("mån 9-12", "places-week"), "places-week-0-to": "nio"}, "inget klockslag"),
            ({"places-starts_on": "2026-11-01"}, "i dag eller en senare dag"),
            ({"places-ends_on": "2026-11-11"}, "före den första"),
        ],
    )
    def test_in_words_at_the_field(self, cafe, leader, client, sent, sentence):
        sign_in(client, leader)
        form = {
            "acting_as": leader.pk,
            "form": "places",
            "places-places": 4,
            "places-starts_on": "2026-11-12",
            "places-reason": "Ny kollega",
        }
        answer = client.post(reverse("activities:activity", args=[cafe.pk]), {**form, **sent})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert "Ny kollega" in answer.content.decode()


@pytest.mark.requirement("R-146")
def test_a_partner_changes_its_own_and_consultants_are_told(client, today):
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    unit = make_unit("site", partner)
    shop = Activity.objects.create(
        code="shop", name="Second hand", unit=unit, kind="workplace", places=4, starts_on=TODAY
    )
    leader = make_colleague("site_leader", unit)
    sign_in(client, leader)
    sent = {
        "acting_as": leader.pk,
        "form": "places",
        "places-places": 6,
        "places-starts_on": "2026-11-12",
        "places-reason": "Större lokal",
    }
    url = reverse("activities:activity", args=[shop.pk])
    assert client.post(url, sent).status_code == 302
    sign_in(client, make_colleague("consultant"))
    page = client.get(reverse("activities:activities")).content.decode()
    assert "Större lokal" in page
    assert "0 av 6" in page
    assert "Ändra platserna" not in client.get(url).content.decode()


def test_a_count_is_shown_to_those_who_may_count(client, cafe):
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    put(make_case(), cafe)
    url = reverse("activities:activity", args=[cafe.pk])
    assert "1 av 2 upptagna" in text(sign_in(client, make_colleague("consultant")).get(url))
    page = text(sign_in(client, make_colleague("supervisor", make_unit("site", partner))).get(url))
    assert cafe.name in page
    assert "upptagna" not in page


def brute_places(own, said, day, minute):
    """Count the slow way: the latest row that covers the moment, and every extra one."""
    holds = [
        one
        for one in said
        if one.starts_at <= minute < one.ends_at and one.starts_on <= day and (one.ends_on is None or day < one.ends_on)
    ]
    base = [one.places for one in holds if not one.extra]
    return (base[-1] if base else own) + sum(one.places for one in holds if one.extra)


@pytest.mark.parametrize("seed", range(25))
def test_the_count_equals_a_slow_one_over_every_hour_and_day(seed, today):
    random = Random(seed)
    unit, days = make_unit("site"), 15
    own = Activity.objects.create(
        code=f"s{seed}", name="Kök", unit=unit, kind="workplace", places=random.randint(0, 3), starts_on=TODAY
    )

    def stretch():
        start = random.randrange(0, 5) * MINUTES_A_DAY + random.randrange(8, 14) * 60
        return start, start + random.randrange(1, 4) * 60

    def period():
        first = random.randrange(0, days)
        last = random.choice([None, first + random.randrange(1, days)])
        return TODAY + timedelta(days=first), None if last is None else TODAY + timedelta(days=last)

    with connection.cursor() as cursor:
        for table in ("activities_seatuse", "activities_capacity"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    uses, said = [], []
    person = make_person(make_colleague("social_worker", make_unit("social_service")))
    for at in range(random.randrange(0, 9)):
        (start, end), (first, last) = stretch(), period()
        seat = uuid4()
        Placement.objects.create(
            person=person, unit=unit, activity=own, seat=seat, starts_on=TODAY + timedelta(days=at)
        )
        uses.append(
            SeatUse.objects.create(
                activity=own,
                seat=seat,
                weeks=random.choice(["every", "every", "a", "b"]),
                starts_at=start,
                ends_at=end,
                starts_on=first,
                ends_on=last,
            )
        )
    for _one in range(random.randrange(0, 4)):
        (start, end), (first, last) = random.choice([stretch(), (0, 7 * MINUTES_A_DAY)]), period()
        extra = random.random() < 0.3
        said.append(
            Capacity.objects.create(
                activity=own,
                places=random.randint(1, 4),
                extra=extra,
                reason="x",
                starts_at=start,
                ends_at=end,
                starts_on=first,
                ends_on=last,
            )
        )

    def people(day, minute):
        return max(
            sum(
                use.starts_at <= minute < use.ends_at
                and use.starts_on <= day
                and (use.ends_on is None or day < use.ends_on)
                and use.weeks in ("every", letter)
                for use in uses
            )
            for letter in "ab"
        )

    hours = range(0, 7 * MINUTES_A_DAY, 60)
    grid = [TODAY + timedelta(days=at) for at in range(2 * days)]
    slow = any(people(day, minute) > brute_places(own.places, said, day, minute) for day in grid for minute in hours)
    with connection.cursor() as cursor:
        cursor.execute("SELECT activities_too_many(%s, 0, 10080, %s, NULL)", [own.pk, TODAY])
        assert cursor.fetchone()[0] == slow
    for day in grid[::4]:
        (room,) = rooms([own], day)
        for one in room.stretches:
            for minute in range(one.start, one.end, 60):
                assert one.taken == people(day, minute)
                assert one.places == brute_places(own.places, said, day, minute)
