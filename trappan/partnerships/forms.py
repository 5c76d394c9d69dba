"""What may be typed about partners."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.ui.forms import DateInput, Form, LastDayField, in_our_time, offer


def day(label: Any, **about: Any) -> forms.DateField:
    return forms.DateField(widget=DateInput(), label=label, validators=[in_our_time], **about)


class AgreementForm(Form):
    name = forms.CharField(max_length=200, label=_("What the agreement is called"))
    reference = forms.CharField(max_length=60, required=False, label=_("Case number of the decision"))
    purpose = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label=_("What is it for?"))
    places = forms.IntegerField(min_value=0, max_value=10_000, label=_("Places in the agreement"))
    signed_on = day(_("Signed"))
    starts_on = day(_("Holds from"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it holds until further notice."))


class AmendmentForm(Form):
    scope = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label=_("What changes?"))
    places = forms.IntegerField(
        min_value=-10_000,
        max_value=10_000,
        initial=0,
        label=_("Places more or fewer"),
        help_text=_("With a minus sign where there are fewer."),
    )
    signed_on = day(_("Signed"))
    starts_on = day(_("Holds from"))
    ends_on = LastDayField(
        required=False, label=_("New last day"), help_text=_("Leave it empty if the end is as before.")
    )


class CheckForm(Form):
    kind = forms.ChoiceField(label=_("What was looked at?"))
    seen_on = day(_("Seen"))
    valid_until = day(
        _("Holds until"),
        required=False,
        help_text=_("When it is to be looked at again. Leave it empty if it holds without end."),
    )
    note = forms.CharField(
        max_length=300,
        required=False,
        label=_("What was seen"),
        help_text=_("For example the name of the document. Nothing about a person."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices("partner_check", today))
