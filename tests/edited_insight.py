"""What two write of the same goal at once, for tests/test_editions.py: who, where, what each types and sees."""

from typing import Any

from django.urls import reverse

from trappan.insight.testing import make_goal
from trappan.staff.testing import make_colleague, make_unit


def goal() -> dict[str, Any]:
    director = make_colleague("director", make_unit("management"))
    made = make_goal(director)
    about = {"indicator": "households", "decided": "Nämnden"}
    return {
        "by": director,
        "address": reverse("insight:change_goal", args=[made.pk]),
        "first": {**about, "definition": "Hushåll i december", "responsible": "Nämnden"},
        "second": {**about, "definition": "Hushåll i november", "responsible": "Direktören"},
        "shown": ["Hushåll i december", "Nämnden"],
    }


EDITED = {"ChangeGoalForm": goal}
