"""What may be typed about rules: a version's name, first day, source and every rule with its bounds."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

from trappan.refusals.editions import edition_of
from trappan.rules.parameters import NUMBERS, PARAMETERS, Kind, Parameter
from trappan.ui.forms import AskedField, DateInput, MonthField, NumberField, OpenText, SavedForm, in_our_time


class HoursField(NumberField):
    """Hours, kept as minutes."""

    def __init__(self, *, lowest: int, highest: int, **about: Any) -> None:
        words = gettext_lazy("Write hours as a number between %(lowest)s and %(highest)s.")
        said = words % {"lowest": lowest // 60, "highest": highest // 60}
        keys = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places", "max_whole_digits")
        super().__init__(
            min_value=lowest // 60,
            max_value=highest // 60,
            max_digits=5,
            decimal_places=2,
            size=5,
            error_messages=dict.fromkeys(keys, said),
            **about,
        )

    def clean(self, value: Any) -> Any:
        typed: Decimal | None = super().clean(value)
        return round(typed * 60) if typed is not None else None

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        plain = number_format(Decimal(value) / 60, 2, use_l10n=True)
        return plain.rstrip("0").rstrip(",.")


def a_monday(value: date) -> None:
    """Refuse a day that is no Monday."""
    if value.weekday() != 0:
        raise forms.ValidationError(gettext_lazy("Weeks A and B are counted from a Monday. Choose a Monday."))


def field_of(one: Parameter, obstacles: list[tuple[str, str]]) -> forms.Field:
    """Return the field in which a rule is typed, with its unit in the label and its bounds."""
    label = f"{one.label} ({one.unit})" if one.unit else str(one.label)
    about: dict[str, Any] = {"label": label, "help_text": one.effect}
    match one.kind:
        case Kind.HOURS:
            return HoursField(lowest=one.lowest, highest=one.highest, **about)
        case Kind.YES | Kind.LISTED:
            return forms.BooleanField(required=False, **about)
        case Kind.CODES:
            boxes = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(choices=obstacles, widget=boxes, required=False, **about)
        case Kind.MONTH:
            return MonthField(required=False, **about)
        case Kind.MONDAY:
            return forms.DateField(widget=DateInput(), validators=[in_our_time, a_monday], **about)
        case Kind.TEXT:
            return OpenText(widget=forms.Textarea(attrs={"rows": 4}), max_length=one.highest, **about)
    words = gettext_lazy("Write a whole number between %(lowest)s and %(highest)s.")
    said = words % {"lowest": one.lowest, "highest": one.highest}
    return forms.IntegerField(
        min_value=one.lowest,
        max_value=one.highest,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), said),
        **about,
    )


class RuleSetForm(SavedForm):
    """A version of the rules as a draft: what it is called, from when, who decided it, and each rule."""

    template_name = "rules/ruleset_form.html"
    name = OpenText(
        max_length=120, label=gettext_lazy("Name"), help_text=gettext_lazy("What colleagues are to know it by.")
    )
    valid_from = forms.DateField(
        widget=DateInput(),
        validators=[in_our_time],
        label=gettext_lazy("Applies from and with"),
        help_text=gettext_lazy("The first day of a month: a month is judged by one version."),
    )
    backdated = AskedField(gettext_lazy("It is to apply also for days that have passed"))
    source = OpenText(
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        label=gettext_lazy("Who has decided, and where does it stand?"),
        help_text=gettext_lazy("The act and its paragraph, or the board, day and paragraph."),
    )

    def __init__(
        self, *args: Any, begun: Mapping[str, Any], saved: bool, obstacles: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        about = {name: begun[name] for name in ("name", "valid_from", "backdated", "source")}
        initial = {**about, **{one.name: as_typed(one, begun["parameters"][one.name]) for one in PARAMETERS}}
        super().__init__(*args, initial={**initial, "edition": edition_of(begun) if saved else ""}, **kwargs)
        used = set(begun["parameters"]["outside_obstacles"]) - {code for code, _words in obstacles}
        offered = [*obstacles, *((code, code) for code in sorted(used))]
        for one in PARAMETERS:
            self.fields[one.name] = field_of(one, offered)
        self.name_what_is_missing()
        self.order_fields([name for name in self.fields if name != "edition"])

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return the rules under the headings that they belong to."""
        found: dict[str, list[forms.BoundField]] = {}
        for one in PARAMETERS:
            found.setdefault(str(one.group), []).append(self[one.name])
        return list(found.items())

    @property
    def parameters(self) -> dict[str, Any]:
        """Return every rule as it is kept."""
        return {one.name: as_kept(one, self.cleaned_data[one.name]) for one in PARAMETERS}


def as_typed(one: Parameter, value: Any) -> Any:
    """Return a rule's value as its field begins with it."""
    if one.kind is Kind.LISTED:
        return bool(value)
    if one.kind is Kind.MONTH:
        return value[:7] if value else None
    return value


def as_kept(one: Parameter, value: Any) -> Any:
    """Return what was typed of a rule as it is kept."""
    if one.kind is Kind.LISTED:
        return [one.only] if value else []
    if one.kind in (Kind.MONTH, Kind.MONDAY):
        return value.isoformat() if value else None
    if one.kind is Kind.TEXT:
        return value.replace("\r\n", "\n").strip()
    return int(value) if one.kind in NUMBERS else value
