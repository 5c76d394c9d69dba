"""Order a file that is delivered, order it anew, and write down that it was sent."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.exchange.models import Delivery
from trappan.history.record import record
from trappan.refusals import Sentences, call

NO: Sentences = {
    "deliveries_are_the_controllers": _(
        "Files are delivered by the controller, where the installation serves one municipality."
    ),
    "delivered_period_is_over": ("period", _("That period is not over yet. Choose one that is.")),
    "delivery_is_being_made": _("The file of that period is being made. Wait a minute, and look at it first."),
    "another_version_has_a_reason": _(
        "That file is there already. Open it, and make another version from there, with the reason."
    ),
    "delivery_names_nobody": ("reason", _("Nothing about a person may stand here. Take the personal number out.")),
    "delivery_can_be_sent": _(
        "Another version has taken its place, or it is written down already that it was sent. Look at the latest one."
    ),
}


@transaction.atomic
def order_delivery(*, kind: str, first: date) -> int:
    """Order the file of a period for the worker to make; return the delivery's number.

    Refused: a period that is not over, and one that has a file already.
    """
    (made,) = call("exchange_order", kind, first, "", sentences=NO)
    record("exchange.order_delivery", delivery=made, file=kind, first=first)
    return int(made)


@transaction.atomic
def order_version(*, delivery: Delivery, reason: str) -> int:
    """Order the whole file of a delivery's period anew, beside the one there is; return the new one's number.

    Refused: while another version is being made.
    """
    (made,) = call("exchange_order", delivery.kind, delivery.first, reason, sentences=NO)
    record("exchange.order_version", delivery=made, file=delivery.kind, first=delivery.first)
    return int(made)


@transaction.atomic
def send_delivery(*, delivery: Delivery) -> None:
    """Write down that a delivery was sent today. Refused: one that another has followed, and one sent before."""
    call("exchange_send", delivery.pk, sentences=NO)
    record("exchange.send_delivery", delivery=delivery.pk, file=delivery.kind, first=delivery.first)
