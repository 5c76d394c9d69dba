"""Organisations, units and colleagues; and the colleague in whose name an import is done."""

from datetime import date

from django.db.models import F

from trappan import database
from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader
from trappan.exchange.merging import merge, pairs
from trappan.staff.models import MACHINES, Colleague, Membership, Unit

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


def staff(loader: Loader, tally: Tally) -> None:
    rows = tally.rows
    people = {row["email"]: row for row in rows}
    ids = pairs("SELECT email, id FROM staff_colleague")
    units_of = pairs("SELECT code, id FROM staff_unit")
    known = [row for row in people.values() if row["email"] in ids]
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
