"""What one file says against another, and against what is already here."""

from collections import Counter
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.reading import Extract, Problem
from trappan.schedules.months import month_later

Row = dict[str, Any]


class Known:
    """What is already in the database, as far as the extract points at it."""

    def __init__(self, extract: Extract) -> None:
        self.units = self._pairs("SELECT code, id FROM staff_unit")
        self.activities = self._pairs("SELECT code, id FROM activities_activity")
        pins = {row["pin"] for rows in extract.rows.values() for row in rows if "pin" in row}
        self.people = self._pairs("SELECT number, person_id FROM people_number WHERE number = ANY (%s)", list(pins))
        self.consultants = set(
            self._pairs(
                "SELECT c.email, m.id FROM staff_membership m JOIN staff_colleague c ON c.id = m.colleague_id "
                "WHERE m.role = 'consultant' AND m.ends_on IS NULL"
            )
        )
        self.steps = set(
            self._rows("SELECT l.name, s.number FROM plans_ladder l JOIN plans_ladderstep s ON s.ladder_id = l.id")
        )
        self.ladder = next(
            (name for name, _n in self._rows("SELECT name, id FROM plans_ladder ORDER BY valid_from, id LIMIT 1")), ""
        )

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return list(database.query(sql, values))

    def _pairs(self, sql: str, *values: Any) -> dict[Any, Any]:
        return dict(self._rows(sql, *values))


def check(extract: Extract, known: Known, today: date) -> None:
    """Add what is wrong between rows and files."""
    Checker(extract, known, today).all()


def sound(extract: Extract, known: Known, today: date) -> Extract:
    """Return the rows with which nothing is wrong, also once the rows that they point at are left out."""
    rest = extract
    while rest.problems:
        wrong = {(problem.file, problem.line) for problem in rest.problems}
        rows = {name: [row for row in rows if (name, row["line"]) not in wrong] for name, rows in rest.rows.items()}
        rest = Extract(rows, present=extract.present)
        check(rest, known, today)
    return rest


