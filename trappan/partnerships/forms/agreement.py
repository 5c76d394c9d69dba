"""What may be typed about an agreement: what was signed elsewhere, a draft, its steps, and its signature."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.forms.paper import ReadField, shown_anew
from trappan.partnerships.models import Agreement, Consultation
from trappan.staff.models import Organisation
from trappan.ui.forms import Form, LastDayField, OpenText, SavedForm, day, offer


def long_text(label: Any, **about: Any) -> OpenText:
    return OpenText(widget=forms.Textarea(attrs={"rows": 3}), label=label, max_length=4000, **about)


def notice() -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=60, required=False, label=_("Months of notice"))


PARTNER_CALLED = _("What the partner is called in it")
US_CALLED = _("What the municipality is called in it")


class AgreementForm(Form):
    """An agreement that was signed elsewhere."""

    name = forms.CharField(max_length=200, label=_("What the agreement is called"))
    reference = forms.CharField(max_length=60, required=False, label=_("Case number of the decision"))
    purpose = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label=_("What is it for?"))
    places = forms.IntegerField(min_value=0, max_value=10_000, label=_("Places in the agreement"))
    signed_on = day(_("Signed"))
    starts_on = day(_("Holds from"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it holds until further notice."))


class AmendmentForm(Form):
    """What was agreed since and signed elsewhere."""

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


class DraftForm(Form):
    """A new agreement, as a draft."""

    kind = forms.ChoiceField(choices=Agreement.Kind.choices, label=_("Kind"))
    organisation = forms.ModelChoiceField(Organisation.objects.none(), empty_label=_("Choose"), label=_("With whom"))
    name = OpenText(max_length=200, label=_("What the agreement is called"))
    municipality_as = OpenText(max_length=200, label=US_CALLED, help_text=_("For example the board that is the party."))
    organisation_as = OpenText(max_length=200, label=PARTNER_CALLED)
    purpose = long_text(_("What is it for?"))
    places = forms.IntegerField(min_value=0, max_value=10_000, initial=0, label=_("Places in the agreement"))
    starts_on = day(_("Holds from"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it holds until further notice."))
    notice_months = notice()
    evaluate_on = day(_("To be evaluated"), required=False)
    reference = forms.CharField(max_length=60, required=False, label=_("Registry number"))
    framework = forms.ModelChoiceField(
        Agreement.objects.none(), required=False, empty_label=_("None"), label=_("Under the framework")
    )
    succeeds = forms.ModelChoiceField(
        Agreement.objects.none(), required=False, empty_label=_("None"), label=_("Follows")
    )
    target_groups = long_text(
        _("Target groups"), required=False, help_text=_("Asked of an agreement with the Employment Service.")
    )
    routines = long_text(_("How one works together"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = ("municipality", "school")
        offer(self, "organisation", Organisation.objects.in_force().exclude(kind__in=others).order_by("name"))
        signed = Agreement.objects.exclude(signed_on=None)
        offer(self, "framework", signed.filter(kind=Agreement.Kind.FRAMEWORK))
        offer(self, "succeeds", signed)


class ChangeDraftForm(SavedForm, DraftForm):
    """What a draft of an agreement says, begun from what is saved."""


class DraftAmendmentForm(Form):
    """What is to change in an agreement, as a draft."""

    scope = long_text(_("What changes?"))
    places = forms.IntegerField(
        min_value=-10_000,
        max_value=10_000,
        initial=0,
        label=_("Places more or fewer"),
        help_text=_("For example 8, or -4. Leave 0 if the places are as before."),
    )
    starts_on = day(_("Holds from"))
    ends_on = LastDayField(
        required=False, label=_("New last day"), help_text=_("Leave it empty if the end is as before.")
    )
    notice_months = notice()
    municipality_as = OpenText(max_length=200, label=US_CALLED)
    organisation_as = OpenText(max_length=200, label=PARTNER_CALLED)
    reference = forms.CharField(max_length=60, required=False, label=_("Registry number"))


class ChangeAmendmentForm(SavedForm, DraftAmendmentForm):
    """What the draft of an amendment says, begun from what is saved."""


class RenewForm(Form):
    """From when to when what follows an agreement is to hold."""

    starts_on = day(_("Holds from"))
    ends_on = LastDayField(required=False, help_text=_("Leave it empty if it holds until further notice."))


class LapseForm(Form):
    """Why an agreement is let end."""

    why = OpenText(max_length=300, label=_("Why is it not renewed?"))


class ConsultForm(Form):
    """A consultation, or the information to the unions."""

    kind = forms.ChoiceField(choices=Consultation.Kind.choices, label=_("What was it?"))
    paragraph = forms.ChoiceField(
        choices=[("", _("None: a consultation")), *Consultation.Paragraph.choices], required=False, label=_("Under MBL")
    )
    whom = OpenText(max_length=200, label=_("With whom"), help_text=_("Units, partners and unions, no person."))
    held_on = day(_("When"))
    outcome = OpenText(max_length=500, label=_("What came of it"))

    def __init__(self, *args: Any, mbl_days: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("Information under MBL counts for a decision within %(days)s days, by the rules of today.")
        self.fields["held_on"].help_text = words % {"days": mbl_days}


class DecideForm(Form):
    """The decision about a draft."""

    decided_on = day(_("Decided"))
    body = OpenText(max_length=200, label=_("Who decided"), help_text=_("For example the education board."))
    paragraph = forms.CharField(max_length=60, required=False, label=_("Paragraph of the minutes"))
    reference = forms.CharField(max_length=60, label=_("Registry number"))
    officer = OpenText(max_length=200, label=_("Officer"))
    read = ReadField()

    def clean_read(self) -> Any:
        return shown_anew(self, "read")


class RecipientForm(Form):
    """Somebody who is to have the decision."""

    name = OpenText(max_length=200, label=_("Who is to have the decision"))


class SendForm(Form):
    """That the decision has been sent."""

    sent_on = day(_("Sent"))


class SignForm(Form):
    """The signature under a draft that is decided."""

    signed_on = day(_("Signed"))
    signatory = OpenText(max_length=200, label=_("Who signs for the municipality"), help_text=_("Name and title."))
    mandate = OpenText(
        max_length=200, label=_("On which mandate"), help_text=_("The delegation or decision that says so.")
    )
    partner_signatory = OpenText(max_length=200, label=_("Who signs for the partner"))
