"""What is delivered to authorities: what is due, the files that were made, and each with its report and its file."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from trappan import database
from trappan.exchange import operations
from trappan.exchange.forms import OrderForm, VersionForm
from trappan.exchange.layouts import layout_of
from trappan.exchange.models import Delivery
from trappan.exchange.periods import Period, periods
from trappan.exchange.quarters import counts_of
from trappan.exchange.report import lines_of
from trappan.exchange.standing import standing
from trappan.history.record import record
from trappan.rules.rulesets import rules_on
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may
from trappan.ui.lists.roster import Made, Roster, author_of

DELIVER = "exchange.deliver"
SHOWN = 60


@dataclass(frozen=True)
class Due:
    """A period that was over last: by when its file is to be sent, when it was, and the latest version there is."""

    period: Period
    day: date
    sent: date | None
    latest: Delivery | None
    stands: str
    is_late: bool


@may(DELIVER)
def deliveries(request: Request) -> HttpResponse:
    """List what is to be delivered and what has been, and let the controller order a file."""
    listed = list(Delivery.objects.defer("rows").select_related("author__colleague")[:SHOWN])
    made = {(one.kind, one.first) for one in Delivery.objects.only("kind", "first")}
    offered = [one for one in periods(request.actor.today) if (one.kind, one.first) not in made]
    done = _("Ordered. The file is made within a minute, with what must be corrected first.")
    given = {"periods": offered}
    acts = Acts(
        request, [Act("order", operations.order_delivery, _("Make the file"), OrderForm, given=given, done=done)]
    )
    if acts.carried_out():
        return redirect("exchange:deliveries")
    newest: dict[tuple[str, date], Delivery] = {}
    for one in reversed(listed):
        newest[one.kind, one.first] = max(one, newest.get((one.kind, one.first), one), key=lambda each: each.version)
    today = request.actor.today
    due = [due_of(row, newest.get((row.kind, row.first)), today) for row in database.rows("exchange_due")]
    record("exchange.see_deliveries", kind="read", found=len(listed))
    context = {
        "due": due,
        "roster": Roster(
            _("What has been made"),
            _("File"),
            (_("Version"), _("State"), _("Ordered by")),
            [
                Made(
                    Period(one.kind, one.first).words,
                    reverse("exchange:delivery", args=[one.pk]),
                    (str(one.version), standing(one, today, stands=newest[one.kind, one.first] == one), author_of(one)),
                )
                for one in listed
            ],
            Delivery.objects.count() if len(listed) == SHOWN else len(listed),
        ),
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "exchange/deliveries.html", context, status=acts.status)


def due_of(row: Any, latest: Delivery | None, today: date) -> Due:
    """Return a period that is to be sent, with where its latest version stands."""
    stands = standing(latest, today, stands=True) if latest else ""
    return Due(Period(row.kind, row.first), row.due, row.sent, latest, stands, row.due < today)


@may(DELIVER)
def delivery(request: Request, delivery_id: int) -> HttpResponse:
    """Show a delivery: what the checks found, its columns, who took it, and its file for whoever ordered it."""
    asked = Delivery.objects.defer("rows").select_related("author__colleague", "sent_by__colleague")
    found = get_object_or_404(asked, pk=delivery_id)
    if "file" in request.GET:
        return as_file(found)
    beside = Delivery.objects.defer("rows").filter(kind=found.kind, first=found.first)
    versions = list(beside.select_related("author__colleague").order_by("-version"))
    acts = Acts(request, acts_of(found, is_last=versions[0] == found))
    if acts.carried_out():
        return redirect("exchange:delivery", beside.latest("version").pk)
    record("exchange.see_deliveries", kind="read", delivery=found.pk)
    is_kept = not found.is_trial and found.expires_on is not None and request.actor.today < found.expires_on
    context = {
        "delivery": found,
        "period": Period(found.kind, found.first),
        "versions": versions,
        "report": lines_of(found),
        "counts": counts_of(found),
        "opens": rules_on(request.actor.today).individual_from,
        "layout": layout_of(found.kind, found.first),
        "takings": found.takings.select_related("author__colleague")[:SHOWN],
        "is_kept": is_kept,
        "is_mine": found.author_id == request.actor.membership_id,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "exchange/delivery.html", context, status=acts.status)


def acts_of(found: Delivery, *, is_last: bool) -> list[Act]:
    """List what may be done with a delivery that is made: to say that it was sent, and to make it anew."""
    if found.made_at is None:
        return []
    on: dict[str, Any] = {"delivery": found}
    sent = Act(
        "send",
        operations.send_delivery,
        _("It has been sent today"),
        on=on,
        done=_("Written down. It no longer waits on your desk."),
        late=not is_last or found.sent_on is not None or found.is_trial,
    )
    anew = Act(
        "anew",
        operations.order_version,
        _("Make the whole file anew"),
        VersionForm,
        on=on,
        done=_("Ordered. When it is made, the version before can no longer be taken."),
        late=not is_last,
    )
    return [sent, anew]


def as_file(found: Delivery) -> HttpResponse:
    """Answer with a delivery's file for whoever ordered it, and note who took it and what is in it; 404 otherwise."""
    content = database.value("exchange_take_file", found.pk)
    if content is None:
        raise Http404
    about: dict[str, Any] = {"file": found.kind, "filters": {"first": found.first, "after": found.after}}
    rows = sum(1 for _line in csv.reader(io.StringIO(content, newline=""))) - 1  # but for the head
    record("exchange.take_file", kind="read", delivery=found.pk, rows=rows, columns=found.columns, **about)
    name = f"{Period(found.kind, found.first).name}-v{found.version}.csv"
    answer = HttpResponse(content.encode(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
