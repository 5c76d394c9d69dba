"""Nothing answers 500: every page, form and address of every role, with what nobody should send."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.http import HttpResponse

from tests.partnership_world import make_partnership
from tests.walker import Walker, all_pages
from trappan.activities.models import Activity
from trappan.activities.operations import add_picture
from trappan.agreements.models import Agreement
from trappan.assistance.models import Application, Elsewhere, SupportMonth
from trappan.cases.models import Case, Meeting, Note, Referral, ReferralFile, ReferralNote
from trappan.database import execute
from trappan.desk.context import OF_PARTNERS
from trappan.documents.tests.files import png
from trappan.employers.models import Contact, Conversation, Lead, PlaceQuestion, Workplace
from trappan.employers.models import Opening as Offer
from trappan.exchange.models import Delivery, SusSheet
from trappan.history.models import Event
from trappan.history.record import record
from trappan.initiatives.models import Initiative, InitiativePaper
from trappan.insight.models import Extract, Publication, WhatIf
from trappan.insight.models import Goal as Aim
from trappan.matching.models import AllocationLine, AllocationQuestion, OpeningLine, Proposal
from trappan.messages.operations import print_letters
from trappan.messages.orders import order_message
from trappan.outcomes.models import Exit
from trappan.partnerships.models import AnnualReport, PartnerReferral, Story
from trappan.people import operations as people
from trappan.people.models import Consent, HouseholdMember, Opening, Person
from trappan.people.models import Contact as Reached
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import offer
from trappan.plans import operations as plans
from trappan.plans.models import Goal, Plan, PlanPart, StepMove
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_by_eid
from trappan.projects.models import MonthFile, Project, ProjectPaper
from trappan.projects.models import Participation as InProject
from trappan.requirement.models import ActivityRequest, Decision, Exemption, Grounds
from trappan.rules.models import Code, Concept, ConceptMark
from trappan.rules.testing import draft as draft_of_rules
from trappan.schedules.months import months_after, next_month
from trappan.secrecy.rights import RIGHTS
from trappan.staff.models import ListFile, Membership
from trappan.staff.operations import give_membership, order_list_file
from trappan.staff.testing import as_, make_colleague
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
PARTNERS = "leader of a partner's site"
# In whose browser the person is signed in to the own pages as well: those before walk the way in.
PARTICIPANT_TOO = "social worker of the unit"


@pytest.fixture
def walkers(world, today):
    """The world and what else pages are opened for; who walks, and what stands for each name in an address."""
    person, actors = world
    case = Case.objects.get()
    social = actors["social worker of the unit"]
    site = actors["supervisor at the site"].unit
    placed = Placement.objects.get()
    cafe = Activity.objects.get()
    number = test_number()
    make_person(social, number=number, protection="marked")
    with as_(social):
        order_list_file(title="Lista", name="lista", right="desk.export_people", address="/people/", question={})
    heads = actors["head of the consultant's unit"]
    with as_(heads):
        people.open_in_emergency(number=number, reason="Står i receptionen utan mat")
    Reached.objects.update_or_create(
        person=person, defaults={"address": "Storgatan 5", "postal_code": "123 45", "city": "Ekelunda"}
    )
    with as_(actors["consultant with the case"]):
        print_letters(letters=[order_message(person=person, kind="messages.test", channel="letter", text="Hej").pk])
        order_message(person=person, kind="messages.test", channel="letter", text="Hej")
    waits = offer(case, cafe, starts_on=today + timedelta(days=20))
    given = make_colleague("consultant")
    with as_(actors["administrator"]):
        version = draft_of_rules(months_after(next_month(today), 2), consecutive_months=4)
        plans.write_ladder(name="Vår", owner="Vi", steps=[("Ett", ["Syns"]), ("Två", ["Hörs"])], edition="")
        give_membership(colleague_id=given.colleague_id, unit_id=heads.unit_id, role="counsellor", starts_on=today)
    cook = Concept.objects.create(id="kock_aaa_aaa", kind="occupation", label="Kock")
    marked = ConceptMark.objects.create(concept=cook, kind="shortage", starts_on=today, source="Prov")
    leader = make_colleague("site_leader", site)
    with as_(leader):
        picture = add_picture(activity=cafe, content=png(), shows="Ett kök", vouched=True)
    agreed = make_partnership(actors, Consent.objects.get().organisation, today)
    who = {
        name: actors[name]
        for name in (
            "consultant with the case",
            "social worker of the unit",
            "supervisor at the site",
            "head of the consultant's unit",
            "counsellor with the referral",
            "administrator",
            "auditor",
            "employer officer",
            "director",
            "controller",
            "member of the board",
            "place coordinator",
            "manager of the site",
            "project coordinator",
            "consultant, another unit",
        )
    } | {
        "leader of the site": leader,
        "occupational therapist": make_colleague("occupational_therapist"),
        "project leader": Membership.objects.get(role="project_leader"),
        PARTNERS: Membership.objects.get(role="site_leader", unit__organisation=agreed.organisation),
    }
    known = {
        "person_id": person.pk,
        "case_id": case.pk,
        "key": case.pk,
        "activity_id": cafe.pk,
        "application_id": Application.objects.get(person=person).pk,
        "month_id": SupportMonth.objects.get(person=person).pk,
        "elsewhere_id": Elsewhere.objects.get(person=person).pk,
        "placement_id": placed.pk,
        "day": today,
        "goal_id": Goal.objects.get().pk,
        "note_id": Note.objects.get(kind="contact").pk,
        "meeting_id": Meeting.objects.get().pk,
        "referral_id": Referral.objects.get().pk,
        "referral_note_id": ReferralNote.objects.get().pk,
        "attached_id": ReferralFile.objects.get().pk,
        "picture_id": picture.pk,
        "story_id": Story.objects.create(
            report=AnnualReport.objects.get(), person=person, unit=case.unit, text="Jag trivs"
        ).pk,
        "aim_id": Aim.objects.get().pk,
        "extract_id": Extract.objects.get().pk,
        "figure_name": "households",
        "exit_id": Exit.objects.get().pk,
        "unit_id": case.unit_id,
        "organisation_id": Consent.objects.get().organisation_id,
        "colleague_id": given.colleague_id,
        "consent_id": Consent.objects.get().pk,
        "opening_id": Opening.objects.get().pk,
        "line_id": AllocationLine.objects.get().pk,
        "opening_line_id": OpeningLine.objects.get().pk,
        "member_id": HouseholdMember.objects.get().pk,
        "move_id": StepMove.objects.get().pk,
        "part_id": PlanPart.objects.get().pk,
        "plan_id": Plan.objects.get().pk,
        "exemption_id": Exemption.objects.get().pk,
        "request_id": ActivityRequest.objects.get().pk,
        "decision_id": Decision.objects.get().pk,
        "grounds_id": Grounds.objects.get().pk,
        "proposal_id": Proposal.objects.get().pk,
        "membership_id": Membership.objects.get(colleague_id=given.colleague_id, confirmed_at=None).pk,
        "ruleset_id": version.pk,
        "mark_id": marked.pk,
        "code_id": Code.objects.get(table="stall", code="travel").pk,
        "table": "stall",
        "employer_id": Conversation.objects.get().employer_id,
        "workplace_id": Workplace.objects.get(name="Sagolunden").pk,
        "department_id": Workplace.objects.get(name="Sagolunden").employer_id,
        "question_id": PlaceQuestion.objects.get(workplace__name="Sagolunden").pk,
        "contact_id": Contact.objects.get().pk,
        "offer_id": Offer.objects.get(question=None).pk,
        "lead_id": Lead.objects.get().pk,
        "conversation_id": Conversation.objects.get().pk,
        "agreement_id": Agreement.objects.get().pk,
        "agreed_id": agreed.pk,
        "paper_id": agreed.papers.get().pk,
        "amendment_id": agreed.amendments.get().pk,
        "asked_id": PartnerReferral.objects.get().pk,
        "met_id": agreed.meetings.get().pk,
        "annex_id": agreed.annexes.get().pk,
        "report_id": agreed.reports.get().pk,
        "number": 1,
        "initiative_id": Initiative.objects.get().pk,
        "initiative_paper_id": InitiativePaper.objects.get().pk,
        "project_id": Project.objects.get().pk,
        "project_paper_id": ProjectPaper.objects.get().pk,
        "month_file_id": MonthFile.objects.get().pk,
        "chart_name": "results",
        "participation_id": InProject.objects.get().pk,
        "publication_id": Publication.objects.get().pk,
        "delivery_id": Delivery.objects.get().pk,
        "taking_part_id": SusSheet.objects.get().participation_id,
        "what_if_id": WhatIf.objects.get().pk,
        "allocation_question_id": AllocationQuestion.objects.get().pk,
        "list_file_id": ListFile.objects.get().pk,
        "token": "x" * 43,
        "page": "note",
        "box": "cases",
        "way": "sms",
        "name": "partner",  # a guide, and a picture
    }
    said = {name: str(value) for name, value in known.items()}
    pages = list(all_pages(said))
    # The same pattern again for what waits: a proposal.
    waiting = next(page for page in pages if page.route.startswith("proposals/"))
    pages.append(replace(waiting, address=f"/proposals/{waits.pk}/"))
    # What an employer offers is no opening of a file, though an address calls both so.
    offered = f"/openings/{said['offer_id']}/"
    pages = [
        replace(page, address=page.address.replace(f"/openings/{said['opening_id']}/", offered))
        if page.route.startswith("employers/")
        else page
        for page in pages
    ]
    # A unit's pages lead to the labour market unit; an activity is made at a site.
    making = next(page for page in pages if page.route == "units/<int:unit_id>/activity/")
    pages.append(replace(making, address=f"/units/{site.pk}/activity/"))
    return who, pages, said


def test_the_walker_sees_a_failure_now_and_one_that_would_come_at_the_commit():
    walker = Walker(singles=0)
    walker.ask("get", "/x/", lambda: HttpResponse(status=500))

    def points_at_nobody():
        execute("INSERT INTO people_number (person_id, number) VALUES (999999999, '19910101R900')")
        return HttpResponse(status=302)

    walker.ask("post", "/y/", points_at_nobody)
    assert [where.split()[2] for where in walker.failed if where.startswith("500 ")] == ["/x/"]
    assert [where.split()[1] for where in walker.failed if where.startswith("post ")] == ["/y/"]


@pytest.mark.long
def test_no_form_of_any_role_answers_500(walkers, capsys):
    who, pages, known = walkers
    walker = Walker(singles=1)
    participant = session_by_eid(Person.objects.get(pk=known["person_id"]))
    for actor, membership in who.items():
        walker.be(actor, membership)
        if actor == PARTICIPANT_TOO:
            walker.cookies[COOKIE] = participant
        open_to = [page for page in pages if not page.right or membership.role in RIGHTS[page.right]]
        # Of a partner's coordinator what no other leader of a site has: the rest is walked as hers.
        walker.walk(page for page in open_to if actor != PARTNERS or page.right in OF_PARTNERS)
    walker.send_values()
    with capsys.disabled():
        print(f"\nforms: {walker.told()}")
    assert walker.failed == []
    assert walker.counts["fields"] > 300, "the forms are still found"
    # What is typed is sent by script alone: test_typed has it.
    unopened = {page.route for page in pages if not page.route.startswith("drafts/")} - walker.opened
    # The one who takes part has not ended: its page is that of the start.
    unopened -= {"deliveries/sus/<int:taking_part_id>/end/"}
    # What is only ever sent; and a story of words alone.
    unopened -= {"letters/print/", "messages/came/<str:way>/", "me/pin/", "me/out/", "me/say/"}
    unopened -= {"partners/stories/<int:story_id>/picture/"}
    # No eID is set here (trappan/portal/tests/test_by_eid.py), and nobody steps up in the tour.
    unopened -= {"me/eid/", "me/eid/back/", "me/demo/"}
    # Two municipalities are here.
    unopened -= {"board/published/<int:publication_id>/", "forecast/<int:what_if_id>/", "deliveries/<int:delivery_id>/"}
    assert len(unopened) < 30, sorted(unopened)


@pytest.mark.long
def test_no_address_and_no_query_answers_500(walkers, capsys):
    who, pages, known = walkers
    walker = Walker(singles=0)
    left = {page: page for page in pages}
    for actor, membership in who.items():
        walker.be(actor, membership)
        for page in list(left):
            if not page.right or membership.role in RIGHTS[page.right]:
                walker.walk_address(left.pop(page), known)
            elif actor == "auditor":
                walker.at(f"{page.address}%00?{quote(page.address)}=%00")
    with capsys.disabled():
        print(f"\naddresses: {walker.told()}")
    assert walker.failed == []
    assert left == {}, "somebody may open each page"
    assert walker.answers.total() > 800


def test_a_refused_address_with_nul_is_in_the_log(client, today):
    auditor = make_colleague("auditor")
    sign_in(client, auditor)
    assert client.get("/work/1%00/").status_code in (403, 404)
    assert Event.objects.get(kind="refused").details["page"] == "desk:box"
    with as_(auditor):
        record("desk.refused", kind="refused", scope="log", path="/a\0b/", ids=["1\0"])
    assert Event.objects.latest("pk").details == {"path": "/a␀b/", "ids": ["1␀"]}


@pytest.mark.parametrize(
    "said", ["health", "x", "desk:start", "//evil.example", "javascript:alert(1)", "/\\evil.example"]
)
def test_where_to_go_on_to_is_an_address_of_ours_and_no_view_s_name(client, today, said):
    consultant = make_colleague("consultant")
    sign_in(client, consultant)
    for going, there in ((said, "/"), ("/people/?name=a", "/people/?name=a")):
        answer = client.post("/memberships/", {"membership": consultant.pk, "next": going})
        assert (answer.status_code, answer.url) == (302, there)
