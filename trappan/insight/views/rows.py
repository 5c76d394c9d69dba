"""From a number to its rows: the told number of one cell, and those counted in it whom the reader may open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.insight.disclosure.plan import PLAN
from trappan.insight.forms import RowsForm
from trappan.insight.forms.months import WRITTEN, named
from trappan.insight.forms.rows import written_part
from trappan.insight.indicators.breakdowns import TITLES
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.indicator import PEOPLE, Indicator
from trappan.insight.indicators.reading import is_percent
from trappan.insight.needs import WITH_ROWS, is_by_number
from trappan.insight.parts import names_of
from trappan.insight.rows import BY_NUMBER, COLUMNS, USUAL, counted, list_rows
from trappan.insight.told import Told, in_words, last_month, told
from trappan.secrecy.rights import Request, has, may
from trappan.ui.lists.listing import Listing

SEE = "insight.see_rows"


@dataclass(frozen=True)
class Number:
    """The number of one cell as it is told, and how many of those counted the reader may open."""

    cell: Told
    of_all: bool
    opened: int

    @property
    def told(self) -> float | None:
        """Return how many were counted: those who hit, or all whom the share is of; None where it is not told."""
        return self.cell.denominator if self.of_all else self.cell.numerator

    @property
    def words(self) -> str:
        """Return the same in words, with what is counted: of a share it is people."""
        one = BY_NAME[self.cell.indicator]
        return f"{in_words(self.told)}\u00a0{PEOPLE if is_percent(one) else one.unit}"

    @property
    def has_moved(self) -> bool:
        """Tell whether the register has more rows by now than were told."""
        return self.told is not None and self.opened > self.told


@may(SEE)
def rows(request: Request, figure_name: str) -> HttpResponse:
    """List those who were counted in one cell and whom the reader may open; 404 for a figure without rows."""
    one = BY_NAME.get(figure_name)
    if one is None or one.name not in WITH_ROWS:
        raise Http404
    asking = asked(request, one)
    by_number = has(request.actor, "cases.reassign") and is_by_number(one.name, asking.by)
    context: dict[str, Any] = {"indicator": one, "asking": asking, "by_number": by_number}
    if asking.is_valid():
        found = counted(one.name, asking.cell.month, asking.by, asking.cell.part, of_all=asking.of_all)
        columns = BY_NUMBER if by_number else COLUMNS
        listing = Listing("rader", _("Rows behind the figure"), columns, USUAL, request.GET, asking.kept)
        ordered = found[::-1] if listing.order.descending else found
        listing.show_whole(ordered, lambda row: row.at, partial(list_rows, by_number=by_number))
        about: dict[str, Any] = {"indicator": one.name, "month": asking.cleaned_data["month"], "by": asking.by_written}
        about |= {"part": list(asking.cell.part), "of_all": asking.of_all}
        record("insight.see_rows", kind="read", scope="log", found=len(found), **about)
        context |= {"listing": listing, "number": Number(asking.cell, asking.of_all, len(found))}
    return render(request, "insight/rows.html", context, status=422 if asking.errors else 200)


def asked(request: Request, one: Indicator) -> RowsForm:
    """Return which cell is asked for; the latest month as a whole where nobody says.

    Refused: a breakdown that is not told, a month or a part that there is not. Where no month is told nothing is asked.
    """
    totals = told([one.name], last=last_month(request.actor.today))
    months = {cell.month.strftime(WRITTEN): cell for cell in totals}
    given = {"month": max(months, default=""), **request.GET.dict()}
    by, no = read_by(one, given.get("by", ""))
    total = months.get(given["month"])
    cells = told([one.name], by, total.month, total.month) if by and total else [total] if total else []
    form = RowsForm(given if months else None, one=one, totals=totals, by=by, cells=cells, names=names_of(by))
    if no and form.is_bound:
        form.add_error(None, no)
    return form


def read_by(one: Indicator, text: str) -> tuple[tuple[str, ...], str]:
    """Return a breakdown in the order of the plan, and why there is none where it is not told."""
    by = tuple(name for name in text.split(",") if name)
    there = PLAN[one.name].by
    found = next((of_plan for of_plan in there if sorted(of_plan) == sorted(by)), None)
    if found is not None:
        return found, ""
    said = {
        "there": ", ".join(named(of_plan) for of_plan in there if of_plan) or _("none: it is told as a total alone")
    }
    if not set(by) <= TITLES.keys():
        return (), _("Nothing is told apart by that. There is: %(there)s.") % said
    said["by"] = named(by)
    no = _("It is not told by %(by)s: so few would be left that somebody could be known. There is: %(there)s.")
    return (), no % said


def rows_url(indicator: str, cell: Told, by: Sequence[str] = ()) -> str:
    """Return where the rows of a cell are listed; empty where the figure has none."""
    if indicator not in WITH_ROWS:
        return ""
    asked = {"month": cell.month.strftime(WRITTEN)}
    if by:
        asked |= {"by": ",".join(by), "part": written_part(cell.part)}
    return f"{reverse('insight:rows', args=[indicator])}?{urlencode(asked)}"
