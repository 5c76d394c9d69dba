"""What is written in a kartläggning."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.ui.forms import DateInput, Form, text


class MappingForm(Form):
    held_on = forms.DateField(widget=DateInput(), label=_("Day of the meeting"))
    own_words = text(
        _("What does the person want?"),
        help_text=_("In the person's own words. Nobody rewrites them."),
    )
    background = text(
        _("Background"), help_text=_("Education, work, languages, health in own words, housing.")
    )
    strengths = text(_("Strengths and motivation"), 3)
    assessment = text(_("Our assessment"), help_text=_("Yours, apart from what the person said."))
    fastest_way = text(
        _("The fastest way to self-support"), 3, _("With the reason, and what else could work.")
    )

    def __init__(self, *args: Any, finish: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("own_words", "assessment", "fastest_way"):
            self.fields[name].required = finish
