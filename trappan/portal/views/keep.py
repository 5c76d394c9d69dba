"""What I keep when I go from support to work: information, never a calculation."""

from django.http import HttpRequest

from trappan import database
from trappan.portal.own import Own, Page, own_page


@own_page
def keep(_request: HttpRequest, _me: Own) -> Page:
    """Show what one may keep beside wages, by whom it is decided, and whom to ask (R-248)."""
    return Page("portal/keep.html", {"contact": database.row("portal_contact"), "here": "more"})
