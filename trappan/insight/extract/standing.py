"""How an extract stands, in words, and its data dictionary as a file."""

from datetime import date
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from trappan.insight.models import Extract
from trappan.ui.lists.files import csv_line, defused

# The difference between a published total and the rows of the file; what is left is to bind whoever gets it.
COMPARED = gettext_lazy(
    "Whoever compares the file with published totals can work out how many. Whoever gets the file may neither do so "
    "nor tell it on."
)


class Standing(Enum):
    """Where an extract stands between being asked for and being over."""

    ASKED = gettext_lazy("Waits to be decided")
    REFUSED = gettext_lazy("The extract is refused")
    MAKING = gettext_lazy("Granted, and being made")
    READY = gettext_lazy("The file is there")
    WITHDRAWN = gettext_lazy("Withdrawn")
    OVER = gettext_lazy("Over: its last day has passed")
    NOBODYS = gettext_lazy("Over: whoever asked for it is the controller no more")


def standing(extract: Extract, today: date) -> Standing:
    """Return how an extract stands on a day."""
    if extract.outcome == Extract.Outcome.REFUSED:
        return Standing.REFUSED
    if extract.withdrawn_at:
        return Standing.WITHDRAWN
    if today >= extract.ends_on:
        return Standing.OVER
    if extract.gone_at:
        return Standing.NOBODYS
    if not extract.outcome:
        return Standing.ASKED
    return Standing.READY if extract.made_at else Standing.MAKING


def left_out(extract: Extract) -> str:
    """Return how many were left out of a file, in words; of fewer than five no number is said, but how it is found."""
    if extract.left_out is None:
        return " ".join(
            [
                _(
                    "Fewer than five people are left out, or none: those whose identity is protected, and their "
                    "households."
                ),
                str(COMPARED),
            ]
        )
    return ngettext(
        "%(number)s person is left out: those whose identity is protected, and their households.",
        "%(number)s people are left out: those whose identity is protected, and their households.",
        extract.left_out,
    ) % {"number": extract.left_out}


def dictionary_as_csv(extract: Extract) -> str:
    """Return the data dictionary of an extract: a row a column, and one for each code of it; first of the file itself.

    In Swedish, as the words in it are.
    """
    with override("sv"):
        about = _("%(rows)s rows of %(people)s people.") % {"rows": extract.rows or 0, "people": extract.people or 0}
        whole = " ".join(
            [about, left_out(extract), _("Personal data under secrecy. Given out for: %s") % extract.project]
        )
    rows = [["column", "kind", "meaning", "code", "code_means", "source"], ["*", "", whole, "", "", extract.reference]]
    for one in extract.words:
        rows.append([one["column"], one["kind"], one["meaning"], "", "", one["source"]])
        rows += [[one["column"], "", "", code, label, ""] for code, label in one["codes"].items()]
    return "".join(csv_line(map(defused, row)) + "\n" for row in rows)
