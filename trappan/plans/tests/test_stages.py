"""The plan's page in the order of the work, and a decision that says what it waits for."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.plans import operations
from trappan.plans.models import Plan
from trappan.plans.testing import make_mapping, make_plan
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db
PLACES = ("hours", "week", "goals", "consult", "answer", "decide")


@pytest.fixture
def draft(today):
    case = make_case()
    make_mapping(case)
    with as_(case.responsible):
        return operations.write_plan(
            case=case,
            today=today,
            review_on=today + timedelta(days=30),
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
        )


def shown(client, case):
    sign_in(client, case.responsible)
    return markup(client.get(reverse("plans:plan", args=[case.pk])))


def waits_for(page):
    """Return the places that the list beside a waiting decision leads to."""
    found = re.search(r'<div id="lacks">(.*?)</div>', page)
    return re.findall(r'href="#(\w+)"', found[1]) if found else []


@pytest.mark.requirement("R-206")
def test_the_decision_waits_for_what_is_missing_and_says_what(draft, client, today):
    case = draft.case
    page = shown(client, case)
    assert waits_for(page) == ["consult", "answer"]
    assert re.search(r'<button class="ds-button" aria-disabled="true" aria-describedby="lacks">', page)
    for place in waits_for(page):
        assert f'id="{place}"' in page, "a link that leads nowhere is a fault"
    decide = {"acting_as": case.responsible_id, "form": "decide", "decide-shown": f"{draft.pk}.{draft.edition}"}
    answer = client.post(reverse("plans:plan", args=[case.pk]), decide, follow=True)
    assert "Anteckna först när och hur" in markup(answer), "pressed all the same it is refused in words"
    assert Plan.objects.get().decided_at is None
    with as_(case.responsible):
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        operations.agree_plan(plan=draft, today=today, agreed_on=today, agreed_how="meeting")
    page = shown(client, case)
    assert waits_for(page) == []
    assert "aria-disabled" not in page


def test_a_consultation_that_is_too_old_is_missing(draft, client, today):
    with as_(draft.case.responsible):
        operations.consult(
            case=draft.case,
            today=today,
            with_whom="employment_service",
            held_on=today - timedelta(days=400),
            outcome="Ok",
        )
    assert "consult" in waits_for(shown(client, draft.case))


def test_hours_without_their_reason_are_missing(draft, client):
    Plan.objects.filter(pk=draft.pk).update(weekly_minutes=1200)
    assert "hours" in waits_for(shown(client, draft.case))


def test_the_stages_stand_in_the_order_of_the_work(draft, client):
    page = shown(client, draft.case)
    at = [page.index(f'id="{place}" aria-labelledby="h-{place}"') for place in PLACES]
    assert at == sorted(at)


def test_the_next_plan_is_never_open_on_its_own(client, today):
    case = make_case()
    make_plan(case)
    page = shown(client, case)
    assert "Utgå från planen som gäller" in page
    assert re.search(r"<details class=\"ds-details\">\s*<summary>Utgå från planen", page)


def test_whoever_only_reads_is_offered_no_stage(draft, client):
    sign_in(client, draft.case.social_worker)
    page = markup(client.get(reverse("plans:plan", args=[draft.case_id])))
    assert "Arbete" in page
    assert 'id="decide"' not in page
