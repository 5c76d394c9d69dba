"""More: everything that is not the week or the steps, one line each."""

from django.http import HttpRequest

from trappan.portal.own import Own, Page, own_page


@own_page
def more(_request: HttpRequest, _me: Own) -> Page:
    """List the other pages, and say which of them a PIN is too little for."""
    return Page("portal/more.html", {"here": "more"})
