"""What may be typed about an exit."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from trappan.cases.forms.case import OwnColleagues
from trappan.outcomes.models import Exit
from trappan.outcomes.models.exit import LETTERS
from trappan.rules.codes import choices
from trappan.rules.forms.occupation import OccupationField
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.staff.choices import MembershipChoice, in_role
from trappan.ui.forms import AskedField, DateInput, Form, SavedForm, in_our_time, offer


def kinds(day: date, held: str = "") -> list[tuple[str, Any]]:
    """Return the kinds of ends that may be chosen on a day, under the reasons that they belong to."""
    listed = choices("exit_kind", day, [held])
    reasons = dict(Exit.Reason.choices)
    groups = [
        (str(reasons[reason]), [(code, words) for code, words in listed if code.startswith(letter)])
        for reason, letter in LETTERS.items()
    ]
    return [("", gettext("Choose")), *((name, rows) for name, rows in groups if rows)]


class SaidOfAnEnd(Form):
    """How a case ended: why, of which kind, from when, and how we know."""

    reason = forms.ChoiceField(choices=Exit.Reason.choices, widget=forms.RadioSelect, label=_("Why does the case end?"))
    sub_code = forms.ChoiceField(
        required=False,
        label=_("Which kind"),
        help_text=_(
            "Under the reason that you have chosen. Municipal employment and an internship are a step closer, never "
            "work. Studies give right to studiemedel: sfi does not."
        ),
    )
    support_form = forms.ChoiceField(
        required=False, label=_("Support form"), help_text=_("Only of an employment with support. Empty: none.")
    )
    form = forms.CharField(
        max_length=100,
        required=False,
        label=_("What kind of work or course"),
        help_text=_("For work and studies: for example cleaner, permanent; or komvux, care."),
    )
    occupation = OccupationField()
    employer_name = forms.CharField(
        max_length=200,
        required=False,
        label=_("Employer"),
        help_text=_(
            "As it stands in the register, or in words. Leave it empty where the person does not want it told."
        ),
    )
    source = forms.ChoiceField(required=False, label=_("How do we know?"))
    day = forms.DateField(widget=DateInput(), label=_("First day"), validators=[in_our_time])

    def offer_codes(self, day: date, sub_code: str = "", source: str = "", support_form: str = "") -> None:
        """Let kinds, support forms and sources be chosen that hold on a day, and those that the row has."""
        offer(self, "sub_code", kinds(day, sub_code))
        offer(self, "support_form", [("", gettext("None")), *choices("support_form", day, [support_form])])
        offer(self, "source", [("", gettext("Choose")), *choices("exit_source", day, [source])])

    def clean(self) -> dict[str, Any]:
        """Ask for the kind where the reason has kinds."""
        said = super().clean() or {}
        reason = said.get("reason", "")
        if reason in LETTERS and not said.get("sub_code") and "sub_code" not in self.errors:
            self.add_error("sub_code", gettext("Choose which kind of end it is."))
        if reason == Exit.Reason.MUNICIPAL and not said.get("support_form") and "support_form" not in self.errors:
            said["support_form"] = "municipal"
        return said


class ExitForm(SaidOfAnEnd):
    """Also whether colleagues may read the name, which is asked of the person."""

    named = forms.BooleanField(
        required=False,
        label=_("The person wants to be named among those who came to work"),
        help_text=_(
            "Asked of the person. Colleagues read the name for as long as the rules say; it can be taken back."
        ),
    )
    sure = AskedField(_("Close the case all the same"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_codes(today)


class CorrectForm(SavedForm, SaidOfAnEnd):
    """What was said of an end, put right with the reason."""

    why = forms.CharField(
        max_length=300, label=_("Why is it put right?"), help_text=_("The person may read it. What stood is kept.")
    )

    def __init__(self, *args: Any, done: Exit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_codes(done.day, done.sub_code, done.source, done.support_form)


class FinishForm(SavedForm):
    """The day on which studies were finished."""

    finished_on = forms.DateField(
        widget=DateInput(),
        required=False,
        label=_("Finished on"),
        validators=[in_our_time],
        help_text=_("The course or the education is finished. That counts as itself, beside work and studies."),
    )


class CheckForm(Form):
    held = forms.ChoiceField(
        choices=[("yes", _("Yes, for at least a month in a row")), ("no", _("No"))],
        widget=forms.RadioSelect,
        label=_("Has it lasted?"),
    )


class ReopenForm(OwnColleagues):
    """Why, and who is to walk with the person; chosen by whoever may choose that."""

    why = forms.CharField(
        max_length=300,
        label=_("Why is the case opened again?"),
        help_text=_("For example: closed by mistake, or the person is on support again. The person may read it."),
    )
    responsible = MembershipChoice(
        in_role("consultant"),
        required=False,
        label=_("Consultant from here on"),
        help_text=_("Leave it empty for the same as before."),
        empty_label=_("Choose"),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, organisation_id=actor.organisation_id, **kwargs)
        if not has(actor, "cases.assign"):
            del self.fields["responsible"]
