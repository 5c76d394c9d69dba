"""How it goes at a place: goals, steps, reports, incidents; who writes, who reads, what is missing."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.activities.models import Activity
from trappan.attendance.models import Incident, Report
from trappan.attendance.operations import read_reports, record_incident, report
from trappan.attendance.reports import incidents, results
from trappan.cases.testing import make_case
from trappan.people.models import Consent, Person
from trappan.people.operations import give_consent, withdraw_consent
from trappan.placements.operations import end_placement
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal, LadderStep, Plan, ProposedStep, StepEvidence, StepMove
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


def make_cafe(unit=None):
    number = Activity.objects.count()
    return Activity.objects.create(
        code=f"p{number}",
        name=f"Kök {number}",
        unit=unit or make_unit("site"),
        kind="workplace",
        places=9,
        starts_on=date(2021, 1, 1),
    )


@pytest.fixture
def cafe(today):
    return make_cafe()


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
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
def placement(case, cafe, tor):
    return make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY)


def site_goal(tor, placement, title="Ta emot en beställning"):
    with as_(tor) as actor:
        plans.set_site_goal(
            person_id=placement.person_id,
            unit_id=actor.unit_id,
            today=TODAY,
            title=title,
            due_on=TODAY + timedelta(days=20),
        )
    return Goal.objects.get(title=title)


@pytest.mark.requirement("R-012")
class TestGoals:
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
            case.responsible, person=case.person, activity=make_cafe(), week="fre 9-12", starts_on=TODAY
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


@pytest.mark.requirement("R-024")
class TestSteps:
    def test_proposed_from_what_the_site_has_seen_and_set_by_the_consultant(self, case, placement, tor, client):
        goal = site_goal(tor, placement)
        with as_(tor):
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached", evidence="Tre gånger")
            plans.observe(person_id=case.person_id, unit_id=tor.unit_id, day=TODAY, text="Hälsade på gästerna")
        sign_in(client, tor)
        url = f"/here/{placement.pk}/step/"
        step = LadderStep.objects.get(ladder__is_main=True, number=2)
        form = {"acting_as": tor.pk, "step": step.pk}
        assert "ett steg vilar på något" in client.post(url, form).content.decode()
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

    def test_a_cooperating_partner_proposes_by_consent_to_just_that(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_cafe(make_unit("site", navet))
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


@pytest.mark.requirement("R-013")
class TestReports:
    def test_due_on_the_rhythm_and_visible_where_it_is_missing(self, case, placement, tor, client):
        interval = rules_on(TODAY).report_interval_days
        sign_in(client, tor)
        assert "Rapport saknas" not in client.get("/here/").content.decode()
        set_today(TODAY + timedelta(days=interval))
        assert "Rapport saknas" not in client.get("/here/").content.decode(), "the day itself is in time"
        set_today(TODAY + timedelta(days=interval + 1))
        assert "Rapport saknas" in client.get("/here/").content.decode()
        sign_in(client, case.responsible)
        assert "Rapporter som saknas" in client.get("/").content.decode()
        sign_in(client, tor)
        url = f"/here/{placement.pk}/report/"
        assert client.post(url, {"acting_as": tor.pk, "going": "forward", "text": "  "}).status_code == 422
        sent = {"acting_as": tor.pk, "going": "forward", "text": "Tar egna beställningar", "wants_talk": "on"}
        assert client.post(url, sent).status_code == 302
        assert "redan en rapport" in client.post(url, sent).content.decode()
        assert "Rapport saknas" not in client.get("/here/").content.decode()
        sign_in(client, case.responsible)
        start = client.get("/").content.decode()
        assert "Rapporter som saknas" not in start
        assert "En rapport om hur det går" in start
        page = f"/people/{case.person_id}/progress/"
        assert "Vill att du ringer" in client.get(page).content.decode()
        client.post(
            page,
            {
                "acting_as": case.responsible.pk,
                "form": "read",
                "told": [f"report-{Report.objects.get().pk}", "x", "report-0"],
            },
        )
        assert "En rapport om hur det går" not in client.get("/").content.decode()
        sign_in(client, tor)
        assert f"läst av {case.responsible.colleague.name}" in client.get(f"/here/{placement.pk}/").content.decode()

    def test_another_site_reads_and_writes_none_and_a_site_reads_none_as_read(self, case, placement, tor):
        with as_(tor):
            report(placement=placement, today=TODAY, going="hard", text="Tröttnar efter lunch")
            Report.objects.update(read_at="2026-11-12T10:00:00Z")
        assert Report.objects.get().read_at is None
        elsewhere = make_placement(
            case.responsible, person=case.person, activity=make_cafe(), week="fre 9-12", starts_on=TODAY
        )
        with as_(make_colleague("supervisor", elsewhere.unit)):
            assert not Report.objects.exists()
            for wrong in (
                lambda: report(placement=placement, today=TODAY, going="hard", text="x"),
                lambda: record_incident(placement=placement, day=TODAY, today=TODAY, kind="near", text="x", done="y"),
            ):
                with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                    wrong()

    def test_a_paused_end_or_a_start_to_come_asks_for_none(self, case, cafe, tor, client):
        make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY + timedelta(days=10))
        set_today(TODAY + timedelta(days=9))
        sign_in(client, tor)
        assert "Rapport saknas" not in client.get("/here/").content.decode()


class TestIncidents:
    def test_recorded_told_and_counted_also_after_the_person_has_left(self, case, placement, tor, client):
        sign_in(client, tor)
        url = f"/here/{placement.pk}/incident/"
        form = {
            "acting_as": tor.pk,
            "day": "2026-11-12",
            "kind": "near",
            "text": "Halkade på golvet",
            "done": "Matta utlagd",
        }
        assert client.post(url, {**form, "day": "2026-11-13"}).status_code == 422
        assert client.post(url, form).status_code == 302
        sign_in(client, case.responsible)
        assert "Något gick fel" in client.get("/").content.decode()
        with as_(case.responsible):
            read_reports(person_id=case.person_id, reports=[], incidents=[Incident.objects.get().pk])
        assert Incident.objects.get().read_by == case.responsible
        set_today(TODAY + timedelta(days=400))
        with as_(tor):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == [("Det var nära att gå fel", 1)]
        with as_(make_colleague("supervisor", make_unit("site"))):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == []
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        with as_(make_colleague("site_leader", make_unit("site", partner))):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == []


def test_the_week_is_written_in_words():
    from trappan.ui.templatetags.ui import in_week

    assert in_week(read_week("tor 9-12, mån 9:30-11 A")) == "mån 9.30–11 A, tors 9–12"


@pytest.mark.requirement("R-020")
class TestResults:
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
        there = make_cafe()
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
        placement = make_placement(case.responsible, person=case.person, activity=make_cafe(site), starts_on=TODAY)
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
