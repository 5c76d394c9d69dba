"""What may be typed about an exit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.outcomes.models import Exit
from trappan.ui.forms import AskedField, DateInput, Form


class ExitForm(Form):
    reason = forms.ChoiceField(choices=Exit.Reason.choices, widget=forms.RadioSelect, label=_("Why does the case end?"))
    form = forms.CharField(
        max_length=100,
        required=False,
        label=_("What kind"),
        help_text=_("For work and studies: for example cleaner, permanent; or komvux, care."),
    )
    day = forms.DateField(widget=DateInput(), label=_("First day"))
    sure = AskedField(_("Close the case all the same"))


class CheckForm(Form):
    held = forms.ChoiceField(
        choices=[("yes", _("Yes, for at least a month in a row")), ("no", _("No"))],
        widget=forms.RadioSelect,
        label=_("Has it lasted?"),
    )
