"""Plans, exemptions and requests carry their number in the registry, as decisions do."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.plans import operations as plans
from trappan.plans.models import Plan
from trappan.plans.testing import make_mapping
from trappan.requirement.models import ActivityRequest, Exemption
from trappan.requirement.operations import request
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    case = make_case()
    make_mapping(case)
    return case


def test_a_plan_has_it_through_the_page_and_it_stays_when_decided(case, client):
    sign_in(client, case.responsible)
    page = reverse("plans:plan", args=[case.pk])
    sent = {
        "acting_as": case.responsible_id,
        "form": "plan",
        "plan-goal": "Arbete",
        "plan-weekly_hours": "40",
        "plan-review_on": str(TODAY + timedelta(days=30)),
        "plan-reference": "SN 2026-114",
        "plan-edition": "0",
    }
    assert client.post(page, sent).status_code == 302
    assert "SN 2026-114" in client.get(page).content.decode()
    with as_(case.responsible) as actor:
        plan = Plan.objects.get()
        plans.consult(case=case, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
        plans.agree_plan(plan=plan, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        plan.refresh_from_db()
        plans.decide_plan(plan=plan, by=actor)
        with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            Plan.objects.update(reference="SN 2026-115")
    assert "SN 2026-114" in client.get(reverse("plans:decided", args=[plan.pk])).content.decode()


def test_an_exemption_and_a_request_have_it(case, client):
    sign_in(client, case.social_worker)
    page = reverse("requirement:requirement", args=[case.person_id])
    sent = {
        "acting_as": case.social_worker_id,
        "form": "exempt",
        "exempt-kind": "sick_pay",
        "exempt-starts_on": "2026-09-01",
        "exempt-ends_on": "2026-09-30",
        "exempt-evidence": "Intyg",
        "exempt-reference": "SN 2026-7",
    }
    assert client.post(page, sent).status_code == 302
    assert Exemption.objects.get().reference == "SN 2026-7"
    with as_(case.responsible):
        plans.consult(case=case, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
    with as_(case.social_worker):
        request(case=case, today=TODAY, first_month=date(2026, 11, 1), weekly_minutes=2400, reference="SN 2026-8")
    assert ActivityRequest.objects.get().reference == "SN 2026-8"
    told = client.get(page).content.decode()
    assert "SN 2026-7" in told
    assert "SN 2026-8" in told
