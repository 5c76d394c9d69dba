"""Colleagues as choices in a form."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from trappan.staff.models import Colleague, Membership
from trappan.staff.names import FULL_NAME, Called

MOST_CALLED = 50  # of one name: for more of them something more is to be written


class MembershipChoice(forms.ModelChoiceField):
    """A colleague by name and unit."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.colleague.name}, {obj.unit.name}"


class CalledField(forms.CharField):
    """Colleagues by what is typed of a name, as the search finds them: each word the start of a part of it.

    Instead of a list to choose from, which grows with the town. Its value is the keys of those `among` the rows that
    are offered who are called so, all of them where several are; none where nothing is typed. A name that nobody
    there has is refused, so that an empty list is never read as an answer about somebody. `of` leads from a row to
    the colleague.
    """

    def __init__(self, *, of: str = "pk", **kwargs: Any) -> None:
        super().__init__(max_length=100, required=False, help_text=_("Some of the name is enough."), **kwargs)
        self.of = of
        self.among: QuerySet[Any] = Colleague.objects.none()

    def clean(self, value: Any) -> list[int]:
        typed = super().clean(value)
        if not typed:
            return []
        named = Colleague.objects.filter(Called(FULL_NAME, typed))
        found = list(self.among.filter(**{f"{self.of}__in": named}).values_list("pk", flat=True)[: MOST_CALLED + 1])
        if not found:
            raise forms.ValidationError(_("No colleague here is called so. Write the beginning of the names."))
        if len(found) > MOST_CALLED:
            raise forms.ValidationError(_("Many are called so. Write more of the name."))
        return found


def search_among(form: forms.BaseForm, name: str, rows: QuerySet[Any]) -> None:
    """Let a `CalledField` of a form find these."""
    field: Any = form.fields[name]
    field.among = rows


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
