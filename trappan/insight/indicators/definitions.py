"""The indicators of who has support and whom the activity requirement holds, and all there are, as they are listed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.afterwards import DECISIONS, ENTRY, EXITS, STAYED_AWAY, STEPS
from trappan.insight.indicators.indicator import HOUSEHOLDS, PEOPLE, PERCENT, Indicator, is_adult, is_under_requirement
from trappan.insight.indicators.measured import BEFORE, CHAIN, OF_PLACES, TIME
from trappan.insight.indicators.through import COME, STAND

SUPPORT = [
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
]
REQUIREMENT = [
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
# Counted in one pass, in the finest classes.
ALL = [*SUPPORT, *REQUIREMENT, *STAYED_AWAY, *DECISIONS, *STEPS, *EXITS, *ENTRY, *COME, *STAND]
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
# As they are listed.
GROUPS: list[tuple[Promise, list[Indicator]]] = [
    (_("Support"), [*SUPPORT, *STAYED_AWAY, *OF_INHABITANTS]),
    (_("The activity requirement"), [*REQUIREMENT, *DECISIONS]),
    (_("Hours and places"), [*TIME, *OF_PLACES]),
    (_("The way through"), [*COME, *STAND, *CHAIN, *ENTRY, *BEFORE, *STEPS]),
    (_("How cases end"), EXITS),
]
TOLD = [indicator for _title, indicators in GROUPS for indicator in indicators]
BY_NAME = {indicator.name: indicator for indicator in TOLD}
