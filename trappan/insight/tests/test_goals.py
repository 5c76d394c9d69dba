"""Goals: set as they were decided, counted one way, and never said to be reached where nobody has said how."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.insight import operations
from trappan.insight.models import Goal, GoalResult, Improvement
from trappan.insight.models.goal import term_of
from trappan.insight.testing import make_goal
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of, saved_in
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
GOALS = reverse("insight:goals")


@pytest.fixture
def director(today):
    return make_colleague("director", make_unit("management"))


def post(client, who, url, **fields):
    sign_in(client, who)
    return client.post(url, {"acting_as": who.pk, **fields})


def result(goal, **fields):
    about = {"as_of": TODAY, "today": TODAY, "value": None, "text": "Det vet ingen", **fields}
    return operations.write_result(goal=goal, **about)


def editions(goal):
    return edition_of(saved_in(goal, operations.goal.CHANGES))


@pytest.mark.parametrize(("year", "term"), [(2022, (2019, 2022)), (2023, (2023, 2026)), (2026, (2023, 2026))])
def test_a_term_is_four_years_of_councils(year, term):
    assert term_of(year) == term


class TestUntold:
    @pytest.mark.requirement("R-160", "R-230")
    def test_a_goal_without_a_definition_has_no_value_whoever_writes_it(self, client, director):
        goal = make_goal(director, name="96 % har annan försörjning", definition="", level=Decimal(96))
        with as_(director):
            result(goal)
            with pytest.raises(Refused, match="Ingen har sagt hur målet räknas"):
                result(goal, value=Decimal("97.3"))
        # And so in the database, past the operation.
        with as_(director), pytest.raises(DatabaseError), transaction.atomic():
            GoalResult.objects.create(goal=goal, as_of=TODAY, value=Decimal("97.3"), text="Nått")
        url = reverse("insight:goal", args=[goal.pk])
        page = markup(sign_in(client, director).get(url))
        assert "Går inte att stämma av: ingen har sagt hur det räknas" in page
        assert 'name="result-value"' not in page, "there is no field for it either"
        assert "Nått" not in markup(client.get(reverse("insight:board")))

    def test_a_result_with_a_value_says_by_itself_whether_the_goal_is_reached(self, director):
        goal = make_goal(director, direction="at_most", level=Decimal(30), unit="days")
        with as_(director):
            assert result(goal).is_reached is None
            assert result(goal, value=Decimal(33)).is_reached is False
            assert result(goal, value=Decimal(30)).is_reached is True

    def test_what_comes_before_the_goal_s_year_neither_reaches_nor_misses_it(self, client, director):
        goal = make_goal(director, year=2026, level=Decimal(96))
        page = reverse("insight:goal", args=[goal.pk])
        with as_(director):
            assert result(goal, as_of=date(2025, 12, 31), value=Decimal(97)).is_reached is None
        assert "<strong>Kan stämmas av först 2026.</strong>" in markup(sign_in(client, director).get(page))
        with as_(director):
            result(goal, as_of=date(2026, 1, 1), value=Decimal(97))
        assert "<strong>Uppnått.</strong>" in markup(sign_in(client, director).get(page))

    def test_how_it_is_counted_stands_from_the_first_value_on(self, director):
        goal = make_goal(director)
        with as_(director):
            result(goal, value=Decimal(90))
            with pytest.raises(Refused, match="Ett resultat är skrivet"):
                operations.change_goal(goal=goal, edition=editions(goal), definition="På ett annat sätt")
            operations.change_goal(goal=goal, edition=editions(goal), responsible="Någon annan")
        with as_(director), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Goal.objects.filter(pk=goal.pk).update(level=Decimal(1))


class TestTogether:
    def test_goals_of_a_term_stand_as_they_serve_each_other(self, client, director):
        above = make_goal(director, name="Fler i egen försörjning", year=2025)
        make_goal(director, name="Färre hushåll", year=2026, under=above)
        make_goal(director, name="Förra mandatperioden", year=2021)
        sign_in(client, director)
        [(now, lines), (before, earlier)] = client.get(GOALS).context["terms"]
        assert (str(now), str(before)) == ("2023–2026", "2019–2022")
        assert [(line.goal.name, line.depth) for line in lines] == [
            ("Fler i egen försörjning", 0),
            ("Färre hushåll", 1),
        ]
        assert len(earlier) == 1

    def test_the_board_shows_the_term_of_today_whatever_is_written_of_the_next(self, client, director):
        make_goal(director, name="Nästa mandatperiod", definition="", year=2027)
        board = reverse("insight:board")
        assert "Inget mål för mandatperioden är skrivet än" in markup(sign_in(client, director).get(board))
        make_goal(director, name="Målet i dag", year=2026)
        page = markup(sign_in(client, director).get(board))
        assert "Målet i dag" in page
        assert "Nästa mandatperiod" not in page

    def test_a_goal_of_another_term_or_municipality_has_none_under_it(self, director):
        old = make_goal(director, year=2021)
        other = make_colleague("director", make_unit("management", make_organisation("Grannkommunen")))
        with pytest.raises(Refused, match="annan mandatperiod"):
            make_goal(director, under=old)
        for of in (make_goal(other), Goal(pk=999_999)):
            with pytest.raises(Refused, match="Välj ett av våra mål"):
                make_goal(director, under=of)

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_write_one_of_a_name_and_one_result_stands_with_its_definition(self, today):
        director = make_colleague("director", make_unit("management"))
        goal = make_goal(director)
        about = {"goal": goal, "edition": editions(goal)}
        undone = by(director, lambda _actor: operations.change_goal(**about, definition=""))
        done = by(director, lambda _actor: result(goal, value=Decimal(1)))
        at_the_same_moment(undone, done)
        goal.refresh_from_db()
        assert bool(goal.definition) or not goal.results.filter(value__isnull=False).exists()

    def test_a_number_of_a_person_stands_nowhere(self, director):
        with pytest.raises(Refused, match="Ta bort personnumret"):
            make_goal(director, definition="Som 19910105-2382")
        with as_(director) as actor, pytest.raises(Refused, match="Ta bort personnumret"):
            operations.log_improvement(
                by=actor, today=TODAY, found_on=TODAY, deficiency="910105-2382", action="Samtal", responsible="Vi"
            )


class TestBetter:
    @pytest.mark.requirement("R-211")
    def test_from_what_is_wanting_to_what_came_of_it_once(self, client, director):
        url = reverse("insight:improvements")
        wanting = {
            "form": "log",
            "log-deficiency": "Ingen ser hur länge någon väntar",
            "log-action": "Väntan visas",
            "log-responsible": "Enhetscheferna",
            "log-found_on": "2026-10-01",
            "log-due_on": "2026-11-01",
            "log-organisation": make_organisation("Stadsmissionen", kind="partner", basis="provider").pk,
        }
        assert post(client, director, url, **wanting).status_code == 302
        made = Improvement.objects.get()
        assert "Stadsmissionen" in markup(client.get(url)).split("Skriv ner något")[0], "the partner that it concerns"
        assert "skulle vara klart" in markup(client.get(url)), "it is late"
        told = {"form": "tell", "row": made.pk, f"tell-{made.pk}-result": "Den visas", f"tell-{made.pk}-done_on": TODAY}
        assert post(client, director, url, **told).status_code == 302
        assert "Den visas" in markup(client.get(url))
        with as_(director), pytest.raises(Refused, match="redan"):
            operations.tell_improvement(improvement=made, today=TODAY, result="En gång till", done_on=TODAY)
        assert {"insight.log_improvement", "insight.tell_improvement"} <= {one.verb for one in Event.objects.all()}


class TestTwoAtOnce:
    """What somebody typed stays where another was first, and the page says what has become of it."""

    def test_of_a_goal_that_another_has_taken_out(self, client, director):
        goal = make_goal(director)
        with as_(make_colleague("controller", director.unit)):
            operations.take_out_goal(goal=goal, today=TODAY)
        page = reverse("insight:goal", args=[goal.pk])
        typed = {"form": "result", "result-as_of": TODAY, "result-value": "97", "result-text": "Det jag skrev"}
        change = {"definition": "Det jag skrev", "responsible": "Vi", "decided": "Nämnden", "edition": editions(goal)}
        for answer in (
            post(client, director, page, **typed),
            post(client, director, reverse("insight:change_goal", args=[goal.pk]), **change),
        ):
            assert answer.status_code == 422
            assert "Det jag skrev" in markup(answer)
            assert "Målet är borttaget" in markup(answer)
        again = post(client, director, page, form="take_out")
        assert (again.status_code, again.url) == (302, page)
        shown = markup(client.get(page))
        assert "Målet är borttaget" in shown
        assert 'name="form"' not in shown, "and nothing is offered of it"
        assert client.get(reverse("insight:change_goal", args=[goal.pk])).status_code == 404

    def test_nothing_more_is_written_of_a_goal_that_is_taken_out(self, director):
        goal = make_goal(director)
        with as_(director) as actor:
            operations.take_out_goal(goal=goal, today=TODAY)
            with pytest.raises(Refused, match="borttaget"):
                result(goal)
            about = {"found_on": TODAY, "deficiency": "Sent", "action": "Tidigare", "responsible": "Vi", "goal": goal}
            with pytest.raises(Refused, match="borttaget"):
                operations.log_improvement(by=actor, today=TODAY, **about)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                GoalResult.objects.create(goal=goal, as_of=TODAY, text="Förbi")
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Improvement.objects.create(municipality_id=goal.municipality_id, **about)
        with pytest.raises(Refused, match="borttaget"):
            make_goal(director, under=goal)

    def test_of_something_wanting_that_another_has_told_the_end_of(self, client, director):
        about = {"found_on": TODAY, "deficiency": "Sent", "action": "Tidigare", "responsible": "Vi"}
        with as_(make_colleague("controller", director.unit)) as actor:
            made = operations.log_improvement(by=actor, today=TODAY, **about)
            operations.tell_improvement(improvement=made, today=TODAY, result="Det blev bättre", done_on=TODAY)
        url = reverse("insight:improvements")
        key = f"tell-{made.pk}"
        typed = {"form": "tell", "row": made.pk, f"{key}-result": "Det jag skrev", f"{key}-done_on": TODAY}
        answer = post(client, director, url, **typed)
        assert answer.status_code == 422
        for words in ("Det jag skrev", "Det blev bättre", "Någon har redan"):
            assert words in markup(answer)
        assert key not in markup(client.get(url))
        assert "Det blev bättre" in markup(client.get(url))
        later = {
            "municipality_id": made.municipality_id,
            "done_on": TODAY,
            "result": "Klart",
            "author_id": made.author_id,
        }
        Improvement.objects.bulk_create([Improvement(**about, **later) for _one in range(50)])
        shown = markup(client.get(url))
        assert "De senaste 50 av 51" in shown
        assert "Det blev bättre" not in shown
        answer = post(client, director, url, **typed)
        assert answer.status_code == 422, "also of one that the list does not show"
        for words in ("Det jag skrev", "Det blev bättre", "Någon har redan"):
            assert words in markup(answer)
        assert post(client, director, url, **{**typed, "row": 999_999}).status_code == 404


class TestWho:
    @pytest.mark.parametrize("role", ["board_reader", "head_of_unit"])
    def test_who_reads_and_may_not_write_is_offered_nothing_and_refused(self, client, director, role):
        goal = make_goal(director)
        reader = make_colleague(role, director.unit)
        sign_in(client, reader)
        for page in (GOALS, reverse("insight:goal", args=[goal.pk]), reverse("insight:improvements")):
            shown = markup(client.get(page))
            assert "Nytt mål" not in shown
            assert 'name="form" value="log"' not in shown
            assert 'name="form" value="result"' not in shown
        for page in (reverse("insight:set_goal"), reverse("insight:change_goal", args=[goal.pk])):
            assert client.get(page).status_code == 403
        with as_(reader), pytest.raises(Refused):
            operations.take_out_goal(goal=goal, today=date(2026, 11, 12))

    def test_nobody_else_comes_in_and_a_neighbour_sees_none_of_ours(self, client, director):
        goal = make_goal(director)
        for role in ("consultant", "social_worker", "supervisor", "administrator", "auditor"):
            sign_in(client, make_colleague(role, director.unit))
            assert client.get(GOALS).status_code == 403
        sign_in(client, make_colleague("controller", make_unit("management", make_organisation("Grannkommunen"))))
        assert client.get(reverse("insight:goal", args=[goal.pk])).status_code == 404
        assert client.get(GOALS).context["terms"] == []

    @pytest.mark.requirement("R-047", "R-052")
    def test_board_and_leaders_read_of_nobody_and_no_small_count(self, director):
        closed = ("people_person", "cases_case", "plans_goal", "placements_placement")
        for role in ("director", "controller", "board_reader"):
            with as_(make_colleague(role, director.unit)):
                assert [database.query(f"SELECT count(*) AS n FROM {table}")[0].n for table in closed] == [0] * 4
                for table in ("insight_personmonth", "insight_cell"):
                    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                        database.query(f"SELECT count(*) AS n FROM {table}")
                assert database.rows("outcomes_to_work", date(2026, 1, 1), date(2027, 1, 1)) == []
                assert database.rows("outcomes_named_to_work", date(2026, 1, 1), date(2027, 1, 1)) == []
