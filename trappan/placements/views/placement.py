"""Propose somebody to a site, follow the answer, change it, end it."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import F, Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.activities.models import SeatUse, week_of_seat
from trappan.activities.views.activity import open_activities
from trappan.cases.models import Case
from trappan.history.record import record
from trappan.people.models import Person
from trappan.people.operations import holds
from trappan.placements import meetings, operations
from trappan.placements.forms import (
    AdaptationForm,
    AgreeToTasksForm,
    DeclineForm,
    EndForm,
    ExtendForm,
    NoticeForm,
    OtherTimesForm,
    PauseForm,
    PlacementForm,
    SupervisorForm,
    WeekForm,
)
from trappan.placements.models import Adaptation, Introduction, Placement, ProposedChange, Session
from trappan.placements.overlaps import taken_times
from trappan.placements.planned import times_of_one, usual_start
from trappan.plans.models import Plan
from trappan.refusals.forms import carry_out, row_number
from trappan.rules.codes import labels, words_of
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.forms import Form
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import day as in_words


@may("placements.place")
@in_tab(Tab.ACTIVITIES)
def place(request: Request, person_id: int) -> HttpResponse:
    """Propose a person to a site: activity, days and times, what it is for, from when."""
    person = get_object_or_404(Person, pk=person_id)
    today = request.actor.today
    choices = open_activities(today)
    leaving = leaving_of(person_id, request.GET.get("from", ""))
    wanted = times_of_one(person_id, today).to_place(leaving.pk if leaving else None)
    form = PlacementForm(
        request.POST or None,
        activities=choices,
        protected=person.is_protected,
        initial={
            "starts_on": day_asked(request.GET.get("first", "")) or usual_start(today),
            "activity": request.GET.get("activity"),
            "week": wanted,
        },
    )
    if form.is_valid() and carry_out(form, operations.propose, person=person, follows=leaving, **form.cleaned_data):
        messages.success(
            request,
            _("Proposed. The place is held; the supervisor you named sees first name, aim and times until the answer.")
            if person.is_protected
            else _("Proposed. The place is held; the site sees first name, aim and times until it answers."),
        )
        values = form.cleaned_data
        warn_of(request, meetings.within(person.pk, values["week"], values["starts_on"], values["ends_on"]))
        return redirect("desk:person", person.pk)
    context = {
        "person": person,
        "form": form,
        "leaving": leaving,
        "wanted": wanted,
        "taken": taken_times(person.pk, today, None, leaving=leaving),
    }
    record("placements.see_place", person.pk, scope="plan", kind="read")
    return render(request, "placements/place.html", context, status=422 if form.errors else 200)


def warn_of(request: Request, found: list[meetings.Crossed]) -> None:
    """Warn of meetings to come at times that have just been proposed, each with its link."""
    for one in found:
        starts_at = localtime(one.meeting.starts_at)
        link = format_html(
            '<a class="ds-link" href="{}">{}</a>',
            reverse("cases:meeting", args=[one.meeting.pk]),
            _("meeting %(day)s at %(at)s") % {"day": in_words(starts_at.date()), "at": f"{starts_at:%H.%M}"},
        )
        messages.warning(
            request,
            format_html(_("The person will be expected at the activity at the time of a meeting. Move the {}."), link),
        )


def day_asked(text: str) -> date | None:
    """Return the day that the address names; None where it names none."""
    try:
        return parse_date(text)
    except ValueError:
        return None


def leaving_of(person_id: int, text: str) -> Placement | None:
    """Return the placement that the person is moved from; None where the address names none."""
    number = row_number(text)
    return Placement.objects.filter(pk=number, person_id=person_id, agreed=True).first() if number else None


@may("placements.place")
@in_tab(Tab.ACTIVITIES)
def end(request: Request, placement_id: int) -> HttpResponse:
    """End a placement, after saying what happens and who gets to know."""
    placement = get_object_or_404(Placement.objects.select_related("person", "activity"), pk=placement_id)
    today = request.actor.today
    form = EndForm(request.POST or None, day=today, initial={"ends_on": today + timedelta(days=1)})
    if form.is_valid() and carry_out(form, operations.end_placement, placement=placement, **form.cleaned_data):
        messages.success(request, _("The placement ends. The place is free after that day."))
        return redirect("desk:person", placement.person_id)
    record("placements.see_end", placement.person_id, scope="activity", unit_id=placement.unit_id, kind="read")
    context = {
        "placement": placement,
        "person": placement.person,
        "form": form,
        "hand_over_days": rules_on(today).hand_over_days,
    }
    return render(request, "placements/end.html", context, status=422 if form.errors else 200)


ADAPTATIONS = Prefetch("adaptations", Adaptation.objects.select_related("author__colleague", "answered_by__colleague"))
SAVED = gettext_lazy("Saved. The site sees it in its calendar.")


def acts_of(request: Request, found: Placement) -> list[Act]:
    """List what may be done with a placement, as its state is."""
    today, on = request.actor.today, {"placement": found}
    if found.state == "waits":
        taken_back = _("Taken back. The place is free again.")
        take_back = Act("withdraw", operations.withdraw, _("Take the proposal back"), on=on, done=taken_back)
        return [take_back, *adaptation_acts(found, today)]
    if not found.agreed:
        return []
    dated = {**on, "today": today}
    acts = [
        Act(
            "week",
            operations.change_week,
            _("Change the week"),
            WeekForm,
            on=dated,
            given={"initial": {"from_day": today}},
            done=SAVED,
        ),
        Act(
            "pause",
            operations.suspend,
            _("Pause"),
            PauseForm,
            on=on,
            given={"initial": {"starts_on": today}},
            done=SAVED,
        ),
        Act(
            "notice",
            operations.tell_beforehand,
            _("Note it"),
            NoticeForm,
            on=dated,
            given={"day": today, "initial": {"day": today + timedelta(days=1)}},
            done=SAVED,
        ),
        Act(
            "times",
            operations.change_day,
            _("Set these times"),
            OtherTimesForm,
            on=dated,
            given={"initial": {"day": today}},
            done=SAVED,
        ),
    ]
    if found.ends_on:
        acts.append(Act("extend", operations.extend, _("Extend it"), ExtendForm, on=dated, done=SAVED))
    if found.person.is_protected:
        given = {"unit_id": found.unit_id}
        name = operations.name_supervisor
        acts.append(Act("supervisor", name, _("Name the supervisor"), SupervisorForm, on=on, given=given, done=SAVED))
    return [*acts, *undo_acts(found, today), *decision_acts(found, today), *adaptation_acts(found, today)]


def adaptation_acts(found: Placement, today: date) -> list[Act]:
    """List what may be done about what the site is told to adapt."""
    told = Act(
        "adapt",
        operations.share_adaptation,
        _("Tell the site"),
        AdaptationForm,
        on={"placement": found},
        done=_("Told. The site reads it and answers what it can do."),
    )
    standing = [one for one in found.adaptations.all() if one.withdrawn_at is None]
    acts = [told] if found.ends_on is None or found.ends_on > today else []
    for one in standing:
        on = {"adaptation": one}
        gone = _("Taken back. The site no longer reads it.")
        acts.append(Act("unshare", operations.withdraw_adaptation, _("Take it back"), on=on, row=one.pk, done=gone))
        if one.answered_at and not one.read_at:
            acts.append(Act("answer_read", operations.read_answer, _("I have read it"), on=on, row=one.pk))
    return acts


def agreed_on(found: Placement) -> list[str]:
    """Return what is agreed that a place must have, and the plan's adaptation: for whoever writes to the site."""
    case = Case.objects.filter(person=found.person_id, closed_on=None).select_related("mapping").first()
    mapping = getattr(case, "mapping", None)
    words = labels("access") if mapping and mapping.needs else {}
    plan = Plan.objects.in_force().filter(person=found.person_id).values_list("adaptation", flat=True).first()
    return [words[("access", code)] for code in (mapping.needs if mapping else ())] + ([plan] if plan else [])


