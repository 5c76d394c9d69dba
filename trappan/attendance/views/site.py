"""The pages of a site's own people: all of those who are there, and each of them."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from trappan.activities.models import Crew, SeatUse, week_of_seat
from trappan.attendance import operations
from trappan.attendance.forms import SiteGoalForm, SupportDoneForm
from trappan.attendance.models import Incident, PhoneList, Report, SupportAction
from trappan.attendance.reports import (
    LATELY,
    due_on,
    has_left,
    incidents,
    is_ending,
    is_missing,
    results,
    with_last_report,
)
from trappan.history.record import record
from trappan.placements import operations as placements
from trappan.placements.forms import AdaptationAnswerForm, ChangeForm, IntroductionForm, JoinForm
from trappan.placements.models import Adaptation, CrewMember, Introduction, Placement, ProposedChange
from trappan.placements.proposals import proposals
from trappan.plans.forms import SignForm
from trappan.plans.models import Goal, Observation, ProposedStep, StepMove
from trappan.plans.operations import see_sign, set_site_goal
from trappan.plans.signs import Ahead, signs_ahead
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab


@may("attendance.see_site")
def here(request: Request) -> HttpResponse:
    """Show who is proposed to the own site, and who is there or about to begin."""
    unit_id = request.actor.unit_id
    phone_list = PhoneList.objects.filter(unit_id=unit_id).select_related("author__colleague").first()
    acts = Acts(request, [allowing(request, is_allowed=phone_list is not None and phone_list.allowed)])
    if acts.carried_out():
        return redirect("attendance:here")
    today = request.actor.today
    since = today - timedelta(days=rules_on(today).hand_over_days)
    changes = ProposedChange.objects.filter(placement=OuterRef("pk"), unit_id=unit_id, accepted=None)
    unanswered = Adaptation.objects.filter(placement=OuterRef("pk"), unit_id=unit_id, answer="")
    lately = (
        Placement.objects.lasting(since)
        .filter(unit_id=unit_id, agreed=True)
        .annotate(is_changing=Exists(changes), is_adapting=Exists(unanswered))
    )
    everybody = list(
        with_last_report(lately).select_related("person", "activity", "introduction").order_by("person__sort", "pk")
    )
    found = [one for one in everybody if one.ends_on is None or one.ends_on > today]
    left = [one for one in everybody if has_left(one, today)]
    # Who is to be introduced comes first: nothing else can begin before that.
    there = sorted(found, key=lambda one: one.proposed_at is None or hasattr(one, "introduction"))
    context = {
        "adapting": {one.pk for one in everybody if one.is_adapting},  # type: ignore[attr-defined]  # annotated
        "proposals": proposals(),
        "placements": there,
        "changing": {one.pk for one in everybody if one.is_changing},  # type: ignore[attr-defined]  # annotated
        "today": today,
        "missing": {one.pk for one in there if is_missing(one, today)},
        "left": [(one, due_on(one, today)) for one in left],
        "results": results(),
        "reached": Goal.objects.filter(unit_id=request.actor.unit_id, reached_on__gt=today - LATELY)
        .select_related("person")
        .order_by("-reached_on", "-pk")[:5],
        "incidents": incidents(request.actor.unit_id, date(today.year, 1, 1)),
        "acts": acts,
        "phone_list": phone_list,
    }
    record("attendance.see_site", unit_id=request.actor.unit_id, kind="read")
    return render(request, "attendance/at_site.html", context)


def allowing(request: Request, *, is_allowed: bool) -> Act:
    """Return what the leader may do about the list on the phone: allow it, or take that back."""
    right, on = "attendance.allow_phone_list", {"by": request.actor}
    if is_allowed:
        done = _("Taken back. Phones forget the list when they reach the day’s page, at midnight at the latest.")
        return Act("stop", operations.stop_phone_list, _("Take back"), right=right, on=on, done=done)
    done = _("Allowed. On the day’s page each phone is asked by a box of its own.")
    return Act(
        "allow", operations.allow_phone_list, _("Allow the list on the site’s phones"), right=right, on=on, done=done
    )


@may("attendance.see_site")
@in_tab(Tab.ACTIVITIES)
def there(request: Request, placement_id: int) -> HttpResponse:
    """Show the site one of its own: week, introduction, what is proposed; and let it do these."""
    placement = get_object_or_404(
        with_last_report(Placement.objects.select_related("person", "activity", "introduction")),
        pk=placement_id,
        unit_id=request.actor.unit_id,
        agreed=True,
    )
    today = request.actor.today
    asked = list(SupportAction.objects.filter(placement=placement).select_related("author__colleague")[:6])
    ahead = signs_ahead(placement.person_id)
    adaptation = Adaptation.objects.filter(placement=placement).select_related("answered_by__colleague").first()
    acts = Acts(request, acts_of(request, placement, asked, ahead) + adaptation_acts(adaptation))
    if acts.carried_out():
        return redirect("attendance:there", placement.pk)
    record("attendance.see_there", placement.person_id, scope="activity", unit_id=placement.unit_id, kind="read")
    seats = SeatUse.objects.lasting(today).filter(seat=placement.seat, once=False).exclude(ends_on=F("starts_on"))
    changes = placement.proposed_changes.select_related("author__colleague", "decided_by__colleague")
    context = {
        "placement": placement,
        "person": placement.person,
        "week": week_of_seat(list(seats)),
        "introduced": Introduction.objects.filter(placement=placement).first(),
        "ahead": ahead,
        "adaptation": adaptation,
        "acts": acts,
        "form": acts.form,
        "support": acts.beside("support", asked),
        "changes": acts.beside("accept", changes[:6], "decline", "seen"),
        **told_of(placement, today),
    }
    return render(request, "attendance/person_at_site.html", context, status=acts.status)


def acts_of(request: Request, placement: Placement, asked: list[SupportAction], ahead: Ahead | None) -> list[Act]:
    """List what the site may do for one of its own; when somebody has left, only what is left to write down."""
    today, on, report = request.actor.today, {"placement": placement}, "attendance.report"
    crews = Crew.objects.filter(activity_id=placement.activity_id, taken_out_at=None)
    points = placement.activity.introduction_points
    acts = [
        Act(
            "introduce",
            placements.introduce,
            _("Gone through: begins"),
            IntroductionForm,
            right=report,
            on=on,
            given={"points": points, "initial": {"day": today}},
            done=_("Noted. Now the days can be marked."),
        ),
        Act(
            "change",
            placements.propose_change,
            _("Propose it"),
            ChangeForm,
            right=report,
            on={**on, "today": today},
            done=_("Proposed. The consultant decides, and you see it here."),
        ),
        Act(
            "crew",
            placements.join_crew,
            _("Choose"),
            JoinForm,
            right=report,
            on=on,
            given={"initial": {"starts_on": today}, "crews": crews},
        ),
        Act(
            "goal",
            set_site_goal,
            _("Set the goal"),
            SiteGoalForm,
            right=report,
            on={"person_id": placement.person_id, "unit_id": placement.unit_id, "today": today},
            given={"initial": {"due_on": today + timedelta(days=28)}},
            done=_("The goal is set."),
        ),
    ]
    if ahead is not None and ahead.signs:
        acts.append(
            Act(
                "sign",
                see_sign,
                _("The sign is seen"),
                SignForm,
                right=report,
                on={"person_id": placement.person_id, "unit_id": placement.unit_id, "today": today},
                given={"ahead": ahead, "initial": {"day": today}},
                done=_("Noted. The consultant sees it."),
            )
        )
    acts += [
        Act(
            "support",
            operations.tell_support,
            _("Tell"),
            SupportDoneForm,
            right=report,
            on={"action": one},
            done=_("Told. The consultant sees it."),
            row=one.pk,
            beside=one.asked,
        )
        for one in asked
    ]
    return [one for one in acts if one.name == "support"] if has_left(placement, today) else acts


def adaptation_acts(adaptation: Adaptation | None) -> list[Act]:
    """List the answer to what the site is asked to adapt, where it is asked: what it reads it may answer."""
    if adaptation is None:
        return []
    return [
        Act(
            "adaptation",
            placements.answer_adaptation,
            _("Answer"),
            AdaptationAnswerForm,
            right="attendance.report",
            on={"adaptation": adaptation},
            done=_("Answered. The consultant sees it."),
        )
    ]


def told_of(placement: Placement, today: date) -> dict[str, Any]:
    """Gather what the site has told of one of its own, and what is due."""
    about = {"person_id": placement.person_id, "unit_id": placement.unit_id}
    reports = list(Report.objects.filter(placement=placement).select_related("read_by__colleague")[:5])
    crew = CrewMember.objects.filter(placement=placement, starts_on__lte=today).select_related("crew").first()
    due, over = due_on(placement, today), has_left(placement, today)
    return {
        "goals": Goal.objects.open().filter(**about),
        "reached": Goal.objects.filter(**about, reached_on__isnull=False).order_by("-reached_on")[:5],
        "seen": Observation.objects.filter(**about)[:5],
        "reports": reports,
        "incidents": Incident.objects.filter(placement=placement).select_related("read_by__colleague")[:5],
        "due": due,
        "over": over,
        "ending": is_ending(placement, today) and not (over and due is None),
        "today": today,
        "crew": crew if crew and crew.crew.taken_out_at is None else None,
        "steps": ProposedStep.objects.filter(**about).select_related("step", "decided_by__colleague")[:3],
        "now_at": StepMove.objects.filter(person_id=placement.person_id, rated_by="staff", corrected=False)
        .select_related("step")
        .last(),
    }
