"""Where there will be room: week by week and site by site, as a picture and as a table."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from trappan.activities.forecast import WEEKS, Lane, forecast, monday_of, queue
from trappan.activities.views.activity import PAGE, open_activities
from trappan.secrecy.rights import SITE_STAFF, Request, may

HEIGHT, WIDTH, GAP = 120, 18, 4  # of the picture's bars


@dataclass(frozen=True)
class Bar:
    """One week of the picture: places free at municipal and partner sites, and where they are drawn."""

    week: int
    own: int
    partner: int
    x: int
    own_y: float
    own_height: float
    partner_y: float
    partner_height: float


@may("activities.see_forecast")
def outlook(request: Request) -> HttpResponse:
    """Show free places for the coming half year, and how many wait; a site sees its organisation's."""
    today = request.actor.today
    listed = open_activities(today)
    if request.actor.role in SITE_STAFF:
        listed = listed.filter(unit__organisation_id=request.actor.organisation_id)
    lanes = forecast(list(listed), today)
    waiting = None if request.actor.role in SITE_STAFF else queue()
    context = {
        "lanes": lanes[:PAGE],
        "more": max(len(lanes) - PAGE, 0),
        "waiting": waiting,
        "weeks": [monday_of(today) + timedelta(days=7 * week) for week in range(WEEKS)],
        "bars": bars(lanes, today),
        "width": WEEKS * (WIDTH + GAP),
        "height": HEIGHT,
        "bar": WIDTH,
    }
    return render(request, "activities/forecast.html", context)


def bars(lanes: list[Lane], today: date) -> list[Bar]:
    """Draw each week's free places, municipal below and partners' above, on one scale from none."""
    sums = []
    for week in range(WEEKS):
        own = partner = 0
        for lane in lanes:
            one = lane.weeks[week]
            if one is not None and lane.activity.unit.organisation.kind == "municipality":
                own += one.free
            elif one is not None:
                partner += one.free
        sums.append((own, partner))
    most = max((own + partner for own, partner in sums), default=0) or 1
    found = []
    for week, (own, partner) in enumerate(sums):
        low, high = HEIGHT * own / most, HEIGHT * partner / most
        number = (monday_of(today) + timedelta(days=7 * week)).isocalendar().week
        found.append(
            Bar(
                number,
                own,
                partner,
                week * (WIDTH + GAP),
                round(HEIGHT - low, 1),
                round(low, 1),
                round(HEIGHT - low - high, 1),
                round(high, 1),
            )
        )
    return found
