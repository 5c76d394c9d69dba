"""What somebody asked for by a form: kept in the session, so that no address carries a name or a number.

The page's address carries a token that says nothing. Going back, loading anew and another language
find the same question; signing out forgets it.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.crypto import get_random_string

KEPT = 20  # questions a session remembers: as far back as anybody goes
LONGEST = 100
ASKED = "asked"


def keep_asked(request: HttpRequest, page: str, values: Mapping[str, str]) -> HttpResponseRedirect:
    """Keep what was asked and lead to where it is answered."""
    told = {name: value.replace("\0", "").strip()[:LONGEST] for name, value in values.items()}
    before = request.session.get(ASKED, {})
    token = next((one for one, known in before.items() if known == told), "") or get_random_string(16)
    rest = [(one, known) for one, known in before.items() if one != token]
    request.session[ASKED] = dict([*rest, (token, told)][-KEPT:])
    return HttpResponseRedirect(f"{page}?{urlencode({ASKED: token})}")


def asked(request: HttpRequest) -> tuple[str, dict[str, str]]:
    """Return the token of the address and what was asked under it; nothing where it is not known (any more)."""
    token = request.GET.get(ASKED, "")
    found = request.session.get(ASKED, {}).get(token)
    return (token, dict(found)) if found is not None else ("", {})
