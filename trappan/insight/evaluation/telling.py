"""What is told of those who began: shares in whole per cent and people in tens, and of no few.

A share is told where twenty people and more began, five and more left in that way, five and more were still watched,
and where the counts behind all that is told together would give nobody away though they were told to the last person:
how many began, how many have left in each way after each time and between, and who is still there. They are gone over
as the figures are (`disclosure`); one mark stands for all that is not told, whatever the reason.

A breakdown stands as it was told until each number told of it says the same, or is of five more or fewer; where the
whole stands, all of it does. Imported by the worker alone, since the control knows a solver.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import floor
from typing import Any

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import MONTH, Figure, Key, Row
from trappan.insight.disclosure.plan import ALL, Balance, By, Plan, Publication
from trappan.insight.disclosure.publishing import publish
from trappan.insight.evaluation.competing import Course, at_risk, curve, gone
from trappan.insight.evaluation.words import AGE, BREAKDOWNS, COHORT, KIND, MONTHS, ORGANISER, REAL, WAYS

PEOPLE = 20  # of fewer who began nothing is told
BEGAN, STILL = "began", "still"
# What hangs together is one system: an organiser may have activities of one kind alone. When somebody began, or how old
# they were, says nothing of which activities there are: any two tables with the same totals can be of the same people,
# so that who reads both works out no more than who reads each (and the totals are told alike, or not at all).
SYSTEMS = ((COHORT,), (AGE,), (KIND, REAL, ORGANISER))


@dataclass(frozen=True)
class Began:
    """People who began alike (`parts`: the value of each breakdown) and of whom the same became."""

    parts: Mapping[str, str]
    course: Course


def counts(courses: Iterable[Course]) -> dict[str, int]:
    """Return all that could be reckoned of those who began: how many, who left how by when, and who had not."""
    ones = list(courses)
    found = {BEGAN: sum(one.people for one in ones)}
    for months in MONTHS:
        left = {f"{way}_{months}": gone(ones, way, months) for way in WAYS}
        found |= left | {f"{STILL}_{months}": found[BEGAN] - sum(left.values())}
    return found


def plan(names: Sequence[str]) -> Plan:
    """Return how these counts hang together, of all and by each of these breakdowns.

    Whoever has left early has left, and nobody is lost between the ways.
    """
    by: tuple[By, ...] = (ALL, *((name,) for name in names))
    told = {f"{way}_{months}": Publication(by=by) for way in (*WAYS, STILL) for months in MONTHS}
    told[BEGAN] = Publication(by=by)
    for earlier, later in pairwise(MONTHS):
        told |= {f"{way}_{earlier}": Publication(by=by, within=f"{way}_{later}") for way in WAYS}
        told[f"{STILL}_{later}"] = Publication(by=by, within=f"{STILL}_{earlier}")
    whole = [Balance(tuple(f"{way}_{months}" for way in (*WAYS, STILL)), (BEGAN,), by) for months in MONTHS]
    return Plan(told, tuple(whole))


def too_few(courses: Iterable[Course]) -> set[str]:
    """Return the counts that are told of no group like this, whatever else is told.

    All of a small group; a way in which few have left; a time at which few are followed. And never who is still there.
    """
    ones = list(courses)
    people = sum(one.people for one in ones)
    few = {way for way in WAYS if sum(one.people for one in ones if one.way == way) < FEWEST}
    return {
        *(f"{STILL}_{months}" for months in MONTHS),
        *([BEGAN] if people < PEOPLE else []),
        *(
            f"{way}_{months}"
            for way in WAYS
            for months in MONTHS
            if people < PEOPLE or way in few or at_risk(ones, months) < FEWEST
        ),
    }


def groups_by(began: Iterable[Began], by: Sequence[str]) -> dict[tuple[str, ...], list[Course]]:
    """Return the courses of each part of a breakdown, or of what several cross."""
    found: dict[tuple[str, ...], list[Course]] = defaultdict(list)
    for one in began:
        found[tuple(one.parts[name] for name in by)].append(one.course)
    return dict(sorted(found.items()))


def controlled(began: Sequence[Began], until: date, names: Sequence[str]) -> list[Figure]:
    """Return every count of a system with whether it may be told.

    What is told of no such group is hidden before anything else is: so that the less is hidden for its sake.
    """
    rows = [
        Row(name, until, dict(zip(names, part, strict=True)), number)
        for part, courses in groups_by(began, names).items()
        for name, number in counts(courses).items()
    ]
    untold = {
        Key(name, MONTH, until, by, part): False
        for by in (ALL, *((name,) for name in names))
        for part, courses in groups_by(began, by).items()
        for name in too_few(courses)
    }
    return publish(rows, told=untold, plan=plan(names)).figures


def allowed(began: list[Began], until: date) -> set[tuple[str, str, str]]:
    """Return the counts that may be told, each with breakdown and part; of a total that may not, no part either."""
    systems = [controlled(began, until, names) for names in SYSTEMS]
    untold = {one.key.indicator for figures in systems for one in figures if one.key.by == ALL and not one.shown}
    return {
        (key.indicator, "".join(key.by), "".join(key.part))
        for figures in systems
        for key in (one.key for one in figures if one.shown)
        if key.indicator not in untold
    }


def tell(began: Iterable[Began], until: date) -> list[dict[str, Any]]:
    """Return what is told of all and of each part, and beside it the counts behind, which nobody is told.

    `people` in tens and `ways` in whole per cent after each time, None where it is not told; `until` which month they
    were followed.
    """
    ones = list(began)
    may = allowed(ones, until) if ones else set()
    found = []
    for by in ("", *BREAKDOWNS):
        for key, courses in groups_by(ones, [by] if by else []).items():
            part = "".join(key)
            told = shares(courses, {name for name, *of_part in may if of_part == [by, part]})
            about = {"by": by, "part": part, "until": until.isoformat(), "stands": False}
            found.append({**about, **told, "counts": counts(courses)})
    return found


def shares(courses: Sequence[Course], may: Container[str]) -> dict[str, Any]:
    """Return what is told of one group, of the counts that may be."""
    whole = curve(courses, tuple(WAYS))
    return {
        "people": 10 * floor(sum(one.people for one in courses) / 10 + 0.5) if BEGAN in may else None,
        "ways": {
            way: [floor(100 * whole.at(way, months) + 0.5) if f"{way}_{months}" in may else None for months in MONTHS]
            for way in WAYS
        },
    }


def standing(now: list[dict[str, Any]], before: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is told from now on: anew, or as it stood (`stands`) where the difference would tell of few."""
    every = ("", *BREAKDOWNS)
    held = {by for by in every if may_tell_of_few(of(now, by), of(before, by))}
    held = set(every) if "" in held else held
    stood = [{**group, "stands": True} for group in before]
    return [group for by in every for group in of(stood if by in held else now, by)]


def of(groups: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """Return the groups of one breakdown."""
    return [group for group in groups if group["by"] == by]


def may_tell_of_few(now: list[dict[str, Any]], before: list[dict[str, Any]]) -> bool:
    """Tell whether a number that was told would be told otherwise for one to four people's sake, or nobody's."""
    stood = {group["part"]: group for group in before}
    return any(
        number is not None
        and was is not None
        and number != was
        and abs(group["counts"][name] - stood[group["part"]]["counts"][name]) < FEWEST
        for group in now
        if group["part"] in stood
        for (name, number), was in zip(said(group).items(), said(stood[group["part"]]).values(), strict=True)
    )


def said(group: Mapping[str, Any]) -> dict[str, int | None]:
    """Return the numbers of a group by the count that is behind each."""
    ways = {
        f"{way}_{months}": share
        for way, told in group["ways"].items()
        for months, share in zip(MONTHS, told, strict=True)
    }
    return {BEGAN: group["people"], **ways}
