"""What may be typed about an activity: what it holds, its themes, and what one that suits is like."""

from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Activity
from trappan.employers.models import Opening
from trappan.rules.codes import choices
from trappan.schedules.week import DAYS
from trappan.ui.forms import DateInput, Form, LanguagesField, LastDayField, OpenText, SavedForm, in_our_time, offer

ANY = ("", _("Any"))


FIVE = [ANY, *((str(one), str(one)) for one in range(1, 6))]


STEPS = [ANY, *((str(one), str(one)) for one in range(1, 7))]


NINE = [ANY, *((str(one), str(one)) for one in range(1, 10))]


SEASON = [ANY, *((str(number), name) for number, name in MONTHS.items())]


# As a time of day is written: 9.30, 9:30 or 9.
CLOCK = ["%H.%M", "%H:%M", "%H:%M:%S", "%H"]


class OpenLanguages(LanguagesField, OpenText):
    """Languages, read by everybody."""


class SuitsForm(Form):
    """What an activity should be like, to suit somebody; everything may be left open."""

    kind = forms.ChoiceField(required=False, choices=[ANY, *Activity.Kind.choices], label=_("Kind"))
    branch = forms.ChoiceField(required=False, label=_("Branch"))
    step = forms.ChoiceField(required=False, choices=STEPS, label=_("Serves step"))
    challenge = forms.ChoiceField(required=False, choices=FIVE, label=_("Challenge at most"))
    language = forms.CharField(required=False, max_length=40, label=_("Language spoken there"))
    access = forms.ChoiceField(required=False, label=_("Accessibility"))
    day = forms.ChoiceField(
        required=False, choices=[ANY, *zip(DAYS, WEEKDAYS.values(), strict=True)], label=_("Open on")
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("branch", "access"):
            codes = [ANY, *choices(name, today)]
            offer(self, name, codes)


def numbered(values: dict[str, Any], *names: str) -> None:
    """Turn chosen numbers into numbers; what is left open into none."""
    for name in names:
        values[name] = int(values[name]) if values.get(name) else None


def time_of_day(label: Any) -> forms.TimeField:
    """Return a field for a time of day, which may be left empty."""
    return forms.TimeField(
        required=False,
        input_formats=CLOCK,
        widget=forms.TimeInput(format="%H.%M"),
        label=label,
        error_messages={"invalid": _("Write a time of day, for example 9 or 13.30.")},
    )


class DescribeForm(SavedForm):
    forgets = True
    description = OpenText(
        label=_("What is done, in plain words"), max_length=8000, widget=forms.Textarea(attrs={"rows": 3})
    )
    meant_for = OpenText(
        max_length=200,
        required=False,
        label=_("Whom it is for"),
        help_text=_("It is read, and leaves nobody out: no list is narrowed by it."),
    )
    trains = OpenText(max_length=300, required=False, label=_("What one trains"))
    branch = forms.ChoiceField(required=False, label=_("Branch"))
    environment = forms.ChoiceField(
        required=False, choices=[ANY, *Activity.Environment.choices], label=_("How like a workplace is it?")
    )
    challenge = forms.ChoiceField(
        required=False, choices=FIVE, label=_("Challenge"), help_text=_("1 the least, 5 the most.")
    )
    steps_from = forms.ChoiceField(required=False, choices=STEPS, label=_("Serves from step"))
    steps_to = forms.ChoiceField(required=False, choices=STEPS, label=_("Serves to step"))
    bodily = forms.ChoiceField(
        required=False, choices=NINE, label=_("Body or mind"), help_text=_("1 for the mind, 9 for the body.")
    )
    together = forms.ChoiceField(
        required=False, choices=NINE, label=_("Alone or together"), help_text=_("1 alone, 9 in a group.")
    )
    languages = OpenText(
        max_length=300,
        required=False,
        label=_("Languages spoken there"),
        help_text=_("With commas between: svenska, arabiska"),
    )
    languages_asked = OpenLanguages(
        label=_("Languages that one must know there"),
        help_text=_(
            "Only what one cannot be there without. With commas between. Leave it empty if one can learn there."
        ),
    )
    licence = forms.ChoiceField(
        choices=[("", _("None")), *Opening.Licence.choices],
        required=False,
        label=_("Driving licence that one must have there"),
        help_text=_("Only where nobody can be there without."),
    )
    access = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple, label=_("Accessibility"))
    season_from = forms.ChoiceField(required=False, choices=SEASON, label=_("First month of the season"))
    season_to = forms.ChoiceField(required=False, choices=SEASON, label=_("Last month of the season"))
    leads_out = forms.BooleanField(required=False, label=_("Going on to work is its purpose"))
    support_offered = OpenText(
        max_length=300,
        required=False,
        label=_("Support when somebody is away much"),
        help_text=_("What is agreed with the municipality. The consultants see it."),
    )
    address = OpenText(max_length=200, required=False, label=_("Address"), help_text=_("Street and place."))
    contact = OpenText(
        max_length=100, required=False, label=_("Who answers"), help_text=_("A colleague by name, or a function.")
    )
    phone = OpenText(max_length=40, required=False, label=_("Phone"))
    opens = time_of_day(_("Opens at"))
    closes = time_of_day(_("Closes at"))
    introduction = OpenText(
        label=_("What everybody is introduced to"),
        help_text=_("A point a line, safety first. Empty: the ordinary three."),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        branches = [ANY, *choices("branch", today, [self.initial.get("branch") or ""])]
        offer(self, "branch", branches)
        offer(self, "access", choices("access", today, self.initial.get("access") or ()))

    def clean_languages(self) -> list[str]:
        found = [one.strip().lower() for one in self.cleaned_data["languages"].split(",")]
        return list(dict.fromkeys(one[:40] for one in found if one))

    def clean_languages_asked(self) -> list[str]:
        return [word.lower() for word in self.cleaned_data["languages_asked"]]

    def clean_introduction(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["introduction"].splitlines()]
        if any(len(line) > 200 for line in lines):
            raise forms.ValidationError(_("Write shorter points, one a line."))
        return [line for line in lines if line]

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        numbered(values, "challenge", "steps_from", "steps_to", "bodily", "together", "season_from", "season_to")
        return values


class ThemeForm(Form):
    title = OpenText(max_length=120, label=_("Theme"))
    text = OpenText(max_length=500, required=False, label=_("What you do"))
    starts_on = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])
    ends_on = LastDayField()
