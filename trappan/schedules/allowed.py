"""Which days are possible: a refusal names both ends at once, so that who mends the one does not meet the other."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trappan.refusals import Refused, Sentence


def refuse_outside(
    day: date,
    field: str,
    *,
    first: date | None = None,
    early: Sentence = "",
    last: date | None = None,
    late: Sentence = "",
) -> None:
    """Refuse a day before `first` (`early` says why) or after `last` (`late`); then the days there are.

    Both ends are in the day as people say it: a period's last day, not the first day after. An end that is None is
    no end.
    """
    if first is not None and day < first:
        raise Refused(f"{early} {possible(first, last)}".strip(), field)
    if last is not None and day > last:
        raise Refused(f"{late} {possible(first, last)}".strip(), field)


def possible(first: date | None, last: date | None) -> str:
    """Return in words which days there are; nothing where there is none."""
    ends = {"first": date_format(first) if first else "", "last": date_format(last) if last else ""}
    if first is not None and last is not None:
        return _("Possible days: %(first)s – %(last)s.") % ends if first <= last else ""
    return _("The first possible day is %(first)s.") % ends if first else _("The last possible day is %(last)s.") % ends
