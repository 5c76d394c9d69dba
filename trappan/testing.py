"""What every test of pages begins with: the day, signing in, and reading what a page says."""

import re
import time
from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from trappan import database
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import Membership, User
from trappan.staff.session import BEGAN, SEEN

TODAY = date(2026, 11, 12)  # a Thursday in week 46


def sign_in(client: Client, membership: Membership) -> Client:
    """Sign in as a membership, as after choosing it."""
    client.force_login(User.objects.get(colleague=membership.colleague))
    session = client.session
    session[REMEMBERED] = membership.pk
    session[BEGAN] = session[SEEN] = int(time.time())
    session.save()
    return client


class WebClient(Client):
    """A browser whose requests reach the database as the role of a web process, so that missing grants show."""

    def request(self, **request: Any) -> Any:
        database.execute("SET ROLE trappan_web")
        try:
            return super().request(**request)
        finally:
            if not connection.needs_rollback:
                database.execute("RESET ROLE")


def text(answer: HttpResponse) -> str:
    """Return what a page says, as it was sent."""
    return answer.content.decode()


def markup(answer: HttpResponse) -> str:
    """Return a page's HTML without the white space of its layout, so that a test reads what stands in it."""
    joined = re.sub(r"\s+", " ", answer.content.decode())
    return re.sub(r"(?<=>) | (?=<)", "", joined)


def search(client: Client, asked: str) -> Any:
    """Search as from the field at the top of every page, and follow to the answer."""
    sent = {"acting_as": client.session[REMEMBERED], "q": asked}
    return client.post("/search/", sent, follow=True)
