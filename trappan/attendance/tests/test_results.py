"""What has come of it at a site: counted without names, for the site's own eyes."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from trappan.activities.testing import make_activity
from trappan.attendance.reports import results
from trappan.attendance.testing import site_goal
from trappan.cases.testing import make_case
from trappan.people.models import Consent, Person
from trappan.people.operations import give_consent, withdraw_consent
from trappan.placements.operations import end_placement
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep, ProposedStep
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

DIV = re.compile("</?div[^>]*>")
pytestmark = pytest.mark.django_db


@pytest.fixture
def case(planned):
    return planned


class TestResults:
    @pytest.mark.requirement("R-020")
    def test_a_site_sees_what_has_come_of_it(self, case, placement, tor, client):
        goal = site_goal(tor, placement)
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        with as_(tor) as actor:
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", evidence="Tre gånger")
            plans.propose_step(person_id=case.person_id, unit_id=actor.unit_id, today=TODAY, step=step, evidence="Kom")
            assert results() == [("Delmål som nåtts", 1)]
        consultant = case.responsible
        sign_in(client, consultant)
        page = f"/people/{case.person_id}/progress/"
        proposed = ProposedStep.objects.get().pk
        client.post(page, {"acting_as": consultant.pk, "form": "accept", "row": proposed})
        set_today(TODAY + timedelta(days=10))
        last = {"acting_as": consultant.pk, "ends_on": "2026-11-20"}
        end = f"/placements/{placement.pk}/end/"
        assert client.post(end, last).status_code == 422, "it says why it ends"
        assert client.post(end, {**last, "kind": "sacked"}).status_code == 422
        other = client.post(end, {**last, "kind": "other"})
        assert other.status_code == 422
        assert "Skriv varför" in other.content.decode()
        assert client.post(end, {**last, "kind": "work"}).status_code == 302
        sign_in(client, tor)
        shown = markup(client.get("/here/"))
        for what in ("Delmål som nåtts", "Steg som ni föreslagit", "Börjar arbeta"):
            assert f"<dt>{what}</dt><dd>1</dd>" in shown
        assert f"{case.person.given_name}: Ta emot en beställning" in shown
        set_today(TODAY + timedelta(days=33))
        with as_(tor):
            assert results() == [("Börjar arbeta", 1)]

    def test_it_is_counted_without_names_and_for_the_own_site_only(self, case, placement, tor):
        goal = site_goal(tor, placement)
        with as_(tor):
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", evidence="Tre gånger")
        with as_(make_colleague("supervisor", make_unit("site"))):
            assert results() == []
        with as_(case.responsible):
            assert results() == [], "municipal staff have their own pages"
        with as_(tor) as actor:
            assert results() == [("Delmål som nåtts", 1)]
            assert actor.unit_id == placement.unit_id
        Person.objects.update(protection="marked")
        with as_(tor):
            assert results() == [], "nor is a protected person a count of one"
        Person.objects.update(protection="none")
        set_today(TODAY + timedelta(days=28))
        with as_(tor):
            assert results() == []

    def test_only_what_was_accepted_and_took_place_here(self, case, placement, tor):
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        with as_(tor) as actor:
            plans.propose_step(person_id=case.person_id, unit_id=actor.unit_id, today=TODAY, step=step, evidence="Kom")
        with as_(case.responsible):
            plans.decide_step(proposal=ProposedStep.objects.get(), accepts=False, today=TODAY, reason="Inte än")
        other = make_case()
        there = make_activity()
        elsewhere = make_placement(other.responsible, person=other.person, activity=there, starts_on=TODAY)
        never = make_placement(
            other.responsible,
            person=other.person,
            activity=placement.activity,
            week="fre 9-12",
            starts_on=TODAY + timedelta(days=1),
        )
        with as_(other.responsible):
            end_placement(placement=elsewhere, ends_on=TODAY + timedelta(days=1), kind="work")
            end_placement(placement=never, ends_on=never.starts_on, kind="work")
        set_today(TODAY + timedelta(days=2))
        with as_(tor):
            assert results() == []
        with as_(make_colleague("supervisor", there.unit)):
            assert results() == [("Börjar arbeta", 1)]

    def test_why_somebody_left_is_told_only_where_it_led_on(self, case, placement, tor):
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=1), kind="health")
        set_today(TODAY + timedelta(days=1))
        with as_(tor), connection.cursor() as cursor:
            assert results() == [("Slutade av annat skäl", 1)]
            cursor.execute("SELECT * FROM attendance_results()")
            assert cursor.fetchall() == [("ended", 1)]

    def test_a_partner_counts_only_those_who_consent(self, today):
        partner = make_organisation("Navet", kind="association", basis="cooperation")
        site = make_unit("site", partner)
        case = make_case()
        with as_(case.responsible):
            give_consent(
                person=case.person,
                organisation=partner,
                parts=["placement"],
                given_how="paper",
                starts_on=TODAY - timedelta(days=60),
            )
        placement = make_placement(
            case.responsible, person=case.person, activity=make_activity(unit=site), starts_on=TODAY
        )
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=1), kind="work")
        set_today(TODAY + timedelta(days=2))
        there = make_colleague("supervisor", site)
        with as_(there):
            assert results() == [("Börjar arbeta", 1)]
        with as_(case.responsible):
            withdraw_consent(consent=Consent.objects.get(), on=TODAY + timedelta(days=2))
        with as_(there):
            assert results() == []

    @pytest.mark.requirement("R-022")
    def test_a_goal_and_a_step_are_results_of_somebody_who_has_no_work_yet(self, case, placement, tor, client):
        goal = site_goal(tor, placement)
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        with as_(tor) as actor:
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", evidence="Tre gånger")
            plans.propose_step(person_id=case.person_id, unit_id=actor.unit_id, today=TODAY, step=step, evidence="Kom")
        with as_(case.responsible):
            plans.decide_step(proposal=ProposedStep.objects.get(), accepts=True, today=TODAY)
        with as_(tor):
            assert results() == [("Delmål som nåtts", 1), ("Steg som ni föreslagit", 1)]
        sign_in(client, tor)
        assert "<dt>Delmål som nåtts</dt><dd>1</dd><dt>Steg som ni föreslagit</dt><dd>1</dd>" in DIV.sub(
            "", markup(client.get("/here/"))
        )
        sign_in(client, case.responsible)
        page = markup(client.get(f"/people/{case.person_id}/"))
        for small in ("Steg 2 av 6", "Delmål avslutat", "Kom till steg 2", "kan matchas mot arbete från alla steg"):
            assert small in page, small
        plan = client.get(f"/cases/{case.pk}/plan/").content.decode()
        assert "Ta emot en beställning" in plan
        assert "Tre gånger" in plan
        assert not case.person.exits.exists()
