"""The plan as a document, and as it was decided."""

import json
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan import database
from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.plans.distance import Distance, read_distance
from trappan.plans.hours import read_proposal
from trappan.plans.models import Plan
from trappan.plans.own_words import said_of
from trappan.plans.views.plan import PARTS
from trappan.plans.weekly import picture
from trappan.rules.models import MunicipalText
from trappan.rules.rulesets import rules_on
from trappan.rules.texts import text_on
from trappan.secrecy.rights import Request, may
from trappan.staff.signed import SignedBy
from trappan.ui.tabs import Tab, in_tab
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import hours as in_hours
from trappan.ui.templatetags.ui import hours_in_words

TYPST = Path(__file__).parent.parent / "typst"
DOCUMENT, EASY = TYPST / "plan.typ", TYPST / "plan_easy.typ"


def seen(plan_id: int) -> Plan:
    """Return a plan that the actor may see, with its week."""
    about = Plan.objects.select_related(
        "person", "case__unit", "case__responsible__colleague", "case__responsible__unit"
    )
    about = about.prefetch_related(PARTS).annotate(signed_by=SignedBy("plans_decider"))
    return get_object_or_404(about, pk=plan_id)


@may("plans.see_plan")
@in_tab(Tab.PLAN)
def decided(request: Request, plan_id: int) -> HttpResponse:
    """Show a plan as it was decided, whatever has been planned since."""
    found = seen(plan_id)
    if found.decided_at is None:
        raise Http404
    record("plans.see_plan", found.person_id, scope="plan", kind="read")
    facts = facts_of(found, _("Plan for self-support"), request)
    context = {"plan": found, "person": found.person, "facts": facts, "written": said_of(found)}
    return render(request, "plans/decided.html", context)


@may("plans.see_plan")
def document(request: Request, plan_id: int) -> HttpResponse:
    """Give the plan as a tagged PDF to print or read aloud."""
    found = printable(plan_id)
    facts = facts_of(found, _("Plan for self-support"), request)
    return answer(written(DOCUMENT, facts), f"plan-{found.case.number}.pdf")


@may("plans.see_plan")
def easy(request: Request, plan_id: int) -> HttpResponse:
    """Give the same plan to the person in easy Swedish: what, when, with whom, and what to do if it does not work."""
    found = printable(plan_id)
    facts = {**facts_of(found, _("Your plan"), request), **easy_words(found)}
    return answer(written(EASY, facts), f"plan-{found.case.number}-easy.pdf")


def printable(plan_id: int) -> Plan:
    """Return a plan to print, and record that it was; 404 for a protected person's, whose file is not printed."""
    found = seen(plan_id)
    if found.person.is_protected:
        raise Http404
    record("plans.document", found.person_id, scope="plan", kind="read", plan=plan_id)
    return found


def written(template: Path, facts: dict[str, Any]) -> bytes:
    return pdf(template, facts, title=facts["title"], language=get_language() or "sv")


def easy_words(found: Plan) -> dict[str, Any]:
    """Return what the easy paper says otherwise than the plan: the same facts, in short sentences."""
    consultant = found.case.responsible
    who = {"name": consultant.colleague.name, "unit": consultant.unit.name} if consultant else {}
    return {
        "hours": _("%(hours)s each week.") % {"hours": hours_in_words(found.weekly_minutes)},
        "contact": _("Talk with %(name)s at %(unit)s.") % who if who else _("Talk with the unit that has your case."),
        "easy": {
            "about": _("This is your plan in short. The whole plan is on another paper. You may have it."),
            "draft": _("The plan is not ready. It does not apply yet."),
            "wants": _("This is what you want"),
            "goal": _("This is where we are going"),
            "week": _("This is your week"),
            "no_week": _("The days are not set yet."),
            "goals": _("The goals on the way"),
            "adaptation": _("This is what you need"),
            "absent": _("If you cannot come"),
            "absent_how": _("Tell your supervisor or your consultant, if you can before it begins."),
            "change": _("If something is wrong"),
            "change_how": _("The plan can be changed. Say what you think."),
            "until": _("until"),
        },
    }


