"""What an indicator is: two questions to a row of the spine, whom it is about (`of`) and who counts (`hit`)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A question to the columns of PersonMonth, answered yes or no: `t` is an Ibis table, and only `&`, `|`, `~`, `==` and
# the like are used, which every database answers alike.
Question = Callable[[Any], Any]

HOUSEHOLDS, PEOPLE, CASES, PERCENT = _("households"), _("people"), _("cases"), _("percent")
DAYS, MONTHS = _("days"), _("months")


@dataclass(frozen=True)
class Indicator:
    """One figure: its name, what it is called, and whom it counts.

    Without `of` the value is how many `hit`; with it, how many percent of those. `months` is how many months back it
    must be possible to look: before that there is no figure. `kolada` names the figure there that is nearest, and how
    that differs.
    """

    name: str
    title: Promise
    unit: Promise
    definition: Promise
    hit: Question
    of: Question | None = None
    months: int = 1
    kolada: str = ""

    def is_known(self, month: date, first: date) -> bool:
        """Tell whether it can be counted in a month, where `first` is the first month with support of all."""
        return (month.year - first.year) * 12 + month.month - first.month + 1 >= self.months

    def value(self, numerator: float, denominator: float | None) -> float | None:
        """Return what is read: the count, or a share in percent with one decimal; None of nobody."""
        if self.of is None:
            return numerator
        return round(100 * numerator / denominator, 1) if denominator else None


@dataclass(frozen=True)
class Measure(Indicator):
    """A figure that does not add up: a share of sums, or a quantile. Reckoned and told by measures.py.

    `hit` says of how many people it is (its sum), `above` what is added up, of those in `of`, and `below` of how much.
    Without `of` and `below` the value is the quantile `at` of what there is of `above`. It is told of no
    fewer than `fewest`. `in_minutes`: what is added up is minutes, and read in hours.
    """

    above: Question = field(kw_only=True)
    below: Question | None = None
    at: float = 0.0
    fewest: int = 5
    in_minutes: bool = False


def is_adult(t: Any) -> Any:
    """Ask for those who have support and are of age, whatever they are called in their household."""
    return t.on_support & (t.age >= 18)


def is_under_requirement(t: Any) -> Any:
    """Ask for those whom the activity requirement holds."""
    return t.requirement == "under"
