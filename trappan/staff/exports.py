"""A list taken out as a file: a right by role, an event with the number of rows; what is too long the worker writes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from trappan.history.record import record
from trappan.refusals import Refused
from trappan.secrecy.rights import Request, refuse_without
from trappan.staff.operations.list_file import order_list_file
from trappan.ui.asked import asked
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.files import file_of
from trappan.ui.lists.listing import Listing


class TooLong(Exception):
    """The list has more rows than any file holds."""


def exported(
    request: Request,
    listing: Listing,
    count: int,
    rows: Callable[[], Iterable[ListRow]],
    *,
    right: str,
    filters: Mapping[str, str] | None = None,
) -> HttpResponse | None:
    """Answer with the file of a list for whoever has the right, and note it; None where it is too long to wait for.

    `rows` makes them one at a time. Where there are more than a page makes a file of, the file is ordered, and the page
    says so, or why not. The worker asks in the same way (staff/list_files.py), and for it TooLong is the answer.
    """
    refuse_without(request, right)
    if count > listing.at_most:
        if listing.is_ordered:
            raise TooLong
        try:
            order = order_list_file(
                title=str(listing.title),
                name=listing.name,
                right=right,
                address=request.path + listing.file_url,
                question=asked(request)[1],
            )
        except Refused as refusal:
            listing.refused = str(refusal)
        else:
            listing.is_being_made = order.state != "ready"
            listing.made_url = "" if listing.is_being_made else reverse("staff:list_file", args=[order.pk])
        return None
    told: dict[str, Any] = {"order": listing.order.written, "filters": dict(filters or {})}
    if not listing.is_ordered:
        record(right, kind="read", scope="log", found=count, **told)
    answer = file_of(listing.name, str(listing.title), listing.columns, rows())
    # The worker only reads here: it writes down how many rows the file holds, and the event, where the file is kept.
    answer.found, answer.told = count, told  # type: ignore[attr-defined]  # of our own, for the worker
    return answer
