"""A supervisor's morning at Café Vidingsjö."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import attendance, placements, plans
from trappan.demo.rooms.activities import site_of
from trappan.demo.tour_people import AFTERNOONS, MORNINGS, with_a_plan
from trappan.demo.town import Town

CARD = Card(
    "day",
    "Tor Låtsberg",
    _("A supervisor's morning"),
    _(
        "Tor leads the kitchen of Café Vidingsjö. Mark the exceptions, late with the time, then all others at "
        "once: one request, also after the network has been gone, and undone as quickly. What was left on Tuesday "
        "stands on top. Nothing tells him why somebody is away. Tick the box under the list and turn the network off: "
        "the app opens all the same, with given names and times, and sends once when it is back."
    ),
    "attendance:day",
)


def at_the_cafe(town: Town) -> None:
    """Make some of those at Tor's: Berit, who soon ends; Maj-Lis, for whom he proposes more time; Amina."""
    jonna, site = town.colleagues["jonna"], site_of(town, "tor")
    berit = with_a_plan(town, "Berit", "Modellgren", "K")
    until, forgotten = TODAY + timedelta(days=12), {TODAY - timedelta(days=2)}
    attendance.stay(town, berit, site, jonna, date(2026, 8, 17), until, MORNINGS, forgotten=forgotten)
    maj_lis = with_a_plan(town, "Maj-Lis", "Exempelgren", "K")
    placement_id = attendance.stay(town, maj_lis, site, jonna, date(2026, 9, 7), None, MORNINGS)
    placements.propose_week(
        town,
        maj_lis,
        site,
        placement_id,
        TODAY + timedelta(days=7),
        "tue 09:00-14:00, thu 09:00-14:00",
        "Orkar mer nu och vill vara med vid lunchen.",
    )
    amina(town)
    attendance.allow_list(town, site, town.colleagues["lotta"])


def amina(town: Town) -> None:
    """Make Amina, for whom Tor has proposed a step, and told of something that nearly went wrong."""
    human, site = with_a_plan(town, "Amina", "Prototypsdotter", "K"), site_of(town, "tor")
    placement_id = attendance.stay(town, human, site, town.colleagues["jonna"], date(2026, 8, 31), None, AFTERNOONS)
    plans.propose_step(
        town,
        human,
        site,
        2,
        TODAY - timedelta(days=1),
        "Har hållit tiderna två dagar i veckan i tio veckor.\nSäger själv till när hon behöver paus.",
    )
    attendance.incident(
        town,
        human,
        site,
        placement_id,
        TODAY - timedelta(days=2),
        "Halkade på vått golv vid disken, inget hände.",
        "Matta utlagd, golvet torkas direkt.",
    )
