"""What lies around a plan in the town: its week, consultation, meetings, referrals, evidence."""

import json
from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.rows import Rows
from trappan.demo.town import Town
from trappan.schedules.week import MINUTES_A_DAY

PURPOSES = (
    "Kartläggning, första samtalet",
    "Uppföljning av planen",
    "Hur går det på platsen?",
    "Besök på en arbetsplats",
    "Gå igenom cv tillsammans",
)
ASKED = (
    "Kan betygen från hemlandet valideras?",
    "Vilken utbildning leder till köket?",
    "Hur mycket kan personen stå och lyfta?",
    "Vilka anpassningar behövs på en arbetsplats?",
)
ANSWERED = (
    "Betygen är skickade till UHR; svar väntas i vår.",
    "Söker kombinationsutbildning från januari.",
    "Klarar stående arbete halva dagar med paus varje timme.",
)
BASIS = "Socialtjänstlagens bestämmelser om aktivitetskrav, som vi förstår dem"
# A visit's hours: one colleague is in one meeting at a time.
SLOTS = (9, 10, 11, 13, 14, 15)
SFI = ((0, 9, 12), (2, 9, 12), (4, 9, 12))


class Visits:
    """Makes the rows around plans, near today only: the past is told by steps and exits."""

    def __init__(self, rows: Rows, random: Random, town: Town) -> None:
        self.rows, self.random, self.town = rows, random, town
        self.taken: Counter[tuple[int, date]] = Counter()

    def proposal(self, *, young_child: bool = False, part_time: int = 0) -> str:
        """Return the arithmetic as it is kept with a plan."""
        lines = [["full_time", 2400]]
        if young_child:
            lines.append(["young_child", -600])
        if part_time:
            lines.append(["part_time", -part_time])
        return json.dumps({"young_child_age": 8, "lines": lines})

    def part(
        self, person: int, plan: int, kind: str, title: str, times: Any = (), minutes: int = 0, held_by: str = ""
    ) -> None:
        """Add a part to a plan's week: at times, or minutes at no certain time."""
        for weekday, first, last in times:
            self.rows.add(
                "plans_planpart",
                person_id=person,
                plan_id=plan,
                kind=kind,
                title=title,
                held_by=held_by,
                starts_at=weekday * MINUTES_A_DAY + first * 60,
                ends_at=weekday * MINUTES_A_DAY + last * 60,
                minutes=(last - first) * 60,
            )
        if minutes:
            self.rows.add(
                "plans_planpart",
                person_id=person,
                plan_id=plan,
                kind=kind,
                title=title,
                held_by=held_by,
                starts_at=None,
                ends_at=None,
                minutes=minutes,
            )

    def request(self, person: int, case: int, consultation: int, minutes: int, day: date) -> None:
        """Ask somebody to take part; nearly all have received it."""
        received = self.random.random() < 0.95 and day < TODAY - timedelta(days=4)
        self.rows.add(
            "requirement_activityrequest",
            person_id=person,
            case_id=case,
            first_month=max(day, date(2026, 10, 1)).replace(day=1),
            weekly_minutes=minutes,
            basis=BASIS,
            consultation_id=consultation,
            made_by_id=None,
            made_at=moment(day, 13),
            received_on=day + timedelta(days=3) if received else None,
            received_how=self.random.choice(("handed", "letter")) if received else "",
        )

    def consultation(self, person: int, case: int, day: date, author: int) -> int:
        """Let the consultant have asked the Employment Service before the plan."""
        return self.rows.add(
            "plans_consultation",
            person_id=person,
            case_id=case,
            with_whom="employment_service",
            held_on=day,
            outcome="Inget program just nu. Inget hinder för planen.",
            author_id=author,
            at=moment(day, 10),
        )

    def evidence(self, person: int, text: str, kind: str = "observation") -> int:
        """Keep what a step rests on."""
        return self.rows.add("plans_stepevidence", person_id=person, kind=kind, text=text, goal_id=None)

    def meeting(self, person: int, case: int, colleague: int, day: date, purpose: str, outcome: str = "") -> None:
        """Book a meeting at the colleague's next free hour of the day, if there is one."""
        slot = self.taken[colleague, day]
        if slot >= len(SLOTS) or day.weekday() > 4:
            return
        self.taken[colleague, day] += 1
        self.rows.add(
            "cases_meeting",
            person_id=person,
            case_id=case,
            colleague_id=colleague,
            starts_at=moment(day, SLOTS[slot]),
            ends_at=moment(day, SLOTS[slot], 45),
            how="visit",
            place="",
            purpose=purpose,
            interpreter="",
            outcome=outcome,
            moved_from_id=None,
            booked_at=moment(day - timedelta(days=9), 9),
        )

    def around(self, person: int, case: int, colleague: int) -> None:
        """Give an open case a meeting behind it or ahead, now and then one nobody told the end of."""
        random = self.random
        if random.random() < 0.25:
            day = TODAY - timedelta(days=random.randint(1, 25))
            untold = random.random() < 0.06
            outcome = "" if untold else random.choices(("came", "missed"), (85, 15))[0]
            self.meeting(person, case, colleague, day, random.choice(PURPOSES), outcome)
        if random.random() < 0.2:
            day = TODAY + timedelta(days=random.randint(0, 20))
            self.meeting(person, case, colleague, day, random.choice(PURPOSES))

    def referral(self, person: int, case: int, by: int, day: date, *, open_to: Any) -> None:
        """Refer somebody to guidance or occupational therapy; most referrals have ended."""
        random = self.random
        unit, colleague = random.choice(self.town.referred)
        still = day > TODAY - timedelta(days=40)
        taken = not still or random.random() < 0.6
        starts = min(day + timedelta(days=random.randint(2, 12)), TODAY) if taken else None
        self.rows.add(
            "cases_referral",
            person_id=person,
            case_id=case,
            unit_id=unit,
            responsible_id=colleague if taken else None,
            purpose=random.choice(ASKED),
            referred_by_id=by,
            referred_at=moment(day, 11),
            starts_on=starts,
            ends_on=None if still else day + timedelta(days=random.randint(20, 39)),
            end="" if still else "done",
            result="" if still else random.choice(ANSWERED),
            instrument="",
            instrument_on=None,
            conclusion="",
        )
        if still:
            open_to(unit, colleague)
