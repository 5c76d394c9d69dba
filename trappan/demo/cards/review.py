"""What has changed asks for a review of the plan: Shirin, who went a step back and whose exemption has ended."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY
from trappan.demo.rooms import attendance, placements, plans, requirement
from trappan.demo.rooms.activities import site_of
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "review",
    "Jonna Mallgren",
    _("Something has changed"),
    _(
        "Shirin has gone a step back and her exemption has ended, so her plan asks to be followed up. See who made "
        "it, how far the way is and what she is ready for, and keep that it goes on. The café has answered what it "
        "can adapt: Tor reads a text of its own, and never the kartläggning."
    ),
    "plans:plan",
    "Shirin Provkvist",
)


def shirin(town: Town) -> None:
    """Make Shirin, whose plan was decided before a step back, an exemption's end and an answer from the café."""
    jonna, decided = town.colleagues["jonna"], date(2026, 8, 17)
    human = known(town, "Shirin", "Provkvist", "K", date(1984, 2, 27), languages=["persiska", "svenska"])
    case_of(town, human, date(2026, 6, 1))
    words = "Jag vill tillbaka till ett kök. Jag vill inte att det går för fort."
    plans.map_with_words(town, human, date(2026, 6, 15), words, needs=["sitting", "quiet"])
    for number, day, evidence in (
        (1, date(2026, 6, 15), plans.EVIDENCE[1]),
        (2, date(2026, 9, 7), plans.EVIDENCE[2]),
        (1, TODAY - timedelta(days=8), "Orkade inte passen efter sjukskrivningen. Vi började om, tillsammans."),
    ):
        plans.step(town, human, number, day, jonna, evidence)
    plans.consultation(town, human, decided - timedelta(days=3), jonna)
    plan_id = plans.add_plan(
        town,
        human,
        jonna,
        goal="Arbeta i ett kök i lugn takt.",
        minutes=2400,
        proposal=plans.proposal(),
        review_on=date(2026, 12, 17),
        agreed_on=decided,
        decided_on=decided,
        beside=(("consultant", "Jonna Mallgren"), ("social_worker", "Ulla Provstedt")),
    )
    plans.part(town, human, plan_id, "activity", "Café Vidingsjö", plans.WEEKS[2])
    plans.judge(town, human, date(2026, 8, 17), jonna, "place", "Vill prova, och håller tiderna till våra möten.")
    requirement.exemption(town, human, "sick_pay", date(2026, 9, 28), TODAY - timedelta(days=3))
    site = site_of(town, "tor")
    placement = attendance.stay(town, human, site, jonna, TODAY - timedelta(days=2), None, plans.WEEKS[2])
    told = "Korta pass, helst två timmar åt gången, och en stol vid disken. Säg en sak i taget."
    can = {"can": "partly", "words": "En stol går bra. Passen är tre timmar, men hon kan ta en paus mitt i."}
    placements.adapt(town, human, site, placement, TODAY - timedelta(days=3), jonna, told, **can)
