"""What a person is asked by a link, so many months after the end: the same as a colleague asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.agreements.content import in_swedish
from trappan.agreements.models import Link, Statement
from trappan.agreements.questions import Question, text_with
from trappan.outcomes.models import Exit, FollowUp
from trappan.plans.models import SelfRating
from trappan.rules.codes import choices
from trappan.ui.templatetags.ui import day as in_words

# What is asked of oneself when it has gone some time; the other statements stay with the plan.
ASKED = ("confidence", "everyday", "belonging")
HELD = (("yes", gettext_lazy("Yes, for at least a month in a row")), ("no", gettext_lazy("No")))
MOST = 500  # signs of own words are kept with an answer (models.FollowUp, plans.SelfRating)
OWN, OWN_WORDS = "own_", "words_"


def statements(day: date) -> list[tuple[str, str]]:
    """Return what is asked of oneself on a day, by code and in words."""
    return [(code, words) for code, words in choices("self_rating", day) if code in ASKED]


def subject_of(exit_id: int, months: int) -> str:
    """Return what the questions after so many months of an end are told apart by."""
    return f"{exit_id}:{months}"


def text_about(done: Exit, months: int, today: date) -> dict[str, Any]:
    """Return all that a link after so many months shows, in the language of agreements."""
    with in_swedish():
        title = ngettext("How is it going after %(n)s month?", "How is it going after %(n)s months?", months) % {
            "n": months
        }
        about = f"{done.get_reason_display()}, {in_words(done.day)}"
        lines = [
            ("about", _("It is about"), about),
            (
                "free",
                _("Nobody has to answer"),
                _("It changes nothing for you. Your consultant reads what you answer."),
            ),
        ]
        group = _("How you see it yourself, where you want to say")
        asked = [
            Question(
                "answer",
                _("How is it going?"),
                "choice",
                [(value, str(label)) for value, label in FollowUp.Answer.choices if value != "not_reached"],
                needed=True,
            )
        ]
        if done.is_provisional:
            asked.append(
                Question("held", _("Has it lasted?"), "choice", [(value, str(label)) for value, label in HELD])
            )
        asked.append(Question("words", _("In your own words"), "text", most=MOST))
        for code, statement in statements(today):
            degrees = [(str(value), str(label)) for value, label in SelfRating.Answer.choices]
            asked.append(Question(f"{OWN}{code}", statement, "choice", degrees, group=group))
            asked.append(
                Question(
                    f"{OWN_WORDS}{code}",
                    _("In own words: %(statement)s") % {"statement": statement},
                    "text",
                    group=group,
                    most=MOST,
                )
            )
        return text_with(title, lines, asked)


@dataclass(frozen=True)
class Said:
    """What a person answered by a link, read as a colleague would write it down."""

    exit_id: int
    months: int
    day: date
    answer: str
    words: str
    held: bool | None
    own: Mapping[str, tuple[int | None, str]]


def read(statement: Statement) -> Said:
    """Return what an answer says; what cannot be is left to the operation to refuse."""
    said = statement.said.get("answers", {})
    exit_id, _colon, months = statement.subject.partition(":")
    degrees = {str(value): value for value in SelfRating.Answer.values}
    own = {code: (degrees.get(str(said.get(OWN + code))), words_in(said, OWN_WORDS + code)) for code in ASKED}
    held = said.get("held")
    return Said(
        int(exit_id),
        int(months),
        localtime(statement.at).date(),
        str(said.get("answer", "")),
        words_in(said, "words"),
        None if held is None else held == "yes",
        own,
    )


def words_in(said: Mapping[str, Any], key: str) -> str:
    """Return what somebody wrote, as much as is kept of it: links from before the page said so took more."""
    return str(said.get(key, ""))[:MOST]


def unread(done: Exit) -> list[Statement]:
    """Return the answers by link of an end that nobody has taken in, the oldest first."""
    found = Statement.objects.filter(
        person_id=done.person_id, purpose=Link.Purpose.FOLLOW_UP, seen_at=None, subject__startswith=f"{done.pk}:"
    )
    return list(found.select_related("link").order_by("at"))
