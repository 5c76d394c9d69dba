"""The weeks to come, equal to a slow count day by day and minute by minute."""

from datetime import date, timedelta
from random import Random

import pytest

from trappan.activities.forecast import forecast, queue
from trappan.activities.models import Activity, Capacity, SeatUse
from trappan.cases.testing import make_case
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement, propose
from trappan.placements.testing import make_placement, slow
from trappan.schedules.week import Part, read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
TIMES = (
    "mån 9-15",
    "mån 9-12, ons 9-12",
    "tis 8:30-11:45 A",
    "tis 8:30-11:45 B",
    "tor 10-16, fre 9-13",
    "lör 10-14",
    "mån 18-24",
    "tis 0-8",
)


@pytest.mark.parametrize("seed", range(20))
def test_it_is_what_a_slow_count_gives(seed, today):
    random = Random(seed)
    made = [make_used(random, f"{seed:03}{at}") for at in range(2)]
    with as_(make_colleague("consultant")):
        lanes = forecast(made, TODAY, 26)
    for activity, lane in zip(made, lanes, strict=True):
        assert [(one.free, one.taken) if one else None for one in lane.weeks] == slow(activity, TODAY, 26)


def make_used(random, code):
    """Make an activity with places said and taken in every way that they can be."""
    activity = Activity.objects.create(
        code=code,
        name="A",
        unit=make_unit("site"),
        kind="workplace",
        places=random.randint(8, 14),
        starts_on=TODAY + timedelta(days=random.choice((-400, 20))),
        ends_on=random.choice((None, TODAY + timedelta(days=90))),
        weekdays=random.choice(("", "mon,tue,wed", "tue,sat")),
    )
    case = make_case()
    for number in range(random.randint(2, 8)):
        starts = TODAY + timedelta(days=random.randint(-90, 90))
        ends = random.choice((None, starts + timedelta(days=random.randint(0, 100))))
        placement = (
            Placement.objects.create(
                person=case.person,
                unit=activity.unit,
                activity=activity,
                starts_on=starts,
                ends_on=ends,
                seat=f"00000000-0000-4000-8000-{code:0>6}{number:06}",
            )
            if activity.starts_on <= starts
            and (activity.ends_on is None or starts < activity.ends_on)
            and not Placement.objects.filter(starts_on=starts).exists()
            else None
        )
        if placement is None:
            continue
        whole = (Part(0, 7 * 1440),)
        for part in whole if random.random() < 0.15 else read_week(random.choice(TIMES)).parts:
            SeatUse.objects.create(
                activity=activity,
                seat=placement.seat,
                starts_at=part.start,
                ends_at=part.end,
                weeks=part.weeks,
                starts_on=starts,
                ends_on=ends,
            )
        if random.random() < 0.5:
            day = starts + timedelta(days=random.randint(0, 40))
            SeatUse.objects.create(
                activity=activity,
                seat=placement.seat,
                starts_at=day.weekday() * 1440 + 960,
                ends_at=day.weekday() * 1440 + 1020,
                starts_on=day,
                ends_on=day + timedelta(days=1),
                once=True,
            )
    leader = make_colleague("site_leader", activity.unit)
    for later in range(random.randint(0, 2)):
        part = random.choice((Part(0, 7 * 1440), Part(1440, 2880), Part(1440 + 555, 1440 + 660)))
        with as_(leader):
            Capacity.objects.create(
                activity=activity,
                places=random.randint(9, 12) + 4 * later,
                starts_at=part.start,
                ends_at=part.end,
                starts_on=TODAY + timedelta(days=random.randint(15, 60)),
                extra=False,
            )
            if random.random() < 0.5:
                first = TODAY + timedelta(days=random.randint(0, 60))
                Capacity.objects.create(
                    activity=activity,
                    places=2,
                    starts_at=part.start,
                    ends_at=part.end,
                    starts_on=first,
                    ends_on=first + timedelta(days=20),
                    extra=True,
                    reason="Julmarknad",
                )
    return activity


class TestThePage:
    def test_ends_and_proposals_are_in_it_and_the_queue_counts_everybody(self, today, client):
        cafe = Activity.objects.create(
            code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=2, starts_on=date(2021, 1, 1)
        )
        one, other = make_case(), make_case()
        first = make_placement(one.responsible, person=one.person, activity=cafe, starts_on=TODAY)
        with as_(other.responsible):
            propose(
                person=other.person, activity=cafe, week=read_week("tor 9-12"), starts_on=TODAY + timedelta(days=14)
            )
        with as_(one.responsible):
            end_placement(placement=first, ends_on=TODAY + timedelta(days=28), reason="Klart")
            (lane,) = forecast([cafe], TODAY, 6)
        assert [week.free for week in lane.weeks] == [1, 1, 0, 0, 1, 1]
        sign_in(client, one.responsible)
        page = client.get("/places/weeks/").content.decode()
        assert "Café" in page
        assert "0 väntar på plats" in page, "nobody has a plan in force"

    def test_a_partner_sees_its_own_places_and_no_queue(self, today, client):
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        own = Activity.objects.create(
            code="own",
            name="Butiken",
            unit=make_unit("site", partner),
            kind="workplace",
            places=2,
            starts_on=date(2021, 1, 1),
        )
        Activity.objects.create(
            code="other",
            name="Kommunens café",
            unit=make_unit("site"),
            kind="workplace",
            places=2,
            starts_on=date(2021, 1, 1),
        )
        sign_in(client, make_colleague("site_leader", own.unit))
        page = client.get("/places/weeks/").content.decode()
        assert "Butiken" in page
        assert "Kommunens café" not in page
        assert "väntar på plats" not in page
        with as_(make_colleague("supervisor", own.unit)):
            assert queue() is None
