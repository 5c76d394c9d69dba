"""What may be typed about who signs for a partner."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.staff.models import Membership
from trappan.ui.forms import Form, OpenText, offer


class WhoSigns(forms.ModelChoiceField):
    """A colleague of the partner, by name and workplace."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.colleague.name}, {obj.unit.name}"


class SignatoryForm(Form):
    """Who signs for the partner, and on which mandate."""

    membership = WhoSigns(Membership.objects.none(), label=_("Who signs for the partner"), empty_label=_("Choose"))
    mandate = OpenText(
        max_length=200,
        label=_("On which mandate"),
        help_text=_("The partner’s own: for example the statutes, or a minute of its board with its day."),
    )

    def __init__(self, *args: Any, offered: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "membership", offered)
