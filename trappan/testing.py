"""What every test of pages begins with: the day, signing in, and reading what a page says."""

import re
import time
from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from trappan import database
from trappan.schedules.week import read_week
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import Membership, User
from trappan.staff.session import BEGAN, SEEN
from trappan.ui.week.rows import rows_of

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


def pressed(week: str, name: str = "week") -> dict[str, Any]:
    """Return what a form sends where the days and times of a week are pressed: `mån 9-12, tor 9-12 A`."""
    rows = rows_of(read_week(week).parts) if week else []
    sent: dict[str, Any] = {f"{name}-rows": len(rows)}
    for at, row in enumerate(rows):
        sent |= {
            f"{name}-{at}-days": [str(day) for day in row.days],
            f"{name}-{at}-from": row.start,
            f"{name}-{at}-to": row.end,
            f"{name}-{at}-weeks": row.weeks,
        }
    return sent


def search(client: Client, asked: str) -> Any:
    """Search as from the field at the top of every page, and follow to the answer."""
    sent = {"acting_as": client.session[REMEMBERED], "q": asked}
    return client.post("/search/", sent, follow=True)
