"""The yearly question to colleagues: whether somebody is asked now, and what was answered in years that are over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trappan import database
from trappan.rules.codes import latest_last
from trappan.rules.models import Code
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has

SAY = "insight.say_how_it_goes"
ASKED_IN = (10, 11)  # the months in which a year's question is asked (sql/staff_question.sql)


@dataclass(frozen=True)
class Asked:
    """The question of a year to whoever acts: answered, put off until a day, or open."""

    year: int
    answered: bool
    put_off_until: date | None

    @property
    def since(self) -> date:
        """Return the day on which the asking began, whose statements hold for the year."""
        return date(self.year, ASKED_IN[0], 1)


@dataclass(frozen=True)
class Answers:
    """What a unit, or the whole organisation (without a `unit`), answered in a year: grades, or nothing told."""

    unit: str
    number: int | None
    beside: Sequence[tuple[str, Any]]  # each statement, and its grade


@dataclass(frozen=True)
class Year:
    """A year's statements, and what was answered; the whole first."""

    year: int
    statements: Sequence[str]
    answers: Sequence[Answers]

    @property
    def shown(self) -> list[Answers]:
        """Return those that are told."""
        return [one for one in self.answers if one.number is not None]

    @property
    def is_whole_hidden(self) -> bool:
        """Tell whether not even the whole organisation is told of."""
        return any(one.number is None for one in self.answers if not one.unit)

    @property
    def hidden(self) -> str:
        """Name the units that are not told of."""
        return ", ".join(one.unit for one in self.answers if one.number is None and one.unit)


def my_question() -> Asked | None:
    """Return the question that is asked now of whoever acts; None outside its months, and to whom it is not put."""
    row = database.row("insight_my_question")
    return Asked(row.year, row.answered, row.put_off_until) if row else None


def may_be_asked(actor: Actor) -> bool:
    """Tell whether a start page looks if the question is open; it is nobody's page's to ask the rest of the year."""
    return actor.today.month in ASKED_IN and has(actor, SAY)


def asked_now(actor: Actor) -> Asked | None:
    """Return the question where a start page is to show it: it is open, and not put off."""
    found = my_question()
    if found is None or found.answered or (found.put_off_until and found.put_off_until > actor.today):
        return None
    return found


def years() -> list[Year]:
    """Return the years whose asking is over, the latest first."""
    codes = {one.code: one for one in latest_last(Code.objects.filter(table="staff_question"))}
    ordered = sorted(codes.values(), key=lambda one: (one.position, one.code))
    told: dict[int, dict[int | None, list[Any]]] = {}
    for row in database.rows("insight_how_it_goes"):
        told.setdefault(row.year, {}).setdefault(row.unit_id, []).append(row)
    return [year_of(year, list(groups.values()), ordered) for year, groups in told.items()]


def year_of(year: int, groups: Sequence[Sequence[Any]], codes: Sequence[Code]) -> Year:
    """Return one year, its statements in the order that they have everywhere."""
    asked = [code for code in codes if any(row.question == code.code for row in groups[0])]
    answers = []
    for rows in groups:
        grades = {row.question: row.grade for row in rows}
        beside = [(code.label, grades.get(code.code)) for code in asked]
        answers.append(Answers(rows[0].unit or "", rows[0].answers, beside))
    return Year(year, [code.label for code in asked], answers)
