"""An amount in kronor and a percentage, as people write them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from trappan.partnerships.money import kronor, percent, read_basis_points, read_ore


class OreField(forms.CharField):
    """An amount in kronor, with öre or without; given on as whole öre."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"max_length": 30, "widget": forms.TextInput(attrs={"inputmode": "decimal"}), **about})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        ore = read_ore(typed)
        if ore is None:
            raise forms.ValidationError(_("Write an amount in kronor, for example 1 100 000 or 825,50."))
        return ore

    def prepare_value(self, value: Any) -> Any:
        return kronor(value).removesuffix("\u00a0kr").removesuffix(" kr") if isinstance(value, int) else value


class PercentField(forms.CharField):
    """A percentage with at most two decimals, given on as whole hundredths of a percent."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"max_length": 10, "widget": forms.TextInput(attrs={"inputmode": "decimal"}), **about})

    def clean(self, value: Any) -> Any:
        found = read_basis_points(super().clean(value))
        if found is None:
            raise forms.ValidationError(_("Write a percentage with at most two decimals, for example 2,5."))
        return found

    def prepare_value(self, value: Any) -> Any:
        return percent(value) if isinstance(value, int) else value
