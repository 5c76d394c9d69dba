"""Employers with a workplace and a contact each, known again by number, or else by name."""

from typing import Any

from trappan.exchange.changes import Tally
from trappan.exchange.checks.employers import employers_here, who_is_who
from trappan.exchange.loading.loader import Loader
from trappan.exchange.loading.staff import organisation
from trappan.exchange.merging import take_ids
from trappan.rules.codes import choices

OF_PLACE = ("address", "branch", "size", "languages")
NONE: dict[str, Any] = {"address": "", "branch": "", "size": None, "languages": []}


def employers(loader: Loader, tally: Tally) -> None:
    """Bring the employers of the file in: what the file has no column for stays as it is here."""
    home, have = organisation(loader.municipality, "municipality"), loader.extract.present[tally.file]
    found, _alike = who_is_who(tally.rows, employers_here(loader.municipality))
    unmade = [row["line"] for row in tally.rows if row["line"] not in found]
    new = dict(zip(unmade, take_ids("employers_employer", len(unmade)), strict=True))
    ids, made = found | new, set(new.values())
    columns = ["name", "kind"]
    loader.merge(
        tally,
        "employers_employer",
        ["id"],
        columns,
        [[row["line"], ids[row["line"]], row["name"], row["kind"]] for row in tally.rows],
        fresh=made,
        municipality_id=home,
        organisation_number="",
        cooperates=False,
        good_to_know="",
        rest_reason="",
        end_reason="",
    )
    # A row without a number says nothing of it: what is here stays.
    loader.merge(
        tally,
        "employers_employer",
        ["id"],
        ["organisation_number"],
        [
            [row["line"], ids[row["line"]], row["organisation_number"]]
            for row in tally.rows
            if row["organisation_number"]
        ],
        beside=True,
    )
    workplaces(loader, tally, ids, made, [name for name in OF_PLACE if name in have])
    contacts(loader, tally, ids, made)


def workplaces(loader: Loader, tally: Tally, ids: dict[int, int], made: set[int], columns: list[str]) -> None:
    """Bring the workplace of each row in; one without a name is called by its address, or as the employer."""
    codes = {words.casefold(): code for code, words in choices("branch", loader.now.date())}
    for row in tally.rows:
        row["branch"] = codes.get(row["branch"].casefold(), row["branch"].casefold())
        row["languages"] = [word.lower() for word in row["languages"]]
    rows = [row for row in tally.rows if row["workplace"] or any(row[name] for name in columns)]
    loader.merge(
        tally,
        "employers_workplace",
        ["employer_id", "name"],
        columns,
        [
            [
                row["line"],
                ids[row["line"]],
                row["workplace"] or row["address"] or row["name"],
                *(row[name] for name in columns),
            ]
            for row in rows
        ],
        fresh=made,
        among="(t.closed_on IS NULL OR t.closed_on > today())",
        beside=True,
        **{name: value for name, value in NONE.items() if name not in columns},
        access=[],
        adaptable="",
    )


def contacts(loader: Loader, tally: Tally, ids: dict[int, int], made: set[int]) -> None:
    """Bring the contact of each row in: name, then title, telephone and e-mail with commas between."""
    rows = [(row, *read_contact(row["contact"])) for row in tally.rows if row["contact"]]
    loader.merge(
        tally,
        "employers_contact",
        ["employer_id", "name"],
        ["title", "phone", "email"],
        [[row["line"], ids[row["line"]], *parts] for row, *parts in rows],
        fresh=made,
        among="t.left_on IS NULL",
        beside=True,
        note="",
    )


def read_contact(text: str) -> tuple[str, str, str, str]:
    """Return name, title, telephone and e-mail of what stands in a cell, as long as each may be."""
    name, *rest = (part.strip() for part in text.split(","))
    email = next((part for part in rest if "@" in part), "")
    phone = next((part for part in rest if sum(sign.isdigit() for sign in part) > 5), "")
    title = ", ".join(part for part in rest if part not in (email, phone))
    return name[:100], title[:100], phone[:40], email[:254]
