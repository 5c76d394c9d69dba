"""A proposal as the manager of an own department reads and answers it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.matching import operations
from trappan.matching.forms.proposal import HostNoForm, HostYesForm
from trappan.matching.hosted import read_proposed
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, may


@may("matching.answer_as_host")
def proposed(request: Request, proposal_id: int) -> HttpResponse:
    """Show what went out about somebody, who may be nobody by name, and take the workplace's yes or no."""
    found = read_proposed(proposal_id)
    if found is None:
        raise Http404
    on = {"proposal_id": found.key}
    told = _("It is answered. The employer team and whoever works with the person are told.")
    acts = Acts(
        request,
        [
            Act("yes", accept, _("Say yes"), HostYesForm, on=on, done=told),
            Act("no", decline, _("Say no"), HostNoForm, on=on, done=told),
        ],
    )
    if acts.carried_out():
        return redirect("desk:start")
    record("matching.see_proposed", unit_id=request.actor.unit_id, kind="read", proposal=found.key)
    context = {"found": found, "opening": found.opening, "acts": acts, "is_late": found.is_late(request.actor.today)}
    return render(request, "matching/proposed.html", context, status=acts.status)


def accept(**values: Any) -> None:
    """Write down the workplace's yes."""
    operations.answer_as_host(accepts=True, **values)


def decline(**values: Any) -> None:
    """Write down the workplace's no."""
    operations.answer_as_host(accepts=False, **values)
