"""What an employer is asked when a placement is over: by a link, and the same by a colleague on the telephone."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trappan.agreements.content import in_swedish
from trappan.agreements.models import Ending
from trappan.agreements.questions import Question, text_with
from trappan.schedules.periods import day_before
from trappan.ui.templatetags.ui import day as in_words


def offered(choices: Any, *but: str) -> list[tuple[str, str]]:
    """Return what may be answered, in words."""
    return [(value, str(label)) for value, label in choices if value not in but]


def questions(most: int) -> list[Question]:
    """Return what is asked about an end, with so many hours at most; of none where it never began."""
    hours = Question(
        "hours",
        _("How many hours in all?"),
        "number",
        lowest=1,
        highest=most,
        help=_("Roughly. At most %(most)s, as long as it lasted.") % {"most": most},
    )
    return [
        Question(
            "went", _("How did it go?"), "choice", offered(Ending.Went.choices, Ending.Went.UNANSWERED), needed=True
        ),
        Question(
            "initiative",
            _("If it ended before, or did not start: who took the initiative?"),
            "choice",
            offered(Ending.Initiative.choices),
        ),
        *([hours] if most else []),
        Question("again", _("Would you take somebody from us again?"), "choice", offered(Ending.Again.choices)),
        Question("led_to", _("Did it lead to work?"), "choice", offered(Ending.LedTo.choices)),
        Question("words", _("What more do you want to tell?"), "text", help=_("Whom it is about may read it.")),
    ]


def text_about(workplace: str, starts_on: date, ends_on: date, most: int, name: str = "–") -> dict[str, Any]:
    """Return all that a link about an end shows, in the language of agreements; the first line is whom it is about."""
    with in_swedish():
        began = ends_on > starts_on
        days = f"{in_words(starts_on)}–{in_words(day_before(ends_on))}" if began else in_words(starts_on)
        lines = [
            ("who", _("Whom it is about"), name),
            ("workplace", _("Workplace"), workplace),
            ("days", _("First and last day") if began else _("Was to begin"), days),
        ]
        return text_with(_("How did it go?"), lines, questions(most))
