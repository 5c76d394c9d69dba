"""Colleagues as choices in a form."""

from typing import Any

from django import forms

from trappan.staff.models import Membership


class MembershipChoice(forms.ModelChoiceField):
    """A colleague by name and unit."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.colleague.name}, {obj.unit.name}"


def in_role(*roles: str) -> Any:
    """Return the memberships in force in these roles; the day is the database's."""
    return (
        Membership.objects.in_force()
        .filter(role__in=roles)
        .select_related("colleague", "unit")
        .order_by("colleague__family_name", "colleague__given_name")
    )
