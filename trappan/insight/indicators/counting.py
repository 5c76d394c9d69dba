"""Every indicator counted in one pass over the finest classes of the spine, by one question for several databases.

Ibis writes the question; PostgreSQL answers it at night, and DuckDB the same one in the tests. No web process imports
this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import ibis
from django.db import models

from trappan import database
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.definitions import ALL
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.models import PersonMonth

TYPES: dict[type[models.Field], str] = {
    models.DateField: "date",
    models.BigIntegerField: "int64",
    models.IntegerField: "int32",
    models.SmallIntegerField: "int16",
    models.CharField: "string",
    models.BooleanField: "boolean",
}


@dataclass(frozen=True)
class Count:
    """How many hit of how many, of one indicator in one of the finest classes; `part` has a value a dimension."""

    indicator: str
    month: date
    part: tuple[str, ...]
    hit: int
    of: int | None


def spine(of: type[models.Model] = PersonMonth) -> Any:
    """Return a table of the spine, people's months where none is named, as Ibis knows it, of no database yet."""
    fields = [field for field in of._meta.get_fields() if isinstance(field, models.Field)]
    columns = {field.column: TYPES[type(field)] for field in fields if field.name != "id"}
    return ibis.table(columns, name=of._meta.db_table)


def finest(t: Any, indicators: Sequence[Indicator] = ALL) -> Any:
    """Return the sums of every indicator in every finest class of every month."""
    sums = {indicator.name: indicator.hit(t).sum() for indicator in indicators}
    sums |= {f"{indicator.name}_of": indicator.of(t).sum() for indicator in indicators if indicator.of}
    return t.group_by(["month", *DIMENSIONS.values()]).agg(**sums)


@lru_cache(maxsize=1)
def question() -> str:
    """Return the same as PostgreSQL takes it, written once a process."""
    return str(ibis.to_sql(finest(spine()), dialect="postgres"))


def counted(month: date) -> list[Count]:
    """Count every indicator in a month, in the classes that there are."""
    # The day is a literal, so that only this month is read.
    rows = database.query(f"SELECT * FROM ({question()}) AS cells WHERE month = DATE '{month:%Y-%m-%d}'")
    return [one for row in rows for one in counts(row._asdict())]


def counts(row: dict[str, Any], indicators: Sequence[Indicator] = ALL) -> Iterator[Count]:
    """Read a row of sums as counts."""
    part = tuple("" if row[column] is None else str(row[column]) for column in DIMENSIONS.values())
    for indicator in indicators:
        of = int(row[f"{indicator.name}_of"] or 0) if indicator.of else None
        yield Count(indicator.name, row["month"], part, int(row[indicator.name] or 0), of)
