"""How each indicator is read: who is above and below the line, and what it does not say."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.definitions import PERCENT, Indicator

SOURCE = _("Our own register: support months, cases, placements and attendance")
OF_REGISTERS = _("Our own register, and the inhabitants that have been taken in")
ADULTS = _("Adults who had support in the month")


@dataclass(frozen=True)
class Reading:
    """What stands beside a figure for whoever reads it: `above` the line, `below` it, what to keep in mind, whence."""

    above: Promise
    below: Promise | None = None
    mind: tuple[Promise, ...] = ()
    source: Promise = SOURCE


NO_CAUSE = _("The figure does not say why it is as it is.")
READINGS: dict[str, Reading] = {
    "households": Reading(
        _("Households with support in the month"),
        mind=(NO_CAUSE, _("A household of five counts as much as one of a single person.")),
    ),
    "people": Reading(_("Everybody in those households, children too"), mind=(NO_CAUSE,)),
    "adults": Reading(_("Those of them who have turned 18"), mind=(NO_CAUSE,)),
    "new": Reading(
        _("People with their first support in five years"),
        mind=(_("In the first year after the register begins, whoever had support before it looks new."),),
    ),
    "returned": Reading(
        _("People who have support again after at least one month without"),
        mind=(_("One month without is enough: a late decision looks like leaving and coming back."),),
    ),
    "ended": Reading(
        _("People whose first month without support this is"),
        mind=(_("Ended is not the same as work: the figure holds every reason, moving away and deaths too."),),
    ),
    "long_term": Reading(
        _("Adults with at least 10 months of the latest 12"),
        ADULTS,
        (_("Kolada counts calendar years, this one counts the 12 months up to each month."),),
    ),
    "very_long_term": Reading(
        _("Adults with at least 27 months of the latest 36"),
        ADULTS,
        (_("All of them are among those with long-term support too: the two are not added up."),),
    ),
    "under_requirement": Reading(
        _("People whom the requirement holds"),
        mind=(_("The requirement holds from the day on which the rules say so: earlier months have none."),),
    ),
    "coverage": Reading(
        _("Those of them who attended at least once"),
        _("People under the activity requirement"),
        (
            _("100 % cannot be reached: there is always illness, and care of children."),
            _("Once in the month is enough: the figure says nothing of how many hours."),
            _("Units that meet different people are not compared by it."),
        ),
    ),
}


INHABITANTS = _("Adult inhabitants on 31 December of the year before")
OF_OTHER_SUPPORT = (
    _("Other support is everything that is not ours: work, studies, pension, a partner’s income, savings."),
    _("The goal of 96 % does not say whether it means this way of counting."),
)
READINGS |= {
    "other_support": Reading(
        _("Those of them without support in the month"), INHABITANTS, OF_OTHER_SUPPORT, OF_REGISTERS
    ),
    "other_support_in_year": Reading(
        _("Those of them without support in any month of the year"), INHABITANTS, OF_OTHER_SUPPORT, OF_REGISTERS
    ),
}


def reading_of(indicator: Indicator) -> Reading:
    """Return how an indicator is read; its definition alone where nobody has written more."""
    return READINGS.get(indicator.name) or Reading(indicator.title, ADULTS if indicator.of else None, (NO_CAUSE,))


def is_percent(indicator: Indicator) -> bool:
    """Tell whether its value is a share."""
    return indicator.unit is PERCENT
