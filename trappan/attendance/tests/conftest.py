"""A café with its supervisor, a case, and a case with a plan whose person is placed there."""

from datetime import timedelta

import pytest

from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Plan
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY


@pytest.fixture
def cafe(today):
    return make_activity("Café")


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def planned(today):
    """A case with a decided plan and one goal."""
    made = make_case()
    with as_(made.responsible) as actor:
        plans.map_person(
            case=made,
            held_on=TODAY,
            today=TODAY,
            finish=True,
            own_words="Jag vill",
            assessment="Kan",
            fastest_way="Café",
            way_reason="Vill",
        )
        plan = plans.write_plan(
            case=made,
            today=TODAY,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=TODAY + timedelta(days=90),
        )
        plans.set_goal(plan=plan, today=TODAY, title="Tala svenska i arbetet", due_on=TODAY + timedelta(days=60))
        plans.consult(case=made, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
        plan.refresh_from_db()
        plans.agree_plan(plan=plan, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        plans.decide_plan(plan=Plan.objects.get(case=made), by=actor)
    return made


@pytest.fixture
def placement(planned, cafe, tor):
    """Somebody with a plan, placed at the café on Thursdays."""
    return make_placement(planned.responsible, person=planned.person, activity=cafe, starts_on=TODAY)
