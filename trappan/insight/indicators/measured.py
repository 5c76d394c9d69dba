"""Figures that do not add up: hours of hours, places of places, and days between the stages of the chain."""

from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import DAYS, MONTHS, PERCENT, Measure

TIME = [
    Measure(
        "hours_attended",
        _("Hours attended, of the plans’ hours"),
        PERCENT,
        _(
            "Of the hours that plans ask for in the month, those that were attended. A plan asks for a seventh of its "
            "week on each day on which it is in force."
        ),
        hit=lambda t: t.expected > 0,
        of=lambda t: t.expected > 0,
        above=lambda t: t.attended,
        below=lambda t: t.expected,
        in_minutes=True,
    ),
    Measure(
        "hours_planned",
        _("Hours planned, of the plans’ hours"),
        PERCENT,
        _("Of the hours a week that plans in force at the month’s end ask for, those that stand in their weeks."),
        hit=lambda t: t.target > 0,
        of=lambda t: t.target > 0,
        above=lambda t: t.planned,
        below=lambda t: t.target,
        in_minutes=True,
    ),
]
# Of PlaceMonth, a row an activity, where all others are of PersonMonth. Nobody stands there: who has places at several
# activities is counted at each, so that it takes twenty of them to be told of people enough.
OF_PLACES = [
    Measure(
        "places_used",
        _("Places used"),
        PERCENT,
        _(
            "People with a place on the last day of the month, of as many places as activities have at once. Those who "
            "come at different times may share one, and whoever has several is counted for each. It is told of twenty "
            "or more."
        ),
        hit=lambda t: (t.places > 0).ifelse(t.taken, 0),
        of=lambda t: t.places > 0,
        above=lambda t: t.taken,
        below=lambda t: t.places,
        fewest=20,
    )
]
MIDDLE = _("The middle: half took no longer.")
NINE_OF_TEN = _("Nine of ten took no longer.")


def waits(name: str, title: Promise, definition: Promise) -> list[Measure]:
    """Return the middle and the nine of ten of what a column of days holds."""

    def of(t: Any) -> Any:
        return t[name].notnull()

    def days(t: Any) -> Any:
        return t[name]

    nine = format_lazy("{}, {}", title, _("nine of ten"))
    return [
        Measure(name, title, DAYS, format_lazy("{} {}", definition, MIDDLE), hit=of, above=days, at=0.5),
        # Of twenty, two took longer: of fewer it would be the longest of all.
        Measure(
            f"{name}_nine",
            nine,
            DAYS,
            format_lazy("{} {}", definition, NINE_OF_TEN),
            hit=of,
            above=days,
            at=0.9,
            fewest=20,
        ),
    ]


CHAIN = [
    *waits(
        "days_to_case",
        _("Days from application to case"),
        _("Days from the latest application to the opening of the case, of cases opened in the month."),
    ),
    *waits(
        "days_to_mapping",
        _("Days from case to mapping"),
        _("Days from the opening of the case to the mapping, of people mapped in the month."),
    ),
    *waits(
        "days_to_plan",
        _("Days from mapping to plan"),
        _("Days from the mapping to the first plan of the case, of people whose first plan was decided in the month."),
    ),
    *waits(
        "days_to_start",
        _("Days from plan to start"),
        _("Days from the first plan to the first start after it, of people who started in the month."),
    ),
    *waits(
        "days_to_exit",
        _("Days from start to exit"),
        _("Days from the first start in the case to its end, of people whose case ended in the month."),
    ),
]
BEFORE = [
    Measure(
        "months_without_work",
        _("Months without work before"),
        MONTHS,
        _("Whole months without work before the mapping, of people mapped in the month. The middle: half had no more."),
        hit=lambda t: t.months_without_work.notnull(),
        above=lambda t: t.months_without_work,
        at=0.5,
    )
]
MEASURES = [*TIME, *CHAIN, *BEFORE]
