"""Handing cases over, and sending one back."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.cases.forms.case import offer_consultants
from trappan.cases.models import Case
from trappan.secrecy.acting import Actor
from trappan.staff.choices import MembershipChoice, in_role
from trappan.staff.models import Succession, Unit
from trappan.ui.forms import Form, ListedField, offer, text


class CaseChoices(forms.ModelMultipleChoiceField):
    """Cases, each by its person and number."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.person.name}, {obj.number}"


class HandOverForm(Form):
    """Which of one's own cases, to whom, and what that colleague needs to know."""

    cases = CaseChoices(
        Case.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("Cases"),
        error_messages={"required": _("Choose at least one case.")},
    )
    to = MembershipChoice(in_role("consultant"), label=_("To whom?"), empty_label=_("Choose"))
    note = text(
        _("What does the colleague need to know?"),
        4,
        _("What is agreed and not done yet, and what matters most. The colleague reads it before answering."),
        True,
    )

    def __init__(self, *args: Any, by: Actor, cases: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = in_role(by.role).filter(unit__organisation_id=by.organisation_id)
        others = others.exclude(colleague_id=by.colleague_id)
        if by.role == "social_worker":
            # Asked for beside, never joined: a unit that came after several would stand there once for each.
            after = Succession.objects.filter(before_id=by.unit_id).values("unit_id")
            others = others.filter(Q(unit_id=by.unit_id) | Q(unit_id__in=after))
        offer(self, "to", others)
        offer(self, "cases", cases)


class HandUnitOverForm(Form):
    """To which unit all of the own one goes."""

    to = forms.ModelChoiceField(Unit.objects.none(), label=_("To which unit?"), empty_label=_("Choose"))
    sure = forms.BooleanField(
        label=_("All of it goes now, and I do not get it back"),
        error_messages={"required": _("Tick that you are sure: it cannot be undone.")},
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", units)


class ReceiveForm(Form):
    """Every hand-over that the page listed."""

    hand_over = ListedField()


class SendBackForm(Form):
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        label=_("Why do you send it back?"),
        help_text=_("Write no name: a head of unit may read it who does not see the person."),
    )


class HandOutForm(Form):
    """Cases of the unit without anybody responsible, by number, and who is to have them."""

    numbers = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label=_("Cases"),
        error_messages={"required": _("Choose at least one case.")},
    )
    responsible = MembershipChoice(in_role("consultant"), label=_("Consultant"), empty_label=_("Choose"))

    def __init__(self, *args: Any, unit_id: int, numbers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "numbers", numbers)
        offer_consultants(self, in_role("consultant").filter(unit_id=unit_id))


class TakeBackForm(Form):
    """What was handed out lately and nobody has received, by number: all of it, unless the head unticks."""

    handed_out = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        label=_("Handed out, not received yet"),
        error_messages={"required": _("Choose at least one case.")},
    )

    def __init__(self, *args: Any, rows: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "handed_out", rows)
