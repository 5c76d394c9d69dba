"""Exits, each of the case that was open on its day; what the file has no column for stays as it is here."""

from datetime import date
from typing import Any

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.checks.openings import employers_called, key_of, occupations_of
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import merge, pairs

# Columns of the file and of the table, those that a file may leave out.
SAID = {
    "kind": "sub_code",
    "support_form": "support_form",
    "source": "source",
    "occupation": "occupation_id",
    "employer": "employer_id",
    "employer_name": "employer_name",
    "finished_on": "finished_on",
}
HERE = f"""SELECT case_id, day, reason, checked_on, held, {", ".join(SAID.values())} FROM outcomes_exit
  WHERE reopened_on IS NULL AND case_id = ANY (%s)"""
NOTHING: dict[str, Any] = {name: None if name.endswith(("_id", "_on")) else "" for name in SAID.values()}


def exits(loader: Loader, tally: Tally) -> None:
    """Bring exits in. Another day or reason than here takes with it what was said of the end and its check."""
    opened: dict[int, list[tuple[int, date]]] = {}
    for person_id, case_id, opened_on in database.query(
        "SELECT person_id, id, opened_on FROM cases_case ORDER BY opened_on DESC"
    ):
        opened.setdefault(person_id, []).append((case_id, opened_on))
    # Where cases.csv says itself when a case was closed, the exit does not say otherwise.
    told = {(loader.person(row), row["opened_on"]) for row in loader.extract.of("cases.csv") if row["closed_on"]}
    of_line = {}
    for row in tally.rows:
        of_line[row["line"]] = next(case for case in opened[loader.person(row)] if case[1] <= row["day"])
    here = {one.case_id: one for one in database.query(HERE, [[case_id for case_id, _day in of_line.values()]])}
    filled = said_by(loader, tally)
    staged, closing = [], []
    for row in tally.rows:
        person_id, (case_id, opened_on) = loader.person(row), of_line[row["line"]]
        stays, checked = NOTHING, (row["checked_on"], True if row["checked_on"] else None)
        before = here.get(case_id)
        if before is not None and before.reason == row["reason"]:
            stays = {name: getattr(before, name) for name in NOTHING}
            if not row["checked_on"] and before.day == row["day"]:
                checked = (before.checked_on, before.held)
        said = {**stays, **filled(row)}
        about = [row["day"], row["reason"], row["form"], *checked, *(said[name] for name in NOTHING)]
        staged.append([row["line"], case_id, person_id, *about])
        if (person_id, opened_on) not in told:
            closing.append([row["line"], case_id, row["day"]])
    loader.merge(
        tally,
        "outcomes_exit",
        ["case_id"],
        ["person_id", "day", "reason", "form", "checked_on", "held", *NOTHING],
        staged,
        among="t.reopened_on IS NULL",
        shown={"sub_code": ("kind", str), "employer_name": ("employer", str)},
    )
    merge("cases_case", ["id"], ["closed_on"], closing)


def said_by(loader: Loader, tally: Tally) -> Any:
    """Return what says of a row which columns of the table it fills, each with its value."""
    have = loader.extract.present[tally.file]
    columns = {own for name, own in SAID.items() if name in have or (name == "employer_name" and "employer" in have)}
    occupations = occupations_of(tally.rows)
    employers = employers_called(loader.municipality)
    names = pairs("SELECT id, name FROM employers_employer")

    def filled(row: dict[str, Any]) -> dict[str, Any]:
        found = employers.get(key_of(row["employer"]), []) if row["employer"] else []
        known = [one for one in found if not one[1]] or found
        employer = known[0][0] if len(known) == 1 else None
        values = {
            "sub_code": row["kind"],
            "support_form": row["support_form"] or ("municipal" if row["reason"] == "municipal" else ""),
            "source": row["source"],
            "occupation_id": occupations.get(row["occupation"].casefold()),
            "employer_id": employer,
            "employer_name": names[employer] if employer else row["employer"],
            "finished_on": row["finished_on"],
        }
        return {name: value for name, value in values.items() if name in columns}

    return filled
