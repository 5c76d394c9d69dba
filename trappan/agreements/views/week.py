"""A week at an employer: what the employer says by its link, and what the team marks; introduction and incidents."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.agreements import operations
from trappan.agreements.forms import ReadWeekForm, SendForm, WeekForm
from trappan.agreements.models import Agreement, Link, Statement
from trappan.agreements.questions import who_said
from trappan.agreements.views.agreement import KEEP, acts_about, agreement_of, code_act
from trappan.agreements.week import WEEK, WorkWeek, day_in_words, monday_of, statements_of, told_besides
from trappan.agreements.week import week_of as week_of_agreement
from trappan.attendance.forms import IncidentForm
from trappan.attendance.forms.day import read_day
from trappan.attendance.models import AttendedTime, Incident
from trappan.history.record import record
from trappan.placements import operations as placements
from trappan.placements.forms import IntroductionForm
from trappan.placements.models import Introduction
from trappan.secrecy.acts import Act
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may(KEEP)
@in_tab(Tab.ACTIVITIES)
def week(request: Request, agreement_id: int) -> HttpResponse:
    """Show a week at the employer, ask the employer of it by a link, and mark it."""
    one, today = agreement_of(agreement_id), request.actor.today
    monday = min(monday_of(read_day(request.GET.get("day", ""), today)), monday_of(today))
    shown = week_of_agreement(one, monday)
    said = list(statements_of(one, monday).select_related("link"))
    introduced = Introduction.objects.filter(placement_id=one.placement_id).first()
    links = list(
        Link.objects.filter(placement_id=one.placement_id, purpose=Link.Purpose.WEEK, subject=str(monday))
        .select_related("statement")
        .order_by("-pk")
    )
    offered = acts_of(request, one, shown, said, links, introduced=introduced is not None)
    acts = acts_about(request, one.person_id, offered)
    if acts.carried_out():
        return redirect(f"{reverse('agreements:week', args=[agreement_id])}?day={monday}")
    record("agreements.see_week", one.person_id, scope="plan", kind="read", agreement=agreement_id, week=str(monday))
    context = {
        "agreement": one,
        "person": one.person,
        "week": shown,
        "before": monday - WEEK if one.placement.starts_on < monday else None,
        "after": monday + WEEK if monday + WEEK <= today else None,
        "days": [(day_in_words(one), one) for one in shown.days],
        "said": [(statement, who_said(statement), told_besides(statement)) for statement in said],
        "links": acts.beside("read_code", links),
        "introduced": introduced,
        "incidents": Incident.objects.filter(placement_id=one.placement_id).select_related("author__colleague")[:5],
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "agreements/week.html", context, status=acts.status)


def acts_of(
    request: Request, one: Agreement, shown: WorkWeek, said: list[Statement], links: list[Link], *, introduced: bool
) -> list[Act]:
    """List what may be done with a week, and what is done once or when it happens."""
    on: dict[str, Any] = {"agreement": one, "by": request.actor}
    acts = [code_act(link) for link in links if link.outcome and link.used_at is None and link.ended_at is None]
    if shown.held:
        latest = said[0] if said else None
        words = _("Take the week in") if latest and latest.seen_at is None else _("Save the week")
        given: dict[str, Any] = {"week": shown, "said": latest}
        acts.append(
            Act("take", operations.take_week, words, WeekForm, on={**on, "week": shown}, given=given, done=taken_in)
        )
    elif shown.unread:
        acts.append(
            Act(
                "read",
                operations.read_week,
                _("Have read it"),
                ReadWeekForm,
                on={"agreement": one, "week": shown},
                given={"initial": {"seen": shown.seen}},
                done=_("Taken in. No day was held, so nothing is marked."),
            )
        )
    if shown.held and not one.person.is_protected:
        words = _("Send a new link") if links else _("Send a link for the week")
        to = {"agreement": one, "monday": shown.monday, "site": request.build_absolute_uri("/").rstrip("/")}
        done = _("The link is ordered, and is sent in a moment.")
        acts.append(Act("send", operations.ask_week, words, SendForm, on=to, done=done))
    if not introduced and one.placement.starts_on <= request.actor.today:
        given = {"points": one.placement.activity.introduction_points, "initial": {"day": request.actor.today}}
        acts.append(
            Act(
                "introduce",
                placements.introduce,
                _("Gone through: begins"),
                IntroductionForm,
                on={"placement": one.placement},
                given=given,
                done=_("Noted. Now the days can be marked."),
            )
        )
    acts.append(
        Act(
            "incident",
            operations.note_incident,
            _("Note it"),
            IncidentForm,
            on=on,
            given={"initial": {"day": request.actor.today}},
            done=_("Noted, and counted with all others."),
        )
    )
    return acts


def taken_in(conflicts: list[AttendedTime]) -> str:
    """Tell that the week is marked, and what a colleague marked otherwise at the same moment."""
    if not conflicts:
        return _("The week is marked.")
    days = ", ".join(day_in_words(one) for one in conflicts)
    words = ngettext(
        "Marked, but for %(days)s: a colleague marked it otherwise just now, and that stands.",
        "Marked, but for %(days)s: a colleague marked them otherwise just now, and that stands.",
        len(conflicts),
    )
    return words % {"days": days}
