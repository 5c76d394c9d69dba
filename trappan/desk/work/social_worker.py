"""A social worker's day: applications, who comes under the requirement, exemptions running out."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from trappan import database
from trappan.assistance.models import Application, SupportMonth
from trappan.cases.models import Case
from trappan.cases.models.case import CaseQuerySet
from trappan.database.written import Given, Written, given_day, given_number
from trappan.desk.case_rows import Line, beside_states, own_cases
from trappan.desk.work.absence import grounds_waiting
from trappan.desk.work.answered import answered, with_answered
from trappan.desk.work.boxes import Day
from trappan.desk.work.exits import exit_queues
from trappan.desk.work.fallen import fallen
from trappan.desk.work.forward import went_forward
from trappan.desk.work.hand_overs import hand_over_queues
from trappan.desk.work.requirement import requirement_queues, with_requests
from trappan.desk.work.rows import (
    OPEN,
    Queue,
    Row,
    address,
    by_age,
    case_row,
    own_meetings,
    person_url,
    responsible_name,
)
from trappan.desk.work.undelivered import undelivered, with_undelivered
from trappan.schedules.months import month_of, months_after
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership, Succession
from trappan.ui.templatetags.ui import month_year

STILL = timedelta(days=42)
# Applications that nobody has begun to handle, and whom partners have referred: one question, as the page has a dozen.
NEW = """
SELECT 'application' AS what, a.person_id AS id, x.given_name || ' ' || x.family_name AS name, a.kind AS why,
  a.received_on AS since, a.id AS row
FROM assistance_application a JOIN people_person x ON x.id = a.person_id
WHERE a.id IN (SELECT cases_applications_waiting())
UNION ALL
SELECT 'referral', r.id, r.name, r.partner, r.day, r.id FROM partnerships_referrals_here(NULL) r
ORDER BY since, row
"""


def own_or_nobodys() -> CaseQuerySet:
    """Ask for one's own cases, and those that may be taken over: by the memberships, so that an index is walked."""
    me, unit = given_number("me"), given_number("unit")
    before = Succession.objects.filter(unit=unit).values("before_id")
    whose = Membership.objects.filter(
        Q(pk=me) | Q(ends_on__lte=given_day("today"), unit=unit) | Q(unit_id__in=before), role="social_worker"
    )
    cases = (
        Case.objects.filter(social_worker__in=whose.values("pk"))
        .filter(Q(social_worker=me) | Q(pk__in=RawSQL("SELECT cases_to_take_over()", [])))
        .annotate(left_on=F("social_worker__ends_on"), supported_in=latest_support(given_day("month")))
    )
    return own_cases(with_undelivered(with_answered(with_requests(cases))))


FOUND = Written(own_or_nobodys)


def for_social_worker(actor: Actor) -> Day:
    """Return the start page of a social worker."""
    came_in: Sequence[Any] = database.query(NEW)
    new = [
        Row(
            one.name,
            person_url(one.id),
            str(Application.Kind(one.why).label),
            one.since,
            _("Open case"),
            address("cases:open_case", one.id),
        )
        for one in came_in
        if one.what == "application"
    ]
    last_but_one = months_after(month_of(actor.today), -2)
    found = beside_states(
        FOUND.ask(me=actor.membership_id, unit=actor.unit_id, today=actor.today, month=last_but_one), with_reviews=False
    )
    mine = [line for line in found if line.case.social_worker_id == actor.membership_id]
    nobodys = [
        Row(
            line.case.person.name,
            person_url(line.case.person_id),
            _("The social worker has left") if getattr(line.case, "left_on", None) else _("The unit was handed over"),
            getattr(line.case, "left_on", None),
            _("Take over"),
            address("cases:take_over", line.case.pk),
            post=True,
        )
        for line in found
        if line.case.social_worker_id != actor.membership_id
    ]
    meetings = own_meetings(actor, mine)
    queues = [
        *hand_over_queues(actor),
        *meetings.queues(),
        answered(mine),
        undelivered(found),
        Queue(
            _("Applications without a case"),
            _("The person has applied, and nobody has begun. Oldest first."),
            "today",
            new,
            "applications",
        ),
        referred_by_partners(came_in),
        *begun(mine),
        grounds_waiting(actor),
        fallen(mine, "applications"),
        standing_still(mine, actor.today),
        *requirement_queues(actor, mine),
        month_missing(mine, actor.today),
        Queue(
            _("Cases whose social worker has left"),
            _("Nobody in the unit decides on them. Oldest case first."),
            "today",
            nobodys,
            "cases",
        ),
        *exit_queues(actor, _("The consultant has left: check that the exit lasted. Longest ago first."), "cases"),
    ]
    return Day(queues, actor.role, meetings.coming, went_forward(actor, mine), len(mine))


