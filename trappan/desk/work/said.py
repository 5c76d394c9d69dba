"""What own people have said themselves of days to come, by their own pages."""

from datetime import date

from django.utils.translation import gettext as _

from trappan.database.among import IsAmong
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.people.models import Person
from trappan.placements.models import ToldReason
from trappan.rules.codes import words_of
from trappan.ui.templatetags.ui import short_day


def said_beforehand(persons: dict[int, Person], today: date) -> Queue:
    """Return own people who have said that they do not come, today or later; the first day first.

    A reason without an author is the person's own word. It asks for nothing but to be known, and is gone with the day.
    """
    told = ToldReason.objects.filter(IsAmong("person_id", persons), author=None, day__gte=today)
    rows = [
        Row(
            persons[one.person_id].name,
            person_url(one.person_id),
            f"{one.placement.activity.name}, {short_day(one.day, today)}: {one.words}",
            None,
            _("The attendance"),
            address("attendance:attendance", one.person_id),
        )
        for one in told.select_related("placement__activity").annotate(words=words_of("absence_reason", "reason"))
    ]
    why = _("Their own word, by their own pages. The site knows that they do not come, and not why.")
    return Queue(_("Have said that they do not come"), why, "today", rows, "sites")
