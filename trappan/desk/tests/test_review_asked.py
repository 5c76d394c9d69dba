"""What changes asks for a review of the plan, until it is followed up or another is decided; nothing is stored."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.desk.review_asked import asked_for_review
from trappan.desk.work import day_of
from trappan.outcomes.operations import check_exit, record_exit, reopen
from trappan.people import operations as people
from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep, OwnWord, Plan
from trappan.plans.testing import make_mapping, make_plan
from trappan.refusals import Refused
from trappan.requirement import operations as requirement
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

DECIDED = TODAY - timedelta(days=40)
REASONS = ("household", "exemption", "step_back", "exit", "adaptation", "objection")


@pytest.fixture
def case(db):
    """A case whose plan was decided forty days ago."""
    set_today(DECIDED - timedelta(days=5))
    case = make_case()
    set_today(DECIDED)
    make_plan(case)
    set_today(TODAY)
    return case


def asked(case, who=None):
    """Return what asks for a review as a colleague is told, in words and with its day."""
    with as_(who or case.responsible):
        return [(one.words, one.day) for one in asked_for_review(case.pk)]


def household(case):
    with as_(case.social_worker):
        people.join_household(person=case.person, role="applicant", starts_on=TODAY)
    return "hushållet har ändrats", TODAY


def known_late(case):
    """Somebody has lived there since long before the plan, and it is written down today."""
    with as_(case.social_worker):
        people.join_household(person=case.person, role="applicant", starts_on=date(2026, 1, 1))
    return "hushållet har ändrats", TODAY


def exemption(case):
    with as_(case.social_worker):
        requirement.exempt(
            person=case.person, kind="sick_pay", starts_on=TODAY, ends_on=TODAY + timedelta(days=20), evidence="Intyg"
        )
    return "ett undantag har beslutats eller upphört", TODAY


def exemption_over(case):
    """An exemption that was decided before the plan has ended since."""
    set_today(DECIDED - timedelta(days=1))
    with as_(case.social_worker):
        ends_on = TODAY - timedelta(days=3)
        requirement.exempt(person=case.person, kind="sick_pay", starts_on=DECIDED, ends_on=ends_on, evidence="Intyg")
    set_today(TODAY)
    return "ett undantag har beslutats eller upphört", TODAY - timedelta(days=3)


def step_back(case):
    with as_(case.responsible) as actor:
        for number, day in ((3, TODAY - timedelta(days=9)), (2, TODAY - timedelta(days=2))):
            step = LadderStep.objects.get(ladder__is_main=True, number=number)
            plans.move_step(person=case.person, step=step, day=day, today=actor.today, evidence="Orkade inte")
    return "ett steg tillbaka", TODAY - timedelta(days=2)


def failed_exit(case):
    set_today(DECIDED + timedelta(days=2))
    with as_(case.responsible) as actor:
        done = record_exit(case=case, day=actor.today, today=actor.today, reason="work", form="Timvikarie")
    set_today(TODAY)
    with as_(case.responsible) as actor:
        check_exit(exit=done, today=actor.today, held=False)
        done.refresh_from_db()
        reopen(case=case, today=actor.today, why="Jobbet höll inte")
    case.refresh_from_db()
    return "arbete eller studier höll inte", TODAY


def adaptation(case):
    make_mapping(case, edition=1, needs=["quiet"])
    return "en annan anpassning är överenskommen", TODAY


def objection(case):
    plan = Plan.objects.in_force().get(case=case)
    OwnWord.objects.create(
        person=case.person, plan=plan, edition=plan.edition, view="disagrees", words="För många timmar", at=now()
    )
    return "personen har skrivit att planen inte stämmer", TODAY


CHANGES = (household, known_late, exemption, exemption_over, step_back, failed_exit, adaptation, objection)


@pytest.mark.requirement("R-023", "R-026")
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_asks_on_all_three_pages_and_is_gone_when_the_plan_is_followed_up(case, client, change):
    assert asked(case) == []
    said, day = change(case)
    assert asked(case) == [(said, day)]
    case.refresh_from_db()
    with as_(case.responsible) as actor:
        rows = [
            row
            for queue in day_of(actor).queues
            if queue.name.startswith("Planen behöver följas upp")
            for row in queue.rows
        ]
    assert [(row.since, row.door_url) for row in rows] == [(day, reverse("plans:plan", args=[case.pk]))]
    assert said in rows[0].why.lower()
    sign_in(client, case.responsible)
    for page in (reverse("desk:person", args=[case.person_id]), reverse("plans:plan", args=[case.pk])):
        assert said in markup(client.get(page)).lower(), page
    answer = client.post(
        reverse("plans:plan", args=[case.pk]),
        {
            "acting_as": case.responsible_id,
            "form": "review",
            "review-outcome": "Planen håller",
            "review-next_on": str(TODAY + timedelta(days=30)),
        },
    )
    assert answer.status_code == 302
    assert asked(case) == []
    assert "Planen håller" in markup(client.get(reverse("plans:plan", args=[case.pk])))


def test_another_plan_decided_after_it_answers_too_and_one_decided_before_does_not(case):
    household(case)
    with as_(case.responsible) as actor:
        draft = plans.write_plan(
            case=case,
            today=TODAY,
            goal="Nytt",
            weekly_minutes=2400,
            hours_reason="",
            review_on=TODAY + timedelta(days=60),
        )
        assert asked_for_review(case.pk) != [], "a draft is no plan yet"
        plans.agree_plan(plan=draft, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        draft.refresh_from_db()
        plans.decide_plan(plan=draft, by=actor)
        assert asked_for_review(case.pk) == []


def test_a_step_up_a_corrected_step_and_an_adaptation_that_is_as_before_ask_for_nothing(case):
    with as_(case.responsible) as actor:
        steps = {one.number: one for one in LadderStep.objects.filter(ladder__is_main=True)}
        moved = {"person": case.person, "today": actor.today, "evidence": "Sett"}
        plans.move_step(step=steps[2], day=TODAY - timedelta(days=5), **moved)
        wrong = plans.move_step(step=steps[1], day=TODAY - timedelta(days=3), **moved)
        assert asked_for_review(case.pk) != []
        plans.correct_step(move=wrong, step=steps[3], day=wrong.day, today=actor.today, reason="Fel person")
        assert asked_for_review(case.pk) == []
    make_mapping(case, edition=1, needs=["quiet"])
    make_mapping(case, edition=2, needs=[])
    assert asked(case) == []


def test_following_up_sets_the_next_day_and_the_plan_stays_as_it_was_decided(case, client):
    plan = Plan.objects.get()
    after = TODAY + timedelta(days=200)
    with as_(case.responsible) as actor:
        with pytest.raises(Refused) as refusal:
            plans.review_plan(plan=plan, outcome="Bra", next_on=TODAY, today=actor.today)
        assert refusal.value.field == "next_on"
        plans.review_plan(plan=plan, outcome="Bra", next_on=after, today=actor.today)
        assert Case.objects.values_list("state__review_on", flat=True).get(pk=case.pk) == after
        assert Plan.objects.get().review_on == plan.review_on
        plans.end_plan(plan=plan, reason="Flyttar")
        with pytest.raises(Refused, match="ersatt eller avslutad"):
            plans.review_plan(plan=plan, outcome="Bra", next_on=after, today=actor.today)


class TestWhoIsTold:
    """What asks is told of people whom the reader holds, and no more of them than the reader may know."""

    def test_a_colleague_with_the_same_right_on_somebody_else_is_told_nothing(self, case):
        household(case)
        assert asked(case) != []
        assert asked(case, make_case().responsible) == []

    def test_the_householders_own_page_is_told_and_a_stranger_in_another_household_is_not(self, case):
        set_today(TODAY - timedelta(days=1))
        with as_(case.social_worker):
            people.join_household(person=case.person, role="applicant", starts_on=date(2026, 1, 1))
        with as_(case.responsible):
            plans.review_plan(plan=Plan.objects.get(), outcome="Ja", next_on=TODAY + timedelta(days=9), today=TODAY)
        set_today(TODAY)
        assert asked(case) == []
        child, other = make_person(case.social_worker), make_case(social_worker=case.social_worker)
        with as_(case.social_worker) as actor:
            home = case.person.households.get()
            people.join_household(person=child, role="child", starts_on=actor.today, household_id=home.household_id)
            people.join_household(person=other.person, role="applicant", starts_on=actor.today)
        assert asked(case) == [("hushållet har ändrats", TODAY)]

    @pytest.mark.parametrize("protection", ["none", "marked"])
    @pytest.mark.parametrize("moves_out", [False, True])
    def test_the_day_that_somebody_protected_moves_is_told_only_to_who_sees_that_person(
        self, case, protection, moves_out
    ):
        """Who holds the householder, and the requirement on many others, learns nothing of somebody who is hidden."""
        named = make_colleague("social_worker", case.social_worker.unit)
        long_ago = date(2026, 1, 1)
        set_today(DECIDED - timedelta(days=3))
        other = make_person(named, protection=protection)
        with as_(case.social_worker):
            home = people.join_household(person=case.person, role="applicant", starts_on=long_ago).household_id
        lives = {"person": other, "role": "co_applicant", "household_id": home}
        if moves_out:
            with as_(named):
                member = people.join_household(**lives, starts_on=long_ago)
        set_today(TODAY)
        with as_(named):
            if moves_out:
                people.leave_household(member=member, ends_on=TODAY)
            else:
                people.join_household(**lives, starts_on=TODAY)
        told = [("hushållet har ändrats", TODAY)]
        assert asked(case, named) == told
        for who in (case.social_worker, case.responsible):
            assert asked(case, who) == (told if protection == "none" else [])
