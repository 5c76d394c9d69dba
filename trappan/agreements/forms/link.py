"""What whoever has a link may type: the code, the name, answers to what is asked, or why not."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.agreements.questions import Question
from trappan.ui.forms import Form


class CodeForm(Form):
    code = forms.CharField(
        label=_("Code, six figures"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "ds-input code-input"}
        ),
    )

    def clean_code(self) -> str:
        """Return the figures alone: people write 123 456."""
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isascii() and sign.isdigit())


class AnswerForm(Form):
    name = forms.CharField(max_length=100, label=_("Your name"))
    title = forms.CharField(max_length=100, required=False, label=_("What you are there"))
    may_sign = forms.BooleanField(label=_("I may sign for the employer"))


class DeclineForm(Form):
    no = forms.CharField(max_length=1000, label=_("What is not right?"), widget=forms.Textarea(attrs={"rows": 3}))


class AskedForm(Form):
    """Answers to the questions that are frozen in a link's text; of an employer with the name of who answers."""

    template_name = "agreements/asked_form.html"

    def __init__(self, *args: Any, questions: Sequence[Question], named: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions, self.named = questions, named
        for one in questions:
            self.fields[f"answer-{one.key}"] = field_of(one)
        if named:
            self.fields["name"] = forms.CharField(max_length=100, label=_("Your name"))
            self.fields["title"] = forms.CharField(max_length=100, required=False, label=_("What you are there"))
        self.name_what_is_missing()

    def clean(self) -> dict[str, Any]:
        """Refuse a form in which nothing is answered."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.answers:
            raise forms.ValidationError(_("Nothing is answered yet. Answer what you know, and leave the rest."))
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        """Return what is answered, by the key of its question, as it is kept."""
        found = {one.key: self.cleaned_data.get(f"answer-{one.key}") for one in self.questions}
        return {key: kept(value) for key, value in found.items() if value not in (None, "")}

    @property
    def said(self) -> dict[str, Any]:
        """Return all that is said: who answers, and what."""
        who = {key: self.cleaned_data[key] for key in ("name", "title")} if self.named else {}
        return {**who, "answers": self.answers}

    @property
    def groups(self) -> list[tuple[str, list[Any]]]:
        """Return the fields under their headings, in order; last, under none, who answers."""
        found = [
            (heading, [self[f"answer-{one.key}"] for one in those])
            for heading, those in groupby(self.questions, key=lambda one: one.group)
        ]
        return [*found, ("", [self["name"], self["title"]])] if self.named else found


def field_of(one: Question) -> forms.Field:
    """Return the field that a question is answered in."""
    about: dict[str, Any] = {"label": one.label, "required": one.needed, "help_text": one.help}
    if one.kind == "choice":
        return forms.ChoiceField(choices=list(one.choices), widget=forms.RadioSelect, **about)
    if one.kind == "number":
        return forms.IntegerField(min_value=one.lowest, max_value=one.highest, **about)
    if one.kind == "time":
        field = forms.TimeField(widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), **about)
        field.is_of_part = True  # type: ignore[attr-defined]  # shown where a part of the day is chosen
        return field
    return forms.CharField(max_length=one.most, widget=forms.Textarea(attrs={"rows": 3}), **about)


def kept(value: Any) -> Any:
    """Return an answer as it is kept: a time as 9:05, all else as it is."""
    return value if isinstance(value, str | int) else f"{value:%H:%M}"
