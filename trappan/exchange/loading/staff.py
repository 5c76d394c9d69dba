"""Organisations, units and colleagues; and the colleague in whose name an import is done."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import merge, pairs
from trappan.staff.models import MACHINES, Colleague, Membership, Unit

SUCCESSIONS = """
SELECT u.code, b.code FROM staff_succession s JOIN staff_unit u ON u.id = s.unit_id
JOIN staff_unit b ON b.id = s.before_id ORDER BY u.code, b.code
"""
IMPORTER = f"import{MACHINES}"


def become_importer(loader: Loader) -> None:
    """Let history say that the import did it: a colleague of its own, who can open nothing."""
    loader.intake = intake_unit(loader)
    importer, _made = Colleague.objects.get_or_create(
        email=IMPORTER, defaults={"given_name": "Trappans", "family_name": "import"}
    )
    first = loader.now.date()
    # Over before it began: it signs what it wrote, and counts among the colleagues of nobody.
    membership, _made = Membership.objects.get_or_create(
        colleague=importer,
        unit_id=loader.intake,
        role="administrator",
        defaults={"confirmed_at": loader.now, "starts_on": first, "ends_on": first},
    )
    Membership.objects.filter(pk=membership.pk, ends_on=None).update(ends_on=F("starts_on"))
    loader.actor = membership.pk
    database.value("secrecy_seal", loader.actor, None, loader.intake)


def intake_unit(loader: Loader) -> int:
    """Return the unit that receives people without a case, made if missing."""
    home = organisation(loader.municipality, "municipality")
    unit, _made = Unit.objects.get_or_create(
        code="intake",
        defaults={"name": "Mottagningen", "kind": "social_service", "regime": "26", "organisation_id": home},
    )
    return int(unit.pk)


def organisation(name: str, kind: str, number: str = "") -> int:
    # A partner of whom nothing is agreed yet cooperates: each person must consent.
    basis = "" if kind == "municipality" else "cooperation"
    merge(
        "staff_organisation",
        ["name"],
        [],
        [[0, name]],
        kind=kind,
        number=number,
        basis=basis,
        starts_on=date(2000, 1, 1),
    )
    return int(pairs("SELECT name, id FROM staff_organisation WHERE name = %s", name)[name])


def units(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    organisations = {
        row["organisation"]: organisation(row["organisation"], row["organisation_kind"], row["organisation_number"])
        for row in rows
    }
    names = pairs("SELECT id, name FROM staff_organisation")
    loader.merge(
        tally,
        "staff_unit",
        ["code"],
        ["name", "kind", "organisation_id", "regime"],
        [
            [row["line"], row["code"], row["name"], row["kind"], organisations[row["organisation"]], row["regime"]]
            for row in rows
        ],
        shown={"organisation_id": ("organisation", names.get)},
        starts_on=date(2000, 1, 1),
    )
    codes = pairs("SELECT code, id FROM staff_unit")
    # Only now does every parent have its row.
    loader.merge(
        tally,
        "staff_unit",
        ["id"],
        ["parent_id"],
        [[row["line"], codes[row["code"]], codes[row["parent"]]] for row in rows if row["parent"]],
        shown={"parent_id": ("parent", {number: code for code, number in codes.items()}.get)},
        beside=True,
    )
    succession(loader, tally, codes)


def succession(loader: Loader, tally: Tally, codes: dict[str, int]) -> None:
    """Note which units come after which; a file adds, and takes nothing away that is said here already."""
    rows = [row for row in tally.rows if row["succeeds"]]
    if not rows:
        return
    if loader.preview:
        said: dict[str, list[str]] = defaultdict(list)
        for code, before in database.query(SUCCESSIONS):
            said[code].append(before)
        for row in rows:
            tally.change(row["line"], "succeeds", said[row["code"]], sorted({*said[row["code"]], *row["succeeds"]}))
    loader.merge(
        tally,
        "staff_succession",
        ["unit_id", "before_id"],
        [],
        [[row["line"], codes[row["code"]], codes[before]] for row in rows for before in row["succeeds"]],
        beside=True,
    )


def is_named_by_the_file(loader: Loader, row: dict[str, Any]) -> bool:
    """Is a colleague's name the file's to say? One that was written here stands, and another in the file is told."""
    here = loader.named_here.get(row["email"])
    if here is not None and here != (row["given_name"], row["family_name"]):
        reason = _("The name has been written in Trappan and stays as it is there. Put it right in the file.")
        loader.extract.note("staff.csv", row["line"], "family_name", reason)
    return here is None


def staff(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    people = {row["email"]: row for row in rows}
    ids = pairs("SELECT email, id FROM staff_colleague")
    units_of = pairs("SELECT code, id FROM staff_unit")
    known = [row for row in people.values() if row["email"] in ids and is_named_by_the_file(loader, row)]
    loader.merge(
        tally,
        "staff_colleague",
        ["email"],
        ["given_name", "family_name"],
        [[row["line"], row["email"], row["given_name"], row["family_name"]] for row in known],
        beside=True,
    )
    merge(
        "staff_colleague",
        ["email", "given_name", "family_name"],
        [],
        [
            [0, row["email"], row["given_name"], row["family_name"]]
            for row in people.values()
            if row["email"] not in ids
        ],
    )
    ids = pairs("SELECT email, id FROM staff_colleague")
    # They sign in once they have set a password of their own.
    merge(
        "staff_user",
        ["colleague_id", "email"],
        [],
        [[0, ids[email], email] for email in people],
        password="!",
        is_active=True,
        epoch=0,
        language="sv",
    )
    loader.merge(
        tally,
        "staff_membership",
        ["colleague_id", "unit_id", "role"],
        [],
        [[row["line"], ids[row["email"]], units_of[row["unit"]], row["role"]] for row in rows],
        confirmed_at=loader.now,
        starts_on=loader.now.date(),
    )
