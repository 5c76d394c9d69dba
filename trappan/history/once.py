"""A form that is sent twice is carried out once: two presses, a tired network, a page loaded again."""

from hashlib import sha256

from django.contrib.messages import ERROR, get_messages
from django.http import HttpRequest, HttpResponse

from trappan import database

KEY = "once"
SHOWN_ONCE = "trappan.shown_once"
PRESSED = "press-"  # begins a key that the page made when a button was pressed
NOT_CONTENT = {KEY, "csrfmiddlewaretoken"}


def digest_of(request: HttpRequest) -> str:
    """Return what a sent form is known by: its key, its address and all that was typed; nothing without a key.

    A page that is gone back to and filled in differently is another form, under the same key. A key that was
    made for one press is known by itself: a device that keeps what was pressed sends less of it again.
    """
    key = key_of(request)
    if not key:
        return ""
    known: tuple[object, ...] = (key, request.path)
    if not key.startswith(PRESSED):
        content = [(name, values) for name, values in sorted(request.POST.lists()) if name not in NOT_CONTENT]
        known = (key, request.get_full_path(), content, *chosen_in(request))
    return sha256(repr(known).encode("utf-8", "replace")).hexdigest()


def chosen_in(request: HttpRequest) -> list[tuple[str, str | None, str]]:
    """Return the files that a form brings: field, name, and digest of what stands in each."""
    files = [(name, one) for name, chosen in sorted(request.FILES.lists()) for one in chosen]
    found = [(name, one.name, sha256(one.read()).hexdigest()) for name, one in files]
    for _name, one in files:
        one.seek(0)
    return found


def key_of(request: HttpRequest) -> str:
    """Return the key of a form that is sent; nothing where it has none."""
    return request.POST.get(KEY, "") if request.method == "POST" else ""


def take(digest: str) -> str | None:
    """Take a form for whoever acts; return where it led, if it has been carried out before."""
    found: str | None = database.value("history_take_form", digest)
    return found


def show_once(request: HttpRequest) -> None:
    """Say that what a form made is told on this answer alone: loaded again, it makes nothing and leads to its page."""
    request.META[SHOWN_ONCE] = True


def keep_or_give_up(digest: str, request: HttpRequest, response: HttpResponse) -> None:
    """Keep a form that led on to another page; one that was refused or only asked may be sent again."""
    # What is refused where nothing is typed is told on the page that it leads to. Not by going through the
    # messages: that would take them from the page.
    told = getattr(get_messages(request), "_queued_messages", [])
    shown_once = request.META.get(SHOWN_ONCE, False)
    if shown_once or (300 <= response.status_code < 400 and not any(one.level >= ERROR for one in told)):
        database.value("history_keep_form", digest, response.headers.get("Location", ""))
    else:
        database.value("history_give_up_form", digest)
