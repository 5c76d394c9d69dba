"""Exits that are provisional until somebody has asked a month later."""

from django.db.models import Q
from django.utils.translation import gettext as _

from trappan.desk.work.rows import Row, address, person_url
from trappan.outcomes.models import Exit
from trappan.schedules.months import month_later
from trappan.secrecy.acting import Actor


def exits_to_check(actor: Actor) -> list[Row]:
    """Return exits that are due: the consultant's own, a social worker's where the consultant has left."""
    left = Q(case__responsible=None) | Q(case__responsible__ends_on__lte=actor.today)
    whose = (
        Q(case__social_worker_id=actor.membership_id) & left
        if actor.role == "social_worker"
        else Q(case__responsible_id=actor.membership_id)
    )
    exits = Exit.objects.filter(whose, held=None, reason__in=["work", "studies"])
    return [
        Row(
            done.person.name,
            person_url(done.person_id),
            f"{done.get_reason_display()}: {done.form}",
            done.day,
            _("Check"),
            address("outcomes:check", done.pk),
        )
        for done in exits.select_related("person").order_by("day")
        if month_later(done.day) <= actor.today
    ]
