"""How many cases a unit has, and how many came and went: told to its head, whole, and to nobody else (own_unit.sql).

Elsewhere the figures are of people and of the stages that they come to (through.py). Beside those, one number of cases
would say how few came without an application, so it is in no publication plan.
"""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.insight.indicators.indicator import CASES, Indicator, Question


def of_unit(name: str, title: Promise, definition: Promise, hit: Question) -> Indicator:
    """Return a figure that counts cases."""
    return Indicator(name, title, CASES, definition, hit=hit)


def is_open(t: Any) -> Any:
    """Ask for those with an open case, whatever it waits for."""
    return t.waits_for != ""


OF_UNIT = [
    of_unit("cases_opened", _("Opened"), _("Cases by the day on which they were opened."), lambda t: t.case_opened),
    of_unit(
        "cases_closed",
        _("Closed"),
        _("Cases by the day on which they were closed, whatever the reason. A case that was reopened is not closed."),
        lambda t: t.case_closed,
    ),
    of_unit(
        "cases_open",
        _("Open cases"),
        _("Cases that were open when the night counted them, by what each waits for."),
        is_open,
    ),
]
