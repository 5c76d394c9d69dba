"""From a number to its rows: the number equals the rows, and the list those of them whom the reader may read."""

import re
from dataclasses import dataclass

import ibis
import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from trappan import database
from trappan.cases.models import Case
from trappan.cases.operations import open_as_head
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.insight.disclosure.plan import PLAN
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.counting import spine
from trappan.insight.indicators.definitions import ALL, BY_NAME
from trappan.insight.indicators.in_sql import Row
from trappan.insight.models import Cell, PersonMonth, PersonMonthKey
from trappan.insight.needs import OF_COLUMNS, OF_NOBODY, WITH_ROWS
from trappan.insight.rows import counted
from trappan.insight.testing import MONTH, add_months, build, tell_all
from trappan.insight.told import told
from trappan.outcomes.models import Exit
from trappan.people.models import Person
from trappan.people.operations import open_in_emergency, protect
from trappan.people.testing import make_person, test_number
from trappan.schedules.months import months_after
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER, DECEMBER = months_after(MONTH, -1), months_after(MONTH, 1)
# What one must be able to read of somebody to be told that they are counted: said here once more, by hand.
SUPPORT, OF_AGE, PLANNED = {"requirement"}, {"requirement", "number"}, {"plan"}
NEEDED = {
    **dict.fromkeys(("households", "people", "new", "returned", "ended", "under_requirement"), (SUPPORT, SUPPORT)),
    **dict.fromkeys(("adults", "long_term", "very_long_term"), (OF_AGE, OF_AGE)),
    **dict.fromkeys(("stayed_away_6", "stayed_away_12", "reduced", "refused"), (SUPPORT, SUPPORT)),
    **dict.fromkeys(("steps_up", "steps_kept", "long_without_work"), (PLANNED, PLANNED)),
    **dict.fromkeys(("exits_work", "exits_studies", "exits_closer", "exits_otherwise"), (PLANNED, PLANNED)),
    **dict.fromkeys((f"come_to_{one}" for one in ("case", "mapping", "plan", "start")), (PLANNED, PLANNED)),
    **dict.fromkeys(("stand_without_plan", "stand_with_plan", "stand_with_place"), (PLANNED, PLANNED)),
    "exits_work_in_shortage": (PLANNED, PLANNED),
    **dict.fromkeys(("cases_opened", "cases_closed", "cases_open"), (PLANNED, PLANNED)),
    "coverage": ({"requirement", "plan"}, SUPPORT),
}
NEEDED_BY = {"gender": set(), "age_band": {"number"}, "unit": {"plan"}, "organiser": {"plan"}, "kind": {"plan"}}


@dataclass
class Rows:
    """What the owner sees of every cell: who was counted, whatever reader asks."""

    found: dict[tuple[str, bool], list[tuple]]

    def of(self, indicator, month, by, part, *, of_all):
        """Return the persons counted in a cell."""
        rows = self.found.get((indicator, of_all), [])
        return {
            person
            for person, of_month, parts in rows
            if of_month == month and tuple(parts[name] for name in by) == part
        }


def rows_by_the_counting():
    """Ask everything of the spine in the counting's own words, a question an indicator."""
    people = dict(PersonMonthKey.objects.values_list("pseudonym", "person_id"))
    t, found = spine(), {}
    for one in ALL:
        for of_all, question in ((False, one.hit), (True, one.of)):
            if question:
                asked = ibis.to_sql(t.filter(question(t)).select("month", "pseudonym", *DIMENSIONS.values()))
                found[one.name, of_all] = [
                    (
                        people[row.pseudonym],
                        row.month,
                        {name: str(getattr(row, column) or "") for name, column in DIMENSIONS.items()},
                    )
                    for row in database.query(str(asked))
                ]
    return Rows(found)


