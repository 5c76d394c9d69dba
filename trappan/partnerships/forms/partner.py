"""What may be typed about partners, and about what is checked of them."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from trappan.rules.codes import choices
from trappan.staff.kept import kept_bodies, kept_units
from trappan.staff.models import Organisation, Unit
from trappan.ui.forms import Form, OpenText, day, offer

ORGANISATION_NUMBER = RegexValidator(
    r"^\d{6}-?\d{4}$", _("Write the organisation number as six figures, a hyphen and four: 802400-0000.")
)


class PartnerForm(Form):
    """A new partner with its first workplace and its coordinator, who leads it."""

    name = OpenText(max_length=200, label=_("What the partner is called"))
    kind = forms.ChoiceField(
        choices=[one for one in Organisation.Kind.choices if one[0] != Organisation.Kind.MUNICIPALITY],
        initial=Organisation.Kind.PARTNER,
        label=_("Kind"),
    )
    number = forms.CharField(
        max_length=11, required=False, validators=[ORGANISATION_NUMBER], label=_("Organisation number")
    )
    basis = forms.ChoiceField(choices=Organisation.Basis.choices, label=_("On what ground"))
    succeeds = forms.ModelChoiceField(
        Organisation.objects.none(),
        required=False,
        empty_label=_("None"),
        label=_("Comes after"),
        help_text=_("The partner under its earlier name, which ends the day before."),
    )
    starts_on = day(_("First day"))
    site = OpenText(max_length=200, required=False, label=_("Its first workplace"))
    parent = forms.ModelChoiceField(
        Unit.objects.none(), required=False, empty_label=_("Choose"), label=_("Whose head confirms who works there")
    )
    given_name = OpenText(max_length=100, required=False, label=_("Given name of the coordinator"))
    family_name = OpenText(max_length=100, required=False, label=_("Family name of the coordinator"))
    email = forms.EmailField(max_length=254, required=False, label=_("The coordinator's e-mail address at work"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "succeeds", kept_bodies().exclude(kind=Organisation.Kind.MUNICIPALITY))
        own = kept_units().filter(organisation__kind=Organisation.Kind.MUNICIPALITY)
        offer(self, "parent", own.exclude(kind=Unit.Kind.SITE))

    def clean(self) -> dict[str, Any]:
        """Return what the operation asks for: the coordinator whole or not at all, and never without a workplace."""
        values = dict(super().clean() or {})
        who = {name: values.pop(name, "") for name in ("given_name", "family_name", "email")}
        if any(who.values()):
            for name in (name for name, written in who.items() if not written and name not in self.errors):
                self.add_error(name, _("Fill in name and address of the coordinator, or none of it."))
            if not values.get("site"):
                self.add_error("site", _("The coordinator works at a workplace: write what it is called."))
            values["coordinator"] = who
        if values.get("site") and not values.get("parent"):
            self.add_error("parent", _("Choose whose head confirms who works at the partner's workplace."))
        return values


class CheckForm(Form):
    kind = forms.ChoiceField(label=_("What was looked at?"))
    seen_on = day(_("Seen"))
    valid_until = day(
        _("Holds until"),
        required=False,
        help_text=_("When it is to be looked at again. Leave it empty if it holds without end."),
    )
    note = forms.CharField(
        max_length=300,
        required=False,
        label=_("What was seen"),
        help_text=_("For example the name of the document. Nothing about a person."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", choices("partner_check", today))
