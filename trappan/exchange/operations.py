"""Take a checked extract in: all of it in one transaction, the same folder twice changes nothing."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from trappan.exchange.checks import Known
from trappan.exchange.merging import merge, pairs, take_ids
from trappan.exchange.reading import Extract
from trappan.history.record import record
from trappan.refusals import Sentences, refusing
from trappan.schedules.clock import now
from trappan.schedules.week import Part, Week, read_week
from trappan.staff.models import Colleague, Membership, Unit

IMPORTER = "import@trappan.invalid"
# A reason told in an earlier system has no table here yet: that it was told is kept.
MARKS = {"present": "present", "told": "absent_told", "not_told": "absent_not_told"}
NO: Sentences = {
    "place_is_free": _("placements.csv: an activity has more people at the same time than places. Raise its places or correct the periods."),
    "placement_needs_consent": _("placements.csv: a partner who cooperates needs each person's consent. Write the consents down first, or leave those rows out."),
    "protected_needs_named_supervisor": _("placements.csv: a person with protected identity is placed by hand, with a decision and a named supervisor. Leave the row out."),
    "activity_is_open": _("placements.csv: a placement begins on a day when the activity is not open. Correct the activity's days."),
    "one_open_case": _("cases.csv: a person already has an open case here with another first day."),
    "one_household_at_a_time": _("support_months.csv: a person is in two households at once."),
}  # fmt: skip


class Stop(Exception):
    """Ends a trial run: everything is rolled back."""


@dataclass
class Result:
    """How many rows of the folder were new, changed and unchanged, by file."""

    files: dict[str, tuple[int, int, int]] = field(default_factory=dict)

    @property
    def totals(self) -> tuple[int, int, int]:
        columns = list(zip(*self.files.values(), strict=True)) or [(0,), (0,), (0,)]
        return sum(columns[0]), sum(columns[1]), sum(columns[2])


def take_in(
    *, extract: Extract, known: Known, dry_run: bool, municipality: str, progress: Any = None
) -> Result:
    """Take in a checked extract, or only see what would happen."""
    result = Result()
    try:
        with refusing(NO), transaction.atomic():
            Loader(extract, known, result, municipality, progress or (lambda _name: None)).all()
            new, changed, unchanged = result.totals
            record("exchange.take_in", kind="access", new=new, changed=changed, unchanged=unchanged)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if dry_run:
                raise Stop
    except Stop:
        pass
    return result


class Loader:
    """Brings in file after file, in the order in which they point at each other."""

    def __init__(
        self, extract: Extract, known: Known, result: Result, municipality: str, progress: Any
    ) -> None:
        self.extract, self.result, self.progress = extract, result, progress
        self.municipality = municipality
        self.people: dict[str, int] = dict(known.people)
        self.now: datetime = now()

    def all(self) -> None:
        self.become_importer()
        steps = (
            ("units.csv", self.units), ("staff.csv", self.staff), ("people.csv", self.persons),
            ("support_months.csv", self.support_months), ("cases.csv", self.cases),
            ("activities.csv", self.activities), ("placements.csv", self.placements),
            ("attendance.csv", self.attendance), ("steps.csv", self.moves), ("exits.csv", self.exits),
        )  # fmt: skip
        for name, load in steps:
            rows = self.extract.of(name)
            if rows:
                self.progress(name)
                self.result.files[name] = load(rows)
        self.progress("grants")
        self.grants()

    def become_importer(self) -> None:
        """Let history say that the import did it: a colleague of its own, who can open nothing."""
        self.intake = self.intake_unit()
        importer, _made = Colleague.objects.get_or_create(
            email=IMPORTER, defaults={"given_name": "Trappans", "family_name": "import"}
        )
        membership, _made = Membership.objects.get_or_create(
            colleague=importer, unit_id=self.intake, role="administrator",
            defaults={"confirmed_at": self.now, "starts_on": self.now.date()},
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('trappan.actor', %s, true), set_config('trappan.unit', %s, true)",
                [str(membership.pk), str(self.intake)],
            )

    def intake_unit(self) -> int:
        """Return the unit that receives people without a case, made if missing."""
        home = self.organisation(self.municipality, "municipality")
        unit, _made = Unit.objects.get_or_create(
            code="intake",
            defaults={
                "name": "Mottagningen",
                "kind": "social_service",
                "regime": "26",
                "organisation_id": home,
            },
        )
        return int(unit.pk)

    def organisation(self, name: str, kind: str, number: str = "") -> int:
        # A partner of whom nothing is agreed yet cooperates: each person must consent.
        basis = "" if kind == "municipality" else "cooperation"
        merge(
            "staff_organisation",
            ["name"],
            [],
            [[name]],
            kind=kind,
            number=number,
            basis=basis,
            starts_on=date(2000, 1, 1),
        )
        return int(pairs("SELECT name, id FROM staff_organisation WHERE name = %s", name)[name])

    def units(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        organisations = {
            row["organisation"]: self.organisation(
                row["organisation"], row["organisation_kind"], row["organisation_number"]
            )
            for row in rows
        }
        told = merge(
            "staff_unit", ["code"], ["name", "kind", "organisation_id", "regime"],
            [[row["code"], row["name"], row["kind"], organisations[row["organisation"]], row["regime"]] for row in rows],
            starts_on=date(2000, 1, 1),
        )  # fmt: skip
        codes = pairs("SELECT code, id FROM staff_unit")
        merge(
            "staff_unit",
            ["id"],
            ["parent_id"],
            [[codes[row["code"]], codes[row["parent"]]] for row in rows if row["parent"]],
        )
        return told

    def staff(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        people = {row["email"]: row for row in rows}
        merge(
            "staff_colleague", ["email"], ["given_name", "family_name"],
            [[row["email"], row["given_name"], row["family_name"]] for row in people.values()],
        )  # fmt: skip
        ids = pairs("SELECT email, id FROM staff_colleague")
        self.users({email: ids[email] for email in people})
        units = pairs("SELECT code, id FROM staff_unit")
        return merge(
            "staff_membership", ["colleague_id", "unit_id", "role"], [],
            [[ids[row["email"]], units[row["unit"]], row["role"]] for row in rows],
            confirmed_at=self.now, starts_on=self.now.date(),
        )  # fmt: skip

    def users(self, ids: dict[str, int]) -> None:
        """Let colleagues sign in once they have set a password of their own."""
        merge(
            "staff_user", ["colleague_id", "email"], [], [[number, email] for email, number in ids.items()],
            password="!", is_active=True, epoch=0, language="sv",
        )  # fmt: skip

    def persons(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        fresh = [row for row in rows if row["pin"] not in self.people]
        self.people |= dict(
            zip([row["pin"] for row in fresh], take_ids("people_person", len(fresh)), strict=True)
        )
        self.shield(rows)
        # A column that the file does not have says nothing: what is here stays.
        have = self.extract.present["people.csv"]
        empty = {"gender": "", "languages": [], "education": ""}
        columns = [
            "given_name",
            "family_name",
            "protection",
            *(name for name in empty if name in have),
        ]
        told = merge(
            "people_person", ["id"], columns,
            [[self.people[row["pin"]], *(row[name] for name in columns)] for row in rows],
            interpreter=False, **{name: value for name, value in empty.items() if name not in have},
        )  # fmt: skip
        merge(
            "people_number",
            ["number", "person_id"],
            [],
            [[row["pin"], self.people[row["pin"]]] for row in fresh],
        )
        fields = ("phone", "email", "address", "postal_code", "city")
        kept = [name for name in fields if name in have]
        if kept:
            merge(
                "people_contact", ["person_id"], kept,
                [[self.people[row["pin"]], *(row[name] for name in kept)] for row in rows if any(row[name] for name in kept)],
                **{name: "" for name in fields if name not in have},
            )  # fmt: skip
        self.tell("exchange.import_person", "identity", [self.people[row["pin"]] for row in fresh])
        return told

    def shield(self, rows: list[dict[str, Any]]) -> None:
        """Let the extract raise protection and never lower it: an old file must not open anybody."""
        strength = ("none", "marked", "registration")
        known = list(self.people.values())
        was = pairs("SELECT id, protection FROM people_person WHERE id = ANY (%s)", known)
        for row in rows:
            before = was.get(self.people[row["pin"]], "none")
            row["protection"] = max(row["protection"], before, key=strength.index)
            if row["protection"] == "registration":
                row.update(phone="", email="", address="", postal_code="", city="")

    def tell(self, verb: str, scope: str, people: list[int]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO history_event (kind, verb, person_id, scope, details) "
                "SELECT 'write', %s, id, %s, '{}' FROM unnest(%s::bigint[]) id", [verb, scope, people],
            )  # fmt: skip

    def support_months(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        merge(
            "people_household",
            ["reference"],
            [],
            [[name] for name in sorted({row["household"] for row in rows})],
        )
        homes = pairs(
            "SELECT reference, max(id) FROM people_household WHERE reference <> '' GROUP BY reference"
        )
        return merge(
            "assistance_supportmonth", ["person_id", "month"], ["household_id", "role", "household_type", "obstacle", "amount"],
            [[self.people[row["pin"]], row["month"], homes[row["household"]], row["role"], row["household_type"], row["obstacle"], row["amount"]] for row in rows],
        )  # fmt: skip

    def cases(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        units = pairs("SELECT code, id FROM staff_unit")
        consultants = pairs(
            "SELECT c.email, max(m.id) FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id WHERE m.role = 'consultant' AND m.ends_on IS NULL GROUP BY c.email"
        )
        unit_of = pairs("SELECT id, unit_id FROM staff_membership")
        staged = []
        for row in sorted(rows, key=lambda row: row["opened_on"]):
            responsible = consultants.get(row["responsible"])
            unit = units.get(row["unit"]) or unit_of.get(responsible) or self.intake
            staged.append(
                [self.people[row["pin"]], row["opened_on"], unit, responsible, row["closed_on"]]
            )
        told = self.numbered(staged)
        ids = pairs("SELECT (person_id, opened_on)::text, id FROM plans_case")
        case_of = {
            row["line"]: ids[f"({self.people[row['pin']]},{row['opened_on']})"] for row in rows
        }
        merge(
            "plans_mapping", ["case_id", "person_id"], ["held_on"],
            [[case_of[row["line"]], self.people[row["pin"]], row["mapped_on"]] for row in rows if row["mapped_on"]],
            own_words="", background="", strengths="", assessment="", fastest_way="", finished_at=self.now, imported=True,
        )  # fmt: skip
        merge(
            "plans_plan", ["case_id", "person_id"], ["weekly_minutes"],
            [[case_of[row["line"]], self.people[row["pin"]], row["weekly_hours"] or 0] for row in rows if row["planned_on"]],
            goal="", hours_reason="", review_on=self.now.date() + timedelta(days=90), agreed_how="", decided_at=self.now, imported=True,
        )  # fmt: skip
        return told

    def numbered(self, staged: list[list[Any]]) -> tuple[int, int, int]:
        """Merge cases, giving each new one the next number of the year in which it was opened."""
        have = pairs("SELECT (person_id, opened_on)::text, number FROM plans_case")
        latest = pairs("SELECT year, latest FROM plans_caseserial")
        # An empty cell does not open a case again that an exit has closed.
        closed = pairs("SELECT (person_id, opened_on)::text, closed_on FROM plans_case")
        had = pairs("SELECT (person_id, opened_on)::text, responsible_id FROM plans_case")
        rows = []
        for person_id, opened_on, unit_id, responsible_id, closed_on in staged:
            number = have.get(f"({person_id},{opened_on})")
            if number is None:
                latest[opened_on.year] = latest.get(opened_on.year, 0) + 1
                number = f"{opened_on.year}-{latest[opened_on.year]:04}"
            ends = closed_on or closed.get(f"({person_id},{opened_on})")
            holder = responsible_id or had.get(f"({person_id},{opened_on})")
            rows.append([person_id, opened_on, number, unit_id, holder, ends])
        told = merge(
            "plans_case",
            ["person_id", "opened_on"],
            ["number", "unit_id", "responsible_id", "closed_on"],
            rows,
        )
        merge(
            "plans_caseserial",
            ["year"],
            ["latest"],
            [[year, serial] for year, serial in latest.items()],
        )
        return told

    def activities(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        units = pairs("SELECT code, id FROM staff_unit")
        return merge(
            "activities_activity", ["code"], ["name", "unit_id", "kind", "places", "weekdays", "starts_on", "ends_on", "real_operation"],
            [[row["code"], row["name"], units[row["unit"]], row["kind"], row["places"], row["weekdays"], row["starts_on"], row["ends_on"], row["real_operation"]] for row in rows],
            description="",
        )  # fmt: skip

    def placements(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        activity = pairs("SELECT code, id FROM activities_activity")
        unit = pairs("SELECT id, unit_id FROM activities_activity")
        seats = pairs(
            "SELECT (person_id, activity_id, starts_on)::text, seat FROM activities_placement"
        )
        staged, uses = [], []
        for row in rows:
            person_id, activity_id = self.people[row["pin"]], activity[row["activity"]]
            seat = seats.get(f"({person_id},{activity_id},{row['starts_on']})") or uuid4()
            staged.append(
                [
                    person_id,
                    activity_id,
                    row["starts_on"],
                    unit[activity_id],
                    seat,
                    row["ends_on"],
                    row["end_reason"],
                ]
            )
            # Without a schedule the place is taken all week: nobody else may count on it.
            week = read_week(row["schedule"]) if row["schedule"] else Week((Part(0, 7 * 24 * 60),))
            uses += [
                [seat, part.start, activity_id, part.end, row["starts_on"], row["ends_on"]]
                for part in week.parts
            ]
        told = merge(
            "activities_placement", ["person_id", "activity_id", "starts_on"], ["unit_id", "seat", "ends_on", "end_reason"],
            staged, decision="",
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM activities_seatuse u WHERE u.seat = ANY (%s) AND NOT (u.seat, u.starts_at) IN "
                "(SELECT * FROM unnest(%s::uuid[], %s::int[]))",
                [[row[4] for row in staged], [use[0] for use in uses], [use[1] for use in uses]],
            )
        merge(
            "activities_seatuse",
            ["seat", "starts_at"],
            ["activity_id", "ends_at", "starts_on", "ends_on"],
            uses,
        )
        return told

    def attendance(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT p.id, p.person_id, a.code, p.unit_id, p.starts_on, p.ends_on FROM activities_placement p JOIN activities_activity a ON a.id = p.activity_id"
            )
            found: dict[tuple[int, str], list[Any]] = {}
            for placement_id, person_id, code, unit_id, starts_on, ends_on in cursor.fetchall():
                found.setdefault((person_id, code), []).append(
                    (placement_id, unit_id, starts_on, ends_on)
                )
        staged, cancelled = [], 0
        for row in rows:
            if row["status"] == "cancelled":
                cancelled += 1  # nobody was to come: no mark, which is not absence
                continue
            person_id = self.people[row["pin"]]
            placement_id, unit_id = next(
                (placement_id, unit_id)
                for placement_id, unit_id, first, last in found[person_id, row["activity"]]
                if first <= row["day"] and (last is None or row["day"] < last)
            )
            told = row["status"] == "present" or row["reason"] != "not_told"
            mark = MARKS[
                "present"
                if row["status"] == "present"
                else "told"
                if told and row["reason"]
                else "not_told"
            ]
            staged.append([placement_id, row["day"], person_id, unit_id, mark, row["minutes"] or 0])
        new, changed, unchanged = merge(
            "activities_attendance",
            ["placement_id", "day"],
            ["person_id", "unit_id", "mark", "minutes"],
            staged,
        )
        return new, changed, unchanged + cancelled

    def moves(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        steps = pairs(
            "SELECT (l.name, s.number)::text, s.id FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id"
        )
        by_number = pairs("SELECT s.number, min(s.id) FROM plans_ladderstep s GROUP BY s.number")
        return merge(
            "plans_stepmove", ["person_id", "day", "rated_by"], ["step_id"],
            [[self.people[row["pin"]], row["day"], row["rated_by"], steps.get(f'("{row["ladder"]}",{row["step"]})') or by_number[row["step"]]] for row in rows],
            evidence="Ur den importerade filen.",
        )  # fmt: skip

    def exits(self, rows: list[dict[str, Any]]) -> tuple[int, int, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT person_id, id, opened_on FROM plans_case ORDER BY opened_on DESC"
            )
            cases: dict[int, list[tuple[int, date]]] = {}
            for person_id, case_id, opened_on in cursor.fetchall():
                cases.setdefault(person_id, []).append((case_id, opened_on))
        staged, closing = [], []
        for row in rows:
            person_id = self.people[row["pin"]]
            case_id = next(
                case_id for case_id, opened_on in cases[person_id] if opened_on <= row["day"]
            )
            staged.append(
                [
                    case_id,
                    person_id,
                    row["day"],
                    row["reason"],
                    row["form"],
                    row["checked_on"],
                    True if row["checked_on"] else None,
                ]
            )
            closing.append([case_id, row["day"]])
        told = merge(
            "outcomes_exit",
            ["case_id"],
            ["person_id", "day", "reason", "form", "checked_on", "held"],
            staged,
        )
        merge("plans_case", ["id"], ["closed_on"], closing)
        return told

    def grants(self) -> None:
        """Let in those who are to work with each: the responsible by name, the site, otherwise intake."""
        mine = list(set(self.people.values()))
        with connection.cursor() as cursor:
            cursor.execute(GRANTS, {"people": mine, "intake": self.intake})


GRANTS = """
WITH mine AS (SELECT p.id, p.protection FROM people_person p WHERE p.id = ANY (%(people)s)),
left_behind AS (
  -- Who is no longer responsible in the file loses what the assignment opened.
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
  FROM plans_case k WHERE k.person_id = g.person_id AND k.closed_on IS NULL AND g.basis = 'assignment'
    AND g.person_id IN (SELECT id FROM mine) AND k.responsible_id IS NOT NULL
    AND g.membership_id <> k.responsible_id AND (g.ends_at IS NULL OR g.ends_at > clock())),
