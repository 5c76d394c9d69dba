"""Extracts for research: asked by one and decided by another, without whose it is, and open for a time to who asked."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.insight import operations
from trappan.insight.extract import making
from trappan.insight.extract.making import make
from trappan.insight.extract.standing import dictionary_as_csv
from trappan.insight.jobs import end_extract, extracts_over, extracts_to_make, make_extract
from trappan.insight.models import Extract, ExtractFile, PersonMonth
from trappan.insight.parquet import answered
from trappan.insight.testing import build, make_months
from trappan.insight.tests.test_board import LAST, cell
from trappan.people.models import Household, Person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
EXTRACTS, NEW = reverse("insight:extracts"), reverse("insight:ask_extract")
COLUMNS = ["gender", "household", "obstacle", "household_type"]
SENT = {
    "reference": "SN 2026/77",
    "project": "Vägen ut",
    "recipient": "Påhittade universitetet",
    "purpose": "Följa vägen från bistånd till arbete",
    "since": "2026-10",
    "month": "2026-10",
    "ends_on": "2026-11-30",
    "columns_person": ["gender"],
    "columns_support": ["household", "obstacle", "household_type"],
}


@pytest.fixture
def director(controller):
    return make_colleague("director", controller.unit)


@pytest.fixture
def people(today):
    """Seven people in October, of whom two share a household with one whose identity is protected."""
    alone = [make_months(0b10) for _one in range(4)]
    home = Household.objects.create()
    protected = make_months(0b10)
    Person.objects.filter(pk=protected.pk).update(protection="marked")
    with_protected = [make_months(0b10, household=home) for _one in range(2)]
    database.execute(
        "UPDATE assistance_supportmonth SET household_id = %s WHERE person_id = %s", [home.pk, protected.pk]
    )
    build(LAST)
    return alone, [protected, *with_protected]


def ask(by, columns=COLUMNS, **about):
    wanted = {name: SENT[name] for name in ("reference", "project", "recipient", "purpose")}
    with as_(by) as actor:
        return operations.ask_extract(
            by=actor, columns=columns, since=LAST, month=LAST, **{**wanted, "ends_on": date(2026, 12, 1), **about}
        )


def grant(extract, by, outcome="granted"):
    with as_(by):
        operations.decide_extract(extract=extract, outcome=outcome, reason="Prövat enligt sekretessen")
    extract.refresh_from_db()


def make_all():
    for row in extracts_to_make():
        make_extract(row)


@pytest.fixture
def granted(people, controller, director):
    extract = ask(controller)
    grant(extract, director)
    make_all()
    extract.refresh_from_db()
    return extract


def page_of(extract):
    return reverse("insight:extract", args=[extract.pk])


def rows(extract, asked="SELECT * FROM x ORDER BY person"):
    return answered([bytes(ExtractFile.objects.get(extract=extract).content)], "x", asked)


class TestFromAskingToOpening:
    @pytest.mark.requirement("R-257")
    def test_the_controller_asks_the_director_decides_the_worker_makes_it_and_who_asked_opens_it(
        self, client, people, controller, director, django_assert_max_num_queries
    ):
        cell("people", LAST, 7)
        sign_in(client, controller)
        with django_assert_max_num_queries(12):
            page = markup(client.get(NEW))
        assert "Kolumner: välj minst en" in page
        assert "(frivilligt)" not in page
        answer = client.post(NEW, {"acting_as": controller.pk, **SENT})
        extract = Extract.objects.get()
        assert answer["Location"] == page_of(extract)
        assert sorted(extract.columns) == sorted(COLUMNS)
        assert (extract.since, extract.month, extract.ends_on) == (LAST, LAST, date(2026, 12, 1))
        assert list(extracts_to_make()) == []
        assert "decide-outcome" not in markup(client.get(page_of(extract))), "never whoever asked"
        sign_in(client, director)
        sent = {"acting_as": director.pk, "form": "decide", "decide-outcome": "granted", "decide-reason": "Prövat"}
        assert client.post(page_of(extract), sent).status_code == 302
        make_all()
        sign_in(client, controller)
        with django_assert_max_num_queries(12):
            page = markup(client.get(page_of(extract)))
        assert "Filen finns" in page
        assert "4 rader om 4 personer" in page
        answer = client.get(page_of(extract), {"file": "parquet"})
        assert answer.content == bytes(ExtractFile.objects.get().content)
        assert f"uttag-{extract.pk}.parquet" in answer["Content-Disposition"]
        assert answer["Cache-Control"] == "no-store"
        opened = Event.objects.get(verb="insight.open_extract")
        assert (opened.actor, opened.details["file"], opened.details["rows"]) == (controller, "parquet", 4)
        with django_assert_max_num_queries(12):
            assert "Vägen ut" in markup(client.get(EXTRACTS))

    def test_whoever_may_decide_is_told_that_it_waits_and_whoever_asked_is_not(self, client, controller, director):
        board = reverse("insight:board")
        extract = ask(controller)
        both = Membership.objects.create(
            colleague=controller.colleague,
            unit=controller.unit,
            role="director",
            confirmed_at=controller.confirmed_at,
            starts_on=controller.starts_on,
        )

        def told(by, words):
            sign_in(client, by)
            page = markup(client.get(board))
            return (words in page, page_of(extract) in page)

        waits = "Ett uttag för forskning väntar på ditt beslut"
        assert told(director, waits) == (True, True)
        for other in (controller, both, make_colleague("board_reader", controller.unit)):
            assert told(other, waits) == (False, False)
        grant(extract, director)
        assert told(director, waits) == (False, False)

    def test_whoever_asked_is_told_what_was_decided_until_she_has_looked_at_it_and_nobody_else_is(
        self, client, controller, director
    ):
        board, told = reverse("insight:board"), "Ditt uttag för forskning är beslutat"
        extract = ask(controller)
        other = make_colleague("controller", controller.unit)

        def is_told(by):
            sign_in(client, by)
            return told in markup(client.get(board))

        client.get(page_of(extract))
        assert not is_told(controller), "nothing is decided"
        grant(extract, director)
        assert [is_told(one) for one in (controller, other, director)] == [True, False, False]
        sign_in(client, other)
        client.get(page_of(extract))
        assert is_told(controller), "another has looked at it, not she"
        assert page_of(extract) in markup(client.get(board))
        client.get(page_of(extract))
        assert not is_told(controller)
        set_today(TODAY + timedelta(days=1))
        with as_(director):
            operations.withdraw_extract(extract=extract, reason="Ångrat")
        assert is_told(controller)
        refused = ask(controller)
        grant(refused, director, "refused")
        client.get(page_of(extract))
        assert is_told(controller)
        assert "(Avslaget)" in markup(client.get(board))

    def test_what_is_refused_while_asking_says_why(self, client, controller):
        cell("people", LAST, 7)
        cell("people", date(2026, 9, 1), 7)
        sign_in(client, controller)
        for changed, said in (
            ({"columns_person": [], "columns_support": []}, "Välj minst en kolumn"),
            ({"month": "2026-09"}, "kommer före den första"),
            ({"ends_on": "2026-11-11"}, "Den dagen har varit"),
            ({"purpose": "Om 19850505-1234"}, "personnumret"),
            ({"columns_person": ["pseudonym"]}, "pseudonym"),
        ):
            answer = client.post(NEW, {"acting_as": controller.pk, **SENT, **changed})
            assert (answer.status_code, said in markup(answer)) == (422, True), changed
        assert not Extract.objects.exists()


class TestTheFile:
    def test_it_has_the_columns_that_were_chosen_and_numbers_drawn_for_it_alone(self, granted, controller, director):
        first = rows(granted)
        assert list(first[0]) == ["month", "person", "gender", "household", "household_type", "obstacle"]
        assert {one["obstacle"] for one in first} == {"unemployed"}
        second = ask(controller)
        grant(second, director)
        make_all()
        spine = set(PersonMonth.objects.values_list("pseudonym", flat=True))
        spine |= set(PersonMonth.objects.values_list("household", flat=True))
        drawn = [{one[name] for one in of for name in ("person", "household")} for of in (first, rows(second))]
        assert [len(one) for one in drawn] == [8, 8]
        assert not drawn[0] & drawn[1]
        assert not (drawn[0] | drawn[1]) & spine

    def test_who_is_protected_is_left_out_with_the_household_and_how_few_is_not_said(self, client, granted, people):
        alone, left = people
        assert PersonMonth.objects.filter(on_support=True).count() == len(alone) + len(left)
        assert (granted.rows, granted.people, granted.left_out) == (4, 4, None)
        assert "Färre än fem personer är utelämnade" in dictionary_as_csv(granted)
        assert "kan räkna ut hur många" in dictionary_as_csv(granted)

    def test_five_who_are_left_out_are_counted(self, people, controller, director):
        Person.objects.filter(pk__in=[one.pk for one in people[0]]).update(protection="registration")
        extract = ask(controller)
        grant(extract, director)
        make_all()
        extract.refresh_from_db()
        assert (extract.rows, extract.left_out) == (0, 7)
        assert "7 personer är utelämnade" in dictionary_as_csv(extract)

    def test_its_dictionary_says_each_column_its_kind_its_codes_and_where_it_is_from(self, client, granted, controller):
        sign_in(client, controller)
        answer = client.get(page_of(granted), {"file": "csv"})
        said = list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))
        assert {one["column"] for one in said} == {"*", "month", "person", *COLUMNS}
        codes = {(one["column"], one["code"]): one["code_means"] for one in said}
        assert codes["gender", "K"] == "Kvinna"
        assert all(one["source"] and one["kind"] for one in said if one["meaning"] and one["column"] != "*")

    def test_a_cell_of_it_that_a_spreadsheet_would_carry_out_is_defused(self, controller, director):
        make_unit("office", controller.unit.organisation, name='=HYPERLINK("x")')
        extract = ask(controller, columns=["unit_id"])
        assert "'=HYPERLINK" in dictionary_as_csv(extract)


class TestProtectedSince:
    def protect(self, person):
        Person.objects.filter(pk=person.pk).update(protection="marked")

    @pytest.mark.requirement("R-257")
    def test_whoever_becomes_protected_empties_every_file_and_it_is_made_anew_without_them(
        self, client, granted, people, controller
    ):
        database.execute("DELETE FROM procrastinate_jobs")
        self.protect(people[0][0])
        assert not ExtractFile.objects.exists()
        with as_(controller):
            assert database.value("insight_open_extract", granted.pk) is None
        [job] = database.query("SELECT task_name, args->>'row' AS of FROM procrastinate_jobs WHERE args->>'row' <> ''")
        assert tuple(job) == ("insight.extract", str(granted.pk))
        sign_in(client, controller)
        assert "Beviljat, filen görs" in markup(client.get(page_of(granted)))
        make_all()
        granted.refresh_from_db()
        assert (granted.rows, granted.people, len(rows(granted))) == (3, 3, 3)
        self.protect(people[0][0])
        assert ExtractFile.objects.exists(), "who was protected already empties nothing"

    def test_of_one_that_is_over_the_file_is_taken_away_and_none_is_made(self, granted, people):
        set_today(granted.ends_on)
        self.protect(people[0][0])
        granted.refresh_from_db()
        assert granted.gone_at
        assert granted.made_at
        assert not ExtractFile.objects.exists()
        assert list(extracts_to_make()) == []

    @pytest.mark.requirement("R-257")
    def test_a_file_is_not_kept_where_somebody_became_protected_while_it_was_made(
        self, people, controller, director, monkeypatch
    ):
        extract = ask(controller)
        grant(extract, director)

        def meanwhile(files, name, asked):
            self.protect(people[0][0])
            return answered(files, name, asked)

        with monkeypatch.context() as patched:
            patched.setattr(making, "answered", meanwhile)
            make(extract.pk)
        assert not ExtractFile.objects.exists()
        assert list(extracts_to_make()) == [extract.pk]
        make_all()
        assert len(rows(extract)) == 3


class TestTwoPersons:
    def test_nobody_decides_what_they_asked_for_not_in_another_membership_either(self, controller, director):
        extract = ask(controller)
        with pytest.raises(Refused, match="någon annan"):
            grant(extract, controller)
        both = Membership.objects.create(
            colleague=controller.colleague,
            unit=controller.unit,
            role="director",
            confirmed_at=controller.confirmed_at,
            starts_on=controller.starts_on,
        )
        with pytest.raises(Refused, match="någon annan"):
            grant(extract, both)
        grant(extract, director, "refused")
        with pytest.raises(Refused, match="redan beslutat"):
            grant(extract, director)
        assert list(extracts_to_make()) == []

    def test_what_is_late_is_not_granted_and_what_is_not_granted_not_withdrawn(self, controller, director):
        extract = ask(controller)
        with as_(director), pytest.raises(Refused, match="inget beslut att återkalla"):
            operations.withdraw_extract(extract=extract, reason="Ångrat")
        set_today(extract.ends_on)
        with pytest.raises(Refused, match="Sista dagen"):
            grant(extract, director)

    def test_others_see_neither_the_list_nor_an_extract_and_the_database_says_so(self, client, granted, controller):
        other_house = make_colleague("director", make_unit("management", make_organisation("Grannkommunen")))
        for role in ("board_reader", "head_of_unit", "social_worker", "auditor"):
            other = make_colleague(role, controller.unit)
            sign_in(client, other)
            assert [client.get(one).status_code for one in (EXTRACTS, NEW, page_of(granted))] == [403] * 3, role
            with as_(other):
                assert database.query("SELECT count(*) AS n FROM insight_extract")[0].n == 0
                assert database.value("insight_open_extract", granted.pk) is None
        sign_in(client, other_house)
        assert client.get(page_of(granted)).status_code == 404
        with as_(other_house), pytest.raises(Refused, match="egen direktör"):
            operations.withdraw_extract(extract=granted, reason="Inte mitt")
        with as_(controller), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query("SELECT content FROM insight_extractfile")
        with as_(controller), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute("UPDATE insight_extract SET outcome = 'granted'")
        columns = "municipality_id, reference, project, recipient, purpose, columns, since, month, ends_on, words"
        itself = (
            f"INSERT INTO insight_extract ({columns}, outcome, reason, decided_at) SELECT {columns}, 'granted', 'Jag'"
        )
        with as_(controller), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(f"{itself}, now() FROM insight_extract")


class TestOver:
    def is_opened(self, client, extract, by):
        sign_in(client, by)
        return client.get(page_of(extract), {"file": "parquet"}).status_code == 200

    def test_nobody_but_who_asked_opens_it(self, client, granted, controller, director):
        assert self.is_opened(client, granted, controller)
        for other in (director, make_colleague("controller", controller.unit)):
            assert not self.is_opened(client, granted, other)
            assert "?file=parquet" not in markup(client.get(page_of(granted)))

    @pytest.mark.requirement("R-257")
    @pytest.mark.parametrize("how", ["withdrawn", "expired", "right"])
    def test_when_it_is_over_nobody_opens_it_and_the_worker_takes_the_file_away(
        self, client, granted, controller, director, how
    ):
        end_extract(granted.pk)
        assert ExtractFile.objects.exists(), "nothing is taken of one that holds"
        assert list(extracts_over()) == []
        if how == "withdrawn":
            sign_in(client, director)
            sent = {"acting_as": director.pk, "form": "withdraw", "withdraw-reason": "Projektet är nedlagt"}
            assert client.post(page_of(granted), sent).status_code == 302
        elif how == "expired":
            set_today(granted.last_on)
            assert list(extracts_over()) == [], "its last day is one of its days"
            set_today(granted.ends_on)
        else:
            Membership.objects.filter(pk=controller.pk).update(ends_on=TODAY)
        if how != "right":
            assert not self.is_opened(client, granted, controller)
        with as_(director):
            assert database.value("insight_opens_extract", granted.pk) is False
        assert list(extracts_over()) == [granted.pk]
        end_extract(granted.pk)
        assert not ExtractFile.objects.exists()
        granted.refresh_from_db()
        assert granted.gone_at
        sign_in(client, director)
        said = {"withdrawn": "Återkallat", "expired": "sista dagen har passerat", "right": "inte längre controller"}
        assert said[how] in markup(client.get(page_of(granted)))

    def test_a_right_that_ends_before_it_is_made_makes_no_file(self, people, controller, director):
        extract = ask(controller)
        grant(extract, director)
        [row] = extracts_to_make()
        Membership.objects.filter(pk=controller.pk).update(ends_on=TODAY)
        make(row)
        assert not ExtractFile.objects.exists()
        assert list(extracts_to_make()) == []
        assert database.value("insight_keep_extract", row, b"x", 1, 1, 0, "") is False, "nor one that ends meanwhile"
        assert list(database.rows("insight_left_out", row)) == [], "and nobody is told who is protected"
