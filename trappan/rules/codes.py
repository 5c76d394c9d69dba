"""Codes as choices in forms and as words on pages; the codes themselves are rows of `models.Code`."""

from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language

from trappan.rules.models import Code
from trappan.schedules.functions import Today


def choices(table: str, day: date) -> list[tuple[str, str]]:
    """Return the codes that may be used on a day, in the table's order, for a form's field."""
    usable = Code.objects.filter(Q(valid_to=None) | Q(valid_to__gt=day), table=table)
    return [(code.code, code.label) for code in usable.filter(valid_from__lte=day)]


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
