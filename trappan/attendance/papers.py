"""Attendance in the words of documents: the same in the month's and in grounds."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from trappan.attendance.attended import totals
from trappan.attendance.models import Attendance, AttendedTime, Finding
from trappan.people.models import Person
from trappan.placements.models import Session
from trappan.ui.templatetags.ui import day, hours, month_year


def in_words() -> dict[str, str]:
    """Return what each kind of minutes is called."""
    return {
        "attended": _("Attended"),
        "excused": _("Away with acceptable reason"),
        "unexcused": _("Away without acceptable reason"),
        "undecided": _("Away, nothing found"),
        "unmarked": _("Not marked"),
        "neutral": _("Not held, or paused"),
    }


def line(
    *,
    day: str,
    activity: str,
    state: str,
    mark: str,
    found: str,
    reason: str,
    attended: int,
    minutes: int,
    **_rest: int,
) -> list[str]:
    """Write one session: day, activity, how it went, minutes attended of all."""
    marks, states = dict(Attendance.Mark.choices), dict(Session.State.choices)
    went = str(states[state]) if state != Session.State.HELD else str(marks.get(mark, _("Not marked")))
    if found:
        said = _("acceptable reason") if found == Finding.Kind.EXCUSED else _("no acceptable reason")
        went = f"{went}: {said}" + (f", {reason.lower()}" if reason else "")
    return [in_full(day), activity, went, f"{attended} / {minutes}"]


def in_full(text: str) -> str:
    """Write a day that is kept as text."""
    return day(parse_date(text))


def month_facts(
    person: Person,
    month: date,
    rows: Iterable[AttendedTime],
    found: dict[tuple[int, date], Finding],
    reasons: dict[tuple[str, str], str],
    unit: str,
) -> dict[str, Any]:
    """Put a month's attendance into the words of its document."""
    listed = list(rows)
    sums, said = totals(listed), in_words()
    lines = []
    for row in listed:
        one = found.get((row.placement_id, row.day))
        lines.append(
            line(
                day=str(row.day),
                activity=row.activity.name,
                state=row.state,
                mark=row.mark,
                found=one.kind if one else "",
                reason=reasons.get(("absence_reason", one.reason), "") if one else "",
                attended=row.attended,
                minutes=row.minutes,
            )
        )
    share = (
        _(
            "%(share)s %% of the time that counts: attended of attended, without acceptable reason and "
            "undecided. Excused and unmarked time is not in it."
        )
        % {"share": sums.share}
        if sums.share is not None
        else _("No time that counts yet")
    )
    return {
        "title": _("Attendance %(month)s") % {"month": month_year(month)},
        "name": person.name,
        "period": _("Month by month, from the one definition of attendance."),
        "footer": unit,
        "share": share,
        "sessions": lines,
        "sums": [[said[name], hours(getattr(sums, name)), str(getattr(sums, name))] for name in said],
        "labels": {
            "sums": _("The period’s minutes, each in one place"),
            "state": _("Time"),
            "hours": _("Hours"),
            "minutes": _("Minutes"),
            "sessions": _("The sessions"),
            "day": _("Day"),
            "activity": _("Activity"),
            "mark": _("How it went"),
        },
    }
