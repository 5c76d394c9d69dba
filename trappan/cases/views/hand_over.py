"""Hand cases over, receive them or send them back; hand out those that nobody has."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from trappan import database
from trappan.cases import operations
from trappan.cases.forms import HandOutForm, HandOverForm, ReceiveForm, SendBackForm, TakeBackForm
from trappan.cases.models import Case, HandOver
from trappan.history.record import record
from trappan.people.models import Grant
from trappan.refusals import Refused
from trappan.refusals.forms import carry_out, row_number
from trappan.secrecy.acts import Act, Acts, Words
from trappan.secrecy.rights import Request, may
from trappan.secrecy.scopes import Scope
from trappan.staff.models import Membership
from trappan.ui.templatetags.ui import day

AT_ONCE = 200  # more than any caseload
ANSWERED = gettext_lazy("It has already been answered. The list shows what waits now.")


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
    record("cases.see_caseload", kind="read", scope="log", found=len(mine))
    return render(request, "cases/hand_over.html", {"form": form, "mine": mine}, status=422 if form.errors else 200)


def hand_all(*, cases: Any, to: Membership, note: str) -> None:
    """Hand over every chosen case, or none."""
    for case in cases:
        operations.hand_over(case=case, to=to, note=note)


@may("cases.hand_over")
def hand_overs(request: Request) -> HttpResponse:
    """Show what waits to be received, what one has handed over, and what came back."""
    me = request.actor.membership_id
    about = HandOver.objects.select_related("person", "case", "giver__colleague", "giver__unit", "receiver__colleague")
    offered = list(about.filter(receiver=me, answer="", case__closed_on=None)[:AT_ONCE])
    given = list(about.filter(still_mine(me), giver=me, answer="", case__closed_on=None)[:AT_ONCE])
    returned = list(about.filter(still_mine(me), giver=me, answer="sent_back", read_at=None)[:AT_ONCE])
    answers = [*received(request, offered)]
    answers += [answer("take_back", operations.take_back, _("Take back"), request, one) for one in given]
    answers += [answer("read", operations.read_return, _("I have read it"), request, one) for one in returned]
    acts = Acts(request, answers, gone=ANSWERED)
    if acts.carried_out():
        return redirect("cases:hand_overs")
    gone = gone_over(me)
    listed = len(offered) + len(given) + len(returned) + len(gone)
    record("cases.see_hand_overs", kind="read", scope="log", found=listed)
    context = {
        "offered": acts.beside("receive", offered, "send_back"),
        "given": acts.beside("take_back", given),
        "returned": acts.beside("read", returned),
        "gone": gone,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "cases/hand_overs.html", context, status=acts.status)


def answer(
    name: str,
    verb: Callable[..., None],
    button: str,
    request: Request,
    one: HandOver,
    done: Words | Callable[[int], Words] = "",
) -> Act:
    """Make the act that answers one hand-over with a button."""
    on = {"verb": verb, "request": request, "hand_overs": [one]}
    return Act(name, answer_each, button, on=on, done=done, row=one.pk, beside=one.person.name)


def gone_over(me: int) -> list[tuple[Case, date]]:
    """Return the open cases that one has had and still reads, each with the last day of that."""
    reads = dict(
        Grant.objects.filter(membership=me, basis="hand_over", scope=Scope.PLAN, ends_at__isnull=False).values_list(
            "person", "ends_at"
        )
    )
    cases = Case.objects.open().filter(person__in=reads).exclude(responsible=me).order_by("person__sort", "pk")
    cases = cases.select_related("person", "unit", "responsible__colleague")
    return [(case, localtime(reads[case.person_id]).date()) for case in cases[:AT_ONCE]]


def received(request: Request, offered: list[HandOver]) -> list[Act]:
    """List the answers to what is offered: receive one or all, send one back."""
    acts = [answer("receive", operations.receive, _("Receive"), request, one, yours) for one in offered]
    acts += [
        Act("send_back", operations.send_back, _("Send back"), SendBackForm, on={"hand_over": one}, done="", row=one.pk)
        for one in offered
    ]
    if len(offered) > 1:
        listed = {"hand_over": [one.pk for one in offered]}
        acts.append(
            Act(
                "receive_all",
                receive_all,
                _("Receive all %(count)s") % {"count": len(offered)},
                ReceiveForm,
                on={"request": request},
                given={"initial": listed},
                done=yours,
                prefixed=False,
            )
        )
    return acts


def receive_all(*, request: Request, hand_over: list[str]) -> int:
    """Receive every hand-over that the page listed and that still can be seen."""
    numbers = [row_number(written) for written in hand_over][:AT_ONCE]
    found = list(HandOver.objects.filter(pk__in=numbers).select_related("person"))
    if not found:
        raise Refused(ANSWERED)
    return answer_each(verb=operations.receive, request=request, hand_overs=found)


def answer_each(*, verb: Callable[..., None], request: Request, hand_overs: list[HandOver]) -> int:
    """Answer each, say by name which were refused, and return how many were not."""
    done = 0
    for one in hand_overs:
        try:
            verb(hand_over=one)
            done += 1
        except Refused as refusal:
            messages.error(request, f"{one.person.name}: {refusal}")
    return done


def yours(count: int) -> str:
    """Say how many cases one has received."""
    return (
        ngettext("You now have the case.", "You now have %(count)s cases.", count) % {"count": count} if count else ""
    )


def still_mine(me: int) -> Q:
    """Ask for cases that a colleague still sits in, or that nobody got."""
    return Q(case__responsible=me) | Q(case__social_worker=me)


@may("cases.reassign")
def hand_out(request: Request) -> HttpResponse:
    """Hand out, as head, cases that nobody is responsible for, by number; or take back what is not received."""
    waiting = database.query("SELECT * FROM cases_unit_cases() WHERE responsible_id IS NULL LIMIT %s", [AT_ONCE])
    given = database.query("SELECT * FROM cases_handed_out() LIMIT %s", [AT_ONCE])
    numbers = [(case.number, told_of(case)) for case in waiting]
    rows = [(one.id, _("%(number)s, to %(name)s") % {"number": one.number, "name": one.receiver}) for one in given]
    unit = {"unit_id": request.actor.unit_id, "numbers": numbers}
    out = Act("hand_out", hand_out_all, _("Hand out"), HandOutForm, given=unit, done=given_out)
    undone = Act("take_back", take_back_all, _("Take back"), TakeBackForm, given=back(rows), done=nobodys)
    acts = Acts(request, [act for act, listed in ((out, numbers), (undone, rows)) if listed])
    if acts.carried_out():
        return redirect("cases:hand_out")
    context = {"acts": acts, "form": acts.form, "numbers": numbers, "rows": rows}
    return render(request, "cases/hand_out.html", context, status=acts.status)


def back(rows: list[tuple[int, str]]) -> dict[str, Any]:
    """Return what the form of what can be taken back is made with: everything is ticked."""
    return {"rows": rows, "initial": {"handed_out": [key for key, _words in rows]}}


def given_out(to: Membership) -> str:
    """Say who has the cases now, and that it can be undone."""
    return _("%(name)s now has them. Until they are received you can take them back here.") % {
        "name": to.colleague.name
    }


def nobodys(count: int) -> str:
    """Say how many cases wait for somebody again."""
    return ngettext("%(count)s case waits again.", "%(count)s cases wait again.", count) % {"count": count}


def take_back_all(*, handed_out: list[int]) -> int:
    """Take every chosen case back, or none; return how many."""
    for one in handed_out:
        operations.take_back_handed_out(hand_over_id=one)
    return len(handed_out)


def told_of(case: Any) -> str:
    """Tell of a case what a head hands it out by: its number, language, interpreter and since when; no name."""
    languages = ", ".join([*case.languages, *([_("interpreter")] if case.interpreter else [])])
    words = {"number": case.number, "languages": languages, "day": day(case.since)}
    told = _("%(number)s: %(languages)s, since %(day)s") if languages else _("%(number)s: since %(day)s")
    return told % words + (_(". Sent back: %(why)s") % {"why": case.sent_back} if case.sent_back else "")


def hand_out_all(*, numbers: list[str], responsible: Membership) -> Membership:
    """Hand out every chosen case, or none; return who has them now."""
    for number in numbers:
        operations.reassign(number=number, to=responsible)
    return responsible
