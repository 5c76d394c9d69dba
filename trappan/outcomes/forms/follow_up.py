"""What may be typed of a follow-up: the answer, and what the person says of herself where she wants to."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.outcomes.asking import HELD, statements
from trappan.outcomes.models import Exit, FollowUp
from trappan.plans.models import SelfRating
from trappan.ui.forms import DateInput, Form, in_our_time


class FollowUpForm(Form):
    """How it is going; and, folded away, how the person sees it. Nobody has to answer."""

    template_name = "outcomes/follow_up_form.html"
    months = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=24)
    answer = forms.ChoiceField(choices=FollowUp.Answer.choices, widget=forms.RadioSelect, label=_("How is it going?"))
    held = forms.TypedChoiceField(
        choices=HELD,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        label=_("Has it lasted?"),
        help_text=_("Of other work or studies: a month in a row, also in two. Otherwise the answer says it."),
    )
    words = forms.CharField(
        max_length=500, required=False, label=_("In the person's own words"), help_text=_("Where the person wants it.")
    )
    day = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])

    def __init__(self, *args: Any, done: Exit, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not done.is_provisional:
            del self.fields["held"]
        self.statements = statements(today)
        for code, statement in self.statements:
            self.fields[f"answer_{code}"] = forms.TypedChoiceField(
                choices=SelfRating.Answer.choices,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                label=statement,
            )
            self.fields[f"words_{code}"] = forms.CharField(
                max_length=500, required=False, label=gettext("In own words: %(statement)s") % {"statement": statement}
            )
        self.name_what_is_missing()

    @property
    def about(self) -> list[forms.BoundField]:
        """Return what is asked of how it went."""
        return [field for field in self.visible_fields() if "_" not in field.name]

    @property
    def own(self) -> list[forms.BoundField]:
        """Return what the person may say of herself."""
        return [field for field in self.visible_fields() if "_" in field.name]

    def clean(self) -> dict[str, Any]:
        """Gather what was said of oneself, by statement."""
        said = super().clean() or {}
        own = {code: (said.pop(f"answer_{code}", None), said.pop(f"words_{code}", "")) for code, _w in self.statements}
        return {**said, "own": own}


class TakeInForm(Form):
    """Whether it has lasted, where the answer by the link leaves that open: asked of the person."""

    held = forms.TypedChoiceField(
        choices=[("", _("As the answer says")), *HELD],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        label=_("Has it lasted?"),
    )

    def __init__(self, *args: Any, is_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_open:
            del self.fields["held"]
