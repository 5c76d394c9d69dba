"""Exits that are provisional until somebody has asked a month later."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from trappan.cases.models import Case
from trappan.desk.work.rows import Queue, Row, address, person_url
from trappan.outcomes.models import Exit
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor


def exit_queues(actor: Actor, why: str) -> list[Queue]:
    """Return exits that did not last, and those that are due to be checked.

    They are the consultant's own, and a social worker's where the consultant has left. One that did not last
    stays until the case is open again, or the person has another.
    """
    left = Q(case__responsible=None) | Q(case__responsible__ends_on__lte=actor.today)
    whose = (
        Q(case__social_worker_id=actor.membership_id) & left
        if actor.role == "social_worker"
        else Q(case__responsible_id=actor.membership_id)
    )
    again = Case.objects.open().filter(person_id=OuterRef("person_id"))
    exits = Exit.objects.filter(
        whose, Q(held=None) | Q(held=False) & ~Exists(again), reason__in=["work", "studies"], reopened_on=None
    )
    listed = list(exits.select_related("person").order_by("day"))
    failed = [
        Row(
            done.person.name,
            person_url(done.person_id),
            f"{done.get_reason_display()}: {done.form}",
            done.checked_on,
            _("Reopen the case"),
            address("outcomes:reopen", done.pk),
            post=True,
        )
        for done in listed
        if done.has_failed
    ]
    due = [
        Row(
            done.person.name,
            person_url(done.person_id),
            f"{done.get_reason_display()}: {done.form}",
            done.day,
            _("Check"),
            address("outcomes:check", done.pk),
        )
        for done in listed
        if done.held is None and month_later(done.day) <= actor.today
    ]
    return [
        Queue(
            _("Work or studies that did not last"),
            _("The person is without an open case. Reopen it, and plan what comes next. Longest ago first."),
            "today",
            failed,
        ),
        Queue(_("Check after a month"), why, "week", due),
    ]
