"""Of which cell the rows are asked for: in the address, since it says nothing of anybody."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.insight.disclosure.plan import By
from trappan.insight.forms.months import choices_of, named
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.indicators.reading import reading_of
from trappan.insight.parts import part_name
from trappan.insight.told import Told
from trappan.ui.forms import Form, offer

ALL, NOBODYS = "all", "none"


class RowsForm(Form):
    """A month, a part of a breakdown (`by`) where one is chosen, and of a share who hits or all whom it is of.

    `totals` are the cells of every month, `cells` those of the month that is asked for, by the breakdown.
    """

    month = forms.ChoiceField(label=_("Month"))
    part = forms.ChoiceField()
    who = forms.ChoiceField(required=False, label=_("Who"))

    def __init__(
        self,
        *args: Any,
        one: Indicator,
        totals: Sequence[Told],
        by: By,
        cells: Sequence[Told],
        names: Sequence[Mapping[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by, self.cells = by, {written_part(cell.part): cell for cell in cells}
        self.parts = {written: part_name(names, cell.part) for written, cell in self.cells.items()} if by else {}
        offer(self, "month", choices_of([cell.month for cell in totals]))
        if self.parts:
            self.fields["part"].label = named(by)
            offer(self, "part", list(self.parts.items()))
            self.name_what_is_missing()
        else:
            del self.fields["part"]
        if one.of is None:
            del self.fields["who"]
        else:
            reading = reading_of(one)
            offer(self, "who", [("", reading.above), (ALL, reading.below)])

    @property
    def cell(self) -> Told:
        """Return the cell that is asked for, where the question makes sense."""
        return self.cells[self.cleaned_data.get("part", written_part(()))]

    @property
    def part_words(self) -> str:
        """Return what the part is called; empty where it is all."""
        return self.parts.get(self.cleaned_data.get("part", ""), "")

    @property
    def of_all(self) -> bool:
        """Tell whether all whom a share is of are asked for."""
        return self.cleaned_data.get("who") == ALL

    @property
    def by_written(self) -> str:
        """Return the breakdown as it stands in the address."""
        return ",".join(self.by)

    @property
    def kept(self) -> dict[str, str]:
        """Return what is asked for as it stands in the address."""
        return {name: value for name, value in {"by": self.by_written, **self.cleaned_data}.items() if value}


def written_part(part: Sequence[str]) -> str:
    """Return a part as it stands in an address: its values in order, and a word where there is none."""
    return ",".join(value or NOBODYS for value in part)
