"""What is sent to a person: how the person wants to be reminded, what is to come, and what became of what went out."""

from typing import Any

from django.db.models import CharField, Exists, F, Func, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.history.record import record
from trappan.messages import operations
from trappan.messages.forms import PauseForm, WishForm
from trappan.messages.kinds import words_of
from trappan.messages.models import Message, Pause, Wish
from trappan.messages.orders import sms_is_set
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
    "waiting": _("Waits to be sent"),
    "trying": _("Is being sent"),
}
WHY: dict[str, Any] = dict(Message.Why.choices)
GONE = _("Somebody has seen to that already.")


@may("messages.see_person")
@in_tab(Tab.MORE)
def person(request: Request, person_id: int) -> HttpResponse:
    """Show what was sent to a person and what is to come; write down the person's wish, and pause."""
    found = get_object_or_404(Person, pk=person_id)
    sent = list(sent_to(found))
    pause = Pause.objects.in_force().filter(person=found).select_related("author__colleague").first()
    wish = Wish.objects.filter(person=found).first()
    acts = Acts(request, acts_of(found, wish, pause, sent), GONE)
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
            (one, words_of(one.kind), STATES[one.state], WHY.get(one.why, ""), acts.get(f"again-{one.pk}"))
            for one in sent
        ],
        "at_most": AT_MOST,
    }
    return render(request, "messages/person.html", context, status=acts.status)


def sent_to(found: Person) -> Any:
    """Return what was ordered about a person, the latest first, each with its state and whether it was sent anew."""
    again = Message.objects.filter(again_of=OuterRef("pk"))
    state = Func(F("outcome"), F("tried_at"), function="messages_state", output_field=CharField())
    return Message.objects.filter(person=found).annotate(state=state, was_again=Exists(again)).order_by("-pk")[:AT_MOST]


def acts_of(found: Person, wish: Wish | None, pause: Pause | None, sent: list[Any]) -> list[Act]:
    """List what may be done; about somebody protected nothing is sent, so nothing is asked of how."""
    if found.is_protected:
        return []
    on = {"person": found}
    begun = WishForm.begun(wish, way="sms", language="sv")
    acts = [Act("wish", operations.keep_wish, _("Save"), WishForm, on=on, given={"initial": begun})]
    if pause:
        acts.append(Act("end_pause", operations.end_pause, _("Remind again from today"), on={"pause": pause}))
    else:
        acts.append(Act("pause", operations.pause_reminders, _("Pause the reminders"), PauseForm, on=on))
    acts += [
        Act(
            "again",
            operations.send_again_to,
            _("Send again"),
            on={"message": one},
            row=one.pk,
            beside=str(words_of(one.kind)),
        )
        for one in sent
        if one.state in ("unknown", "refused")
        and one.why not in (Message.Why.PROTECTED, Message.Why.STOPPED, Message.Why.LATE)
        and one.left_by_id is None
        and not one.was_again
    ]
    return acts