class Town:
    """Two units of the labour market and two of social service; twenty people, some in reach of each."""

    def __init__(self):
        self.ulla, self.sven = (make_colleague("social_worker", make_unit("social_service")) for _one in range(2))
        self.jonna, self.ali = (make_colleague("consultant", make_unit("labour_market")) for _one in range(2))
        self.heads = [make_colleague("head_of_unit", one.unit) for one in (self.jonna, self.ali)]
        self.nobody = make_colleague("consultant", make_unit("labour_market"))
        self.cases = []
        for at in range(20):
            worker = self.ulla if at % 3 else self.sven
            number = test_number(f"19{50 + 2 * at}0105" if at % 5 else "20120105")
            person = make_person(worker, f"Dikta{at:02}", gender="KM"[at % 4 == 1], number=number)
            back = (1 << 40) - 1 if at % 3 == 0 else (0b1, 0b10, 0b11, 0b1011)[at % 4]
            add_months(person, [months_after(MONTH, -n) for n in range(40) if back >> n & 1])
            if at % 4:
                consultant = self.jonna if at % 2 else self.ali
                self.cases.append(make_case(social_worker=worker, consultant=consultant, person=person))
        self.hidden = self.cases[2]
        with as_(self.jonna):
            protect(person=self.hidden.person, protection="marked")
        # One way out, as the owner writes it: what is shown is asked here, and how it is written elsewhere.
        self.ended = self.cases[-1]
        Case.objects.filter(pk=self.ended.pk).update(closed_on=TODAY)
        Exit.objects.create(person=self.ended.person, case=self.ended, day=TODAY, reason="work", form="x")
        build(OCTOBER, MONTH)
        # By lot, as attendance and the law of the month would have it.
        for one in PersonMonth.objects.order_by("pk"):
            PersonMonth.objects.filter(pk=one.pk).update(
                requirement="under" if one.of_36 % 2 and one.age > 17 else "",
                attended=60 if one.pseudonym % 3 else 0,
                kind="work" if one.pseudonym % 2 else "",
            )
        set_today(DECEMBER)
        tell_all()

    @property
    def readers(self):
        return [self.ulla, self.sven, self.jonna, self.ali, *self.heads, self.nobody]


@pytest.fixture
def town(today):
    return Town()


def readable(reader):
    """Return by what must be held the persons of whom the reader is told it, asked of what each page asks."""
    people = list(Person.objects.values_list("pk", flat=True))
    with as_(reader):
        standings = database.rows("requirement_standings", people, MONTH, MONTH)
        numbers = {pk for pk in people if database.value("people_numbers", pk)}
        plans = {pk for pk in people if database.value("people_holds", pk, "plan")}
        seen = set(Person.objects.values_list("pk", flat=True))
    return {"requirement": {one.person_id for one in standings} & seen, "number": numbers & seen, "plan": plans & seen}


def ends_of(head, month):
    """Return by person the numbers of the cases of a head's unit that ended in a month, as the start page has them."""
    with as_(head):
        closed = database.rows("insight_own_unit", ["cases_closed"], month, months_after(month, 1))
        ended = {row.number for row in closed if row.reason}
    return dict(Case.objects.filter(number__in=ended).values_list("person_id", "number"))


def list_of(reader, *cell, of_all):
    with as_(reader):
        found = counted(*cell, of_all=of_all)
    return {one.person_id for one in found} - {None}, {one.number for one in found} - {""}


