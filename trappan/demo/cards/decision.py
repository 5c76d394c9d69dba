"""Grounds that wait for a decision: Jamal."""

import json
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from trappan.demo.card import Card
from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms import attendance, cases, requirement
from trappan.demo.rooms.activities import site_of
from trappan.demo.tour_people import MORNINGS, marked_at_tors, placed_at_tors, with_a_plan
from trappan.demo.town import Human, Town

CARD = Card(
    "decision",
    "Ulla Provstedt",
    _("From grounds to a decision"),
    _(
        "Jamal's grounds are frozen to the minute, he has been heard, and Ulla has received them. A certificate "
        "has come since: what has changed stands on the page and is asked about before she decides, by another "
        "hand than the writer's. Tor has no such button."
    ),
    "requirement:absence",
    "Jamal Kulissi",
)
MINUTES = 180  # of a morning
BEGAN = date(2026, 9, 7)
SPOKE = date(2026, 10, 19)
WHAT = "Borta fyra gånger i rad utan att höra av sig. Vi gick igenom dagarna."
WORDS = "Jag orkade inte gå upp. Jag visste inte vem jag skulle ringa."
SUPPORT_NOTE = "Numret till handledaren på ett kort."


def jamal(town: Town) -> None:
    """Make Jamal, led from four absences over support and a conversation to grounds that Ulla has got."""
    human = with_a_plan(town, "Jamal", "Kulissi", "M")
    placement_id = placed_at_tors(town, human, BEGAN)
    october = attendance.open_days_between(town, date(2026, 10, 1), date(2026, 11, 1), MORNINGS)
    gone = october[1:5]
    days = attendance.open_days_between(town, BEGAN, TODAY, MORNINGS)
    marked_at_tors(town, human, placement_id, days, gone)
    attendance.ask_for_support(
        town,
        human,
        site_of(town, "tor"),
        placement_id,
        town.colleagues["jonna"],
        asked_on=date(2026, 10, 16),
        asked="Ring på morgonen om Jamal inte är på plats kvart över nio.",
        done_on=date(2026, 10, 23),
        outcome="Ringde två mornar. Han kom båda gångerna.",
    )
    conversation = spoken(town, human, placement_id, gone)
    requirement.grounds(
        town,
        human,
        period=(date(2026, 10, 1), date(2026, 11, 1)),
        attended=MINUTES * (len(october) - len(gone)),
        unexcused=MINUTES * len(gone),
        sources=sources(october, gone, conversation, placement_id),
        summary="Fyra frånvarodagar i oktober utan anmälan. Stöd gavs av arbetsplatsen; efter samtalet har Jamal "
        "kommit varje gång.",
        written=date(2026, 11, 3),
        heard=date(2026, 11, 4),
        heard_words="Det stämmer. Sedan vi pratade har jag kommit varje gång, och det vill jag att ni skriver.",
        sent=date(2026, 11, 5),
        received=date(2026, 11, 6),
    )
    jonna = town.colleagues["jonna"]
    attendance.find(town, human, placement_id, gone[0], jonna, moment(date(2026, 11, 10), 10), reason="sick")


def spoken(town: Town, human: Human, placement_id: int, gone: list[date]) -> int:
    """Let Jonna have talked with him, and found no acceptable reason; return the conversation."""
    jonna = town.colleagues["jonna"]
    note = cases.note(town, human, jonna, SPOKE, "absence_dialogue", "person", WHAT)
    conversation = attendance.talk(
        town, human, jonna, SPOKE, note=note, words=WORDS, support=["site", "reminder"], support_note=SUPPORT_NOTE
    )
    for day in gone:
        attendance.find(town, human, placement_id, day, jonna, moment(date(2026, 10, 20), 9), conversation=note)
    return conversation


def sources(days: list[date], gone: list[date], conversation: int, placement_id: int) -> str:
    """Return the sources as the grounds froze them: each session, and the conversation."""
    dialogue = {
        "id": conversation,
        "day": str(SPOKE),
        "own_words": WORDS,
        "what": WHAT,
        "support": ["Stöd och samtal av arbetsplatsen", "Påminnelse på morgonen"],
        "support_note": SUPPORT_NOTE,
        "result": "Fortsätter som förut",
    }
    return json.dumps(
        {
            "sessions": [session(placement_id, day, away=day in gone) for day in days],
            "request": None,
            "plan": None,
            "rules": "Aktivitetskrav enligt propositionen",
            "dialogues": [dialogue],
        }
    )


def session(placement_id: int, day: date, *, away: bool) -> dict[str, Any]:
    """Return a session at the café as the grounds froze it."""
    return {
        "key": f"{placement_id}:{day}",
        "day": str(day),
        "activity": "Café Vidingsjö",
        "minutes": MINUTES,
        "state": "held",
        "mark": "absent_not_told" if away else "present",
        "attended": 0 if away else MINUTES,
        "excused": 0,
        "unexcused": MINUTES if away else 0,
        "undecided": 0,
        "unmarked": 0,
        "neutral": 0,
        "found": "unexcused" if away else "",
        "reason": "",
    }
