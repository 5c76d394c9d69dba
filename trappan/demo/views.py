"""The tour: only in the demo, where anybody may sign in as anybody."""

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from trappan import database
from trappan.demo.card import Card
from trappan.demo.cards import BY_ROLE, CARDS, START
from trappan.desk.guide import picture
from trappan.exchange.reading import read_folder
from trappan.portal.own import back_to, make_session, session_of, unkept
from trappan.portal.own import remember as keep_session
from trappan.schedules.clock import today
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import ROLE_NAMES, User

DAMAGED = Path(__file__).parent / "damaged"


@login_not_required
def tour(request: HttpRequest) -> HttpResponse:
    """Show where to begin, the other cards by role, and the town in figures with sources."""
    hide_outside_demo()
    by_role = [(role.value, ROLE_NAMES[role], cards) for role, cards in BY_ROLE.items()]
    return render(request, "demo/tour.html", {"start": START, "by_role": by_role, "town": database.row("demo_town")})


@login_not_required
def picture_of(_request: HttpRequest, key: str) -> FileResponse:
    """Send the picture of what a card opens, as the guides show it."""
    hide_outside_demo()
    found = picture(card_of(key).key)
    if found is None:
        raise Http404
    return FileResponse(found.open("rb"), content_type="image/png", headers={"Cache-Control": "max-age=3600"})


@login_not_required
@require_POST
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as the card's colleague and open its page; back to the tour where its example is gone."""
    hide_outside_demo()
    card = card_of(key)
    if not card.colleague:
        logout(request)
        if card.person:
            return as_if_by_eid(card.person, "", reverse(card.opens))
        return redirect(card.opens, *filter(None, [card.link]))
    found = database.row("demo_card", card.colleague, card.person, card.opens)
    if found is None or (card.person and found.object_id is None):
        messages.error(request, _("What this card shows is not in the town any more. Make the demo anew to see it."))
        return redirect("demo:tour")
    user = User.objects.get(colleague_id=found.colleague_id)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[REMEMBERED] = found.membership_id
    if card.figure:
        return redirect(reverse(card.opens, args=[card.figure]) + card.asks)
    return redirect(card.opens, found.object_id) if found.object_id else redirect(card.opens)


@login_not_required
@require_POST
def step_up(request: HttpRequest) -> HttpResponse:
    """Let whoever is in on own pages by a PIN come in as if by an eID, and go back to the page that asked for one."""
    hide_outside_demo()
    return as_if_by_eid("", session_of(request), back_to(request.POST.get("next", "")))


def as_if_by_eid(person: str, by_session: str, page: str) -> HttpResponse:
    """Open the own pages of a card's person, or of whoever has the session, at the page named."""
    session = make_session()
    if not database.value("demo_by_eid", person, by_session, session):
        return redirect("portal:start")
    response = redirect(page)
    keep_session(response, session)
    return unkept(response)


@login_not_required
def damaged(request: HttpRequest) -> HttpResponse:
    """Show what the import says of a folder that spreadsheets have damaged; nothing is taken in."""
    hide_outside_demo()
    extract = read_folder(DAMAGED, today())
    problems = sorted(extract.problems, key=lambda one: (one.file, one.line, one.column))
    files = [(path.name, path.read_text()) for path in sorted(DAMAGED.glob("*.csv"))]
    return render(request, "demo/damaged.html", {"problems": problems, "files": files})


def card_of(key: str) -> Card:
    """Return the card of a key; 404 where there is none."""
    for card in CARDS:
        if card.key == key:
            return card
    raise Http404


def hide_outside_demo() -> None:
    if not settings.DEMO:
        raise Http404