def referred_by_partners(came_in: Iterable[Any]) -> Queue:
    """Return those whom partners have referred to the unit, by their own consent, and nobody has answered."""
    rows = []
    for one in came_in:
        if one.what == "referral":
            url = address("partnerships:partner_referral", one.id)
            rows.append(Row(one.name, url, one.why, one.since, str(OPEN), url))
    why = _("Has asked a partner to tell us. Get in touch, and answer. Oldest first.")
    return Queue(_("Referred by partners"), why, "today", rows, "applications")


def standing_still(mine: Iterable[Line], today: date) -> Queue:
    """Return the cases that have waited for a plan or a place for six weeks, and nobody has said why."""
    waits = {"unplanned": _("Waits for a plan"), "waiting": _("Waits for a place")}
    rows = [
        case_row(line.case, waits[line.state.stage], line.state.since, _("Say why"), "cases:stall")
        for line in mine
        if line.state.stage in waits and not line.state.stall and line.state.since <= today - STILL
    ]
    why = _("Nothing for six weeks, and nobody has said why. Longest first.")
    return Queue(_("Stands still"), why, "watch", by_age(rows), "still")


def latest_support(month: Given) -> Subquery:
    """Return the latest month with support written for a case's person, from this one on."""
    written = SupportMonth.objects.filter(person=OuterRef("person"), month__gte=month)
    return Subquery(written.order_by("-month").values("month")[:1])


def month_missing(mine: Iterable[Line], today: date) -> Queue:
    """Return those who had support in the month before the last, and nothing is written for the last one.

    Either the support has ended or the month is missing: whoever writes it in, or waits a month, has said which.
    """
    last = months_after(month_of(today), -1)
    why = _("No support written for %(month)s") % {"month": month_year(last)}
    rows = [
        Row(
            line.case.person.name,
            person_url(line.case.person_id),
            why,
            None,
            _("Write it in"),
            address("assistance:support", line.case.person_id),
        )
        for line in mine
        if getattr(line.case, "supported_in", None) == months_after(last, -1)
    ]
    return Queue(_("Support for the month"), _("The month before there was some."), "week", rows, "month")


def begun(mine: Iterable[Line]) -> list[Queue]:
    """Return the cases that wait for a consultant, and those that wait for a kartläggning."""
    rows: dict[str, list[Row]] = {"unassigned": [], "unmapped": []}
    for line in mine:
        case, since = line.case, line.state.since
        if line.state.stage == "unassigned":
            why = _("Nobody is responsible")
            rows["unassigned"].append(case_row(case, why, since, _("Assign"), "cases:assign"))
        elif line.state.stage == "unmapped":
            rows["unmapped"].append(case_row(case, responsible_name(case), since, _("Kartläggning"), "plans:mapping"))
    return [
        Queue(
            _("Cases without a consultant"),
            _("You opened the case; choose who walks with the person."),
            "today",
            rows["unassigned"],
            "applications",
        ),
        Queue(
            _("Without kartläggning"),
            _("Every person is to be heard before anything is planned. Oldest case first."),
            "week",
            rows["unmapped"],
            "mapping",
        ),
    ]
