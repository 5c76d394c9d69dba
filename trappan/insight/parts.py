"""What the parts of a breakdown are called."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from trappan.activities.models import Activity
from trappan.people.models import Person
from trappan.staff.models import Organisation, Unit


def names_of(by: Sequence[str]) -> list[dict[str, str]]:
    """Return for each dimension of a breakdown what its values are called; the empty value is that nobody is."""
    return [{"": _("Not known or none"), **called(dimension)} for dimension in by]


def part_name(names: Sequence[Mapping[str, str]], part: Sequence[str]) -> str:
    """Return what one part is called, by what the values of its dimensions are; ages stand as they are written."""
    return ", ".join(names[at].get(value, value.replace("-", "–")) for at, value in enumerate(part))


def called(dimension: str) -> dict[str, str]:
    """Return what the values of a dimension are called; ages are called as they are."""
    if dimension == "gender":
        return {value: str(label) for value, label in Person.Gender.choices if value}
    if dimension == "kind":
        return {value: str(label) for value, label in Activity.Kind.choices}
    if dimension == "real":
        return {"true": str(_("Training in real operations")), "false": str(_("Constructed training"))}
    if dimension == "unit":
        return {str(key): name for key, name in Unit.objects.values_list("pk", "name")}
    if dimension == "organiser":
        return {str(key): name for key, name in Organisation.objects.values_list("pk", "name")}
    return {}
