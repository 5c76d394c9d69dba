"""What may be typed about grounds and what is decided on them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.documents.signs import PaperForm
from trappan.requirement.forms.exemption import WHY_HELP
from trappan.requirement.models import Decision, Grounds
from trappan.staff.choices import MembershipChoice
from trappan.ui.forms import DateInput, Form, MonthField, SavedForm, in_our_time, text


class GroundsForm(PaperForm, Form):
    on_paper = ("summary",)
    month = MonthField(label=_("Support month"))
    about = forms.ChoiceField(choices=Grounds.About.choices, widget=forms.RadioSelect, label=_("What is it about?"))
    summary = text(
        _("What has happened"),
        4,
        _("Facts in order: days, what was said, what was offered. No assessment of the person."),
        True,
    )


class HeardForm(PaperForm, SavedForm):
    on_paper = ("heard_words",)
    heard_on = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    heard_how = forms.ChoiceField(choices=Grounds.Heard.choices, widget=forms.RadioSelect, label=_("How?"))
    heard_words = text(
        _("What the person says about it"),
        3,
        _("In the person’s own words. Not reached: which days and ways you tried."),
        True,
    )


class SendForm(Form):
    def __init__(self, *args: Any, receivers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = MembershipChoice(receivers, label=_("Social worker who decides"), empty_label=_("Choose"))
        self.name_what_is_missing()


class TakeBackForm(Form):
    reason = forms.CharField(max_length=300, label=_("Why do you take it back?"))


class DecisionForm(PaperForm, Form):
    on_paper: tuple[str, ...] = ("reason", "sent_to")
    outcome = forms.ChoiceField(choices=Decision.Outcome.choices, widget=forms.RadioSelect, label=_("What is decided?"))
    reason = text(_("Why"), 3, required=True)
    decided_on = forms.DateField(widget=DateInput(), label=_("Day of the decision"), validators=[in_our_time])
    sent_to = forms.CharField(
        max_length=500,
        label=_("The decision is sent to"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One receiver a line. The person is always one."),
    )
    reference = forms.CharField(max_length=60, required=False, label=_("Number in the support system"))

    def __init__(self, *args: Any, changes: str = "", **kwargs: Any) -> None:
        """Ask, where something has `changed` since, whether it was seen: the tick stands for exactly that."""
        super().__init__(*args, **kwargs)
        if changes:
            again = _(
                "The attendance has changed since the grounds were written. Look at what has changed, and say that "
                "you decide all the same, or take them back and have new ones written."
            )
            self.fields["changes_seen"] = forms.MultipleChoiceField(
                choices=[(changes, _("I have seen it, and decide all the same"))],
                widget=forms.CheckboxSelectMultiple,
                label=_("The attendance has changed since"),
                error_messages={"required": again, "invalid_choice": again},
            )

    def clean_changes_seen(self) -> str:
        return str(self.cleaned_data["changes_seen"][0])

    def clean_sent_to(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["sent_to"].splitlines()]
        found = [line for line in lines if line]
        if any(len(line) > 120 for line in found):
            raise forms.ValidationError(_("Write one receiver a line, shorter than this."))
        return found


class ReplaceDecisionForm(DecisionForm):
    on_paper = ("reason", "sent_to", "why")
    why = forms.CharField(max_length=300, label=_("What was wrong?"), help_text=WHY_HELP)


class AppealForm(Form):
    appealed_on = forms.DateField(widget=DateInput(), label=_("Day it came in"), validators=[in_our_time])
    appeal_words = text(_("What the person wants changed, and why"), 3, required=True)


class AppealEndForm(Form):
    ended_on = forms.DateField(widget=DateInput(), label=_("Day"), validators=[in_our_time])
    result = forms.ChoiceField(choices=Decision.Appeal.choices, widget=forms.RadioSelect, label=_("What came of it?"))
