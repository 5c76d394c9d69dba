"""A decided plan keeps its own goals, paper and link, whatever is planned after it."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from pypdf import PdfReader

from trappan.cases.testing import make_case
from trappan.plans import operations
from trappan.plans.models import Goal, Plan
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague
from trappan.testing import sign_in


@pytest.fixture
def case(today):
    case = make_case()
    make_mapping(case)
    return case


def decided(case, today, goal, title):
    """Decide a plan with a goal of its own, and return it."""
    with as_(case.responsible) as actor:
        plan = operations.write_plan(
            case=case,
            today=today,
            goal=goal,
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=30),
        )
        operations.set_goal(plan=plan, today=today, title=title, due_on=today + timedelta(days=20))
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        plan.refresh_from_db()
        operations.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        plan.refresh_from_db()
        operations.decide_plan(plan=plan, by=actor)
        plan.refresh_from_db()
    return plan


def paper(client, plan):
    answer = client.get(reverse("plans:document", args=[plan.pk]))
    assert answer.status_code == 200
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def test_its_paper_reads_the_same_after_two_more(case, today, client):
    first = decided(case, today, "Baka i ett bageri", "En limpa")
    sign_in(client, case.responsible)
    read = paper(client, first)
    assert "En limpa" in read
    second = decided(case, today, "Köra lastbil", "Körkort")
    make_mapping(case, own_words="Jag har tänkt om.", edition=1)
    with as_(case.responsible) as actor:
        goal = Goal.objects.get(title="En limpa")
        assert goal.plan_id == second.pk, "the open goal follows on"
        operations.close_goal(goal=goal, today=actor.today, staff_rating="reached")
    decided(case, today, "Tredje", "Tredje målet")
    assert paper(client, first) == read
    assert "En limpa" in paper(client, second)
    assert "Körkort" in paper(client, second)


def test_its_page_is_linked_from_the_plan_for_ever(case, today, client):
    first = decided(case, today, "Baka i ett bageri", "En limpa")
    decided(case, today, "Köra lastbil", "Körkort")
    sign_in(client, case.responsible)
    link = reverse("plans:decided", args=[first.pk])
    assert link in client.get(reverse("plans:plan", args=[case.pk])).content.decode()
    page = client.get(link).content.decode()
    assert "Baka i ett bageri" in page
    assert "En limpa" in page
    assert "Jag vill laga mat." in page
    assert "Körkort" not in page
    sign_in(client, make_colleague("consultant"))
    assert client.get(link).status_code == 404


def test_a_draft_has_no_page_as_decided(case, today, client):
    with as_(case.responsible):
        draft = operations.write_plan(
            case=case, today=today, goal="x", weekly_minutes=2400, hours_reason="", review_on=today + timedelta(days=9)
        )
    sign_in(client, case.responsible)
    assert client.get(reverse("plans:decided", args=[draft.pk])).status_code == 404


def test_the_database_changes_nothing_that_is_decided(case, today):
    plan = decided(case, today, "Baka", "En limpa")
    for change in (
        {"goal": "Annat"},
        {"weekly_minutes": 60},
        {"hours_reason": "Annat"},
        {"adaptation": "Annat"},
        {"proposal": {}},
        {"review_on": today + timedelta(days=300)},
        {"agreed_on": today - timedelta(days=3)},
        {"agreed_how": "phone"},
        {"decided_at": None},
    ):
        with as_(case.responsible), pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            Plan.objects.filter(pk=plan.pk).update(**change)
    with as_(case.responsible), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Plan.objects.filter(pk=plan.pk).update(paper={"goals": []})
    with as_(case.responsible):
        operations.end_plan(plan=plan, reason="Flyttar")
        with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            Plan.objects.filter(pk=plan.pk).update(end_reason="Annat")


def test_a_forged_paper_of_a_draft_is_not_kept(case, today):
    with as_(case.responsible):
        Plan.objects.create(
            case=case,
            person_id=case.person_id,
            goal="x",
            weekly_minutes=2400,
            review_on=today + timedelta(days=9),
            paper={"name": "Någon annan", "goals": []},
        )
        assert Plan.objects.get().paper is None


def test_fewer_hours_than_the_plan_in_force_ask_for_a_reason_of_their_own(case, today):
    first = decided(case, today, "Baka", "En limpa")
    assert first.weekly_minutes == 2400
    about = {"case": case, "today": today, "goal": "Baka", "review_on": today + timedelta(days=30)}
    with as_(case.responsible), pytest.raises(Refused, match="varför"):
        operations.write_plan(**about, weekly_minutes=1200, hours_reason="")
    with as_(case.responsible) as actor:
        draft = operations.write_plan(**about, weekly_minutes=1200, hours_reason="Utredning pågår")
        operations.agree_plan(plan=draft, today=today, agreed_on=today, agreed_how="meeting")
        draft.refresh_from_db()
        operations.decide_plan(plan=draft, by=actor)
        with pytest.raises(Refused, match="gällande planen har 20"):
            operations.write_plan(**about, weekly_minutes=600, hours_reason="Utredning pågår")
        operations.write_plan(**about, weekly_minutes=600, hours_reason="Utredningen visar halva dagar")
