"""Codes as choices in forms and as words on pages; the codes themselves are rows of `models.Code`."""

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan.rules.models import Code
from trappan.schedules.functions import Today


def choices(table: str, day: date, held: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the codes that may be used on a day, in the table's order, for a form's field.

    Those that the form's row has held since before they were closed stand last, marked, so that saving it anew
    does not lose them.
    """
    return offered(list(Code.objects.filter(table=table)), day, held)


def choices_of(tables: Iterable[str], day: date, held: Iterable[str] = ()) -> dict[str, list[tuple[str, str]]]:
    """Return the same for several tables at once, in one question; what is held is of any of them."""
    wanted = list(tables)
    codes = list(Code.objects.filter(table__in=wanted))
    return {table: offered([code for code in codes if code.table == table], day, held) for table in wanted}


def offered(codes: Iterable[Code], day: date, held: Iterable[str]) -> list[tuple[str, str]]:
    """Return the codes of one table that may be used on a day, and the held ones that are closed."""
    codes = list(codes)
    usable = {code.code: code.label for code in codes if code.is_usable(day)}
    kept = {code.code: code.label for code in codes if code.code in held and code.code not in usable}
    closed = [(code, _("%(words)s (closed)") % {"words": words}) for code, words in kept.items()]
    return [*usable.items(), *closed]


def labels(*tables: str) -> dict[tuple[str, str], str]:
    """Return the words of today for every code of the tables, also for those no longer used."""
    return {(code.table, code.code): code.label for code in latest_last(Code.objects.filter(table__in=tables))}


def latest_last(codes: QuerySet[Code]) -> QuerySet[Code]:
    """Put the words that a code has today last of its own: words to come before them, and old ones first."""
    return codes.annotate(begun=Q(valid_from__lte=Today())).order_by("begun", "valid_from")


def words_of(table: str, column: str) -> Subquery:
    """Return the words for a column's code, for an annotation: a list asks nothing more for them."""
    label = "label_en" if (get_language() or "").startswith("en") else "label_sv"
    codes = latest_last(Code.objects.filter(table=table, code=OuterRef(column)))
    return Subquery(codes.reverse().values(label)[:1])
