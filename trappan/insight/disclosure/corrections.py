"""What becomes of figures that are told already when the sources say otherwise.

Twelve last month and thirteen in the corrected report is one person. So a month stands as it was told until every
number told of it is as it was or differs by five or more: then it is told anew as a whole. Until then the whole month
of the indicator is „corrected“, so that not even the place of the difference is told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from trappan.insight.disclosure import FEWEST
from trappan.insight.disclosure.figures import Counts, Key, Row
from trappan.insight.disclosure.plan import PLAN, Plan
from trappan.insight.disclosure.publishing import Published, families, groups, publish


def republish(rows: Iterable[Row], *, stood: Iterable[Row], told: Mapping[Key, bool], plan: Plan = PLAN) -> Published:
    """Say what is told now that `rows` are known, when `stood` are the rows behind what is told already (`told`).

    Indicators that hang together stand together, and in their places: the finest counts of a month are the old or the
    new ones, so that all that is told adds up.
    """
    now, before = groups(list(rows), plan), groups(list(stood), plan)
    family = families({row.indicator for group in (*now.values(), *before.values()) for row in group}, plan)
    kept: list[Row] = []
    standing: set[tuple[str, date]] = set()
    moved: set[Key] = set()
    for group in sorted(now.keys() | before.keys()):
        new, old = now.get(group, []), before.get(group, [])
        if old and tells_of_few(new, old, told, plan):
            standing.add(group)
            kept += old
        else:
            moved |= {key for key, difference in differences(new, old, plan).items() if difference}
            kept += new
    published = publish(kept, told={key: shown for key, shown in told.items() if key not in moved}, plan=plan)
    published.figures = [
        replace(one, corrected=(family[one.key.indicator], one.key.month) in standing) for one in published.figures
    ]
    return published


def tells_of_few(new: list[Row], old: list[Row], told: Mapping[Key, bool], plan: Plan) -> bool:
    """Tell whether a number that was told differs by one to four; a class that was empty was told as none."""
    periods = {key[:3] for key in told}
    return any(
        0 < difference < FEWEST and told.get(key, key[:3] in periods)
        for key, difference in differences(new, old, plan).items()
    )


def differences(new: list[Row], old: list[Row], plan: Plan) -> dict[Key, int]:
    """Return by how much each figure differs: the least that one of its numbers does, of those that do."""
    one, other = Counts(new, plan), Counts(old, plan)
    found = {}
    for key in one.cells.keys() | other.cells.keys():
        pairs = zip(one.all_numbers(key), other.all_numbers(key), strict=True)
        found[key] = min((abs(now - before) for now, before in pairs if now != before), default=0)
    return found
