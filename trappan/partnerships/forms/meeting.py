"""What may be typed about meetings with partners, and about what was agreed there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.models import Agreement, JointMeeting
from trappan.partnerships.partners import PARTNERS
from trappan.staff.models import Membership, Organisation
from trappan.ui.forms import Form, OpenText, SavedForm, day, offer

BY_ROLE = _("By role and body, no names: the coordinator at the café, the head of labour market.")


class BodiesField(OpenText):
    """Bodies as people write them, with commas between; given on as a list."""

    def clean(self, value: Any) -> list[str]:
        return list(dict.fromkeys(one.strip() for one in (super().clean(value) or "").split(",") if one.strip()))


def roles_field() -> OpenText:
    return OpenText(max_length=300, required=False, label=_("In which roles they take part"), help_text=BY_ROLE)


class MeetingForm(Form):
    """A meeting, held or to come."""

    kind = forms.ChoiceField(choices=JointMeeting.Kind.choices, label=_("Kind"))
    name = OpenText(max_length=200, label=_("What the meeting is about"))
    held_on = day(_("Day"))
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(), required=False, empty_label=_("None"), label=_("About the agreement")
    )
    partners = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Partners that take part"),
    )
    others = BodiesField(
        max_length=300,
        required=False,
        label=_("Other bodies that take part"),
        help_text=_("With commas between, for example the job and knowledge centre."),
    )
    roles = roles_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agreement", Agreement.objects.filter(withdrawn_on=None))
        offer(self, "partners", Organisation.objects.in_force().filter(kind__in=PARTNERS).order_by("name"))


class MinutesForm(SavedForm):
    """Who took part and what was said."""

    roles = roles_field()
    said = OpenText(widget=forms.Textarea(attrs={"rows": 6}), max_length=8000, required=False, label=_("What was said"))


class ActionForm(Form):
    """What somebody does until a day."""

    text = OpenText(max_length=300, label=_("What is to be done"))
    owner = forms.ModelChoiceField(
        Membership.objects.none(),
        required=False,
        empty_label=_("Nobody who signs in"),
        label=_("Who does it"),
        help_text=_("It stands on that colleague's start page until it is done."),
    )
    owner_as = OpenText(max_length=200, required=False, label=_("Or which body does it"))
    due_on = day(_("To be done by"))

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner", owners)


class ActionDoneForm(Form):
    """That it is done, and what came of it."""

    done_on = day(_("Done"))
    result = OpenText(max_length=300, label=_("What came of it"))
