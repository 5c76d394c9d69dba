"""What is written in the journal: what happened apart from what we judge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.cases.forms.meeting import TimeForm
from trappan.cases.models import Note
from trappan.ui.forms import DateInput, EditionField, Form, in_our_time, offer, text


class WrittenForm(TimeForm):
    """What every note says, in the journal or within a referral."""

    fact = text(_("What happened"), 6, _("What was said and done, without judging it."))
    assessment = text(
        _("Our assessment"), 4, _("What you make of it, apart from what happened. Empty where there is none.")
    )
    source = forms.ChoiceField(
        choices=Note.Source.choices, initial=Note.Source.PERSON, widget=forms.RadioSelect, label=_("Who told?")
    )
    source_name = forms.CharField(
        max_length=120,
        required=False,
        label=_("Name and role"),
        help_text=_("Where somebody else than the person told."),
    )
    edition = EditionField()

    field_order = ("kind", "day", "at", "fact", "assessment", "source", "source_name", "edition")

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if "starts_at" in values:
            values["happened_at"] = values.pop("starts_at")
        if not values.get("fact") and not values.get("assessment"):
            self.add_error("fact", _("Write what happened, or what you judge."))
        return values


class NoteForm(WrittenForm):
    kind = forms.ChoiceField(choices=Note.Kind.choices, label=_("What is it about?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A conversation about absence has a page of its own, with the person's words and what was offered.
        talk = Note.Kind.ABSENCE_DIALOGUE
        if self.initial.get("kind") != talk:
            kinds = [one for one in Note.Kind.choices if one[0] != talk]
            offer(self, "kind", kinds)


class ObjectionForm(Form):
    text = text(
        _("What does the person say is wrong?"),
        3,
        _("In the person's own words. It stands beside the note and is never changed."),
        True,
    )
    said_on = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
