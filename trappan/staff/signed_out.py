"""What a page answers whoever sends it after the sign-in has ended."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from trappan.ui.held import hold


class SignInRequired(LoginRequiredMiddleware):
    """Ask for sign-in; what a form sent without one is held on the answer, never thrown away."""

    def handle_no_permission(  # type: ignore[override]  # Django's own says that it always redirects
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        if request.method != "POST" or not hasattr(view_func, "right"):
            return super().handle_no_permission(request, view_func)
        return hold(request, "staff/signed_out.html", status=401)
