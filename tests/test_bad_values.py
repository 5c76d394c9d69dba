"""Nothing answers 500: every page, form and address of every role, with what nobody should send."""

import os
import time
from datetime import timedelta

import pytest

from tests.walker import Walker, addresses
from trappan.activities.models import Activity
from trappan.assistance.models import Application
from trappan.cases.models import Case, Meeting, Note, Referral
from trappan.outcomes.models import Exit
from trappan.people import operations as people
from trappan.people.models import Consent, HouseholdMember, Opening
from trappan.people.testing import make_person, test_number
from trappan.placements.models import Placement
from trappan.placements.testing import offer
from trappan.plans.models import Goal, Plan, PlanPart, StepMove
from trappan.requirement.models import ActivityRequest, Exemption, Grounds
from trappan.staff.models import Membership
from trappan.staff.operations import give_membership
from trappan.staff.testing import as_, make_colleague

pytestmark = pytest.mark.django_db


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
    heads = actors["head of the consultant's unit"]
    with as_(heads):
        people.open_in_emergency(number=number, reason="Står i receptionen utan mat")
    waits = offer(case, cafe, starts_on=today + timedelta(days=20))
    given = make_colleague("consultant")
    with as_(actors["administrator"]):
        give_membership(colleague_id=given.colleague_id, unit_id=heads.unit_id, role="counsellor", starts_on=today)
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
            "consultant, another unit",
        )
    } | {
        "leader of the site": make_colleague("site_leader", site),
        "occupational therapist": make_colleague("occupational_therapist"),
    }
    known = {
        "person_id": person.pk,
        "case_id": case.pk,
        "number": case.number,
        "activity_id": cafe.pk,
        "application_id": Application.objects.get(person=person).pk,
        "placement_id": placed.pk,
        "day": today,
        "goal_id": Goal.objects.get().pk,
        "note_id": Note.objects.get(kind="contact").pk,
        "meeting_id": Meeting.objects.get().pk,
        "referral_id": Referral.objects.get().pk,
        "exit_id": Exit.objects.get().pk,
        "organisation_id": Consent.objects.get().organisation_id,
        "consent_id": Consent.objects.get().pk,
        "opening_id": Opening.objects.get().pk,
        "member_id": HouseholdMember.objects.get().pk,
        "move_id": StepMove.objects.get().pk,
        "part_id": PlanPart.objects.get().pk,
        "plan_id": Plan.objects.get().pk,
        "exemption_id": Exemption.objects.get().pk,
        "request_id": ActivityRequest.objects.get().pk,
        "grounds_id": Grounds.objects.get().pk,
        "membership_id": Membership.objects.get(colleague_id=given.colleague_id, confirmed_at=None).pk,
        "token": "x" * 43,
        "page": "note",
    }
    pages = list(addresses({name: str(value) for name, value in known.items()}))
    # The same pattern again for what waits: a proposal.
    pages.append(("proposals/<int:placement_id>/", f"/proposals/{waits.pk}/"))
    return who, pages, {name: str(value) for name, value in known.items()}


def test_walk(walkers, capsys):
    who, pages, known = walkers
    walker = Walker(singles=int(os.environ.get("SINGLES", "2")))
    began = time.perf_counter()
    for actor, membership in who.items():
        walker.be(actor, membership)
        if "a" in os.environ.get("PARTS", "ab"):
            walker.walk(pages)
        if "b" in os.environ.get("PARTS", "ab"):
            walker.walk_addresses(pages, known)
    with capsys.disabled():
        print(time.perf_counter() - began, walker.counts, walker.answers, len(pages))
        print("never opened", [route for route, *_ in pages if route not in walker.opened])
        print("\n".join(walker.failed[:400]))
    assert walker.failed == []
