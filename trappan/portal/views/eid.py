"""Sign in to the own pages by an eID, at a service of the municipality's, and come back from there."""

from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from trappan import database
from trappan.portal import eid as service
from trappan.portal.forms import EidForm
from trappan.portal.own import back_to, make_session, unkept
from trappan.portal.views.sign_in import entered, may_try, page, slowed
from trappan.rules.models import MunicipalText
from trappan.rules.texts import text_on
from trappan.schedules.clock import today

# Why nobody came in: what stands as heading, and what one does.
WHY: dict[str, tuple[Promise, Promise]] = {
    "down": (
        _("The sign-in service does not answer"),
        _("It is not your fault. Wait a while and try again. If you have a number and a PIN, they work all the same."),
    ),
    "left": (_("You were not signed in"), _("You stopped on the way, or it was stopped. Nothing has happened.")),
    "elsewhere": (
        _("You were not signed in"),
        _(
            "It took too long, or it was begun in another browser or another tab. Begin again here, and stay in the "
            "same browser all the way."
        ),
    ),
    "numberless": (
        _("The sign-in service is not set up as it should be"),
        _(
            "It is not your fault: we were not told who you are. Ring us, so that we hear of it. If you have a number "
            "and a PIN, they work all the same."
        ),
    ),
    "low": (
        _("That eID is not enough here"),
        _("Your pages need an eID that is safer. BankID and Freja eID+ are, for example."),
    ),
    # One answer, whether the number is nobody's, a former one, of somebody protected or of a closed case: nobody who
    # holds another's telephone learns by it.
    "nobody": (
        _("There are no pages for you here now"),
        _(
            "It can be because no case is open for you with us, or because we have to talk with you first. Ring us, or "
            "whoever you usually talk with, and we will help you."
        ),
    ),
}


@login_not_required
@csp_update({"form-action": settings.EID["origins"]})  # the form leads on to the service
def eid(request: HttpRequest) -> HttpResponse:
    """Ask whose device it is, and lead on to the service; of the address only where to go on to is kept."""
    if not settings.EID["issuer"]:
        raise Http404
    form = EidForm(request.POST if request.method == "POST" else None, initial={"next": request.GET.get("next", "")})
    if not form.is_valid():
        return page(request, "portal/eid.html", form, name=settings.EID["name"])
    if not may_try(request):
        return slowed(request, "portal/eid.html", form, name=settings.EID["name"])
    said = form.cleaned_data
    try:
        address, asked = service.ask(request, shared=said["shared"], page=back_to(said["next"]))
    except service.NoAnswer:
        return refused(request, "down", 503)
    response = redirect(address)
    service.keep(response, asked)
    return unkept(response)


@login_not_required
@require_GET
def eid_back(request: HttpRequest) -> HttpResponse:
    """Take the service's answer, once and in the browser that asked, and open the pages of whose eID it is."""
    if not settings.EID["issuer"]:
        raise Http404
    response = answered(request)
    service.let_go(response)
    return response


def answered(request: HttpRequest) -> HttpResponse:
    asked = service.kept(request)
    if asked is None:
        return refused(request, "elsewhere", 401)
    if "code" not in request.GET:
        return refused(request, "left" if request.GET.get("error") == "access_denied" else "down", 401)
    try:
        answer = service.answer_of(request, asked)
    except service.NoAnswer:
        return refused(request, "down", 503)
    if answer.level not in settings.EID["levels"]:
        return refused(request, "low", 403)
    session = make_session()
    values = answer.number, answer.level, settings.EID["issuer"], session, asked.shared
    if not database.value("portal_sign_in_by_eid", *values):
        why, status = ("nobody", 403) if answer.number else ("numberless", 503)
        return refused(request, why, status, reach=text_on(MunicipalText.Kind.CONTACT, today(), None))
    return entered(request, session, asked.page)


@login_not_required
@require_GET
def eid_out(request: HttpRequest) -> HttpResponse:  # Django names it
    """Lead on to where one signs out of the service itself; to the start, which says so, where that cannot be done."""
    if not settings.EID["issuer"]:
        return unkept(redirect(f"{reverse('portal:start')}?out=1"))
    address = service.end_address(request) if may_try(request) else ""
    return unkept(redirect(address or f"{reverse('portal:start')}?out=open"))


def refused(request: HttpRequest, why: str, status: int, **context: Any) -> HttpResponse:
    """Say why nobody came in, and what one can do instead."""
    title, text = WHY[why]
    context |= {"refused": title, "text": text}
    return unkept(render(request, "portal/eid_refused.html", context, status=status))
