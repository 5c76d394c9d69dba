"""What may be typed when an absence is found to have an acceptable reason, or none."""

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from trappan.attendance.models import Finding
from trappan.cases.models import Note
from trappan.rules.codes import choices
from trappan.ui.forms import Form, offer


class ConversationChoice(forms.ModelChoiceField):
    """A conversation by its day and what it begins with."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{localtime(obj.happened_at):%Y-%m-%d}: {obj.fact[:60]}"


class FindingForm(Form):
    kind = forms.ChoiceField(choices=Finding.Kind.choices, widget=forms.RadioSelect, label=_("What do you find?"))
    reason = forms.ChoiceField(required=False, label=_("Acceptable reason"))
    conversation = ConversationChoice(
        Note.objects.none(),
        required=False,
        label=_("The conversation"),
        empty_label=_("None"),
        help_text=_(
            "A note in the journal about a conversation about absence. Without it nobody is found to lack an "
            "acceptable reason."
        ),
    )

    def __init__(self, *args: Any, day: date, person_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [("", _("None")), *choices("absence_reason", day)]
        offer(self, "reason", codes)
        notes = Note.objects.filter(person_id=person_id, dialogue__isnull=False)
        offer(self, "conversation", notes.order_by("-happened_at"))
