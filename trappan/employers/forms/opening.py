"""An opening as it is written down, changed, closed and found in the list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Model, Q
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.employers.forms.fields import NOBODY, line, running
from trappan.employers.models import Contact, Employer, Opening, Workplace
from trappan.rules.codes import choices
from trappan.rules.forms.occupation import OccupationField
from trappan.rules.forms.ruleset import HoursField
from trappan.schedules.week import Part, read_week
from trappan.ui.forms import Form, LanguagesField, LastDayField, SavedForm, day, offer
from trappan.ui.week.fields import WeekField
from trappan.ui.week.rows import Row, rows_of

MONTH_NUMBERS = [("", _("No season")), *((str(number), name) for number, name in MONTHS.items())]


class Rows(list[Row]):
    """The rows of a saved week, which read as its days and times."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = tuple(parts)
        super().__init__(rows_of(self.parts))

    def __str__(self) -> str:
        return ", ".join(part.in_words for part in self.parts)


class SavedWeekField(WeekField):
    """A week that is saved as text."""

    def prepare_value(self, value: Any) -> Any:
        return Rows(read_week(value).parts) if isinstance(value, str) and value else value


class WeekdaysField(forms.MultipleChoiceField):
    """Days of the week, saved as `mon,tue` and given on as numbers, Monday 0."""

    def __init__(self, **about: Any) -> None:
        days = [(str(number), name) for number, name in WEEKDAYS.items()]
        super().__init__(choices=days, widget=forms.CheckboxSelectMultiple, required=False, **about)

    def clean(self, value: Any) -> list[int]:
        return [int(one) for one in super().clean(value)]

    def prepare_value(self, value: Any) -> Any:
        return [str(one) for one in Opening(weekdays=value).days] if isinstance(value, str) else value


def month(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(choices=MONTH_NUMBERS, coerce=int, empty_value=None, required=False, label=label)


class OpeningFields(Form):
    """What an employer has agreed to offer."""

    title = line(_("What is the work called?"), 200, help_text=_("As one says it there, for example dishwasher."))
    kind = forms.ChoiceField(choices=Opening.Kind.choices, label=_("Kind"))
    support_form = forms.ChoiceField(
        required=False, label=_("Support form"), help_text=_("Only of subsidised employment, where it is settled.")
    )
    workplace = forms.ModelChoiceField(
        Workplace.objects.none(), label=pgettext_lazy("of an employer", "Workplace"), empty_label=_("Choose")
    )
    contact = forms.ModelChoiceField(
        Contact.objects.none(), required=False, label=_("Whom does one ring about it?"), empty_label=_("Nobody yet")
    )
    occupation = OccupationField()
    places = forms.IntegerField(min_value=1, max_value=500, label=_("Places"))
    week = SavedWeekField(required=False, label=_("Days and times"))
    weekly_minutes = HoursField(
        lowest=60,
        highest=60 * 60,
        required=False,
        label=_("Hours a week"),
        help_text=_("Only where the times are not settled; else the days and times above count."),
    )
    weekdays = WeekdaysField(label=_("On which days?"), help_text=_("Only where the times are not settled."))
    starts_on = day(_("First day"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it lasts."))
    season_from = month(_("First month of the season"))
    season_to = month(_("Last month of the season"))
    tasks = running(_("What does one do?"), 3, _("In plain words, as you would say it to somebody.") + " " + NOBODY)
    needs = running(_("What is needed"), 2, _("Only what one cannot do without."))
    good_if = running(_("Good if"), 2, _("What can be learned there, too."))
    languages = LanguagesField(label=_("Languages that the work needs"))
    licence = forms.ChoiceField(
        choices=[("", _("None")), *Opening.Licence.choices], required=False, label=_("Driving licence")
    )
    travel = line(_("How does one get there?"), 200, required=False, help_text=_("Bus, cycle way, from when."))
    adaptations = running(_("What can be adapted"), 2, _("Times, tasks, pace, tools, company."))
    shaped_for_one = forms.BooleanField(
        required=False,
        label=_("Made up with one person in mind"),
        help_text=_("The work fitted to somebody, not the other way. Write no name here."),
    )
    agreed_on = day(_("Agreed with the employer on"))

    def __init__(self, *args: Any, employer: Employer, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {name: getattr(self.initial.get(name), "pk", None) for name in ("workplace", "contact")}
        places = Workplace.objects.filter(employer=employer)
        contacts = Contact.objects.filter(employer=employer)
        open_places = Workplace.objects.open(today).values("pk")
        forms_in_use = choices("support_form", today, [self.initial.get("support_form") or ""])
        offer(self, "workplace", places.filter(Q(pk__in=open_places) | Q(pk=held["workplace"])))
        offer(self, "contact", contacts.filter(Q(left_on=None) | Q(pk=held["contact"])))
        offer(self, "support_form", [("", _("None, or not settled")), *forms_in_use])

    def clean_languages(self) -> list[str]:
        """Write languages alike, so that the list finds them."""
        return [word.lower() for word in self.cleaned_data["languages"]]


class OpeningForm(OpeningFields):
    """A new opening."""


class ChangeOpeningForm(SavedForm, OpeningFields):
    """An opening, begun from what is saved; hours and days stand apart only where there is no week."""

    @classmethod
    def begun(cls, row: Model | None, **otherwise: Any) -> dict[str, Any]:
        return without_what_the_week_says(super().begun(row, **otherwise))


def without_what_the_week_says(begun: dict[str, Any]) -> dict[str, Any]:
    """Return where a form of an opening begins: hours and days that its week says are not said once more."""
    unsaid = {name: empty for name, empty in (("weekly_minutes", None), ("weekdays", "")) if name in begun}
    return begun | (unsaid if begun.get("week") else {})


class CloseOpeningForm(Form):
    close_reason = line(_("Why is it offered no more?"), 300, help_text=_("Filled, taken back, or written by mistake."))


class OpeningsFilter(Form):
    """Which openings the list shows."""

    STATES = (
        ("", _("To offer now")),
        ("rests", _("Full, or of employers that rest")),
        ("closed", _("Closed or over")),
        ("all", _("All")),
    )

    name = forms.CharField(max_length=100, required=False, label=_("Work, occupation or employer"))
    kind = forms.ChoiceField(choices=[("", _("All")), *Opening.Kind.choices], required=False, label=_("Kind"))
    state = forms.ChoiceField(choices=STATES, required=False, label=_("Where it stands"))
    mark = forms.ChoiceField(required=False, label=_("Occupation"))
    language = forms.CharField(max_length=40, required=False, label=_("Language that the work needs"))
    licence = forms.ChoiceField(
        choices=[("", _("Any")), ("none", _("None is needed")), ("some", _("One is needed"))],
        required=False,
        label=_("Driving licence"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = [("low_threshold", _("New people can often begin")), ("shortage", _("Too few for the work there is"))]
        offer(self, "mark", [("", _("All")), *marks])
