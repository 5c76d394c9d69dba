"""From kartläggning over plan to step through the pages, and every bad input on the way."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.testing import CONSULTED, edition
from trappan.cases import operations as cases
from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.plans.models import Mapping, Plan, StepMove
from trappan.staff.testing import as_, make_colleague
from trappan.testing import text

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R-002")
def test_no_plan_without_kartlaggning_also_past_the_page(town, today):
    from trappan.refusals import Refused

    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    with as_(town.jonna), pytest.raises(Refused, match="kartläggningen först"):
        plans.write_plan(
            case=case, today=today, goal="g", weekly_minutes=2400, hours_reason="", review_on=today + timedelta(days=1)
        )


@pytest.mark.requirement("R-004")
def test_own_words_are_never_rewritten(town, planned, today):
    from trappan.refusals import Refused, refusing

    fields = {"assessment": "Kan", "fastest_way": "Café", "way_reason": "Vill"}
    with as_(town.jonna):
        mapping = plans.map_person(
            case=planned, held_on=today, today=today, finish=False, edition=1, own_words="Och köra truck.", **fields
        )
        assert mapping.own_words == "Jag vill\n\nOch köra truck."
        with pytest.raises(Refused, match="läggs till"), refusing(plans.NO):
            Mapping.objects.filter(pk=mapping.pk).update(own_words="Personalens ord")


def test_a_kartlaggning_that_is_not_whole_cannot_be_finished(town, send, today):
    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
    page = reverse("plans:mapping", args=[case.pk])
    answer = send(town.ulla, page, finish="yes", held_on="2026-11-12", own_words="Jag vill")
    assert answer.status_code == 422
    assert "Jag vill" in text(answer), "what was written stays"
    answer = send(town.ulla, page, finish="no", held_on="2026-11-12", own_words="Jag vill")
    assert "Sparat." in text(answer)


def test_a_plan_by_somebody_without_the_case_is_answered_as_nobodys(town, planned, send):
    other = make_colleague("consultant", town.labour)
    assert send(other, reverse("plans:plan", args=[planned.pk]), form="plan").status_code == 404


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"plan-weekly_hours": "4o"}, "mellan 0 och 40"),
        ({"plan-weekly_hours": "41"}, "mellan 0 och 40"),
        ({"plan-weekly_hours": "-1"}, "mellan 0 och 40"),
        ({"plan-hours_reason": ""}, "skiljer sig från de föreslagna 40"),
        ({"plan-review_on": "2026-11-12"}, "en dag efter i dag"),
    ],
)
def test_a_plan_with_something_wrong(town, planned, send, change, sentence):
    good = {
        "plan-goal": "Arbete",
        "plan-weekly_hours": "20",
        "plan-hours_reason": "Barn",
        "plan-review_on": "2027-01-10",
    }
    answer = send(town.jonna, reverse("plans:plan", args=[planned.pk]), form="plan", **{**good, **change})
    assert sentence in text(answer)
    assert not Plan.objects.exists()


def test_a_plan_is_not_decided_before_the_person_has_agreed(town, planned, send):
    page = reverse("plans:plan", args=[planned.pk])
    draft = {"plan-goal": "Arbete", "plan-weekly_hours": "40", "plan-review_on": "2027-01-10"}
    send(town.jonna, page, form="plan", **draft)
    answer = send(town.jonna, page, form="decide", **{"decide-shown": edition()})
    assert "när och hur personen sa ja" in text(answer)
    assert Plan.objects.get().decided_at is None


def test_a_decided_plan_stays_in_force_while_the_next_is_drafted(town, planned, send):
    page = reverse("plans:plan", args=[planned.pk])
    send(town.jonna, page, form="consult", **CONSULTED)
    for goal in ("Första", "Andra"):
        send(
            town.jonna,
            page,
            form="plan",
            **{"plan-goal": goal, "plan-weekly_hours": "40", "plan-review_on": "2027-01-10"},
        )
        in_force = Plan.objects.filter(decided_at__isnull=False, replaced_at=None)
        assert [plan.goal for plan in in_force] == ([] if goal == "Första" else ["Första"])
        send(
            town.jonna,
            page,
            form="agree",
            **{"agree-shown": edition(), "agree-agreed_how": "phone", "agree-agreed_on": "2026-11-12"},
        )
        send(town.jonna, page, form="decide", **{"decide-shown": edition()})
    assert [plan.goal for plan in in_force.all()] == ["Andra"]


@pytest.mark.requirement("R-023")
def test_a_step_says_what_was_seen_and_never_erases(town, planned, send):
    page = reverse("plans:step", args=[planned.person_id])
    step = {"rated_by": "staff", "day": "2026-11-10"}
    assert "vad du har sett" in text(send(town.jonna, page, step=2, evidence="", **step))
    send(town.jonna, page, step=2, evidence="Håller tider", **step)
    assert "redan satt" in text(send(town.jonna, page, step=3, evidence="Mer", **step))
    assert "Välj en senare dag" in text(
        send(town.jonna, page, step=1, evidence="Bak", rated_by="staff", day="2026-11-09")
    )
    answer = send(town.jonna, page, step=1, evidence="Förskolan stängde", rated_by="staff", day="2026-11-12")
    assert "Steg 1 av 6" in text(answer)
    assert "ned till 1 Kontakt" in text(answer)
    assert StepMove.objects.count() == 2
