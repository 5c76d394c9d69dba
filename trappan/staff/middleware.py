"""One request is one transaction on behalf of one membership.

Only pages with a right (`@may`) run inside `acting`; sign-in, choosing a membership and the like
run as web, which by itself reaches no secret table.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from trappan import database
from trappan.history import once
from trappan.history.record import record
from trappan.refusals import is_collision
from trappan.secrecy.acting import NotActing, acting
from trappan.staff.session import has_been_left, has_second_factor, note_seen, opens_files
from trappan.staff.session_store import sign_in_of
from trappan.ui.held import hold, right_of

Handler = Callable[[HttpRequest], HttpResponse]
REMEMBERED = "membership"


class Sessions(SessionMiddleware):
    """Sessions, whose end is told to pages alone.

    A picture or a script that was asked for just before somebody signed in is answered just after: were its ended
    session's cookie taken back with it, the browser would lose the new one.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.headers.get("Sec-Fetch-Dest", "document") != "document" and request.session.is_empty():
            return response
        return super().process_response(request, response)


def ended_when_idle(get_response: Handler) -> Handler:
    """Sign somebody out who has been away longer than the municipality allows."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if has_been_left(request):
                logout(request)
                messages.info(request, _("You have been away a while and are signed out. Sign in to go on."))
            else:
                note_seen(request)
        return get_response(request)

    return middleware


def one_actor_per_request(get_response: Handler) -> Handler:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]  # what makes it a Request
        if right_of(request.path_info) is None or not request.user.is_authenticated:
            return get_response(request)
        membership_id = request.session.get(REMEMBERED)
        if membership_id is None:
            return choose_first(request)
        if request.method == "POST" and request.POST.get("acting_as") != str(membership_id):
            return hold(request, "staff/other_membership.html", status=409)
        sign_in = sign_in_of(request.session)
        try:
            with acting(sign_in, membership_id) as actor:
                request.actor = actor  # type: ignore[attr-defined]  # as above
                if settings.SECOND_FACTOR and opens_files(actor.role) and not has_second_factor(request):
                    return ask_second_factor(request)
                response = carried_out_once(request, get_response)
                # Failed or unseen: nothing is kept. A refused form (422) has kept nothing of its
                # operation either, but that somebody searched or read stays in the log.
                if response.status_code >= 400 and response.status_code != 422:
                    transaction.set_rollback(True)
        except NotActing:
            return begin_again(request, sign_in)
        except DatabaseError as error:
            # At the end of the transaction two may turn out to wait for each other: one of them saves again.
            if request.method == "POST" and is_collision(error):
                return hold(request, "staff/saved_at_once.html", status=409)
            raise
        if response.status_code in (403, 404):
            note_refusal(request, sign_in, membership_id, response.status_code)
        return unkept(response)

    return middleware


def begin_again(request: HttpRequest, sign_in: str) -> HttpResponse:
    """Send to the choice of membership; to the sign-in, where the database knows of none."""
    if database.value("staff_signed_in", sign_in) is None:
        logout(request)
        if request.method == "POST":
            return hold(request, "staff/signed_out.html", status=401)
        return redirect_to_login(request.get_full_path())
    del request.session[REMEMBERED]
    return choose_first(request)


def unkept(response: HttpResponse) -> HttpResponse:
    """Let nothing between here and the reader, nor the reader's own browser, keep a page about people."""
    response["Cache-Control"] = "no-store"
    return response


def carried_out_once(request: HttpRequest, get_response: Handler) -> HttpResponse:
    """Carry a form out, or lead where it led before; what is sent twice is told, and done once."""
    digest = once.digest_of(request)
    led_to = once.take(digest) if digest else None
    if led_to is not None:
        messages.info(request, _("It was sent twice and is saved once."))
        return redirect(led_to or request.path)
    response = get_response(request)
    if digest and not connection.needs_rollback:
        once.keep_or_give_up(digest, request, response)
    return response


def ask_second_factor(request: HttpRequest) -> HttpResponse:
    """Send to the page where a second factor is turned on, or used where there is one; hold what was sent."""
    if request.method == "POST":
        return hold(request, "staff/second_factor.html", status=403)
    messages.info(request, _("Files here are opened with more than a password: turn on an app or add a passkey."))
    return redirect("mfa_index")


def choose_first(request: HttpRequest) -> HttpResponse:
    """Send to the choice of membership, and back here afterwards."""
    if request.method == "POST":
        return hold(request, "staff/other_membership.html", status=409)
    back = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse('staff:memberships')}?{back}")


def note_refusal(request: HttpRequest, sign_in: str, membership_id: int, status: int) -> None:
    """Keep that somebody tried a door, after the rollback, in a transaction of its own."""
    found = tried(request.path_info)
    # A membership that ended meanwhile is nobody's to note it as.
    with suppress(NotActing), acting(sign_in, membership_id):
        record("desk.refused", kind="refused", scope="log", status=status, **found)


def tried(path: str) -> dict[str, Any]:
    """Return which page was asked for, with the numbers of rows; a text in the address is left out.

    Only what stands in the address: `kwargs` holds what the page is made with, too. A text could be
    a name that somebody tried, and the log is read by those who see no names.
    """
    match = resolve(path)
    captured: dict[str, Any] = match.captured_kwargs  # type: ignore[attr-defined]  # the stubs lack it
    rows = {name: value for name, value in captured.items() if isinstance(value, int)}
    told = path
    for text in captured.values():
        if not isinstance(text, int):
            told = told.replace(f"/{text}/", "/…/")
    return {"path": told[:200], "page": match.view_name, "ids": [str(value) for value in rows.values()]}
