"""Who has read about a person: the paper for the one who asks."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan import database
from trappan.documents.pdf import pdf
from trappan.history.words_of_rooms import log_words
from trappan.staff.models import ROLE_NAMES

DOCUMENT = Path(__file__).parent / "typst" / "readings.typ"

# Who looked, searched or opened: by day, page, role and unit; with names each time by itself.
READ = """
SELECT (e.at AT TIME ZONE 'Europe/Stockholm')::date AS day, {each} AS at, e.verb, m.role, u.name AS unit,
  {name} AS name, count(*) AS times
FROM history_event e LEFT JOIN staff_membership m ON m.id = e.actor_id LEFT JOIN staff_unit u ON u.id = m.unit_id
LEFT JOIN staff_colleague c ON c.id = m.colleague_id
WHERE e.person_id = %s AND e.kind IN ('read', 'search', 'opening')
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1 DESC, 2 DESC, 3, 4, 5, 6
"""
WITHOUT = READ.format(each="NULL::timestamptz", name="''")
WITH = READ.format(each="e.at AT TIME ZONE 'Europe/Stockholm'", name="concat(c.given_name, ' ', c.family_name)")


def readings_of(person_id: int, *, names: bool) -> list[Any]:
    """Return the readings about a person, the latest first: who in which role, by name only where asked for."""
    return database.query(WITH if names else WITHOUT, [person_id])


def readings_paper(rows: list[Any], *, number: str, made_at: datetime, names: bool) -> bytes:
    """Write the list of readings as a paper: day, page, role and unit; with names the hour and the name too."""
    words = log_words()
    title = _("Who has read: case %(number)s") % {"number": number}
    facts = {
        "title": title,
        "footer": title,
        "made": _("Taken out of the log on %(day)s.") % {"day": date_format(localtime(made_at), "j F Y")},
        "explained": _(
            "Each reading of the file is noted, with the role and the unit of the one who read. “Opened” means that "
            "somebody who is not responsible opened the file for a day, with a reason."
        ),
        "ask": "" if names else _("You can ask to have the names of those who have read."),
        "labels": {
            "day": _("When"),
            "what": _("What"),
            "role": _("Role"),
            "unit": _("Unit"),
            "last": _("Who") if names else _("Times"),
            "nobody": _("Nobody has read."),
        },
        "rows": [
            [
                date_format(localtime(row.at), "j b Y H.i") if names else date_format(row.day, "j b Y"),
                str(words.get(row.verb, row.verb)),
                str(ROLE_NAMES.get(row.role, _("The system"))),
                row.unit or "–",
                row.name.strip() if names else str(row.times),
            ]
            for row in rows
        ],
    }
    return pdf(DOCUMENT, facts, title=title, language=get_language() or "sv")
