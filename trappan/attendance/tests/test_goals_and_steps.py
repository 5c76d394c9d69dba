"""Goals and steps at a place: the site sets, ticks off and proposes, the consultant decides."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.testing import make_activity
from trappan.attendance.testing import site_goal
from trappan.cases.testing import make_case
from trappan.people.operations import give_consent
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal, LadderStep, ProposedStep, StepEvidence, StepMove
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(planned):
    return planned


class TestGoals:
    @pytest.mark.requirement("R-012")
    def test_set_and_ticked_off_on_the_page_and_rolled_up_by_the_consultant(self, placement, tor, client):
        sign_in(client, tor)
        page = f"/here/{placement.pk}/"
        form = {"acting_as": tor.pk, "form": "goal", "goal-title": "Diska maskinen", "goal-due_on": "2026-12-01"}
        assert client.post(page, form).status_code == 302
        assert client.post(page, {**form, "goal-due_on": "2026-11-12"}).status_code == 422
        goal = Goal.objects.get(title="Diska maskinen")
        assert goal.unit_id == tor.unit_id
        own = Goal.objects.get(title="Tala svenska i arbetet")
        assert "Tala svenska" not in client.get(page).content.decode(), "the plan's own are not the site's"
        url = f"/here/{placement.pk}/goals/{goal.pk}/"
        assert client.post(url, {"acting_as": tor.pk, "staff_rating": "reached"}).status_code == 422
        assert client.get(f"/here/{placement.pk}/goals/{own.pk}/").status_code == 404
        done = {"acting_as": tor.pk, "staff_rating": "reached", "evidence": "Gjorde det själv tre dagar"}
        assert client.post(url, done).status_code == 302
        consultant = placement.placed_by
        sign_in(client, consultant)
        above = {"acting_as": consultant.pk, "form": "under", "row": goal.pk, f"under-{goal.pk}-under": own.pk}
        client.post(f"/people/{placement.person_id}/progress/", above)
        goal.refresh_from_db()
        assert (goal.under_id, goal.reached_on, goal.evidence) == (own.pk, TODAY, "Gjorde det själv tre dagar")

    def test_a_site_moves_no_goal_and_sets_none_without_a_plan(self, placement, tor):
        goal = site_goal(tor, placement)
        own = Goal.objects.get(title="Tala svenska i arbetet")
        with as_(tor), pytest.raises(DatabaseError, match="under"), transaction.atomic():
            Goal.objects.filter(pk=goal.pk).update(under=own)
        other = make_case()
        there = make_placement(other.responsible, person=other.person, activity=placement.activity, starts_on=TODAY)
        with as_(tor) as actor, pytest.raises(Refused, match="ingen plan"):
            plans.set_site_goal(
                person_id=there.person_id,
                unit_id=actor.unit_id,
                today=TODAY,
                title="x",
                due_on=TODAY + timedelta(days=3),
            )

    def test_another_sites_goals_are_neither_read_nor_set(self, case, placement, tor):
        site_goal(tor, placement)
        elsewhere = make_placement(
            case.responsible, person=case.person, activity=make_activity(), week="fre 9-12", starts_on=TODAY
        )
        other = make_colleague("supervisor", elsewhere.unit)
        stranger = make_colleague("supervisor", make_unit("site"))
        with as_(other):
            assert not Goal.objects.exists()
            assert not Goal.objects.update(evidence="x")
        with as_(stranger) as actor, pytest.raises(Refused, match="arbetar inte med"):
            plans.set_site_goal(
                person_id=case.person_id,
                unit_id=actor.unit_id,
                today=TODAY,
                title="x",
                due_on=TODAY + timedelta(days=3),
            )


class TestSteps:
    @pytest.mark.requirement("R-024")
    def test_proposed_from_what_the_site_has_seen_and_set_by_the_consultant(self, case, placement, tor, client):
        goal = site_goal(tor, placement)
        with as_(tor):
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", evidence="Tre gånger")
            plans.observe(person_id=case.person_id, unit_id=tor.unit_id, day=TODAY, text="Hälsade på gästerna")
        sign_in(client, tor)
        url = f"/here/{placement.pk}/step/"
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        form = {"acting_as": tor.pk, "step": step.pk}
        assert "ett steg bygger på något" in client.post(url, form).content.decode()
        assert "Hälsade på gästerna" in client.get(url).content.decode()
        client.post(
            url,
            {
                **form,
                "seen": ["Ta emot en beställning: Tre gånger", "Hälsade på gästerna"],
                "evidence": "Och sju dagar i tid",
            },
        )
        proposal = ProposedStep.objects.get()
        assert proposal.evidence.splitlines() == [
            "Ta emot en beställning: Tre gånger",
            "Hälsade på gästerna",
            "Och sju dagar i tid",
        ]
        assert "redan föreslagit ett steg" in client.post(url, {**form, "evidence": "igen"}).content.decode()
        assert not StepMove.objects.exists(), "a proposal is no step"
        sign_in(client, case.responsible)
        assert "Ett steg är föreslaget" in client.get("/").content.decode()
        page = f"/people/{case.person_id}/progress/"
        client.post(page, {"acting_as": case.responsible.pk, "form": "accept", "row": proposal.pk})
        assert StepMove.objects.get().step == step
        assert "Hälsade på gästerna" in StepEvidence.objects.get().text
        client.post(page, {"acting_as": case.responsible.pk, "form": "accept", "row": proposal.pk})
        assert StepMove.objects.count() == 1

    def test_declined_with_a_reason_that_the_site_reads(self, case, placement, tor, client):
        with as_(tor) as actor:
            plans.propose_step(
                person_id=case.person_id,
                unit_id=actor.unit_id,
                today=TODAY,
                evidence="Kom i tid",
                step=LadderStep.objects.get(ladder__is_main=True, number=3),
            )
            assert not ProposedStep.objects.update(accepted=True), "a site decides nothing"
        sign_in(client, case.responsible)
        proposal = ProposedStep.objects.get()
        page = f"/people/{case.person_id}/progress/"
        sent = {"acting_as": case.responsible.pk, "form": "decline", "row": proposal.pk}
        assert client.post(page, sent).status_code == 422
        client.post(page, {**sent, f"decline-{proposal.pk}-reason": "Vi väntar till efter provet"})
        sign_in(client, tor)
        assert "Vi väntar till efter provet" in client.get(f"/here/{placement.pk}/").content.decode()
        assert not StepMove.objects.exists()

    @pytest.mark.requirement("R-024")
    def test_a_cooperating_partner_proposes_by_consent_to_just_that(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_activity(unit=make_unit("site", navet))
        sara = make_colleague("supervisor", systuga.unit)
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        about = {"person_id": case.person_id, "unit_id": sara.unit_id, "today": TODAY, "step": step, "evidence": "Kom"}
        with as_(case.responsible):
            give_consent(
                person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=TODAY
            )
        make_placement(case.responsible, person=case.person, activity=systuga, starts_on=TODAY)
        with as_(sara), pytest.raises(Refused):
            plans.propose_step(**about)
        with as_(case.responsible):
            give_consent(person=case.person, organisation=navet, parts=["goals"], given_how="paper", starts_on=TODAY)
        with as_(sara):
            plans.propose_step(**about)
