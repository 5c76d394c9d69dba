"""What may be typed about the crew in which a placed person works."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.activities.models import Crew
from trappan.ui.forms import DateInput, Form, in_our_time, offer


class JoinForm(Form):
    crew = forms.ModelChoiceField(Crew.objects.none(), label=_("Crew"), empty_label=_("Choose"))
    starts_on = forms.DateField(widget=DateInput(), label=_("From"), validators=[in_our_time])

    def __init__(self, *args: Any, crews: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "crew", crews)
