"""The file of last year to the statistics, which was delivered in April as the rules say, and is kept no longer."""

from datetime import date

from trappan.demo.clock import moment
from trappan.exchange.jobs import expire, make
from trappan.exchange.models import Delivery
from trappan.staff.models import Membership

SENT = date(2026, 4, 14)


def last_year() -> None:
    """Let the controller have delivered the whole of 2025."""
    controller = Membership.objects.select_related("unit").get(role="controller")
    ordered = Delivery.objects.create(
        municipality_id=controller.unit.organisation_id,
        kind=Delivery.Kind.YEAR,
        first=date(2025, 1, 1),
        version=1,
        author=controller,
        at=moment(SENT, 9, 10),
    )
    make(ordered.pk)
    Delivery.objects.filter(pk=ordered.pk).update(
        made_at=moment(SENT, 9, 11), expires_on=date(2026, 5, 14), sent_on=SENT, sent_by=controller
    )
    expire()