@pytest.mark.requirement("R-160")
def test_the_number_equals_the_rows_and_the_list_those_whom_the_reader_may_read(town):
    everybody = rows_by_the_counting()
    may_read = {reader.pk: readable(reader) for reader in town.readers}
    told_by_number = {"exits_work", "exits_studies", "exits_closer", "exits_otherwise"}
    cells = list(Cell.objects.filter(period="month", indicator__in=WITH_ROWS).order_by("id"))
    seen = {"list": 0, "shown": 0, "held back": 0}

    @settings(max_examples=100, deadline=None, database=None)
    @given(st.sampled_from(cells), st.sampled_from(town.readers), st.booleans())
    def equal(cell, reader, of_all):
        by, part = tuple(cell.by), tuple(cell.part)
        of_all = of_all and BY_NAME[cell.indicator].of is not None
        rows = everybody.of(cell.indicator, cell.month, by, part, of_all=of_all)
        with as_(reader):
            told_now = {one.part: one for one in told([cell.indicator], by, cell.month, cell.month)}[part]
        number = told_now.denominator if of_all else told_now.numerator
        assert number == (len(rows) if cell.shown else None)
        needed = NEEDED[cell.indicator][of_all].union(*(NEEDED_BY[name] for name in by))
        held = set.intersection(*(may_read[reader.pk][one] for one in needed))
        people, numbers = list_of(reader, cell.indicator, cell.month, by, part, of_all=of_all)
        assert people == rows & held
        assert numbers == {
            number
            for person, number in (ends_of(reader, cell.month) if reader in town.heads else {}).items()
            if cell.indicator in told_by_number and not by and person in rows and person not in people
        }
        seen["list"] += bool(people or numbers)
        seen["shown" if cell.shown else "held back"] += 1

    equal()
    assert min(seen.values()) > 5, "the lot has tried lists, numbers that are told and such as are not"


def test_a_unit_sees_its_own_whole_whoever_is_named_alone_the_protected_and_an_opened_file_is_there(town):
    cell = ("people", MONTH, (), ())
    rows = rows_by_the_counting().of(*cell, of_all=False)
    own = {case.person_id for case in town.cases if case.responsible_id == town.jonna.pk}
    assert list_of(town.jonna, *cell, of_all=False)[0] == rows & own
    colleague = make_colleague("consultant", town.jonna.unit)
    beside = list_of(colleague, *cell, of_all=False)[0]
    assert town.hidden.person_id in rows
    assert town.hidden.person_id not in beside
    assert beside <= rows & own

    person = next(case.person for case in town.cases if case != town.hidden and has_support(MONTH, case.person_id))
    assert list_of(town.nobody, "people", MONTH, (), (), of_all=False) == (set(), set())
    number = person.numbers.get().number
    with as_(town.nobody):
        open_in_emergency(number=number, reason="Står i receptionen utan mat")
    assert list_of(town.nobody, "people", MONTH, (), (), of_all=False)[0] == {person.pk}


def test_a_head_is_told_by_number_what_the_start_page_tells_and_a_name_only_of_an_opened_file(town):
    head = town.heads[0]
    cells = Cell.objects.filter(period="month", month=MONTH, indicator__in=WITH_ROWS)
    told_of = {
        (one.indicator, *one.by) for one in cells if list_of(head, *cell_of(one), of_all=False) != (set(), set())
    }
    assert told_of == {("exits_work",)}, "nothing of support, age, gender, plan or place"
    assert list_of(head, "exits_work", MONTH, (), (), of_all=False) == (set(), {town.ended.number})
    assert list_of(town.heads[1], "exits_work", MONTH, (), (), of_all=False) == (set(), set()), "of another unit"
    own = [case for case in town.cases if case.unit_id == head.unit_id and case not in (town.hidden, town.ended)]
    read = next(case for case in own if has_support(MONTH, case.person_id))
    with as_(head):
        open_as_head(number=read.number, reason="Tillsyn av handläggningen")
    assert list_of(head, "people", MONTH, (), (), of_all=False) == ({read.person_id}, set())


def cell_of(cell):
    return cell.indicator, cell.month, cell.by, cell.part


def has_support(month, person_id):
    pseudonym = PersonMonthKey.objects.get(person=person_id).pseudonym
    return PersonMonth.objects.filter(month=month, on_support=True, pseudonym=pseudonym).exists()


def rows_in_sql(reader, *asked):
    with as_(reader):
        return len(database.rows("insight_rows", *asked))


