"""The file of an extract: months of the spine under numbers drawn for it, written as Parquet. The worker's alone."""

from datetime import date

from django.db import transaction

from trappan import database
from trappan.insight.extract.columns import HOUSEHOLD, kinds
from trappan.insight.parquet import answered, written
from trappan.insight.role import counting

# The numbers that stand for people and households are drawn within the statement: what they stand for is kept nowhere,
# and rows stand in the order of the drawn ones.
STATEMENT = """
WITH months AS MATERIALIZED (
  SELECT m.* FROM insight_personmonth m WHERE m.month BETWEEN DATE '{since}' AND DATE '{month}'
    AND NOT EXISTS (SELECT FROM insight_left_out({extract}) w WHERE w.pseudonym = m.pseudonym)
), people AS MATERIALIZED (
  SELECT x.pseudonym, insight_lot() AS person FROM (SELECT DISTINCT m.pseudonym FROM months m) x
), homes AS MATERIALIZED (
  SELECT x.household, insight_lot() AS home FROM (
    SELECT DISTINCT m.household FROM months m WHERE m.household IS NOT NULL) x
)
SELECT {columns} FROM months m JOIN people p ON p.pseudonym = m.pseudonym
LEFT JOIN homes h ON h.household = m.household ORDER BY m.month, p.person"""
LEFT_OUT = """
SELECT count(DISTINCT m.pseudonym)::int AS people FROM insight_personmonth m
WHERE m.month BETWEEN %s AND %s AND m.pseudonym IN (SELECT w.pseudonym FROM insight_left_out(%s) w)"""
DRAWN = {"person": "p.person", HOUSEHOLD: "h.home AS household"}


def make(row: int) -> None:
    """Make the file of an extract that is granted, in one transaction; where it is made or over, nothing.

    Killed anywhere, nothing of it stands. Where the right ended while it was made, the file is not kept; where somebody
    became protected meanwhile neither, and it waits to be made anew without them.
    """
    with transaction.atomic():
        taken = database.row("insight_take_extract", row)
        if taken is None:
            return
        # Before any row is read.
        mark = database.value("insight_left_out_mark", row)
        with counting():
            columns = kinds(taken.columns)
            file = written(statement(row, taken.since, taken.month, columns), columns)
            [without] = database.query(LEFT_OUT, [taken.since, taken.month, row])
        [of] = answered([file], "extract", "SELECT count(*) AS rows, count(DISTINCT person) AS people FROM extract")
        database.value("insight_keep_extract", row, file, of["rows"], of["people"], without.people, mark)


def statement(extract: int, since: date, month: date, columns: dict[str, str]) -> str:
    """Return the question for the rows of an extract; columns are those that are offered, by our own names."""
    return STATEMENT.format(
        extract=int(extract),
        since=since.isoformat(),
        month=month.isoformat(),
        columns=", ".join(DRAWN.get(name, f"m.{name}") for name in columns),
    )
