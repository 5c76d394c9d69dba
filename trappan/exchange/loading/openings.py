"""Openings of employers, known again by employer and code."""

from datetime import date, timedelta
from typing import Any

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.checks.openings import employers_called, key_of, occupations_of
from trappan.exchange.loading.loader import Loader
from trappan.schedules.week import DAYS, read_week

# Columns of the file and of the table, those that a file may leave out.
OF_OPENING = {
    "occupation": "occupation_id",
    "hours": "weekly_minutes",
    "weekdays": "weekdays",
    "places": "places",
    "starts_on": "starts_on",
    "ends_on": "ends_on",
    "languages": "languages",
    "licence": "licence",
}
NONE: dict[str, Any] = {
    "occupation_id": None,
    "weekly_minutes": None,
    "weekdays": "",
    "places": 1,
    "starts_on": None,
    "ends_on": None,
    "languages": [],
    "licence": "",
}
HERE = "SELECT employer_id, code, starts_on, week FROM employers_opening WHERE employer_id = ANY (%s) AND code <> ''"
NO_TIMES = "UPDATE employers_opening SET week = '' WHERE employer_id = %s AND code = %s"
# Where no other workplace is open, an opening is at the one that there is.
ONLY_PLACE = """
UPDATE employers_opening o SET workplace_id = w.id
FROM (SELECT employer_id, min(id) AS id FROM employers_workplace
  WHERE closed_on IS NULL OR closed_on > today() GROUP BY 1 HAVING count(*) = 1) w
WHERE w.employer_id = o.employer_id AND o.workplace_id IS NULL AND o.code <> '' AND o.employer_id = ANY (%s)
"""


def openings(loader: Loader, tally: Tally) -> None:
    """Bring the openings of the file in; what the file has no column for stays as it is here."""
    have = loader.extract.present[tally.file]
    named = employers_called(loader.municipality)
    employers = {row["line"]: employer_of(named, row["employer"]) for row in tally.rows}
    keys = {row["line"]: (employers[row["line"]], row["code"]) for row in tally.rows}
    occupations = occupations_of(tally.rows)
    here = {(one.employer_id, one.code): one for one in database.query(HERE, [list(set(employers.values()))])}
    # A new row always says from when.
    columns = [own for name, own in OF_OPENING.items() if name in have or own == "starts_on"]
    for row in tally.rows:
        before = here.get(keys[row["line"]])
        row["weekly_minutes"] = row["hours"]
        row["occupation_id"] = occupations.get(row["occupation"].casefold())
        row["languages"] = [word.lower() for word in row["languages"]]
        if row["starts_on"] == date.min:
            last = row["ends_on"] - timedelta(days=1) if row["ends_on"] else date.max
            row["starts_on"] = before.starts_on if before else min(loader.now.date(), last)
    loader.merge(
        tally,
        "employers_opening",
        ["employer_id", "code"],
        ["title", "kind", *columns],
        [
            [row["line"], *keys[row["line"]], row["title"], row["kind"], *(row[own] for own in columns)]
            for row in tally.rows
        ],
        **{own: value for own, value in NONE.items() if own not in columns},
        support_form="",
        week="",
        tasks="",
        needs="",
        good_if="",
        travel="",
        adaptations="",
        shaped_for_one=False,
        close_reason="",
    )
    database.execute(ONLY_PLACE, [list(set(employers.values()))])
    for row in tally.rows:
        before = here.get(keys[row["line"]])
        if before and before.week and is_other(row, before.week, have):  # the times that were pressed hold no longer
            database.execute(NO_TIMES, keys[row["line"]])


def employer_of(named: dict[str, list[tuple[int, str]]], text: str) -> int:
    """Return the employer that a cell names, as it was checked."""
    return next(one for one, no in named[key_of(text)] if not no)


def is_other(row: dict[str, Any], week: str, have: Any) -> bool:
    """Tell whether a row says other hours or days than the week that somebody has pressed."""
    found = read_week(week)
    days = ",".join(DAYS[day] for day in sorted({part.weekday for part in found.parts}))
    hours = "hours" in have and row["hours"] not in (None, found.minutes)
    return hours or ("weekdays" in have and row["weekdays"] not in ("", days))
