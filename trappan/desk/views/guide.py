"""Help where it is needed: the guide of one's own role, and what everybody may ask of the service itself."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from trappan.desk.guide import COMMON, NAMES, drawn, picture, role_guide
from trappan.rules.models import MunicipalText
from trappan.rules.texts import text_on
from trappan.schedules.clock import today
from trappan.secrecy.rights import Request, may


@may("desk.read_guide")
def guide(request: Request, name: str = "") -> HttpResponse:
    """Show the guide of one's own role, or another one by its name."""
    name = name or role_guide(request.actor.role)
    if name not in NAMES:
        raise Http404
    context = {"name": name, "guide": drawn(name), "common": COMMON, "own": role_guide(request.actor.role)}
    return render(request, "desk/help/guide.html", context)


@may("desk.read_guide")
def guide_picture(_request: Request, name: str) -> HttpResponse:
    """Send a picture of a guide: of the invented town, and of nobody."""
    found = picture(name)
    if found is None:
        raise Http404
    return HttpResponse(found.read_bytes(), content_type="image/png")


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible the service is, what is known to fall short, and where to tell of more."""
    return render(request, "desk/help/accessibility.html", about_us())


@login_not_required
def personal_data(request: HttpRequest) -> HttpResponse:
    """Say what is kept about whom, who sees it, and what one may ask for."""
    complaint = text_on(MunicipalText.Kind.COMPLAINT, today(), None)
    return render(request, "desk/help/personal_data.html", {**about_us(), "complaint": complaint})


def about_us() -> dict[str, str]:
    """Return how to reach the municipality: its own words of today, or the address of the installation."""
    return {"reach": text_on(MunicipalText.Kind.CONTACT, today(), None), "contact": settings.CONTACT}
