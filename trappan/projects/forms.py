"""What may be typed about projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from trappan.partnerships.forms.fields import OreField, PercentField
from trappan.people.models import Person
from trappan.projects.models import Evidence, Funding, Municipality, Participation, Project, SubInitiative
from trappan.rules.codes import choices
from trappan.staff.choices import in_role
from trappan.staff.models import Membership, Unit
from trappan.ui.forms import Form, LastDayField, OpenText, day, offer

GROUPS = "target_group"


class ProjectForm(Form):
    """What is said of a project."""

    name = OpenText(max_length=100, label=_("What the project is called"))
    aim = OpenText(max_length=500, label=_("What it is for"), widget=forms.Textarea(attrs={"rows": 2}))
    starts_on = day(_("First day"))
    ends_on = LastDayField(label=_("Last day"))
    goal_basis_points = PercentField(
        label=_("Goal, percent with work, studies or an internship"),
        help_text=_("The page shows it of the planned, of those who began and of those who have finished."),
    )


class UnitField(forms.ModelChoiceField):
    """A choice of a unit, told with the municipality whose it is."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.organisation.name}, {obj.name}"


class MunicipalityForm(Form):
    unit = UnitField(
        Unit.objects.none(), label=_("Municipality and unit"), empty_label=_("Choose a municipality’s unit")
    )
    planned_women = forms.IntegerField(min_value=0, max_value=100_000, label=_("Planned women"))
    planned_men = forms.IntegerField(min_value=0, max_value=100_000, label=_("Planned men"))

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", units(project))


def units(project: Project) -> Any:
    """Return the units for projects of municipalities that do not take part yet."""
    return (
        Unit.objects.in_force()
        .filter(kind=Unit.Kind.PROJECT, organisation__kind="municipality")
        .exclude(organisation__in=Municipality.objects.filter(project=project).values("organisation"))
        .select_related("organisation")
        .order_by("organisation__name", "name")
    )


class SubInitiativeForm(Form):
    name = OpenText(max_length=100, label=_("What it is called"))
    theme = OpenText(max_length=300, label=_("Theme"))
    municipality = forms.ModelChoiceField(
        Municipality.objects.none(), required=False, label=_("Where"), empty_label=_("In all municipalities")
    )
    target_groups = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("For which target groups")
    )
    planned = forms.IntegerField(min_value=1, max_value=100_000, label=_("Planned people"))

    def __init__(self, *args: Any, project: Project, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "municipality", Municipality.objects.filter(project=project).select_related("organisation"))
        offer(self, "target_groups", choices(GROUPS, today))


class FundingForm(Form):
    kind = forms.ChoiceField(choices=Funding.Kind.choices, label=_("Whose money"))
    budget_ore = OreField(label=_("Budget, in kronor"))


class SpendingForm(Form):
    as_of = day(_("Until and including"))
    amount_ore = OreField(
        label=_("Used, in kronor"), help_text=_("From the project’s first day until that day, all together.")
    )


class CooperationGoalForm(Form):
    wording = OpenText(max_length=300, label=_("The goal, in words"))
    shown_by = OpenText(max_length=300, label=_("What would show that it is reached"))
    due_on = day(_("By when"))


class EvidenceForm(Form):
    kind = forms.ChoiceField(choices=Evidence.Kind.choices, label=_("What it is"))
    day = day(_("Day"))
    words = OpenText(
        max_length=500,
        label=_("What happened"),
        help_text=_("Name organisations and roles, and nobody who takes part."),
    )


class GatheringForm(Form):
    day = day(_("Day"))
    venue = OpenText(max_length=150, label=_("Where"))
    theme = OpenText(max_length=200, label=_("Theme"))
    came = forms.IntegerField(
        min_value=0, max_value=100_000, label=_("How many came"), help_text=_("Everybody who was there.")
    )
    target_groups = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label=_("For which target groups")
    )

    def __init__(self, *args: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "target_groups", groups)


class ContinuationForm(Form):
    sub_initiative = forms.ModelChoiceField(
        SubInitiative.objects.none(), required=False, label=_("Of what"), empty_label=_("The project as a whole")
    )
    what = OpenText(max_length=300, label=_("What goes on, or what ends"))
    goes_on = forms.TypedChoiceField(
        choices=[("yes", _("It goes on")), ("no", _("It ends"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        label=_("Afterwards"),
    )
    by_whom = OpenText(max_length=200, required=False, label=_("By whom"))
    money = OpenText(max_length=200, required=False, label=_("With whose money"))
    starts_on = day(_("Since when"), required=False)

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "sub_initiative", SubInitiative.objects.filter(project=project))


class CheckForm(Form):
    checked_on = day(_("It goes on as of"))


class ReportForm(Form):
    report = OpenText(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        label=_("How did it go?"),
        help_text=_("What worked, what did not, and what goes on afterwards, by whom and with whose money."),
    )


class LetInForm(Form):
    coordinator = forms.ModelChoiceField(
        Membership.objects.none(), label=_("Coordinator"), empty_label=_("Choose a coordinator")
    )

    def __init__(self, *args: Any, organisation: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = in_role("project_coordinator").filter(
            unit__organisation=organisation,
            unit__in=Municipality.objects.filter(project__finished_on=None).values("unit"),
        )
        offer(self, "coordinator", found)


class ParticipantForm(Form):
    person = forms.ModelChoiceField(Person.objects.none(), label=_("Who"), empty_label=_("Choose a person"))
    starts_on = day(_("First day"))
    sub_initiative = forms.ModelChoiceField(
        SubInitiative.objects.none(), required=False, label=_("Sub-initiative"), empty_label=_("No sub-initiative")
    )
    target_groups = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Target groups"),
        help_text=_("Several are possible. They are told each for itself, and never added up."),
    )

    def __init__(self, *args: Any, municipality: Municipality, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = Participation.objects.filter(municipality=municipality, ends_on=None)
        offer(self, "person", Person.objects.exclude(pk__in=there.values("person")).order_by("sort", "pk"))
        subs = SubInitiative.objects.filter(project=municipality.project_id)
        offer(self, "sub_initiative", subs.exclude(municipality__in=others(municipality)))
        offer(self, "target_groups", choices(GROUPS, today))


def others(municipality: Municipality) -> Any:
    """Return the other municipalities of a project."""
    return Municipality.objects.filter(project=municipality.project_id).exclude(pk=municipality.pk)


class EndForm(Form):
    result = forms.ChoiceField(
        choices=Participation.Result.choices, widget=forms.RadioSelect, label=_("What came of it?")
    )
    ends_on = LastDayField(label=_("Last day"))


class VersionForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)
