"""How the town's cases ended."""

from datetime import date, timedelta

from trappan.demo.clock import TODAY
from trappan.demo.rooms.history import event
from trappan.demo.town import Human, Town

# How cases end and how often, and what that makes of the last placement.
EXITS = {"work": 38, "studies": 14, "internship": 4, "transferred": 14, "completed": 12, "other": 18}
LEAVES = {"work": "work", "studies": "studies", "other": "own_wish"}
WORK = (
    "lokalvårdare, tillsvidare",
    "lager, nystartsjobb",
    "undersköterska, vikariat",
    "restaurangbiträde, tillsvidare",
    "vaktmästare, lönebidrag",
)
CHECKED = timedelta(days=35)  # after the exit it was asked whether it had held
STUDIES = ("komvux, vård och omsorg", "yrkeshögskola", "folkhögskola, allmän kurs")


def leave(town: Town, human: Human, opened: date, day: date, consultant: int, reason: str) -> None:
    """End a case of the crowd's; work and studies have been checked after a month, and most have held.

    Where it did not, the case was reopened that day, and ended later for another reason.
    """
    random = town.random
    form = random.choice(WORK) if reason == "work" else random.choice(STUDIES) if reason == "studies" else ""
    if reason in ("work", "studies") and (TODAY - day).days > 45:
        held = random.random() < 0.84
        before = day - 2 * CHECKED
        if held or before < opened:
            record_exit(town, human, day, consultant, reason, form, day + CHECKED, held=True)
        else:
            record_exit(town, human, before, consultant, reason, form, before + CHECKED, held=False)
            record_exit(town, human, day, consultant, "other", "")
    else:
        record_exit(town, human, day, consultant, reason, form)


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
) -> None:
    """Write an exit down, with the one-month check where it has been made."""
    town.rows.add(
        "outcomes_exit",
        person_id=human.id,
        case_id=human.case,
        day=day,
        reason=reason,
        form=form,
        checked_on=checked_on,
        held=held,
        reopened_on=checked_on if held is False else None,
    )
    event(town, human, day, "outcomes.record_exit", "plan", by)
