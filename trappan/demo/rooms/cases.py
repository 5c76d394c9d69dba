"""The town's cases: who holds them, their meetings, referrals and journal, what they wait for, hand-overs."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.history import event
from trappan.demo.rooms.people import grant
from trappan.demo.town import Human, Town

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
# A meeting's hours: one colleague is in one meeting at a time.
SLOTS = (9, 10, 11, 13, 14, 15)
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
# What cases wait for, and how often.
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
WEIGHTS = (6, 3, 2, 3, 2, 1, 2, 2, 1)


def open_case(
    town: Town,
    human: Human,
    opened: date,
    *,
    worker: int,
    office: int,
    unit: int,
    consultant: int | None,
    closed: date | None = None,
    until: date | None = None,
) -> int:
    """Open a case at a unit; the consultant who is assigned may see it, up to a day where one is said."""
    human.case = town.rows.add(
        "demo_case",
        person_id=human.id,
        unit_id=unit,
        social_worker_id=worker,
        responsible_id=consultant,
        opened_on=opened,
        closed_on=closed,
    )
    event(town, human, opened, "cases.open_case", "plan", worker, office)
    if consultant:
        for scope in ("plan", "requirement"):
            grant(town, human, scope, "assignment", opened, worker=consultant, until=until)
        event(town, human, opened, "cases.assign", "plan", worker, office)
    return human.case


def case_of(
    town: Town, human: Human, opened: date, responsible: str | None = "jonna", closed: date | None = None
) -> int:
    """Open a case at the first unit, with one of the tour's consultants or with nobody."""
    return open_case(
        town,
        human,
        opened,
        worker=town.colleagues["ulla"],
        office=town.social[0],
        unit=town.labour[0],
        consultant=town.colleagues[responsible] if responsible else None,
        closed=closed,
    )


def consultant_for(town: Town, opened: date, closed: date | None) -> tuple[int, int | None]:
    """Choose a unit and consultant; a few open cases wait for the head to hand them out."""
    random = town.random
    unit = random.choice(town.labour)
    if closed is None and (TODAY - opened).days < 45 and random.random() < 0.09:
        return unit, None
    jonna = town.colleagues["jonna"]
    if closed is None and (TODAY - opened).days < 50 and town.recent < 11 and random.random() < 0.25:
        town.recent += 1
        return town.unit_of[jonna], jonna
    return unit, random.choice(town.consultants[unit])


