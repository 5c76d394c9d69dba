"""Weeks A and B: which is which, as the calendar says (counted from a Monday in the rule set)."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from trappan.refusals import Refused
from trappan.schedules.functions import Today
from trappan.schedules.models import Day


def week_letters(days: Iterable[date]) -> dict[date, str]:
    """Return which of these days lie in a week A, and which in a week B; what is in no calendar is left out."""
    return dict(Day.objects.filter(pk__in=set(days)).values_list("day", "letter"))


def week_letter(day: date) -> str:
    """Return whether a day lies in a week A or B; refused where the calendar does not reach."""
    found = week_letters([day])
    if day not in found:
        raise Refused(_("The calendar does not reach that day. Choose a day sooner."), "day")
    return found[day]


def letter_now() -> str | None:
    """Return whether it is a week A or B; None where the calendar does not reach."""
    return Day.objects.filter(day=Today()).values_list("letter", flat=True).first()
