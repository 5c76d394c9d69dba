"""From a number to its rows: those of whom a cell was counted whom the actor may read, by name or by case number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.cases.models import Case
from trappan.database.among import IsAmong
from trappan.people.reach import named
from trappan.ui.lists.columns import Cell, Column, ListRow, Order

RESPONSIBLE = Column("responsible", _("Responsible"))
COLUMNS = (Column("name", _("Participant"), sortable=True), Column("case", _("Case"), card="side"), RESPONSIBLE)
BY_NUMBER = (Column("name", _("Case"), sortable=True), RESPONSIBLE)
USUAL = Order("name")


@dataclass(frozen=True)
class Counted:
    """One who was counted: `person_id` of whoever may be read, or a case of a head's own unit by its number.

    `at` is the place in the list as it usually stands.
    """

    at: int
    person_id: int | None
    number: str
    responsible: str


def counted(indicator: str, month: date, by: Sequence[str], part: Sequence[str], *, of_all: bool) -> list[Counted]:
    """Return those of one cell whom the actor may read, in Swedish order; `of_all` for whom a share is of.

    The database decides who they are (sql/rows.sql), and tells nothing of the others, nor how many they are.
    """
    rows = database.rows("insight_rows", indicator, month, list(by), list(part), of_all)
    return [Counted(at, row.person_id, row.number or "", row.responsible or "") for at, row in enumerate(rows, start=1)]


def list_rows(found: Sequence[Counted], *, by_number: bool) -> list[ListRow]:
    """Return these as rows of a list: names and cases are read as the actor's own policies show them.

    `by_number`: a head's list, in which a case stands by its number, and whoever's file is open by name.
    """
    people = [one.person_id for one in found if one.person_id is not None]
    by_id = {one.pk: one for one in named([("", person_id) for person_id in people])}
    cases = latest_cases(people)
    rows = []
    for one in found:
        if one.person_id is None:
            cells = [Cell(one.number), Cell(one.responsible)]
        else:
            person, case = by_id[one.person_id], cases.get(one.person_id)
            responsible = case.responsible.colleague.name if case and case.responsible else ""
            name = Cell(person.name, url=reverse("desk:person", args=[person.pk]), locked=person.is_protected)
            number = [] if by_number else [Cell(case.number if case else "")]
            cells = [name, *number, Cell(responsible)]
        rows.append(ListRow(one.at, cells))
    return rows


def latest_cases(people: Sequence[int]) -> dict[int, Case]:
    """Return the latest case of each of these people that the actor may read."""
    cases = Case.objects.filter(IsAmong("person_id", list(people))).select_related("responsible__colleague")
    return {case.person_id: case for case in cases.order_by("opened_on", "pk")}
