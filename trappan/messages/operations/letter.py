"""What a colleague does with letters: print them, say when they were posted, or that there is no address."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan import database
from trappan.history.record import record, record_each
from trappan.messages.models import DeadAddress, Message
from trappan.refusals import READS_ONLY, Refused, Sentences, call, refusing
from trappan.secrecy.scopes import Scope

NO: Sentences = {
    "letter_waits": gettext_lazy("Somebody has seen to one of those letters already. Look at the page as it is now."),
    "posted_when_printed": (
        "posted_on",
        gettext_lazy("Choose a day from when they were printed, and today at the latest."),
    ),
}


@transaction.atomic
def print_letters(*, letters: Sequence[int], anew: bool = False) -> list[Message]:
    """Note that letters are printed, and return those that are: with an address, and still true.

    What is printed already is printed again only where that is asked for (`anew`): it may lie in an envelope. Refused
    where none of them is to be printed (any more).
    """
    printed = [int(one.messages_print) for one in database.rows("messages_print", list(letters), anew)]
    found = list(Message.objects.filter(pk__in=printed).select_related("person__contact").order_by("pk"))
    if not found:
        raise Refused(_("There is no letter to print: it has no address, no longer holds, or was seen to."))
    record_each("messages.print_letters", about(found), scope=Scope.PLAN)
    return found


@transaction.atomic
def post_letters(*, letters: Sequence[int], posted_on: date) -> None:
    """Say that printed letters were posted on a day.

    Refused: none at all, one that is not printed or that somebody has seen to, a day before one was printed or to come.
    """
    if not letters:
        raise Refused(_("Tick the letters that were posted."), "letters")
    with refusing(NO):
        posted = [int(one.messages_post) for one in database.rows("messages_post", list(letters), posted_on)]
    found = about(Message.objects.filter(pk__in=posted), posted_on=posted_on)
    record_each("messages.post_letters", found, scope=Scope.PLAN)


@transaction.atomic
def cannot_post(*, message: Message) -> None:
    """Say that a letter could not be sent, as there is no address; refused where somebody has seen to it."""
    call("messages_cannot_post", message.pk, sentences=NO)
    record("messages.cannot_post", message.person_id, scope=Scope.PLAN, message=message.pk)


@transaction.atomic
def confirm_address(*, address: DeadAddress) -> None:
    """Say that an address or number works again, as the person has said; refused where somebody has said so."""
    # The moment, and who says so, are the database's to write.
    if not DeadAddress.objects.filter(pk=address.pk, works_at=None).update(works_at=address.since):
        raise Refused(READS_ONLY)
    record("messages.confirm_address", address.person_id, scope=Scope.PLAN, message=address.message_id)


def about(letters: Iterable[Message], **details: date) -> list[tuple[int, dict[str, Any]]]:
    """Return what an event of each letter tells: whom it is about, and which it is."""
    return [(one.person_id, {"message": one.pk, **details}) for one in letters if one.person_id]
