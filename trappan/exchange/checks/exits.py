"""Exits: each ends a case, of a kind and with a support form of its own reason, and names what the register knows."""

from datetime import date

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row, Who
from trappan.exchange.checks.openings import employers_called, key_of, occupations_of
from trappan.outcomes.models.exit import LETTERS
from trappan.outcomes.operations import NO
from trappan.rules.models import Code
from trappan.rules.support import NOT_WORK
from trappan.schedules.months import month_later

FILE = "exits.csv"
BEGAN = ("work", "studies", "internship", "municipal")
WORKS = ("work", "internship", "municipal")
CODES = {"kind": "exit_kind", "support_form": "support_form", "source": "exit_source"}


def check_exits(checker: Checker) -> None:
    """An exit ends a case that was open on its day, and each case once; what is said of it belongs to its reason."""
    rows = checker.of(FILE)
    if not rows:
        return
    for row in rows:
        if row["reason"] in ("work", "studies") and not row["form"]:
            checker.no(FILE, row, "form", said_of("work_and_studies_name_their_form"))
        if row["checked_on"] and row["checked_on"] < month_later(row["day"]):
            checker.no(FILE, row, "checked_on", said_of("checked_after_a_month"))
    check_codes(checker, rows)
    check_what_began(checker, rows)
    opened: dict[Who, set[date]] = {}
    for row in checker.of("cases.csv"):
        opened.setdefault(checker.who(row), set()).add(row["opened_on"])
    for person_id, opened_on in database.query(
        "SELECT person_id, opened_on FROM cases_case WHERE person_id = ANY (%s)", [checker.here(rows)]
    ):
        opened.setdefault(person_id, set()).add(opened_on)
    ended: dict[tuple[Who, date], Row] = {}
    for row in rows:
        who = checker.who(row)
        case = max((day for day in opened.get(who, ()) if day <= row["day"]), default=None)
        if case is None:
            checker.no(FILE, row, "day", _("There is no case that was open on that day."))
            continue
        other = ended.setdefault((who, case), row)
        if other is not row:
            checker.no(
                FILE,
                row,
                "day",
                _("Line %(line)s ends the same case, opened %(day)s. Keep one of them.")
                % {"line": other["line"], "day": case},
            )


def said_of(constraint: str) -> str:
    """Return the room's own words for what the database would refuse."""
    words = NO[constraint]
    return str(words[1] if isinstance(words, tuple) else words)


def check_codes(checker: Checker, rows: list[Row]) -> None:
    """Refuse a code that could not be chosen on the day, and a kind or support form that is another reason's."""
    codes: dict[tuple[str, str], list[Code]] = {}
    for code in Code.objects.filter(table__in=CODES.values()):
        codes.setdefault((code.table, code.code), []).append(code)
    for row in rows:
        known = True
        for column, table in CODES.items():
            if row[column] and not any(code.is_usable(row["day"]) for code in codes.get((table, row[column]), ())):
                checker.no(FILE, row, column, _("There is no such code on that day."))
                known = False
        if not known:
            continue
        if row["kind"] and row["kind"][0] != LETTERS.get(row["reason"]):
            checker.no(FILE, row, "kind", said_of("kind_is_of_the_reason"))
        form, made_up = row["support_form"], row["support_form"] in NOT_WORK
        fits = row["reason"] == "municipal" if made_up else row["reason"] == "work" and row["kind"] != "a4"
        if form and not fits:
            checker.no(FILE, row, "support_form", said_of("support_form_is_of_the_reason"))


def check_what_began(checker: Checker, rows: list[Row]) -> None:
    """Refuse occupation, employer and finished studies where nothing of the kind began; note what is not known."""
    occupations = occupations_of(rows)
    here = employers_called(checker.known.municipality)
    coming = {row["organisation_number"] for row in checker.of("employers.csv")}
    for row in rows:
        if row["occupation"] and row["reason"] not in BEGAN:
            checker.no(FILE, row, "occupation", said_of("occupation_where_somebody_began"))
        elif row["occupation"] and row["occupation"].casefold() not in occupations:
            checker.note(FILE, row, "occupation", _("No occupation is called that. The exit comes in without one."))
        name = key_of(row["employer"])
        if row["employer"] and row["reason"] not in WORKS:
            checker.no(FILE, row, "employer", said_of("employer_where_somebody_works"))
        elif name.replace("-", "").isdecimal() and name not in here and name not in coming:
            checker.no(
                FILE, row, "employer", _("No employer has that number. Write its name, or add it to employers.csv.")
            )
        if row["finished_on"]:
            if row["reason"] != "studies":
                checker.no(FILE, row, "finished_on", _("Only studies are finished. Leave the cell empty."))
            elif row["finished_on"] < row["day"]:
                checker.no(FILE, row, "finished_on", said_of("studies_finish_after_they_began"))
            elif row["finished_on"] > checker.today:
                checker.no(FILE, row, "finished_on", said_of("studies_have_finished"))
