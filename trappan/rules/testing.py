"""Write rules for tests, as whoever acts."""

from datetime import date
from typing import Any

from django import forms

from trappan.refusals.editions import edition_of
from trappan.rules import operations
from trappan.rules.models import RuleSet


def draft(day: date, *, name: str = "Ny", backdated: bool = False, **parameters: Any) -> RuleSet:
    """Write the draft there is, or a new one that begins as what applies on the day, with these rules changed."""
    found = RuleSet.objects.drafts().first()
    before = RuleSet.objects.decided().filter(valid_from__lt=day).last() or RuleSet.objects.decided()[0]
    written = operations.write_rules(
        draft=found,
        edition=edition_of(operations.saved_as(found)) if found else "",
        name=name,
        valid_from=day,
        backdated=backdated,
        source="Prov",
        parameters={**before.parameters, **parameters},
    )
    return RuleSet.objects.get(pk=written)


def as_fields(form: forms.BaseForm) -> dict[str, Any]:
    """Return what a browser sends of a form that nobody has touched."""
    found = {form.add_prefix(one.name): one.value() for one in form}
    return {name: "on" if value is True else value for name, value in found.items() if value not in (None, False, "")}
