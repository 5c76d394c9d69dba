"""What happened in a month: for everybody who works here, in plain words."""

from itertools import zip_longest

from django.http import HttpResponse
from django.shortcuts import render

from trappan import database
from trappan.history.record import record
from trappan.initiatives.models import Landmark
from trappan.insight.achieved import HEIGHT, MONTHS, STEP, WIDTH, achieved, achieved_with_us
from trappan.insight.told import last_month
from trappan.insight.views.indicator import SEE as SEE_INDICATOR
from trappan.schedules.months import months_after, months_between, next_month
from trappan.secrecy.rights import Request, has, may


@may("insight.see_month")
def month(request: Request) -> HttpResponse:
    """Tell what we achieved in the latest month that is over, beside the months before it."""
    last = last_month(request.actor.today)
    first = months_after(last, 1 - MONTHS)
    groups = achieved(last)
    ours = achieved_with_us(last)
    lines = [line for group in groups for line in group.lines]
    record("insight.see_month", kind="read", found=sum(bool(line.said) for line in lines))
    context = {
        "last": last,
        "groups": groups,
        "ours": ours,
        "is_told": any(line.said for line in lines),
        "heads": [line.title for line in lines],
        "months": list(zip_longest(months_between(first, last), zip(*(line.words for line in lines), strict=True))),
        "days": [
            (row.day, row.name, Landmark.Kind(row.kind).label)
            for row in database.rows("insight_days_for_staff", first, next_month(last))
        ],
        "drawing": {"height": HEIGHT, "width": MONTHS * STEP, "column": WIDTH},
        "sees_indicator": has(request.actor, SEE_INDICATOR),
        "is_asked": has(request.actor, "insight.say_how_it_goes"),
    }
    return render(request, "insight/month.html", context)
