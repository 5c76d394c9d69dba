"""What waits for whoever signs, approves, or has said at a meeting that she does something: the rows of her desk."""

from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from trappan.partnerships.models import Agreement, Amendment, Budget, Decision, MeetingAction, Payment
from trappan.partnerships.money import kronor
from trappan.secrecy.acting import Actor
from trappan.secrecy.rights import has
from trappan.ui.templatetags.ui import day as in_words

AT_MOST = 50  # of each kind


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: of what, what is to be done, where, and since when or until when (`late`)."""

    name: str
    why: str
    url: str
    day: date
    late: bool = False


def to_sign(actor: Actor) -> list[Waiting]:
    """Return the agreements and amendments that are decided and wait for a director's signature."""
    if not has(actor, "partnerships.sign"):
        return []
    open_ones = Q(signed_on=None, withdrawn_on=None)
    of_agreement = Decision.objects.filter(agreement=OuterRef("pk"), amendment=None)
    drafts = Agreement.objects.filter(open_ones, Exists(of_agreement))[:AT_MOST]
    of_amendment = Decision.objects.filter(amendment=OuterRef("pk"))
    changes = Amendment.objects.filter(open_ones, Exists(of_amendment)).select_related("agreement")[:AT_MOST]
    rows = [(one, _("Decided: sign it"), one.starts_on) for one in drafts]
    rows += [(one.agreement, _("An amendment is decided: sign it"), one.starts_on) for one in changes]
    return [
        Waiting(one.name, why, reverse("partnerships:agreement", args=[one.pk]), starts_on, starts_on < actor.today)
        for one, why, starts_on in rows
    ]


def to_approve(actor: Actor) -> list[Waiting]:
    """Return budgets and payments that another colleague has entered and nobody has approved."""
    if not has(actor, "partnerships.approve"):
        return []
    waits = Q(approved_at=None, taken_out_on=None) & ~Q(author__colleague=actor.colleague_id)
    budgets = Budget.objects.filter(waits).select_related("agreement")[:AT_MOST]
    payments = Payment.objects.filter(waits).select_related("budget__agreement")[:AT_MOST]
    rows = [
        *((one.agreement, _("Approve the budget of %(year)s") % {"year": one.starts_on.year}, one) for one in budgets),
        *(
            (one.budget.agreement, _("Approve a payment of %(amount)s") % {"amount": kronor(one.amount_ore)}, one)
            for one in payments
        ),
    ]
    return [
        Waiting(one.name, why, reverse("partnerships:money", args=[one.pk]), localtime(money.at).date())
        for one, why, money in rows
    ]


def to_do(actor: Actor) -> list[Waiting]:
    """Return what the colleague has said at meetings that she does, and has not done: the first day first."""
    own = MeetingAction.objects.filter(owner=actor.membership_id, done_on=None).select_related("meeting")
    return [
        Waiting(
            one.text,
            _("%(meeting)s, to be done by %(day)s") % {"meeting": one.meeting.name, "day": in_words(one.due_on)},
            reverse("partnerships:meeting", args=[one.meeting_id]),
            one.due_on,
            one.due_on < actor.today,
        )
        for one in own[:AT_MOST]
    ]


def waiting_for(actor: Actor) -> list[Waiting]:
    """Return everything about partners that waits for a colleague, what is late first."""
    found = chain(to_sign(actor), to_approve(actor), to_do(actor))
    return sorted(found, key=lambda one: (not one.late, one.day, one.name))
