"""An employer as it is written down, changed, found in the list, rested, ended and merged."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from trappan.employers.forms.fields import NOBODY, OrganisationNumberField, line, running
from trappan.employers.models import Employer
from trappan.rules.codes import choices
from trappan.secrecy.acting import Actor
from trappan.staff.choices import MembershipChoice, in_role
from trappan.staff.models import Membership
from trappan.ui.forms import AskedField, Form, LastDayField, SavedForm, day, offer


def officers(by: Actor, held: int | None) -> Any:
    """Return the municipality's employer team, for a form's field, and the membership `held`, which may be over."""
    team = in_role("employer_officer").filter(unit__organisation_id=by.organisation_id).order_by()
    found = Membership.objects.filter(Q(pk__in=team.values("pk")) | Q(pk=held))
    return found.select_related("colleague", "unit").order_by("colleague__family_name", "colleague__given_name")


class EmployerFields(Form):
    """What is known of an employer."""

    name = line(_("What the employer is called"), 200)
    kind = forms.ChoiceField(choices=Employer.Kind.choices, label=_("Kind"))
    organisation_number = OrganisationNumberField(
        help_text=_("Ten figures. Empty for an own department, and for a sole trader, whose number is a person's.")
    )
    cooperates = forms.BooleanField(
        required=False,
        label=_("Takes nobody on: somebody we work together with"),
        help_text=_("Arbetsförmedlingen, an association, another department."),
    )
    since = day(_("Working together since"), required=False)
    keeper = MembershipChoice(
        Membership.objects.none(), required=False, label=_("Holds the contact together"), empty_label=_("Nobody yet")
    )
    good_to_know = running(
        _("Good to know"), 3, _("A line each: what to bring, when one may ring, who introduces.") + " " + NOBODY
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "keeper", officers(by, getattr(self.initial.get("keeper"), "pk", None)))


class MakeEmployerForm(EmployerFields):
    all_the_same = AskedField(_("This is another one with the same name"))


class ChangeEmployerForm(SavedForm, EmployerFields):
    """What is known of an employer, begun from what is saved."""


class RestForm(Form):
    rests_from = day(_("Rests from"))
    rests_until = LastDayField(
        required=False, label=_("Rests up to and including"), help_text=_("Empty: until somebody takes it up again.")
    )
    rest_reason = line(_("Why?"), 300)


class EndForm(Form):
    end_reason = line(_("Why does the contact end?"), 300)


class IntoForm(Form):
    """Which employer goes on, the first of two steps."""

    into = forms.ModelChoiceField(
        Employer.objects.none(),
        label=_("Which one goes on?"),
        empty_label=_("Choose an employer"),
        help_text=_("Those that take nobody on are merged with each other only, and employers with employers."),
    )

    def __init__(self, *args: Any, employer: Employer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "into", Employer.objects.alike(employer))


class MergeForm(IntoForm):
    """What was shown of what moves, sent back with the second step."""

    edition = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].widget = forms.HiddenInput()


class EmployersFilter(Form):
    """Which employers the list shows."""

    STATES = (
        ("", _("Those that go on")),
        ("rests", _("Rest")),
        ("asked", _("Asked as often as agreed")),
        ("ended", _("Ended")),
        ("all", _("All")),
    )
    PARTS = (("", _("Both")), ("employer", _("Employers")), ("cooperates", _("Those we work with")))

    name = forms.CharField(max_length=100, required=False, label=_("Name or number"))
    kind = forms.ChoiceField(required=False, label=_("Kind"))
    branch = forms.ChoiceField(required=False, label=_("Branch"))
    part = forms.ChoiceField(choices=PARTS, required=False, label=_("What they are to us"))
    state = forms.ChoiceField(choices=STATES, required=False, label=_("Where the contact stands"))
    language = forms.CharField(max_length=40, required=False, label=_("Language spoken there"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", [("", _("All")), *Employer.Kind.choices])
        offer(self, "branch", [("", _("All")), *choices("branch", today)])
