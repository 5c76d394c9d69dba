"""What would be different, as it is told: from and to in numbers, fewer than five and what would tell of them hidden.

A number that is hidden is None. What stands of the run is hidden as where the run is told, so that no two pages
together tell more; no difference of fewer than five is told, nor what it could be worked out from.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from trappan.matching.allocation.explained import FEW, few
from trappan.matching.allocation.reckoned import Reckoned
from trappan.matching.allocation.run import hide_few


def difference(run: Reckoned, given: Sequence[int | None]) -> dict[str, Any]:
    """Return how many start in all and at each activity, as wished for, how long they have waited, and who is passed.

    `passed` are those whom the run proposes a place and this does not, `instead` those whom this proposes one and the
    run does not. Each follows from the other and the difference: where one is few neither is told, and where the
    difference is few only who is passed.
    """
    waiting = len(run.waits)
    before, after = run.starters(run.given), run.starters(given)
    total = of_all((len(before), waiting), (len(after), waiting))
    passed, instead = before - after, after - before
    differs = total["difference"] is not None
    tells_passed = not few(len(passed)) and not (differs and few(len(instead)))
    return {
        "started": total,
        "wished": wished(run, given, total),
        "weeks": weeks(run, given, total),
        "activities": by_activity(run, given, total),
        "passed": group(run, passed) if tells_passed else None,
        "instead": group(run, instead) if tells_passed and differs and not few(len(instead)) else None,
    }


def told_of_run(waiting: int, proposed: int) -> dict[str, int | None]:
    """Return how many wait and how many of them are proposed a place, neither them nor the rest by few."""
    hides = few(proposed) or few(waiting - proposed)
    return {"waiting": None if few(waiting) else waiting, "proposed": None if hides else proposed}


def pair(before: int, after: int) -> dict[str, int | None]:
    """Return a number of the run and what it would be, and the difference: never two of which a small third follows."""
    told: dict[str, int | None] = {"from": None, "to": None, "difference": None}
    if few(before):
        return told if few(after) else {**told, "to": after}
    if few(after) or few(after - before):
        return {**told, "from": before}
    return {"from": before, "to": after, "difference": after - before}


def of_all(before: tuple[int, int], after: tuple[int, int]) -> dict[str, int | None]:
    """Return a number and what it would be, each said with of how many it is: nor is the rest of these told by few."""
    rest_before, rest_after = before[1] - before[0], after[1] - after[0]
    told = pair(before[0], after[0])
    if few(rest_before):
        told = {**told, "from": None, "difference": None}
    if few(rest_after) or few(rest_after - rest_before):
        told = {**told, "to": None, "difference": None}
    return told


def wished(run: Reckoned, given: Sequence[int | None], total: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return how many of those who start get what they wished for most; with the change, where all are told."""
    before, after = ((_first_wish(run, shared), len(run.starters(shared))) for shared in (run.given, given))
    told = of_all(before, after)
    return told if total["difference"] is not None else {**told, "to": None, "difference": None}


def weeks(run: Reckoned, given: Sequence[int | None], total: Mapping[str, int | None]) -> dict[str, int | None]:
    """Return for how many whole weeks half of those who start have waited at least; of few, nothing."""
    before, after = (_median_weeks(run, run.starters(shared)) for shared in (run.given, given))
    return {"from": before, "to": None if total["difference"] is None else after}


def _first_wish(run: Reckoned, given: Sequence[int | None]) -> int:
    choices = run.town.choices
    wished = (one is not None and choices[one].wish == 0 for one in given)
    return len({person for person, has in zip(run.whose, wished, strict=True) if has})


def group(run: Reckoned, persons: Collection[int]) -> dict[str, int | None]:
    """Return how many these are, none or five at least, and for how long half of them have waited."""
    return {"many": len(persons), "weeks": _median_weeks(run, persons)}


def _median_weeks(run: Reckoned, persons: Iterable[int]) -> int | None:
    waited = [run.waits[one] for one in persons]
    return int(median(waited)) // 7 if len(waited) >= FEW else None


def by_activity(
    run: Reckoned, given: Sequence[int | None], total: Mapping[str, int | None]
) -> list[dict[str, int | str | None]]:
    """Return from and to of each activity at which somebody starts, or could have, by what it is called."""
    before, after = (_counted(run, shared) for shared in (run.given, given))
    shown_before, shown_after = hide_few(before), _hide_after(before, after, total)
    found: list[dict[str, int | str | None]] = []
    for key in sorted(run.names, key=lambda key: (run.names[key], key)):
        was, will = shown_before[key], shown_after[key]
        if before[key] or after[key]:
            differs = will - was if was is not None and will is not None else None
            found.append({"name": run.names[key], "from": was, "to": will, "difference": differs})
    return found


def _counted(run: Reckoned, given: Sequence[int | None]) -> dict[int, int]:
    there = {
        (person, activity)
        for person, choice in zip(run.whose, given, strict=True)
        if choice is not None
        for activity in run.at[choice]
    }
    counts = Counter(activity for _person, activity in there)
    return {key: counts[key] for key in run.names}


def _hide_after(
    before: Mapping[int, int], after: Mapping[int, int], total: Mapping[str, int | None]
) -> dict[int, int | None]:
    """Return what each would be, hidden where it or its difference is few, and more until nothing follows of the sum.

    What is hidden beside a number that is told of the run lies within four of it: as many more are hidden as leave each
    of them several possible values.
    """
    hidden = {key for key, many in after.items() if few(many) or few(many - before[key])}
    others = sorted((key for key in after if key not in hidden), key=lambda key: (abs(after[key] - before[key]), key))
    while hidden and others and total["to"] is not None and _follows(hidden, before, after):
        hidden.add(others.pop(0))
    return {key: None if key in hidden else many for key, many in after.items()}


def _follows(hidden: Collection[int], before: Mapping[int, int], after: Mapping[int, int]) -> bool:
    """Tell whether the sum of what is hidden leaves somebody too little doubt of any of it."""
    differs = sum(after[key] - before[key] for key in hidden)
    most = (FEW - 1) * len(hidden)
    return len(hidden) == 1 or abs(differs) > most - FEW or sum(after[key] for key in hidden) < FEW
