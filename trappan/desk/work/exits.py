"""Exits that are provisional until somebody has asked a month later, and those to follow up."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from trappan.agreements.models import Agreement
from trappan.cases.models import Case
from trappan.database.written import Written, given_day
from trappan.desk.work.over import over_queue, over_row
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.outcomes.follow_up_list import after, own_exits
from trappan.outcomes.follow_ups import Time, times_of, waiting
from trappan.outcomes.models import Exit, FollowUp
from trappan.rules.rulesets import Rules, in_force, known_rules
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor

# What a placement at an employer that is over asks for, of somebody whose case has ended since.
OVER_OF = """(SELECT jsonb_build_array(g.asks, g.agreement_id, g.day)
  FROM agreements_endings_on_desk(ARRAY[outcomes_exit.person_id]) g
  WHERE EXISTS (SELECT FROM agreements_agreement a WHERE a.person_id = outcomes_exit.person_id)
  ORDER BY g.day LIMIT 1)"""


def with_all(role: str) -> QuerySet[Exit]:
    """Ask for the exits of `exit_queues`, each with all that it is shown by."""
    again = Case.objects.open().filter(person_id=OuterRef("person_id"))
    # What was written and the rules come with the exits: the start page has a dozen questions as it is.
    told = FollowUp.objects.standing().filter(exit=OuterRef("pk")).order_by("day", "pk")
    at_employer = Exists(Agreement.objects.filter(person_id=OuterRef("person_id")))
    of_it = RawSQL(OVER_OF, [], JSONField())  # noqa: S611 - a sentence of ours, in which nothing is put
    return own_exits(role, or_else=Q(at_employer)).annotate(
        again=Exists(again),
        over=of_it,
        told=ArraySubquery(told.values(said=JSONObject(months="months", answer="answer"))),
        rules=Subquery(in_force(given_day("today")).values("parameters")[:1]),
    )


WITH_ALL = Written(with_all)


def exit_queues(actor: Actor, why: str, box: str) -> list[Queue]:
    """Return exits that did not last, those that are to be followed up, and those that wait for the check alone.

    They are the consultant's own, and a social worker's where the consultant has left. One that did not last
    stays until the case is open again, or the person has another.
    """
    listed = WITH_ALL.ask(actor.role, me=actor.membership_id, today=actor.today)
    failed = [failed_row(done) for done in listed if done.has_failed and not done.again]
    asked, due = [], []
    for done in listed:
        if done.has_failed or not done.is_followed:
            continue
        written = [FollowUp(**one) for one in done.told]
        time = waiting(times_of(done, written, known_rules(done.rules)), actor.today)
        if time is not None:
            asked.append(follow_up_row(time, actor.today))
        elif done.has_said:
            asked.append(said_row(done))
        elif done.held is None and month_later(done.day) <= actor.today:
            due.append(check_row(done))
    return [
        *over_after(listed, actor),
        Queue(
            _("Work or studies that did not last"),
            _("The person is without an open case. Reopen it, and plan what comes next. Longest ago first."),
            "today",
            failed,
            box,
        ),
        Queue(_("Follow-ups to do"), _("Ask how it goes. The first month’s answer is the check."), "week", asked, box),
        Queue(_("Check after a month"), why, "week", due, box),
    ]


def over_after(listed: Iterable[Any], actor: Actor) -> list[Queue]:
    """Return what placements at employers ask of a consultant after her cases have ended, in whatever way.

    Of somebody whose case is open again it stands with that case. A social worker has no such list, nor a box for it.
    """
    if actor.role != "consultant":
        return []
    rows = {}
    for done in listed:
        if done.over and not done.again:
            asks, agreement_id, day = done.over
            since = date.fromisoformat(day)
            rows[done.person_id] = over_row(done.person.name, done.person_id, asks, agreement_id, since, actor.today)
    return [over_queue(rows.values())]


def after_the_end(done: Exit, rules: Rules, today: date) -> Queue | None:
    """Return what waits after one person's end: to reopen, to follow up or to check; None where nothing does."""
    if done.has_failed:
        return Queue(_("Work or studies that did not last"), "", "today", [failed_row(done)], "after")
    time = waiting(times_of(done, done.follow_ups.all(), rules), today)
    if time is not None:
        return Queue(_("Follow-ups to do"), "", "week", [follow_up_row(time, today)], "after")
    if getattr(done, "has_said", False):
        return Queue(_("Follow-ups to do"), "", "week", [said_row(done)], "after")
    if done.is_provisional:
        return Queue(_("Check after a month"), "", "week", [check_row(done)], "after")
    return None


def failed_row(done: Exit) -> Row:
    """Return the line of an exit that did not last."""
    return row(done, done.checked_on, _("Reopen the case"), "outcomes:reopen", of=done.case_id)


def follow_up_row(time: Time, today: date) -> Row:
    """Return the line of somebody who is to be asked how it goes."""
    done = time.exit
    if getattr(done, "has_said", False):
        return said_row(done)
    why = f"{after(time.months)}. {done.get_reason_display()}: {done.form}"
    if getattr(done, "is_asked", False):
        why = _("%(why)s. Asked by a link") % {"why": why}
    door, page = _("Follow up"), address("outcomes:follow_up", done.pk)
    late = time.is_late(today)
    return Row(
        done.person.name,
        person_url(done.person_id),
        why,
        None if late else time.day,
        door,
        page,
        due=time.day if late else None,
        late=late,
    )


def said_row(done: Exit) -> Row:
    """Return the line of somebody who has answered by a link."""
    why = _("Has answered by a link how it goes: read it")
    door, page = _("Take in the answer"), address("outcomes:follow_up", done.pk)
    return Row(done.person.name, person_url(done.person_id), why, None, door, page)


def check_row(done: Exit) -> Row:
    """Return the line of an exit that is provisional."""
    return row(done, done.day, _("Check"), "outcomes:check")


def row(done: Exit, since: date | None, door: str, page: str, *, of: int | None = None) -> Row:
    person, why = done.person, f"{done.get_reason_display()}: {done.form}"
    return Row(person.name, person_url(done.person_id), why, since, door, address(page, of or done.pk))
