"""The evaluation: read from the spine, made by the worker and kept, and read on its page by those who read figures."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import translation

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.insight import jobs
from trappan.insight.evaluation.competing import Course
from trappan.insight.followed import make_evaluation as make_evaluation_of
from trappan.insight.followed import pictures_of, read_courses
from trappan.insight.models import Build, Evaluation, PersonMonth, PlacementMonth
from trappan.insight.role import counting
from trappan.insight.testing import MONTH, build, make_evaluation
from trappan.insight.tests.test_measures import NOBODY
from trappan.outcomes.models import Exit
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.staff.testing import make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = reverse("insight:evaluation")
UNTIL = date(2026, 6, 1)
FIRST = date(2025, 1, 1)


@pytest.fixture
def casper():
    set_today(TODAY)
    return make_colleague("controller", make_unit("management", make_organisation()))


def follow(person, months, out="", held=None, start=FIRST, people=1):
    """Lay rows by hand of somebody, or of so many alike: begun in a month, seen for more, out in the last of these."""
    of_activity = {"activity_id": 1, "unit_id": 1, "organiser_id": 7, "kind": "workplace", "is_real": True}
    about = {"month": start, "gender": "K", "age_band": "", "has_started": True, "has_ended": False}
    about |= {"assigned": 60, "attended": 0, "excused": 0, "unexcused": 0}
    everybody = range(person, person + people)
    PlacementMonth.objects.bulk_create(PlacementMonth(**of_activity, **about, pseudonym=one) for one in everybody)
    rows = []
    for at in range(months + 1):
        is_out = bool(out) and at == months
        about = {"month": months_after(start, at), "has_case": True, "cohort": start}
        about |= {"exit_reason": out if is_out else "", "exit_held": held if is_out else None}
        rows += [PersonMonth(**NOBODY | about | {"pseudonym": one}) for one in everybody]
    PersonMonth.objects.bulk_create(rows)


def courses():
    with counting():
        return {(one.parts["kind"], one.course) for one in read_courses(UNTIL)}


def test_each_is_followed_from_the_start_until_the_first_way_out(casper):
    follow(1, 6, "work")
    follow(2, 6, "studies", held=True)
    follow(3, 2, "municipal")
    follow(4, 3, "work", held=False)
    follow(5, 17)
    follow(6, 4)
    follow(7, 18, "work")
    found = {course for _kind, course in courses()}
    assert found == {
        Course(6, "work"),
        Course(6, "studies"),
        Course(2, "closer"),
        Course(3, "otherwise"),  # it had ended at the check
        Course(17, people=2),  # still there, and one who left after the half-year
        Course(4),  # the case was closed without a word of why
    }


def test_somebody_counts_once_where_most_time_was_given_in_the_month_of_the_first_start_ever(casper):
    follow(1, 5, "work")
    more = {"month": FIRST, "pseudonym": 1, "has_started": True, "assigned": 600, "kind": "language", "activity_id": 2}
    later = {"month": months_after(FIRST, 2), "activity_id": 3, "kind": "ability"}
    [began] = PlacementMonth.objects.filter(pseudonym=1).values()
    for one in (more, more | later):
        PlacementMonth.objects.create(**began | {"id": None} | one)
    follow(2, 3, start=months_after(FIRST, 1))
    PersonMonth.objects.filter(pseudonym=2).update(cohort=date(2020, 5, 1))
    assert courses() == {("language", Course(5, "work"))}


def test_the_spine_of_a_real_person_is_followed_to_the_way_out(casper):
    case = make_case()
    placement = make_placement(case.responsible, person=case.person, activity=make_activity(), starts_on=TODAY)
    ended = TODAY + timedelta(days=70)
    Placement.objects.filter(pk=placement.pk).update(ends_on=ended)
    Exit.objects.create(person=case.person, case=case, day=ended, reason="other")
    after = months_after(MONTH, 8)
    set_today(after)
    build(*(months_after(MONTH, at) for at in range(8)))
    with counting():
        [one] = read_courses(months_after(MONTH, 7))
    assert one.course == Course(2, "otherwise")
    assert one.parts["cohort"] == "2026"
    assert one.parts["real"] == "true"


def town(people=60):
    """Half of those who began came to work after five months, the others are still there; and the months are built."""
    follow(1, 5, "work", people=people // 2)
    follow(101, 17, people=people // 2)
    build_of(UNTIL)


def build_of(month):
    moment = datetime(2026, 11, 1, tzinfo=ZoneInfo("Europe/Stockholm"))
    Build.objects.create(month=month, cutoff=moment, rows=1, added=1, removed=0, source={}, digest="", seconds=0)


def make_all():
    for build_id in list(jobs.to_evaluate()):
        jobs.evaluate(build_id)


def test_the_worker_makes_it_of_the_half_year_of_which_four_months_more_are_over_and_once(casper):
    town()
    [number] = jobs.to_evaluate()
    jobs.evaluate(number)
    made = Evaluation.objects.get()
    assert (made.month, made.municipality_id) == (UNTIL, casper.unit.organisation_id)
    whole = made.told["groups"][0]
    assert (whole["people"], whole["ways"]["work"]) == (60, [50, 50, None])
    assert "counts" not in str(made.told)
    assert made.counted[0]["began"] == 60
    assert set(made.pictures["all"]) == {"wide", "narrow"}
    assert "12 månader: 50" in made.pictures["all"]["wide"]
    assert list(jobs.to_evaluate()) == []
    jobs.evaluate(number)
    build_of(months_after(UNTIL, 1))
    assert list(jobs.to_evaluate()) == [], "a month after the half-year changes nothing"


@pytest.mark.parametrize(
    ("today", "month"),
    [
        ("2026-10-31", "2025-12-01"),
        ("2026-11-01", "2026-06-01"),
        ("2027-04-30", "2026-06-01"),
        ("2027-05-01", "2026-12-01"),
    ],
)
def test_which_half_year_it_is(casper, today, month):
    set_today(date.fromisoformat(today))
    assert str(database.query("SELECT insight_followed_to() AS month")[0].month) == month


def test_made_anew_it_stands_where_the_difference_would_tell_of_few(casper):
    town()
    make_all()
    first = Evaluation.objects.get().told
    follow(201, 4, "work", people=3)
    build_of(FIRST)
    make_all()
    stood = [{**group, "stands": True} for group in first["groups"]]
    assert Evaluation.objects.get().told["groups"] == stood, "three more who came to work"
    follow(301, 4, "work", people=17)
    build_of(FIRST)
    make_all()
    assert Evaluation.objects.get().told["groups"][0]["ways"]["work"] == [63, 63, None]


def test_what_was_built_while_it_was_made_waits_for_the_next_time(casper):
    town()
    [number] = jobs.to_evaluate()
    build_of(FIRST)
    make_evaluation_of(UNTIL, number)
    assert not Evaluation.objects.exists()
    assert list(jobs.to_evaluate()) != [number]


def test_of_too_few_there_is_no_picture_and_where_nobody_can_read_it_no_evaluation(casper):
    town(people=12)
    make_all()
    made = Evaluation.objects.get()
    assert made.pictures == {}
    assert made.told["groups"][0]["people"] is None
    assert pictures_of([]) == {}
    early = {"by": "", "ways": {"work": [12, None, None], "studies": [5, None, None]}}
    with translation.override("sv"):
        said = pictures_of([early])["all"]["wide"]
    assert "Inget visas efter tolv månader" in said, "a picture says what it shows, and never nothing"
    Evaluation.objects.all().delete()
    make_organisation("Grannkommunen")
    assert list(jobs.to_evaluate()) == []
    database.value("insight_keep_evaluation", UNTIL, 1, "{}", "{}", "{}")
    assert not Evaluation.objects.exists()


@pytest.mark.requirement("R-124")
def test_the_page_tells_groups_beside_each_other_and_claims_no_cause(client, casper, django_assert_max_num_queries):
    make_evaluation(casper.unit.organisation_id)
    sign_in(client, casper)
    with django_assert_max_num_queries(12):
        page = markup(client.get(PAGE))
    assert "Ungefär 650 som började" in page
    assert (
        "2024: av ungefär 410 som började hade 21 % kommit till arbete inom tolv månader och 7 % till studier." in page
    )
    assert "Träning i verklig drift: av ungefär 350" in page
    assert "18–24: av ungefär 120" in page
    assert casper.unit.organisation.name in page
    assert "Står som det visades för december 2025" in page
    assert "vad det beror på säger talen inte" in page.lower()
    assert "Klockan går från den första aktiviteten" in page
    assert page.count("Står som det") == 1
    assert "<svg><title>Bred" in page
    for claim in ("leder till", "tack vare", "bättre än", "sämre än", "effekt"):
        assert claim not in page
    assert f'href="{PAGE}"' in markup(client.get(reverse("insight:board")))


def test_without_an_evaluation_the_page_says_when_it_comes(client, casper):
    sign_in(client, casper)
    page = markup(client.get(PAGE))
    assert "Det finns ingen utvärdering än. Den görs på natten" in page
    assert "<table" not in page