def meeting(town: Town, human: Human, colleague: int, day: date, purpose: str, outcome: str = "") -> None:
    """Book a meeting at the colleague's next free hour of the day, if there is one."""
    slot = town.meetings[colleague, day]
    if slot >= len(SLOTS) or day.weekday() > 4:
        return
    town.meetings[colleague, day] += 1
    town.rows.add(
        "cases_meeting",
        person_id=human.id,
        case_id=human.case,
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


def meetings_around_today(town: Town, human: Human, colleague: int) -> None:
    """Give an open case a meeting behind it or ahead, now and then one nobody told the end of."""
    random = town.random
    if random.random() < 0.25:
        day = TODAY - timedelta(days=random.randint(1, 25))
        untold = random.random() < 0.06
        outcome = "" if untold else random.choices(("came", "missed"), (85, 15))[0]
        meeting(town, human, colleague, day, random.choice(PURPOSES), outcome)
    if random.random() < 0.2:
        day = TODAY + timedelta(days=random.randint(0, 20))
        meeting(town, human, colleague, day, random.choice(PURPOSES))


def refer(town: Town, human: Human, consultant: int, mapped: date) -> None:
    """Refer somebody to guidance or occupational therapy; most referrals have ended, the others let that unit in."""
    random = town.random
    latest = TODAY - timedelta(days=random.choice((6, 12, 20, 30, 60, 90)))
    day = max(mapped + timedelta(days=1), latest)
    if day >= TODAY or human.protection != "none":
        return
    unit, colleague = random.choice(town.referred)
    still = day > TODAY - timedelta(days=40)
    taken = not still or random.random() < 0.6
    starts = min(day + timedelta(days=random.randint(2, 12)), TODAY) if taken else None
    referral(
        town,
        human,
        unit,
        colleague if taken else None,
        consultant,
        day,
        random.choice(ASKED),
        starts_on=starts,
        ends_on=None if still else day + timedelta(days=random.randint(20, 39)),
        end="" if still else "done",
        result="" if still else random.choice(ANSWERED),
    )
    if still:
        grant(town, human, "activity", "referral", day, unit=unit, worker=colleague)
    event(town, human, day, "cases.refer", "plan", consultant)


def referral(
    town: Town, human: Human, unit: int, colleague: int | None, consultant: int, day: date, purpose: str, **about: Any
) -> int:
    """Ask a unit for its part on a day; a colleague there is responsible where one is said."""
    return town.rows.add(
        "cases_referral",
        person_id=human.id,
        case_id=human.case,
        unit_id=unit,
        responsible_id=colleague,
        purpose=purpose,
        referred_by_id=consultant,
        referred_at=moment(day, 11),
        instrument="",
        instrument_on=None,
        conclusion="",
        **about,
    )


def taken_on(town: Town, human: Human, unit: int, colleague: int, day: date, purpose: str) -> int:
    """Let Jonna ask a unit for its part, which a colleague there has taken on the day after."""
    jonna, after = town.colleagues["jonna"], day + timedelta(days=1)
    made = referral(town, human, unit, colleague, jonna, day, purpose, starts_on=after, ends_on=None, end="", result="")
    grant(town, human, "activity", "referral", day, unit=unit, worker=colleague)
    event(town, human, day, "cases.refer", "activity", jonna, unit=unit)
    event(town, human, after, "cases.take_on", "activity", colleague, unit=unit)
    return made


def referral_note(
    town: Town, human: Human, of: int, unit: int, author: int, day: date, fact: str, assessment: str
) -> int:
    """Write a note within a referral, of ten o'clock and at noon."""
    made = town.rows.add(
        "cases_referralnote",
        person_id=human.id,
        referral_id=of,
        source="person",
        source_name="",
        happened_at=moment(day, 10),
        fact=fact,
        assessment=assessment,
        author_id=author,
        unit_id=unit,
        written_at=moment(day, 12),
        corrects_id=None,
    )
    event(town, human, day, "cases.write_referral_note", "activity", author, unit=unit)
    return made


def study_plan(
    town: Town,
    human: Human,
    of: int,
    unit: int,
    author: int,
    day: date,
    goal: str,
    steps: Sequence[tuple[str, str, date, date, str, str]],
    *,
    edition: int,
) -> None:
    """Write an edition of a study plan: course, school, from, the day after, eligibility, how it is paid."""
    made = town.rows.add(
        "cases_studyplan",
        person_id=human.id,
        referral_id=of,
        unit_id=unit,
        edition=edition,
        goal=goal,
        steps_count=len(steps),
        author_id=author,
        at=moment(day, 14),
    )
    for position, (course, school, starts, ends, eligibility, paid) in enumerate(steps, start=1):
        town.rows.add(
            "cases_studystep",
            person_id=human.id,
            unit_id=unit,
            plan_id=made,
            position=position,
            course=course,
            school=school,
            starts_on=starts,
            ends_on=ends,
            eligibility=eligibility,
            paid=paid,
        )
    event(town, human, day, "cases.write_study_plan", "activity", author, unit=unit)


def attach(town: Town, human: Human, of: int, unit: int, author: int, day: date, name: str, file_id: UUID) -> None:
    """Attach a stored file to the answer to a referral."""
    town.rows.add(
        "cases_referralfile",
        person_id=human.id,
        referral_id=of,
        unit_id=unit,
        file_id=file_id,
        name=name,
        withdrawn_at=None,
        withdrawn_why="",
        author_id=author,
        at=moment(day, 10),
    )
    event(town, human, day, "cases.attach_file", "activity", author, unit=unit)


def note(
    town: Town,
    human: Human,
    author: int,
    day: date,
    kind: str,
    source: str,
    fact: str,
    assessment: str = "",
    *,
    at: str = "",
    written_at: str = "",
    name: str = "",
    corrects: int | None = None,
) -> int:
    """Write a note of something on a day: of ten o'clock, and written at noon, where nothing else is said."""
    return town.rows.add(
        "cases_note",
        person_id=human.id,
        case_id=human.case,
        kind=kind,
        source=source,
        source_name=name,
        happened_at=at or moment(day, 10),
        fact=fact,
        assessment=assessment,
        author_id=author,
        unit_id=town.unit_of[author],
        written_at=written_at or moment(day, 12),
        corrects_id=corrects,
    )


def object_to(
    town: Town, human: Human, note: int, author: int, day: date, text: str, table: str = "cases_objection", **of: int
) -> None:
    """Keep what somebody says against a note, beside it; `of` names the unit of a note within a referral."""
    town.rows.add(
        table, person_id=human.id, note_id=note, said_on=day, text=text, author_id=author, at=moment(day, 10), **of
    )


def latest_notes(town: Town, human: Human, author: int, opened: date) -> None:
    """Let an open case have a note or a few from the last months."""
    dice = town.journal_dice
    for _one in range(dice.choices((0, 1, 2, 3), (35, 35, 20, 10))[0]):
        day = TODAY - timedelta(days=dice.randint(1, 110))
        if day > opened and day.weekday() < 5:
            kind, source, fact, assessment = dice.choice(NOTES)
            note(town, human, author, day, kind, source, fact, assessment)


def waits(town: Town, human: Human, author: int, since: date) -> None:
    """Say of some who wait why they do."""
    dice = town.journal_dice
    if dice.random() > 0.55 or since >= TODAY:
        return
    reason, text = dice.choices(STALLS, WEIGHTS)[0]
    since = max(since, TODAY - timedelta(days=400))
    town.rows.add(
        "cases_stall",
        person_id=human.id,
        case_id=human.case,
        reason=reason,
        note=text,
        starts_on=since,
        author_id=author,
        at=moment(since, 14),
    )


def hand_over(town: Town, human: Human, giver: int, receiver: int, offered: date, answer: str, note: str) -> None:
    """Hand a case to a colleague, who the next day may have received it or sent it back."""
    answered = offered + timedelta(days=1)
    for scope in ("plan", "requirement"):
        if answer == "received":
            until = answered + timedelta(days=30)
            grant(town, human, scope, "hand_over", answered, worker=giver, until=until)
        elif answer == "":
            grant(town, human, scope, "hand_over", offered, worker=receiver)
    town.rows.add(
        "cases_handover",
        person_id=human.id,
        case_id=human.case,
        seat="responsible",
        giver_id=giver,
        receiver_id=receiver,
        note=note,
        offered_at=moment(offered, 15),
        answer=answer,
        answered_at=moment(answered, 9) if answer else None,
        reason="Jag har fullt nu. Fråga Karin om någon annan kan ta över." if answer == "sent_back" else "",
        read_at=None,
    )
    event(town, human, offered, "cases.hand_over", "plan", giver)
    if answer:
        verb = "cases.receive" if answer == "received" else "cases.send_back"
        event(town, human, answered, verb, "plan", receiver)
