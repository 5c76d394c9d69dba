"""What becomes of people, hours, places and waits: by rows made by hand, and told of no few."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.insight.indicators.counting import counted, spine
from trappan.insight.indicators.definitions import ALL
from trappan.insight.indicators.measured import MEASURES, OF_PLACES
from trappan.insight.indicators.measures import measured, prepare_measures, question, sums
from trappan.insight.indicators.reading import READINGS
from trappan.insight.models import Build, Cell, PersonMonth, PersonMonthKey, PlaceMonth
from trappan.insight.testing import MONTH, build, make_months
from trappan.insight.tests.duck import alike
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.plans.models import Plan
from trappan.plans.testing import make_mapping
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
REPORTED = (1 << 14) - 1
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NOBODY = {
    field.column: {"BooleanField": False, "CharField": ""}.get(field.get_internal_type(), 0)
    for field in PersonMonth._meta.fields
    if field.name != "id" and not field.null
}


def make_rows(number, **about):
    """Make so many rows of the month by hand: of nobody of whom anything is so, but what is said."""
    first = PersonMonth.objects.count()
    values = NOBODY | {"month": MONTH, "gender": "K"} | about
    PersonMonth.objects.bulk_create(PersonMonth(**values | {"pseudonym": first + at}) for at in range(number))


def row_of(person):
    key = PersonMonthKey.objects.get(person=person)
    return PersonMonth.objects.filter(month=MONTH, pseudonym=key.pseudonym).first()


def told_month():
    """Say that the month is told, as it has been built last."""
    about = {"cutoff": datetime(2026, 12, 1, tzinfo=STOCKHOLM), "rows": 1, "added": 1, "removed": 0, "source": {}}
    made = Build.objects.create(month=MONTH, digest="", seconds=0, **about)
    if not Cell.objects.filter(indicator="people").exists():
        Cell.objects.create(indicator="people", period="month", month=MONTH, numerator=99, shown=True, build=made)


def prepared(name, *part):
    """Return what is told of a measure: its value, or None where it is hidden, and whether it stands corrected."""
    prepare_measures()
    cell = Cell.objects.filter(indicator=name, period="month", part=list(part)).first()
    return cell and (cell.value if cell.shown else None, cell.corrected)


def test_who_left_a_year_ago_is_followed_for_twelve_months(today):
    always, gone, late, early, other = (
        make_months(bits) for bits in (REPORTED, 1 << 12, 1 << 12 | 1 << 5, 1 << 12 | 1 << 8, 1 << 11)
    )
    build(MONTH)
    told = {
        person: (row.stayed_away_6, row.stayed_away_12) for person in (gone, late, early) if (row := row_of(person))
    }
    assert told == {gone: (True, True), late: (True, False), early: (False, False)}
    assert row_of(always).stayed_away_12 is None
    assert row_of(other) is None, "left later, and nothing else is known of"
    database.execute("DELETE FROM assistance_supportmonth WHERE person_id = %s AND month = '2026-07-01'", [always.pk])
    build(MONTH)
    assert row_of(gone).stayed_away_12 is None, "of a month that nobody has reported nobody stayed away"


def test_a_month_expects_a_seventh_of_a_week_for_each_day_with_a_plan(today):
    case = make_case()
    about = {"person": case.person, "case": case, "goal": "Arbete", "review_on": date(2027, 1, 1)}
    change = datetime(2026, 11, 11, 9, tzinfo=STOCKHOLM)
    first = datetime(2026, 10, 5, 9, tzinfo=STOCKHOLM)
    make_mapping(case)
    Plan.objects.create(**about, weekly_minutes=1400, decided_at=first, replaced_at=change, imported=True)
    Plan.objects.create(**about, weekly_minutes=700, decided_at=change, imported=True)
    build(MONTH)
    assert row_of(case.person).expected == 10 * 200 + 20 * 100
    assert (row_of(case.person).target, row_of(case.person).planned) == (700, 0)
    # Nothing ends a plan when its case is closed.
    Case.objects.filter(pk=case.pk).update(closed_on=date(2026, 11, 13))
    build(MONTH)
    assert row_of(case.person).expected == 10 * 200 + 2 * 100
    assert (row_of(case.person).target, row_of(case.person).planned) == (None, None)


def test_who_began_half_a_year_ago_is_in_the_month_though_nothing_else_is_known_of_them(today):
    case = make_case()
    placement = make_placement(case.responsible, person=case.person, activity=make_activity(), starts_on=TODAY)
    week_later = TODAY + timedelta(days=7)
    Placement.objects.filter(pk=placement.pk).update(ends_on=week_later)
    Case.objects.filter(pk=case.pk).update(closed_on=week_later)
    spring = [months_after(MONTH, at) for at in (5, 6, 7)]
    set_today(spring[-1])
    build(*spring)
    found = PersonMonth.objects.filter(month__in=spring).values_list("month", "cohort", "has_case", "is_placed")
    assert list(found) == [(months_after(MONTH, 6), MONTH, False, False)]


@pytest.mark.requirement("R-126")
def test_each_count_of_what_became_of_people(today):
    began = {"cohort": months_after(MONTH, -6), "first_step": 3}
    make_rows(3, **began, step=4)
    make_rows(2, **began, step=3)
    make_rows(1, **began, step=2)
    make_rows(1, cohort=months_after(MONTH, -5), first_step=3, step=4)
    make_rows(1, cohort=months_after(MONTH, -6))
    make_rows(2, stayed_away_6=True, stayed_away_12=True)
    make_rows(1, stayed_away_6=True, stayed_away_12=False)
    make_rows(1, stayed_away_6=False, stayed_away_12=False)
    make_rows(1, requirement="under", is_reduced=True)
    make_rows(2, requirement="under", is_refused=True)
    make_rows(1, is_refused=True)
    for reason, held in (("work", None), ("work", True), ("work", False), ("internship", None), ("municipal", None)):
        make_rows(1, exit_reason=reason, exit_held=held)
    make_rows(4, exit_reason="studies")
    make_rows(1, exit_reason="other")
    make_rows(1, months_without_work=25)
    make_rows(2, months_without_work=24)
    found = {one.name: [0, 0] for one in ALL}
    for one in counted(MONTH):
        found[one.indicator][0] += one.hit
        found[one.indicator][1] += one.of or 0
    expected = {
        "steps_up": [3, 6],
        "steps_kept": [5, 6],
        "stayed_away_6": [3, 4],
        "stayed_away_12": [2, 4],
        "reduced": [1, 3],
        "refused": [2, 3],
        "exits_work": [2, 0],
        "exits_studies": [4, 0],
        "exits_closer": [2, 0],
        "exits_otherwise": [1, 0],
        "long_without_work": [1, 3],
    }
    assert {name: found[name] for name in expected} == expected


def make_places(*activities):
    """Make the month's row of activities, each by how many places it has and how many are taken."""
    places = {"unit_id": 1, "organiser_id": 1, "kind": "", "started": 0, "ended": 0, "assigned": 0, "attended": 0}
    PlaceMonth.objects.bulk_create(
        PlaceMonth(month=MONTH, activity_id=at, places=held, taken=taken, **places)
        for at, (held, taken) in enumerate(activities)
    )


