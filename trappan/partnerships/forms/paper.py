"""What may be typed for a decision paper, and about the unions before a unit closes."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.signs import PaperForm
from trappan.partnerships.facts import Facts
from trappan.partnerships.models import Consultation
from trappan.ui.forms import Form, OpenText, SavedForm, day

SECTION_LABELS = {
    "proposal": _("Proposal for a decision"),
    "background": _("Background"),
    "economy": _("Economy"),
    "goals": _("Goals that it serves"),
    "equality": _("Equality"),
    "consultation": _("Consultation"),
    "mbl": _("Unions, MBL"),
    "follow_up": _("Follow-up"),
}


def officer_field() -> OpenText:
    return OpenText(max_length=200, label=_("Officer"), help_text=_("Name and title."))


def manager_field() -> OpenText:
    return OpenText(max_length=200, label=_("Manager"), help_text=_("Who is responsible for the paper."))


class BeginPaperForm(Form):
    """Who writes a decision paper, who answers for it, and under which registry number."""

    officer = officer_field()
    manager = manager_field()
    reference = OpenText(max_length=60, label=_("Registry number"))


class SectionField(OpenText):
    """A section's text; `said` is what the agreement says beside it, `is_changed` whether that is new to the paper."""

    said: Sequence[Sequence[str]] = ()
    is_changed = False


def section(name: str) -> SectionField:
    return SectionField(
        widget=forms.Textarea(attrs={"rows": 5}), max_length=8000, required=False, label=SECTION_LABELS[name]
    )


class WritePaperForm(PaperForm, SavedForm):
    """The text of a decision paper, section by section."""

    on_paper = ("title", "officer", "manager", "reference", *SECTION_LABELS)
    title = OpenText(max_length=200, label=_("Title"))
    officer = officer_field()
    manager = manager_field()
    reference = OpenText(max_length=60, label=_("Registry number"))
    proposal = section("proposal")
    background = section("background")
    economy = section("economy")
    goals = section("goals")
    equality = section("equality")
    consultation = section("consultation")
    mbl = section("mbl")
    follow_up = section("follow_up")
    template_name = "partnerships/paper/form.html"
    beside = _("The agreement says now")

    def __init__(self, *args: Any, now: Facts, changed: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, SectionField):
                field.said, field.is_changed = now.get(name, ()), name in changed


class WriteDecidedPaperForm(WritePaperForm):
    """The text of a paper that carries its own decision, with those who are to have it."""

    on_paper = (*WritePaperForm.on_paper, "recipients")
    recipients = OpenText(
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
        label=_("Who is to have the decision"),
        help_text=_("One a line. The decision waits for it."),
    )
    beside = _("It is written down now")


class ReadField(forms.CharField):
    """What the page showed when a decision was written down; the operation refuses another."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, max_length=16)


def shown_anew(form: forms.Form, name: str) -> Any:
    """Let a hidden field that comes back to its writer carry what the page shows now; return what was sent."""
    sent = form.cleaned_data.get(name, "")
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
    form.data[form.add_prefix(name)] = form.initial.get(name, "")  # type: ignore[index]  # a copy may be written
    return sent


class DecideByPaperForm(Form):
    """The decision on a paper that was read."""

    decided_on = day(_("Decided"))
    body = OpenText(max_length=200, label=_("Who decided"), help_text=_("For example the education board."))
    paragraph = forms.CharField(max_length=60, required=False, label=_("Paragraph of the minutes"))
    read = ReadField()

    def clean_read(self) -> Any:
        return shown_anew(self, "read")


class ClosingForm(Form):
    """That the unions were told before a unit closes, or why nothing was needed."""

    paragraph = forms.ChoiceField(
        choices=Consultation.Paragraph.choices,
        label=_("Under MBL"),
        help_text=_("That neither is needed is a head of unit's to say."),
    )
    whom = OpenText(max_length=200, label=_("With whom"), help_text=_("Units, partners and unions, no person."))
    held_on = day(_("When"))
    outcome = OpenText(max_length=500, label=_("What came of it, or why nothing is needed"))
