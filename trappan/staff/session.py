"""What a session knows of how somebody signed in, and when it has been left too long."""

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from trappan.secrecy.scopes import HELD_BY

# The level of assurance at which the organisation's own sign-in let somebody in.
LEVEL = "level"
BEGAN, SEEN = "began", "seen"
# A session's row is written at most this often, whatever somebody does.
NOTED_EVERY = 60


def has_been_left(request: HttpRequest) -> bool:
    """Tell whether nothing has been asked for too long, or the session is older than any may be."""
    moment = int(time.time())
    since_seen = moment - int(request.session.get(SEEN, moment))
    since_began = moment - int(request.session.get(BEGAN, moment))
    return since_seen > settings.IDLE_AT_MOST or since_began > settings.LONGEST_SESSION


def note_seen(request: HttpRequest) -> None:
    """Note in the session that somebody is there."""
    moment = int(time.time())
    if BEGAN not in request.session:
        request.session[BEGAN] = moment
    if moment - request.session.get(SEEN, 0) >= NOTED_EVERY:
        request.session[SEEN] = moment


def opens_files(role: str) -> bool:
    """Tell whether a role may hold any scope."""
    by_unit, by_name = HELD_BY[role]
    return bool(by_unit or by_name)


def has_level(request: HttpRequest, user: Any) -> bool:
    """Tell whether this account came in by the organisation's own sign-in: what another brought is not its own."""
    brought: dict[str, Any] = request.session.get(LEVEL, {})
    return bool(user.pk) and brought.get("user") == user.pk


def has_second_factor(request: HttpRequest) -> bool:
    """Tell whether this session was begun, or confirmed, with more than a password."""
    user: Any = request.user
    return has_level(request, user) or "mfa" in [one["method"] for one in get_authentication_records(request, user)]
