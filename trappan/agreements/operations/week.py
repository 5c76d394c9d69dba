"""Ask an employer of a week, take in what it says, and note what is told of the place."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from trappan.agreements.models import Agreement, Link, Statement
from trappan.agreements.operations.link import Reached, order_link
from trappan.agreements.operations.refusals import NO
from trappan.agreements.week import WorkWeek, text_of_week, week_of
from trappan.attendance import operations as attendance
from trappan.attendance.models import AttendedTime
from trappan.history.record import record
from trappan.refusals import Overtaken, Refused, refusing
from trappan.schedules.clock import now
from trappan.secrecy.acting import Actor
from trappan.secrecy.scopes import Scope


@transaction.atomic
def ask_week(*, agreement: Agreement, monday: date, site: str, way: str) -> Link:
    """Order a link by which the employer tells of a week: its days so far, frozen as they are in the schedule now.

    Refused as every link, and where no day of the week has been held yet.
    """
    week = week_of(agreement, monday)
    if not week.held:
        raise Refused(_("No day of the week has come yet, or none was held. Send the link when one has."))
    made = order_link(
        purpose=Link.Purpose.WEEK,
        person_id=agreement.person_id,
        placement_id=agreement.placement_id,
        to=Reached.at_employer(agreement, agreement.workplace.employer.name),
        content=text_of_week(agreement, week),
        subject=str(monday),
        site=site,
        way=way,
    )
    record("agreements.ask_week", agreement.person_id, scope=Scope.PLAN, link=made.pk, week=str(monday))
    return made


@transaction.atomic
def take_week(
    *, agreement: Agreement, by: Actor, week: WorkWeek, seen: str, answers: dict[str, str], why: str = ""
) -> list[AttendedTime]:
    """Mark a week at an employer, by what the employer has said or what is known otherwise: its answer is taken in.

    Returns the days that a colleague marked otherwise at the same moment, which stand. Refused where the page showed
    other marks or answers (`seen`) than there are, and as the site's own marks are. Only what it showed is taken in.
    """
    if seen != week.seen:
        raise Overtaken(
            _("The week has been marked otherwise or told of meanwhile. Look at it again, and save once more.")
        )
    with refusing(NO):
        conflicts = attendance.mark_placement(by=by, placement=agreement.placement, marks=week.marks(answers), why=why)
    taken = Statement.objects.filter(pk__in=week.unread, seen_at=None).update(seen_at=now())
    record("agreements.take_week", agreement.person_id, scope=Scope.PLAN, week=str(week.monday), statements=taken)
    return conflicts


@transaction.atomic
def read_week(*, agreement: Agreement, week: WorkWeek, seen: str) -> None:
    """Take in what the employer has said of a week of which no day was held, so that nothing is marked by it.

    Refused where a day is held, which is marked by what was said, and where the page showed something else (`seen`).
    """
    if week.held or seen != week.seen:
        raise Overtaken(_("The week has been told of or put in the schedule otherwise meanwhile. Look at it again."))
    taken = Statement.objects.filter(pk__in=week.unread, seen_at=None).update(seen_at=now())
    if not taken:
        raise Refused(_("Somebody has taken it in already. Look at the page as it is now."))
    record("agreements.take_week", agreement.person_id, scope=Scope.PLAN, week=str(week.monday), statements=taken)


@transaction.atomic
def note_incident(*, agreement: Agreement, by: Actor, day: date, kind: str, text: str, done: str) -> None:
    """Note something that went wrong at an employer, as it was told; whoever notes it has read it."""
    made = attendance.record_incident(
        placement=agreement.placement, day=day, today=by.today, kind=kind, text=text, done=done
    )
    attendance.read_reports(person_id=agreement.person_id, reports=[], incidents=[made.pk])
    record("agreements.note_incident", agreement.person_id, scope=Scope.PLAN, day=day, kind_of=kind)
