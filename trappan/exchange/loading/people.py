"""Persons with their numbers and addresses, and their months with support."""

from typing import Any

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import copy_in, merge, pairs, take_ids

STRENGTH = ("none", "marked", "registration")
CONTACT = ("phone", "email", "address", "postal_code", "city")


def persons(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    unmade = [row for row in rows if row["pin"] not in loader.people]
    ids = take_ids("people_person", len(unmade))
    loader.people |= dict(zip([row["pin"] for row in unmade], ids, strict=True))
    loader.made = set(ids)
    shield(loader, rows)
    # A column that the file does not have says nothing: what is here stays.
    have = loader.extract.present["people.csv"]
    empty: dict[str, Any] = {"gender": "", "languages": [], "education": ""}
    columns = ["given_name", "family_name", "protection", *(name for name in empty if name in have)]
    loader.merge(
        tally,
        "people_person",
        ["id"],
        columns,
        [[row["line"], loader.person(row), *(row[name] for name in columns)] for row in rows],
        fresh=loader.made,
        interpreter=False,
        **{name: value for name, value in empty.items() if name not in have},
    )
    merge(
        "people_number",
        ["person_id", "number"],
        [],
        [[row["line"], loader.person(row), row["pin"]] for row in unmade],
        fresh=loader.made,
    )
    kept = [name for name in CONTACT if name in have]
    absent: dict[str, Any] = {name: "" for name in CONTACT if name not in have}
    if kept:
        loader.merge(
            tally,
            "people_contact",
            ["person_id"],
            kept,
            [
                [row["line"], loader.person(row), *(row[name] for name in kept)]
                for row in rows
                if any(row[name] for name in kept)
            ],
            fresh=loader.made,
            **absent,
            beside=True,
        )
    tell(loader, ids)


def shield(loader: Loader, rows: list[dict[str, Any]]) -> None:
    """Let the extract raise protection and never lower it: an old file must not open anybody."""
    known = list(loader.people.values())
    was = pairs("SELECT id, protection FROM people_person WHERE id = ANY (%s)", known)
    for row in rows:
        before = was.get(loader.person(row), "none")
        row["protection"] = max(row["protection"], before, key=STRENGTH.index)
        if row["protection"] == "registration":
            row.update(dict.fromkeys(CONTACT, ""))


def tell(loader: Loader, people: list[int]) -> None:
    """Let history say of each person that the import brought them."""
    copy_in(
        "history_event",
        ["person_id"],
        [[number] for number in people],
        {
            "kind": "write",
            "verb": "exchange.import_person",
            "scope": "identity",
            "details": "{}",
            "actor_id": loader.actor,
            "actor_unit_id": loader.intake,
        },
    )


# A month that has been put right here, with what stands now; NULL where it was taken out.
CORRECTED = """
SELECT DISTINCT c.person_id, c.month, m.role, m.household_type, m.obstacle, m.amount FROM assistance_correction c
LEFT JOIN assistance_supportmonth m ON m.person_id = c.person_id AND m.month = c.month
WHERE c.about = 'month' AND c.person_id = ANY (%s)
"""


def of_the_file(loader: Loader, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the months that are the file's to say; one put right here stands, and what differs is told."""
    people = sorted({loader.person(row) for row in rows} - loader.made)
    stands = {(person, month): said for person, month, *said in database.query(CORRECTED, [people])}
    kept = []
    for row in rows:
        said = stands.get((loader.person(row), row["month"]))
        if said is None:
            kept.append(row)
        elif said != [row["role"], row["household_type"], row["obstacle"], row["amount"]]:
            reason = _("The month has been put right in Trappan and stays as it is there. Put it right at its source.")
            loader.extract.note("support_months.csv", row["line"], "month", reason)
    return kept


def support_months(loader: Loader, tally: Tally) -> None:
    rows = of_the_file(loader, tally.rows)
    merge("people_household", ["reference"], [], [[0, name] for name in sorted({row["household"] for row in rows})])
    homes = pairs("SELECT reference, max(id) FROM people_household WHERE reference <> '' GROUP BY reference")
    names = {number: name for name, number in homes.items()}
    loader.merge(
        tally,
        "assistance_supportmonth",
        ["person_id", "month"],
        ["household_id", "role", "household_type", "obstacle", "amount"],
        [
            [
                row["line"],
                loader.person(row),
                row["month"],
                homes[row["household"]],
                row["role"],
                row["household_type"],
                row["obstacle"],
                row["amount"],
            ]
            for row in sorted(rows, key=lambda row: (loader.person(row), row["month"]))
        ],  # in the order of the index, which grows quicker so
        fresh=loader.made,
        shown={"household_id": ("household", names.get)},
    )
