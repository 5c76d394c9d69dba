"""What a list of work is made of: rows with one door each, and the queues they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from trappan.cases.models import Case, Meeting
from trappan.database.among import IsAmong
from trappan.database.written import Given, Written, given_day, given_number, given_numbers
from trappan.desk.case_rows import Line
from trappan.placements.meetings import place_of, with_crossing
from trappan.schedules.functions import Now
from trappan.secrecy.acting import Actor
from trappan.ui.templatetags.ui import day as in_words

WEEK = timedelta(days=7)
OPEN = pgettext_lazy("a button", "Open")


@dataclass(frozen=True)
class Row:
    """One thing to do: who, why now, since when, and the one door to it.

    `due` is the last day on which it should have been done, where there is one; `late` says that it has passed.
    """

    name: str
    url: str
    why: str
    since: date | None
    door: str
    door_url: str
    post: bool = False
    due: date | None = None
    late: bool = False


@dataclass(frozen=True)
class Queue:
    """A list of the same kind of thing; `urgency` is today, week or watch, `box` where a start page shows it."""

    name: str
    why: str
    urgency: str
    rows: list[Row]
    box: str


@cache
def pattern(page: str) -> str:
    return reverse(page, args=[0])


def address(page: str, key: int) -> str:
    """Return the address of a page about a row: a list asks for hundreds that differ in a number."""
    return pattern(page).replace("/0/", f"/{key}/")


def person_url(person_id: int) -> str:
    return address("desk:person", person_id)


def case_row(case: Case, why: str, since: date | None, door: str, page: str) -> Row:
    return Row(case.person.name, person_url(case.person_id), why, since, door, address(page, case.pk))


def until(row: Row, day: date, today: date) -> Row:
    """Return the row with the last day on which it should be done."""
    return replace(row, since=None, due=day, late=day < today)


def by_age(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: row.due or row.since or date.max)


def responsible_name(case: Case) -> str:
    return case.responsible.colleague.name if case.responsible else ""


def open_meetings() -> QuerySet[Meeting]:
    """Return the meetings that nobody has told the outcome of, in order; each with whether its time is `past`."""
    found = Meeting.objects.filter(outcome="").select_related("person", "colleague__colleague")
    past = ExpressionWrapper(Q(ends_at__lte=Now()), output_field=BooleanField())
    return found.annotate(past=past).order_by("starts_at", "pk")


def left_behind(me: Given, today: Given) -> Q:
    """Ask for meetings of somebody who has left: they are whoever's the case is now, however far ahead."""
    return Q(colleague__ends_on__lte=today) & (Q(case__responsible=me) | Q(case__social_worker=me))


@dataclass(frozen=True)
class Appointment:
    """One of the colleague's own meetings: when, with whom, about what, and where or how."""

    starts_at: datetime
    day: date
    name: str
    url: str
    purpose: str
    where: str
    door_url: str


@dataclass(frozen=True)
class OwnMeetings:
    """A colleague's meetings: past ones without outcome, those to see to, and the own ones of today and a week on."""

    untold: list[Row]
    left: list[Row]
    crossed: list[Row]
    coming: list[Appointment]

    def queues(self) -> list[Queue]:
        """Return the lists of those that something is to be done with."""
        why = _("The person is expected at an activity at that time. Move the meeting, or keep it and tell the site.")
        return [
            Queue(_("Meetings of a colleague who has left"), _("Move or cancel them."), "today", self.left, "meetings"),
            Queue(_("Meetings at the same time as an activity"), why, "today", self.crossed, "meetings"),
            untold_queue(self.untold),
        ]


def asked_of() -> QuerySet[Any]:
    """Ask for the meetings of `own_meetings`."""
    week = Q(starts_at__date__lt=given_day("later")) | Q(crossing__isnull=False)
    left = Q(IsAmong("case_id", given_numbers("cases")), colleague__ends_on__lte=given_day("today"))
    return with_crossing(open_meetings()).filter(Q(colleague=given_number("me")) & week | left)[:200]


OWN = Written(asked_of)


def own_meetings(actor: Actor, mine: Iterable[Line]) -> OwnMeetings:
    """Return the colleague's own meetings that have been, are within a week, or that something is to be done with.

    Those of a colleague who has left are asked for by one's own cases, `mine`: the town's are not walked.
    """
    found = OwnMeetings([], [], [], [])
    cases = [line.case.pk for line in mine]
    for meeting in OWN.ask(me=actor.membership_id, cases=cases, today=actor.today, later=actor.today + WEEK):
        row = meeting_row(meeting, actor)
        is_own = meeting.colleague_id == actor.membership_id
        if row.since:
            found.untold.append(row)
        elif not is_own:
            found.left.append(row)
        elif place_of(meeting):
            found.crossed.append(row)
        on = localtime(meeting.starts_at).date()
        if is_own and actor.today <= on < actor.today + WEEK:
            found.coming.append(appointment(meeting, row))
    return found


def appointment(meeting: Any, row: Row) -> Appointment:
    """Return a meeting as it stands beside the lists: where or how, and an interpreter’s language."""
    where = [meeting.place or meeting.get_how_display()]
    if meeting.interpreter:
        where.append(_("interpreter: %(language)s") % {"language": meeting.interpreter})
    starts_at = localtime(meeting.starts_at)
    return Appointment(starts_at, starts_at.date(), row.name, row.url, meeting.purpose, ", ".join(where), row.door_url)


def untold_queue(rows: list[Row]) -> Queue:
    """Return the list of meetings whose outcome nobody has told."""
    why = _("The time has passed: say whether the person came. Oldest first.")
    return Queue(_("Meetings without outcome"), why, "week", rows, "meetings")


def meeting_row(meeting: Any, actor: Actor) -> Row:
    """Return the line of a meeting; `since` when it was, None where it is still to come."""
    starts = localtime(meeting.starts_at)
    past: bool = meeting.past
    why = meeting.purpose if past else f"{starts:%H.%M} {meeting.purpose}"
    when = {"name": meeting.colleague.colleague.name, "day": in_words(starts.date()), "what": why}
    if meeting.colleague_id != actor.membership_id:
        why = _("%(name)s has left. Move or cancel the meeting %(day)s: %(what)s") % when
    elif not past and (crossing := place_of(meeting)):
        why = _("%(day)s %(what)s: expected at %(place)s") % {**when, "place": crossing}
    return Row(
        meeting.person.name,
        person_url(meeting.person_id),
        why,
        starts.date() if past else None,
        _("Say what became of it") if past else str(OPEN),
        address("cases:meeting", meeting.pk),
    )