def undo_acts(found: Placement, today: date) -> list[Act]:
    """List what may be taken back; what is over is refused in its own words, from a page that was open."""
    acts = [
        Act(
            "resume",
            operations.resume,
            _("Take it back") if pause.starts_on > today else _("End the pause"),
            on={"suspension": pause},
            done=lambda back: _("The pause ends: it goes on from %(day)s.") % {"day": in_words(back)},
            row=pause.pk,
            beside=in_words(pause.starts_on),
        )
        for pause in found.suspensions.all()
    ]
    return acts + [
        Act(
            "take_back_day",
            operations.take_back_day,
            _("Take it back"),
            on={"change": change},
            done=SAVED,
            row=change.pk,
            beside=in_words(change.day),
        )
        for change in found.day_changes.all()
    ]


def decision_acts(found: Placement, today: date) -> list[Act]:
    """List the answers to what the site proposes; the page shows them where nobody has decided."""
    acts = []
    for change in found.proposed_changes.select_related("placement"):
        on = {"change": change, "today": today}
        of_tasks = change.kind == ProposedChange.Kind.TASKS
        done = _("Answered. The site sees it.")
        acts += [
            Act(
                "accept",
                operations.decide_change,
                _("Yes, do so") if of_tasks else _("Accept and carry out"),
                AgreeToTasksForm if of_tasks else Form,
                on={**on, "accepts": True},
                done=done if of_tasks else _("Decided and carried out. The site sees it."),
                row=change.pk,
            ),
            *(
                [
                    Act(
                        "seen",
                        operations.decide_change,
                        _("It is seen"),
                        on={**on, "accepts": True, "seen": True},
                        done=done,
                        row=change.pk,
                    )
                ]
                if of_tasks
                else []
            ),
            Act(
                "decline",
                operations.decide_change,
                _("Decline"),
                DeclineForm,
                on={**on, "accepts": False},
                done=done,
                row=change.pk,
            ),
        ]
    return acts


