"""The yearly question: answered once, kept apart from who answered, told when nobody can be worked out of it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.insight import operations
from trappan.insight.models import StaffAsked, StaffTally
from trappan.insight.staff_question import asked_now, my_question, years
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.schedules.models import Clock
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
PAGE = reverse("insight:how_it_goes")
ASKED = reverse("insight:asked")
DECEMBER = date(2026, 12, 1)
CODES = ("helps", "time", "together", "say")


def grades(*given):
    """Return a grade for each statement: the ones given, the last of them for the rest."""
    return dict(zip(CODES, (*given, *[given[-1]] * 4), strict=False))


def answer(who, *given):
    with as_(who):
        operations.say_how_it_goes(answers=grades(*given))


def answered(unit, *given):
    """Let as many in a unit answer as there are grades, each with the same for all statements."""
    for grade in given:
        answer(make_colleague("consultant", unit), grade)


def is_prompted(client):
    """Tell whether what a start page fetches beside itself leads to the question."""
    answer = client.get(ASKED)
    return answer.status_code == 200 and f'href="{PAGE}"' in markup(answer)


def it_is(day):
    Clock.objects.update_or_create(only=True, defaults={"day": day})


def told_to(who):
    """Return what a colleague is told of the latest year: unit, number of answers, and the first grade."""
    with as_(who):
        found = years()
    return [(one.unit, one.number, one.beside[0][1]) for one in found[0].answers] if found else []


@pytest.fixture
def unit(today):
    return make_unit(name="Enhet Öster")


@pytest.fixture
def jonna(unit):
    return make_colleague("consultant", unit)


class TestAnswering:
    @pytest.mark.requirement("R-256")
    def test_a_colleague_is_asked_answers_once_and_is_asked_no_more(self, client, unit, jonna):
        sign_in(client, jonna)
        assert is_prompted(client), "on the start page"
        page = markup(client.get(PAGE))
        assert "Det vi gör hjälper människor vidare" in page
        assert "<textarea" not in page, "no words by which somebody is known"
        sent = {"acting_as": jonna.pk, "form": "answer", **{f"answer_{code}": 4 for code in CODES}}
        missing = client.post(PAGE, {**sent, "answer_say": ""})
        assert missing.status_code == 422
        assert "Välj en siffra för: " in markup(missing)
        assert not StaffAsked.objects.exists()
        assert client.post(PAGE, sent).status_code == 302
        page = markup(client.get(PAGE))
        assert "Du har svarat för 2026" in page
        assert 'name="answer_helps"' not in page
        assert not is_prompted(client)
        again = markup(client.post(PAGE, {**sent, "answer_helps": 1}))
        assert "Ditt första svar gäller" in again, "another window"
        assert set(StaffTally.objects.values_list("question", "answers", "total")) == {(one, 1, 4) for one in CODES}

    @pytest.mark.parametrize(
        "role", ["consultant", "head_of_unit", "supervisor", "host_manager", "auditor", "administrator", "controller"]
    )
    def test_every_start_page_leads_to_it_and_the_boards_readers_does_not(self, client, unit, role):
        sign_in(client, make_colleague(role, unit))
        way = f'href="{PAGE}"' if role == "supervisor" else f'hx-get="{ASKED}"'
        assert way in markup(client.get("/", follow=True)), role
        sign_in(client, make_colleague("board_reader", unit))
        assert f'hx-get="{ASKED}"' not in markup(client.get("/", follow=True))
        assert client.get(ASKED).status_code == client.get(PAGE).status_code == 403

    def test_somebody_with_two_memberships_answers_once(self, jonna):
        other = Membership.objects.create(
            colleague=jonna.colleague,
            unit=make_unit(),
            role="employer_officer",
            starts_on=TODAY,
            confirmed_at=jonna.confirmed_at,
        )
        answer(jonna, 3)
        with as_(other), pytest.raises(Refused, match="första svar"):
            operations.say_how_it_goes(answers=grades(5))
        assert StaffTally.objects.values_list("unit_id").distinct().get() == (jonna.unit_id,)

    def test_put_off_it_comes_back_after_two_weeks_and_can_be_answered_meanwhile(self, client, jonna):
        sign_in(client, jonna)
        client.post(PAGE, {"acting_as": jonna.pk, "form": "put_off"})
        assert not is_prompted(client)
        assert 'name="answer_helps"' in markup(client.get(PAGE))
        with as_(jonna) as actor:
            assert asked_now(actor) is None
        it_is(TODAY + timedelta(days=14))
        with as_(jonna) as actor:
            assert asked_now(actor).year == 2026
        answer(jonna, 2)
        with as_(jonna), pytest.raises(Refused, match="svarat"):
            operations.put_off_question()

    @pytest.mark.parametrize("day", [date(2026, 9, 30), DECEMBER])
    def test_it_is_asked_in_october_and_november_alone(self, client, jonna, day):
        it_is(day)
        sign_in(client, jonna)
        assert f'hx-get="{ASKED}"' not in markup(client.get("/")), "not even looked for"
        assert not is_prompted(client)
        with as_(jonna), pytest.raises(Refused, match="oktober och november"):
            operations.say_how_it_goes(answers=grades(3))

    def test_who_works_here_is_asked_a_partners_staff_too_and_a_member_of_the_board_is_not(self, today):
        partner = make_unit("site", make_organisation("Navet", kind="association", basis="cooperation"))
        for role, where in (("supervisor", partner), ("auditor", None), ("head_of_unit", None), ("director", None)):
            with as_(make_colleague(role, where)):
                assert my_question().answered is False
        with as_(make_colleague("board_reader")):
            assert my_question() is None
            with pytest.raises(Refused):
                operations.say_how_it_goes(answers=grades(3))
        assert database.rows("insight_my_question") == [], "nobody acts"

    @pytest.mark.parametrize(
        "answers", [{}, {"helps": 3}, {**grades(3), "helps": 6}, {**grades(3), "helps": 0}, {**grades(3), "other": 3}]
    )
    def test_the_database_takes_every_statement_of_the_year_with_a_grade_and_nothing_else(self, jonna, answers):
        with as_(jonna), pytest.raises(Refused, match="från 1 till 5"):
            operations.say_how_it_goes(answers=answers)
        assert not StaffAsked.objects.exists()

    def test_the_statements_are_those_of_the_day_on_which_the_asking_began(self, client, jonna):
        Code.objects.filter(code="say", table="staff_question").update(valid_to=date(2026, 11, 1))
        about = {"table": "staff_question", "label_en": "New", "position": 9}
        Code.objects.create(code="new", label_sv="Nytt i november", valid_from=date(2026, 11, 1), **about)
        sign_in(client, jonna)
        page = markup(client.get(PAGE))
        assert 'name="answer_say"' in page
        assert "Nytt i november" not in page
        answer(jonna, 3)


@pytest.mark.django_db(transaction=True)
def test_sent_eight_times_at_the_same_moment_it_counts_once_and_eight_colleagues_count_eight_times(unit, jonna):
    def say(_actor):
        operations.say_how_it_goes(answers=grades(4, 3))

    gave = at_the_same_moment(*[by(jonna, say)] * 8)
    assert sum(isinstance(one, Refused) for one in gave) == 7
    assert set(StaffTally.objects.values_list("answers")) == {(1,)}
    gave = at_the_same_moment(*(by(make_colleague("consultant", unit), say) for _one in range(8)))
    assert gave == [None] * 8
    assert set(StaffTally.objects.values_list("question", "answers", "total")) == {
        (code, 9, 36 if code == "helps" else 27) for code in CODES
    }


class TestApart:
    @pytest.mark.requirement("R-256")
    def test_no_role_reads_or_writes_who_answered_or_what(self, jonna):
        answer(jonna, 3)
        everybody = [make_colleague(role, jonna.unit) for role in ("head_of_unit", "director", "controller", "auditor")]
        statements = (
            "SELECT count(*) FROM {}",
            "UPDATE {} SET year = 2025",
            "DELETE FROM {}",
            "INSERT INTO {} (year) VALUES (2026)",
        )
        for table in ("insight_staffasked", "insight_stafftally"):
            for statement in statements:
                for who in (jonna, *everybody, make_colleague("administrator")):
                    with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                        database.execute(statement.format(table))
                for role in ("trappan_web", "trappan_nightly", "trappan_figures", "trappan_matching"):
                    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                        database.execute(f"SET LOCAL ROLE {role}")
                        database.execute(statement.format(table))

    def test_the_tables_share_nothing_that_could_join_them_and_no_row_says_when(self):
        who, what = ({one.column for one in table._meta.fields} for table in (StaffAsked, StaffTally))
        assert who & what == {"id", "year"}
        assert who | what == {
            *("id", "year", "colleague_id", "answered", "put_off_until"),
            *("unit_id", "question", "answers", "total"),
        }

    def test_the_log_says_that_somebody_answered_and_nothing_of_what(self, jonna):
        answer(jonna, 5, 1, 2, 4)
        event = Event.objects.get(verb="insight.say_how_it_goes")
        assert (event.details, event.person_id, event.unit_id) == ({}, None, None)
        versions = database.query("SELECT count(*) AS n FROM history_version")
        assert versions[0].n == 0, "nothing is kept of what a sum was before"

    def test_neither_a_transactions_mark_nor_the_order_of_rows_says_whose_a_grade_is(self, unit):
        """Each answer writes all of its unit's year anew: the marks are those of the last, whatever she said."""
        marks = "SELECT question, xmin::text, answers FROM insight_stafftally WHERE unit_id = %(unit)s ORDER BY ctid"
        seen = []
        for given in ((1, 5), (5, 1)):
            answer(make_colleague("consultant", unit), *given)
            seen.append(database.query(marks, {"unit": unit.pk}))
        for rows in seen:
            assert [row.question for row in rows] == sorted(CODES), "the order of the codes, whatever was said"
            assert len({row.xmin for row in rows}) == 1
        assert {row.answers for row in seen[1]} == {2}

    def test_a_sum_is_of_grades(self, unit):
        for answers, total in ((1, 6), (2, 1), (0, 0)):
            with pytest.raises(IntegrityError), transaction.atomic():
                StaffTally.objects.create(year=2026, unit=unit, question="say", answers=answers, total=total)


