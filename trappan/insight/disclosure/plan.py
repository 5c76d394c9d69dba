"""The publication plan: which figures there are at all, by what, and how they hang together.

What is not in it is not told to anybody outside a desk: fewer breakdowns hide fewer numbers than any method does. A new
indicator gets its line here, or has no breakdown and cannot be asked for one.
"""

from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext as _

from trappan.refusals import Refused

By: TypeAlias = tuple[str, ...]

ALL: By = ()
# Exits are few: by age, unit or kind a month of them would be hidden nearly whole.
FEW: tuple[By, ...] = (ALL, ("gender",))
USUAL: tuple[By, ...] = (ALL, ("gender",), ("age_band",), ("unit",), ("organiser",), ("kind",))
CROSSED: tuple[By, ...] = (*USUAL, ("gender", "age_band"), ("gender", "unit"), ("gender", "kind"))
STAGES = ("case", "mapping", "plan", "start", "exit")
COUNTED = STAGES[:-1]


@dataclass(frozen=True)
class Publication:
    """How one indicator is told.

    by: the breakdowns that exist, each the names of its dimensions.
    of: what the denominator is called where others count the same: the name of the indicator that is the count itself,
        or any name that several have in common.
    within: the indicator among whose hits all of these are (adults among people).
    sensitive: that it is so of everybody in a group says something of each: a complement of none is as one of few.
    """

    by: tuple[By, ...] = CROSSED
    of: str = ""
    within: str = ""
    sensitive: bool = False


@dataclass(frozen=True)
class Balance:
    """What somebody can reckon from the stock: so many came and so many went, by what does not change of a person."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    by: tuple[By, ...] = (ALL, ("gender",))


@dataclass(frozen=True)
class Plan:
    """All that is told, and what is known to hang together."""

    indicators: dict[str, Publication]
    balances: tuple[Balance, ...] = ()

    def __getitem__(self, indicator: str) -> Publication:
        """Return how an indicator is told; one that is not in the plan as a total alone."""
        return self.indicators.get(indicator, Publication(by=(ALL,)))


PLAN = Plan(
    indicators={
        "people": Publication(),
        "households": Publication(within="people"),
        "adults": Publication(within="people"),
        "new": Publication(by=USUAL),
        "returned": Publication(by=USUAL),
        "ended": Publication(by=USUAL),
        "long_term": Publication(of="adults"),
        "very_long_term": Publication(of="adults"),
        "other_support": Publication(by=(ALL,)),
        "other_support_in_year": Publication(by=(ALL,)),
        "coverage": Publication(of="under_requirement", sensitive=True),
        "under_requirement": Publication(),
        "reduced": Publication(by=FEW, of="under_requirement", sensitive=True),
        "refused": Publication(by=FEW, of="under_requirement", sensitive=True),
        # Who left a year ago, and whoever has begun half a year ago: those of the one are among those of the other, so
        # that who is in one alone is no few either. As many as left are the `ended` of eleven months before: it is told
        # as a total alone, and where that number stands told (insight_is_told, sql/told.sql). Of known people, a total
        # of five or more on either side leaves „one at most“ and „five or more“ possible of all that is hidden.
        "stayed_away_6": Publication(by=(ALL,), of="left_a_year_ago"),
        "stayed_away_12": Publication(by=(ALL,), of="left_a_year_ago", within="stayed_away_6"),
        "steps_up": Publication(by=FEW, of="began_half_a_year_ago", within="steps_kept"),
        "steps_kept": Publication(by=FEW, of="began_half_a_year_ago"),
        "exits_work": Publication(by=FEW),
        "exits_work_in_shortage": Publication(by=FEW, within="exits_work"),
        "exits_studies": Publication(by=FEW),
        "exits_closer": Publication(by=FEW),
        "exits_otherwise": Publication(by=FEW),
        "long_without_work": Publication(by=FEW),
        # Who ended after a start is among those who ended in the four ways: beside these, one number of them would say
        # how few ended without a start. So it is not counted, and exits stand under figures of their own.
        **{f"come_to_{stage}": Publication(by=(ALL,)) for stage in COUNTED},
        **{f"stand_{where}": Publication(by=(ALL,)) for where in ("without_plan", "with_plan", "with_place")},
        # Weeks of a month are a system of their own beside it, by no more than whole and unit (weeks.py).
        "coverage_weekly": Publication(by=(ALL, ("unit",)), sensitive=True),
        "hours_attended_weekly": Publication(by=(ALL,)),
        "hours_planned_weekly": Publication(by=(ALL,)),
        # What does not add up is told of enough people or not at all (indicators/measures.py): no system is made of it.
        "hours_attended": Publication(by=(*FEW, ("organiser",))),
        "hours_planned": Publication(by=FEW),
        "places_used": Publication(by=(ALL, ("kind",))),
        **{f"days_to_{stage}": Publication(by=FEW) for stage in STAGES},
        **{f"days_to_{stage}_nine": Publication(by=FEW) for stage in STAGES},
        "months_without_work": Publication(by=FEW),
    },
    balances=(Balance(came=("new", "returned"), went=("ended",)),),
)


def refuse_unpublished(indicator: str, by: By) -> None:
    """Refuse a breakdown that is not told of an indicator, also one filter more than a breakdown has.

    Refused: a breakdown that is not in the plan; with those there are.
    """
    told = PLAN[indicator].by
    if not any(sorted(by) == sorted(one) for one in told):
        there = ", ".join(" × ".join(one) for one in told if one) or _("none: it is told as a total alone")
        raise Refused(
            _("It is not told by %(by)s: so few would be left that somebody could be known. There is: %(there)s.")
            % {"by": " × ".join(by), "there": there},
            "by",
        )
