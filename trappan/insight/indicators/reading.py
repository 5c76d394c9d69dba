"""How each indicator is read: who is above and below the line, and what it does not say."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import PERCENT, Indicator, Measure

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


TOLD_WHOLE = _("It says nothing of those who still wait: they are counted when they have come through.")
IN_TENS = _("Hours are told in tens, so that nobody’s can be worked out.")
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


LEFT_A_YEAR_AGO = _("People whose last month with support was twelve months ago")
OF_LEAVING = (
    _("Away for whatever reason: work, studies, moving away and deaths too."),
    _("Whoever comes back for a single month is back."),
    _("It is told where it was told how many ended support then, and they are still as many."),
)
READINGS |= {
    "stayed_away_6": Reading(
        _("Those of them without support in all the first six months"), LEFT_A_YEAR_AGO, OF_LEAVING
    ),
    "stayed_away_12": Reading(
        _("Those of them without support in all twelve months"),
        LEFT_A_YEAR_AGO,
        (*OF_LEAVING, _("Kolada’s figure of those who do not come back within a year ended in 2024.")),
    ),
}
UNDER = _("People under the activity requirement")
OF_DECISIONS = (
    _("A decision counts in the month in which it was made; one that was replaced does not count."),
    _("The figure does not say whether anybody did right or wrong, and a low one is no goal."),
)
READINGS |= {
    "reduced": Reading(_("Those of them whose support it was decided in the month to reduce"), UNDER, OF_DECISIONS),
    "refused": Reading(_("Those of them whom it was decided in the month to refuse support"), UNDER, OF_DECISIONS),
}
BEGAN = _("People who began their first placement six months ago, and whose step staff have assessed")
OF_STEPS = (
    _("Everybody who began then is in it, also those who have left since: their latest step counts."),
    _("Whoever has been assessed once is on the same step."),
    _("What lies between this figure and that of the same step or a higher one is those who stay where they were."),
)
READINGS |= {
    "steps_up": Reading(_("Those of them on a higher step than when they were assessed first"), BEGAN, OF_STEPS),
    "steps_kept": Reading(_("Those of them on the same step as then, or a higher one"), BEGAN, OF_STEPS[:2]),
}
APART = _("Each way of leaving is a figure of its own: they are never added up.")
NOT_CHECKED = _("The latest months are not final: whether it lasts is checked after a month.")
READINGS |= {
    "exits_work": Reading(_("People who left for work"), mind=(APART, NOT_CHECKED)),
    "exits_work_in_shortage": Reading(
        _("People who left for work in an occupation that was marked then"),
        mind=(
            _("They are among those who left for work, and not beside them."),
            _("Whose occupation nobody has written is not in it."),
            _("Which occupations are marked is decided by two persons, with a source, and changes over the years."),
            NOT_CHECKED,
        ),
    ),
    "exits_studies": Reading(_("People who left for studies"), mind=(APART, NOT_CHECKED)),
    "exits_closer": Reading(
        _("People who left for an internship or municipal employment"),
        mind=(APART, _("It is a step closer to work, and never counted as work.")),
    ),
    "exits_otherwise": Reading(
        _("People who left in another way"), mind=(APART, _("The figure holds what went well and what did not."))
    ),
    "long_without_work": Reading(
        _("Those of them without work for more than 24 months"),
        _("People mapped in the month who have said when they last worked"),
        (
            _("It tells who comes, and not how well anybody is helped."),
            _("Kolada counts those who begin in a year, this one those who are mapped in a month."),
        ),
    ),
    "months_without_work": Reading(
        _("People mapped in the month who have said when they last worked"),
        mind=(_("It tells who comes, and not how well anybody is helped."),),
    ),
}
ONCE = _("Whoever comes to a stage without the one before it, as those who were brought in are, is not in the figure.")
AT_SOME_TIME = _("The three of them hold nobody twice, and not those who left in the month.")
READINGS |= {
    "come_to_case": Reading(_("People whose case was opened in the month, after an application"), mind=(ONCE,)),
    "come_to_mapping": Reading(_("People mapped in the month, whose case was opened before"), mind=(ONCE,)),
    "come_to_plan": Reading(_("People whose first plan was decided in the month, after a mapping"), mind=(ONCE,)),
    "come_to_start": Reading(
        _("People who started in the month, for the first time after their first plan"), mind=(ONCE,)
    ),
    "stand_without_plan": Reading(
        _("People with a case who have neither a plan nor a place"),
        mind=(AT_SOME_TIME, _("Some are mapped and some not: which is not told.")),
    ),
    "stand_with_plan": Reading(
        _("People with a plan who have no place"), mind=(AT_SOME_TIME, _("A plan without an activity is in it too."))
    ),
    "stand_with_place": Reading(
        _("People with a case who have a place at an activity"),
        mind=(AT_SOME_TIME, _("To have a place is not to attend: that is a figure of its own.")),
    ),
}
READINGS |= {
    "hours_attended": Reading(
        _("hours attended"),
        _("hours that plans ask for"),
        (
            _("100 % cannot be reached: holidays, illness and care of children are not taken off."),
            _("Hours attended by people without a plan are in neither number."),
            IN_TENS,
        ),
    ),
    "hours_planned": Reading(
        _("hours a week that stand in plans’ weeks"),
        _("hours a week that plans ask for"),
        (_("What is missing are hours that nobody has filled yet."), IN_TENS),
    ),
    "places_used": Reading(
        _("people with a place on the last day of the month"),
        _("places that there were at once"),
        (
            _("Over 100 %: more people are placed than there are places, since some share one at different times."),
            _("The figure does not say how many hours of the week a place is used."),
        ),
    ),
}
READINGS |= {
    f"{name}{rest}": Reading(whose, mind=(of_one, TOLD_WHOLE))
    for name, whose in {
        "days_to_case": _("People whose case was opened in the month, after an application"),
        "days_to_mapping": _("People mapped in the month, whose case was opened before"),
        "days_to_plan": _("People whose first plan was decided in the month, after a mapping"),
        "days_to_start": _("People who started in the month, for the first time after their first plan"),
        "days_to_exit": _("People whose case ended in the month, after a start"),
    }.items()
    for rest, of_one in {
        "": _("Half waited longer, and some much longer: read it beside nine of ten."),
        "_nine": _("One of ten waited longer. It is told of twenty people or more."),
    }.items()
}


def reading_of(indicator: Indicator) -> Reading:
    """Return how an indicator is read; its definition alone where nobody has written more."""
    return READINGS.get(indicator.name) or Reading(indicator.title, ADULTS if indicator.of else None, (NO_CAUSE,))


def is_percent(indicator: Indicator) -> bool:
    """Tell whether its value is a share."""
    return indicator.unit is PERCENT


def why_hidden(indicator: Indicator) -> list[str]:
    """Say by which rule some of its numbers are hidden: what adds up and what does not have rules of their own."""
    if not isinstance(indicator, Measure):
        return [
            gettext(
                "A number is hidden where it is under five or where such a number could be worked out from the others. "
                "The mark is the same for both: two marks would tell which is which."
            ),
            gettext("All that is told of a year is gone over together, and before that nothing of it is told."),
        ]
    return [
        gettext("A number is hidden where it would be of fewer than %(fewest)s people.") % {"fewest": indicator.fewest},
        gettext("Told apart, all parts are shown or none: were one alone hidden, one would know which has so few."),
    ]
