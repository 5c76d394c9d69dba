"""Exits that are provisional until somebody has asked a month later."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.database.among import IsAmong
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.outcomes.models import Exit
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor


def exit_queues(actor: Actor, why: str, box: str) -> list[Queue]:
    """Return exits that did not last, and those that are due to be checked.

    They are the consultant's own, and a social worker's where the consultant has left. One that did not last
    stays until the case is open again, or the person has another.
    """
    left = Q(case__responsible=None) | Q(case__responsible__ends_on__lte=actor.today)
    if actor.role == "social_worker":
        own, whose = Case.objects.filter(social_worker_id=actor.membership_id), left
    else:
        own, whose = Case.objects.filter(responsible_id=actor.membership_id), Q()
    again = Case.objects.open().filter(person_id=OuterRef("person_id"))
    exits = Exit.objects.filter(
        # The town has thousands of exits and a colleague some hundred cases.
        IsAmong("case_id", ArraySubquery(own.values("pk"))),
        whose,
        Q(held=None) | Q(held=False) & ~Exists(again),
        reason__in=["work", "studies"],
        reopened_on=None,
    )
    listed = list(exits.select_related("person").order_by("day"))
    failed = [failed_row(done) for done in listed if done.has_failed]
    due = [check_row(done) for done in listed if done.held is None and month_later(done.day) <= actor.today]
    return [
        Queue(
            _("Work or studies that did not last"),
            _("The person is without an open case. Reopen it, and plan what comes next. Longest ago first."),
            "today",
            failed,
            box,
        ),
        Queue(_("Check after a month"), why, "week", due, box),
    ]


def failed_row(done: Exit) -> Row:
    """Return the line of an exit that did not last."""
    return row(done, done.checked_on, _("Reopen the case"), "outcomes:reopen", of=done.case_id)


def check_row(done: Exit) -> Row:
    """Return the line of an exit that is provisional."""
    return row(done, done.day, _("Check"), "outcomes:check")


def row(done: Exit, since: date | None, door: str, page: str, *, of: int | None = None) -> Row:
    person, why = done.person, f"{done.get_reason_display()}: {done.form}"
    return Row(person.name, person_url(done.person_id), why, since, door, address(page, of or done.pk))
