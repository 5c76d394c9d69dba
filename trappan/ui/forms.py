"""Forms in the house's look: label, help, field, error in that order, with a summary on top."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from unicodedata import normalize

from django import forms
from django.core.validators import RegexValidator
from django.db.models import Model
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.refusals.editions import edition_of, saved_in
from trappan.schedules.periods import day_before
from trappan.ui.differences import Difference, differences
from trappan.ui.week.fields import WeekRows


class BoundField(forms.BoundField):
    """A field whose widget carries the design system's class."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        made = super().build_widget_attrs(attrs, widget)
        made.setdefault("class", "ds-input")
        return made

    @property
    def kind(self) -> str:
        """Name the shape that ui/field.html draws."""
        if isinstance(self.field.widget, forms.CheckboxInput):
            return "check"
        if isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "group"
        return "week" if isinstance(self.field.widget, WeekRows) else "plain"


class Form(forms.Form):
    """A form whose empty fields are told by name, and which says so where everybody reads what is typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.name_what_is_missing()
        self.say_who_reads()

    @property
    def is_pressed(self) -> bool:
        """Tell whether a button of a week in it was pressed: then it is drawn again, and nothing is judged or saved."""
        return self.is_bound and any(
            isinstance(field.widget, WeekRows) and field.widget.is_pressed(self.data, self.add_prefix(name))
            for name, field in self.fields.items()
        )

    def full_clean(self) -> None:
        """Judge what was sent, unless only the week was pressed."""
        if self.is_pressed:
            self._errors = ErrorDict()
            self.cleaned_data = {}
        else:
            super().full_clean()

    def is_valid(self) -> bool:
        return not self.is_pressed and super().is_valid()

    def add_error(self, field: str | None, error: Any) -> None:
        """Put a no at its field; what was not asked before is asked now."""
        asked = self.fields.get(field) if field else None
        if field and isinstance(asked, AskedField):
            asked.widget = forms.CheckboxInput()
            self._bound_fields_cache.pop(field, None)  # type: ignore[attr-defined]  # Django keeps the drawn field
        super().add_error(field, error)

    def _clean_fields(self) -> None:
        """Keep letters composed, however they were typed: å is one sign, and is found again."""
        super()._clean_fields()  # type: ignore[misc]  # the stubs lack it
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                composed = normalize("NFC", value)
                # The few signs that grow by it would not fit where the text did.
                self.cleaned_data[name] = composed if len(composed) <= len(value) else value

    def say_who_reads(self) -> None:
        """Say it once, at the first field that everybody reads."""
        for field in self.fields.values():
            if isinstance(field, OpenText):
                reminder = _("Everybody reads what is written here: write nothing about a person.")
                field.help_text = f"{field.help_text} {reminder}".strip()
                return

    def name_what_is_missing(self) -> None:
        """Let every field that must be filled say so by its label; again after adding fields."""
        for field in self.fields.values():
            label = str(field.label).rstrip("?")
            field.error_messages["required"] = _("Fill in: %(label)s.") % {"label": label}


class FormRenderer(DjangoTemplates):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    bound_field_class = BoundField

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Render a template; but a list to choose from without one a choice: a large municipality has thousands."""
        if template_name == forms.Select.template_name:
            return drawn_select(context["widget"])
        return super().render(template_name, context, request)


def drawn_select(widget: Mapping[str, Any]) -> SafeString:
    """Return what the library's own template says of a select, with the same attributes and groups."""
    groups = []
    for name, options, _index in widget["optgroups"]:
        rows = ((option["value"], drawn_attributes(option["attrs"]), option["label"]) for option in options)
        drawn = format_html_join("\n", '<option value="{}"{}>{}</option>', rows)
        groups.append(format_html('<optgroup label="{}">{}</optgroup>', name, drawn) if name else drawn)
    inner = format_html_join("\n", "{}", ((group,) for group in groups))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], drawn_attributes(widget["attrs"]), inner)


def drawn_attributes(attrs: Mapping[str, Any]) -> SafeString:
    """Return the attributes of an element; of one that is true the name alone, and of one that is false nothing."""
    said = {name: value for name, value in attrs.items() if value is not False}
    return format_html_join(
        "", " {}{}", ((name, "" if value is True else format_html('="{}"', value)) for name, value in said.items())
    )


class DateInput(forms.DateInput):
    """The browser's own date field, always in ISO form."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def in_our_time(day: date) -> None:
    """Refuse a day that no calendar of ours reckons with."""
    if not 1900 <= day.year <= 2200:
        raise forms.ValidationError(_("Write a year between 1900 and 2200."))


def day(label: Any, **about: Any) -> forms.DateField:
    """Return the field of a day, in our time."""
    return forms.DateField(widget=DateInput(), label=label, validators=[in_our_time], **about)


class NumberField(forms.DecimalField):
    """A number with decimals as people here write it: 12,5, with a space between thousands; a point does too."""

    def __init__(self, *, size: int = 10, **about: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "size": size})
        super().__init__(localize=True, widget=widget, **about)


class LastDayField(forms.DateField):
    """The last day of something, as people say it; given on as the day after, as the database keeps it."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**{"label": gettext_lazy("Last day"), "widget": DateInput(), **about})
        self.validators.append(in_our_time)

    def clean(self, value: Any) -> date | None:
        last: date | None = super().clean(value)
        return last + timedelta(days=1) if last is not None else None

    def prepare_value(self, value: Any) -> Any:
        return day_before(value) if isinstance(value, date) else value


