"""The employers that have said yes to a consultant's own people, until somebody is placed there or off the list."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import OPEN, Queue, Row, by_age, person_url
from trappan.matching.models import Proposal
from trappan.placements.models import Placement


def with_yes(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case the employer's yes (`said_yes`) that nobody has been placed by, in the question for the case."""
    there = Placement.objects.filter(
        person=OuterRef("person"), activity__opening=OuterRef("opening"), refused_at=None, withdrawn_at=None
    )
    yes = Proposal.objects.said_yes().filter(~Exists(there), person=OuterRef("person"))
    told = JSONObject(id="pk", employer="opening__employer__name", work="opening__title", day="ended_on")
    return cases.annotate(said_yes=Subquery(yes.order_by("pk").values(told=told)[:1]))


def said_yes(mine: Sequence[Line]) -> tuple[Queue, set[int]]:
    """Return the list of those whom an employer has said yes to and nobody has placed there, and who they are."""
    found = {line.case.person: yes for line in mine if (yes := getattr(line.case, "said_yes", None))}
    rows = [
        Row(
            person.name,
            person_url(person.pk),
            _("%(employer)s said yes: %(work)s") % {"employer": yes["employer"], "work": yes["work"]},
            date.fromisoformat(yes["day"]),
            str(OPEN),
            reverse("matching:proposal", args=[person.pk, yes["id"]]),
        )
        for person, yes in found.items()
    ]
    why = _("Write the placement and the agreement; a job is an end of the case as work. Longest ago first.")
    return Queue(_("Employers that said yes"), why, "today", by_age(rows), "places"), {one.pk for one in found}
