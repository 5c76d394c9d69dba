"""Which months, and by what, a figure is asked for: in the address, since it says nothing of anybody."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.insight.disclosure.plan import By
from trappan.insight.indicators.breakdowns import TITLES
from trappan.ui.forms import Form, offer

WRITTEN = "%Y-%m"


def choices_of(months: Sequence[date]) -> list[tuple[str, str]]:
    """Return months as choices, the latest first."""
    return [(month.strftime(WRITTEN), date_format(month, "F Y").capitalize()) for month in reversed(months)]


class ComparedForm(Form):
    """Two months to hold against each other."""

    before = forms.ChoiceField(label=_("From"))
    after = forms.ChoiceField(label=_("To"))

    def __init__(self, *args: Any, months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "before", choices_of(months))
        offer(self, "after", choices_of(months))


class PartedForm(Form):
    """A month, and by what it is told apart."""

    month = forms.ChoiceField(label=_("Month"))
    by = forms.ChoiceField(label=_("Told apart by"))

    def __init__(
        self,
        *args: Any,
        months: Sequence[date],
        breakdowns: Sequence[By],
        titles: Mapping[str, Promise] = TITLES,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "month", choices_of(months))
        offer(self, "by", [(",".join(by), named(by, titles)) for by in breakdowns if by])


def named(by: Sequence[str], titles: Mapping[str, Promise] = TITLES) -> str:
    """Return what a breakdown is called: legal gender and age."""
    first, *rest = (str(titles[one]) for one in by)
    return " + ".join([first, *(one.lower() for one in rest)])


class MonthForm(Form):
    """A month."""

    month = forms.ChoiceField(label=_("Month"))

    def __init__(self, *args: Any, months: Sequence[date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "month", choices_of(months))

    def asked(self) -> date:
        """Return the month that is asked for."""
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")


class SeriesForm(Form):
    """Which published series."""

    series = forms.ChoiceField(label=_("Figure"))

    def __init__(self, *args: Any, series: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "series", series)
