"""Make profiles, and people on the employer team's list, for tests as the colleagues themselves would."""

from datetime import timedelta
from typing import Any

from django.db.models import F

from trappan.activities.models import Activity
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.matching import operations
from trappan.matching.jobs import allocations_waiting, carry_out_allocation, order_allocations
from trappan.matching.models import (
    AllocationQuestion,
    AllocationRun,
    AllocationTown,
    OpeningRun,
    ProfileConsent,
    Proposal,
    WorkSearch,
)
from trappan.matching.models.profile import Card, Part
from trappan.matching.paper import paper_for
from trappan.matching.said import saved_profile, standing
from trappan.people.models import Person
from trappan.placements.planned import usual_start
from trappan.plans.models import Mapping, Plan
from trappan.plans.testing import make_plan
from trappan.refusals.editions import edition_of
from trappan.schedules.week import read_week
from trappan.staff.models import Membership, Organisation, Unit
from trappan.staff.testing import as_
from trappan.testing import TODAY

MONDAY = usual_start(TODAY)
SAID: dict[str, Any] = {
    "able": "Diska, torka och hålla ordning",
    "likes": "Laga mat åt många",
    "needs": "En handledare i närheten",
    "languages": ["arabiska"],
    "travel": 40,
}


def wait_for_place(week: str = "mån 9-12, tor 9-12", *, days: int = 0, wishes: Any = ("garden",), **about: Any) -> Case:
    """Make somebody with a plan and no place, who waits since so many days; `about` is as for a case."""
    case = make_case(**about)
    plan = make_plan(case, parts=[{"kind": "activity", "week": read_week(week)}] if week else ())
    Mapping.objects.filter(case=case).update(branch_wish=list(wishes))
    Plan.objects.filter(pk=plan.pk).update(decided_at=F("decided_at") - timedelta(days=days))
    return case


def run_allocation(town: Organisation) -> AllocationRun | None:
    """Reckon for the coming Monday as the worker does at night, and return a municipality's run; None without one."""
    order_allocations()
    for row in allocations_waiting():
        carry_out_allocation(row)
    return AllocationRun.objects.filter(organisation=town).first()


def make_question(by: Membership, run: AllocationRun, activity: Activity) -> AllocationQuestion:
    """Ask as a colleague what would be different, of a run written by the owner: it was reckoned of one who waits."""
    facts = {
        "choices": [[0, 0, 0]],
        "room": [1],
        "stretches": [[activity.pk, 540, 720]],
        "whose": [0],
        "waited": [30],
        "kept": [],
        "given": [0],
        "starts_first": True,
        "activities": [[activity.pk, activity.name, activity.unit_id]],
    }
    AllocationTown.objects.create(run=run, activities=[activity.pk], facts=facts)
    with as_(by):
        return operations.ask_what_if(run=run, change="closed", activity=activity)


def make_profile(by: Membership, person: Person, **said: Any) -> Person:
    """Write down a person's profile as the consultant would; what is not said is as in SAID, a week may be text."""
    with as_(by) as actor:
        about = {**SAID, "week": "mån 9-15, tis 9-15, ons 9-15", **said}
        if isinstance(about["week"], str):
            about["week"] = read_week(about["week"])
        edition = edition_of(saved_profile(standing(person.pk).values()))
        operations.keep_profile(person=person, today=actor.today, edition=edition, **about)
    return person


def consent_to_team(by: Membership, person: Person, team: Unit, parts: Any = tuple(Part)) -> ProfileConsent:
    """Write down the person's yes that the team may be told these parts of the profile."""
    with as_(by) as actor:
        return operations.give_profile_consent(
            person=person,
            audience="team",
            unit=team,
            parts=parts,
            given_how="meeting",
            today=actor.today,
            ends_on=actor.today + timedelta(days=90),
        )


def consent_to_employers(by: Membership, person: Person, parts: Any = (*Part, *Card)) -> ProfileConsent:
    """Write down the person's yes that employers may be told these parts."""
    with as_(by) as actor:
        return operations.give_profile_consent(
            person=person,
            audience="employer",
            parts=parts,
            given_how="meeting",
            today=actor.today,
            ends_on=actor.today + timedelta(days=90),
        )


def make_search(by: Membership, case: Case, team: Unit, **about: Any) -> WorkSearch:
    """Hand somebody over to the team as the consultant, with profile and yes where there are none."""
    if not ProfileConsent.objects.filter(person=case.person, audience="team", withdrawn_on=None).exists():
        make_profile(by, case.person)
        consent_to_team(by, case.person, team)
    with as_(by) as actor:
        return operations.hand_over_to_team(
            case=case,
            unit=team,
            **{
                "wants": "work",
                "reason": "Kommer i tid och vill arbeta",
                "day": actor.today,
                "today": actor.today,
                **about,
            },
        )


def make_ready(officer: Membership, *wishes: Any, days: int = 0, case: Case | None = None, **said: Any) -> WorkSearch:
    """Make somebody on an officer's list who asked for these occupations and is ready since so many days."""
    case = case or make_case()
    consultant = consultant_of(case)
    make_profile(consultant, case.person, wishes=[one.pk for one in wishes], **said)
    consent_to_team(consultant, case.person, officer.unit)
    search = make_search(consultant, case, officer.unit)
    WorkSearch.objects.filter(pk=search.pk).update(starts_on=F("starts_on") - timedelta(days=days))
    search.refresh_from_db()
    return search


def run_openings(town: Organisation) -> OpeningRun:
    """Reckon for the coming Monday as the worker does at night, and return what came of a municipality's openings."""
    run_allocation(town)
    return OpeningRun.objects.filter(organisation=town)[0]


def send(who: Membership, proposal: Proposal) -> Proposal:
    """Send a proposal as somebody who has just read the page."""
    with as_(who) as actor:
        shown = paper_for(proposal, actor).edition
        operations.send_proposal(proposal=proposal, by=actor, sent_how="phone", shown=shown)
        proposal.refresh_from_db()
    return proposal
