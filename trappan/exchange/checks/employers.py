"""Employers: one row for each, with a branch that is known, and none that has gone up in another."""

from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange.checks.checker import Checker, Row
from trappan.rules.codes import choices

FILE = "employers.csv"
MERGED = """SELECT e.organisation_number, o.name FROM employers_employer e
  JOIN employers_employer o ON o.id = e.merged_into_id WHERE e.organisation_number = ANY (%s)"""


def check_employers(checker: Checker) -> None:
    """Name what cannot be right of a row: number, branch, and what it says beside another row."""
    rows = checker.of(FILE)
    if not rows:
        return
    known = known_branches(checker)
    merged = dict(database.query(MERGED, [[row["organisation_number"] for row in rows if row["organisation_number"]]]))
    first: dict[str, Row] = {}
    for row in rows:
        number, key = row["organisation_number"], row["organisation_number"] or row["name"].casefold()
        other = first.setdefault(key, row)
        if other is not row:
            reason = _("Line %(line)s is about the same employer. Keep one of them.") % {"line": other["line"]}
            checker.no(FILE, row, "organisation_number" if number else "name", reason)
        if row["kind"] == "department" and number:
            reason = _("An own department has the municipality's number. Leave the cell empty.")
            checker.no(FILE, row, "organisation_number", reason)
        if number in merged:
            reason = _("It has gone up in %(name)s. Write that one, or leave the row out.") % {"name": merged[number]}
            checker.no(FILE, row, "organisation_number", reason)
        if row["branch"] and row["branch"].casefold() not in known:
            reason = _("There is no such branch. Choose one of: %(names)s.") % {"names": ", ".join(known)}
            checker.no(FILE, row, "branch", reason)


def known_branches(checker: Checker) -> dict[str, str]:
    """Return the codes of branches by their words in both languages' lists, and by themselves."""
    found = choices("branch", checker.today)
    return {words.casefold(): code for code, words in found} | {code: code for code, _words in found}
