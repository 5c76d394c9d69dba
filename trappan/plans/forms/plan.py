"""What may be typed in a plan: its hours, the parts of its week, how it was agreed and why it ended."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trappan.documents.signs import PaperForm
from trappan.plans.models import Plan
from trappan.ui.forms import DateInput, EditionField, Form, NumberField, offer, text

BETWEEN = _("Write hours a week as a number between 0 and 40.")


class HoursField(NumberField):
    """Hours a week, given on as they were typed."""

    def __init__(self, **about: Any) -> None:
        keys = ("invalid", "min_value", "max_value", "max_digits", "max_decimal_places")
        super().__init__(
            max_digits=5,
            decimal_places=2,
            min_value=0,
            max_value=40,
            size=4,
            error_messages=dict.fromkeys(keys, BETWEEN),
            **about,
        )


def in_minutes(hours: Decimal | None) -> int:
    """Return hours as whole minutes; none where nothing was written."""
    return round(hours * 60) if hours else 0


class PlanForm(PaperForm, Form):
    on_paper = ("goal", "hours_reason", "adaptation")
    goal = text(_("Goal"), 2, required=True)
    weekly_hours = HoursField(
        label=_("Hours a week"), help_text=_("By the person's own ability. The proposal stands beside; you decide.")
    )
    hours_reason = text(_("Why these hours?"), 2, _("Needed when they differ from the proposal. The person reads it."))
    adaptation = text(_("Adaptation"), 2, _("What the person needs for this to work: breaks, pace, tools, journey."))
    review_on = forms.DateField(widget=DateInput(), label=_("Follow up"))
    reference = forms.CharField(max_length=60, required=False, label=_("Registry number"))
    edition = EditionField()

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        values["weekly_minutes"] = in_minutes(values.pop("weekly_hours", None))
        return values


class DecideForm(Form):
    """Which draft was shown, and in which edition: `17.3`."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)


class AgreeForm(PaperForm, DecideForm):
    """How the person agreed, and who made the plan with them: by name where the case knows it, else as it is typed."""

    on_paper = ("supervisor", "employer_team", "interpreter", "other")
    agreed_how = forms.ChoiceField(
        choices=Plan.Agreed.choices, widget=forms.RadioSelect, label=_("How did the person agree?")
    )
    agreed_on = forms.DateField(widget=DateInput(), label=_("When"))
    colleagues = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Who took part, beside the person?"),
        help_text=_("It stands on the plan. Leave out whoever did not take part."),
    )
    supervisor = forms.CharField(
        max_length=120, required=False, label=_("Supervisor"), help_text=_("Name and place, if one took part.")
    )
    employer_team = forms.CharField(
        max_length=120, required=False, label=_("The employer team"), help_text=_("Who of it, if somebody took part.")
    )
    interpreter = forms.CharField(
        max_length=120, required=False, label=_("Interpreter"), help_text=_("Name or language, if there was one.")
    )
    other = forms.CharField(
        max_length=200,
        required=False,
        label=pgettext_lazy("who took part", "Others"),
        help_text=_("By role, for example a sister or a doctor."),
    )

    def __init__(self, *args: Any, colleagues: Mapping[str, str], **kwargs: Any) -> None:
        """`colleagues` are the names by role of those whom the case knows."""
        super().__init__(*args, **kwargs)
        self.names = colleagues
        roles = dict(Plan.Part.choices)
        named = [(role, f"{roles[role]}, {name}") for role, name in colleagues.items()]
        offer(self, "colleagues", named)
        if not colleagues:
            del self.fields["colleagues"]

    def clean(self) -> dict[str, Any]:
        """Put those who took part together, by role and name."""
        values = dict(super().clean() or {})
        ticked = values.pop("colleagues", [])
        told = {role: values.pop(role, "").strip() for role in ("supervisor", "employer_team", "interpreter", "other")}
        values["took_part"] = [
            {"role": role, "name": name}
            for role, name in {**{role: self.names[role] for role in ticked}, **told}.items()
            if name
        ]
        return values


class EndPlanForm(Form):
    reason = text(_("Why does it end?"), 2, required=True)
