"""What may be typed about colleagues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.secrecy.rights import SITE_STAFF
from trappan.staff.kept import colleagues, kept_bodies, kept_units
from trappan.staff.models import ROLE_NAMES, Colleague, Organisation, Unit
from trappan.ui.forms import NUMBER_OF_A_PERSON, Form, LanguagesField, OpenText, SavedForm, day, offer

NOBODY = Unit.objects.none()


class DayForm(Form):
    """The day on which the organisation is looked at."""

    day = day(_("As it was on"))


class CalledForm(Form):
    """The name by which a colleague is looked for."""

    called = forms.CharField(required=False, max_length=100, label=_("Name"))


class UnitFields(forms.Form):
    """What is said of a unit."""

    name = OpenText(max_length=200, label=_("Name"))
    kind = forms.ChoiceField(choices=Unit.Kind.choices, label=_("Kind"))
    regime = forms.ChoiceField(
        choices=Unit.Regime.choices, label=_("Secrecy"), help_text=_("It stands on notes and papers.")
    )
    parent = forms.ModelChoiceField(
        NOBODY,
        required=False,
        empty_label=_("None"),
        label=_("Belongs to"),
        help_text=_("That unit's head confirms the memberships, where the unit has no head of its own."),
    )
    succeeds = forms.ModelMultipleChoiceField(
        NOBODY,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Comes after"),
        help_text=_("The unit that it replaces; several where they were merged."),
    )
    starts_on = day(_("First day"))


class UnitForm(UnitFields, Form):
    """A new unit."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Municipality or partner"), empty_label=None
    )
    field_order = ("name", "organisation", "kind", "regime")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "organisation", kept_bodies())
        offer(self, "parent", kept_units())
        offer(self, "succeeds", Unit.objects.filter(organisation__in=kept_bodies().values("pk")).order_by("name"))


class ChangeUnitForm(UnitFields, SavedForm):
    """What a unit is called and belongs to, from a day on; when it has always been so, no day is said."""

    forgets = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "parent", kept_units())
        offer(self, "succeeds", Unit.objects.filter(organisation__in=kept_bodies().values("pk")).order_by("name"))
        self.fields["changes_on"] = day(
            _("Changes from"),
            required=False,
            help_text=_("Name and place before that day stay known. Leave it empty if it was wrong from the start."),
        )


class ColleagueFields(forms.Form):
    """Who a colleague is."""

    given_name = OpenText(max_length=100, label=_("Given name"))
    family_name = OpenText(max_length=100, label=_("Family name"))
    email = forms.EmailField(
        max_length=254, label=_("E-mail address at work"), help_text=_("The colleague signs in with it.")
    )


class ColleagueForm(ColleagueFields, Form):
    """Somebody new, with a first membership where one is chosen."""

    unit = forms.ModelChoiceField(NOBODY, required=False, empty_label=_("Later"), label=_("Unit"))
    role = forms.ChoiceField(required=False, choices=[("", _("Later")), *ROLE_NAMES.items()], label=_("Role"))
    starts_on = day(_("From and with"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", kept_units())

    def clean(self) -> dict[str, Any]:
        values = dict(super().clean() or {})
        if not self.errors and bool(values["unit"]) != bool(values["role"]):
            missing = "role" if values["unit"] else "unit"
            self.add_error(missing, _("Choose both unit and role, or neither."))
        return values


class ChangeColleagueForm(ColleagueFields, SavedForm):
    """A colleague's name and address, put right."""

    forgets = True


class MembershipForm(Form):
    """A membership; `unit` or `colleague` is left out on that one's own page."""

    colleague = forms.ModelChoiceField(Colleague.objects.none(), label=_("Colleague"), empty_label=_("Choose"))
    unit = forms.ModelChoiceField(NOBODY, label=_("Unit"), empty_label=_("Choose"))
    role = forms.ChoiceField(choices=list(ROLE_NAMES.items()), label=_("Role"))
    starts_on = day(_("From and with"))

    def __init__(self, *args: Any, unit: Unit | None = None, colleague: Colleague | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "colleague", colleagues())
        offer(self, "unit", kept_units())
        self.known = {"unit": unit, "colleague": colleague}
        for name, row in self.known.items():
            if row is not None:
                del self.fields[name]
        if unit is not None and unit.kind == Unit.Kind.SITE:
            offer(self, "role", [(role, ROLE_NAMES[role]) for role in SITE_STAFF])

    def clean(self) -> dict[str, Any]:
        """Return what the operation asks for."""
        values = {**self.known, **(super().clean() or {})}
        for name in self.known:
            row = values.pop(name, None) or self.known[name]
            values[f"{name}_id"] = row.pk if row is not None else None
        return values


class ProfileForm(SavedForm):
    given_name = forms.CharField(max_length=100, label=_("Given name"), validators=[NUMBER_OF_A_PERSON])
    family_name = forms.CharField(max_length=100, label=_("Family name"), validators=[NUMBER_OF_A_PERSON])
    title = OpenText(max_length=80, required=False, label=_("Title"))
    phone = OpenText(max_length=40, required=False, label=_("Phone at work"))
    languages = LanguagesField(validators=[NUMBER_OF_A_PERSON])
