"""A head's start page: the own unit in numbers that add up, each leading to its rows, and nobody's name."""

import re
from datetime import date, timedelta
from random import Random

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.desk.unit_figures import unit_figures
from trappan.desk.work import day_of
from trappan.initiatives.operations import mark_day
from trappan.insight.testing import build
from trappan.outcomes.models import Exit
from trappan.placements.testing import make_placement
from trappan.plans.testing import make_mapping
from trappan.staff.models import Away
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db
CASES, FLOW = "/unit/cases/", "/unit/flow/"
OF_UNIT = ["cases_opened", "cases_closed", "exits_work"]


class Unit:
    """A unit with two consultants: one placed and two unheard with Jonna, one heard with Ali, and one with nobody."""

    def __init__(self):
        placed = make_case()
        self.jonna, self.ulla = placed.responsible, placed.social_worker
        self.unit = self.jonna.unit
        self.head = make_colleague("head_of_unit", self.unit)
        self.ali = make_colleague("consultant", self.unit, name="Ali Provalenko")
        make_placement(self.jonna, person=placed.person, activity=make_activity("Café"), starts_on=TODAY)
        self.cases = [placed, *(make_case(consultant=self.jonna) for _one in range(2)), make_case(consultant=self.ali)]
        make_mapping(self.cases[-1])
        nobodys = make_case(consultant=self.ali)
        Case.objects.filter(pk=nobodys.pk).update(responsible=None)
        self.cases.append(nobodys)
        self.elsewhere = make_case()

    def figures(self):
        with as_(self.head) as actor:
            return unit_figures(actor, day_of(actor).members)

    def count(self, months=1):
        """Let the night count the last months of the page."""
        build(*(one.first for one in self.figures().months[-months:]))

    def close(self, case, days, reason, **about):
        day = TODAY - timedelta(days=days)
        Case.objects.filter(pk=case.pk).update(closed_on=day, opened_on=day - timedelta(days=30))
        Exit.objects.create(person=case.person, case=case, day=day, reason=reason, **about)


@pytest.fixture
def uncounted(today):
    return Unit()


@pytest.fixture
def unit(uncounted):
    uncounted.count()
    return uncounted


def numbers_in(page):
    """Return the case numbers that a page shows."""
    return set(re.findall(r"\b20\d\d-\d{4}\b", page))


def test_the_numbers_add_up(unit):
    figures = unit.figures()
    assert figures.cases == len(unit.cases) == 5
    assert figures.cases == figures.placed + figures.seeking + figures.unplanned + figures.unassigned
    assert figures.waiting == figures.cases - figures.placed
    waits = {one.stage: one.cases for one in figures.waits}
    assert waits["waiting"] + waits["next"] == figures.seeking
    assert waits["unmapped"] + waits["unplanned"] == figures.unplanned
    assert waits["unassigned"] == figures.unassigned == 1
    for one in figures.consultants:
        assert one.cases == one.placed + one.seeking + one.unplanned + one.unassigned
        assert sum(bar.width for bar in one.bars) == pytest.approx(240 * one.cases / 3, abs=1)


def test_colleagues_stand_by_name_whatever_their_number_and_who_is_away_is_told(unit, client):
    Away.objects.create(membership=unit.jonna, starts_on=TODAY, ends_on=TODAY + timedelta(days=9), noted_by=unit.head)
    empty = make_colleague("consultant", unit.unit, name="Öhrn Tom")
    figures = unit.figures()
    names = [one.name for one in figures.consultants if one.key]
    assert names == sorted([unit.ali.colleague.name, unit.jonna.colleague.name, empty.colleague.name])
    assert [one.cases for one in figures.consultants if one.name == empty.colleague.name] == [0]
    sign_in(client, unit.head)
    page = " ".join(text(client.get("/")).split())
    assert "ett tal säger inte hur mycket arbete någon har" in page
    assert "borta till och med 20 nov" in page


def test_each_number_opens_as_many_rows_with_an_act_and_nobodys_name(unit, client):
    sign_in(client, unit.head)
    figures = unit.figures()
    page = markup(client.get("/"))
    asked = {
        CASES: figures.cases,
        f"{CASES}?stage=placed": figures.placed,
        f"{CASES}?stage=seeking": figures.seeking,
        f"{CASES}?stage=unplanned": figures.unplanned,
        **{f"{CASES}?stage={one.stage}": one.cases for one in figures.waits if one.stage != "unplanned"},
        **{f"{CASES}?colleague={one.key}": one.cases for one in figures.consultants if one.key},
    }
    for url, count in asked.items():
        assert f'href="{url}"' in page
        rows = markup(client.get(url))
        assert len(numbers_in(rows)) == count, url
        assert rows.count("/hand-out/") == count, "each row has its act"
        page += rows
    for case in Case.objects.select_related("person"):
        assert case.person.name not in page
        assert f"/people/{case.person_id}/" not in page
    assert unit.elsewhere.number not in page


