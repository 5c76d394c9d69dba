"""The indicators: each is two questions to a row of the spine, whom it is about (`of`) and who counts (`hit`)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A question to the columns of PersonMonth, answered yes or no: `t` is an Ibis table, and only `&`, `|`, `~`, `==` and
# the like are used, which every database answers alike.
Question = Callable[[Any], Any]

HOUSEHOLDS, PEOPLE, PERCENT = _("households"), _("people"), _("percent")


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


def is_adult(t: Any) -> Any:
    """Ask for those who have support and are of age, whatever they are called in their household."""
    return t.on_support & (t.age >= 18)


def is_under_requirement(t: Any) -> Any:
    """Ask for those whom the activity requirement holds."""
    return t.requirement == "under"


ALL = [
    Indicator(
        "households",
        _("Households on support"),
        HOUSEHOLDS,
        _("Households that had support in the month. Each is counted once, by its applicant."),
        hit=lambda t: t.is_head,
    ),
    Indicator(
        "people",
        _("People on support"),
        PEOPLE,
        _("Everybody in a household that had support in the month, children too."),
        hit=lambda t: t.on_support,
    ),
    Indicator(
        "adults",
        _("Adults on support"),
        PEOPLE,
        _("Those who had support in the month and had turned 18 by its end."),
        hit=is_adult,
    ),
    Indicator(
        "new",
        _("New on support"),
        PEOPLE,
        _("People with support in the month and in none of the 59 months before it, as far back as is known."),
        hit=lambda t: t.is_new,
        months=13,
    ),
    Indicator(
        "returned",
        _("Returned to support"),
        PEOPLE,
        _("People with support in the month and not in the month before, who had it earlier within five years."),
        hit=lambda t: t.is_back,
        months=13,
    ),
    Indicator(
        "ended",
        _("Ended support"),
        PEOPLE,
        _("People without support in the month who had it in the month before, whatever the reason."),
        hit=lambda t: t.is_ended,
        months=13,
    ),
    Indicator(
        "long_term",
        _("Long-term support"),
        PERCENT,
        _("Of the adults on support, those who had it in at least 10 of the 12 months up to this one."),
        hit=lambda t: is_adult(t) & (t.of_12 >= 10),
        of=is_adult,
        months=12,
        kolada="N31814",
    ),
    Indicator(
        "very_long_term",
        _("Very long-term support"),
        PERCENT,
        _(
            "Of the adults on support, those who had it in at least 27 of the 36 months up to this one, with no break "
            "of more than two months."
        ),
        hit=lambda t: is_adult(t) & t.is_very_long,
        of=is_adult,
        months=36,
    ),
    Indicator(
        "under_requirement",
        _("Under the activity requirement"),
        PEOPLE,
        _("People whom the activity requirement holds in the month, by the rules in force then."),
        hit=is_under_requirement,
    ),
    Indicator(
        "coverage",
        _("In activity of those who should be"),
        PERCENT,
        _("Of the people under the activity requirement, those who attended an activity at least once in the month."),
        hit=lambda t: is_under_requirement(t) & (t.attended > 0),
        of=is_under_requirement,
    ),
]
# Two ways to read "has other support than ours" of all adults who live here: reckoned from the adults of the spine and
# the inhabitants of the year before (other_support.py), and not counted in one pass with the others.
OF_INHABITANTS = [
    Indicator(
        "other_support",
        _("With other support, each month"),
        PERCENT,
        _("Of the adult inhabitants on 31 December of the year before, those without support from us in the month."),
        hit=lambda t: ~is_adult(t),
        of=is_adult,
        kolada="N31825",
    ),
    Indicator(
        "other_support_in_year",
        _("With other support, the whole year"),
        PERCENT,
        _(
            "Of the adult inhabitants on 31 December of the year before, those without support from us in any month of "
            "the year."
        ),
        hit=lambda t: ~is_adult(t),
        of=is_adult,
        kolada="N31825",
    ),
]
TOLD = [*ALL, *OF_INHABITANTS]
BY_NAME = {indicator.name: indicator for indicator in TOLD}