class TestTold:
    @pytest.mark.requirement("R-256")
    def test_nothing_is_told_while_it_is_asked_nor_of_fewer_than_five(self, client, unit, jonna):
        answered(unit, 4, 4, 4, 4, 5)
        assert told_to(jonna) == [], "who looked before and after an answer would know it"
        few = make_unit(name="Enhet Väster")
        answered(few, 1, 2, 3, 4)
        it_is(DECEMBER)
        assert told_to(make_colleague("consultant", few)) == [("", 9, 3.5), ("Enhet Väster", None, None)]
        sign_in(client, make_colleague("head_of_unit", few))
        page = markup(client.get(PAGE))
        assert "i en annan enhet: Enhet Väster." in page
        assert "3,5" in page

    def test_where_fewer_than_five_answered_at_all_the_page_says_so_and_no_number(self, client, unit, jonna):
        answered(unit, 1, 2, 3)
        it_is(DECEMBER)
        sign_in(client, jonna)
        page = markup(client.get(PAGE))
        assert "Så få har svarat att inget visas." in page
        assert "<td" not in page

    def test_a_unit_is_held_back_where_the_whole_without_it_is_of_fewer_than_five(self, unit, jonna):
        answered(unit, 5, 5, 5, 5, 5, 5)
        answered(make_unit(name="Enhet Väster"), 1)
        director = make_colleague("director", make_unit(name="Ledningen"))
        it_is(DECEMBER)
        assert told_to(jonna) == [("", 7, 4.5), ("Enhet Öster", None, None)]
        assert told_to(director) == [("", 7, 4.5), ("Enhet Väster", None, None), ("Enhet Öster", None, None)]

    def test_with_enough_in_the_others_only_the_few_are_held_back(self, unit, jonna):
        answered(unit, 4, 4, 4, 4, 4)
        answered(make_unit(name="Enhet Unga"), 2, 2, 2, 2, 2)
        for name in ("Enhet A", "Enhet B"):
            answered(make_unit(name=name), 3, 3, 3)
        it_is(DECEMBER)
        told = told_to(make_colleague("controller", make_unit(name="Ledningen")))
        assert [(unit, number) for unit, number, _grade in told] == [
            *(("", 16), ("Enhet A", None), ("Enhet B", None)),
            *(("Enhet Unga", 5), ("Enhet Öster", 5)),
        ]
        shown = {number for _unit, number, _grade in told[1:] if number}
        assert 16 - sum(shown) >= 5 or not shown, "what is left is of five or more"

    def test_half_steps_never_say_that_everybody_answered_alike(self, unit, jonna):
        answered(unit, 5, 5, 5, 5, 4)
        it_is(DECEMBER)
        assert told_to(jonna) == [("", 5, 5.0), ("Enhet Öster", 5, 5.0)], "as of five fives"

    def test_each_organisation_and_unit_is_told_its_own(self, unit, jonna):
        partner = make_unit("site", make_organisation("Navet", kind="association", basis="cooperation"), name="Laget")
        answered(unit, 4, 4, 4, 4, 4)
        answered(partner, 2, 2, 2, 2, 2)
        it_is(DECEMBER)
        assert told_to(make_colleague("supervisor", partner)) == [("", 5, 2.0), ("Laget", 5, 2.0)]
        assert told_to(make_colleague("consultant", make_unit(name="Annan"))) == [("", 5, 4.0)]
        it_is(date(2027, 10, 5))
        assert told_to(jonna) == [("", 5, 4.0), ("Enhet Öster", 5, 4.0)], "the year before stands"

    def test_the_page_asks_as_many_questions_however_many_units_answered(
        self, client, unit, django_assert_max_num_queries
    ):
        director = make_colleague("director", make_unit(name="Ledningen"))
        sign_in(client, director)
        for count in (1, 6):
            it_is(TODAY)
            for at in range(count):
                answered(make_unit(name=f"Enhet {count}-{at}"), 3, 3, 3, 3, 3)
            it_is(DECEMBER)
            # Twelve of the page's own; the test adds its savepoints and a look at the settings.
            with django_assert_max_num_queries(16):
                assert client.get(PAGE).status_code == 200
