"""One person with a row everywhere, made by the colleagues themselves, and everybody who may look."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils.timezone import make_aware

from trappan.activities.models import Activity, Crew
from trappan.activities.operations import order_work
from trappan.agreements import operations as agreements
from trappan.agreements.models import AlongContact, Ending, Link, Prepared
from trappan.agreements.testing import answered
from trappan.agreements.week import monday_of
from trappan.assistance.operations import correct_month, keep_month, note_elsewhere, receive_application
from trappan.attendance import operations as attendance
from trappan.cases import operations as cases
from trappan.cases.models import WorkAbility
from trappan.employers import operations as employers
from trappan.employers.jobs import tell, waiting
from trappan.employers.merging import Moves
from trappan.employers.models import Contact, Lead, Opening, PlaceQuestion, Workplace
from trappan.exchange.operations import save_sus_sheet
from trappan.exchange.sus import one_due
from trappan.exchange.testing import make_delivery
from trappan.history.record import record
from trappan.initiatives import operations as initiatives
from trappan.initiatives.models import Initiative
from trappan.insight import operations as insight
from trappan.insight.models import Chart, ExtractFile, FrozenMonth
from trappan.insight.testing import make_evaluation, make_extract, make_outlook, make_publication
from trappan.matching import operations as matching
from trappan.matching.models import (
    AllocationLine,
    AllocationMove,
    AllocationRun,
    AllocationWaiting,
    OpeningLine,
    OpeningRun,
    SentPaper,
)
from trappan.matching.testing import consent_to_employers, make_question, make_search
from trappan.messages.models import DeadAddress, Message, Pause, Wish
from trappan.messages.orders import order_message
from trappan.outcomes.models import Exit, FollowUp
from trappan.people import operations as people
from trappan.people.models import Person
from trappan.people.operations.rectification import ABOUT_A_PERSON
from trappan.people.testing import make_person
from trappan.placements import operations as placements
from trappan.placements.models import Placement
from trappan.placements.planned import usual_start
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import LadderStep, OwnWord, Plan
from trappan.plans.testing import put_in_week
from trappan.portal.testing import as_person, as_person_by_eid, make_helper, say
from trappan.projects import operations as projects
from trappan.projects.models import FinalReport, MonthFile
from trappan.projects.results import book_of, final_facts
from trappan.projects.testing import make_leader, make_project
from trappan.refusals.editions import edition_of, saved_in
from trappan.requirement import operations as requirement
from trappan.requirement.models import Decision, Grounds
from trappan.schedules.clock import now
from trappan.schedules.halves import half_after, half_of
from trappan.schedules.months import month_of, months_after
from trappan.schedules.week import read_week
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit


def make_employers(actor: Actor, today: date) -> None:
    """Write down an employer with a row in every table of employers, and one that went up in it."""
    kitchen = employers.make_employer(by=actor, name="Köket", kind="company")
    before = employers.make_employer(by=actor, name="Köksfabeln", kind="company")
    employers.merge_employer(employer=before, into=kitchen, today=today, edition=Moves.of(before).edition)
    street = employers.make_workplace(employer=kitchen, name="Storgatan 1")
    vera = employers.make_contact(employer=kitchen, name="Vera Diktare", workplace=street, email="vera@koket.example")
    employers.converse(
        employer=kitchen,
        by=actor,
        held_on=today,
        way="phone",
        text="Ringde om hösten",
        contact=vera,
        next_step="Ringa",
        next_on=today,
    )
    employers.make_opening(
        employer=kitchen,
        workplace=street,
        title="Köksbiträde",
        kind="job",
        places=1,
        weekly_minutes=1800,
        starts_on=today,
    )
    Lead.objects.create(
        municipality_id=actor.organisation_id, source_id="1", headline="Kock", employer_name="Köket", through="unknown"
    )
    employers.keep_draft(employer=kitchen, by=actor, fields={"text": "Halva"})


def make_drive(coordinator: Membership, workplace: Workplace, activity: Activity, today: date) -> None:
    """Set a department its target, ask it for places and tell its managers, offer one, and order a footbridge."""
    half = half_after(half_of(today))
    with as_(coordinator):
        employers.set_target(employer=workplace.employer, half=half, places=4, decision="KS")
        employers.ask_places(half=half, today=today)
        order_work(activity=activity, workplace=workplace, what="En spång", wanted_by=None, today=today)
    for row in waiting():
        tell(row)
    with as_(coordinator):
        asked = PlaceQuestion.objects.get(workplace=workplace)
        employers.offer_places(
            question=asked, today=today, kind="internship", title="Tvätt", places=1, weekly_minutes=600
        )


def make_initiative(actor: Actor, today: date) -> Initiative:
    """Write down an initiative with a row in every table of initiatives."""
    made = initiatives.begin_initiative(
        by=actor,
        name="500-uppdraget",
        aim="Arbete",
        target=500,
        funding="Kommunstyrelsens budget",
        starts_on=date(2026, 1, 1),
        ends_on=today + timedelta(days=1),
        in_sus=True,
    )
    initiatives.go_on(initiative=made, what="Laget", by_whom="Enheten", money="Ramen")
    initiatives.write_report(initiative=made, as_of=today, today=today, text="Det gick bra")
    initiatives.mark_day(by=actor, day=date(2021, 1, 1), kind="administration", name="Sammanslagning")
    initiatives.begin_paper(initiative=made, officer="Pelle", manager="Karin", reference="KS 2")
    return made


def make_participant(consultant: Membership, person: Person, coordinator: Membership, today: date) -> None:
    """Let a coordinator in about somebody, who takes part in a project; a row in every table of projects."""
    leader, unit = make_leader(), coordinator.unit
    project = make_project(leader, name="Tillsammans mot arbete")
    with as_(leader):
        joined = projects.add_municipality(project=project, unit=unit, planned_women=9, planned_men=9)
        kalejdo = projects.add_sub_initiative(
            project=project, municipality=joined, name="Kalejdo", theme="Teori och praktik", target_groups=[], planned=9
        )
        funding = projects.add_funding(project=project, kind="fund", budget_ore=1_400_000_000)
        projects.tell_spending(funding=funding, as_of=today, amount_ore=100, today=today)
        goal = projects.set_cooperation_goal(
            project=project, wording="Samverkan som håller", shown_by="Träffar", due_on=today
        )
        about = {"what": "Kalejdo", "goes_on": True, "by_whom": "Kommunen", "money": "Egen budget", "starts_on": today}
        projects.go_on(project=project, sub_initiative=kalejdo, **about)
        projects.begin_paper(project=project, officer="Pelle", manager="Karin", reference="KF 1")
    with as_(consultant):
        projects.let_in(person=person, coordinator=coordinator)
    with as_(coordinator):
        began = today - timedelta(days=30)
        told = {"municipality": joined, "day": today, "today": today}
        projects.tell_evidence(goal=goal, kind="meeting", words="Ett möte", **told)
        projects.tell_gathering(project=project, venue="Folkhögskolan", theme="Vägar till arbete", came=30, **told)
        about = {"sub_initiative": kalejdo, "target_groups": ["young"], "starts_on": began, "today": today}
        row = projects.add_participant(municipality=joined, person=person, **about)
        projects.end_participation(participation=row, ends_on=today + timedelta(days=1), result="closer", today=today)
        projects.make_month_file(municipality=joined, month=month_of(began), version=0)
        projects.take_month_file(file=MonthFile.objects.get())
        projects.say_nothing(municipality=joined, month=months_after(month_of(began), -1))
    # Written by the owner: that a leader can is trappan/projects/tests/test_results.py.
    with as_(leader):
        facts = final_facts(book_of(project, {}), "Det gick bra")
    FinalReport.objects.create(project=project, facts=facts)


def make_aim(actor: Actor, today: date) -> None:
    """Write down a goal with what became of it and what is to be better, and let a chart be drawn."""
    made = insight.set_goal(
        by=actor,
        name="Färre hushåll",
        definition="Hushåll i oktober",
        direction="at_most",
        level=Decimal(2000),
        unit="households",
        year=2026,
        responsible="Direktören",
        decided="Nämnden",
        indicator="households",
    )
    insight.write_result(goal=made, as_of=today, today=today, value=None, text="Det vet vi i december")
    insight.log_improvement(
        by=actor, today=today, found_on=today, deficiency="Sent", action="Tidigare", responsible="Vi", goal=made
    )


def make_agreement(jonna: Membership, placement: Placement, at: tuple[Workplace, Contact], today: date) -> None:
    """Write an agreement on what is left of the placement, signed by the one, sent to the other and told of a week."""
    placement.refresh_from_db()
    workplace, contact = at
    with as_(jonna) as actor:
        made = agreements.write_agreement(
            placement=placement,
            by=actor,
            workplace=workplace,
            contact=contact,
            form="internship",
            ends_on=placement.ends_on or placement.starts_on,
            tasks="Disk",
            supervisor="Vera Diktare",
        )
        version = made.versions.get()
        agreements.sign_in_room(version=version, seen=version.digest)
        agreements.send_link(agreement=made, version=version, site="http://testserver", way="email_aloud")
        AlongContact.objects.create(
            agreement=made,
            person_id=made.person_id,
            with_whom="employer",
            day=max(placement.starts_on, actor.today),
            way="phone",
            text="Går bra",
        )
        to = agreements.Reached.at_employer(made, "Köket AB")
        link = agreements.order_link(
            purpose=Link.Purpose.WEEK,
            person_id=made.person_id,
            placement_id=placement.pk,
            to=to,
            content={"questions": []},
            subject=str(monday_of(today)),
            site="http://testserver",
            way="email_aloud",
        )
    answered(jonna, link, {})
    # As the owner: the placement goes on, and of that nobody tells an end.
    about = {"agreement": made, "person_id": made.person_id, "how": "phone", "told_by": "Vera Diktare"}
    Ending.objects.create(**about, went="completed", ends_on=placement.starts_on)


def make_world(today: date) -> tuple[Person, dict[str, Membership]]:
    """Make one person with a row in every secret table, and everybody who might want to look."""
    municipality = make_organisation("Ekelunda kommun")
    social, labour, site, guidance = (
        make_unit(kind, municipality) for kind in ("social_service", "labour_market", "site", "guidance")
    )
    ulla, jonna = make_colleague("social_worker", social), make_colleague("consultant", labour)
    tor = make_colleague("supervisor", site)
    activity = Activity.objects.create(
        code="cafe",
        name="Café",
        unit=site,
        kind="workplace",
        places=3,
        starts_on=date(2021, 1, 1),
        support_offered="Samtal",
    )
    Crew.objects.create(activity=activity, name="Lag Stig")
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    actors = {
        "social worker of the unit": ulla,
        "social worker, another unit": make_colleague("social_worker", make_unit("social_service", municipality)),
        "consultant with the case": jonna,
        "consultant, same unit, without the case": make_colleague("consultant", labour),
        "consultant, another unit": make_colleague("consultant", make_unit("labour_market", municipality)),
        "head of the consultant's unit": make_colleague("head_of_unit", labour),
        "head of the social workers' unit": make_colleague("head_of_unit", social),
        "supervisor at the site": tor,
        "supervisor at another site": make_colleague("supervisor", make_unit("site", municipality)),
        "supervisor at a partner's site": make_colleague("supervisor", make_unit("site", partner)),
        "counsellor with the referral": make_colleague("counsellor", guidance),
        "counsellor, another unit": make_colleague("counsellor", make_unit("guidance", municipality)),
        "director": make_colleague("director", make_unit("management", municipality)),
        "controller": make_colleague("controller", make_unit("management", municipality)),
        "member of the board": make_colleague("board_reader", make_unit("management", municipality)),
        "administrator": make_colleague("administrator", make_unit("management", municipality)),
        "auditor": make_colleague("auditor", make_unit("management", municipality)),
        "place coordinator": make_colleague("place_coordinator", make_unit("employer_team", municipality)),
        "manager of the site": make_colleague("host_manager", site),
        "manager of another site": make_colleague("host_manager", make_unit("site", municipality)),
        "employer officer": make_colleague("employer_officer", make_unit("employer_team", municipality)),
        "project coordinator": make_colleague("project_coordinator", make_unit("project", municipality)),
    }
    person = make_person(ulla)
    yesterday = today - timedelta(days=1)
    with as_(ulla) as actor:
        receive_application(person=person, by=actor, received_on=yesterday, kind="new")
        people.keep_contact(person=person, phone="070-1740605")
        people.keep_contact(person=person, phone="070-1740606", edition=edition_of({"phone": "070-1740605"}))
        people.rectify_person(
            person=person,
            given_name=person.given_name,
            family_name=person.family_name,
            gender="",
            languages=["svenska"],
            interpreter=False,
            why="Språket saknades",
            edition=edition_of(saved_in(person, ABOUT_A_PERSON)),
        )
        people.join_household(person=person, role="applicant", starts_on=yesterday)
        people.give_consent(
            person=person, organisation=partner, parts=["goals", "sus"], given_how="paper", starts_on=today
        )
        month = keep_month(
            person=person, by=actor, month=date(2026, 10, 1), role="applicant", household_type=5, obstacle="unemployed"
        )
        said = {"month": month.month, "role": "applicant", "household_type": 5, "obstacle": "unemployed"}
        was = {**said, "amount": None}
        correct_month(kept=month, **said, amount=8450, why="Beloppet saknades", edition=edition_of(was))
        note_elsewhere(
            person=person, municipality="", starts_on=date(2025, 1, 1), ends_on=date(2025, 3, 1), support="unknown"
        )
        case = cases.open_case(person=person, by=actor, unit=labour)
        cases.assign(case=case, to=jonna)
    with as_(jonna) as actor:
        plans.map_person(
            case=case,
            held_on=today,
            today=today,
            finish=True,
            own_words="Jag vill",
            assessment="Kan",
            fastest_way="Café",
            way_reason="Vill laga mat",
        )
        cases.keep_draft(person_id=person.pk, by=actor, page="mapping", key=case.pk, fields={"health": "Trött"})
        note = cases.write_note(case=case, by=actor, happened_at=now(), kind="contact", source="person", fact="Ringde")
        cases.object_to(note=note, text="Jag mejlade", said_on=today, today=today)
        plans.rate_oneself(case=case, day=today, today=today, answers={"confidence": (2, "Ibland")})
        cases.stall(case=case, reason="course", starts_on=today, today=today)
        meeting = cases.book_meeting(
            case=case,
            by=actor,
            minutes=60,
            how="visit",
            purpose="Uppföljning",
            starts_at=make_aware(datetime.combine(today + timedelta(days=1), time(9))),
        )
        cases.tell_meeting(meeting=meeting, outcome="cancelled")
        ahead = [make_aware(datetime.combine(today + timedelta(days=days), time(9))) for days in (4, 5)]
        cases.offer_times(
            case=case,
            by=actor,
            starts=ahead,
            until=today + timedelta(days=3),
            minutes=30,
            how="phone",
            purpose="Uppföljning",
        )
        referral = cases.refer(case=case, unit=guidance, purpose="Validering")
        plan = plans.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=9),
        )
        plans.set_goal(plan=plan, today=today, title="I tid", due_on=today + timedelta(days=9), unit_id=site.pk)
        put_in_week(plan, kind="sfi", week=read_week("ons 9-12"))
        plan.refresh_from_db()
        plans.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        plans.give_draft(plan=plan)
        plans.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        plans.decide_plan(plan=Plan.objects.get(), by=actor)
        plans.review_plan(plan=Plan.objects.get(), outcome="Går vidare", next_on=today + timedelta(days=9), today=today)
        plans.judge_readiness(case=case, what="place", reason="Kommer i tid", day=today, today=today)
        step = LadderStep.objects.get(ladder__is_main=True, number=1)
        plans.move_step(person=person, step=step, day=today, today=today, evidence="Kom")
    placement = make_placement(jonna, person=person, activity=activity, starts_on=today)
    with as_(jonna):
        placements.share_adaptation(placement=placement, text="Korta pass", consented_how="meeting")
    with as_(ulla):
        requirement.exempt(
            person=person, kind="sick_pay", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1), evidence="Intyg"
        )
        requirement.request(case=case, today=today, first_month=date(2026, 11, 1), weekly_minutes=2400)
    with as_(tor) as actor:
        attendance.record_attendance(placement=placement, day=today, by=actor, mark="present")
        attendance.record_attendance(placement=placement, day=today, by=actor, mark="absent_told")
        plans.observe(person_id=person.pk, unit_id=site.pk, day=today, text="Hälsade")
        placements.tell_beforehand(placement=placement, day=today, today=today, reason="sick")
    with as_person(jonna, person):
        assert say("portal_say_late", placement.pk, today + timedelta(days=7), 20) == ""
    in_force = Plan.objects.get().pk
    with as_person_by_eid(person):
        assert say("portal_object", in_force, "Jag håller inte med") == ""
    with as_(jonna):
        plans.reply_to_word(word=OwnWord.objects.get(), text="Vi talas vid")
    make_helper(jonna, person)
    with as_(tor) as actor:
        record("desk.see_person", person.pk, scope="identity", kind="read")
        attendance.report(placement=placement, today=today, going="forward", text="Går bra")
        attendance.record_incident(
            placement=placement, day=today, today=today, kind="near", text="Halkade", done="Torkade"
        )
        plans.propose_step(
            person_id=person.pk,
            unit_id=site.pk,
            step=LadderStep.objects.get(ladder__is_main=True, number=2),
            evidence="I tid",
            today=today,
        )
        placements.join_crew(placement=placement, crew=Crew.objects.get(), starts_on=today)
        placements.propose_change(
            placement=placement,
            kind="end",
            from_day=today + timedelta(days=2),
            today=today,
            reason="Behöver längre tid",
        )
    with as_(actors["counsellor with the referral"]) as actor:
        cases.take_on(referral=referral, by=actor)
        referral.refresh_from_db()
        cases.attach_file(referral=referral, by=actor, name="utlåtande.txt", content=b"Gymnasiet motsvaras")
        within = cases.write_referral_note(
            referral=referral, by=actor, happened_at=now(), source="person", fact="Vill läsa till snickare"
        )
        cases.change_referral_note(
            note=within, by=actor, edition=1, happened_at=now(), source="person", fact="Vill läsa till kock"
        )
        cases.object_to_referral_note(note=within, text="Jag sa målare", said_on=today, today=today)
        step = {"course": "Svenska 2", "school": "Komvux", "starts_on": today, "eligibility": "Sfi D", "paid": "CSN"}
        cases.write_study_plan(referral=referral, by=actor, goal="Kock", steps=[step], edition=0)
    with as_(actors["head of the consultant's unit"]) as actor:
        initiative = make_initiative(actor, today)
    with as_(actors["director"]) as actor:
        make_aim(actor, today)
    # The worker's, in a role of its own.
    Chart.objects.create(name="households", size="wide", svg="<svg/>")
    with as_(jonna) as actor:
        attendance.talk(
            case=case,
            by=actor,
            happened_at=now(),
            what="Borta",
            own_words="Jag var sjuk",
            support=["times"],
            result="goes_on",
        )
        attendance.ask_support(placement=placement, asked="Ring på morgonen")
        attendance.find(placement=placement, day=today, kind="excused", reason="sick")
        placements.suspend(placement=placement, starts_on=today + timedelta(days=7), ends_on=today + timedelta(days=8))
        placements.change_day(placement=placement, day=today + timedelta(days=14), today=today)
        placements.end_placement(placement=placement, ends_on=today + timedelta(days=1), reason="Klart")
        matching.write_journey(person=person, site=str(site.pk), minutes=25)
        taking_part = initiatives.put_in(case=case, initiative=initiative, starts_on=today, today=today)
        save_sus_sheet(due=one_due(taking_part.pk, "start"), edition="", income="support")
    make_participant(jonna, person, actors["project coordinator"], today)
    with as_(jonna):
        order_message(person=person, kind="messages.test", channel="email", address="kim@post.example", text="Hej")
        Wish.objects.create(person=person, way="email", language="sv", tells_time=False)
        Pause.objects.create(person=person, starts_on=today, ends_on=today + timedelta(days=7), reason="Bad om det")
        exited = Exit.objects.create(person=person, case=case, day=yesterday, reason="other")
    # Written by the owner: that the hook makes it is trappan/messages/tests/test_hook.py.
    came_back = Message.objects.get(person=person)
    DeadAddress.objects.create(person=person, message=came_back, channel="email", address=came_back.address)
    # Written by the owner: that the worker makes it is trappan/matching/tests/test_allocation_run.py.
    run = AllocationRun.objects.create(
        organisation=jonna.unit.organisation,
        monday=usual_start(today),
        made_at=now(),
        counts={"waiting": 1, "proposed": 1},
    )
    facts = {
        "planned": True,
        "possible": 1,
        "at_two": 0,
        "unlooked": 0,
        "unlooked_twos": 0,
        "kept": False,
        "ruled_out": {},
        "fuller": [],
    }
    line = AllocationLine.objects.create(
        run=run,
        person=person,
        case=case,
        activity=activity,
        week="mon 09:00-12:00",
        waits_since=today,
        wish=0,
        facts=facts,
    )
    AllocationMove.objects.create(line=line, person=person, unit=case.unit, leaves=[], takes=[])
    AllocationWaiting.objects.create(run=run, women=1, men=0)
    make_question(jonna, run, activity)
    search = make_search(jonna, case, actors["employer officer"].unit)
    consent_to_employers(jonna, person)
    with as_(actors["employer officer"]) as actor:
        make_employers(actor, today)
        department = employers.make_employer(by=actor, name="Vård och omsorg", kind="department")
        workplace = employers.make_workplace(employer=department, name="Sagolunden", unit=site)
        employers.make_workplace(employer=department, name="Dikten", unit=actors["manager of another site"].unit)
        asked = matching.ask_person(search=search, opening=Opening.objects.first(), today=today)
    # Written by the owner: that the worker makes it is trappan/matching/tests/test_opening_run.py.
    over_openings = OpeningRun.objects.create(
        run=run,
        organisation=run.organisation,
        monday=run.monday,
        order="start_first",
        digest="",
        counts={"waiting": None, "proposed": None, "openings": 1, "places": 1},
        made_at=now(),
    )
    OpeningLine.objects.create(
        run=over_openings,
        person=person,
        search=search,
        opening=Opening.objects.first(),
        waits_since=today,
        wish=0,
        facts={"of_kind": 1, "possible": 1, "kept": False, "ruled_out": {}, "asked_for": "", "fuller": []},
    )
    # Written by the owner, before it is sent: that colleagues can is trappan/matching/tests/test_proposals.py.
    SentPaper.objects.create(proposal=asked, person=person, words="En person söker arbete")
    make_drive(actors["place coordinator"], workplace, activity, today)
    # Written by the owner: that the worker itself makes it is tests/test_forecast_pages.py.
    outlook = make_outlook(actors["controller"].unit.organisation_id, today)
    with as_(actors["controller"]):
        insight.ask(outlook=outlook, places={"workplace": 60}, consultants=0, inflow=0)
    # Written by the owner: that the worker itself makes it is trappan/insight/tests/test_evaluation.py.
    make_evaluation(actors["controller"].unit.organisation_id)
    # Written by the owner: that the controller can is trappan/insight/tests/test_publication.py.
    published = make_publication(actors["controller"])
    # Written by the owner: that the worker makes it is trappan/exchange/tests/test_delivery.py.
    make_delivery(actors["controller"])
    with as_(actors["controller"]) as actor:
        extract = make_extract(actor, today)
    # The worker's: trappan/insight/tests/test_frozen.py and test_extract.py.
    frozen = {"content": b"PAR1", "rows": 1, "digest": "0" * 64, "frozen_at": now()}
    FrozenMonth.objects.create(publication=published, month=published.month, of="person", **frozen)
    ExtractFile.objects.create(extract=extract, content=b"PAR1")
    vera = Contact.objects.get()
    make_agreement(jonna, placement, (vera.workplace or workplace, vera), today)
    # Written by the owner, without a yes: that the team can is trappan/matching/tests/test_team_agreement.py.
    team = actors["employer officer"].unit
    Prepared.objects.create(person=person, opening=Opening.objects.first(), unit=team, tasks="Disk")
    # Written by the owner, long before its day: that colleagues can is trappan/outcomes/tests/test_follow_up.py.
    FollowUp.objects.create(person=person, exit=exited, months=3, day=today, answer="not_reached", author=jonna)
    # Written by the owner: a therapist's, where guidance has the referral (trappan/cases/tests/test_referral_work.py).
    WorkAbility.objects.create(
        person=person, referral=referral, unit=guidance, edition=1, able="Står två timmar", author=jonna
    )
    # Written by the owner: that colleagues themselves can is trappan/requirement/tests/test_grounds.py.
    grounds = Grounds.objects.create(
        person=person,
        case=case,
        month=date(2026, 11, 1),
        about="absence",
        period_from=date(2026, 10, 1),
        period_to=date(2026, 11, 1),
        attended=0,
        excused=0,
        unexcused=0,
        undecided=0,
        unmarked=0,
        neutral=0,
        sources={"sessions": [], "dialogues": [], "request": None, "plan": None, "rules": ""},
        summary="Borta",
        author=jonna,
        heard_on=today,
        heard_how="phone",
        heard_words="Jag ringde",
        sent_to=ulla,
        sent_at=now(),
        received_at=now(),
    )
    Decision.objects.create(
        person=person,
        grounds=grounds,
        outcome="reduced",
        reason="Därför",
        sent_to=["Personen"],
        decided_on=today,
        decided_by=ulla,
    )
    return person, actors
