"""A head of unit, with cases to hand out."""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import STOCKHOLM, TODAY
from trappan.demo.rooms.cases import case_of
from trappan.demo.rooms.people import known
from trappan.demo.town import Town

CARD = Card(
    "head",
    "Karin Skissberg",
    _("A head of unit, without opening files"),
    _(
        "Karin sees her unit in numbers, each with its rows, and hands out cases by their number. She sees no names; "
        "opening a file takes a reason and lasts for a day. A colleague has asked to open a protected person's file: "
        "that takes a second person, and she is one. A consultant is away for a fortnight: she moves the meetings, "
        "gives them to a colleague or cancels them."
    ),
    "desk:start",
)
# name, gender, days since the case was opened
UNASSIGNED = (("Wilma", "Kuliss", "K", 5), ("Bo", "Kladdman", "M", 8), ("Nasrin", "Prototyp", "K", 12))


def unassigned(town: Town) -> None:
    """Make people whose cases have no consultant yet."""
    for first, last, gender, days in UNASSIGNED:
        human = known(town, first, last, gender, date(1998, 2, days))
        case_of(town, human, TODAY - timedelta(days=days), None)


def asked(town: Town) -> None:
    """Let a social worker of another office ask to open protected Eira's file: it waits for a head to agree."""
    offices = [office for office in town.social if office != town.social[0]]
    town.rows.add(
        "people_opening",
        person_id=town.people["Eira Fantasidotter"].id,
        asked_by_id=town.social_workers[offices[0]][0],
        wants="emergency",
        protection="",
        reason="Står i receptionen på Väster utan bostad i natt",
        asked_at=datetime.combine(TODAY, time(0, 5), STOCKHOLM),
        agreed_by_id=None,
        agreed_at=None,
    )


def away(town: Town) -> None:
    """Say that a consultant of Karin's unit is away for a fortnight."""
    town.rows.add(
        "staff_away",
        membership_id=town.consultants[town.labour[0]][-1],
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=14),
        noted_by_id=town.colleagues["karin"],
        noted_at=datetime.combine(TODAY, time(0, 5), STOCKHOLM),
    )
