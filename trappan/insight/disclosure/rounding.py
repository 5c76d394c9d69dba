"""Open data's other way: every number a multiple of five, and the sums right, where hiding would hide a third."""

from collections.abc import Iterable
from dataclasses import replace

from trappan.insight.disclosure.figures import FEWEST, Counts, Figure, Row
from trappan.insight.disclosure.plan import Plan
from trappan.insight.disclosure.publishing import groups
from trappan.insight.disclosure.solving import INFINITE, Model
from trappan.insight.disclosure.system import Builder, System

FURTHEST = 2 * FEWEST - 1  # no number is told further from what it is
TURN = 1e-3  # between two that are as near, the first


def round_to_five(rows: Iterable[Row], plan: Plan) -> list[Figure]:
    """Return the plan's figures in fives: as near as the sums allow, all adding up, none hidden.

    A share is reckoned from these (`share_of`), never from the numbers behind them. What came and went balances with
    no stock any more.
    """
    figures: list[Figure] = []
    for group in groups(list(rows), plan).values():
        system = Builder(Counts(group, replace(plan, balances=()))).build()
        fives = nearest(system)
        for key, columns in system.figures.items():
            numerator, *others = (FEWEST * fives[column] for column in columns)
            figures.append(Figure(key, numerator, others[0] if others else None, shown=True))
    return sorted(figures, key=lambda figure: figure.key)


def nearest(system: System) -> list[int]:
    """Return how many fives each number is told as."""
    size = len(system.truth)
    told = [column for columns in system.figures.values() for column in columns]
    least, most = [0.0] * size, [float(sum(system.truth))] * size
    sums = [one for one, _value in system.known]
    low, high = [0.0] * len(sums), [0.0] * len(sums)
    for at, column in enumerate(told, start=size):
        value = system.truth[column]
        least[column], most[column] = max(0, -((FURTHEST - value) // FEWEST)), (value + FURTHEST) // FEWEST
        sums += [{column: FEWEST, at: 1}, {column: FEWEST, at: -1}]
        low, high = [*low, value, -INFINITE], [*high, INFINITE, value]
    model = Model(
        ([*least, *[0.0] * len(told)], [*most, *[float(FURTHEST)] * len(told)]),
        sums,
        (low, high),
        [*(TURN * at / size for at in range(size)), *[1.0] * len(told)],
        whole=size,
    )
    found = model.solve()
    if found is None:
        raise ValueError("no fives so near add up: tell these less finely")
    return [round(value) for value in found[:size]]


def share_of(figure: Figure) -> float | None:
    """Return a share of the numbers as they are told; None of nobody."""
    return figure.numerator / figure.denominator if figure.denominator else None
