"""Hand cases over, receive them or send them back; hand out those that nobody has."""

from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import HandOutForm, HandOverForm, SendBackForm
from trappan.cases.models import Case, HandOver
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out
from trappan.secrecy.rights import Request, may
from trappan.staff.models import Membership
from trappan.ui.templatetags.ui import day

AT_ONCE = 200  # more than any caseload


@may("cases.hand_over")
def hand_over(request: Request) -> HttpResponse:
    """Hand one case or the whole caseload over to a colleague, with what they need to know."""
    seat = "social_worker" if request.actor.role == "social_worker" else "responsible"
    under_way = HandOver.objects.filter(case=OuterRef("pk"), seat=seat, answer="")
    mine = (
        Case.objects.open()
        .filter(~Exists(under_way), **{seat: request.actor.membership_id})
        .select_related("person")
        .order_by("person__sort", "pk")
    )
    only = request.GET.get("case", "")
    ticked = [case.pk for case in mine if not only or str(case.pk) == only]
    form = HandOverForm(request.POST or None, by=request.actor, cases=mine, initial={"cases": ticked})
    if form.is_valid() and carry_out(form, hand_all, **form.cleaned_data):
        count = len(form.cleaned_data["cases"])
        messages.success(
            request,
            ngettext(
                "%(count)s case waits for %(name)s to receive it. You have it until then.",
                "%(count)s cases wait for %(name)s to receive them. You have them until then.",
                count,
            )
            % {"count": count, "name": form.cleaned_data["to"].colleague.name},
        )
        return redirect("cases:hand_overs")
    return render(request, "cases/hand_over.html", {"form": form, "mine": mine}, status=422 if form.errors else 200)


def hand_all(*, cases: Any, to: Membership, note: str) -> None:
    """Hand over every chosen case, or none."""
    for case in cases:
        operations.hand_over(case=case, to=to, note=note)


@may("cases.hand_over")
def hand_overs(request: Request) -> HttpResponse:
    """Show what waits to be received, what one has handed over, and what came back."""
    me = request.actor.membership_id
    form = SendBackForm(request.POST if request.POST.get("do") == "send_back" else None)
    asked = request.POST.getlist("hand_over")
    if request.method == "POST":
        chosen = list(
            HandOver.objects.filter(pk__in=[key for key in asked if key.isdecimal()][:AT_ONCE]).select_related("person")
        )
        if answered(request, form, chosen):
            return redirect("cases:hand_overs")
    about = HandOver.objects.select_related("person", "case", "giver__colleague", "giver__unit", "receiver__colleague")
    context = {
        "offered": about.filter(receiver=me, answer="", case__closed_on=None)[:AT_ONCE],
        "given": about.filter(still_mine(me), giver=me, answer="", case__closed_on=None)[:AT_ONCE],
        "returned": about.filter(still_mine(me), giver=me, answer="sent_back", read_at=None)[:AT_ONCE],
        "form": form,
        "asked": asked[0] if asked else "",
    }
    return render(request, "cases/hand_overs.html", context, status=422 if form.errors else 200)


def answered(request: Request, form: SendBackForm, chosen: list[HandOver]) -> bool:
    """Carry out the answer that was pressed for the chosen rows; False where a form needs mending."""
    do = request.POST.get("do", "")
    if not chosen:
        messages.error(request, _("It has already been answered. The list shows what waits now."))
        return True
    if do == "send_back":
        return form.is_valid() and carry_out(form, operations.send_back, hand_over=chosen[0], **form.cleaned_data)
    verbs = {"receive": operations.receive, "take_back": operations.take_back, "read": operations.read_return}
    if do not in verbs:
        return True
    done = 0
    for one in chosen:
        try:
            verbs[do](hand_over=one)
            done += 1
        except Refused as refusal:
            messages.error(request, f"{one.person.name}: {refusal}")
    if do == "receive" and done:
        messages.success(
            request, ngettext("You now have the case.", "You now have %(count)s cases.", done) % {"count": done}
        )
    return True


def still_mine(me: int) -> Q:
    """Ask for cases that a colleague still sits in, or that nobody got."""
    return Q(case__responsible=me) | Q(case__social_worker=me)


@may("cases.reassign")
def hand_out(request: Request) -> HttpResponse:
    """Hand out, as head, several cases that nobody is responsible for, by number."""
    numbers = [
        (
            case.number,
            _("%(number)s, open since %(day)s") % {"number": case.number, "day": day(case.opened_on)}
            + (_(". Sent back: %(why)s") % {"why": case.sent_back} if case.sent_back else ""),
        )
        for case in database.query("SELECT * FROM cases_unit_cases() WHERE responsible_id IS NULL LIMIT %s", [AT_ONCE])
    ]
    form = HandOutForm(request.POST or None, unit_id=request.actor.unit_id, numbers=numbers)
    if form.is_valid() and carry_out(form, hand_out_all, **form.cleaned_data):
        messages.success(
            request, _("%(name)s now has them.") % {"name": form.cleaned_data["responsible"].colleague.name}
        )
        return redirect("desk:start")
    return render(
        request, "cases/hand_out.html", {"form": form, "numbers": numbers}, status=422 if form.errors else 200
    )


def hand_out_all(*, numbers: list[str], responsible: Membership) -> None:
    """Hand out every chosen case, or none."""
    for number in numbers:
        operations.reassign(number=number, to=responsible)
