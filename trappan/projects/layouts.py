"""What stands in the file of a month's participants: its columns, as dated data with how sure they are.

What the Social Fund asks for today could not be read, so nothing of it is logic: who has it in hand adds a layout with
its day and source, and a file that was made keeps the columns it had.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.ui.lists.files import csv_line, defused

# As our own results are called in a file; the fund's own codes are not known.
RESULTS = {
    "work": "arbete",
    "studies": "studier",
    "internship": "praktik",
    "closer": "steg_narmare",
    "none": "inget_av_dessa",
}
GENDERS = {"K": "kvinna", "M": "man"}


@dataclass(frozen=True)
class Column:
    """One column: what its heading says, which fact stands in it, and by which codes it is said."""

    heading: str
    fact: str
    codes: Mapping[str, str] | None = None

    @property
    def as_data(self) -> dict[str, Any]:
        """Return it as a file keeps it."""
        data: dict[str, Any] = {"heading": self.heading, "fact": self.fact}
        return {**data, "codes": dict(self.codes)} if self.codes else data


@dataclass(frozen=True)
class Layout:
    """The columns of files of months from one on, and how sure they are."""

    valid_from: date
    source: Promise
    columns: tuple[Column, ...]


LAYOUTS = (
    Layout(
        date(2014, 1, 1),
        _(
            "As it was in 2014–2020: each month every participant’s personal number, with the first day in the month "
            "of start and the last in the month of end, within four weeks; when a month is corrected all later ones "
            "are handed in again. Headings, order and what else is asked could not be read: look at what the fund has "
            "decided."
        ),
        (
            Column("projekt", "project"),
            Column("kommun", "municipality"),
            Column("manad", "month"),
            Column("personnummer", "number"),
            Column("kon", "gender", GENDERS),
            Column("forsta_dag", "starts_on"),
            Column("sista_dag", "ends_on"),
            Column("resultat", "result", RESULTS),
            Column("delinsats", "sub_initiative"),
            Column("malgrupper", "target_groups"),
        ),
    ),
)


def layout_of(month: date) -> Layout:
    """Return the columns of a month's file; of months before the first layout the first."""
    held = [one for one in LAYOUTS if one.valid_from <= month]
    return max(held or LAYOUTS[:1], key=lambda one: one.valid_from)


def written(columns: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]], about: Mapping[str, str]) -> str:
    """Return a file as text: a line a participation, with what each says and what is `about` them all."""
    columns = list(columns)
    lines = [csv_line(one["heading"] for one in columns)]
    lines += [csv_line(cell(one, {**about, **row}) for one in columns) for row in rows]
    return "".join(f"{line}\r\n" for line in lines)


def cell(column: Mapping[str, Any], facts: Mapping[str, Any]) -> str:
    """Say a fact by the column's codes, defused; empty where it is not known, or has no code there."""
    said = facts.get(column["fact"])
    if said is not None and "codes" in column:
        said = column["codes"].get(said)
    return "" if said is None else defused(str(said))
