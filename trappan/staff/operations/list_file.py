"""Files of long lists: ordered, and opened when the worker has written them."""

import json
from collections.abc import Mapping
from hashlib import sha256

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from trappan import database
from trappan.history.record import record
from trappan.refusals import Refused
from trappan.schedules.functions import Now, Today
from trappan.staff.models import ListFile
from trappan.ui.asked import ASKED

WAITING_AT_MOST = 5
# Whoever is second orders nothing: the same list is one order a day, until its file has been opened.
ORDER = """
INSERT INTO staff_listfile (title, name, export_right, language, address, question, digest)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING id
"""


@transaction.atomic
def order_list_file(*, title: str, name: str, right: str, address: str, question: Mapping[str, str]) -> ListFile:
    """Order a list as a file for whoever acts, and return the order; ordered twice it is one, waiting or made.

    Refused where five others of one's own wait already.
    """
    asked, language = json.dumps(question, sort_keys=True), get_language() or ""
    digest = sha256(repr((without_token(address), asked, language)).encode()).hexdigest()
    same = ListFile.objects.defer("content", "question").filter(digest=digest, asked_on=Today(), opened_at=None, why="")
    if (found := same.first()) is not None:
        return found
    if ListFile.objects.filter(made_at=None, why="").count() >= WAITING_AT_MOST:
        raise Refused(
            _("Five of your files wait to be made already. Take out this list again when one of them is ready.")
        )
    made = database.query(ORDER, [title, name, right, language, address, asked, digest])
    if made:
        record("staff.order_list_file", kind="read", scope="log", file=made[0].id, list=right)
    return same.get()


def without_token(address: str) -> list[str]:
    """Return an address without the token of what was asked, which is another one in each session."""
    page, _mark, said = address.partition("?")
    return [page, *(one for one in said.split("&") if not one.startswith(f"{ASKED}="))]


@transaction.atomic
def open_list_file(*, file: ListFile) -> bytes:
    """Return a file's bytes to whoever ordered it, and note that it was opened, each time."""
    ListFile.objects.filter(pk=file.pk, opened_at=None).update(opened_at=Now())
    record("staff.open_list_file", kind="read", scope="log", file=file.pk, list=file.export_right, found=file.found)
    return bytes(ListFile.objects.values_list("content", flat=True).get(pk=file.pk) or b"")
