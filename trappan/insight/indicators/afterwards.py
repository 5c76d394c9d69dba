"""Indicators of what becomes of people: decided about them, climbed, left, and whether they came back."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import PEOPLE, PERCENT, Indicator, Question, is_under_requirement
from trappan.outcomes.models.exit import GROUP_OF, Exit


def is_out(group: Exit.Group) -> Question:
    """Return the question for those who left in the month in one of the ways; one that was seen not to last is none."""
    reasons = [reason for reason, held in GROUP_OF.items() if held == group]
    return lambda t: t.exit_reason.isin(reasons) & (t.exit_held.isnull() | t.exit_held)


def has_stayed_away(t: Any) -> Any:
    """Ask for those whose last month with support was twelve months ago."""
    return t.stayed_away_12.notnull()


def began_half_a_year_ago(t: Any) -> Any:
    """Ask for those whose first placement ever began six months ago, and of whom staff have assessed a step."""
    months = (t.month.year() - t.cohort.year()) * 12 + t.month.month() - t.cohort.month()
    return t.cohort.notnull() & (months == 6) & t.first_step.notnull() & t.step.notnull()


STAYED_AWAY = [
    Indicator(
        "stayed_away_6",
        _("Without support for six months"),
        PERCENT,
        _("Of the people whose last month with support was twelve months ago, those without it in all the first six."),
        hit=lambda t: t.stayed_away_6,
        of=has_stayed_away,
        months=13,
    ),
    Indicator(
        "stayed_away_12",
        _("Without support for twelve months"),
        PERCENT,
        _("Of the people whose last month with support was twelve months ago, those without it in all months since."),
        hit=lambda t: t.stayed_away_12,
        of=has_stayed_away,
        months=13,
        kolada="U31462",
    ),
]
DECISIONS = [
    Indicator(
        "reduced",
        _("Support reduced"),
        PERCENT,
        _("Of the people under the activity requirement, those whose support it was decided in the month to reduce."),
        hit=lambda t: is_under_requirement(t) & t.is_reduced,
        of=is_under_requirement,
    ),
    Indicator(
        "refused",
        _("Support refused"),
        PERCENT,
        _("Of the people under the activity requirement, those whom it was decided in the month to refuse support."),
        hit=lambda t: is_under_requirement(t) & t.is_refused,
        of=is_under_requirement,
    ),
]
STEPS = [
    Indicator(
        "steps_up",
        _("On a higher step after six months"),
        PERCENT,
        _(
            "Of the people who began their first placement six months ago, those whom staff have assessed on a higher "
            "step since the first time."
        ),
        hit=lambda t: began_half_a_year_ago(t) & (t.step > t.first_step),
        of=began_half_a_year_ago,
    ),
    Indicator(
        "steps_kept",
        _("On the same step or a higher one after six months"),
        PERCENT,
        _(
            "Of the people who began their first placement six months ago, those whom staff have not assessed on a "
            "lower step since the first time: whoever stays is in it."
        ),
        hit=lambda t: began_half_a_year_ago(t) & (t.step >= t.first_step),
        of=began_half_a_year_ago,
    ),
]
EXITS = [
    Indicator(
        "exits_work",
        _("Ended with work"),
        PEOPLE,
        _(
            "People whose case ended in the month since they began to work on the regular labour market, with support "
            "or without. Work that had ended when it was checked after a month is not counted."
        ),
        hit=is_out(Exit.Group.WORK),
        kolada="U40406",
    ),
    Indicator(
        "exits_work_in_shortage",
        _("Ended with work where people lack"),
        PEOPLE,
        _(
            "Of the people whose case ended with work, those who began in an occupation that was marked as one with "
            "too few people on the day when the work began."
        ),
        hit=lambda t: is_out(Exit.Group.WORK)(t) & t.exit_in_shortage,
    ),
    Indicator(
        "exits_studies",
        _("Ended with studies"),
        PEOPLE,
        _(
            "People whose case ended in the month since they began studies that give right to study support. "
            "Studies that had ended when they were checked after a month are not counted."
        ),
        hit=is_out(Exit.Group.STUDIES),
        kolada="U40409",
    ),
    Indicator(
        "exits_closer",
        _("Left for an internship or municipal employment"),
        PEOPLE,
        _("People whose case ended in the month since they began an internship or a municipal employment."),
        hit=is_out(Exit.Group.CLOSER),
    ),
    Indicator(
        "exits_otherwise",
        _("Left in another way"),
        PEOPLE,
        _(
            "People whose case ended in the month since another authority took over, the assignment was completed, "
            "or for any other reason."
        ),
        hit=is_out(Exit.Group.OTHERWISE),
        kolada="U40412, U40415, U40418",
    ),
]
ENTRY = [
    Indicator(
        "long_without_work",
        _("Without work for more than two years before"),
        PERCENT,
        _("Of the people mapped in the month, those without work for more than 24 months before the mapping."),
        hit=lambda t: t.months_without_work > 24,
        of=lambda t: t.months_without_work.notnull(),
        kolada="U40819",
    )
]
