"""Who signs for the partner of an agreement: named by a head of unit, read by both parties."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from trappan.history.record import record
from trappan.partnerships import operations
from trappan.partnerships.forms import SignatoryForm
from trappan.partnerships.partners import PARTNERS
from trappan.partnerships.signatories import may_be_named, signatories, whom_to_ask
from trappan.partnerships.views.reading import agreement_or_404
from trappan.secrecy.acts import Act, Acts
from trappan.secrecy.rights import Request, has, may

NAME = "partnerships.name_signatory"


@may("partnerships.see_agreements")
def signatory(request: Request, agreed_id: int) -> HttpResponse:
    """Show who signs for the partner and on which mandate; a head of unit names somebody, or takes somebody off."""
    found, ours = agreement_or_404(request, agreed_id)
    if found.signed_on is None or found.organisation.kind not in PARTNERS:
        raise Http404
    named, names = list(signatories(found)), ours and has(request.actor, NAME)
    offered = may_be_named(found, request.actor) if names else None
    naming = Act(
        "name_signatory",
        operations.name_signatory,
        _("Name them"),
        SignatoryForm,
        on={"agreement": found},
        given={"offered": offered},
        done=_("Named: the partner’s annual reports are handed in when they are signed."),
        right=NAME,
    )
    taking_off = [
        Act(
            "take_off",
            operations.take_off_signatory,
            _("Signs no more"),
            on={"signatory": one, "today": request.actor.today},
            row=one.pk,
            beside=one.membership.colleague.name,
            right=NAME,
        )
        for one in named
    ]
    acts = Acts(request, [naming, *taking_off] if names else ())
    if acts.carried_out():
        return redirect("partnerships:signatory", found.pk)
    record("partnerships.see_signatories", kind="read", agreement=found.pk)
    context = {
        "agreed": found,
        "named": acts.beside("take_off", named),
        "ask": "" if ours or named else whom_to_ask(found, request.actor),
        "sees_cost": ours and has(request.actor, "insight.see_figures"),
        "nobody": names and not offered,
        "acts": acts,
        "form": acts.form,
    }
    return render(request, "partnerships/signatory.html", context, status=acts.status)
