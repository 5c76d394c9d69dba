"""Browsers in which somebody has signed in before: a stranger's wrong tries never keep those out.

Each keeps whom it knows in a signed cookie, as digests of address and password, the latest first: with a new
password, whoever chose it is a stranger everywhere until the next sign-in.
"""

from collections.abc import Collection
from hashlib import sha256

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from trappan.staff.models import User

NAME, SALT = "trappan_known", "trappan.staff.known_browser"
LASTS = 60 * 60 * 24 * 180
MOST = 20  # a shared machine's colleagues


def digest_of(user: User) -> str:
    """Return what a browser knows an account by: another with each password, and no way back to it."""
    return sha256(f"{user.email.strip().lower()} {user.get_session_auth_hash()}".encode()).hexdigest()[:24]


def known_in(request: HttpRequest) -> list[str]:
    """Return whom the browser knows; nobody where its word is not ours, or too old."""
    try:
        found = signing.loads(request.COOKIES.get(NAME, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return []
    return [str(one) for one in found] if isinstance(found, list) else []


def knows(request: HttpRequest, email: str) -> bool:
    """Tell whether somebody with this address has signed in here before, with the password of today."""
    known = known_in(request)
    return bool(known) and any(digest_of(one) in known for one in User.objects.filter(email__iexact=email.strip()))


def is_one_of(request: HttpRequest, users: Collection[int]) -> bool:
    """Tell whether one of these accounts is signed in here, or has been with the password of today."""
    if request.user.pk in users:
        return True
    known = known_in(request)
    return bool(known) and any(digest_of(one) in known for one in User.objects.filter(pk__in=users))


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the browser know who has signed in."""
    mine = digest_of(user)
    known = [mine, *(one for one in known_in(request) if one != mine)][:MOST]
    response.set_cookie(
        NAME,
        signing.dumps(known, salt=SALT),
        max_age=LASTS,
        path="/account/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
