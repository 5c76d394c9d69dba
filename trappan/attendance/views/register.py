"""The day on paper: a register to tick by hand, and to key in later on the day's page."""

from datetime import timedelta
from pathlib import Path

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.attendance.forms.day import read_day
from trappan.documents.pdf import answer, pdf
from trappan.history.record import record
from trappan.placements.models import Session
from trappan.secrecy.rights import Request, may
from trappan.ui.templatetags.ui import clock

DOCUMENT = Path(__file__).parent.parent / "typst" / "register.typ"


AHEAD = timedelta(days=31)


@may("attendance.see_day")
def register(request: Request) -> HttpResponse:
    """Give a day's register as a tagged PDF: numbers that the day's page shows too, and boxes to tick.

    A person with protected identity is on no paper: the named supervisor marks in the system.
    """
    today = request.actor.today
    day = min(read_day(request.GET.get("day", ""), today), today + AHEAD)
    rows = (
        Session.objects.filter(unit_id=request.actor.unit_id, day=day, state=Session.State.HELD)
        .exclude(person__protection__in=["marked", "registration"])
        .select_related("person", "activity")
        .order_by("person__sort", "person_id", "starts_at")
    )
    record("attendance.register", unit_id=request.actor.unit_id, kind="read", day=day)
    title = _("Register %(day)s") % {"day": date_format(day, "l j F Y")}
    key_in = request.build_absolute_uri(f"{reverse('attendance:day')}?day={day}&paper=1")
    facts = {
        "title": title,
        "unit": request.actor.unit_name,
        "footer": f"{request.actor.unit_name} · {day}",
        "key_in": _("Keyed in afterwards at %(address)s. What is already marked there stands.") % {"address": key_in},
        "rows": [
            [
                str(row.placement_id),
                row.person.name,
                f"{clock(row.times.starts_at)}–{clock(row.times.ends_at)}",
                row.activity.name,
            ]
            for row in rows
        ],
        "labels": {
            "number": _("No."),
            "name": _("Name"),
            "time": _("Time"),
            "activity": _("Activity"),
            "here": _("Here"),
            "told": _("Away, has told us"),
            "not_told": _("Away, has not told us"),
            "minutes": _("Minutes"),
            "nobody": _("Nobody has time here on this day."),
        },
    }
    content = pdf(DOCUMENT, facts, title=title, language=get_language() or "sv")
    return answer(content, f"dagslista-{day}.pdf")
