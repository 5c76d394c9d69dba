"""The day of guidance and occupational therapy: what has been asked of them."""

from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.cases.models import Referral
from trappan.desk.work.rows import OPEN, Queue, Row, address, person_url
from trappan.secrecy.acting import Actor

ALL = Q()


def for_referred(actor: Actor, about: Q = ALL) -> list[Queue]:
    """Return the referrals at guidance or occupational therapy: nobody's, and one's own."""
    found = (
        Referral.objects.filter(about, unit_id=actor.unit_id, end="")
        .select_related("person", "responsible")
        .order_by("referred_at", "pk")
    )
    nobodys: list[Row] = []
    mine: list[Row] = []
    for referral in found:
        row = Row(
            referral.person.name,
            person_url(referral.person_id),
            referral.purpose,
            localtime(referral.referred_at).date(),
            str(OPEN),
            address("cases:referral", referral.pk),
        )
        if referral.starts_on is None and referral.responsible_id in (None, actor.membership_id):
            nobodys.append(row)
        elif referral.responsible_id == actor.membership_id:
            mine.append(row)
    return [
        Queue(
            _("Referrals to take on"),
            _("Somebody has asked for your part. Longest wait first."),
            "today",
            nobodys,
            "referrals",
        ),
        Queue(
            _("Your referrals"), _("You are responsible until you end them. Oldest first."), "week", mine, "referred"
        ),
    ]
