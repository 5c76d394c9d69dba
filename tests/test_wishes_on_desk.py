"""What the consultant's desk tells of what people have written on their own pages, until it is answered."""

import json
from datetime import timedelta

import pytest

from trappan import database
from trappan.cases.testing import make_case
from trappan.desk.work import day_of
from trappan.plans import operations as plans
from trappan.plans.models import Goal, LadderStep, OwnWord, Plan
from trappan.plans.testing import make_plan, put_in_week
from trappan.portal.testing import as_person_by_eid, drafted
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


def told(case):
    """Return what the consultant is told that the person wants otherwise."""
    with as_(case.responsible) as actor:
        return [row.why for one in day_of(actor).queues if one.name == "Vill något annat" for row in one.rows]


def says(case, function, *values):
    """Let the person write something on the own pages."""
    with as_person_by_eid(case.person):
        assert database.value(function, *values) == ""


@pytest.mark.requirement("R-007")
def test_wishes_of_draft_and_goal_are_told_until_answered_or_a_changed_draft_is_given(case):
    jonna, _force = case.responsible, make_plan(case)
    draft = drafted(case, jonna, goals=["Prata i telefon"])
    goal = Goal.objects.get(plan=draft)
    assert told(case) == []
    of_goal = json.dumps([{"goal": goal.pk, "view": "disagrees", "words": "Jag är inte redo"}])
    says(case, "portal_answer_draft", draft.pk, draft.edition, "change", "Sluta 14", of_goal)
    assert told(case) == ["Vill ha utkastet till plan annorlunda", "Vill ha ett delmål annorlunda: Prata i telefon"]
    with as_(jonna):
        plans.reply_to_word(word=OwnWord.objects.get(goal=goal), text="Vi väntar")
    assert told(case) == ["Vill ha utkastet till plan annorlunda"]
    with as_(jonna):
        put_in_week(draft, kind="job_search", minutes=60)
    assert len(told(case)) == 1, "changed, and not given yet"
    with as_(jonna):
        plans.give_draft(plan=Plan.objects.get(pk=draft.pk))
    assert told(case) == []


def test_a_wish_that_the_person_has_taken_back_is_told_no_more(case):
    make_plan(case)
    draft = drafted(case, case.responsible)
    says(case, "portal_answer_draft", draft.pk, draft.edition, "change", "Sluta 14", "[]")
    assert len(told(case)) == 1
    says(case, "portal_answer_draft", draft.pk, draft.edition, "agrees", "", "[]")
    assert told(case) == []


def test_an_objection_to_the_plan_in_force_asks_for_a_review_instead(case):
    plan = make_plan(case)
    says(case, "portal_object", plan.pk, "För många timmar")
    assert told(case) == []


def test_a_step_that_is_seen_otherwise_is_told_until_it_is_assessed_anew(case):
    first, third = LadderStep.objects.filter(ladder__is_main=True, number__in=(1, 3)).order_by("number")
    says(case, "portal_rate_step", 3, "")
    assert told(case) == [], "nobody has assessed anything"
    with as_(case.responsible):
        plans.move_step(person=case.person, step=first, day=TODAY, today=TODAY, evidence="Kom i tid")
    set_today(TODAY + timedelta(days=1))
    says(case, "portal_rate_step", 3, "Mer")
    assert told(case) == [f"Ser steget annorlunda: {third.name}"]
    set_today(TODAY + timedelta(days=2))
    with as_(case.responsible) as actor:
        plans.move_step(person=case.person, step=first, day=actor.today, today=actor.today, evidence="Vi pratade")
    assert told(case) == []
