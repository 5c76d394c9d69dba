"""The person's plan as the own pages show it: what is agreed, week, goals, and what the person has written."""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan import database
from trappan.plans.hours import read_proposal
from trappan.plans.models import Goal, OwnWord, PlanPart
from trappan.plans.weekly import A_MONDAY
from trappan.portal.week import in_words
from trappan.schedules.week import Part
from trappan.ui.templatetags.ui import hours_in_words

# The person's own answers, as they are read back.
VIEWS: dict[str, str | Promise] = {
    OwnWord.View.AGREES: pgettext_lazy("of a plan", "It is right"),
    OwnWord.View.CHANGE: _("You want to change something"),
    OwnWord.View.DISAGREES: _("You do not agree"),
}
RATINGS: dict[str, str | Promise] = dict(Goal.Rating.choices)


@dataclass(frozen=True)
class Word:
    """Something that the person has written, with what was answered."""

    row: Any

    @property
    def view(self) -> str:
        return str(VIEWS.get(self.row.view, ""))

    @property
    def rating(self) -> str:
        return str(RATINGS.get(self.row.rating, ""))

    @property
    def day(self) -> str:
        return in_words(self.row.day)

    @property
    def reply_day(self) -> str:
        return in_words(self.row.reply_on) if self.row.reply_on else ""


@dataclass(frozen=True)
class OwnGoal:
    """A goal with how it went, and what the person has written of it, the latest first."""

    row: Any
    words: list[Word]

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def title(self) -> str:
        return str(self.row.title)

    @property
    def staff(self) -> str:
        """Say how it went as staff see it; nothing while it is open."""
        return str(RATINGS.get(self.row.staff_rating, ""))

    @property
    def latest(self) -> list[Word]:
        """Return the latest view and the latest rating, and whatever nobody has answered."""
        return [one for one in self.words if one in (self.rated, self.answered) or not one.row.reply]

    @property
    def older(self) -> list[Word]:
        """Return the rest: it is answered, and said anew since."""
        latest = self.latest
        return [one for one in self.words if one not in latest]

    @property
    def rated(self) -> Word | None:
        return next((word for word in self.words if word.row.rating), None)

    @property
    def answered(self) -> Word | None:
        return next((word for word in self.words if word.row.view), None)


@dataclass(frozen=True)
class Line:
    """One part of the week: the hours, what it is and who holds it."""

    kind: str
    title: str
    held_by: str
    starts_at: int | None
    ends_at: int | None
    weeks: str
    minutes: int

    @property
    def times(self) -> str:
        """Return the hours; nothing where it is at no certain time."""
        if self.starts_at is None or self.ends_at is None:
            return ""
        return Part(self.starts_at, self.ends_at, self.weeks).times_in_words

    @property
    def name(self) -> str:
        what = self.title or str(PlanPart.Kind(self.kind).label)
        return ", ".join(filter(None, [what, self.held_by]))


@dataclass(frozen=True)
class OwnPlan:
    """The plan in force, or the draft that is given to read."""

    row: Any
    days: list[tuple[str, list[Line]]] = field(default_factory=list)
    loose: list[tuple[Line, str]] = field(default_factory=list)
    goals: list[OwnGoal] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)

    @property
    def hours(self) -> str:
        return hours_in_words(self.row.weekly_minutes)

    @property
    def why(self) -> str:
        """Return the arithmetic of the hours, where it was kept."""
        proposal = read_proposal(json.loads(self.row.proposal or "null"))
        return proposal.sentence if proposal else ""

    @property
    def answer(self) -> Word | None:
        """Return what the person last answered of the whole plan."""
        return self.words[0] if self.words else None

    @property
    def is_changed(self) -> bool:
        """Tell whether it is another edition than the one that was answered."""
        return self.answer is not None and self.answer.row.edition != self.row.edition


def own_plans() -> tuple[OwnPlan | None, OwnPlan | None]:
    """Return the plan in force and the draft, each where there is one."""
    rows = database.rows("portal_plans")
    if not rows:
        return None, None
    goals, words = database.rows("portal_goals"), database.rows("portal_own_words")
    found = [put_together(row, goals, words) for row in rows]
    force = next((one for one in found if not one.row.is_draft), None)
    return force, next((one for one in found if one.row.is_draft), None)


def put_together(row: Any, goals: list[Any], words: list[Any]) -> OwnPlan:
    """Put a plan together with what is its own."""
    lines = [Line(**one) for one in json.loads(row.parts or "[]")]
    days: dict[int, list[Line]] = {}
    for line in lines:
        if line.starts_at is not None:
            days.setdefault(line.starts_at // (24 * 60), []).append(line)
    return OwnPlan(
        row,
        [(day_in_words(A_MONDAY + timedelta(days=at)), there) for at, there in sorted(days.items())],
        [(line, hours_in_words(line.minutes)) for line in lines if line.starts_at is None],
        [
            OwnGoal(goal, [Word(one) for one in words if one.goal_id == goal.id])
            for goal in goals
            if goal.plan_id == row.id
        ],
        [Word(one) for one in words if one.goal_id is None and one.plan_id == row.id],
    )


def day_in_words(day: date) -> str:
    return str(date_format(day, "l"))
