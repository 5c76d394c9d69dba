"""How many come to each stage of the chain in a month, and how many stand between two of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import PEOPLE, Indicator


def stays(t: Any) -> Any:
    """Ask for those with a case in the month who did not leave in it."""
    return t.has_case & (t.exit_reason == "")


# Each is of the people whose days to the stage are told (measured.py), so that number and days go together.
# Who came to the exit is not among them (plan.py).
COME = [
    Indicator(
        "come_to_case",
        _("Came to a case"),
        PEOPLE,
        _("People whose case was opened in the month, after an application."),
        hit=lambda t: t.days_to_case.notnull(),
    ),
    Indicator(
        "come_to_mapping",
        _("Were mapped"),
        PEOPLE,
        _("People mapped in the month, whose case was opened before or on the same day."),
        hit=lambda t: t.days_to_mapping.notnull(),
    ),
    Indicator(
        "come_to_plan",
        _("Got a plan"),
        PEOPLE,
        _("People whose first plan of the case was decided in the month, after a mapping."),
        hit=lambda t: t.days_to_plan.notnull(),
    ),
    Indicator(
        "come_to_start",
        _("Started"),
        PEOPLE,
        _("People who started an activity in the month, for the first time after their first plan."),
        hit=lambda t: t.days_to_start.notnull(),
    ),
]
STAND = [
    Indicator(
        "stand_without_plan",
        _("With a case, without a plan or a place"),
        PEOPLE,
        _(
            "People with a case in the month who did not leave in it, had no place at any activity in it, and no plan "
            "at its end."
        ),
        hit=lambda t: stays(t) & ~t.is_placed & t.target.isnull(),
    ),
    Indicator(
        "stand_with_plan",
        _("With a plan, without a place"),
        PEOPLE,
        _(
            "People with a case in the month who did not leave in it, had a plan at its end, and no place at any "
            "activity in it."
        ),
        hit=lambda t: stays(t) & ~t.is_placed & t.target.notnull(),
    ),
    Indicator(
        "stand_with_place",
        _("With a place at an activity"),
        PEOPLE,
        _("People with a case in the month who did not leave in it, and had a place at an activity on any day of it."),
        hit=lambda t: stays(t) & t.is_placed,
    ),
]
