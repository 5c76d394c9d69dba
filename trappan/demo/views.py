"""The tour: only in the demo, where anybody may sign in as anybody."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from trappan import database
from trappan.demo.cards import CARDS
from trappan.exchange.reading import read_folder
from trappan.schedules.clock import today
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import User

DAMAGED = Path(__file__).parent / "damaged"


@login_not_required
def tour(request: HttpRequest) -> HttpResponse:
    """Show the cards in the order of a ten-minute tour, and the town in figures with sources."""
    hide_outside_demo()
    return render(request, "demo/tour.html", {"cards": CARDS, "town": database.row("demo_town")})


@login_not_required
@require_POST
def enter(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as the card's colleague and open its page."""
    hide_outside_demo()
    card = next((card for card in CARDS if card.key == key), None)
    if card is None:
        raise Http404
    found = database.row("demo_card", card.colleague, card.person, card.opens)
    user = User.objects.get(colleague_id=found.colleague_id)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[REMEMBERED] = found.membership_id
    return redirect(card.opens, found.object_id) if found.object_id else redirect(card.opens)


@login_not_required
def damaged(request: HttpRequest) -> HttpResponse:
    """Show what the import says of a folder that spreadsheets have damaged; nothing is taken in."""
    hide_outside_demo()
    extract = read_folder(DAMAGED, today())
    problems = sorted(extract.problems, key=lambda one: (one.file, one.line, one.column))
    files = [(path.name, path.read_text()) for path in sorted(DAMAGED.glob("*.csv"))]
    return render(request, "demo/damaged.html", {"problems": problems, "files": files})


def hide_outside_demo() -> None:
    if not settings.DEMO:
        raise Http404
