"""The plan as a document."""

from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.plans.models import Plan
from trappan.secrecy.rights import Request, may
from trappan.ui.templatetags.ui import day as in_words
from trappan.ui.templatetags.ui import hours as in_hours

DOCUMENT = Path(__file__).parent.parent / "typst" / "plan.typ"


@may("plans.see_plan")
def document(request: Request, plan_id: int) -> HttpResponse:
    """Give the plan as a tagged PDF to print or read aloud."""
    found = get_object_or_404(
        Plan.objects.select_related(
            "person", "case__mapping", "decided_by__colleague"
        ).prefetch_related("goals"),
        pk=plan_id,
    )
    if found.person.is_protected:
        raise Http404  # no print of a protected person's file
    record("plans.document", found.person_id, scope="plan", kind="read", plan=plan_id)
    title = _("Plan for self-support")
    content = pdf(
        DOCUMENT, facts_of(found, title, request), title=title, language=get_language() or "sv"
    )
    return answer(content, f"plan-{found.case.number}.pdf")


def facts_of(found: Plan, title: str, request: Request) -> dict[str, Any]:
    """Put a plan into the words of its document."""
    mapping = found.case.mapping
    decided = found.decided_by.colleague.name if found.decided_by else ""
    return {
        "title": title, "name": found.person.name, "case": found.case.number,
        "draft": found.decided_at is None, "footer": f"{_('Case')} {found.case.number} · {request.actor.unit_name}",
        "own_words": mapping.own_words,
        "own_words_from": _("Kartläggning %(day)s") % {"day": in_words(mapping.held_on)},
        "goal": found.goal,
        "hours": _("%(hours)s a week") % {"hours": in_hours(found.weekly_minutes)},
        "hours_reason": found.hours_reason,
        "goals": [{"title": goal.title, "due": in_words(goal.due_on)} for goal in found.goals.all()],
        "placements": [],
        "agreed": (
            _("You agreed %(day)s, %(how)s.") % {"day": in_words(found.agreed_on), "how": found.get_agreed_how_display().lower()}
            if found.agreed_on else _("You have not answered the plan yet.")
        ),
        "review": _("We follow it up together %(day)s.") % {"day": in_words(found.review_on)},
        "decided": (
            _("Decided %(day)s by %(name)s.") % {"day": in_words(found.decided_at), "name": decided}
            if found.decided_at else ""
        ),
        "labels": {
            "case": _("case"), "draft": _("A draft. It does not apply yet."), "wants": _("What I want"),
            "goal": _("Goal"), "hours": _("Hours a week"), "goals": _("Goals on the way"),
            "no_goals": _("No goals have been set yet."), "goal_one": _("Goal"), "due": _("Until"),
            "activities": _("Activities"), "agreed": _("How we agreed"),
        },
    }  # fmt: skip
