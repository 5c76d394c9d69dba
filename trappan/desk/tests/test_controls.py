"""Each control of the requirement's chain: one case enters the list, and leaves it when it is mended."""

from datetime import date, timedelta

import pytest

from trappan.assistance.operations import keep_month
from trappan.cases.testing import make_case
from trappan.plans import operations as plans
from trappan.plans.testing import make_mapping
from trappan.requirement import operations as requirement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
NO_PLAN = "Plan saknas, omfattas av kravet"
NOT_ASKED = "Begäran saknas, omfattas av kravet"
NOT_RECEIVED = "Begärd, inte mottagen"
ENDED = "Undantaget har gått ut"
ENDING = "Undantaget går ut"


@pytest.fixture
def case(today):
    """Somebody under the requirement since October, heard and nothing more."""
    case = make_case()
    make_mapping(case)
    with as_(case.social_worker) as actor:
        for month in (8, 9, 10, 11):
            keep_month(
                person=case.person,
                by=actor,
                month=date(2026, month, 1),
                role="applicant",
                household_type=5,
                obstacle="unemployed",
            )
    return case


@pytest.fixture
def lists(client, case):
    """Return which control lists stand on the social worker's start page."""
    sign_in(client, case.social_worker)

    def shown():
        page = client.get("/").content.decode()
        return [name for name in (NO_PLAN, NOT_ASKED, NOT_RECEIVED, ENDING, ENDED) if name in page]

    return shown


def decide(case, today):
    with as_(case.responsible) as actor:
        plans.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        plan = plans.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=60),
        )
        plans.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        plans.decide_plan(plan=plan, by=actor)


def test_plan_request_and_receipt_one_after_the_other(case, lists, today):
    assert lists() == [NO_PLAN, NOT_ASKED]
    decide(case, today)
    assert lists() == [NOT_ASKED]
    with as_(case.social_worker):
        made = requirement.request(case=case, today=today, first_month=date(2026, 11, 1), weekly_minutes=2400)
    assert lists() == [NOT_RECEIVED]
    with as_(case.social_worker):
        requirement.receive(made=made, today=today, received_on=today, received_how="handed")
    assert lists() == []


def test_an_exemption_lifts_the_lists_warns_before_its_end_and_is_missed_after(case, lists, today):
    with as_(case.social_worker):
        requirement.exempt(
            person=case.person,
            kind="sick_pay",
            starts_on=date(2026, 11, 1),
            ends_on=date(2027, 1, 10),
            evidence="Intyg",
        )
    assert lists() == []
    set_today(date(2026, 12, 20))
    assert lists() == [ENDING]
    set_today(date(2027, 1, 12))
    assert ENDED in lists()


def test_a_gap_in_support_takes_somebody_off_the_lists(case, lists):
    set_today(date(2027, 1, 12))
    assert lists() == [], "no support in December nor January"


def test_a_plan_past_its_follow_up_is_the_consultants_first_thing(client, case, today):
    decide(case, today)
    sign_in(client, case.responsible)
    assert "Planen ska följas upp" not in client.get("/").content.decode()
    set_today(today + timedelta(days=61))
    page = client.get("/").content.decode()
    assert "Planen ska följas upp" in page
    assert "En sak är försenad." in page


def test_the_lists_ask_few_questions(client, case, lists, django_assert_max_num_queries):
    lists()
    # Twelve of the page's own; the test adds its savepoints and a look at the settings.
    with django_assert_max_num_queries(16):
        client.get("/")
