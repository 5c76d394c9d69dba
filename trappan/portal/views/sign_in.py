"""The way in to the own pages and out of them: a number and a PIN, or a code that was handed over."""

from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from trappan import database
from trappan.portal.forms import CodeForm, PinForm, SignInForm
from trappan.portal.own import Own, forget, is_left_at_service, make_session, own, remember, session_of, unkept
from trappan.portal.pins import digest_of_code, hash_of, is_right
from trappan.secrecy.acting import NotActing
from trappan.ui import tongues

# Tries from one address, of any number: a whole library may stand behind one.
RATES = {"own_tries": "60/10m/ip"}
SLOWED = _("Too many tries from here. Wait a few minutes, and try again.")
# One answer, whichever it is: nobody learns by it whether a number is somebody's.
WRONG = _(
    "Number and PIN do not go together, or there have been too many tries. Look at the paper and try again. After too "
    "many wrong ones you wait a while, or get a new code from your consultant."
)
NO_CODE = _(
    "The code is wrong, used or too old. Look at the paper and try again, or ask your consultant for a new one."
)
OWN_NUMBER = _("Others would guess that one: it stands in your birthday or your personal number. Choose another.")
AWAY = _("You have been away a while and are signed out. Sign in to go on.")
ENDED = _(
    "What you were to help with here has ended, so you do not see the week any more. Ask the person whom you have "
    "helped if you think that it is wrong."
)
LEFT = _("You are signed out. Nothing of you is left here.")
LEFT_HERE = _("You are signed out here.")
LEFT_OPEN = _(
    "You are signed out here. We could not sign you out at %(name)s. Close the browser, all its windows, before "
    "anybody else uses it."
)


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Sign in with number and PIN; whoever is signed in comes to the week."""
    if request.method != "POST" and whoever_is_in(request):
        return unkept(redirect("portal:week"))
    form = SignInForm(request.POST or None)
    told, by_eid = told_at(request), {"eid": settings.EID["name"]}
    by_eid["at_service"] = "eid" in (request.GET.get("out"), request.GET.get("away"))
    if not form.is_valid():
        return page(request, "portal/start.html", form, told=told, **by_eid)
    if not may_try(request):
        return slowed(request, "portal/start.html", form, **by_eid)
    number, shared = form.cleaned_data["number"], form.cleaned_data["shared"]
    if is_right(form.cleaned_data["pin"], database.value("portal_try", number)):
        session = make_session()
        if database.value("portal_sign_in", number, session, shared):
            return entered(request, session)
    form.add_error("pin", WRONG)
    return page(request, "portal/start.html", form, **by_eid)


def told_at(request: HttpRequest) -> str:
    """Return what whoever has been signed out reads first: what of it is left, here and at the eID service."""
    if "ended" in request.GET:
        return str(ENDED)
    if "away" in request.GET:
        return str(AWAY)
    if "out" not in request.GET:
        return ""
    left = {"eid": LEFT_HERE, "open": LEFT_OPEN}.get(request.GET["out"]) if settings.EID["issuer"] else None
    return str(left) % {"name": settings.EID["name"]} if left else str(LEFT)


@login_not_required
def code(request: HttpRequest) -> HttpResponse:
    """Take the code that was handed over, and ask for a PIN; nothing is used yet."""
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return page(request, "portal/code.html", form)
    if not may_try(request):
        return slowed(request, "portal/code.html", form)
    if not database.value("portal_code_holds", digest_of_code(form.cleaned_data["code"])):
        form.add_error("code", NO_CODE)
        return page(request, "portal/code.html", form)
    begun = {name: form.cleaned_data[name] for name in ("code", "shared")}
    return page(request, "portal/choose_pin.html", PinForm(initial=begun, figures=figures()))


@login_not_required
def choose_pin(request: HttpRequest) -> HttpResponse:
    """Use the code, with the PIN that is chosen, and come in; whoever is on the way by no code begins with one."""
    if request.method != "POST":
        return unkept(redirect("portal:code"))
    form = PinForm(request.POST, figures=figures())
    if not form.is_valid():
        return page(request, "portal/choose_pin.html", form)
    if not may_try(request):
        return slowed(request, "portal/choose_pin.html", form)
    session, said = make_session(), form.cleaned_data
    if database.value("portal_is_own_number", digest_of_code(said["code"]), said["pin"]):
        form.add_error("pin", OWN_NUMBER)
        return page(request, "portal/choose_pin.html", form)
    values = digest_of_code(said["code"]), hash_of(said["pin"]), session, said["shared"]
    if database.value("portal_begin", *values) is None:
        form.add_error(None, NO_CODE)
        return page(request, "portal/choose_pin.html", form)
    return entered(request, session)


@login_not_required
@require_POST
def out(request: HttpRequest) -> HttpResponse:
    """Sign out: what the browser had opens nothing, and what it may have kept of the pages is cleared."""
    at_service = is_left_at_service(request)
    if session := session_of(request):
        database.value("portal_sign_out", session)
    response = redirect(f"{reverse('portal:start')}?out={'eid' if at_service else 1}")
    forget(response)
    # Not "storage": these pages keep nothing there, and a colleague's marks that wait for the network would be lost.
    response["Clear-Site-Data"] = '"cache"'
    return unkept(response)


def whoever_is_in(request: HttpRequest) -> Own | None:
    """Return whose own pages the browser is signed in to; nobody's, where it is not."""
    try:
        with own(session_of(request)) as me:
            return me
    except NotActing:
        return None


def entered(request: HttpRequest, session: str, to: str = "portal:week") -> HttpResponse:
    """Lead to the week, or the own page that was asked for; whoever was signed in here before is out."""
    response = redirect(to)
    if before := session_of(request):
        database.value("portal_sign_out", before)
        # What whoever was in had chosen is no word of whoever comes in now.
        response.delete_cookie(tongues.COOKIE, path=reverse("portal:start"), samesite="Lax")
    remember(response, session)
    return unkept(response)


def figures() -> int:
    """Return how many figures a PIN has by the rules of today."""
    found: int = database.value("portal_pin_figures")
    return found


def may_try(request: HttpRequest) -> bool:
    """Tell whether the address that asks may try once more."""
    used = ratelimit.consume(request, app="allauth.account", action="own_tries", config=RATES, limit_get=True)
    return used is not None


def slowed(request: HttpRequest, template: str, form: Any, **context: Any) -> HttpResponse:
    form.add_error(None, SLOWED)
    return page(request, template, form, 429, **context)


def page(request: HttpRequest, template: str, form: Any, status: int | None = None, **context: Any) -> HttpResponse:
    """Draw a page of the way in, which nobody keeps."""
    status = status or (422 if form.errors else 200)
    return unkept(render(request, template, {"form": form, **context}, status=status))