@pytest.fixture
def waiting(today):
    """Twenty-four women who waited 1 to 24 days for their case, and five men who waited 100."""
    for days in range(1, 25):
        make_rows(1, days_to_case=days, expected=600, attended=480, target=600, planned=300)
    make_rows(5, days_to_case=100, gender="M", expected=600, target=600, planned=600)
    make_rows(3, attended=999)
    make_places((24, 18), (16, 10))
    told_month()


def test_waits_hours_and_places(waiting):
    assert prepared("days_to_case") == (15, False)
    assert prepared("days_to_case", "K") == (13, False), "twelve and a half: a half goes up"
    assert prepared("days_to_case_nine") == (100, False)
    assert prepared("days_to_plan") is None, "of nobody there is no figure"
    hours = Cell.objects.get(indicator="hours_attended", period="month", by=[])
    assert (hours.numerator, hours.denominator, hours.value) == (190, 290, 65.5), (
        "in tens, without those without a plan"
    )
    assert prepared("hours_planned") == (round(100 * 170 / 290, 1), False)
    assert prepared("places_used") == (70, False)
    assert prepare_measures() == 0, "a month that has not been built since is not gone over again"


def test_a_breakdown_is_told_whole_or_not_at_all_and_nobody_is_told_of_how_many(waiting):
    assert prepared("days_to_case_nine", "K") == (None, False), "of five men nine of ten would be the longest of all"
    PersonMonth.objects.filter(gender="M")[0].delete()
    Cell.objects.exclude(indicator="people").delete()
    assert prepared("days_to_case") == (15, False)
    assert prepared("days_to_case", "K") == prepared("days_to_case", "M") == (None, False), "four men"
    kept = Cell.objects.filter(indicator="days_to_case", period=Cell.FINEST)
    assert {tuple(one.part): one.numerator for one in kept} == {(): 28, ("K",): 24, ("M",): 4}
    assert not kept.filter(shown=True).exists()
    PersonMonth.objects.filter(gender="M").update(days_to_exit=9)
    Cell.objects.exclude(indicator="people").delete()
    assert prepared("days_to_exit") == prepared("days_to_exit", "K") == (None, False), "nor that it is no woman"


