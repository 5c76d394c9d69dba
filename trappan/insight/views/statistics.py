"""The public page: the latest publication, and nothing else; of nobody who is signed in, and without a cookie."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from trappan import database
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.indicators.reading import is_percent
from trappan.insight.publication.beside import place_of
from trappan.insight.publication.files import csv_of, name_of, rows_of
from trappan.insight.publication.report import months_in_words
from trappan.insight.told import in_words

AN_HOUR = "public, max-age=3600"
# As wide as signing in: a whole municipality may stand behind one address, and reads it once an hour.
RATES = {"statistics": "300/5m/ip"}


@dataclass(frozen=True)
class Figure:
    """One published total, as the file of open data has it."""

    title: str
    words: str
    unit: str  # empty where the value says so itself
    definition: str
    cutoff: datetime


@login_not_required
def statistics(request: HttpRequest) -> HttpResponse:
    """Show what is published of the latest month, or give its file; the same for everybody.

    A file is of the publication that its address names, or of the latest. Where another has taken its place, or
    nothing is published, the page stands in its stead, not found, and is kept by nobody. Whoever asks without end is
    told to wait.
    """
    if ratelimit.consume(request, app="allauth.account", action="statistics", config=RATES, limit_get=True) is None:
        return render(request, "ui/429.html", status=429)
    wants_file = request.GET.get("file") == "csv"
    file = database.row("insight_public", False) if wants_file else None
    if file and request.GET.get("publication", str(file.id)) == str(file.id):
        return kept(request, csv_of(file.open_data, name_of(file.id, file.since, file.month)))
    found = database.row("insight_public", True)
    context = {
        "municipality": settings.MUNICIPALITY,
        "found": found,
        "period": months_in_words(found.since, found.month) if found else "",
        "figures": figures_of(found.open_data, found.month) if found else [],
    }
    answer = kept(request, render(request, "insight/statistics.html", context, status=404 if wants_file else 200))
    if wants_file or found is None:
        answer["Cache-Control"] = "no-store"
    return answer


def figures_of(text: str, month: date) -> list[Figure]:
    """Return the totals of a month from a file of open data, in the order that figures have everywhere."""
    rows = [row for row in rows_of(text) if row["month"] == f"{month:%Y-%m}"]
    return [
        Figure(
            row["title"],
            in_words(float(row["value"]), is_percent=is_share(row["indicator"])) if row["value"] else "–",
            "" if is_share(row["indicator"]) or not row["value"] else row["unit"],
            row["definition"],
            datetime.fromisoformat(row["cutoff"]),
        )
        for row in sorted(rows, key=lambda row: place_of(row["indicator"]))
    ]


def is_share(indicator: str) -> bool:
    """Tell whether a published figure is a share; one that there is no longer is read as a number."""
    one = BY_NAME.get(indicator)
    return one is not None and is_percent(one)


def kept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Let an answer be kept for an hour by whoever passes it on, but where a session comes or goes with it.

    Whoever keeps it is told that another cookie may give another page: the language stands in one.
    """
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES or request.session.modified
    answer["Cache-Control"] = "no-store" if has_session else AN_HOUR
    patch_vary_headers(answer, ["Cookie"])
    return answer
