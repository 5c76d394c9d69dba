"""The second database that figures are counted in: the rows of the spine, as they stand, in DuckDB."""

from decimal import Decimal

import duckdb
import ibis

from trappan.insight.indicators.counting import spine

KINDS = {"int64": "BIGINT", "int32": "INTEGER", "int16": "SMALLINT", "string": "VARCHAR"}


def answered(model, asked):
    """Return what DuckDB answers to a question of Ibis about a table of the spine, each row as `alike`."""
    columns = {name: str(kind.copy(nullable=True)) for name, kind in spine(model).schema().items()}
    with duckdb.connect() as duck:
        said = ", ".join(f"{name} {KINDS.get(kind, kind)}" for name, kind in columns.items())
        duck.execute(f"CREATE TABLE {model._meta.db_table} ({said})")
        held = model.objects.values_list(*columns)
        duck.executemany(f"INSERT INTO {model._meta.db_table} VALUES ({', '.join('?' * len(columns))})", list(held))
        return sorted(map(alike, duck.execute(ibis.to_sql(asked, dialect="duckdb")).fetchall()))


def alike(row):
    """Return a row's numbers as numbers, whatever each database calls them, to the sixth decimal."""
    return [f"{float(one):.6f}" if isinstance(one, int | float | Decimal) else str(one) for one in row]