class Checker:
    """The rules between rows, one method a file."""

    def __init__(self, extract: Extract, known: Known, today: date) -> None:
        self.extract, self.known, self.today = extract, known, today
        self.units = set(known.units) | {row["code"] for row in extract.of("units.csv")}
        self.activities = set(known.activities) | {row["code"] for row in extract.of("activities.csv")}
        staff = extract.of("staff.csv")
        self.consultants = known.consultants | {row["email"] for row in staff if row["role"] == "consultant"}
        self.people = set(known.people) | {row["pin"] for row in extract.of("people.csv")}

    def no(self, file: str, row: Row, column: str, reason: str) -> None:
        value = row.get(column)
        self.extract.problems.append(Problem(file, row["line"], column, "" if value is None else str(value), reason))

    def all(self) -> None:
        for name, rows in self.extract.rows.items():
            self.references(name, rows)
            self.periods(name, rows)
        self.two_households()
        for row in self.extract.of("people.csv"):
            if row["protection"] == "registration" and any(
                row[name] for name in ("phone", "address", "postal_code", "city")
            ):
                self.no(
                    "people.csv",
                    row,
                    "protection",
                    _("With protected registration neither address nor phone is stored. Empty those cells."),
                )
        for row in self.extract.of("cases.csv"):
            self.case(row)
        self.one_open_case()
        for row in self.extract.of("attendance.csv"):
            if row["status"] != "present" and row["minutes"]:
                self.no(
                    "attendance.csv",
                    row,
                    "minutes",
                    _("Somebody who was absent has no minutes. Empty the cell or change the status."),
                )
        for row in self.extract.of("steps.csv"):
            if ((row["ladder"] or self.known.ladder), row["step"]) not in self.known.steps:
                self.no("steps.csv", row, "step", _("There is no such step in the ladder."))
        for row in self.extract.of("exits.csv"):
            self.exit(row)
        self.attended_somewhere()
        self.answered_first()
        self.case_to_end()

    def references(self, name: str, rows: list[Row]) -> None:
        """Everything pointed at must be in the folder or here already."""
        unit = _("No unit has that code, neither in units.csv nor here.")
        for column, known, reason in (
            ("pin", self.people, _("Nobody with that number is in people.csv or here already.")),
            ("unit", self.units, unit),
            ("parent", self.units, unit),
            ("activity", self.activities, _("No activity has that code, neither in activities.csv nor here.")),
            ("responsible", self.consultants, _("No consultant has that address, neither in staff.csv nor here.")),
        ):
            if rows and column in rows[0]:
                unknown = {row[column] for row in rows} - known - {None}
                for row in rows if unknown else ():
                    if row[column] in unknown:
                        self.no(name, row, column, reason)

    def periods(self, name: str, rows: list[Row]) -> None:
        """Nothing ends before it starts, and nothing has happened tomorrow."""
        if rows and "ends_on" in rows[0]:
            for row in rows:
                if row["ends_on"] and row["ends_on"] <= row["starts_on"]:
                    self.no(name, row, "ends_on", _("The last day must come after the first."))
        for column in ("day", "opened_on", "mapped_on", "planned_on", "checked_on"):
            if rows and column in rows[0]:
                for row in rows:
                    if row[column] and row[column] > self.today:
                        self.no(name, row, column, _("The day has not come yet."))

    def two_households(self) -> None:
        """Nobody has support in two households the same month, not even under two numbers."""
        people = Counter(self.known.people.values())
        several = {pin for pin, person in self.known.people.items() if people[person] > 1}
        homes: dict[tuple[Any, Any], Row] = {}
        for row in self.extract.of("support_months.csv"):
            if row["pin"] not in several:
                continue  # the same number twice in a month has been refused in reading
            other = homes.setdefault((row["month"], self.known.people[row["pin"]]), row)
            if other is not row:
                self.no(
                    "support_months.csv",
                    row,
                    "household",
                    _("The person already has support that month on line %(line)s. Keep one of them.")
                    % {"line": other["line"]},
                )

    def case(self, row: Row) -> None:
        if row["closed_on"] and row["closed_on"] < row["opened_on"]:
            self.no("cases.csv", row, "closed_on", _("The case cannot be closed before it was opened."))
        if row["planned_on"] and not row["mapped_on"]:
            self.no("cases.csv", row, "mapped_on", _("A plan rests on a kartläggning. Fill in its day."))
        if row["mapped_on"] and row["mapped_on"] < row["opened_on"]:
            self.no("cases.csv", row, "mapped_on", _("The meeting cannot have been held before the case was opened."))

    def one_open_case(self) -> None:
        seen: dict[str, Row] = {}
        for row in self.extract.of("cases.csv"):
            if row["closed_on"] is None:
                other = seen.setdefault(row["pin"], row)
                if other is not row:
                    self.no(
                        "cases.csv",
                        row,
                        "closed_on",
                        _("The person already has an open case on line %(line)s. Close one of them.")
                        % {"line": other["line"]},
                    )

    def exit(self, row: Row) -> None:
        if row["reason"] in ("work", "studies") and not row["form"]:
            self.no("exits.csv", row, "form", _("Write what kind of work or studies it is."))
        if row["checked_on"] and row["checked_on"] < month_later(row["day"]):
            self.no("exits.csv", row, "checked_on", _("Check no sooner than a month after the start."))

    def attended_somewhere(self) -> None:
        """A day's attendance needs a placement that covers it, in the folder or here."""
        placed: dict[tuple[str, str], list[tuple[date, date | None]]] = {}
        for row in self.extract.of("placements.csv"):
            placed.setdefault((row["pin"], row["activity"]), []).append((row["starts_on"], row["ends_on"]))
        for number, code, starts_on, ends_on in database.query(
            "SELECT n.number, a.code, p.starts_on, p.ends_on FROM placements_placement p "
            "JOIN people_number n ON n.person_id = p.person_id JOIN activities_activity a ON a.id = p.activity_id "
            "WHERE p.agreed AND n.number = ANY (%s)",
            [list({row["pin"] for row in self.extract.of("attendance.csv")})],
        ):
            placed.setdefault((number, code), []).append((starts_on, ends_on))
        for row in self.extract.of("attendance.csv"):
            periods = placed.get((row["pin"], row["activity"]), [])
            if not any(first <= row["day"] and (last is None or row["day"] < last) for first, last in periods):
                self.no("attendance.csv", row, "day", _("The person is not placed there on that day."))

    def answered_first(self) -> None:
        """A placement that is proposed here waits for its site's answer, and is not overtaken by a file."""
        listed = self.extract.of("placements.csv")
        waiting = set(
            database.query(
                "SELECT n.number, a.code, p.starts_on FROM placements_placement p "
                "JOIN people_number n ON n.person_id = p.person_id JOIN activities_activity a ON a.id = p.activity_id "
                "WHERE NOT p.agreed AND p.refused_at IS NULL AND p.withdrawn_at IS NULL AND n.number = ANY (%s)",
                [list({row["pin"] for row in listed})],
            )
        )
        for row in listed:
            if (row["pin"], row["activity"], row["starts_on"]) in waiting:
                self.no(
                    "placements.csv",
                    row,
                    "starts_on",
                    _(
                        "The placement is proposed here and waits for the site. Let the site answer, or take "
                        "it back first."
                    ),
                )

    def case_to_end(self) -> None:
        """An exit ends a case that was open on its day."""
        opened: dict[str, list[date]] = {}
        for row in self.extract.of("cases.csv"):
            opened.setdefault(row["pin"], []).append(row["opened_on"])
        for number, opened_on in database.query(
            "SELECT n.number, k.opened_on FROM cases_case k JOIN people_number n ON n.person_id = k.person_id "
            "WHERE n.number = ANY (%s)",
            [list({row["pin"] for row in self.extract.of("exits.csv")})],
        ):
            opened.setdefault(number, []).append(opened_on)
        for row in self.extract.of("exits.csv"):
            if not any(first <= row["day"] for first in opened.get(row["pin"], [])):
                self.no("exits.csv", row, "day", _("There is no case that was open on that day."))