def test_nobody_who_only_reads_figures_is_told_a_row_nor_of_what_is_not_published(town):
    asked = ("people", MONTH, [], [], False)
    assert rows_in_sql(town.jonna, *asked)
    municipality = town.jonna.unit.organisation
    roles = ("director", "controller", "board_reader", "supervisor", "employer_officer", "administrator", "auditor")
    for role in roles:
        assert rows_in_sql(make_colleague(role, make_unit("management", municipality)), *asked) == 0, role
    crossed = ["gender", "unit", "kind"]
    assert not any(sorted(crossed) == sorted(by) for by in PLAN["people"].by)
    for kind in ("", "work"):
        assert rows_in_sql(town.jonna, "people", MONTH, crossed, ["K", str(town.jonna.unit_id), kind], False) == 0
    assert rows_in_sql(town.jonna, "people", DECEMBER, [], [], False) == 0, "a month that is not told"
    assert rows_in_sql(town.jonna, "people' OR true --", MONTH, [], [], False) == 0
    make_organisation("Grannkommunen")
    assert rows_in_sql(town.jonna, *asked) == 0, "cells do not say whose they are"


def test_the_way_from_a_row_to_a_person_is_no_roles_but_through_the_list():
    calls = [
        "insight_counted(NULL, 'people', false)",
        "insight_part(NULL, '{gender}')",
        "insight_needs('people', false, '{}')",
        "insight_held('{1}', 'plan')",
    ]
    rows = "insight_rows('people', '2026-11-01', '{}', '{}', false)"
    for role in ("trappan_app", "trappan_web", "trappan_nightly", "trappan_matching", "trappan_figures"):
        for call in calls if role == "trappan_app" else [*calls, rows]:
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"SET LOCAL ROLE {role}")
                database.execute(f"SELECT {call}")


def address(name="people", **asked):
    return reverse("insight:rows", args=[name]), {"month": "2026-11", **asked}


def test_so_many_of_whom_so_many_may_be_opened_and_why_a_number_is_not_told(client, town):
    Cell.objects.filter(by=[]).exclude(period=Cell.FINEST).update(shown=True)
    cell = Cell.objects.get(indicator="people", month=MONTH, by=[], period="month")
    opened = list_of(town.ulla, "people", MONTH, (), (), of_all=False)[0]
    sign_in(client, town.ulla)
    with CaptureQueriesContext(connection) as asked:
        page = markup(client.get(*address()))
    assert len(asked) <= 12
    assert f"{cell.numerator} personer, varav du får öppna {len(opened)}" in page
    assert {int(one) for one in re.findall(r'href="/people/(\d+)/"', page)} == opened
    event = Event.objects.filter(verb="insight.see_rows").latest("id")
    assert (event.kind, event.details["found"], event.actor_id) == ("read", len(opened), town.ulla.pk)
    assert (event.details["part"], event.details["of_all"]) == ([], False)
    pages = [markup(client.get(*address(sort=sort))) for sort in ("name", "-name")]
    first, last = (re.findall(r"Dikta\d\d", page) for page in pages)
    assert first == sorted(first) == last[::-1]
    share = Cell.objects.get(indicator="long_term", month=MONTH, by=[], period="month")
    for who, number in (("", share.numerator), ("all", share.denominator)):
        assert f"{number} personer, varav" in markup(client.get(*address("long_term", who=who)))
        assert Event.objects.filter(verb="insight.see_rows").latest("id").details["of_all"] == bool(who)
    held = Cell.objects.filter(indicator="people", month=MONTH, by=["gender"], shown=False).first()
    page = markup(client.get(*address(by="gender", part=held.part[0])))
    assert Event.objects.filter(verb="insight.see_rows").latest("id").details["part"] == list(held.part)
    assert "Talet visas inte" in page
    assert "Varför talet inte visas" in page
    assert not re.search(rf"\b{held.numerator} personer, varav", page)


