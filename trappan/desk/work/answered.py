"""What own people have answered about offered times, until it is read; and who has let the day pass unanswered."""

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import Coalesce, JSONObject
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases.models import MeetingOffer
from trappan.cases.models.case import CaseQuerySet
from trappan.database.written import given_number
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import OPEN, Queue, Row, address, person_url
from trappan.schedules.functions import Today
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words


def with_answered(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case what stands with one of its offers (`answered`), in the question for the case.

    What the person has answered and nobody has read, and what was not answered by its day. It stands with whoever
    offered while working with the person, and otherwise with whoever has that seat now.
    """
    unanswered = Q(answered_at=None, ended_at=None, until__lte=Today())
    found = MeetingOffer.objects.filter(Q(answered_at__isnull=False) | unanswered, case=OuterRef("pk"), read_at=None)
    found = (
        found.standing_with(given_number("me"))
        .annotate(since=Coalesce("answered_at", "made_at"))
        .order_by("since", "pk")
    )
    told = JSONObject(said="said", at="answered_at", since="since", starts_at="meeting__starts_at", until="until")
    return cases.annotate(answered=ArraySubquery(found.values(told=told)))


def answered(mine: Sequence[Line]) -> Queue:
    """Return who has chosen a time, or said that none suits; the earliest answer first."""
    found = [(one["since"], line.case, one) for line in mine for one in getattr(line.case, "answered", [])]
    rows = [
        Row(
            case.person.name,
            person_url(case.person_id),
            words_of(one["said"], one["starts_at"]) if one["at"] else unanswered(one["until"]),
            localtime(datetime.fromisoformat(since)).date(),
            _("Read") if one["at"] else str(OPEN),
            address("cases:offers", case.pk),
        )
        for since, case, one in sorted(found, key=lambda row: (row[0], row[1].pk))
    ]
    why = _("They were let choose a time. A chosen one is booked already; who has not answered is rung.")
    return Queue(_("Offered times"), why, "today", rows, "meetings")


def unanswered(until: str) -> str:
    """Say that the day to choose has passed."""
    return _("Has not answered by %(day)s") % {"day": in_words(day_before(date.fromisoformat(until)))}


def words_of(said: str, starts_at: str | None) -> str:
    """Say what was answered."""
    if said or starts_at is None:
        return _("No time suits: %(words)s") % {"words": said}
    moment = localtime(datetime.fromisoformat(starts_at))
    return _("Chose %(day)s at %(clock)s") % {"day": in_words(moment.date()), "clock": f"{moment:%-H.%M}"}
