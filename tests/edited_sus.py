"""What two write of the same sheet for SUS at once, for tests/test_editions.py."""

from typing import Any

from django.urls import reverse

from trappan.cases.testing import consultant_of, make_case
from trappan.initiatives.testing import make_initiative, put_in
from trappan.people import operations as people
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY


def sheet() -> dict[str, Any]:
    case = make_case()
    head = make_colleague("head_of_unit", make_unit("management"))
    taking_part = put_in(case, make_initiative(head, in_sus=True))
    association = make_organisation("Samordningsförbundet Påhitt", kind="association", kept_by=None)
    given = {"parts": ["sus"], "given_how": "paper", "starts_on": TODAY}
    with as_(consultant_of(case)):
        people.give_consent(person=case.person, organisation=association, **given)
    return {
        "by": consultant_of(case),
        "address": reverse("exchange:sus_start", args=[taking_part.pk]),
        "first": {"income": "wage", "occupation": "work"},
        "second": {"income": "support", "occupation": "studies"},
        "shown": ["Lön eller eget företag", "Arbete utan stöd"],
        "prefix": "save-",
        "form": "save",
    }


EDITED = {"SusSheetForm": sheet}
