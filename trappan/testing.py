"""What every test of pages begins with: the day, signing in, and reading what a page says."""

import re
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client

from trappan import database
from trappan.refusals import Refused
from trappan.secrecy.acting import Actor
from trappan.staff.middleware import REMEMBERED
from trappan.staff.models import Membership, User
from trappan.staff.session import BEGAN, SEEN
from trappan.staff.testing import as_web

TODAY = date(2026, 11, 12)  # a Thursday in week 46
# What is done in a thread of its own; `ready()` waits until all who do something are there.
Doing = Callable[[Callable[[], Any]], Any]


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


def at_the_same_moment(*doings: Doing) -> list[Any]:
    """Do each in a thread of its own, and return what each gave, or how it was `Refused`, in their order.

    A thread's connection is web's (conftest.py). Any other fault in one of them is raised here.
    """
    start = threading.Barrier(len(doings))
    gave: list[Any] = [None] * len(doings)
    faults: list[BaseException] = []

    def run(at: int, doing: Doing) -> None:
        try:
            gave[at] = doing(lambda: start.wait(timeout=30))
        except Refused as refusal:
            gave[at] = refusal
        except BaseException as fault:
            faults.append(fault)
            start.abort()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(doings)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for fault in faults:
        raise fault
    return gave


def by(who: Membership, do: Callable[[Actor], Any]) -> Doing:
    """Let a colleague, signed in already, do something at the same moment as others."""

    def doing(ready: Callable[[], Any]) -> Any:
        with as_web(who) as actor:
            ready()
            return do(actor)

    return doing
