"""Effects of agreements: from and to what level, evaluated by whom, and never reached where nobody has said how."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.insight import operations
from trappan.insight.effects import effects_of
from trappan.insight.models import EffectGoal, EffectResult
from trappan.partnerships import operations as partnerships
from trappan.partnerships.models import Agreement
from trappan.partnerships.testing import make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 15)


@pytest.fixture
def house(today):
    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        other = make_organisation("Navet", kind="association", basis="cooperation")
        neighbour = make_organisation("Grannby kommun")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        administrator = make_colleague("administrator", head.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        own_leader = make_colleague("site_leader", make_unit("site", municipality))
        stranger = make_colleague("site_leader", make_unit("site", other))
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", neighbour))
        board_reader = make_colleague("board_reader", director.unit)

    House.agreed = make_signed(House.head, House.director, House.partner)
    House.page = reverse("insight:effects", args=[House.agreed.pk])
    return House


def make_effect(house, **about) -> EffectGoal:
    values = {
        "agreement": house.agreed,
        "wording": "Fler kommer i arbete",
        "definition": "Av dem som slutade under året, den dag de slutade.",
        "unit": "percent",
        "direction": "at_least",
        "level": Decimal(25),
        "evaluate_on": DUE,
        **about,
    }
    with as_(house.head):
        return operations.set_effect_goal(**values)


def evaluate(house, goal, as_of=TODAY, value=None, **about):
    about = {"text": "Så här gick det", "evaluated_by": "Utredaren", "today": TODAY, **about}
    with as_(house.head):
        return operations.evaluate_effect(goal=goal, as_of=as_of, value=value, **about)


@pytest.mark.requirement("R-205")
def test_after_a_renewal_each_is_carried_over_by_choice_and_looked_over_first(house, client):
    kept, left = make_effect(house, baseline=Decimal(12), baseline_on=date(2018, 1, 1)), make_effect(house, wording="B")
    evaluate(house, kept, value=Decimal(18))
    with as_(house.head) as actor:
        made = partnerships.renew(agreement=house.agreed, by=actor, starts_on=house.agreed.ends_on)
    assert not EffectGoal.objects.filter(agreement=made).exists(), "never by itself"
    sign_in(client, house.head)
    page = reverse("insight:effects", args=[made.pk])
    address = reverse("insight:set_effect_goal", args=[made.pk])
    shown = markup(client.get(page))
    for goal in (kept, left):
        assert f"{address}?after={goal.pk}" in shown
    form = client.get(f"{address}?after={kept.pk}").context["form"]
    begun = {name: form.initial.get(name) for name in ("wording", "level", "baseline", "baseline_on", "evaluate_on")}
    assert begun == {
        "wording": "Fler kommer i arbete",
        "level": Decimal(25),
        "baseline": Decimal(18),
        "baseline_on": TODAY,
        "evaluate_on": None,
    }
    sent = {**{name: "" if value is None else value for name, value in form.initial.items()}, "evaluate_on": ""}
    sent |= {"acting_as": house.head.pk}
    assert client.post(f"{address}?after={kept.pk}", sent).status_code == 422, "its day is chosen anew"
    sent |= {"level": "30", "evaluate_on": "2029-12-15"}
    assert client.post(f"{address}?after={kept.pk}", sent).status_code == 302
    carried = EffectGoal.objects.get(agreement=made)
    assert (carried.baseline, carried.level, carried.results.count()) == (Decimal(18), Decimal(30), 0)
    shown = markup(client.get(page))
    assert f"?after={kept.pk}" not in shown
    assert f"?after={left.pk}" in shown
    other = make_effect(house, wording="C", agreement=make_signed(house.head, house.director, house.partner))
    for after in (other.pk, "x", "9" * 30):
        assert "wording" not in client.get(f"{address}?after={after}").context["form"].initial


def words(house, goal, today):
    agreed = Agreement.objects.get(pk=house.agreed.pk)
    with as_(house.director):
        [found] = [one for one in effects_of(agreed, today, date(2026, 10, 1)) if one.goal == goal]
        return found.words


class TestEvaluated:
    @pytest.mark.requirement("R-205", "R-208")
    def test_nothing_is_reached_before_its_day_or_without_a_value(self, house):
        goal = make_effect(house)
        assert words(house, goal, TODAY) == "Inte utvärderat än"
        assert words(house, goal, DUE) == "Ska utvärderas nu"
        evaluate(house, goal, value=Decimal(30))
        assert words(house, goal, TODAY) == "Inte utvärderat än", "it came before its day"
        evaluate(house, goal, as_of=DUE, today=DUE)
        assert words(house, goal, DUE) == "Går inte att stämma av"
        evaluate(house, goal, as_of=DUE, today=DUE, value=Decimal("24.9"))
        assert words(house, goal, DUE) == "Inte uppnått"
        evaluate(house, goal, as_of=DUE, today=DUE, value=Decimal(25))
        assert words(house, goal, DUE) == "Uppnått"

    def test_what_nobody_has_defined_has_no_value_past_the_operation_either(self, house, client):
        goal = make_effect(house, definition="")
        with pytest.raises(Refused, match="Ingen har sagt hur målet räknas"):
            evaluate(house, goal, value=Decimal(30))
        with as_(house.head), pytest.raises(DatabaseError, match="undefined"), transaction.atomic():
            EffectResult.objects.create(goal=goal, as_of=TODAY, value=1, text="Nått", evaluated_by="Jag")
        sign_in(client, house.head)
        assert f'name="evaluate-{goal.pk}-value"' not in markup(client.get(house.page))

    def test_without_a_level_nothing_is_reached_whatever_the_value(self, house):
        goal = make_effect(house, level=None)
        evaluate(house, goal, as_of=DUE, today=DUE, value=Decimal(100))
        assert words(house, goal, DUE) == "Går inte att stämma av: ingen nivå är angiven"

    @pytest.mark.requirement("R-205")
    def test_it_is_reminded_of_a_quarter_before_until_it_is_evaluated(self, house, client):
        goal = make_effect(house, evaluate_on=date(2027, 3, 1))
        start = reverse("desk:start")
        sign_in(client, house.head)
        assert "Fler kommer i arbete" not in markup(client.get(start)), "more than a quarter away"
        near = make_effect(house, wording="Fler kommer igång", evaluate_on=DUE)
        assert "Utvärderas 15 december 2026: Fler kommer igång" in markup(client.get(start)).replace("\xa0", " ")
        late = make_effect(house, wording="Fler får plats", evaluate_on=date(2026, 11, 1))
        shown = markup(client.get(start)).replace("\xa0", " ")
        assert "Utvärderas 1 november 2026: Fler får plats" in shown
        for one in (near, late):
            with as_(house.head):
                EffectResult.objects.create(goal=one, as_of=DUE, text="Klart", evaluated_by="Utredaren")
        shown = markup(client.get(start))
        assert "Fler kommer igång" not in shown
        assert "Fler får plats" not in shown
        assert goal.taken_out_on is None


class TestWritten:
    def test_from_the_form_to_the_partner_s_page(self, house, client):
        new = reverse("insight:set_effect_goal", args=[house.agreed.pk])
        sent = {
            "acting_as": house.administrator.pk,
            "wording": "Fler kommer i arbete",
            "definition": "Av dem som slutade",
            "indicator": "people",
            "unit": "percent",
            "baseline": "12,5",
            "baseline_on": "2017-12-31",
            "direction": "at_least",
            "level": "25",
            "evaluate_on": "2026-12-15",
        }
        sign_in(client, house.administrator)
        assert client.post(new, sent).status_code == 302
        again = client.post(new, sent)
        assert again.status_code == 422
        assert "Det målet är redan nedskrivet" in markup(again)
        half = client.post(new, {**sent, "wording": "Annat", "baseline": ""})
        assert "Skriv både utgångsläget och dess dag" in markup(half)
        early = client.post(new, {**sent, "wording": "Annat", "evaluate_on": "2017-12-31"})
        assert "Överenskommelsen har inte börjat gälla då" in markup(early)
        before = client.post(new, {**sent, "wording": "Annat", "baseline_on": "2026-12-15"})
        assert "Välj en dag efter utgångslägets dag" in markup(before)
        person = client.post(new, {**sent, "wording": "Hjälp 19900101-2384"})
        assert person.status_code == 422
        goal = EffectGoal.objects.get()
        act = {"form": "evaluate", "row": goal.pk, "acting_as": house.administrator.pk}
        about = {"as_of": "2026-11-10", "value": "19,5", "text": "På väg", "evaluated_by": "Utredaren"}
        fields = {f"evaluate-{goal.pk}-{name}": value for name, value in about.items()}
        assert client.post(house.page, {**act, **fields}).status_code == 302
        sign_in(client, house.leader)
        shown = markup(client.get(house.page)).replace("\xa0", " ")
        for told in ("Fler kommer i arbete", "12,5 %", "minst 25 %", "19,5 %", "Utvärderat av Utredaren"):
            assert told.lower() in shown.lower(), told
        assert "Nytt effektmål" not in shown
        assert client.post(new, {**sent, "acting_as": house.leader.pk}).status_code == 403

    def test_what_is_evaluated_is_not_taken_out_nor_is_what_is_taken_out_evaluated(self, house):
        goal, other = make_effect(house), make_effect(house, wording="Annat")
        evaluate(house, goal)
        with as_(house.head):
            with pytest.raises(Refused, match="är utvärderat"):
                operations.take_out_effect_goal(goal=goal, today=TODAY)
            operations.take_out_effect_goal(goal=other, today=TODAY)
        with pytest.raises(Refused, match="borttaget"):
            evaluate(house, other)
        with as_(house.head), pytest.raises(DatabaseError, match="taken out"), transaction.atomic():
            EffectResult.objects.create(goal=other, as_of=TODAY, text="Nått", evaluated_by="Jag")


class TestReads:
    def test_neither_another_partner_nor_another_municipality_nor_who_reads_no_terms(self, house, client):
        goal = make_effect(house)
        evaluate(house, goal)
        for who in (house.stranger, house.head_abroad, house.own_leader, house.board_reader):
            with as_(who):
                assert not EffectGoal.objects.exists()
                assert not EffectResult.objects.exists()
                assert database.execute("UPDATE insight_effectgoal SET taken_out_on = '2026-11-12'") == 0
                for made, values in (
                    (EffectGoal, {"agreement": house.agreed, "wording": "S", "level": 1, "evaluate_on": DUE}),
                    (EffectResult, {"goal": goal, "as_of": TODAY, "text": "S", "evaluated_by": "S"}),
                ):
                    with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                        made.objects.create(**values)
            sign_in(client, who)
            assert client.get(house.page).status_code in (403, 404)

    def test_the_partner_reads_and_writes_nothing(self, house):
        goal = make_effect(house)
        with as_(house.leader):
            assert EffectGoal.objects.get() == goal
            assert database.execute("UPDATE insight_effectgoal SET taken_out_on = '2026-11-12'") == 0
            with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
                EffectResult.objects.create(goal=goal, as_of=TODAY, text="S", evaluated_by="S")

    def test_a_page_of_many_goals_asks_no_more(self, house, client, django_assert_max_num_queries):
        for number in range(6):
            evaluate(house, make_effect(house, wording=f"Mål {number}", indicator="people" if number % 2 else ""))
        sign_in(client, house.head)
        with django_assert_max_num_queries(15):  # savepoints of the test among them
            assert client.get(house.page).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_taking_out_and_evaluating_at_once_leaves_one(house):
    goal = make_effect(house)
    about = {"goal": goal, "as_of": TODAY, "today": TODAY, "value": None, "text": "S", "evaluated_by": "S"}
    outcome = at_the_same_moment(
        by(house.head, lambda _actor: operations.take_out_effect_goal(goal=goal, today=TODAY)),
        by(house.director, lambda _actor: operations.evaluate_effect(**about)),
    )
    goal.refresh_from_db()
    assert sum(isinstance(one, Refused) for one in outcome) == 1
    assert (goal.taken_out_on is None) == goal.results.exists()
