"""The language of a page, and what a device forgets when somebody signs out."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware
from django.urls import reverse_lazy
from django.utils import translation

from trappan.ui.tongues import SWEDISH, asked_for, told_by_browser


def chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Speak Swedish unless somebody has chosen otherwise: a browser's own language does not decide.

    The own pages have a choice of their own, of more languages; neither decides about the other.
    """
    known = dict(settings.LANGUAGES)
    own_pages = reverse_lazy("portal:start")

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(str(own_pages)):
            with translation.override((asked_for(request) or told_by_browser(request) or SWEDISH).code):
                return get_response(request)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return get_response(request)

    return middleware


def forgotten_on_sign_out(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let the browser forget, at sign-out, what pages have kept on the device."""
    leaving = reverse_lazy("account_logout")

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and request.path == str(leaving):
            response["Clear-Site-Data"] = '"storage"'
        return response

    return middleware


class UnkeptRedirect(HttpResponsePermanentRedirect):
    """Sent on for good, and kept by nobody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["Cache-Control"] = "no-store"


class Slashed(CommonMiddleware):
    """Send an address without its last slash on to the one with it: what opens a link or a password may stand in it."""

    response_redirect_class = UnkeptRedirect
