"""What grounds rest on, as it was when they were written: sessions, findings, conversations, request, plan."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.timezone import localtime

from trappan.attendance.models import AttendedTime, Dialogue, Finding
from trappan.cases.models import Case
from trappan.plans.models import Plan
from trappan.requirement.models import ActivityRequest
from trappan.rules.codes import labels
from trappan.rules.models import RuleSet


def sources_of(case: Case, rows: Iterable[AttendedTime], first: date, after: date, today: date) -> dict[str, Any]:
    """Return the sources of grounds as plain data, so that later changes leave them as they were."""
    words = labels("absence_reason", "support")
    found = {
        (one.placement_id, one.day): one
        for one in Finding.objects.filter(person_id=case.person_id, day__gte=first, day__lt=after)
    }
    request = ActivityRequest.objects.standing().filter(case=case).first()
    plan = Plan.objects.in_force().filter(case=case).first()
    rules = RuleSet.objects.decided().filter(valid_from__lte=today).order_by("-valid_from").first()
    return {
        "sessions": [
            {
                "key": row.key,
                "day": str(row.day),
                "activity": row.activity.name,
                "minutes": row.minutes,
                "state": row.state,
                "mark": row.mark,
                "attended": row.attended,
                "excused": row.excused,
                "unexcused": row.unexcused,
                "undecided": row.undecided,
                "unmarked": row.unmarked,
                "neutral": row.neutral,
                **why(found.get((row.placement_id, row.day)), words),
            }
            for row in rows
        ],
        "dialogues": [
            {
                "id": one.pk,
                "day": str(localtime(one.note.happened_at).date()),
                "own_words": one.own_words,
                "what": one.note.fact,
                "support": in_words(one.support, words),
                "support_note": one.support_note,
                "result": str(one.get_result_display()),
            }
            for one in Dialogue.objects.filter(case=case, note__happened_at__date__gte=first)
            .select_related("note")
            .order_by("note__happened_at")
        ],
        "request": {
            "id": request.pk,
            "first_month": str(request.first_month),
            "minutes": request.weekly_minutes,
            "received_on": str(request.received_on or ""),
        }
        if request
        else None,
        "plan": {"id": plan.pk, "minutes": plan.weekly_minutes} if plan else None,
        "rules": rules.name if rules else "",
    }


def why(found: Finding | None, words: dict[tuple[str, str], str]) -> dict[str, str]:
    """Return what was found of a day, in words."""
    if found is None:
        return {"found": "", "reason": ""}
    return {"found": found.kind, "reason": words.get(("absence_reason", found.reason), found.reason)}


def in_words(codes: Iterable[str], words: dict[tuple[str, str], str]) -> list[str]:
    """Return what kinds of support are called, as they are called now."""
    return [words.get(("support", code), code) for code in codes]
