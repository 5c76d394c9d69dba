"""What a person has said of reminders, and when nobody reminds."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from trappan.history.record import record
from trappan.messages.models import Message, Pause, Wish
from trappan.messages.operations.sending import NO as SENDING_NO
from trappan.messages.orders import sms_is_set
from trappan.people.models import Person
from trappan.refusals import READS_ONLY, Refused, Sentences, call, refusing
from trappan.refusals.editions import refuse_overtaken, saved_in
from trappan.schedules.clock import today
from trappan.secrecy.scopes import Scope

MOST_DAYS = 365
NO: Sentences = {"one_quiet_time_at_a_time": ("ends_on", _("Reminders are paused then already. End that pause first."))}


@transaction.atomic
def keep_wish(*, person: Person, way: str, language: str, tells_time: bool, edition: str = "") -> Wish:
    """Keep how the person wants to be reminded; refused where `edition` has been overtaken."""
    wish = {"way": way, "language": language, "tells_time": tells_time}
    found = Wish.objects.select_for_update().filter(person=person).first()
    refuse_overtaken(saved_in(found, wish), edition)
    kept, made = Wish.objects.get_or_create(person=person, defaults=wish)
    if not made and not Wish.objects.filter(pk=kept.pk).update(**wish):
        raise Refused(READS_ONLY)
    record("messages.keep_wish", person.pk, scope=Scope.PLAN, way=way, language=language, tells_time=tells_time)
    return kept


@transaction.atomic
def pause_reminders(*, person: Person, ends_on: date | None, reason: str) -> Pause:
    """Remind the person of nothing from today until the day before `ends_on`; what waits is stopped.

    Refused: without a last day, or with one that has passed or is more than a year away, and during another pause.
    """
    first = today()
    if ends_on is None:
        raise Refused(_("A pause has a last day: afterwards the person is reminded again."), "ends_on")
    if not 0 < (ends_on - first).days <= MOST_DAYS:
        raise Refused(_("Choose a last day from today on, at most a year away."), "ends_on")
    with refusing(NO):
        pause = Pause.objects.create(person=person, starts_on=first, ends_on=ends_on, reason=reason)
    record("messages.pause_reminders", person.pk, scope=Scope.PLAN, pause=pause.pk, ends_on=ends_on)
    return pause


@transaction.atomic
def end_pause(*, pause: Pause) -> None:
    """Remind the person again from today; refused where the pause has ended."""
    day = today()
    if not Pause.objects.in_force().filter(pk=pause.pk).update(ends_on=day):
        raise Refused(_("That pause has ended already."))
    record("messages.end_pause", pause.person_id, scope=Scope.PLAN, pause=pause.pk)


@transaction.atomic
def send_again_to(*, message: Message) -> None:
    """Send a person once more what may not have come, as somebody who holds the plan.

    It goes as it went, but another way where messages come back from that address: then as the person is reached, and
    on paper where no way is left.

    Refused: what somebody has seen to already, what no longer holds, and what may not leave the house.
    """
    (made,) = call("messages_send_again_to", message.pk, sms_is_set(), sentences=SENDING_NO)
    record("messages.send_again_to", message.person_id, scope=Scope.PLAN, message=message.pk, again=made)
