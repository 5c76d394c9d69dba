"""What every test of pages begins with: the day, signing in, and reading what a page says."""

import re
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import Membership, User

TODAY = date(2026, 11, 12)  # a Thursday in week 46


def sign_in(client: Client, membership: Membership) -> Client:
    """Sign in as a membership, as after choosing it."""
    client.force_login(User.objects.get(colleague=membership.colleague))
    session = client.session
    session[REMEMBERED] = membership.pk
    session.save()
    return client


def text(answer: HttpResponse) -> str:
    """Return what a page says, as it was sent."""
    return answer.content.decode()


def markup(answer: HttpResponse) -> str:
    """Return a page's HTML without the white space of its layout, so that a test reads what stands in it."""
    joined = re.sub(r"\s+", " ", answer.content.decode())
    return re.sub(r"(?<=>) | (?=<)", "", joined)


def search(client: Client, asked: str, **extra: Any) -> HttpResponse:
    """Search as from the field at the top of every page, and follow to the answer."""
    sent = {"acting_as": client.session[REMEMBERED], "q": asked}
    return client.post("/search/", sent, follow=True, **extra)
