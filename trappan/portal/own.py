"""Run a block as one transaction on a participant's own pages, and the pages that do.

Inside, the database role is trappan_own, which holds no table: it may call the functions that answer of the person
whose session it is, and nothing else.
"""

import re
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse
from django.utils.translation import activate

from trappan import database
from trappan.refusals import is_collision
from trappan.secrecy.acting import NotActing, behind_door
from trappan.ui import tongues
from trappan.ui.held import OURS, is_from_here
from trappan.ui.tongues import SWEDISH, TONGUES, asked_for, told_by_browser

COOKIE = "trappan_me"
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
# An address to come back to lies in a cookie meanwhile.
LONGEST = 300
ENTER = "SELECT e.*, set_config('role', 'trappan_own', true) FROM portal_enter(%s) e"


@dataclass(frozen=True)
class Own:
    """Whose pages these are, as the database has just said.

    The given name, whether the device is borrowed, the day, and whether the person came in by an eID. Where it is not
    the person who has come in, `helping` says as what (helper, guardian), `helper` by what name, and `says` whether
    the mandate covers to say something of a time. `language` is the person's, empty where nobody has said.
    """

    given_name: str
    shared: bool
    today: date
    by_eid: bool
    helping: str
    helper: str
    says: bool
    language: str


@contextmanager
def own(session: str) -> Iterator[Own]:
    """Enter the own pages by what the browser has; refused with NotActing where that opens nothing."""
    with behind_door(ENTER, session) as found:
        yield Own(*found[:-1])


def make_session() -> str:
    """Draw what a browser shows that it is signed in by; the database keeps its digest."""
    return secrets.token_urlsafe(32)


def session_of(request: HttpRequest) -> str:
    """Return what the browser has; nothing where it is none of ours."""
    found = request.COOKIES.get(COOKIE, "")
    return found if TOKEN.fullmatch(found) else ""


def back_to(address: str) -> str:
    """Return an address of the own pages to go on to, as it was asked for; the week, where it is none of them."""
    path = address.partition("?")[0]
    if path.startswith(reverse("portal:start")) and address.isprintable() and len(address) <= LONGEST:
        with suppress(Http404):
            view, _args, _named = resolve(path)
            if getattr(view, "is_own_page", False):
                return address
    return reverse("portal:week")


@dataclass(frozen=True)
class Page:
    """What a page draws: gathered within the transaction, drawn after it."""

    template: str
    context: dict[str, Any]
    status: int = 200


NOT_THEIRS = Page("portal/helped/persons_alone.html", {}, 403)


def own_page(view: Callable[..., HttpResponse | Page]) -> Callable[..., HttpResponse]:
    """Show a page to the person who is signed in to it, within one transaction; others are sent to the sign-in.

    A helper and a guardian are told that it is the person's alone, whatever the page. Drawn outside: what every page's
    frame asks is not the participant's role's to ask.
    """
    return shown_to(view, ("",))


def helped_page(view: Callable[..., HttpResponse | Page]) -> Callable[..., HttpResponse]:
    """Show a page as `own_page` does, also to whoever comes by a mandate of the person's."""
    return shown_to(view, ("", "helper", "guardian"))


def guarded_page(view: Callable[..., HttpResponse | Page]) -> Callable[..., HttpResponse]:
    """Show a page as `own_page` does, also to a guardian of somebody under 18."""
    return shown_to(view, ("", "guardian"))


def shown_to(view: Callable[..., HttpResponse | Page], whom: Collection[str]) -> Callable[..., HttpResponse]:
    """Show a page to the person (empty) and to these by mandate."""

    @login_not_required
    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with own(session_of(request)) as me:
                speak(request, me)
                answer = view(request, me, *args, **kwargs) if me.helping in whom else NOT_THEIRS
        except NotActing:
            return turned_away(request)
        except DatabaseError as error:
            # What somebody else saved at the same moment won: nothing is saved, and the person presses again.
            if request.method != "POST" or not is_collision(error):
                raise
            return unkept(render(request, "portal/at_once.html", pressed(request), status=409))
        if isinstance(answer, Page):
            answer = render(request, answer.template, {"me": me, **answer.context}, status=answer.status)
        return unkept(answer)

    run.is_own_page = True  # type: ignore[attr-defined]  # what one may go on to (`back_to`)
    return run


def pressed(request: HttpRequest) -> dict[str, Any]:
    """Return what was sent and where to send it again, where one of our own pages sent it."""
    if not is_from_here(request):
        return {"again": request.path}
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in OURS]
    return {"sent": sent, "again": request.get_full_path()}


def turned_away(request: HttpRequest) -> HttpResponse:
    """Lead to the sign-in, which says why: away too long, or a mandate that has ended."""
    session, url = session_of(request), reverse("portal:start")
    if session and database.value("portal_mandate_over", session):
        url += "?ended=1"
    elif session:
        url += f"?away={'eid' if is_left_at_service(request) else 1}"
    response = redirect(url)
    forget(response)
    return unkept(response)


def is_left_at_service(request: HttpRequest) -> bool:
    """Tell whether whoever has the browser may be signed in at the eID service still, on a borrowed device."""
    session = session_of(request) if settings.EID["issuer"] else ""
    return bool(session and database.value("portal_borrowed_by_eid", session))


def eid_page(view: Callable[..., HttpResponse | Page]) -> Callable[..., HttpResponse]:
    """Show a page as `own_page` does to whoever came in by an eID; others are told that a PIN is too little."""

    @own_page
    @wraps(view)
    def run(request: HttpRequest, me: Own, *args: Any, **kwargs: Any) -> HttpResponse | Page:
        if not me.by_eid:
            page_url = request.get_full_path() if request.method == "GET" else ""
            context = {"here": "more", "page_url": page_url, "eid": settings.EID["name"]}
            return Page("portal/needs_eid.html", context, status=403)
        return view(request, me, *args, **kwargs)

    return run


def speak(request: HttpRequest, me: Own) -> None:
    """Speak the person's language to the end of the request; the address may ask for another for this page alone.

    What was chosen before signing in is the person's word from now on, where the record has none. A helper or guardian
    reads in the language of the browser, which says nothing of the person's.
    """
    told = told_by_browser(request)
    if told and not me.language and not me.helping:
        database.value("portal_choose_language", told.key)
    activate((asked_for(request) or TONGUES.get(me.language) or told or SWEDISH).code)


def remember(response: HttpResponse, session: str) -> None:
    """Let the browser have the session until it is closed, for these pages and no others."""
    response.set_cookie(
        COOKIE,
        session,
        path=reverse("portal:start"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Take the session from the browser, and the language that was chosen in it."""
    for name in (COOKIE, tongues.COOKIE):
        response.delete_cookie(name, path=reverse("portal:start"), samesite="Lax")


def unkept(response: HttpResponse) -> HttpResponse:
    """Let nobody keep a page of the own pages, and no machine list it."""
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response
