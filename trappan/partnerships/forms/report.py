"""What may be typed about a partner's report of a year."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.models import Agreement, ReportStep
from trappan.ui.forms import Form, OpenText, SavedForm, day, offer

LONG = 4000


def section(label: Any, help_text: Any) -> OpenText:
    """Return a field for a section of the report, which may be left for later."""
    return OpenText(
        widget=forms.Textarea(attrs={"rows": 6}), max_length=LONG, required=False, label=label, help_text=help_text
    )


class OpenReportForm(Form):
    """A report that a partner is to write."""

    agreement = forms.ModelChoiceField(Agreement.objects.none(), label=_("Agreement"))
    year = forms.IntegerField(min_value=1990, max_value=2100, label=_("Year"))
    due_on = day(_("To be sent by"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = Agreement.objects.exclude(signed_on=None).exclude(kind=Agreement.Kind.FRAMEWORK)
        offer(self, "agreement", signed)


class ReportForm(SavedForm):
    """What the partner says, each section by itself."""

    done = section(_("What did you do?"), _("In general words: nobody who takes part is named or can be recognised."))
    learnt = section(
        _("What did you learn, and what did not go as you thought?"), _("It is fine to write “nothing in particular”.")
    )
    asks = section(_("What do you ask the municipality for?"), _("It is fine to write “nothing in particular”."))
    answers = OpenText(
        max_length=200,
        required=False,
        label=_("Who answers for the report with you"),
        help_text=_("Name and title of whoever has read it and stands for it."),
    )


class SendBackForm(Form):
    """Why a report is sent back."""

    comment = OpenText(
        widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, label=_("What is missing, or to be put right")
    )


class SignReportForm(Form):
    """Which step of the report whoever signs it has read last."""

    read = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class DeliverForm(Form):
    """To whom a signed report was delivered."""

    to = forms.ChoiceField(choices=ReportStep.To.choices, label=_("To"))
    whom = OpenText(max_length=200, label=_("What it is called"), help_text=_("The department's or the board's name."))
    day = day(_("Delivered on"))


class NothingForm(Form):
    """That there is nothing to report."""

    comment = OpenText(max_length=300, required=False, label=_("Why, if you like to say it"))
