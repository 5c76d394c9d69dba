"""What a rule may be: a number between bounds, a yes, codes, a month or a text, and how it is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan.ui.templatetags.ui import day, hours, month_year


class Kind(StrEnum):
    """What a value is: numbers are whole, hours are kept as minutes, `listed` is a list of one thing or none."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    PERCENT = "percent"
    COUNT = "count"
    YES = "yes"
    LISTED = "listed"
    CODES = "codes"
    MONTH = "month"
    MONDAY = "monday"
    TEXT = "text"


NUMBERS = (Kind.DAYS, Kind.MONTHS, Kind.YEARS, Kind.HOURS, Kind.PERCENT, Kind.COUNT)


@dataclass(frozen=True)
class Parameter:
    """One rule: its name in `rulesets.Rules`, its words, and what it may be.

    `lowest` and `highest` bound a number (of minutes for hours) and the length of a text. `effect` says what a
    change of it means for people and colleagues.
    """

    name: str
    group: Promise
    kind: Kind
    label: Promise
    effect: Promise
    lowest: int = 0
    highest: int = 0
    two: bool = False
    only: str = ""

    @property
    def unit(self) -> str:
        """Return the unit as it stands after a label; nothing where the words say it."""
        return {
            Kind.DAYS: _("days"),
            Kind.MONTHS: _("months"),
            Kind.YEARS: _("years"),
            Kind.HOURS: _("hours a week"),
            Kind.PERCENT: _("per cent"),
        }.get(self.kind, "")

    def in_words(self, value: Any, obstacles: Mapping[str, str]) -> str:
        """Say a value with its unit; `obstacles` are the words of the codes."""
        match self.kind:
            case Kind.DAYS:
                return ngettext("%(n)s day", "%(n)s days", value) % {"n": value}
            case Kind.MONTHS:
                return ngettext("%(n)s month", "%(n)s months", value) % {"n": value}
            case Kind.YEARS:
                return _("%(n)s years") % {"n": value}
            case Kind.HOURS:
                return hours(value)
            case Kind.PERCENT:
                return f"{value}\u00a0%"
            case Kind.YES | Kind.LISTED:
                return _("Yes") if value else _("No")
            case Kind.CODES:
                return ", ".join(obstacles.get(code, code) for code in value) or _("None")
            case Kind.MONTH:
                none = _("No duty") if self.name == "requirement_from" else _("None")
                return month_year(date.fromisoformat(value)) if value else none
            case Kind.MONDAY:
                return day(date.fromisoformat(value))
        return str(value) or "–"

    def refuses(self, value: Any) -> bool:
        """Tell whether a value is none that this rule may have."""
        match self.kind:
            case Kind.YES:
                return not isinstance(value, bool)
            case Kind.TEXT:
                return not isinstance(value, str) or len(value) > self.highest
            case Kind.LISTED | Kind.CODES:
                return not isinstance(value, list | tuple)
            case Kind.MONTH:
                return value is not None and not isinstance(value, str)
            case Kind.MONDAY:
                return date.fromisoformat(value).weekday() != 0
        return isinstance(value, bool) or not isinstance(value, int) or not self.lowest <= value <= self.highest
