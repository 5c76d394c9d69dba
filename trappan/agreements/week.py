"""A week at an employer: its days, what a link asks of them, and the marks that an answer would be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trappan.agreements.content import in_swedish, where
from trappan.agreements.models import Agreement, Statement
from trappan.agreements.questions import Question, text_with
from trappan.attendance.models import Attendance, AttendedTime
from trappan.attendance.operations import Mark
from trappan.placements.models import Session
from trappan.schedules.week import minute_in_words

WEEK, HOUR = timedelta(days=7), 60
MARKS = Attendance.Mark
SAID = ("mark", "came", "left")


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class WorkWeek:
    """A week of a placement up to today: the days with a time in the schedule, in order, and what nobody has taken in.

    `unread` are the statements about it that are not taken in, by their keys.
    """

    monday: date
    days: Sequence[AttendedTime]
    unread: Sequence[int] = ()

    @property
    def held(self) -> list[AttendedTime]:
        """Return the days that somebody is marked on: held, and not to come."""
        return [one for one in self.days if one.state == Session.State.HELD]

    @property
    def seen(self) -> str:
        """Return how the week is marked and told of, as one word, by which a page that is sent tells what it showed."""
        marked = [f"{one.day}={one.as_marked}" for one in self.held]
        return "|".join([*marked, *(f"said={key}" for key in self.unread)])

    @property
    def is_marked(self) -> bool:
        """Tell whether every day that was held is marked."""
        return all(one.mark for one in self.held)

    @property
    def number(self) -> int:
        """Return the number of the week, as the calendar has it."""
        return self.monday.isocalendar().week

    def questions(self) -> list[Question]:
        """Return what is asked of each day: whether somebody was there, and when they came or left otherwise.

        Of a day without hours nobody can say a part.
        """
        found = []
        for one in self.held:
            group, hours = day_in_words(one), one.times
            marks = said_marks() if hours else [pair for pair in said_marks() if pair[0] != MARKS.PARTLY]
            found.append(Question(f"mark-{one.day}", _("How was it?"), "choice", marks, group=group))
            if hours:
                of: dict[str, Any] = {"lowest": one.starts_at, "highest": one.ends_at, "group": group}
                found += [
                    Question(f"came-{one.day}", _("Came, if late"), "time", **of),
                    Question(f"left-{one.day}", _("Left, if early"), "time", **of),
                ]
        return found

    def marked(self) -> dict[str, str]:
        """Return the answers that the marks of today would be."""
        found: dict[str, str] = {}
        for one in self.held:
            said = {"mark": one.mark, "came": clock(one.came_at), "left": clock(one.left_at)}
            found |= {f"{key}-{one.day}": value for key, value in said.items() if value}
        return found

    def marks(self, answers: Mapping[str, Any]) -> dict[date, Mark]:
        """Return the marks that answers are, of the days that are answered; times of a part alone."""
        found = {}
        for one in self.held:
            mark = str(answers.get(f"mark-{one.day}") or "")
            if not mark:
                continue
            came, left = (minutes(answers.get(f"{which}-{one.day}")) for which in ("came", "left"))
            part = mark == MARKS.PARTLY
            times = (came, left) if part else (None, None)
            found[one.day] = Mark(one.placement_id, mark, *times, one.as_marked)
        return found


def said_marks() -> list[tuple[str, str]]:
    """Return the marks with their words, in the language of whoever is asked."""
    return [(value, str(label)) for value, label in MARKS.choices]


def week_of(agreement: Agreement, monday: date) -> WorkWeek:
    """Return a week of an agreement's placement, up to today."""
    days = AttendedTime.objects.filter(
        placement_id=agreement.placement_id, day__gte=monday, day__lt=monday + WEEK
    ).select_related("person")
    said = statements_of(agreement, monday).filter(seen_at=None)
    return WorkWeek(monday, list(days.order_by("day")), list(said.order_by("pk").values_list("pk", flat=True)))


def text_of_week(agreement: Agreement, week: WorkWeek) -> dict[str, Any]:
    """Put together what an employer is asked of a week: the days so far, and room for more."""
    name = agreement.person.name
    with in_swedish():
        first, last = week.held[0].day, week.held[-1].day
        lines = [
            ("name", _("Who"), name),
            ("workplace", _("Workplace"), where(agreement.workplace)),
            ("days", _("Days"), _("Week %(n)s") % {"n": week.number} + f", {span(first, last)}"),
        ]
        wrong = Question("wrong", _("Did something go wrong, or nearly? Was somebody hurt?"), "text")
        more = Question("more", _("Anything else we should know?"), "text", help=_("Write nothing about health."))
        title = _("How did the week go for %(name)s?") % {"name": name}
        return text_with(title, lines, [*week.questions(), wrong, more])


def statements_of(agreement: Agreement, monday: date) -> QuerySet[Statement]:
    """Return what the employer has said of a week, the latest first."""
    return Statement.objects.filter(placement_id=agreement.placement_id, purpose="week", subject=str(monday))


def in_words(statement: Statement, day: date) -> str:
    """Say what the employer said of a day; nothing where that was left."""
    said = statement.said.get("answers", {})
    mark, came, left = (said.get(f"{key}-{day}", "") for key in SAID)
    if not mark:
        return ""
    times = [
        words % {"at": minute_in_words(at)}
        for words, at in ((_("came %(at)s"), minutes(came)), (_("left %(at)s"), minutes(left)))
        if at is not None and mark == MARKS.PARTLY
    ]
    return ", ".join([str(dict(MARKS.choices).get(mark, "")), *times])


def told_besides(statement: Statement) -> list[tuple[str, str]]:
    """Return what the employer said besides the days: question and words."""
    said = statement.said.get("answers", {})
    return [(one["label"], said[one["key"]]) for one in statement.asked if one["kind"] == "text" and one["key"] in said]


def day_in_words(one: AttendedTime) -> str:
    """Write a day with its hours: torsdag 12 november, 9–15."""
    written = date_format(one.day, "l j F")
    return f"{written}, {one.times.hours_in_words}" if one.times else written


def span(first: date, last: date) -> str:
    """Write the first and the last day: 9 november, 9–11 november, or 30 november–2 december."""
    if first == last:
        return short(first)
    return f"{first.day if first.month == last.month else short(first)}–{short(last)}"


def short(day: date) -> str:
    """Write a day as 12 november."""
    return date_format(day, "j F")


def clock(minute: int | None) -> str:
    """Write minutes since midnight as 09:20; nothing of none."""
    return "" if minute is None else f"{minute // HOUR:02}:{minute % HOUR:02}"


def minutes(written: Any) -> int | None:
    """Read 09:20 as minutes since midnight; none of nothing."""
    if not written:
        return None
    hour, minute = str(written).split(":")[:2]
    return int(hour) * HOUR + int(minute)
