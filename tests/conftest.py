"""What tests that span rooms stand on: a person with a row everywhere, and a small municipality."""

import pytest
from django.urls import reverse

from tests.testing import Town
from tests.world import make_world
from trappan.agreements.models import Agreement
from trappan.assistance.models import Application, Elsewhere, SupportMonth
from trappan.cases import operations as cases
from trappan.cases.models import Case, Meeting, Note, Referral, ReferralFile, ReferralNote
from trappan.exchange.models import SusSheet
from trappan.matching.models import AllocationLine, OpeningLine
from trappan.outcomes.models import Exit
from trappan.people.models import Consent, HouseholdMember
from trappan.people.testing import make_person
from trappan.placements.models import Placement
from trappan.plans.models import Goal, Plan, StepMove
from trappan.plans.testing import make_mapping
from trappan.projects.models import Participation
from trappan.requirement.models import ActivityRequest, Decision, Exemption, Grounds
from trappan.staff.testing import as_
from trappan.testing import sign_in


@pytest.fixture
def world(today):
    """One person with a row in every secret table, and everybody who might want to look."""
    return make_world(today)


@pytest.fixture
def pages(world):
    """Every page about the person of the world: name, address."""
    person, _actors = world
    case, plan = Case.objects.get(), Plan.objects.get()
    return {
        name: reverse(name, args=[key])
        for name, key in {
            "desk:person": person.pk,
            "desk:number": person.pk,
            "desk:household": person.pk,
            "people:consent": person.pk,
            "people:details": person.pk,
            "portal:access": person.pk,
            "portal:helpers": person.pk,
            "messages:person": person.pk,
            "people:narrow": Consent.objects.get().pk,
            "people:withdraw": Consent.objects.get().pk,
            "assistance:months": person.pk,
            "assistance:correct_month": SupportMonth.objects.get().pk,
            "assistance:correct_elsewhere": Elsewhere.objects.get().pk,
            "cases:open_case": person.pk,
            "plans:step": person.pk,
            "plans:signs": person.pk,
            "cases:assign": case.pk,
            "plans:mapping": case.pk,
            "plans:plan": case.pk,
            "plans:document": plan.pk,
            "plans:easy": plan.pk,
            "plans:decided": plan.pk,
            "placements:place": person.pk,
            "matching:find_place": person.pk,
            "matching:allocation": AllocationLine.objects.get().pk,
            "matching:opening_allocation": OpeningLine.objects.get().pk,
            "matching:find_work": person.pk,
            "matching:work": person.pk,
            "matching:profile": person.pk,
            "matching:sharing": person.pk,
            "matching:proposals": person.pk,
            "initiatives:participations": person.pk,
            "exchange:sus_start": SusSheet.objects.get().participation_id,
            "projects:let_in": person.pk,
            "projects:end_participation": Participation.objects.get().pk,
            "placements:placements": person.pk,
            "agreements:agreement": Agreement.objects.get().pk,
            "agreements:change": Agreement.objects.get().pk,
            "agreements:paper": Agreement.objects.get().pk,
            "agreements:ending": Agreement.objects.get().pk,
            "agreements:week": Agreement.objects.get().pk,
            "agreements:along": Agreement.objects.get().pk,
            "placements:end": Placement.objects.get().pk,
            "outcomes:exit": case.pk,
            "outcomes:check": Exit.objects.get().pk,
            "outcomes:correct": Exit.objects.get().pk,
            "outcomes:exits": person.pk,
            "outcomes:follow_up": Exit.objects.get().pk,
            "outcomes:reopen": case.pk,
            "plans:correct": StepMove.objects.get().pk,
            "plans:goal": Goal.objects.get().pk,
            "plans:week": case.pk,
            "cases:meetings": case.pk,
            "cases:offers": case.pk,
            "cases:offer_other": Meeting.objects.get().pk,
            "cases:meeting": Meeting.objects.get().pk,
            "cases:referrals": case.pk,
            "cases:referral": Referral.objects.get().pk,
            "cases:referral_note": ReferralNote.objects.get().pk,
            "cases:referral_paper": Referral.objects.get().pk,
            "cases:open_file": ReferralFile.objects.get().pk,
            "cases:withdraw_file": ReferralFile.objects.get().pk,
            "requirement:requirement": person.pk,
            "requirement:end_exemption": Exemption.objects.get().pk,
            "requirement:replace_exemption": Exemption.objects.get().pk,
            "requirement:replace_request": ActivityRequest.objects.get().pk,
            "requirement:decision_document": Decision.objects.get().pk,
            "requirement:received": ActivityRequest.objects.get().pk,
            "people:household": person.pk,
            "partnerships:stories_of": person.pk,
            "people:leave": HouseholdMember.objects.get().pk,
            "people:rectify_member": HouseholdMember.objects.get().pk,
            "cases:journal": case.pk,
            "cases:note": Note.objects.get(kind="contact").pk,
            "cases:stall": case.pk,
            "plans:ratings": case.pk,
            "attendance:attendance": person.pk,
            "placements:placement": Placement.objects.get().pk,
            "requirement:absence": person.pk,
            "requirement:write_grounds": person.pk,
            "requirement:grounds": Grounds.objects.get().pk,
            "requirement:document": Grounds.objects.get().pk,
            "attendance:month_document": person.pk,
            "requirement:registered": ActivityRequest.objects.get().pk,
            "attendance:report": Placement.objects.get().pk,
            "attendance:incident": Placement.objects.get().pk,
            "attendance:site_step": Placement.objects.get().pk,
            "attendance:progress": person.pk,
            "attendance:there": Placement.objects.get().pk,
            "placements:proposal": Placement.objects.get().pk,
            "assistance:support": person.pk,
            "assistance:result": Application.objects.get().pk,
        }.items()
    }


@pytest.fixture
def town(today):
    return Town()


@pytest.fixture
def send(client):
    """Send a form as a colleague, as the page would, and follow."""

    def go(who, url, follow=True, **fields):
        sign_in(client, who)
        return client.post(url, {"acting_as": who.pk, **fields}, follow=follow)

    return go


@pytest.fixture
def planned(town, today):
    """A case with a finished kartläggning and nothing more."""

    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    case.refresh_from_db()
    make_mapping(case, own_words="Jag vill")
    return case
