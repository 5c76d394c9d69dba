"""What would be different: the numbers that somebody changes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import Form

MOST_PLACES, MOST_CONSULTANTS = 300, 50
PLACES = "places-"


class WhatIfForm(Form):
    """More or fewer places by kind (`kinds`: what each is called), consultants, and households that come anew."""

    consultants = forms.IntegerField(
        initial=0, min_value=-MOST_CONSULTANTS, max_value=MOST_CONSULTANTS, label=_("Consultants")
    )
    inflow = forms.IntegerField(
        initial=0,
        min_value=-100,
        max_value=200,
        label=_("Adults who come anew each month, per cent"),
        help_text=_("0 is as in the last two years."),
    )

    def __init__(self, *args: Any, kinds: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, name in kinds.items():
            self.fields[PLACES + kind] = forms.IntegerField(
                initial=0, min_value=-MOST_PLACES, max_value=MOST_PLACES, label=_("Places: %(kind)s") % {"kind": name}
            )
        self.order_fields([*(PLACES + kind for kind in kinds), "consultants", "inflow"])
        self.name_what_is_missing()

    def clean(self) -> dict[str, Any]:
        """Gather the places; refused where nothing is changed."""
        asked = dict(super().clean() or {})
        if not self.errors and not any(asked.values()):
            raise forms.ValidationError(_("Change at least one number: nothing would be different."))
        places = {name.removeprefix(PLACES): asked.pop(name) for name in list(asked) if name.startswith(PLACES)}
        return {**asked, "places": {kind: number for kind, number in places.items() if number}}
