"""The pages of the marks of occupations: what holds and what waits, and one of them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trappan.rules import operations
from trappan.rules.forms import MarkForm, StopMarkForm
from trappan.rules.models import ConceptMark
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may

SENT = gettext_lazy("It waits for a second person: an administrator or a head of unit.")


@may("rules.see")
def marks(request: Request) -> HttpResponse:
    """Show by kind what is said of occupations, since when and by whom, what waits, and what held; write one."""
    today = request.actor.today
    act = Act(
        "write",
        operations.write_mark,
        _("Hand on to a second person"),
        MarkForm,
        given={"today": today},
        done=SENT,
        right="rules.write",
    )
    acts = Acts(request, [act])
    if acts.carried_out():
        return redirect("rules:marks")
    found = list(ConceptMark.objects.select_related("concept").order_by("concept__label", "starts_on"))
    held = {kind: [one for one in found if one.kind == kind and one.decided_at] for kind in ConceptMark.Kind}
    context = {
        "acts": acts,
        "waits": [one for one in found if one.waits],
        "kinds": [
            (
                kind,
                [one for one in marked if one.ends_on is None or one.ends_on > today],
                [one for one in marked if one.ends_on is not None and one.ends_on <= today],
            )
            for kind, marked in held.items()
        ],
        "today": today,
    }
    return render(request, "rules/marks.html", context, status=acts.status)


@may("rules.see")
def mark(request: Request, mark_id: int) -> HttpResponse:
    """Show a mark: who wrote and who decided it, and what a second person may do; say its last day."""
    found = get_object_or_404(
        ConceptMark.objects.select_related(
            "concept", "author__colleague", "decided_by__colleague", "stop_by__colleague"
        ),
        pk=mark_id,
    )
    acts = Acts(request, acts_of(found, request))
    if acts.carried_out():
        return redirect("rules:mark", found.pk) if ConceptMark.objects.filter(pk=found.pk) else redirect("rules:marks")
    is_over = found.ends_on is not None and found.ends_on <= request.actor.today
    context = {"mark": found, "acts": acts, "is_over": is_over, "today": request.actor.today}
    return render(request, "rules/mark.html", context, status=acts.status)


def acts_of(found: ConceptMark, request: Request) -> list[Act]:
    """List what may be done with a mark, by where it stands."""
    on = {"mark": found}
    if found.waits:
        first = found.author_id if found.decided_at is None else found.stop_by_id
        own = first == request.actor.membership_id
        back = _("Take it back") if own else _("Say no")
        confirm = Act("confirm", operations.confirm_mark, _("Confirm"), on=on, right="rules.confirm")
        returned = Act(
            "return", operations.return_mark, back, on=on, done=_("It is taken back."), right="rules.confirm"
        )
        return [returned] if own else [confirm, returned]
    if found.ends_on is not None and found.ends_on <= request.actor.today:
        return []
    return [
        Act(
            "stop",
            operations.stop_mark,
            _("Hand on to a second person"),
            StopMarkForm,
            on=on,
            done=SENT,
            right="rules.write",
        )
    ]
