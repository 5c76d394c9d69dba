"""What may be typed when a unit closes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.staff.kept import kept_units
from trappan.staff.models import Unit
from trappan.ui.forms import Form, LastDayField, offer


class CloseUnitForm(Form):
    closes_on = LastDayField()
    next_unit = forms.ModelChoiceField(
        Unit.objects.none(), required=False, empty_label=_("None"), label=_("Is replaced by")
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "next_unit", kept_units().exclude(pk=unit.pk))
