"""People on their way into, within and out of the tour's workplaces: proposals, answers, changes."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY, moment
from trappan.demo.fixed import case_of, known, mapped
from trappan.demo.lives import EVIDENCE, Lives
from trappan.demo.town import Human, Site

MORNINGS = ((1, 9, 12), (3, 9, 12))
AFTERNOONS = ((0, 13, 16), (2, 13, 16))
# name, gender, whose site, first day from today, aim, what the site answered
PROPOSED = (
    ("Ahlam", "Luftman", "K", "tor", 7, "Öva på att ta emot beställningar på svenska.", ""),
    ("Torsten", "Tankeson", "M", "tor", 12, "Komma i gång med tider två dagar i veckan.", ""),
    ("Selma", "Påhittig", "K", "sara", 6, "Prova kassan inför ett butiksarbete.", ""),
    (
        "Idris",
        "Skenberg",
        "M",
        "sara",
        9,
        "Köra ut varor och träffa kunder.",
        "Vi har ingen som kan handleda på eftermiddagar just nu.",
    ),
)


def at_the_sites(lives: Lives) -> None:
    """Make those whom Tor and Sara are to answer, and what Jonna is to see to."""
    jonna = lives.town.colleagues["jonna"]
    for first, last, gender, key, days, aim, refused in PROPOSED:
        human = planned(lives, first, last, gender)
        proposed = TODAY - timedelta(days=3)
        lives.offer(
            human,
            site_of(lives, key),
            jonna,
            TODAY + timedelta(days=days),
            None,
            AFTERNOONS,
            proposed,
            refused=refused,
            aim=aim,
        )
        lives.event(human, proposed, "placements.propose", "activity", jonna)
    cafe = site_of(lives, "tor")
    lives.sit(planned(lives, "Kalle", "Utkastberg", "M"), cafe, jonna, TODAY, None, MORNINGS, introduced=False)
    berit = planned(lives, "Berit", "Modellgren", "K")
    lives.sit(berit, cafe, jonna, date(2026, 8, 17), TODAY + timedelta(days=12), MORNINGS)
    maj = planned(lives, "Maj-Lis", "Exempelgren", "K")
    placement_id = lives.sit(maj, cafe, jonna, date(2026, 9, 7), None, MORNINGS)
    lives.rows.add(
        "placements_proposedchange",
        person_id=maj.id,
        unit_id=cafe.unit,
        placement_id=placement_id,
        kind="week",
        from_day=TODAY + timedelta(days=7),
        week="tue 09:00-14:00, thu 09:00-14:00",
        reason="Orkar mer nu och vill vara med vid lunchen.",
        author_id=cafe.supervisor,
        at=moment(TODAY - timedelta(days=1), 15),
        accepted=None,
        answer="",
        decided_by_id=None,
        decided_at=None,
    )
    told(lives, cafe)


def told(lives: Lives, cafe: Site) -> None:
    """Let Tor have proposed a step, and told of something that nearly went wrong."""
    jonna = lives.town.colleagues["jonna"]
    human = planned(lives, "Amina", "Prototypsdotter", "K")
    placement_id = lives.sit(human, cafe, jonna, date(2026, 8, 31), None, AFTERNOONS)
    lives.rows.add(
        "plans_proposedstep",
        person_id=human.id,
        unit_id=cafe.unit,
        step_id=2,
        day=TODAY - timedelta(days=1),
        evidence="Har hållit tiderna två dagar i veckan i tio veckor.\nSäger själv till när hon behöver paus.",
        author_id=cafe.supervisor,
        at=moment(TODAY - timedelta(days=1), 14),
        accepted=None,
        answer="",
        decided_by_id=None,
        decided_at=None,
    )
    lives.rows.add(
        "attendance_incident",
        person_id=human.id,
        unit_id=cafe.unit,
        placement_id=placement_id,
        day=TODAY - timedelta(days=2),
        kind="near",
        text="Halkade på vått golv vid disken, inget hände.",
        done="Matta utlagd, golvet torkas direkt.",
        author_id=cafe.supervisor,
        at=moment(TODAY - timedelta(days=2), 11),
        read_by_id=None,
        read_at=None,
    )


def site_of(lives: Lives, key: str) -> Site:
    """Return the workplace of one of the tour's supervisors."""
    return next(site for site in lives.town.sites if site.supervisor == lives.town.colleagues[key])


def planned(lives: Lives, first: str, last: str, gender: str) -> Human:
    """Make somebody with a plan in force, who is to have a place."""
    human = known(lives, first, last, gender, date(1990, 9, 21))
    opened = date(2026, 6, 8)
    case_id = case_of(lives, human, opened)
    mapped(lives, human, case_id, opened + timedelta(days=14), "Jag vill ha något att gå till varje vecka.")
    lives.step(human, 1, opened + timedelta(days=14), lives.town.colleagues["jonna"], EVIDENCE[1])
    lives.plan(human, case_id, lives.town.colleagues["jonna"], opened + timedelta(days=30), None)
    return human
