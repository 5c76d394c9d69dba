"""What own people have said themselves of days to come, by their own pages or the link of a reminder."""

from datetime import date

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from trappan.database.among import IsAmong
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.people.models import Person
from trappan.placements.models import Notice, ToldReason
from trappan.rules.codes import words_of
from trappan.ui.templatetags.ui import short_day


def said_beforehand(persons: dict[int, Person], today: date) -> Queue:
    """Return own people who have said that they do not come, today or later; the first day first.

    What has no author is the person's own word; a link asks for no reason. It asks for nothing but to be known, and is
    gone with the day.
    """
    about = ToldReason.objects.filter(placement=OuterRef("placement"), day=OuterRef("day"), author=None)
    words = Subquery(about.order_by("-pk").annotate(words=words_of("absence_reason", "reason")).values("words")[:1])
    told = Notice.objects.filter(IsAmong("person_id", persons), author=None, says="absent", day__gte=today)
    rows = [
        Row(
            persons[one.person_id].name,
            person_url(one.person_id),
            ": ".join(filter(None, [f"{one.placement.activity.name}, {short_day(one.day, today)}", one.words])),
            None,
            _("The attendance"),
            address("attendance:attendance", one.person_id),
        )
        for one in told.select_related("placement__activity").annotate(words=Coalesce(words, Value("")))
    ]
    why = _("Their own word. The site knows that they do not come, and not why.")
    return Queue(_("Have said that they do not come"), why, "today", rows, "sites")
