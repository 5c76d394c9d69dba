"""What own people have answered about times that one offered them, until one has read it."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases.models import MeetingOffer
from trappan.cases.models.case import CaseQuerySet
from trappan.database.written import given_number
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.ui.templatetags.ui import day as in_words


def with_answered(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case what the person has answered and one has not read (`answered`), in the question for the case."""
    found = MeetingOffer.objects.filter(case=OuterRef("pk"), colleague=given_number("me"), read_at=None)
    told = JSONObject(said="said", at="answered_at", starts_at="meeting__starts_at")
    found = found.filter(answered_at__isnull=False).order_by("answered_at", "pk")
    return cases.annotate(answered=ArraySubquery(found.values(told=told)))


def answered(mine: Sequence[Line]) -> Queue:
    """Return who has chosen a time, or said that none suits; the earliest answer first."""
    found = [(one["at"], line.case, one) for line in mine for one in getattr(line.case, "answered", [])]
    rows = [
        Row(
            case.person.name,
            person_url(case.person_id),
            words_of(one["said"], one["starts_at"]),
            localtime(datetime.fromisoformat(at)).date(),
            _("Read"),
            address("cases:offers", case.pk),
        )
        for at, case, one in sorted(found, key=lambda row: (row[0], row[1].pk))
    ]
    why = _("You let them choose a time. A chosen one is booked already.")
    return Queue(_("Have answered about times"), why, "today", rows, "meetings")


def words_of(said: str, starts_at: str | None) -> str:
    """Say what was answered."""
    if said or starts_at is None:
        return _("No time suits: %(words)s") % {"words": said}
    moment = localtime(datetime.fromisoformat(starts_at))
    return _("Chose %(day)s at %(clock)s") % {"day": in_words(moment.date()), "clock": f"{moment:%-H.%M}"}
