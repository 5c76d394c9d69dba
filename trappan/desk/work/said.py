"""What own people have said themselves of days to come, by their own pages or the link of a reminder."""

from collections.abc import Sequence
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext as _

from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.placements.models import Notice, ToldReason
from trappan.rules.codes import words_of
from trappan.schedules.functions import Today
from trappan.ui.templatetags.ui import short_day


def with_said(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case what the person has said of days from today on (`said_away`), in the question for the case.

    What has no author is the person's own word, or that of a helper or guardian by the own pages; a link asks for no
    reason.
    """
    about = ToldReason.objects.filter(placement=OuterRef("placement"), day=OuterRef("day"), author=None)
    words = Subquery(about.order_by("-pk").annotate(words=words_of("absence_reason", "reason")).values("words")[:1])
    said = Notice.objects.filter(person=OuterRef("person"), author=None, says="absent", day__gte=Today())
    told = JSONObject(day="day", activity="placement__activity__name", words="words", said_by="said_by")
    said = said.annotate(words=Coalesce(words, Value(""))).order_by("day", "pk")
    return cases.annotate(said_away=ArraySubquery(said.values(told=told)))


def said_beforehand(mine: Sequence[Line], today: date) -> Queue:
    """Return own people who have said that they do not come, today or later; the first day first.

    It asks for nothing but to be known, and is gone with the day.
    """
    found = [(one["day"], line.case.person, one) for line in mine for one in getattr(line.case, "said_away", [])]
    rows = [
        Row(
            person.name,
            person_url(person.pk),
            ": ".join(
                filter(
                    None,
                    [
                        f"{one['activity']}, {short_day(date.fromisoformat(day), today)}",
                        _("said by %(by)s") % {"by": Notice.By(one["said_by"]).label} if one["said_by"] else "",
                        one["words"],
                    ],
                )
            ),
            None,
            _("The attendance"),
            address("attendance:attendance", person.pk),
        )
        for day, person, one in sorted(found, key=lambda row: (row[0], row[1].pk))
    ]
    why = _("Their own word, or a helper’s where that is said. The site knows that they do not come, and not why.")
    return Queue(_("Have said that they do not come"), why, "today", rows, "sites")