@pytest.mark.parametrize("activities", [((0, 40), (3, 1)), ((12, 10), (12, 9))], ids=["without places", "nineteen"])
def test_places_are_told_of_twenty_taken_where_there_are_any(today, activities):
    """Somebody may have places at two activities, and is counted at both; where there are none, no place is taken."""
    make_places(*activities)
    told_month()
    assert prepared("places_used") == (None, False)


def test_places_are_told_by_kind_where_each_has_twenty_and_a_new_breakdown_marks_nothing(today):
    make_places((30, 20), (40, 25))
    PlaceMonth.objects.filter(places=30).update(kind="work")
    PlaceMonth.objects.filter(places=40).update(kind="language")
    told_month()
    whole = (round(100 * 45 / 70, 1), False)
    assert prepared("places_used") == whole
    assert (prepared("places_used", "language"), prepared("places_used", "work")) == ((62.5, False), (66.7, False))
    # As it was told before there were kinds in the plan: they come beside, few or many.
    Cell.objects.filter(indicator="places_used", by=["kind"]).delete()
    PlaceMonth.objects.filter(places=30).update(taken=3)
    PlaceMonth.objects.filter(places=40).update(taken=42)
    told_month()
    assert prepared("places_used") == whole
    assert prepared("places_used", "language") == prepared("places_used", "work") == (None, False), "all parts or none"


def test_a_month_stands_until_it_is_of_five_more(waiting):
    assert prepared("days_to_case") == (15, False)
    make_rows(4, days_to_case=1)
    told_month()
    assert prepared("days_to_case") == (15, True), "four more: it stands, and is marked"
    make_rows(1, days_to_case=1)
    told_month()
    assert prepared("days_to_case") == (13, False)


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("hours_attended", {"attended": 600}),
        ("hours_planned", {"planned": 6000}),
        ("days_to_case", {"days_to_case": 400}),
        ("days_to_case_nine", {"days_to_case": 400}),
    ],
)
def test_what_is_put_right_of_the_same_people_is_marked_and_tells_no_number(waiting, name, moved):
    """Side by side the old and the new figure would tell what was put right of one person."""
    before = prepared(name)
    stood = list(Cell.objects.filter(indicator=name).order_by("id").values_list("value", "numerator", "denominator"))
    for one in PersonMonth.objects.filter(gender="K", days_to_case__gte=13):
        PersonMonth.objects.filter(pk=one.pk).update(**moved)
    told_month()
    assert prepared(name) == (before[0], True)
    assert stood == list(
        Cell.objects.filter(indicator=name).order_by("id").values_list("value", "numerator", "denominator")
    )


def test_a_part_in_which_as_many_are_counted_holds_back_five_more_in_another(waiting):
    assert prepared("hours_attended", "M") == (0, False)
    PersonMonth.objects.filter(pk=PersonMonth.objects.filter(gender="M")[0].pk).update(attended=600)
    make_rows(9, expected=600, attended=600)
    told_month()
    assert prepared("hours_attended", "M") == (0, True)
    PersonMonth.objects.filter(gender="M").update(attended=0)
    told_month()
    assert prepared("hours_attended", "M") == (0, False), "as it was: nothing of it is told anew"
    assert prepared("hours_attended") == (round(100 * 280 / 380, 1), False)


def test_other_engines_measure_alike(waiting, elsewhere):
    for model, measures, ways in ((PersonMonth, MEASURES, [(), ("gender",)]), (PlaceMonth, OF_PLACES, [(), ("kind",)])):
        for by in ways:
            here = [tuple(row) for row in database.query(question(model, by))]
            assert here
            assert sorted(map(alike, here)) == elsewhere(model, sums(spine(model), measures, by))
    assert {one.measure.name for one in measured(MONTH)} <= READINGS.keys()
