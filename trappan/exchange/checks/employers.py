"""Employers: one row for each, with a branch that is known, and none that has gone up in another."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row
from trappan.rules.codes import choices

FILE = "employers.csv"
HERE = """SELECT e.id, e.name, e.organisation_number, i.name FROM employers_employer e
  JOIN staff_organisation o ON o.id = e.municipality_id LEFT JOIN employers_employer i ON i.id = e.merged_into_id
  WHERE o.name = %s ORDER BY e.id"""


def check_employers(checker: Checker) -> None:
    """Name what cannot be right of a row: number, branch, and what it says beside another row."""
    rows = checker.of(FILE)
    if not rows:
        return
    known, here = known_branches(checker), employers_here(checker.known.municipality)
    merged = {number: into for _id, _name, number, into in here if number and into}
    alike = who_is_who(rows, here)[1]
    first: dict[str, Row] = {}
    for row in rows:
        number, key = row["organisation_number"], row["organisation_number"] or row["name"].casefold()
        other = first.setdefault(key, row)
        if other is not row:
            reason = _("Line %(line)s is about the same employer. Keep one of them.") % {"line": other["line"]}
            checker.no(FILE, row, "organisation_number" if number else "name", reason)
        elif row["line"] in alike:
            reason = _(
                "Line %(line)s is about the only employer of that name here. Keep one of them, or write another name."
            )
            checker.no(FILE, row, "name", reason % {"line": alike[row["line"]]})
        if row["kind"] == "department" and number:
            reason = _("An own department has the municipality's number. Leave the cell empty.")
            checker.no(FILE, row, "organisation_number", reason)
        if number in merged:
            reason = _("It has gone up in %(name)s. Write that one, or leave the row out.") % {"name": merged[number]}
            checker.no(FILE, row, "organisation_number", reason)
        if row["branch"] and row["branch"].casefold() not in known:
            reason = _("There is no such branch. Choose one of: %(names)s.") % {"names": ", ".join(known)}
            checker.no(FILE, row, "branch", reason)


def employers_here(municipality: str) -> list[tuple[int, str, str, str | None]]:
    """Return a municipality's employers: id, name, number, and the name of the one each has gone up in."""
    return [(number, name, own, into) for number, name, own, into in database.query(HERE, [municipality])]


def who_is_who(
    rows: Iterable[Row], here: Iterable[tuple[int, str, str, str | None]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Return the employer of each line that is here: by number, or else by name, each of them in one line.

    And the lines whose name leads only to those that other lines are about, with one of those lines.
    """
    going = [(one, name.casefold(), own) for one, name, own, into in here if into is None]
    by_number = {own: one for one, _name, own in going if own}
    by_name: dict[str, list[tuple[int, str]]] = {}
    for one, name, own in going:
        by_name.setdefault(name, []).append((one, own))
    found = {
        row["line"]: by_number[row["organisation_number"]] for row in rows if row["organisation_number"] in by_number
    }
    claimed = {one: line for line, one in found.items()}
    alike: dict[int, int] = {}
    for row in rows:
        line, number = row["line"], row["organisation_number"]
        if line in found:
            continue
        same = [(one, own) for one, own in by_name.get(row["name"].casefold(), []) if not number or not own]
        free = sorted((own != number, one) for one, own in same if one not in claimed)
        if free:
            found[line] = free[0][1]
            claimed[free[0][1]] = line
        elif same:
            alike[line] = claimed[same[0][0]]
    return found, alike


def known_branches(checker: Checker) -> dict[str, str]:
    """Return the codes of branches by their words in both languages' lists, and by themselves."""
    found = choices("branch", checker.today)
    return {words.casefold(): code for code, words in found} | {code: code for code, _words in found}