def test_a_head_sees_numbers_of_cases_and_whoever_reads_figures_alone_no_row_and_no_link(client, town):
    Cell.objects.filter(by=[]).exclude(period=Cell.FINEST).update(shown=True)
    asked = {"by": "unit", "part": str(town.jonna.unit_id)}
    sign_in(client, town.heads[0])
    page = markup(client.get(*address("exits_work")))
    assert re.findall(r"\b20\d\d-\d{4}\b", page) == [town.ended.number]
    page += markup(client.get(*address(**asked)))
    assert set(re.findall(r"\b20\d\d-\d{4}\b", page)) == {town.ended.number}, "of support nobody by number"
    assert "Dikta" not in page
    links = {}
    board = make_colleague("board_reader", make_unit("management", town.jonna.unit.organisation))
    for reader in (board, town.jonna):
        sign_in(client, reader)
        page = markup(client.get(reverse("insight:indicator", args=["people"])))
        links[reader.role] = re.findall(r'href="([^"]*/rows/[^"]*)"', page)
    assert links["board_reader"] == []
    assert len(links["consultant"]) > 2
    for link in links["consultant"]:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link
    for wrong in ({"month": "1066-10"}, {"by": "gender"}, {"by": "gender", "part": "X"}, {"who": "x"}):
        assert client.get(*address("long_term", **wrong)).status_code == 422, wrong
    bad = {"month": "\0", "by": "gender,gender", "part": "[]", "who": "x" * 999, "sort": "-1", "after": "😀"}
    for name, value in bad.items():
        assert client.get(*address("long_term", **{name: value})).status_code in (200, 422), name
    crossed = client.get(*address(by="unit,kind,gender", part="1"))
    assert crossed.status_code == 422
    assert "så få" in markup(crossed)
    unknown = client.get(*address(by="foo"))
    assert unknown.status_code == 422
    assert "Inget redovisas uppdelat på det. Det finns: Juridiskt kön, Ålder" in markup(unknown)
    assert client.get(*address("other_support")).status_code == 404, "of inhabitants there are no rows"
    sign_in(client, board)
    assert client.get(*address()).status_code == 403


def test_every_figure_and_every_column_of_the_spine_says_who_may_be_told_it():
    assert set(NEEDED) == WITH_ROWS
    for name, of_all in ((name, of_all) for name in NEEDED for of_all in (False, True)):
        if not of_all or (name in BY_NAME and BY_NAME[name].of):
            needs = {one.insight_needs for one in database.rows("insight_needs", name, of_all, [])}
            assert needs == NEEDED[name][of_all], name
    assert set(OF_COLUMNS) == {one.column for one in PersonMonth._meta.get_fields()} - {"id", *OF_NOBODY}


def test_a_question_in_sql_says_it_of_a_row_and_refuses_what_it_cannot_say():
    row = Row(["age", "on_support", "cohort", "month"], ["on_support"])

    def asked(of):
        months = (of.month.year() - of.cohort.year()) * 12 + of.month.month() - of.cohort.month()
        return ~of.on_support | (of.age.isin([17, 18]) & of.cohort.notnull() & (months == 6)) | of.age.isnull()

    lines = "(VALUES (true, 18, DATE '2026-05-01', DATE '2026-11-01'), (true, 18, NULL, DATE '2026-11-01'), "
    lines += "(true, 18, DATE '2026-04-01', DATE '2026-11-01'), (false, 30, NULL, NULL), (true, NULL, NULL, NULL))"
    table = f"{lines} m (on_support, age, cohort, month)"
    assert asked(row).columns == {"age", "on_support", "cohort", "month"}
    found = [one.said is True for one in database.query(f"SELECT {asked(row).text} AS said FROM {table}")]
    assert found == [True, False, False, True, True]
    assert not (row.age + 1).is_answer
    with pytest.raises(AttributeError, match="no column wealth"):
        _ = row.wealth
    with pytest.raises(TypeError, match="write &"):
        _ = row.on_support and row.age
