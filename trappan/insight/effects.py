"""Where the effects of agreements stand: level from and to, the latest evaluation, and the nearest figure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from trappan.insight.disclosure.plan import PLAN
from trappan.insight.goals import REACHED
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.reading import is_percent
from trappan.insight.models import EffectGoal, EffectResult, Goal
from trappan.insight.told import in_words, lately, told
from trappan.partnerships.models import Agreement

ORGANISER = ("organiser",)


@dataclass(frozen=True)
class Effect:
    """One effect goal as its page tells it; `now` is the nearest figure today, and `of` whose figure that is."""

    goal: EffectGoal
    results: list[EffectResult]
    now: str
    of: str
    today: date

    @property
    def level(self) -> str:
        """Return the level that is to be reached, in words: no less than 25 %."""
        if self.goal.level is None:
            return _("None is said")
        return f"{self.goal.get_direction_display()} {self.in_unit(self.goal.level)}"

    @property
    def title(self) -> str:
        """Return what the nearest figure is called."""
        return str(BY_NAME[self.goal.indicator].title)

    @property
    def baseline(self) -> str:
        return "" if self.goal.baseline is None else self.in_unit(self.goal.baseline)

    @property
    def latest(self) -> EffectResult | None:
        return next(iter(self.results), None)

    @property
    def said(self) -> list[tuple[EffectResult, str]]:
        """Return the evaluations, the latest first, each with its value in words."""
        return [(one, "" if one.value is None else self.in_unit(one.value)) for one in self.results]

    @property
    def is_due(self) -> bool:
        """Tell whether it should have been evaluated by now, and is not."""
        return self.goal.evaluate_on <= self.today and not any(not one.is_early for one in self.results)

    @property
    def words(self) -> str:
        """Return where the goal stands, in words: nothing is reached but by an evaluation with a value."""
        if not self.goal.definition:
            return _("Cannot be told: nobody has said how it is counted")
        if self.goal.level is None:
            return _("Cannot be told: no level is said")
        if self.is_due:
            return _("To be evaluated now")
        if self.latest is None or self.latest.is_early:
            return _("Not evaluated yet")
        return str(REACHED[self.latest.is_reached])

    def in_unit(self, value: Decimal) -> str:
        unit = "%" if self.goal.unit == Goal.Unit.PERCENT else self.goal.get_unit_display()
        return f"{number_format(value.normalize(), use_l10n=True, force_grouping=True)} {unit}"


def effects_of(agreement: Agreement, today: date, last: date) -> list[Effect]:
    """Return the effect goals of an agreement, in the order of their evaluation.

    The nearest figure is the partner's own where it is told by organiser, and everybody's otherwise; `last` is the
    latest month that is told.
    """
    results = Prefetch("results", EffectResult.objects.select_related("author__colleague", "goal"))
    goals = list(EffectGoal.objects.filter(agreement=agreement, taken_out_on=None).prefetch_related(results))
    figures = nearest({goal.indicator for goal in goals if goal.indicator}, agreement, last)
    return [Effect(goal, list(goal.results.all()), *figures.get(goal.indicator, ("", "")), today) for goal in goals]


def left_behind(agreement: Agreement) -> list[EffectGoal]:
    """Return the goals of the agreement before that nobody has carried over to this one, by their wording."""
    if agreement.succeeds_id is None:
        return []
    here = EffectGoal.objects.filter(agreement=agreement, taken_out_on=None).values("wording")
    before = EffectGoal.objects.filter(agreement=agreement.succeeds_id, taken_out_on=None)
    return list(before.exclude(wording__in=here).select_related("agreement").prefetch_related("results"))


def begun_from(goal: EffectGoal) -> dict[str, Any]:
    """Return what a goal that follows another begins from, to be looked over: the latest value is where it starts.

    The day of evaluation is left out, which was that of the agreement before.
    """
    kept = ("wording", "definition", "indicator", "unit", "direction", "level", "baseline", "baseline_on")
    begun = {name: getattr(goal, name) for name in kept}
    latest = next((one for one in goal.results.all() if one.value is not None), None)
    if latest is not None:
        begun |= {"baseline": latest.value, "baseline_on": latest.as_of}
    return begun


def nearest(indicators: Iterable[str], agreement: Agreement, last: date) -> Mapping[str, tuple[str, str]]:
    """Return the latest value of each figure in words, with whose it is; a figure that is not told is left out."""
    names = sorted(indicators)
    own = [name for name in names if ORGANISER in PLAN[name].by]
    partner = agreement.organisation_as or agreement.organisation.name
    found = {}
    for asked, by, part, whose in (
        (own, ORGANISER, (str(agreement.organisation_id),), partner),
        ([name for name in names if name not in own], (), (), _("everybody")),
    ):
        if asked:
            for cell in told(asked, by, first=lately(last), last=last):
                if cell.shown and cell.part == part:
                    value = in_words(cell.value, is_percent=is_percent(BY_NAME[cell.indicator]))
                    found[cell.indicator] = (value, whose)
    return found
