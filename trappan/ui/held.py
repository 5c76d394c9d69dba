"""What was sent and could not be taken: held on the page that answers, to be sent once more; kept nowhere else."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve

OURS = ("csrfmiddlewaretoken",)


def held(request: HttpRequest) -> dict[str, Any]:
    """Return what a page's form sent, and where to send it again; nothing of sign-in, nor of another site.

    Only what the browser says comes from here: this is drawn before the token is looked at, and what is held
    is sent again with a good one.
    """
    if request.method != "POST" or not is_from_here(request) or right_of(request.path_info) is None:
        return {}
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in OURS]
    return {"held": sent, "again": request.get_full_path()}


def right_of(path: str) -> str | None:
    """Return the right that the page at a path asks for (`@may`); None for one of sign-in, and where there is none."""
    try:
        return getattr(resolve(path).func, "right", None)
    except Resolver404:
        return None


def hold(request: HttpRequest, template: str, *, status: int) -> HttpResponse:
    """Answer that nothing is saved yet, with what was sent; no browser keeps that page.

    What is typed and not sent yet is told of beside its field.
    """
    typed = request.headers.get("HX-Request")
    response = render(request, "ui/parts/not_kept.html" if typed else template, held(request), status=status)
    response["Cache-Control"] = "no-store"
    return response


def is_from_here(request: HttpRequest) -> bool:
    """Tell whether the browser says that one of our own pages sent this; no other site can say so."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"
