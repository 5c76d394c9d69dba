"""Where there will be room: week by week and site by site, as a picture and as a table, beside who waits."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from trappan.activities.forecast import WEEKS, Lane, Queue, forecast, monday_of, queue
from trappan.activities.views.activity import open_activities, page_after
from trappan.rules.codes import labels
from trappan.secrecy.rights import SITE_STAFF, Request, may

FEW = 2  # free places: so many are few, more are free
LEFT, RIGHT, TOP, BELOW = 34, 6, 14, 28  # around the bars of the picture, for its axes
MOST_LINES = 5  # across the picture, beside that of none
# Wide and narrow, in units of the drawing, and at every which week its number stands.
SHAPES = ((720, 280, 2), (340, 240, 4))


@dataclass(frozen=True)
class Week:
    """One week of the picture: places free at municipal and partner sites."""

    number: int
    own: int
    partner: int

    @property
    def free(self) -> int:
        return self.own + self.partner


@dataclass(frozen=True)
class Bar:
    """A week's bar in units of the drawing: the municipality's below, the partners' above; `label` may be empty."""

    x: str
    middle: str
    wide: str
    own_y: str
    own_high: str
    partner_y: str
    partner_high: str
    label: str


@dataclass(frozen=True)
class Chart:
    """The picture in one of its shapes: bars, and the lines across it with their numbers."""

    key: int
    width: int
    height: int
    right: int
    lines: list[tuple[str, int]]
    bars: list[Bar]


@may("activities.see_forecast")
def outlook(request: Request) -> HttpResponse:
    """Show free places for the coming half year, and who waits in numbers; a site sees its organisation's."""
    today = request.actor.today
    listed = open_activities(today)
    at_site = request.actor.role in SITE_STAFF
    if at_site:
        listed = listed.filter(unit__organisation_id=request.actor.organisation_id)
    page = page_after(listed, request.GET.get("after", ""))
    lanes = forecast(page.activities, today)
    weeks = summed(lanes, today)
    context = {
        "lanes": lanes,
        "page": page,
        "few": FEW,
        "waiting": None if at_site else waiting_of(queue()),
        "mondays": [monday_of(today) + timedelta(days=7 * week) for week in range(WEEKS)],
        "weeks": weeks,
        "most": max(weeks, key=lambda week: week.free),
        "charts": [chart(weeks, at, *shape) for at, shape in enumerate(SHAPES)],
    }
    return render(request, "activities/forecast.html", context)


@dataclass(frozen=True)
class Waiting:
    """The queue as it is read: how many, as of when, and by what, each with its rows in words."""

    queue: Queue
    parts: list[tuple[str, list[tuple[str, int]]]]


def waiting_of(counted: Queue | None) -> Waiting | None:
    """Put the queue into words; None where nobody may be told."""
    if counted is None:
        return None
    branches = labels("branch")

    def words(about: str, value: str | None) -> str:
        if value is None:
            return _("Others, fewer than five of each")
        if not value:
            return _("No step yet") if about == "step" else _("Not asked yet")
        if about == "step":
            return _("Step %(number)s") % {"number": value}
        return branches.get(("branch", value), value)

    names = {"step": _("By step"), "branch": _("By branch wished for"), "language": _("By language")}
    told = {about: counted.by[about] for about in names if about in counted.by}
    if "step" in told:
        told["step"] = sorted(told["step"], key=lambda row: row[0] or "~")
    parts = [(names[about], [(words(about, value), people) for value, people in rows]) for about, rows in told.items()]
    return Waiting(counted, parts)


def summed(lanes: list[Lane], today: date) -> list[Week]:
    """Return each week's free places of all these sites together."""
    found = []
    for at in range(WEEKS):
        own = partner = 0
        for lane in lanes:
            one = lane.weeks[at]
            if one is not None and lane.activity.unit.organisation.kind == "municipality":
                own += one.free
            elif one is not None:
                partner += one.free
        found.append(Week((monday_of(today) + timedelta(days=7 * at)).isocalendar().week, own, partner))
    return found


def chart(weeks: list[Week], key: int, width: int, height: int, every: int) -> Chart:
    """Draw the weeks on one scale from none, with whole numbers beside the lines across."""
    step = step_of(max(week.free for week in weeks))
    top = step * max(-(-max(week.free for week in weeks) // step), 1)
    high, room = height - TOP - BELOW, (width - LEFT - RIGHT) / len(weeks)

    def y(free: float) -> float:
        return TOP + high * (1 - free / top)

    bars = [
        Bar(
            x=f"{LEFT + room * (at + 0.1):.1f}",
            middle=f"{LEFT + room * (at + 0.5):.1f}",
            wide=f"{room * 0.8:.1f}",
            own_y=f"{y(week.own):.1f}",
            own_high=f"{y(0) - y(week.own):.1f}",
            partner_y=f"{y(week.free):.1f}",
            partner_high=f"{y(week.own) - y(week.free):.1f}",
            label=str(week.number) if at % every == 0 else "",
        )
        for at, week in enumerate(weeks)
    ]
    lines = [(f"{y(free):.1f}", free) for free in range(0, top + 1, step)]
    return Chart(key, width, height, width - RIGHT, lines, bars)


def step_of(most: int) -> int:
    """Return how far apart the lines stand: 1, 2 or 5 of a power of ten, so that few lines reach the most there is."""
    step = 1
    while most > step * MOST_LINES:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step
