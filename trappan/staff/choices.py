"""Colleagues as choices in a form."""

from collections.abc import Mapping
from typing import Any

from django import forms

from trappan.staff.models import Membership


class MembershipChoice(forms.ModelChoiceField):
    """A colleague by name and unit."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.colleague.name}, {obj.unit.name}"


def by_unit(members: Any, beside: Mapping[int, Any]) -> list[Any]:
    """Return colleagues as choices under their units, each with what stands beside the name."""
    units: dict[str, list[tuple[int, str]]] = {}
    for member in members:
        words = [member.colleague.name, *([str(beside[member.pk])] if member.pk in beside else [])]
        units.setdefault(member.unit.name, []).append((member.pk, ", ".join(words)))
    return sorted(units.items())


def in_role(*roles: str) -> Any:
    """Return the memberships in force in these roles; the day is the database's."""
    return (
        Membership.objects.in_force()
        .filter(role__in=roles)
        .select_related("colleague", "unit")
        .order_by("colleague__family_name", "colleague__given_name")
    )
