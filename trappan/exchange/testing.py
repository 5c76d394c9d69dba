"""A small extract that touches every file, and the command as an operator runs it; a file that was delivered."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from trappan import database
from trappan.exchange.models import Delivery, DeliveryFile, Taking
from trappan.schedules.clock import now, today
from trappan.schedules.months import month_of, months_after
from trappan.staff.models import Membership

FOLDER = {
    "units.csv": (
        "code;name;kind;organisation;regime\n"
        "ost;Enhet Öster;labour_market;Ekelunda kommun;28\n"
        "cafe;Kafét;site;Ekelunda kommun;28\n"
    ),
    "staff.csv": (
        "email;given_name;family_name;unit;role\n"
        "jonna@ekelunda.example;Jonna;Mallgren;ost;consultant\n"
        "tor@ekelunda.example;Tor;Låtsberg;cafe;supervisor\n"
    ),
    "people.csv": (
        "pin;given_name;family_name;gender;protection;languages;phone\n"
        "199111052388;Samira;Påhitt;K;none;arabiska, svenska;070-1740605\n"
        "19940417-2398;Åke;Öbergsdikt;M;;;\n"
        "19960830R901;Yonas;Exempelsson;M;marked;tigrinja;\n"
    ),
    "support_months.csv": (
        "month;household;pin;role;household_type;obstacle;amount\n"
        "2026-09;H1;199111052388;applicant;6;unemployed;8450\n"
        "2026-10;H1;199111052388;applicant;6;unemployed;8 450,00\n"
        "2026-10;H2;9404172398;applicant;3;sick;\n"
    ),
    "cases.csv": (
        "pin;opened_on;unit;responsible;mapped_on;planned_on;weekly_hours;closed_on\n"
        "199111052388;2026-01-12;ost;jonna@ekelunda.example;2026-01-26;2026-02-02;20,5;\n"
        "9404172398;2025-01-13;ost;;;;;\n"
    ),
    "activities.csv": ("code;name;unit;kind;places;starts_on\nkok;Köket;cafe;workplace;2;2021-01-01\n"),
    "placements.csv": (
        "pin;activity;starts_on;ends_on;schedule\n199111052388;kok;2026-03-02;;mon 09:00-15:00, thu 09:00-12:00\n"
    ),
    "attendance.csv": (
        "pin;activity;day;status;minutes;reason\n"
        "199111052388;kok;2026-11-09;present;360;\n"
        "199111052388;kok;2026-11-05;absent;;told\n"
        "199111052388;kok;2026-11-02;cancelled;;\n"
    ),
    "steps.csv": ("pin;day;step;rated_by\n199111052388;2026-01-26;1;staff\n199111052388;2026-05-04;2;staff\n"),
    "exits.csv": ("pin;day;reason;form;checked_on\n9404172398;2025-06-02;work;lager, tillsvidare;2025-07-03\n"),
}


def write_folder(folder: Path, **changed: str) -> Path:
    """Write the extract, with other content for the files that are named."""
    for name, content in FOLDER.items():
        text = changed.get(name.removesuffix(".csv"), content)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(folder: Path, *arguments: str) -> tuple[dict[str, Any], int]:
    """Run the command and return its answer and exit status."""
    out = StringIO()
    try:
        call_command("import", str(folder), "--format", "json", *arguments, stdout=out)
        status = 0
    except CommandError as error:
        status = error.returncode
    finally:
        database.execute("SELECT set_config('trappan.actor', '', true), set_config('trappan.unit', '', true)")
    return json.loads(out.getvalue()), status


def make_delivery(by: Membership) -> Delivery:
    """Keep last month's file to the statistics as the worker would have made it, without a line, taken once."""
    day = today()
    made = Delivery.objects.create(
        municipality_id=by.unit.organisation_id,
        kind=Delivery.Kind.MONTH,
        first=months_after(month_of(day), -1),
        version=1,
        made_at=now(),
        rows=0,
        digest="0" * 64,
        columns=["manad"],
        report=[{"check": "nobody", "found": 0, "is_fault": True}],
        faults=1,
        expires_on=months_after(month_of(day), 2),
        author=by,
    )
    DeliveryFile.objects.create(delivery=made, content="manad\r\n")
    Taking.objects.create(delivery=made, author=by)
    return made