def test_in_and_out_by_month_with_the_exits_and_what_is_not_checked(unit, client):
    jobs, studies, moved, crew = (make_case(consultant=unit.jonna) for _one in range(4))
    unit.close(jobs, 70, "work", form="Kock", held=True, checked_on=TODAY)
    unit.close(studies, 40, "studies", form="Komvux")
    unit.close(moved, 3, "transferred")
    unit.close(crew, 3, "municipal", support_form="municipal")
    unit.close(make_case(consultant=unit.jonna), 500, "work", form="Länge sedan")
    unit.count(months=12)
    figures = unit.figures()
    assert (figures.closed, figures.work, figures.studies, figures.closer, figures.unchecked) == (4, 1, 1, 1, 1)
    assert figures.opened == 9
    assert [month.first for month in figures.months][-1] == date(2026, 11, 1)
    assert len(figures.months) == 12
    sign_in(client, unit.head)
    page = markup(client.get("/"))
    assert page.count('role="img"') == 2, "a drawing for each width, and one table"
    for month in figures.months:
        for way, name in (("in", "opened"), ("out", "closed"), ("work",) * 2, ("studies",) * 2, ("closer",) * 2):
            count = getattr(month, name)
            url = f"{FLOW}?way={way}&amp;month={month.first:%Y-%m}"
            assert f'href="{url}">{count}</a>' in page
            assert len(numbers_in(markup(client.get(url.replace("&amp;", "&"))))) == count
    rows = text(client.get(f"{FLOW}?way=closer"))
    assert numbers_in(rows) == {crew.number}
    assert "Arbetsmarknadsanställning" in rows
    assert numbers_in(text(client.get(f"{FLOW}?way=work"))) == {jobs.number}
    rows = text(client.get(f"{FLOW}?way=studies"))
    assert numbers_in(rows) == {studies.number}
    assert "inte kontrollerat än" in rows
    assert jobs.person.name not in rows
    assert f'href="{FLOW}?way=unchecked"' in page
    rows = text(client.get(f"{FLOW}?way=unchecked"))
    assert numbers_in(rows) == {studies.number}, "what stands as not checked opens what is not checked"
    assert studies.person.name not in rows


def test_how_cases_ended_is_counted_by_the_figures_whole_and_of_the_own_unit_alone(uncounted, client):
    """The tile, the table and the list are the figures': told whole here, though they are of few people."""
    unit = uncounted
    stays, gone = (make_case(consultant=unit.jonna) for _one in range(2))
    unit.close(stays, 3, "work", form="Kock")
    unit.close(gone, 40, "work", form="Kock", held=False, checked_on=TODAY)
    unit.close(unit.elsewhere, 3, "work", form="Kock")
    sign_in(client, unit.head)
    assert (unit.figures().work, unit.figures().is_built) == (0, False), "the night has not been"
    page = markup(client.get("/"))
    assert "<b>–</b>till arbete" in page
    assert "<b>–</b>öppna ärenden" in page
    assert f"{CASES}?stage" not in page
    assert f"{FLOW}?way=in" not in page
    assert "way=work&amp;month=2026-11" not in page, "not known is not none"
    unit.count(months=2)
    assert (unit.figures().work, unit.figures().unchecked, unit.figures().closed) == (1, 1, 2)
    page = " ".join(text(client.get("/")).split())
    assert "samma mått som överallt" in page
    assert numbers_in(text(client.get(f"{FLOW}?way=work"))) == {stays.number}, "what did not last is no way out"
    with as_(unit.head):
        exits = [row.number for row in database.rows("insight_rows", "exits_work", TODAY.replace(day=1), [], [], False)]
        assert exits == [], "from a figure's own page only of a month that is told"
        households = database.rows("insight_own_unit", ["households"], date(2020, 1, 1), date(2030, 1, 1))
        assert households == [], "that cases come, go and end, and no more"
    unit.close(make_case(consultant=unit.jonna), 2, "work", form="Kock")
    assert unit.figures().work == 1, "what is written today comes with the night"
    unit.count()
    assert unit.figures().work == 2


def test_tile_table_and_list_are_the_same_rows_of_the_night_whatever_is_done_by_day(unit, client):
    """What is handed out, opened and closed today comes and goes with the night, and a closed case is no open one."""
    lot, known = Random(14), unit.figures()
    sign_in(client, unit.head)
    for _night in range(3):
        for _one in range(lot.randrange(4)):
            make_case(consultant=lot.choice((unit.jonna, unit.ali)))
        case = lot.choice(Case.objects.filter(unit=unit.unit, closed_on=None).order_by("pk"))
        Case.objects.filter(pk=case.pk).update(closed_on=TODAY)
        Exit.objects.create(person=case.person, case=case, day=TODAY, reason="transferred")
        Case.objects.filter(unit=unit.unit, responsible=None).update(responsible=unit.ali)
        before = unit.figures()
        assert (before.opened, before.closed, before.cases) == (known.opened, known.closed, known.cases - 1)
        agree(client, before)
        unit.count(months=2)
        known = unit.figures()
        agree(client, known)
        here = Case.objects.filter(unit=unit.unit)
        assert known.cases == here.filter(closed_on=None).count()
        assert (known.opened, known.closed) == (here.count(), here.exclude(closed_on=None).count())
        assert known.unassigned == 0


