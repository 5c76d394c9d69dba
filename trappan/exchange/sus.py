"""What is keyed in to SUS: the fields of a sheet, as dated data, and who is to be registered.

The fields, their codes and whether the system is unchanged in 2026 could not be read anywhere, so none of it is logic:
whoever has it at hand adds a sheet from a day, and writes the codes in their lists (rules.Code).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.exchange.models import SusSheet

Moment = SusSheet.Moment
BOTH = (Moment.START, Moment.END)
# From the list of what is kept of a sheet (models/sus.py): a layout asks for some of these.
ANSWERS = ("effort", "education", "income", "occupation")


@dataclass(frozen=True)
class Field:
    """One thing that is asked: the column that keeps it, the list of its codes, and its words at start and at end."""

    column: str
    table: str
    words: dict[str, Promise]

    def asked_at(self, moment: str) -> bool:
        """Tell whether it is asked at the start, or at the end."""
        return moment in self.words


@dataclass(frozen=True)
class Sheet:
    """What is asked of who starts or ends from a day on, and how sure that is."""

    valid_from: date
    source: Promise
    fields: tuple[Field, ...]

    def at(self, moment: str) -> list[Field]:
        """Return what is asked at a moment, in order."""
        return [one for one in self.fields if one.asked_at(moment)]


SHEETS = (
    Sheet(
        date(2012, 1, 1),
        _(
            "As we understand it: each effort is registered when it begins and when it ends, with what the person had "
            "before and has after. Which fields there are, their codes and their order could not be read: look at what "
            "SUS asks for when you key it in."
        ),
        (
            Field("effort", "sus_effort", {Moment.START: _("Kind of effort")}),
            Field("education", "education", {Moment.START: _("Education before"), Moment.END: _("Education after")}),
            Field("income", "sus_income", {Moment.START: _("Income before"), Moment.END: _("Income after")}),
            Field(
                "occupation",
                "sus_occupation",
                {Moment.START: _("Occupation before"), Moment.END: _("Occupation after")},
            ),
        ),
    ),
)


def sheet_of(day: date) -> Sheet:
    """Return what is asked of somebody who started, or ended, on a day; of earlier days what was asked first."""
    held = [one for one in SHEETS if one.valid_from <= day]
    return max(held or SHEETS[:1], key=lambda one: one.valid_from)


@dataclass(frozen=True)
class Due:
    """Somebody's start or end in an initiative that is registered in SUS, as the database tells it.

    `consent_on` is the day of the written consent that holds now, None where there is none; `registers` tells whether
    the person may stand in SUS by name today.
    """

    participation_id: int
    person_id: int
    case_id: int
    name: str
    initiative: str
    moment: str
    day: date
    responsible: str
    consent_on: date | None
    registers: bool
    has_number: bool
    answers: dict[str, str] = field(default_factory=dict)
    keyed_on: date | None = None
    keyed_by: str = ""

    @property
    def lacking(self) -> list[Field]:
        """Return what is asked and not answered yet."""
        return [one for one in sheet_of(self.day).at(self.moment) if not self.answers.get(one.column)]

    @property
    def moment_words(self) -> str:
        return str(Moment(self.moment).label)


def all_due() -> list[Due]:
    """Return every start and end within reach that is to be registered, or has been; the oldest first.

    Nobody protected is among them, nor anybody who has withdrawn the consent.
    """
    return [due_of(row) for row in database.rows("exchange_sus_in_reach", None)]


def due_of(row: Any) -> Due:
    answers = {column: getattr(row, column) or "" for column in ANSWERS}
    named = (
        "participation_id",
        "person_id",
        "case_id",
        "name",
        "initiative",
        "moment",
        "day",
        "consent_on",
        "registers",
        "keyed_on",
    )
    return Due(
        **{name: getattr(row, name) for name in named},
        responsible=row.responsible or "",
        has_number=row.has_number,
        answers=answers,
        keyed_by=row.keyed_by or "",
    )


def one_due(participation_id: int, moment: str) -> Due | None:
    """Return the start or the end of one participation within reach; None where there is none to register."""
    found = database.rows("exchange_sus_in_reach", participation_id)
    return next((due_of(row) for row in found if row.moment == moment), None)
