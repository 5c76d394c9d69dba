"""Two of the tour who have been away: one to talk with now, one whose grounds wait for a decision."""

import json
from datetime import date, timedelta

from trappan.demo.clock import TODAY, moment
from trappan.demo.lives import POINTS, Lives
from trappan.demo.sites import MORNINGS, planned, site_of
from trappan.demo.town import Human

MINUTES = 180
BEGAN = date(2026, 9, 7)


def away(lives: Lives) -> None:
    """Make Rune, with a third absence of which nothing was told, and Jamal, on the way to a decision."""
    rune = planned(lives, "Rune", "Påhittström", "M")
    placement_id = placed(lives, rune)
    for day in days(lives, date(2026, 10, 15), TODAY):
        gone = day in (date(2026, 10, 27), date(2026, 11, 5), date(2026, 11, 10))
        marked(lives, rune, placement_id, day, "absent_not_told" if gone else "present")
    jamal = planned(lives, "Jamal", "Kulissi", "M")
    to_decide(lives, jamal, placed(lives, jamal))


def placed(lives: Lives, human: Human) -> int:
    """Place somebody at Tor's on Tuesdays and Thursdays, introduced on the first day."""
    site, jonna = site_of(lives, "tor"), lives.town.colleagues["jonna"]
    placement_id = lives.offer(
        human,
        site,
        jonna,
        BEGAN,
        None,
        MORNINGS,
        BEGAN - timedelta(days=9),
        accepted=True,
        aim="Komma i gång med fasta tider.",
    )
    lives.rows.add(
        "placements_introduction",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=date(2026, 9, 8),
        points=POINTS,
        author_id=site.supervisor,
        at=moment(date(2026, 9, 8), 9),
    )
    lives.grant(human, "activity", "placement", BEGAN, unit=site.unit, worker=site.supervisor)
    lives.event(human, BEGAN, "placements.place", "activity", jonna, unit=site.unit)
    lives.report(human, site, placement_id, jonna)
    return placement_id


def days(lives: Lives, first: date, after: date) -> list[date]:
    """Return the Tuesdays and Thursdays between two days (half-open) on which the site was open."""
    return [day for day in lives.workdays if first <= day < after and day.weekday() in (1, 3)]


def marked(lives: Lives, human: Human, placement_id: int, day: date, mark: str) -> None:
    """Mark a day as the supervisor did."""
    site = site_of(lives, "tor")
    lives.rows.add(
        "attendance_attendance",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        day=day,
        mark=mark,
        minutes=MINUTES if mark == "present" else 0,
        author_id=site.supervisor,
        at=moment(day, 9, 20),
    )


def to_decide(lives: Lives, human: Human, placement_id: int) -> None:
    """Lead somebody from four absences over support and a conversation to grounds that Ulla has got."""
    rows, jonna, ulla = lives.rows, lives.town.colleagues["jonna"], lives.town.colleagues["ulla"]
    site, case_id = site_of(lives, "tor"), rows.counted["demo_case"]
    october = days(lives, date(2026, 10, 1), date(2026, 11, 1))
    gone = october[1:5]
    for day in days(lives, BEGAN, TODAY):
        marked(lives, human, placement_id, day, "absent_not_told" if day in gone else "present")
    asked = date(2026, 10, 16)
    rows.add(
        "attendance_supportaction",
        person_id=human.id,
        unit_id=site.unit,
        placement_id=placement_id,
        asked="Ring på morgonen om Jamal inte är på plats kvart över nio.",
        author_id=jonna,
        at=moment(asked, 9),
        outcome="Ringde två mornar. Han kom båda gångerna.",
        done_by_id=site.supervisor,
        done_at=moment(date(2026, 10, 23), 14),
    )
    spoke = date(2026, 10, 19)
    what = "Borta fyra gånger i rad utan att höra av sig. Vi gick igenom dagarna."
    words = "Jag orkade inte gå upp. Jag visste inte vem jag skulle ringa."
    note = lives.journals.note(human.id, case_id, jonna, spoke, "absence_dialogue", "person", what)
    dialogue = rows.add(
        "attendance_dialogue",
        person_id=human.id,
        case_id=case_id,
        note_id=note,
        own_words=words,
        support=["site", "reminder"],
        support_note="Numret till handledaren på ett kort.",
        result="goes_on",
        author_id=jonna,
        at=moment(spoke, 11),
    )
    sessions = [
        {
            "day": str(day),
            "activity": "Café Vidingsjö",
            "minutes": MINUTES,
            "state": "held",
            "mark": "absent_not_told" if day in gone else "present",
            "attended": 0 if day in gone else MINUTES,
            "excused": 0,
            "unexcused": MINUTES if day in gone else 0,
            "undecided": 0,
            "unmarked": 0,
            "neutral": 0,
            "found": "unexcused" if day in gone else "",
            "reason": "",
        }
        for day in october
    ]
    for day in gone:
        rows.add(
            "attendance_finding",
            person_id=human.id,
            placement_id=placement_id,
            day=day,
            kind="unexcused",
            reason="",
            conversation_id=note,
            author_id=jonna,
            at=moment(date(2026, 10, 20), 9),
        )
    support = ["Stöd och samtal av arbetsplatsen", "Påminnelse på morgonen"]
    written = date(2026, 11, 3)
    rows.add(
        "requirement_grounds",
        person_id=human.id,
        case_id=case_id,
        month=date(2026, 11, 1),
        about="absence",
        period_from=date(2026, 10, 1),
        period_to=date(2026, 11, 1),
        attended=MINUTES * (len(october) - len(gone)),
        excused=0,
        unexcused=MINUTES * len(gone),
        undecided=0,
        unmarked=0,
        neutral=0,
        sources=json.dumps(
            {
                "sessions": sessions,
                "request": None,
                "plan": None,
                "rules": "Aktivitetskrav enligt propositionen",
                "dialogues": [
                    {
                        "id": dialogue,
                        "day": str(spoke),
                        "own_words": words,
                        "what": what,
                        "support": support,
                        "support_note": "Numret till handledaren på ett kort.",
                        "result": "Fortsätter som förut",
                    }
                ],
            }
        ),
        summary="Fyra frånvarodagar i oktober utan anmälan. Stöd gavs av arbetsplatsen; efter samtalet har Jamal "
        "kommit varje gång.",
        author_id=jonna,
        at=moment(written, 13),
        heard_on=date(2026, 11, 4),
        heard_how="meeting",
        heard_words="Det stämmer. Sedan vi pratade har jag kommit varje gång, och det vill jag att ni skriver.",
        sent_to_id=ulla,
        sent_at=moment(date(2026, 11, 5), 9),
        received_at=moment(date(2026, 11, 6), 8),
        taken_back_at=None,
        taken_back_why="",
    )
    for day, verb in ((written, "write_grounds"), (date(2026, 11, 4), "hear"), (date(2026, 11, 5), "send")):
        lives.event(human, day, f"requirement.{verb}", "requirement", jonna)
    lives.event(human, date(2026, 11, 6), "requirement.receive_grounds", "requirement", ulla, lives.town.social[0])
