"""A partner's year as the worker counts it: everybody once, a few held back, and a correction of few not told."""

from datetime import date

import pytest

from trappan.insight.jobs import count_report, reports_to_count
from trappan.insight.models import Build, PersonMonth, PlacementMonth, PlaceMonth
from trappan.partnerships.models import ReportCount
from trappan.partnerships.testing import make_report, make_signed
from trappan.schedules.clock import now
from trappan.schedules.months import months_between
from trappan.staff.testing import make_colleague, make_organisation, make_unit

pytestmark = pytest.mark.django_db
NOVEMBER, DECEMBER = date(2025, 11, 1), date(2025, 12, 1)
EMPTY = {"BooleanField": False, "CharField": "", "SmallIntegerField": 0, "IntegerField": 0, "BigIntegerField": 0}


def empty(model):
    fields = model._meta.get_fields()
    return {one.name: EMPTY[kind] for one in fields if not one.null and (kind := one.get_internal_type()) in EMPTY}


def built(month):
    Build.objects.create(month=month, cutoff=now(), rows=1, added=1, removed=0, source={}, digest="d" * 32, seconds=1)


@pytest.fixture
def house(today):
    class House:
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        other = make_organisation("Navet", kind="association", basis="cooperation")
        head = make_colleague("head_of_unit", make_unit("labour_market"))
        director = make_colleague("director", make_unit("management", head.unit.organisation))
        agreed = make_signed(head, director, partner, starts_on=NOVEMBER)

    House.report = make_report(House.head, House.agreed, 2025)
    return House


def there(house, people, *, months=(NOVEMBER, DECEMBER), gender="K", steps=(1, 1), reason="", began=True, body=None):
    """Put people at a site of the partner in the spine: by step in each month, and with the way out of the last."""
    persons, placements = [], []
    for pseudonym in people:
        for month, step in zip(months, steps, strict=False):
            about = {"month": month, "pseudonym": pseudonym, "gender": gender}
            is_last = month == months[-1]
            out = {"step": step, "exit_reason": reason if is_last else ""}
            persons.append(PersonMonth(**{**empty(PersonMonth), **about, **out}))
            at = {"organiser_id": (body or house.partner).pk, "has_started": began and month == months[0]}
            minutes = {"assigned": 1200, "attended": 600, "has_ended": bool(reason) and is_last}
            placements.append(PlacementMonth(**{**empty(PlacementMonth), **about, **at, **minutes}))
    PersonMonth.objects.bulk_create(persons)
    PlacementMonth.objects.bulk_create(placements)


def count(house):
    for row in reports_to_count():
        count_report(row)
    return {
        (one["name"], one["part"]): (one["value"], one["corrected"])
        for one in ReportCount.objects.get(report=house.report).figures
    }


def town(house):
    there(house, range(1, 41), steps=(1, 2))
    there(house, range(41, 81), gender="M", steps=(2, 2), reason="work")
    there(house, range(81, 111), steps=(None, None), began=False)
    there(house, range(200, 260), body=house.other)
    for month in (NOVEMBER, DECEMBER):
        PlaceMonth.objects.create(
            **{**empty(PlaceMonth), "month": month, "organiser_id": house.partner.pk, "activity_id": 1, "places": 36}
        )
    the_year_is_built()


def the_year_is_built():
    for month in months_between(date(2025, 1, 1), DECEMBER):
        built(month)


@pytest.mark.requirement("R-204", "R-208")
def test_everybody_once_by_movement_and_way_out_and_none_of_another_partner(house):
    town(house)
    found = count(house)
    assert found["people", ""] == (110, False), "each once, though they were there two months"
    assert (found["people", "K"], found["people", "M"]) == ((70, False), (40, False))
    assert (found["began", ""], found["began", "up"], found["began", "same"]) == ((80, False), (40, False), (40, False))
    assert (found["people", "work"], found["people", "stayed"]) == ((40, False), (70, False))
    assert found["ended", ""] == (40, False)
    assert found["hours_attended", ""] == (2200, False)
    assert found["hours_planned", ""] == (4400, False)
    assert found["places", ""] == (36, False)


def test_not_before_the_year_is_over_and_every_month_is_built(house):
    there(house, range(1, 41))
    for month in months_between(date(2025, 1, 1), NOVEMBER):
        built(month)
    assert list(reports_to_count()) == []
    built(DECEMBER)
    assert list(reports_to_count()) == [house.report.pk]
    running = make_report(house.head, house.agreed, 2026)
    count(house)
    assert list(reports_to_count()) == [], f"and not {running.pk}, whose year is not over"


def test_a_few_are_held_back_and_what_they_could_be_reckoned_from(house):
    town(house)
    there(house, range(300, 302), gender="M", reason="studies", began=False)
    found = count(house)
    shown = {part for (name, part), (value, _corrected) in found.items() if name == "people" and value is not None}
    assert found["people", "studies"] == (None, False), "two"
    assert len({"work", "stayed"} - shown) >= 1, "the whole less the others would say it"
    assert 2 not in {value for value, _corrected in found.values()}


def test_a_correction_of_few_leaves_what_was_told_and_one_of_many_does_not(house):
    town(house)
    count(house)
    there(house, [400], steps=(1, 1), began=False)
    built(DECEMBER)
    found = count(house)
    assert found["people", ""] == (110, True)
    assert found["hours_attended", ""] == (2200, True)
    there(house, range(401, 420), steps=(1, 1), began=False)
    built(DECEMBER)
    found = count(house)
    assert found["people", ""] == (130, False)
    assert found["hours_attended", ""] == (2600, False)


def test_two_reports_of_one_partner_and_year_say_the_same_also_after_a_correction(house):
    """One beside the other would tell of whoever came between the first days of the two agreements."""
    town(house)
    there(house, [500], months=(date(2025, 11, 1),), steps=(1,), began=False)
    count(house)
    there(house, [501], steps=(1, 1), began=False)
    built(DECEMBER)
    later = make_signed(house.head, house.director, house.partner, starts_on=DECEMBER)
    second = make_report(house.head, later, 2025)
    first = count(house)
    assert first["people", ""] == (111, True)
    told = {(one["name"], one["part"]): one["value"] for one in ReportCount.objects.get(report=second).figures}
    assert told == {key: value for key, (value, _corrected) in first.items()}


def test_of_a_year_that_is_not_whole_nothing_is_told(house):
    agreed = make_signed(house.head, house.director, house.partner, starts_on=date(2018, 1, 1))
    old = make_report(house.head, agreed, 2018)
    town(house)
    for row in reports_to_count():
        count_report(row)
    assert not ReportCount.objects.filter(report=old).exists(), "its months are still to be built"
