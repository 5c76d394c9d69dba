"""Looking for work: the employer team's page about a person, and the list of those who are ready."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases.models import Case
from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.work_search import EndSearchForm, HandOverForm
from trappan.matching.models import ProfileConsent, ProfilePart, Proposal, WorkSearch
from trappan.matching.models.profile import Card, Part
from trappan.matching.paper import in_words
from trappan.matching.ready_list import COLUMNS, USUAL, lines, ordered, row
from trappan.matching.said import standing
from trappan.matching.views.sharing import teams_of
from trappan.people.models import Person
from trappan.rules.codes import words_of
from trappan.rules.rulesets import rules_on
from trappan.rules.support import kept
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.secrecy.scopes import Role
from trappan.ui.lists.listing import Listing
from trappan.ui.tabs import Tab, in_tab


@may("matching.see_ready")
def ready(request: Request) -> HttpResponse:
    """List those who are on the team's list, who has waited longest first."""
    listing = Listing("klara-for-arbete", _("Ready for work"), COLUMNS, USUAL, request.GET, {}, ())
    today = request.actor.today
    found = ordered(lines(), listing.order, today)
    listing.show_whole(found, lambda one: one.pk, lambda some: [row(one, today) for one in some])
    record("matching.see_ready", kind="read", found=len(found))
    return render(request, "matching/ready.html", {"listing": listing}, status=listing.status)


@may("matching.see_work")
@in_tab(Tab.ACTIVITIES)
def work(request: Request, person_id: int) -> HttpResponse:
    """Show where somebody stands with the employer team: handed over, received, asked, proposed, answered."""
    person = get_object_or_404(Person, pk=person_id)
    search = search_of(person.pk)
    yes = {one.audience: one for one in ProfileConsent.objects.standing().filter(person=person).select_related("unit")}
    case = Case.objects.filter(person=person).order_by("-opened_on", "-pk").first()
    acts = Acts(request, acts_of(request.actor, search, case, yes))
    if acts.carried_out():
        there = Person.objects.filter(pk=person.pk).exists()
        return redirect("matching:work", person.pk) if there else redirect("desk:start")
    rows = standing(person.pk)
    told = in_words(rows)
    employer = yes.get("employer")
    proposals = list(proposals_of(person.pk))
    reached = database.rows("matching_reached", [person.pk])
    context = {
        "person": person,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
        "search": search,
        "days": search.days(request.actor.today) if search else 0,
        "case": case,
        "acts": acts,
        "form": acts.form,
        "yes": yes.get("team"),
        "reached": reached[0] if reached else None,
        "likes": told.get(Part.LIKES, ""),
        "said": [(Part(part).label, words) for part, words in told.items() if part != Part.LIKES],
        "shown": [(one.label, is_shown(employer, one, rows)) for one in (*Part, *Card)],
        "employer": employer,
        "open": [one for one in proposals if one.is_open],
        "said_yes": [one for one in proposals if one.is_yes],
        "past": [one for one in proposals if not one.is_open and not one.is_yes],
        "today": request.actor.today,
        "kept": kept(rules_on(request.actor.today), request.actor.today),
    }
    record("matching.see_work", person.pk, scope="profile", kind="read")
    return render(request, "matching/work.html", context, status=acts.status)


def is_shown(employer: ProfileConsent | None, part: str, rows: dict[str, ProfilePart]) -> bool:
    """Tell whether an employer may be shown a part, as far as the reader knows what it says."""
    return employer is not None and part in employer.parts and (part not in rows or employer.tells(rows[part]))


def search_of(person_id: int) -> WorkSearch | None:
    """Return the search that goes on, with who handed over and who received; None where the person is on no list."""
    found = WorkSearch.objects.filter(person_id=person_id, ended_on=None)
    beside = ("unit", "author__colleague", "received_by__colleague")
    return found.select_related(*beside).annotate(wants_words=words_of("ready_for", "wants")).first()


def proposals_of(person_id: int) -> Any:
    """Return what the person was asked about, the latest first."""
    return Proposal.objects.filter(person_id=person_id).select_related("opening__employer", "contact", "search")


def acts_of(actor: Actor, search: WorkSearch | None, case: Case | None, yes: dict[str, ProfileConsent]) -> list[Act]:
    """List what may be done: handed over with a yes, received, and taken off the list."""
    officer = actor.role == Role.EMPLOYER_OFFICER
    if search is not None:
        ends = (WorkSearch.End.WORK, WorkSearch.End.RETURNED) if officer else (WorkSearch.End.WORK, WorkSearch.End.BACK)
        acts = [
            Act(
                "end",
                operations.end_search,
                _("Take off the list"),
                EndSearchForm,
                on={"search": search, "today": actor.today},
                given={"ends": ends},
                done=_("Off the list. The team does not read the profile any more."),
                right="matching.end_search",
            )
        ]
        if officer and search.received_by_id is None:
            on = {"search": search, "by": actor}
            receipt = Act("receive", operations.receive_search, _("Receive"), on=on, done=_("Received."))
            acts.append(receipt)
        return acts
    team = yes.get("team")
    if officer or case is None or case.closed_on is not None or team is None:
        return []
    return [
        Act(
            "hand_over",
            operations.hand_over_to_team,
            _("Hand over to the employer team"),
            HandOverForm,
            on={"case": case, "today": actor.today},
            given={
                "teams": teams_of(actor).filter(pk=team.unit_id),
                "today": actor.today,
                "initial": {"day": actor.today, "unit": team.unit_id},
            },
            done=_("Handed over. The team sees the person on its list from now on."),
            right="matching.hand_over_to_team",
        )
    ]
