"""What two write of the same initiative at once, for tests/test_editions.py: who, where, what each types and sees."""

from typing import Any

from django.urls import reverse

from trappan.initiatives import operations
from trappan.initiatives.testing import make_initiative
from trappan.staff.testing import as_, make_colleague, make_unit


def initiative() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    made = make_initiative(head, name="500-uppdraget")
    about = {"aim": "Arbete", "starts_on": "2026-01-01", "ends_on": "2026-12-31", "target": "500", "funding": "KS"}
    return {
        "by": head,
        "address": reverse("initiatives:change_initiative", args=[made.pk]),
        "first": {**about, "name": "500-uppdraget igen", "counts": "work"},
        "second": {**about, "name": "600-uppdraget", "counts": "starts"},
        "shown": ["500-uppdraget igen", "Personer som går till arbete"],
    }


def paper() -> dict[str, Any]:
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    with as_(head):
        about = {"officer": "Pelle", "manager": "Karin", "reference": "KS 1"}
        made = operations.begin_paper(initiative=make_initiative(head), **about)
    return {
        "by": head,
        "address": reverse("initiatives:decision_paper", args=[made.pk]),
        "prefix": "write-",
        "form": "write",
        "first": {**about, "title": "Uppdraget", "recipients": "Nämnden"},
        "second": {**about, "title": "Uppdraget", "recipients": "Förvaltningen"},
        "shown": ["Nämnden"],
    }


EDITED = {"ChangeInitiativeForm": initiative, "WriteDecidedPaperForm": paper}
