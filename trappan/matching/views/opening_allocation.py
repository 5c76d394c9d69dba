"""Which openings those on the team's list could be asked about, as it is proposed, and the team's answer to each."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.allocation.work_in_words import ToldWork, tell_work, with_changes
from trappan.matching.fit_work import Nearness, WorkFit, judge
from trappan.matching.forms.allocation import ReasonForm
from trappan.matching.models import OpeningLine, OpeningRun, Profile
from trappan.matching.role import as_the_fit
from trappan.matching.work import Near, offer_of, said_of, wanted_of
from trappan.placements.planned import usual_start
from trappan.rules.rulesets import Rules, rules_on
from trappan.secrecy.acting import Actor
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may
from trappan.secrecy.scopes import Role
from trappan.ui.forms import Form
from trappan.ui.tabs import Tab, in_tab


@may("matching.see_opening_allocations")
def opening_allocations(request: Request) -> HttpResponse:
    """List what is proposed for those on the team's list, or of one's own people; to a head it is counts alone."""
    today = request.actor.today
    run = OpeningRun.objects.filter(monday=usual_start(today)).first()
    told = tell_work(lines_of(run, request.actor), today) if run else []
    record("matching.see_opening_allocations", kind="read", found=len(told))
    context = {
        "run": run,
        "may_answer": has(request.actor, "matching.propose"),
        "is_head": request.actor.role == Role.HEAD_OF_UNIT,
        "to_answer": [one for one in told if one.may_be_answered],
        "others": [one for one in told if one.line.opening_id and not one.may_be_answered],
        "nothing": [one for one in told if one.line.opening_id is None],
    }
    return render(request, "matching/opening_allocations.html", context)


def lines_of(run: OpeningRun, actor: Actor) -> list[OpeningLine]:
    """Return the lines of a run about those on the team's list, or those a consultant is responsible for.

    Who has waited longest comes first. A head of unit has none.
    """
    if actor.role == Role.HEAD_OF_UNIT:
        return []
    mine: dict[str, Any] = {"search__unit": actor.unit_id, "search__ended_on": None}
    if actor.role == Role.CONSULTANT:
        mine = {"search__case__responsible": actor.membership_id, "search__case__closed_on": None}
    beside = ("run", "person", "search", "opening__employer")
    return list(with_changes(run.lines.filter(**mine), actor.today).select_related(*beside).order_by("pk"))


@may("matching.see_work")
@in_tab(Tab.ACTIVITIES)
def opening_allocation(request: Request, opening_line_id: int) -> HttpResponse:
    """Show which opening is proposed for one person with all reasons; the team asks, looks for another, or declines."""
    today = request.actor.today
    beside = ("run", "person", "search", "opening__employer", "opening__workplace", "opening__occupation")
    found = with_changes(OpeningLine.objects.select_related(*beside), today)
    line = get_object_or_404(found, pk=opening_line_id)
    (told,) = tell_work([line], today)
    gone = _("That can no longer be done here. Look at the page as it is now.")
    acts = Acts(request, acts_of(told, request.actor), gone=gone)
    if acts.carried_out():
        if acts.named == "accept":
            return redirect("matching:proposals", line.person_id)
        if acts.named == "change":
            return redirect("matching:find_work", line.person_id)
        return redirect("matching:opening_allocations")
    record("matching.see_opening_allocation", line.person_id, scope="profile", kind="read", line=line.pk)
    context = {
        "told": told,
        "line": line,
        "person": line.person,
        "fit": fit_of(told, rules_on(today)),
        "acts": acts,
        "form": acts.form,
        "of_team": request.actor.role == Role.EMPLOYER_OFFICER,
    }
    return render(request, "matching/opening_allocation.html", context, status=acts.status)


def fit_of(told: ToldWork, rules: Rules) -> WorkFit | None:
    """Return the proposed opening with all reasons, as far as the reader may know them; None where nothing stands."""
    opening = told.line.opening
    if opening is None or told.passed:
        return None
    with as_the_fit():
        profile = Profile.objects.filter(person_id=told.line.person_id).first()
    near = Near(Nearness.WISH) if told.line.wish == 0 else Near(Nearness.GROUP, told.asked_for)
    return judge(wanted_of(profile, said_of([profile])), offer_of(opening, near), rules.fit_known)


def acts_of(told: ToldWork, actor: Actor) -> list[Act]:
    """Return the team's answers to a line; none where it is answered or something has happened since."""
    if not told.may_be_answered:
        return []
    on, right = {"line": told.line}, "matching.propose"
    return [
        Act(
            "accept",
            operations.accept_opening,
            _("Ask the person"),
            Form,
            on={**on, "today": actor.today},
            done=_("Written down: the person is asked. Nothing goes to the employer before a yes."),
            right=right,
        ),
        Act(
            "change",
            operations.change_opening,
            _("Look for another opening"),
            ReasonForm,
            on=on,
            done=_("Written down. Choose another opening here."),
            right=right,
        ),
        Act(
            "decline", operations.decline_opening, _("Decline"), ReasonForm, on=on, done=_("Written down."), right=right
        ),
    ]