def facts_of(found: Plan, title: str, request: Request) -> dict[str, Any]:
    """Put a plan into the words of its document."""
    kept = found.paper or json.loads(database.value("plans_paper", found.pk))
    decided = getattr(found, "signed_by", None) or "–"
    return {
        "title": title,
        "name": kept["name"],
        "case": found.case.number,
        "draft": found.decided_at is None,
        "footer": _("Case %(number)s · %(unit)s") % {"number": found.case.number, "unit": request.actor.unit_name},
        "foot": text_on(
            MunicipalText.Kind.PAPER,
            localdate(found.decided_at) if found.decided_at else request.actor.today,
            found.case.unit.organisation_id,
        ),
        "own_words": kept["own_words"],
        "own_words_from": (
            _("Kartläggning %(day)s") % {"day": in_words(parse_date(kept["own_words_on"]))}
            if kept["own_words_on"]
            else ""
        ),
        "goal": found.goal,
        "hours": _("%(hours)s a week") % {"hours": in_hours(found.weekly_minutes)},
        "hours_reason": found.hours_reason,
        "hours_sum": sum_of(found),
        "adaptation": found.adaptation,
        "week": week_of(found, request),
        "goals": [{"title": one["title"], "due": in_words(parse_date(one["due_on"]))} for one in kept["goals"]],
        "agreed": (
            _("You agreed %(day)s, %(how)s.")
            % {"day": in_words(found.agreed_on), "how": found.get_agreed_how_display().lower()}
            if found.agreed_on
            else _("You have not answered the plan yet.")
        ),
        "review": _("We follow it up together %(day)s.") % {"day": in_words(found.review_on)},
        "together": [f"{role}, {name}" if name else role for role, name in found.together],
        "distance": distance_in_words(read_distance(kept.get("distance"))),
        "decided": (
            _("Decided %(day)s by %(name)s.") % {"day": in_words(found.decided_at), "name": decided}
            if found.decided_at
            else ""
        ),
        "labels": {
            "case": _("case"),
            "draft": _("A draft. It does not apply yet."),
            "wants": _("What I want"),
            "goal": _("Goal"),
            "hours": _("Hours a week"),
            "goals": _("Goals on the way"),
            "no_goals": _("No goals have been set yet."),
            "goal_one": _("Goal"),
            "due": _("Until"),
            "week": _("The week"),
            "day": _("Day"),
            "time": _("Time"),
            "what": _("What"),
            "adaptation": _("Adaptation"),
            "agreed": _("How we agreed"),
            "together": _("Who made the plan"),
            "distance": _("Distance to the labour market"),
        },
    }


def distance_in_words(distance: Distance | None) -> str:
    """Say on which step somebody stood, since when and why; nothing where none was set."""
    if distance is None:
        return ""
    said = {"number": distance.number, "count": distance.count, "name": distance.name}
    words = _("Step %(number)s of %(count)s, %(name)s, since %(day)s.") % {**said, "day": in_words(distance.since)}
    return f"{words} {distance.reason}".strip()


def sum_of(found: Plan) -> str:
    """Return the arithmetic of the hours as it was when the plan was written, where it was kept."""
    proposal = read_proposal(found.proposal)
    return _("Proposal: %(sentence)s") % {"sentence": proposal.sentence} if proposal else ""


def week_of(found: Plan, request: Request) -> list[dict[str, str]]:
    """Return the rows of the week: day, time, what; those at no certain time last."""
    uncounted = rules_on(request.actor.today).uncounted_parts
    drawn = picture(found.week, found.weekly_minutes, uncounted=uncounted)  # type: ignore[attr-defined]  # prefetched
    rows = [
        {"day": date_format(day, "l"), "time": block.when.times_in_words if block.when else "", "what": block.part.name}
        for day, blocks in drawn.days
        for block in blocks
    ]
    return rows + [{"day": "–", "time": in_hours(block.part.minutes), "what": block.part.name} for block in drawn.loose]