def agree(client, figures):
    """Hold every number of the page against its list."""
    stages = {one.stage: one.cases for one in figures.waits} | {
        one: getattr(figures, one) for one in ("placed", "seeking")
    }
    stages["unplanned"] = figures.unplanned
    for stage, cases in stages.items():
        assert len(numbers_in(text(client.get(f"{CASES}?stage={stage}")))) == cases, stage
    for one in figures.consultants:
        if one.key:
            assert len(numbers_in(text(client.get(f"{CASES}?colleague={one.key}")))) == one.cases
    assert sum(one.cases for one in figures.consultants) == len(numbers_in(text(client.get(CASES)))) == figures.cases
    for way, cases in (("in", figures.opened), ("out", figures.closed)):
        assert len(numbers_in(text(client.get(f"{FLOW}?way={way}")))) == cases, way


@pytest.mark.parametrize(
    "asked",
    [
        f"{CASES}?stage=x",
        f"{CASES}?colleague=x",
        f"{CASES}?colleague=999999999",
        FLOW,
        f"{FLOW}?way=x",
        f"{FLOW}?way=in&month=2020-01",
        f"{FLOW}?way=in&month=%00",
    ],
)
def test_what_the_page_does_not_count_is_not_found(unit, client, asked):
    sign_in(client, unit.head)
    assert client.get(asked).status_code == 404


@pytest.mark.requirement("R-217")
def test_a_way_of_working_stands_with_its_first_day_beside_the_months_in_which_it_began(unit, client):
    """Written once, with its day and source; a chart of other months has it not, and nobody changes it afterwards."""
    with as_(unit.head) as actor:
        for day, name in ((date(2026, 3, 2), "Heltidsaktivering"), (date(2020, 9, 1), "Etableringskursen")):
            mark_day(by=actor, day=day, kind="method", name=name, source="KF § 12")
    sign_in(client, unit.head)
    shown = text(client.get("/"))
    assert "2 mars 2026: Heltidsaktivering (Arbetssätt)" in shown
    assert "Etableringskursen" not in shown, "before these months"
    assert "Etableringskursen" in text(client.get(reverse("initiatives:initiatives")))
    with as_(unit.head), pytest.raises(DatabaseError), transaction.atomic():
        database.execute("UPDATE initiatives_landmark SET day = '2019-01-01'")


def test_another_units_head_and_whoever_is_no_head_count_nothing_here(unit, client):
    unit.close(make_case(consultant=unit.jonna), 3, "work", form="Kock")
    unit.count()
    with as_(unit.head):
        found = database.rows("insight_own_unit", OF_UNIT, date(2020, 1, 1), date(2030, 1, 1))
        assert {one.indicator for one in found} == set(OF_UNIT)
        assert len(database.rows("insight_own_cases")) == len(unit.cases)
    other = make_colleague("head_of_unit", make_unit("labour_market"))
    sign_in(client, other)
    assert numbers_in(text(client.get(CASES))) == set()
    assert client.get(f"{CASES}?colleague={unit.jonna.pk}").status_code == 404
    for who in (other, unit.jonna, unit.ulla, make_colleague("administrator")):
        with as_(who):
            assert database.rows("insight_own_cases") == []
            assert database.rows("insight_own_unit", OF_UNIT, date(2020, 1, 1), date(2030, 1, 1)) == []
    sign_in(client, unit.jonna)
    assert client.get(CASES).status_code == client.get(FLOW).status_code == 403


def test_a_head_hands_out_by_number_language_and_interpreter_and_sees_how_many_each_has(unit, client):
    case = unit.cases[-1]
    case.person.languages, case.person.interpreter = ["arabiska"], True
    case.person.save()
    sign_in(client, unit.head)
    assert reverse("cases:hand_out") in text(client.get("/")), "one click away"
    page = markup(client.get(reverse("cases:hand_out")))
    assert f"{case.number}: arabiska, tolk, sedan" in page
    assert f"{unit.ali.colleague.name}, 1 ärende" in page
    assert f"{unit.jonna.colleague.name}, 3 ärenden" in page
    assert case.person.name not in page


def test_few_cases_and_many_ask_the_same_questions(unit, client, django_assert_max_num_queries):
    sign_in(client, unit.head)
    for count in (0, 30):
        for _one in range(count):
            make_case(consultant=unit.jonna)
        # Twelve of the page's own; the test adds its savepoints and a look at the settings.
        for url in ("/", CASES, f"{FLOW}?way=in"):
            with django_assert_max_num_queries(16):
                assert client.get(url).status_code == 200
