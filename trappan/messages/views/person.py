"""What is sent to a person: how the person wants to be reminded, what is to come, and what became of what went out."""

from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, F, Func, OuterRef, Value
from django.db.models.functions import JSONObject
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.messages import operations
from trappan.messages.forms import PauseForm, WishForm
from trappan.messages.kinds import words_of
from trappan.messages.models import DeadAddress, Message, Pause, Wish
from trappan.messages.orders import mailbox_is_set, sms_is_set
from trappan.messages.texts import as_read
from trappan.people.models import Person
from trappan.people.operations import only_reads
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.tabs import Tab, in_tab

AT_MOST = 50
COMING = {
    "waits": _("A reminder waits."),
    "ordered": _("A reminder was ordered; below stands what became of it."),
    "told": _("Booked after the usual moment, so nobody is reminded of it once more."),
    "paused": _("No reminder: they are paused then."),
    "unwanted": _("No reminder: the person wants none."),
    "unreached": _("No reminder: we have no number or address for the way that the person wants. Tell it yourself."),
    "protected": _("No reminder: nothing is sent about protected identity. Tell it yourself."),
    "never": _("No reminder: the rules say that nobody is reminded."),
}
STATES: dict[str, Any] = {
    **dict(Message.Outcome.choices),
    **dict(Message.Receipt.choices),
    "waiting": _("Waits to be sent"),
    "trying": _("Is being sent"),
}
WHY: dict[str, Any] = {**dict(Message.Why.choices), **dict(Message.Back.choices)}
# What is sent again goes as it went, where nothing is said.
AGAIN: dict[str, Any] = {
    Message.Channel.SMS: _("Send again, as a text message"),
    Message.Channel.EMAIL: _("Send again, by e-mail"),
    Message.Channel.MAILBOX: _("Send again, to the digital mailbox"),
    Message.Channel.LETTER: _("Send again, as a letter"),
}
OF_DEAD = ("id", "message_id", "channel", "address", "since")
GONE = _("Somebody has seen to that already.")


@may("messages.see_person")
@in_tab(Tab.MORE)
def person(request: Request, person_id: int) -> HttpResponse:
    """Show what was sent to a person and what is to come; write down the person's wish, and pause."""
    found = get_object_or_404(Person.objects.annotate(dead=dead_asked()), pk=person_id)
    sent = list(sent_to(found))
    pause = Pause.objects.in_force().filter(person=found).select_related("author__colleague").first()
    wish = Wish.objects.filter(person=found).first()
    dead = [] if found.is_protected else dead_of(found)
    acts = Acts(
        request,
        [*acts_of(found, wish, pause), *([] if found.is_protected else again_acts(sent)), *confirm_acts(dead)],
        GONE,
    )
    if acts.carried_out():
        return redirect("messages:person", found.pk)
    record("messages.see_person", found.pk, scope="plan", kind="read")
    context = {
        "person": found,
        "acts": acts,
        "form": acts.form,
        "pause": pause,
        "wish": wish,
        "may_write": acts.sent or not only_reads(found.pk),
        "coming": [(one, COMING[one.state]) for one in database.rows("messages_coming", found.pk, sms_is_set())],
        "sent": [
            (one, words_of(one.kind), state_of(one), why_of(one), as_read(one.text), acts.get(f"again-{one.pk}"))
            for one in sent
        ],
        "dead": acts.beside("confirm", dead),
        "at_most": AT_MOST,
    }
    return render(request, "messages/person.html", context, status=acts.status)


def sent_to(found: Person) -> Any:
    """Return what was ordered about a person, the latest first, with its state and by which way it goes again."""
    text = CharField()
    state = Func(F("outcome"), F("tried_at"), F("receipt"), function="messages_state_now", output_field=text)
    again_by = Func(F("pk"), Value(sms_is_set()), function="messages_again_by", output_field=text)
    return Message.objects.filter(person=found).annotate(state=state, again_by=again_by).order_by("-pk")[:AT_MOST]


def dead_asked() -> ArraySubquery:
    """Ask for the addresses of a person from which messages have come back."""
    found = DeadAddress.objects.in_use().filter(person=OuterRef("pk")).order_by("since", "pk")
    return ArraySubquery(found.values(json=JSONObject(**{name: name for name in OF_DEAD})))


def dead_of(found: Any) -> list[DeadAddress]:
    """Return the addresses that came with a person."""
    return [DeadAddress(**{**one, "since": datetime.fromisoformat(one["since"])}, person=found) for one in found.dead]


def why_of(one: Any) -> Any:
    """Return in words why a message was not sent, or came back; nothing where neither is so."""
    return WHY.get(one.receipt_why or one.why, "")


def state_of(one: Any) -> Any:
    """Return in words what has become of a message."""
    if one.channel == Message.Channel.LETTER and one.state == "waiting":
        return _("Printed, not posted yet") if one.printed_at else _("Waits to be printed")
    return STATES[one.state]


def acts_of(found: Person, wish: Wish | None, pause: Pause | None) -> list[Act]:
    """List what may be done; about somebody protected nothing is sent, so nothing is asked of how."""
    if found.is_protected:
        return []
    on = {"person": found}
    begun = WishForm.begun(wish, way="sms", language="sv")
    by_mailbox = mailbox_is_set() or begun["way"] == Wish.Way.MAILBOX
    given = {"initial": begun, "by_mailbox": by_mailbox}
    acts = [Act("wish", operations.keep_wish, _("Save"), WishForm, on=on, given=given)]
    if pause:
        acts.append(Act("end_pause", operations.end_pause, _("Remind again from today"), on={"pause": pause}))
    else:
        acts.append(Act("pause", operations.pause_reminders, _("Pause the reminders"), PauseForm, on=on))
    return acts


def again_acts(sent: list[Any]) -> list[Act]:
    """List what may be sent again, each by the way that it would go."""
    return [
        Act(
            "again",
            operations.send_again_to,
            AGAIN[one.again_by],
            on={"message": one},
            row=one.pk,
            beside=str(words_of(one.kind)),
        )
        for one in sent
        if one.again_by
    ]


def confirm_acts(dead: list[DeadAddress]) -> list[Act]:
    """List the addresses of which somebody may say that they work."""
    return [
        Act(
            "confirm",
            operations.confirm_address,
            _("It works"),
            on={"address": one},
            row=one.pk,
            beside=one.address,
            done=_("Messages go there again."),
        )
        for one in dead
    ]
