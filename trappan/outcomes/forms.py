"""What may be typed about an exit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.cases.forms.case import OwnColleagues
from trappan.outcomes.models import Exit
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.staff.choices import MembershipChoice, in_role
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


class ReopenForm(OwnColleagues):
    """Why, and who is to walk with the person; chosen by whoever may choose that."""

    why = forms.CharField(
        max_length=300,
        label=_("Why is the case opened again?"),
        help_text=_("For example: closed by mistake, or the person is on support again. The person may read it."),
    )
    responsible = MembershipChoice(
        in_role("consultant"),
        required=False,
        label=_("Consultant from here on"),
        help_text=_("Leave it empty for the same as before."),
        empty_label=_("Choose"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, organisation_id=actor.organisation_id, **kwargs)
        if not has(actor, "cases.assign"):
            del self.fields["responsible"]