class LanguagesField(forms.CharField):
    """Languages as people write them, with commas between; given on as a list."""

    def __init__(self, **about: Any) -> None:
        words = {"label": gettext_lazy("Languages"), "help_text": gettext_lazy("With commas between.")}
        super().__init__(**{"max_length": 200, "required": False, **words, **about})

    def clean(self, value: Any) -> list[str]:
        words = [normalize("NFC", word.strip()) for word in (super().clean(value) or "").split(",")]
        if too_long := next((word for word in words if len(word) > 40), None):
            raise forms.ValidationError(_("Write commas between the languages: %s is no language.") % too_long)
        return list(dict.fromkeys(word for word in words if word))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


class MonthField(forms.Field):
    """A month as YYYY-MM, kept as its first day; the browser's own month field where it has one."""

    widget = forms.TextInput(attrs={"type": "month", "size": 8, "placeholder": "2026-10"})

    def to_python(self, value: Any) -> date | None:
        if not value:
            return None
        try:
            month = date.fromisoformat(f"{str(value).strip()}-01")
        except ValueError:
            raise forms.ValidationError(_("Write a month as year and month, for example 2026-10.")) from None
        in_our_time(month)
        return month

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%Y-%m}" if isinstance(value, date) else value


class ListedField(forms.Field):
    """What the page listed, sent back with a button for all of it; the row numbers as they were written."""

    widget = forms.MultipleHiddenInput

    def __init__(self, **about: Any) -> None:
        super().__init__(required=False, **about)

    def to_python(self, value: Any) -> list[str]:
        return list(value or [])


class AskedField(forms.BooleanField):
    """*All the same*: hidden until the operation warns of something, then a box to tick.

    The operation refuses with a sentence at this field, and carries on where it is ticked.
    """

    def __init__(self, label: Any) -> None:
        super().__init__(label=label, required=False, widget=forms.HiddenInput)


class EditionField(forms.IntegerField):
    """Which edition of a page the writer had before them, 0 for none; nothing that is typed.

    The operation refuses an edition that has been overtaken (`refusals.Overtaken`), and the page shows
    what differs (`ui.differences`).
    """

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, initial=0, required=False, min_value=0, max_value=2**31 - 2)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class SavedForm(Form):
    """A form that begins from what is saved, and whose writer is told what somebody else saved meanwhile.

    Its `edition` names what the page showed (`refusals.editions`); the operation refuses another. One that
    `forgets` writes what keeps no versions. `why` is no column: it says why what is saved is put right.
    """

    forgets = False
    edition = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, typed: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.saved = self.initial
        self.initial = {**self.saved, **(typed or {})}  # goes on where its writer left it, in that edition

    @classmethod
    def begun(cls, row: Model | None, **otherwise: Any) -> dict[str, Any]:
        """Return where the form begins: with what a row holds, `otherwise` where it holds nothing, and its edition."""
        saved = saved_in(row, [name for name in cls.base_fields if name not in ("edition", "signs_seen", "why")])
        begins = {**saved, **{name: value for name, value in otherwise.items() if not saved.get(name)}}
        return {**begins, "edition": edition_of(saved)}

    @property
    def differences(self) -> list[Difference]:
        """Return what differs from what is saved now, for a form that comes back to its writer."""
        if not self.errors:
            return []
        saved = {name: value for name, value in self.saved.items() if name in self.fields and name != "edition"}
        return differences(self, saved, self.saved.get("edition", ""))


NUMBER_OF_A_PERSON = RegexValidator(
    r"\d{6}[-+]\d{4}|(19|20)\d{10}",
    gettext_lazy("Everybody reads this, so nothing about a person may stand here. Take the personal number out."),
    inverse_match=True,
)


class OpenText(forms.CharField):
    """Text that every colleague reads, also those who may read of no person: it refuses a personal number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validators=[NUMBER_OF_A_PERSON], **kwargs)


def text(label: Any, rows: int = 4, help_text: Any = "", required: bool = False) -> forms.CharField:
    """Return a field for running text, as long as a person needs."""
    return forms.CharField(
        widget=forms.Textarea(attrs={"rows": rows}),
        required=required,
        label=label,
        help_text=help_text,
        max_length=8000,
    )


def offer(form: forms.BaseForm, name: str, choices: Any) -> None:
    """Let a field of choices offer these: the rows of a queryset, or pairs of value and words."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = choices
    elif isinstance(field, forms.ChoiceField):
        field.choices = choices
