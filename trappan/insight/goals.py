"""Where a goal stands: its level in words, the latest figure, the latest result, and what follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.reading import is_percent
from trappan.insight.models import Goal, GoalResult
from trappan.insight.models.goal import Term
from trappan.insight.told import Told, in_words

# Whether something is reached, in words; None where nobody can say it.
REACHED = {
    None: gettext_lazy("Cannot be told"),
    True: gettext_lazy("Reached"),
    False: pgettext_lazy("of a goal", "Not reached"),
}


@dataclass(frozen=True)
class Standing:
    """One goal as a row: nothing is said to be reached but by a result with a value."""

    goal: Goal
    depth: int
    now: str
    result: GoalResult | None

    @property
    def level(self) -> str:
        """Return the level in words: at least 96 % in 2025."""
        value = number_format(self.goal.level.normalize(), use_l10n=True, force_grouping=True)
        said = {
            "direction": self.goal.get_direction_display(),
            "level": value,
            "unit": "%" if self.goal.unit == Goal.Unit.PERCENT else self.goal.get_unit_display(),
            "year": self.goal.year,
        }
        return _("%(direction)s %(level)s %(unit)s in %(year)s") % said

    @property
    def words(self) -> str:
        """Return where the goal stands, in words."""
        if not self.goal.definition:
            return _("Cannot be told: nobody has said how it is counted")
        if self.result is None:
            return _("No result yet")
        if self.result.is_early:
            return _("Cannot be told before %(year)s") % {"year": self.goal.year}
        return str(REACHED[self.result.is_reached])


def latest(cells: Iterable[Told]) -> dict[str, Told]:
    """Return of each indicator the latest cell that is shown."""
    return {cell.indicator: cell for cell in cells if cell.shown}


def now_of(goal: Goal, cells: Mapping[str, Told]) -> str:
    """Return the latest value of the figure that is nearest to a goal, in words; empty where there is none."""
    cell = cells.get(goal.indicator)
    return in_words(cell.value, is_percent=is_percent(BY_NAME[goal.indicator])) if cell else ""


def standings(cells: Mapping[str, Told]) -> list[tuple[Term, list[Standing]]]:
    """Return the goals by term, the latest first, each with those that serve it below it."""
    goals = list(Goal.objects.filter(taken_out_on=None))
    results: dict[int, GoalResult] = {}
    for one in GoalResult.objects.filter(goal__in=goals).select_related("goal").order_by("as_of", "pk"):
        results[one.goal_id] = one
    known = {goal.pk for goal in goals}
    below: dict[int | None, list[Goal]] = {}
    for goal in goals:
        below.setdefault(goal.under_id if goal.under_id in known else None, []).append(goal)

    def lines(under: int | None, depth: int) -> list[Standing]:
        found = []
        for goal in below.get(under, ()):
            found.append(Standing(goal, depth, now_of(goal, cells), results.get(goal.pk)))
            found += lines(goal.pk, depth + 1)
        return found

    # Whoever serves another is of its term, so that each term's lines stand together.
    ordered = sorted(lines(None, 0), key=lambda one: one.goal.term, reverse=True)
    return [(term, list(group)) for term, group in groupby(ordered, key=lambda one: one.goal.term)]
