"""A list taken out as a file: a right by role, an event with the number of rows, and refused in words when too long."""

from collections.abc import Callable, Iterable, Mapping

from django.http import HttpResponse

from trappan.history.record import record
from trappan.secrecy.rights import Request, refuse_without
from trappan.ui.lists.columns import ListRow
from trappan.ui.lists.files import AT_MOST, file_of
from trappan.ui.lists.listing import Listing


def exported(
    request: Request,
    listing: Listing,
    count: int,
    rows: Callable[[], Iterable[ListRow]],
    *,
    right: str,
    filters: Mapping[str, str] | None = None,
) -> HttpResponse | None:
    """Answer with the file of a list for whoever has the right, and note it; None where it would be too long.

    `rows` makes them one at a time. Where there are more than a file holds nothing is made or noted, and
    the page says what to do.
    """
    refuse_without(request, right)
    if count > AT_MOST:
        listing.too_many = True
        return None
    record(right, kind="read", scope="log", found=count, order=listing.order.written, filters=dict(filters or {}))
    return file_of(listing.name, str(listing.title), listing.columns, rows())
