"""The day without network: the list that a phone may keep, the page that shows it, and what makes it an app."""

import base64
import json
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import get_current_timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_cookie

from trappan.attendance import operations
from trappan.attendance.operations import Kept
from trappan.attendance.views.day import buttons, late_times
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.week import part_of
from trappan.secrecy.rights import Request, may

# What the page without network is drawn with. Its own styles and scripts are asked for under their digests, so that
# an ordinary page never gets one of an earlier version; a font has the same address in all versions.
DRAWN_WITH = {
    "font": "nunito-sans/index.css",
    "theme": "ui/theme.css",
    "design": "designsystemet/index.css",
    "looks": "ui/trappan.css",
    "mark": "ui/mark.svg",
    "leaving": "ui/leaving.js",
    "shelf": "attendance/shelf.js",
    "day": "attendance/day.js",
    "offline": "attendance/offline.js",
}
GROUND, TOP = "#ffffff", "#0f4245"
FONTS = ("nunito-sans/files/nunito-sans-latin-wght-normal.woff2",)


@require_POST
@may("attendance.keep_phone_list")
def keep(request: Request) -> JsonResponse:
    """Hand out the list for this phone to keep, where the site's leader allows it; 403 tells the phone to forget."""
    try:
        kept = operations.keep_phone_list(by=request.actor)
    except Refused as refused:
        return JsonResponse({"refused": str(refused)}, status=403)
    today = request.actor.today
    midnight = datetime.combine(today + timedelta(days=1), datetime.min.time(), get_current_timezone())
    return JsonResponse(
        {
            "acting": request.actor.membership_id,
            "day": str(today),
            "title": date_format(today, "l j F").capitalize(),
            "seconds": max(0, int((midnight - now()).total_seconds())),
            "rows": [row_of(one) for one in kept],
        }
    )


def row_of(one: Kept) -> dict[str, object]:
    """Return a row as the phone keeps it: number, name, hours, and the times that follow from them."""
    times = part_of(one.starts_at, one.ends_at)
    return {
        "row": one.row,
        "name": one.name,
        "hours": times.hours_in_words if times else "",
        "first": one.starts_at,
        "last": one.ends_at,
        "late": late_times(one.starts_at or 0, one.ends_at or 0),
    }


@login_not_required
@vary_on_cookie
def offline(_request: HttpRequest) -> HttpResponse:
    """Show the page that a phone opens when the network is gone: the same for everybody, and about nobody."""
    return HttpResponse(shell())


def shell() -> str:
    """Return the page without network as text, in the language of whoever asks; nothing of its sender is in it."""
    context = {"files": {part: {"url": addressed(name)} for part, name in DRAWN_WITH.items()}, "marks": buttons()}
    return render_to_string("attendance/offline.html", context)


@login_not_required
@never_cache
@vary_on_cookie
def worker(request: HttpRequest) -> HttpResponse:
    """Give the script that stands between the day's page and the network; a new version is another text."""
    held = [[addressed(name), f"sha256-{digest(name)}"] for name in DRAWN_WITH.values()]
    held += [[static(name), f"sha256-{digest(name)}"] for name in FONTS]
    page = shell()
    version = sha256(json.dumps([page, held]).encode()).hexdigest()[:16]
    context = {"version": version, "held": json.dumps(held)}
    return render(request, "attendance/worker.js", context, content_type="text/javascript")


@login_not_required
def manifest(_request: HttpRequest) -> HttpResponse:
    """Say how the day's page is put among a phone's apps."""
    icons = [
        {"src": static("ui/mark.svg"), "sizes": "any", "type": "image/svg+xml"},
        *(
            {"src": static(f"ui/mark-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size, purpose in ((192, "any"), (512, "any"), (512, "maskable"))
        ),
    ]
    about = {
        "id": reverse("attendance:day"),
        "name": _("Trappan: the day's list"),
        "short_name": "Trappan",
        "lang": get_language(),
        "start_url": reverse("attendance:day"),
        "scope": "/",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": TOP,
        "icons": icons,
    }
    return HttpResponse(json.dumps(about), content_type="application/manifest+json")


def addressed(name: str) -> str:
    """Return a static file's address with the digest of what is in it."""
    return f"{static(name)}?d={sha256(digest(name).encode()).hexdigest()[:12]}"


@cache
def digest(name: str) -> str:
    """Return a static file's digest, as a browser asks for it before it takes the file."""
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(name)
    return base64.b64encode(sha256(Path(found).read_bytes()).digest()).decode()
