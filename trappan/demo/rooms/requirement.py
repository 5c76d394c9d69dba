"""The town's activity requirement: who is exempt, who has been asked to take part, grounds."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.assistance import Home
from trappan.demo.rooms.history import event
from trappan.demo.rooms.plans import Written
from trappan.demo.town import Human, Town

BASIS = "Socialtjänstlagens bestämmelser om aktivitetskrav, som vi förstår dem"


def exempt(town: Town, adults: list[Human], obstacle: dict[int, str], home: Home) -> None:
    """Exempt those who are ill or on parental leave for a time; some of it has just run out."""
    start, end = home.spells[-1]
    if end < len(town.months):
        return
    random = town.random
    since = town.months[start]
    for human in adults:
        kind = {"sick": "sick_pay", "parental": "parental"}.get(obstacle[human.id])
        human.under = (
            since <= date(2026, 8, 1) and kind is None and obstacle[human.id] not in ("sickness_benefit", "full_time")
        )
        if kind and since <= date(2026, 9, 1) and random.random() < 0.8:
            first = max(since, TODAY - timedelta(days=random.randint(30, 200)))
            last = TODAY + timedelta(days=random.randint(-25, 190))
            exemption(town, human, kind, first, max(last, first + timedelta(days=14)))


def exemption(town: Town, human: Human, kind: str, first: date, until: date) -> None:
    """Exempt somebody from a day up to another."""
    town.rows.add(
        "requirement_exemption",
        person_id=human.id,
        kind=kind,
        starts_on=first,
        ends_on=until,
        evidence="Intyg, sett i original.",
        decided_by_id=None,
        decided_at=moment(first, 11),
    )


def ask(town: Town, human: Human, plan: Written, day: date) -> None:
    """Ask nearly all who have a plan of a day and are under the requirement to take part."""
    random = town.random
    if human.under and plan.decided and random.random() < 0.93:
        made = max(day, date(2026, 10, random.randint(1, 28)))
        activity_request(town, human, plan, min(made, TODAY))


def activity_request(town: Town, human: Human, plan: Written, day: date) -> None:
    """Ask somebody to take part; nearly all have received it."""
    random = town.random
    received = random.random() < 0.95 and day < TODAY - timedelta(days=4)
    town.rows.add(
        "requirement_activityrequest",
        person_id=human.id,
        case_id=human.case,
        first_month=max(day, date(2026, 10, 1)).replace(day=1),
        weekly_minutes=plan.minutes,
        basis=BASIS,
        consultation_id=plan.consultation,
        made_by_id=None,
        made_at=moment(day, 13),
        received_on=day + timedelta(days=3) if received else None,
        received_how=random.choice(("handed", "letter")) if received else "",
    )


def grounds(
    town: Town,
    human: Human,
    *,
    period: tuple[date, date],
    attended: int,
    unexcused: int,
    sources: str,
    summary: str,
    written: date,
    heard: date,
    heard_words: str,
    sent: date,
    received: date,
) -> None:
    """Write grounds about absence in a month, read to the person, sent to Ulla and received."""
    jonna, ulla = town.colleagues["jonna"], town.colleagues["ulla"]
    town.rows.add(
        "requirement_grounds",
        person_id=human.id,
        case_id=human.case,
        month=period[1],
        about="absence",
        period_from=period[0],
        period_to=period[1],
        attended=attended,
        excused=0,
        unexcused=unexcused,
        undecided=0,
        unmarked=0,
        neutral=0,
        sources=sources,
        summary=summary,
        author_id=jonna,
        at=moment(written, 13),
        heard_on=heard,
        heard_how="meeting",
        heard_words=heard_words,
        sent_to_id=ulla,
        sent_at=moment(sent, 9),
        received_at=moment(received, 8),
        taken_back_at=None,
        taken_back_why="",
    )
    for day, verb in ((written, "write_grounds"), (heard, "hear"), (sent, "send")):
        event(town, human, day, f"requirement.{verb}", "requirement", jonna)
    event(town, human, received, "requirement.receive_grounds", "requirement", ulla, town.social[0])