@may("placements.place")
@in_tab(Tab.ACTIVITIES)
def placement(request: Request, placement_id: int) -> HttpResponse:
    """Show a placement: the site's answer, its coming days, what the site proposes; and change it."""
    found = get_object_or_404(
        Placement.objects.select_related("person", "activity", "unit", "answered_by__colleague", "end")
        .annotate(answer_words=words_of("site_no", "answer_kind"))
        .prefetch_related(ADAPTATIONS),
        pk=placement_id,
    )
    if not holds(found.person_id, "plan"):
        raise Http404
    acts = Acts(request, acts_of(request, found))
    if acts.carried_out():
        return redirect("placements:placement", found.pk)
    record("placements.see_placement", found.person_id, scope="activity", unit_id=found.unit_id, kind="read")
    context = {**shown(found, request.actor.today, acts), "acts": acts, "form": acts.form}
    return render(request, "placements/placement.html", context, status=acts.status)


def why_it_ends(found: Placement) -> str:
    """Return why a placement ends as it was told, in words; nothing where the end was planned."""
    end = getattr(found, "end", None)
    if end is None:
        return ""
    kind = labels("placement_end").get(("placement_end", end.kind), "") if end.kind else ""
    return ". ".join(part for part in (kind, end.reason) if part)


def pauses_of(found: Placement, today: date) -> Any:
    """Return the pauses that go on or are to come."""
    return found.suspensions.lasting(today).filter(ends_on__gt=F("starts_on"))


def other_days_of(found: Placement, today: date) -> Any:
    """Return the days to come on which something else is agreed than the week says."""
    return found.day_changes.filter(day__gte=today, taken_back_at=None)


def shown(found: Placement, today: date, acts: Acts) -> dict[str, Any]:
    """Gather what the page of a placement shows."""
    seats = SeatUse.objects.lasting(today).filter(seat=found.seat, once=False).exclude(ends_on=F("starts_on"))
    changes = found.proposed_changes.select_related("author__colleague", "decided_by__colleague")[:8]
    told = found.adaptations.all()
    coming = Session.objects.filter(placement=found, day__gte=today, day__lt=today + timedelta(days=28))
    return {
        "placement": found,
        "person": found.person,
        "week": week_of_seat(list(seats)),
        "introduced": Introduction.objects.filter(placement=found).first(),
        "days": coming.order_by("day"),
        "pauses": acts.beside("resume", pauses_of(found, today)),
        "other_days": acts.beside("take_back_day", other_days_of(found, today)),
        "changes": acts.beside("accept", changes, "decline", "seen"),
        "why": why_it_ends(found),
        "adaptations": acts.beside("unshare", (one for one in told if one.withdrawn_at is None), "answer_read"),
        "lapsed": [one for (one,) in database.rows("placements_adaptation_lapsed", found.pk)] if told else [],
        "earlier_adaptations": [one for one in told if one.withdrawn_at is not None],
        "agreed": agreed_on(found) if "adapt" in acts else [],
        "crossed": meetings_of(found, seats, today),
        **differing(found, today),
    }


def differing(found: Placement, today: date) -> dict[str, Any]:
    """Return where the plan in force and the placements differ, and the case whose plan it is; nothing elsewhere."""
    times = times_of_one(found.person_id, today)
    if found.pk not in times.placements or not times.is_differing:
        return {}
    case = Plan.objects.in_force().filter(person=found.person_id).values_list("case", flat=True).first()
    return {"differs": times, "case": case}


def meetings_of(found: Placement, seats: Any, today: date) -> list[meetings.Crossed]:
    """Return the person's meetings to come at times when the person is expected elsewhere, or will be if accepted."""
    if found.state == "waits":
        week = week_of_seat(list(seats))
        return meetings.within(found.person_id, week, max(found.starts_on, today), found.ends_on)
    return meetings.crossed(meetings.to_come().filter(person_id=found.person_id)) if found.agreed else []
