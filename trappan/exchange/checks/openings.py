"""Openings: each of an employer that may offer something, once, and of an occupation that is known."""

from django.utils.translation import gettext as _

from trappan import database
from trappan.employers.numbers import read_organisation_number
from trappan.exchange.checks.checker import Checker, Row
from trappan.refusals import Refused
from trappan.rules.models import Concept
from trappan.rules.occupations import called

FILE = "openings.csv"
HERE = """SELECT e.id, e.name, e.organisation_number, e.merged_into_id, e.ended_on, e.cooperates
  FROM employers_employer e JOIN staff_organisation o ON o.id = e.municipality_id WHERE o.name = %s ORDER BY e.id"""


def check_openings(checker: Checker) -> None:
    """Name what cannot be right of a row: its employer, its key said twice; and note what will not be known of it."""
    rows = checker.of(FILE)
    if not rows:
        return
    here = employers_called(checker.known.municipality)
    coming: dict[str, set[str]] = {}
    for row in checker.of("employers.csv"):
        own = row["organisation_number"] or f"line {row['line']}"
        for name in (row["name"].casefold(), row["organisation_number"]):
            coming.setdefault(name, set()).add(own)
    first: dict[tuple[str, str], Row] = {}
    occupations = occupations_of(rows)
    for row in rows:
        name = key_of(row["employer"])
        same = [str(one) for one, no in here.get(name, []) if not no] or sorted(coming.get(name, ())) or [name]
        other = first.setdefault((same[0], row["code"]), row)
        if other is not row:
            reason = _("Line %(line)s is about the same opening. Keep one of them.") % {"line": other["line"]}
            checker.no(FILE, row, "code", reason)
        if reason := why_not(here.get(name, []), len(coming.get(name, ()))):
            checker.no(FILE, row, "employer", reason)
        if row["hours"] is not None and row["hours"] < 15:
            checker.no(FILE, row, "hours", _("Write how many hours a week it is, or leave the cell empty."))
        elif row["hours"] is None:
            checker.note(FILE, row, "hours", _("The hours are not known, so nobody can be told whether they fit."))
        if row["occupation"] and row["occupation"].casefold() not in occupations:
            checker.note(FILE, row, "occupation", _("No occupation is called that. The opening comes in without one."))


def why_not(here: list[tuple[int, str]], coming: int) -> str:
    """Say why an employer that is named so cannot offer anything; nothing where it can."""
    good = [one for one, no in here if not no]
    if len(good) > 1 or (not good and coming > 1):
        return _("Several employers are called that. Write the organisation number instead.")
    if good or coming:
        return ""
    return here[0][1] if here else _("No employer has that name or number, neither here nor in employers.csv.")


def key_of(text: str) -> str:
    """Return by what an employer is known: its number where one stands in the cell, else its name."""
    try:
        return read_organisation_number(text)
    except Refused:
        return text.casefold()


def employers_called(municipality: str) -> dict[str, list[tuple[int, str]]]:
    """Return a municipality's employers by number and by name, each with why it offers nothing, where it does not."""
    found: dict[str, list[tuple[int, str]]] = {}
    for one in database.query(HERE, [municipality]):
        no = ""
        if one.merged_into_id is not None:
            no = _("It has gone up in another one. Write that one.")
        elif one.ended_on is not None:
            no = _("The contact has ended. Take it up again first, or leave the row out.")
        elif one.cooperates:
            no = _("They take nobody on. Leave the row out.")
        for name in {one.name.casefold(), one.organisation_number} - {""}:
            found.setdefault(name, []).append((one.id, no))
    return found


def occupations_of(rows: list[Row]) -> dict[str, str]:
    """Return the id of each occupation that the rows name, by its name in lower case or by its id."""
    named = {row["occupation"] for row in rows if row["occupation"]}
    by_id = {key.casefold(): key for key in Concept.objects.filter(pk__in=named).values_list("pk", flat=True)}
    return {name: one.pk for name, one in called(named).items()} | by_id
