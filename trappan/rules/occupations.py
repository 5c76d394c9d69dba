"""Find an occupation by what somebody calls it, and say what is known of one."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.db.models.functions import Upper

from trappan.rules.models import Concept, ConceptLink, ConceptMark

MOST = 5  # occupations that are suggested where none is called so


def called(names: Iterable[str]) -> dict[str, Concept]:
    """Return the known occupation of each name, the name in lower case.

    The taxonomy writes some as *Eventsäljare/Eventförsäljare*: each side of a slash is a name of its own.
    """
    asked = {name.strip().casefold() for name in names} - {""}
    found: dict[str, Concept] = {}
    if not asked:
        return found
    whole = Q(in_capitals__in=[name.upper() for name in asked])
    known = Concept.objects.occupations().annotate(in_capitals=Upper("label"))
    sides: dict[str, Concept] = {}
    for one in known.filter(whole | Q(label__contains="/")):
        if one.label.casefold() in asked:
            found.setdefault(one.label.casefold(), one)
        for side in one.label.split("/"):
            sides.setdefault(side.strip().casefold(), one)
    return {name: sides[name] for name in asked if name in sides} | found


def alike(name: str) -> list[str]:
    """Return what a few occupations are called that hold what somebody wrote, or begin as it does."""
    found = Concept.objects.occupations().values_list("label", flat=True)
    tries = (Q(label__icontains=name), Q(label__istartswith=name[:4]), Q(label__istartswith=name[:3]))
    return next((labels for one in tries if (labels := list(found.filter(one)[:MOST]))), [])


def marks_of(concept: Concept | None, day: date) -> list[ConceptMark]:
    """Return what is said on a day of an occupation, or of the groups that it belongs to."""
    if concept is None:
        return []
    broader = ConceptLink.objects.filter(kind=ConceptLink.Kind.BROADER)
    groups = broader.filter(a=concept).values("b")
    wider = broader.filter(a__in=groups).values("b")
    of = Q(concept=concept) | Q(concept__in=groups) | Q(concept__in=wider)
    return list(ConceptMark.objects.decided().on(day).filter(of).order_by("kind", "-starts_on"))
