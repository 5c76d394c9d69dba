"""The journal and what cases wait for, in the town: the last months of open cases."""

from datetime import date, timedelta
from random import Random

from trappan.demo.clock import TODAY, moment
from trappan.demo.rows import Rows
from trappan.demo.town import Site, Town

# Kind, source, what happened, what we judge.
NOTES = (
    ("contact", "person", "Ringde och berättade att hen har fått tid hos vårdcentralen nästa vecka.", ""),
    ("contact", "person", "Skickade sitt nya schema från sfi: tre förmiddagar i veckan.", ""),
    (
        "meeting",
        "staff",
        "Gick igenom veckan tillsammans. Hen hinner med det som är planerat.",
        "Veckan håller. Fler timmar kan prövas om en månad.",
    ),
    (
        "contact",
        "partner",
        "Handledaren säger att hen kommer i tid och frågar när något är oklart.",
        "Börjar klara egna uppgifter.",
    ),
    ("assessment", "staff", "Har prövat kassan två gånger.", "Vill och kan mer med kunder; behöver svenska för det."),
    ("plan_change", "staff", "Bytte onsdag mot torsdag, eftersom barnet börjar på ny förskola.", ""),
    ("decision_received", "other", "Beslut från försörjningsstöd mottaget. Ingen ändring i planen.", ""),
)
STALLS = (
    ("no_place", "Snickeri eller cykelverkstad"),
    ("doctor", ""),
    ("partner", "Svar från arbetsgivaren"),
    ("course", "Sfi kurs C i januari"),
    ("child_care", "Plats från december"),
    ("travel", ""),
    ("language", ""),
    ("wish", "Vill vänta till efter flytten"),
    ("other", ""),
)
WORDS = {
    "confidence": ("Jag klarade kassan själv i fredags.", "Bättre när jag vet vad jag ska göra."),
    "everyday": ("Barnen har fått plats på fritids.", "Det är mycket papper hemma."),
    "safety": ("De känner mig där nu.", "Jag sover bättre."),
    "next_step": ("Jag vill söka, men inte än.", "Om någon följer med första gången."),
}
WEIGHTS = (6, 3, 2, 3, 2, 1, 2, 2, 1)


class Journals:
    """Writes notes and reasons beside the cases; with dice of its own, so that nothing else moves."""

    def __init__(self, rows: Rows, seed: int, town: Town) -> None:
        self.rows, self.random, self.town = rows, Random(f"journals {seed}"), town
        self.said = Random(f"ratings {seed}")

    def note(
        self,
        person: int,
        case: int,
        author: int,
        day: date,
        kind: str,
        source: str,
        fact: str,
        assessment: str = "",
        *,
        hour: int = 10,
        late: int = 0,
        name: str = "",
    ) -> int:
        """Write a note of something on a day, the same day or some days late."""
        return self.rows.add(
            "cases_note",
            person_id=person,
            case_id=case,
            kind=kind,
            source=source,
            source_name=name,
            happened_at=moment(day, hour),
            fact=fact,
            assessment=assessment,
            author_id=author,
            unit_id=self.town.unit_of[author],
            written_at=moment(day + timedelta(days=late), hour + 2),
            corrects_id=None,
        )

    def around(self, person: int, case: int, author: int, opened: date) -> None:
        """Let an open case have a note or a few from the last months."""
        for _one in range(self.random.choices((0, 1, 2, 3), (35, 35, 20, 10))[0]):
            day = TODAY - timedelta(days=self.random.randint(1, 110))
            if day > opened and day.weekday() < 5:
                kind, source, fact, assessment = self.random.choice(NOTES)
                self.note(person, case, author, day, kind, source, fact, assessment)

    def ratings(self, person: int, case: int, author: int, opened: date) -> None:
        """Let a third of the open cases have answers about how they see it, up to three times."""
        if self.said.random() > 0.35:
            return
        degrees = {statement: self.said.randint(1, 4) for statement in WORDS}
        for days in (190, 100, 12)[self.said.randint(0, 2) :]:
            day = TODAY - timedelta(days=days + self.said.randint(0, 20))
            if day <= opened:
                continue
            for statement, degree in degrees.items():
                answer = min(5, max(1, degree + self.said.choice((-1, 0, 0, 1, 1))))
                if self.said.random() < 0.85:
                    self.rate(person, case, author, day, statement, answer)

    def rate(
        self,
        person: int,
        case: int,
        author: int,
        day: date,
        statement: str,
        answer: int | None,
        words: str | None = None,
    ) -> None:
        """Write down an answer, and now and then what was said to it."""
        if words is None:
            words = self.said.choice(WORDS[statement]) if self.said.random() < 0.15 else ""
        self.rows.add(
            "plans_selfrating",
            person_id=person,
            case_id=case,
            day=day,
            statement=statement,
            answer=answer,
            words=words,
            author_id=author,
            at=moment(day, 14),
            taken_back_at=None,
        )

    def waits(self, person: int, case: int, author: int, since: date) -> None:
        """Say of some who wait why they do."""
        if self.random.random() > 0.55 or since >= TODAY:
            return
        reason, note = self.random.choices(STALLS, WEIGHTS)[0]
        self.stall(person, case, author, reason, note, max(since, TODAY - timedelta(days=400)))

    def stall(self, person: int, case: int, author: int, reason: str, note: str, since: date) -> None:
        self.rows.add(
            "cases_stall",
            person_id=person,
            case_id=case,
            reason=reason,
            note=note,
            starts_on=since,
            author_id=author,
            at=moment(since, 14),
        )

    def told(self, person: int, site: Site, placement: int, day: date, consultant: int) -> None:
        """Let a told absence have its reason, and mostly what the consultant found of it."""
        if self.random.random() < 0.3:
            return
        reason = self.random.choices(("sick", "child", "doctor", "authority", "other"), (50, 20, 14, 10, 6))[0]
        self.rows.add(
            "placements_toldreason",
            person_id=person,
            unit_id=site.unit,
            placement_id=placement,
            day=day,
            reason=reason,
            note="",
            author_id=site.supervisor,
            at=moment(day, 9, 21),
        )
        if day < TODAY - timedelta(days=4) and self.random.random() < 0.9:
            self.rows.add(
                "attendance_finding",
                person_id=person,
                placement_id=placement,
                day=day,
                kind="excused",
                reason=reason,
                conversation_id=None,
                author_id=consultant,
                at=moment(day + timedelta(days=2), 15),
            )