wanted AS (
  SELECT k.person_id, NULL::bigint AS unit_id, k.responsible_id AS membership_id, s AS scope,
    'assignment' AS basis, NULL::timestamptz AS ends_at
  FROM plans_case k, unnest(ARRAY['plan', 'requirement']) s
  WHERE k.person_id IN (SELECT id FROM mine) AND k.responsible_id IS NOT NULL AND k.closed_on IS NULL
  UNION
  SELECT m.id, %(intake)s, NULL, s, 'import', NULL FROM mine m, unnest(ARRAY['assistance', 'plan']) s
  WHERE m.protection = 'none' AND (s = 'assistance' OR NOT EXISTS (
    SELECT FROM plans_case k WHERE k.person_id = m.id AND k.responsible_id IS NOT NULL AND k.closed_on IS NULL))
  UNION
  SELECT p.person_id, p.unit_id, NULL, 'activity', 'placement', (p.ends_on::timestamp AT TIME ZONE 'Europe/Stockholm')
  FROM activities_placement p JOIN mine m ON m.id = p.person_id
  JOIN staff_unit u ON u.id = p.unit_id JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE m.protection = 'none' AND (p.ends_on IS NULL OR p.ends_on > today())
    AND (o.kind = 'municipality' OR o.basis = 'provider' OR EXISTS (
      SELECT FROM people_consent c WHERE c.person_id = p.person_id AND c.organisation_id = o.id
        AND 'placement' = ANY (c.parts) AND c.withdrawn_on IS NULL
        AND c.starts_on <= today() AND (c.ends_on IS NULL OR c.ends_on > today()))))
INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
SELECT w.person_id, w.unit_id, w.membership_id, w.scope, w.basis, '', w.ends_at, '', '' FROM wanted w
-- A placement's or intake's grant that has been ended by somebody is not given again.
WHERE NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = w.person_id AND g.scope = w.scope
  AND g.unit_id IS NOT DISTINCT FROM w.unit_id AND g.membership_id IS NOT DISTINCT FROM w.membership_id
  AND (w.basis <> 'assignment' OR g.ends_at IS NULL OR g.ends_at > clock()))
"""
