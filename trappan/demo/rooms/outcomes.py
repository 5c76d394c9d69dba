"""How the town's cases ended, and how people fared when they were asked afterwards."""

from datetime import date, timedelta
from random import Random
from typing import Any

from trappan.demo.clock import TODAY, moment
from trappan.demo.rooms.history import event
from trappan.demo.town import Human, Town
from trappan.outcomes.follow_ups import due_day

# How cases end and how often, and what that makes of the last placement.
EXITS = {"work": 38, "studies": 14, "internship": 4, "transferred": 14, "completed": 12, "other": 18}
LEAVES = {"work": "work", "studies": "studies", "other": "own_wish"}
# The work in words, and with which support.
WORK = {
    "lokalvårdare, tillsvidare": "",
    "lager, nystartsjobb": "new_start",
    "undersköterska, vikariat": "",
    "restaurangbiträde, tillsvidare": "",
    "vaktmästare, lönebidrag": "wage_support",
}
CHECKED = timedelta(days=35)  # after the exit it was asked whether it had held
STUDIES = {"komvux, vård och omsorg": "b2", "yrkeshögskola": "b5", "folkhögskola, allmän kurs": "b4"}
EMPLOYERS = ("Påhittade Köket", "Luftslottets Städ", "Sagogrossisten", "Drömvården")
TWO_YEARS_AGO = TODAY - timedelta(days=730)
MONTHS = (1, 3, 6, 12)
# What is answered, and how often; a third of those not reached are tried three times.
ANSWERS = {"still": 64, "other": 16, "not_reached": 13, "declined": 7}
SAID = ("", "", "", "", "Det går bra och jag trivs.", "Jag saknar er lite, men det är bra.", "Mycket att göra.")


def leave(
    town: Town, human: Human, opened: date, day: date, consultant: int, reason: str, back_on: date | None = None
) -> None:
    """End a case of the crowd's; work and studies have been checked after a month, and most have held.

    Where it did not, the case was reopened that day, and ended later for another reason. `back_on` is the first day
    on which the person has support again.
    """
    random = town.random
    form = (
        random.choice(tuple(WORK)) if reason == "work" else random.choice(tuple(STUDIES)) if reason == "studies" else ""
    )
    if reason in ("work", "studies") and (TODAY - day).days > 45:
        held = random.random() < 0.84
        before = day - 2 * CHECKED
        if held or before < opened:
            done = record_exit(town, human, day, consultant, reason, form, day + CHECKED, held=True)
            follow_up(town, human, done, day, consultant, back_on)
        else:
            record_exit(town, human, before, consultant, reason, form, before + CHECKED, held=False)
            record_exit(town, human, day, consultant, "other", "")
    else:
        record_exit(town, human, day, consultant, reason, form)


def known_of(human: Human, day: date, reason: str, form: str) -> dict[str, Any]:
    """Say of which kind an end is, how it is known, and where somebody works; of the tour's own dice."""
    dice = Random(f"end {human.id} {day}")
    if reason == "work":
        employer = dice.choice((*EMPLOYERS, "", ""))
        about = {"sub_code": "a1", "support_form": WORK.get(form, ""), "employer_name": employer}
        return {**about, "source": dice.choice(("person", "employer", "paper", "paper")), "named": dice.random() < 0.4}
    if reason == "studies":
        about = {"sub_code": STUDIES.get(form, "b2"), "source": dice.choice(("person", "admission", "admission"))}
        finished = day + timedelta(days=dice.randint(200, 420))
        return {**about, "finished_on": finished if finished < TODAY and dice.random() < 0.5 else None}
    if reason == "municipal":
        return {"support_form": "municipal", "source": "employer", "employer_name": "Parkenheten"}
    if reason == "internship":
        return {"sub_code": dice.choice(("p1", "p2")), "source": "employer"}
    if reason == "transferred":
        return {"sub_code": dice.choice(("c1", "c1", "c2", "c3", "c9")), "source": "authority"}
    return {"source": "person"}


def record_exit(
    town: Town,
    human: Human,
    day: date,
    by: int,
    reason: str,
    form: str,
    checked_on: date | None = None,
    *,
    held: bool | None = None,
    **known: Any,
) -> int:
    """Write an exit down, with the check where it has been made; every fourth internship is the town's own."""
    if reason == "internship" and human.id % 4 == 0:
        reason, form = "municipal", "parkarbetare"
    row: dict[str, Any] = {
        "sub_code": "",
        "support_form": "",
        "source": "",
        "employer_name": "",
        "named": False,
        "finished_on": None,
        **known_of(human, day, reason, form),
        **known,
    }
    made = town.rows.add(
        "outcomes_exit",
        person_id=human.id,
        case_id=human.case,
        day=day,
        reason=reason,
        form=form,
        checked_on=checked_on,
        held=held,
        reopened_on=checked_on if held is False else None,
        **row,
    )
    event(town, human, day, "outcomes.record_exit", "plan", by)
    return made


def follow_up(town: Town, human: Human, done: int, ended: date, by: int, back_on: date | None) -> None:
    """Let somebody be asked at each time that has come in the last two years; who has support again says so, once.

    Of those whose time has come in the last month half are still to be asked.
    """
    dice = Random(f"asked {human.id} {ended}")
    for at, months in enumerate(MONTHS):
        due = due_day(ended, months)
        if due > TODAY:
            return
        day = min(due + timedelta(days=dice.randint(0, 9)), TODAY)
        if due < TWO_YEARS_AGO:
            continue
        if back_on is not None and back_on <= day:
            ask(town, human, done, months, day, by, "back", "")
            return
        if months > 1 and due > TODAY - timedelta(days=30) and dice.random() < 0.5:
            return
        answer = dice.choices(tuple(ANSWERS), tuple(ANSWERS.values()))[0] if at else "still"
        tries = 3 if answer == "not_reached" else 1
        days = (min(day + timedelta(days=2 * one), TODAY - timedelta(days=2 - one)) for one in range(tries))
        for tried_on in sorted({max(one, due) for one in days}):  # at most once a day
            ask(town, human, done, months, tried_on, by, answer, dice.choice(SAID) if at else "")


def ask(town: Town, human: Human, done: int, months: int, day: date, by: int, answer: str, words: str) -> None:
    """Write down what somebody answered, or that nobody was reached."""
    town.rows.add(
        "outcomes_followup",
        person_id=human.id,
        exit_id=done,
        months=months,
        day=day,
        answer=answer,
        words=words if answer in ("still", "other") else "",
        author_id=by,
        at=moment(day, 14),
        taken_back_at=None,
    )
