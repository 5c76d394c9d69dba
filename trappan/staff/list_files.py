"""The worker writes the file of a long list: the list's own page is asked, as the membership that ordered it.

What the page would answer whoever ordered it, at the time of writing, is what stands in the file: the policies decide
which rows, the page's right whether there is a file at all.
"""

import json
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.urls import resolve
from django.utils import translation

from trappan import database
from trappan.history.record import as_json
from trappan.secrecy.acting import Actor, NotActing, entered
from trappan.secrecy.rights import Request
from trappan.staff.exports import TooLong
from trappan.ui.asked import ASKED
from trappan.ui.lists.listing import OrderedQuery

DOOR = "SELECT e.*, set_config('role', 'trappan_app', true) FROM staff_enter_for_list_file(%s, %s) e"


class NoFile(Exception):
    """The page answered with something else than the file: a list or a filter that is no longer."""


def waiting() -> Iterable[int]:
    """Return the orders that are neither made nor given up; one that a worker is at just now is left to it."""
    return [int(one.staff_list_files_waiting) for one in database.rows("staff_list_files_waiting")]


def make_list_file(row: int) -> None:
    """Write one ordered file: written down that it is begun, then written whole or not at all.

    Killed in between it waits, says that it was begun, and is begun anew; after three times it is given up. Where the
    right has ended, also while it is written, there is no file. Within the door nothing can be written; the file is
    kept behind it, in the same transaction, which holds the order to itself.
    """
    days = settings.LIST_FILE_DAYS
    with transaction.atomic():
        if not database.value("staff_begin_list_file", row, days):
            return
    with transaction.atomic():
        order = database.row("staff_take_list_file", row)
        if order is None:
            return
        try:
            with translation.override(order.language), entered(DOOR, row, order.membership_id) as actor:
                answer = asked_of_its_page(actor, order.address, json.loads(order.question))
        except (NotActing, PermissionDenied):
            database.value("staff_end_list_file", row, "right", days)
        except TooLong:
            database.value("staff_end_list_file", row, "too_long", days)
        else:
            # What the page said of its file (staff/exports.py): how many rows it holds, and what the log is told.
            found, told = answer.found, as_json(answer.told)  # type: ignore[attr-defined]  # as its page left them
            database.value("staff_keep_list_file", row, found, answer.content, told, days)


def asked_of_its_page(actor: Actor, address: str, question: dict[str, str]) -> HttpResponse:
    """Return what the list's page answers this membership, without a limit but what a sheet holds."""
    asked = urlsplit(address)
    request = Request()
    request.method, request.path, request.path_info, request.actor = "GET", asked.path, asked.path, actor
    request.GET = OrderedQuery(asked.query)
    tokens = parse_qs(asked.query).get(ASKED, [])
    request.session = {ASKED: dict.fromkeys(tokens, question)}  # type: ignore[assignment]  # what `asked` reads of it
    found = resolve(asked.path)
    answer: HttpResponse = found.func(request, *found.args, **found.kwargs)
    if not hasattr(answer, "found"):
        raise NoFile(found.view_name)
    return answer


def erase_list_files() -> None:
    """Erase the files whose days are over, and those of whoever may no longer open them."""
    database.value("staff_erase_list_files")
