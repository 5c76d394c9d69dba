"""What is sent, for the administrator: how many of which kind, what nobody knows of, and how the worker is."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from trappan import database
from trappan.messages import operations
from trappan.messages.kinds import words_of
from trappan.messages.models import Message
from trappan.messages.orders import mailbox_is_set, sms_is_set
from trappan.schedules.clock import now
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

WORKER = {
    "up": ("success", _("The worker is up.")),
    "late": ("warning", _("The worker has given no sign of life for half a minute or more.")),
    "down": ("danger", _("The worker is down. What is ordered waits, and nothing is lost; start `trappan worker`.")),
}
GONE = _("Somebody has seen to that message already.")
WAYS = dict(Message.Channel.choices)
WHY: dict[str, Any] = dict(Message.Why.choices)


@may("messages.see_sent")
def sent(request: Request) -> HttpResponse:
    """Show what was sent this week, and what to see to, without a word of any message or to whom it went."""
    loose = database.rows("messages_to_see_to")
    acts = Acts(request, acts_of(request, loose), GONE)
    if acts.carried_out():
        return redirect("messages:sent")
    state = database.row("worker_state")
    color, said = WORKER[state.worker]
    counted = [(words_of(one.kind), WAYS[one.channel], one) for one in database.rows("messages_this_week")]
    context = {
        "acts": acts,
        "worker": state,
        "oldest": age(state.oldest_s),
        "said": {"color": color, "words": said},
        "counted": counted,
        "sent": sum(one.sent for _kind, _way, one in counted),
        "loose": [
            (one, words_of(one.kind), WAYS[one.channel], WHY.get(one.why, ""), *of_row)
            for one in loose
            for of_row in [(acts.get(f"again-{one.id}"), acts.get(f"leave-{one.id}"))]
        ],
        "reminders": database.row("messages_reminders_here", sms_is_set()),
        "stand_ins": settings.SMS["folder"],
        "ways": ways(),
    }
    return render(request, "messages/sent.html", context, status=acts.status)


def ways() -> list[tuple[Any, bool, bool]]:
    """Return each way out of the house: its name, whether it is set up, and whether the service tells what became."""
    is_set = {"email": True, "sms": sms_is_set(), "mailbox": mailbox_is_set()}
    return [(WAYS[way], on, bool(settings.HOOKS.get(way))) for way, on in is_set.items()]


def acts_of(request: Request, loose: list[Any]) -> list[Act]:
    """List what an administrator does: try each way, and see to what was not sent."""
    right = "messages.see_sent"
    done = _("It is ordered. The worker sends it in a moment.")
    acts = [
        Act(
            f"test_{way}", operations.send_test, words, on={"by": request.actor, "channel": way}, done=done, right=right
        )
        for way, words in (("email", _("Send me an e-mail")), ("sms", _("Send me a text message")))
    ]
    for one in loose:
        on, beside = {"message_id": one.id}, str(words_of(one.kind))
        if one.why != Message.Why.PROTECTED:
            again = Act("again", operations.send_again, _("Send again"), on=on, done=done, row=one.id, beside=beside)
            acts.append(again)
        acts.append(Act("leave", operations.leave, _("Let it be"), on=on, row=one.id, beside=beside))
    return acts


def age(seconds: int) -> str:
    """Return how long something has waited, in whole minutes, hours, days or weeks; empty below a minute."""
    moment = now()
    return timesince(moment - timedelta(seconds=seconds), moment, depth=1) if seconds >= 60 else ""
