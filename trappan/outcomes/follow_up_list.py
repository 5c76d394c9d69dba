"""Those who are to be asked how it went, as a list: of one's own cases, and those whose consultant has left."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan.agreements.models import Link, Statement
from trappan.cases.models import Case
from trappan.database.among import IsAmong
from trappan.database.written import Written, given_day, given_number
from trappan.outcomes.follow_ups import Time, times_of, waiting
from trappan.outcomes.models import Exit, FollowUp
from trappan.rules.rulesets import rules_on
from trappan.schedules.functions import Now
from trappan.secrecy.acting import Actor
from trappan.ui.lists.columns import Cell, Column, ListRow, Order, by_value
from trappan.ui.templatetags.ui import short_day

COLUMNS = (
    Column("name", gettext_lazy("Participant"), sortable=True),
    Column("what", gettext_lazy("Went to"), sortable=True),
    Column("months", gettext_lazy("After"), sortable=True),
    Column("due", gettext_lazy("To ask from"), sortable=True),
    Column("tries", gettext_lazy("Tried")),
    Column("next", gettext_lazy("Next")),
)
USUAL = Order("due")
VALUES: Mapping[str, Callable[[Time], Any]] = {
    "name": lambda one: one.exit.person.sort,
    "what": lambda one: (one.exit.reason, one.exit.form.casefold()),
    "months": lambda one: one.months,
    "due": lambda one: one.day,
}


NO_OTHER = Q(pk__in=())


def own_exits(role: str, or_else: Q = NO_OTHER) -> QuerySet[Exit]:
    """Ask for the exits that `me` answers for: of cases of her own, and a social worker's without a consultant.

    Of those that stand and are followed up (work and studies), or of which something else is true. To be written once,
    and asked with `me` and `today`.
    """
    left = Q(case__responsible=None) | Q(case__responsible__ends_on__lte=given_day("today"))
    if role == "social_worker":
        own, whose = Case.objects.filter(social_worker=given_number("me")), left
    else:
        own, whose = Case.objects.filter(responsible=given_number("me")), Q()
    return (
        # The town has thousands of exits and a colleague some hundred cases.
        Exit.objects.filter(
            Q(reason__in=["work", "studies"]) | or_else,
            IsAmong("case_id", ArraySubquery(own.values("pk"))),
            whose,
            reopened_on=None,
        )
        .annotate(**by_link())
        .select_related("person")
        .order_by("day", "pk")
    )


def with_follow_ups(role: str) -> QuerySet[Exit]:
    """Ask for them each with what was written of its follow-ups."""
    return own_exits(role).prefetch_related(Prefetch("follow_ups", FollowUp.objects.standing(), to_attr="written"))


OWN = Written(with_follow_ups)


def by_link() -> dict[str, Any]:
    """Say of each exit, in the question for it, whether an answer by link is unread, and whether a link is out."""
    of_this = {"person": OuterRef("person"), "purpose": "follow_up"}
    begins = Concat(Cast(OuterRef("pk"), TextField()), Value(":"))
    said = Statement.objects.filter(**of_this, seen_at=None, subject__startswith=begins)
    out = Link.objects.filter(
        **of_this, subject__startswith=begins, used_at=None, ended_at=None, expires_at__gt=Now()
    ).exclude(outcome="refused")
    return {"has_said": Exists(said), "is_asked": Exists(out)}


def lines(actor: Actor) -> list[Time]:
    """Return the times that are to be asked about now, one an end."""
    rules = rules_on(actor.today)
    own = OWN.ask(actor.role, me=actor.membership_id, today=actor.today)
    found = (waiting(times_of(one, one.written, rules), actor.today) for one in own)
    return [one for one in found if one is not None]


def ordered(found: Sequence[Time], order: Order) -> list[Time]:
    """Return times in an order of the list."""
    return by_value(found, VALUES[order.key], order)


def after(months: int) -> str:
    """Say after how many months."""
    return ngettext("After %(n)s month", "After %(n)s months", months) % {"n": months}


def row(one: Time, today: Any) -> ListRow:
    """Say a time in a row."""
    person = one.exit.person
    tried = len(one.tries)
    return ListRow(
        one.exit.pk,
        [
            Cell(person.name, url=reverse("desk:person", args=[person.pk]), locked=person.is_protected),
            Cell(one.exit.get_reason_display(), below=one.exit.form),
            Cell(after(one.months), in_file=one.months),
            Cell(short_day(one.day, today), in_file=one.day, color="danger" if one.is_late(today) else ""),
            Cell(
                ngettext("%(n)s time", "%(n)s times", tried) % {"n": tried} if tried else "",
                below=_("Asked by a link") if getattr(one.exit, "is_asked", False) else "",
            ),
            Cell(
                _("Take in the answer") if getattr(one.exit, "has_said", False) else _("Ask"),
                url=reverse("outcomes:follow_up", args=[one.exit.pk]),
            ),
        ],
    )
