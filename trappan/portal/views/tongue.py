"""Choose the language of the own pages, and read what Swedish words mean in it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from trappan import database
from trappan.portal.glossary import WORDS
from trappan.portal.own import Own, Page, helped_page, own, session_of, unkept
from trappan.secrecy.acting import NotActing
from trappan.ui.tongues import TONGUES, keep_in_browser


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language: in the person's record, or in the browser where nobody, or a helper, is signed in."""
    chosen = TONGUES.get(request.POST.get("language", ""))
    response = redirect(led_back_to(request))
    if chosen is None:
        return unkept(response)
    try:
        with own(session_of(request)) as me:
            is_the_persons = not me.helping
            if is_the_persons:
                database.value("portal_choose_language", chosen.key)
    except NotActing:
        is_the_persons = False
    if not is_the_persons:
        keep_in_browser(response, chosen, reverse("portal:start"))
    return unkept(response)


def led_back_to(request: HttpRequest) -> str:
    """Return the page of the own pages that it was chosen on, and the first of them where another is named."""
    start, back = reverse("portal:start"), request.POST.get("next", "")
    is_ours = back.startswith(start) and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if is_ours else start


@helped_page
def words(_request: HttpRequest, _me: Own) -> Page:
    """Explain the Swedish words that stay Swedish in every language."""
    return Page("portal/words.html", {"words": WORDS.items(), "here": "words"})
