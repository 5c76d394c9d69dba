"""What an administrator does with what is sent: try a way, send again what nobody knows of, let it be."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.history.record import record
from trappan.messages.orders import sms_is_set, tell_colleague
from trappan.refusals import Sentences, call
from trappan.secrecy.acting import Actor

STAYS = gettext_lazy("It is not sent again: what it was about may not leave the house. Let it be.")
NO: Sentences = {
    "message_is_seen_to": gettext_lazy("Somebody has seen to that message already."),
    "message_stays_in_the_house": STAYS,
    "message_no_longer_holds": gettext_lazy(
        "It is not sent again: what it reminds of no longer holds, has begun, or is paused."
    ),
    "no_message_about_protected": STAYS,
}


@transaction.atomic
def send_test(*, by: Actor, channel: str) -> None:
    """Send the administrator a message, to see that a way works from end to end.

    Refused: a text message where no service is set, or where the administrator has no number.
    """
    tell_colleague(
        colleague_id=by.colleague_id,
        kind="messages.test",
        channel=channel,
        subject=_("Trappan: a test"),
        text=_("This is a test from Trappan. If you read it, this way of sending works."),
    )
    record("messages.send_test", channel=channel)


@transaction.atomic
def send_again(*, message_id: int) -> None:
    """Send once more what may not have come: a new order, which names the old one.

    Refused: what somebody has seen to already, and what may not leave the house.
    """
    (made,) = call("messages_send_again", message_id, sms_is_set(), sentences=NO)
    record("messages.send_again", message=message_id, again=made)


@transaction.atomic
def leave(*, message_id: int) -> None:
    """Say that a message is not sent again, so that nobody need look at it any more."""
    call("messages_leave", message_id, sentences=NO)
    record("messages.leave", message=message_id)
