"""The controls of the requirement over a social worker's own cases: each a list that says what to do.

They follow the chain of duties: under the requirement and without a plan, without a
request, a request without receipt, an exemption that ends soon or has ended.
"""

from collections.abc import Sequence
from datetime import date

from django.db.models import DateField, Func, OuterRef, Subquery
from django.utils.translation import gettext as _

from trappan import database
from trappan.cases.models import Case
from trappan.cases.models.case import CaseQuerySet
from trappan.desk.case_rows import Line
from trappan.desk.work.rows import OPEN, Queue, Row, address, by_age, person_url, until
from trappan.requirement.models import ActivityRequest, Exemption
from trappan.schedules.months import month_of
from trappan.schedules.periods import day_before
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import month_year

BACK = 6  # months looked at; somebody longer under it has been on these lists for as long


def with_requests(cases: CaseQuerySet) -> CaseQuerySet:
    """Add to each case when its person was last asked to take part, when that was received, and what ends.

    `exempt_until` is the end of the person's latest exemption, where it is near: the first day after.
    """
    requests = ActivityRequest.objects.standing().filter(case=OuterRef("pk")).order_by("-made_at")
    near = (
        Exemption.objects.standing()
        .filter(person=OuterRef("person"), ends_on__gt=Warned(sign="-"), ends_on__lte=Warned(sign="+"))
        .order_by("-ends_on")
    )
    return cases.annotate(
        asked_at=Subquery(requests.values("made_at")[:1]),
        received_on=Subquery(requests.values("received_on")[:1]),
        exempt_until=Subquery(near.values("ends_on")[:1]),
    )


def requirement_queues(actor: Actor, cases: Sequence[Line]) -> list[Queue]:
    """Return the control lists for these open cases."""
    by_person = {line.case.person_id: line for line in cases}
    if not by_person:
        return []
    since = under_now(list(by_person), actor.today)
    rows: dict[str, list[Row]] = {"plan": [], "request": [], "receipt": []}
    for person_id, month in sorted(since.items(), key=lambda pair: pair[1]):
        line = by_person[person_id]
        case = line.case
        why = _("Not asked to take part, under the requirement since %(month)s") % {"month": month_year(month)}
        if line.state.plan_id is None:
            unplanned = _("Without a plan, under the requirement since %(month)s") % {"month": month_year(month)}
            rows["plan"].append(row(case, unplanned, month, _("See the plan"), address("plans:plan", case.pk)))
        asked_at, received_on = getattr(case, "asked_at", None), getattr(case, "received_on", None)
        if asked_at is None:
            rows["request"].append(row(case, why, month, _("Make a request"), door(person_id)))
        elif received_on is None:
            rows["receipt"].append(row(case, _("Asked, not received"), None, str(OPEN), door(person_id)))
    return [
        Queue(
            _("Under the requirement, not asked to take part"),
            _("Longest under it first."),
            "week",
            rows["request"],
            "requirement",
        ),
        Queue(
            _("Under the requirement, without a plan"),
            _("Longest under it first."),
            "week",
            rows["plan"],
            "requirement",
        ),
        Queue(
            _("Requests not received"),
            _("Note when and how the person got it."),
            "week",
            rows["receipt"],
            "requirement",
        ),
        *exemption_queues(actor.today, cases),
    ]


def under_now(person_ids: list[int], today: date) -> dict[int, date]:
    """Return those under the requirement now, and since which month (six back at most)."""
    return dict(database.rows("requirement_under_since", person_ids, month_of(today), BACK))


class Warned(Func):
    """The day so many days before or after today, as the rules warn of an exemption's end."""

    template = "(SELECT today() %(sign)s rule('exemption_warning_days', today())::int)"
    output_field = DateField()


def exemption_queues(today: date, cases: Sequence[Line]) -> list[Queue]:
    """Return exemptions that end within the rules' warning, and those that have just ended."""
    ending: list[Row] = []
    ended: list[Row] = []
    for line in cases:
        ends_on = getattr(line.case, "exempt_until", None)
        if ends_on is None:
            continue
        why = _("The exemption has ended") if ends_on <= today else _("The exemption ends")
        found = row(line.case, why, None, str(OPEN), door(line.case.person_id))
        (ended if ends_on <= today else ending).append(until(found, day_before(ends_on), today))
    return [
        Queue(
            _("Exemptions that have ended"),
            _("Decide again, or ask the person to take part. Oldest first."),
            "today",
            by_age(ended),
            "exemptions",
        ),
        Queue(
            _("Exemptions that end soon"),
            _("Within a month. The first to end first."),
            "week",
            by_age(ending),
            "exemptions",
        ),
    ]


def row(case: Case, why: str, since: date | None, label: str, url: str) -> Row:
    return Row(case.person.name, person_url(case.person_id), why, since, label, url)


def door(person_id: int) -> str:
    return address("requirement:requirement", person_id)
