"""The answers that belong to no room: refusals, failures, language, and the page of all parts."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.i18n import set_language as django_set_language

from trappan.ui.held import hold, is_from_here
from trappan.ui.staircase import Move, Step, staircase

set_language = login_not_required(django_set_language)


@login_not_required
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django names it
    """Answer the same for what does not exist and for what may not be seen."""
    return render(request, "ui/404.html", status=404)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # as above
    """Say that the page exists but that another role does this."""
    return render(request, "ui/403.html", status=403)


@login_not_required
def too_often(request: HttpRequest) -> HttpResponse:
    """Say that somebody has tried many times in a short while, and when to try again."""
    return render(request, "ui/429.html", status=429)


@login_not_required
def failed(request: HttpRequest) -> HttpResponse:
    """Say that nothing was saved, and how to go on; needs neither database nor session."""
    return render(request, "ui/500.html", status=500)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # as above
    """Say that the page was too old to send; what one of our own pages sent can be sent again."""
    if is_from_here(request):
        return hold(request, "ui/csrf.html", status=403)
    return render(request, "ui/csrf.html", status=403)


@login_not_required
def parts(request: HttpRequest) -> HttpResponse:
    """Show every part that a page is built of."""
    names = (_("Contact"), _("Routine"), _("Work-like"), _("Employable"), _("On the way out"), _("Self-support"))
    steps = [Step(number, name) for number, name in enumerate(names, 1)]
    stairs = [
        (_("No step yet"), staircase(steps, [])),
        (_("New on the first step"), staircase(steps, [Move(1, "12 nov")])),
        (
            _("Moved back, own rating the same"),
            staircase(steps, [Move(1, "jan"), Move(2, "mar"), Move(3, "jun"), Move(2, "aug")], own=2),
        ),
        (_("Straight to work: the staircase stops nobody"), staircase(steps, [Move(1, "3 okt"), Move(5, "21 okt")])),
        (_("Own rating two steps above"), staircase(steps, [Move(1, "jan"), Move(2, "mar")], own=4)),
        (_("The top step"), staircase(steps, [Move(1, "jan"), Move(3, "jun"), Move(6, "nov")])),
    ]
    return render(request, "ui/parts.html", {"stairs": stairs})
