"""Write rules for tests, as whoever acts."""

from datetime import date
from itertools import count
from typing import Any

from django import forms

from trappan.refusals.editions import edition_of
from trappan.rules import operations
from trappan.rules.models import Concept, ConceptLink, RuleSet

serial = count(1)


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


def make_concept(label: str = "", *, kind: str = "occupation", group: Concept | None = None, **fields: Any) -> Concept:
    """Make a concept as the owner, an occupation unless told otherwise, in a group where one is given."""
    number = next(serial)
    fields.setdefault("id", f"Prov_{number}")
    made = Concept.objects.create(kind=kind, label=label or f"Yrke {number}", **fields)
    if group is not None:
        ConceptLink.objects.create(kind=ConceptLink.Kind.BROADER, a=made, b=group)
    return made


def stands_in(one: Concept, other: Concept, percent: int = 75) -> None:
    """Let whoever does one occupation be able to do another."""
    ConceptLink.objects.create(kind=ConceptLink.Kind.STANDS_IN, a=one, b=other, percent=percent)
