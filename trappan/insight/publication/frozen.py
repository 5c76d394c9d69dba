"""Freezing the spine's months behind a publication, and counting its figures anew from them. The worker's alone."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
from django.db import models, transaction
from django.utils.translation import gettext as _

from trappan import database
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.counting import counts, finest, spine
from trappan.insight.indicators.definitions import ALL
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.models import FrozenMonth, PersonMonth, PlacementMonth, PlaceMonth
from trappan.insight.parquet import answered, kinds_of, written
from trappan.insight.role import counting
from trappan.refusals import Refused

# Each table of the spine, and the order in which its rows are written: the same rows make the same file.
TABLES: dict[str, tuple[type[models.Model], str]] = {
    FrozenMonth.Of.PERSON: (PersonMonth, "pseudonym"),
    FrozenMonth.Of.PLACEMENT: (PlacementMonth, "activity_id, pseudonym"),
    FrozenMonth.Of.PLACE: (PlaceMonth, "activity_id"),
}
# A figure of a part: indicator, month, breakdown, and the part's value of each of its dimensions.
Key = tuple[str, date, tuple[str, ...], tuple[str, ...]]


def freeze(row: int) -> None:
    """Freeze one month of one table, in one transaction; where it is done, or somebody does it, nothing."""
    with transaction.atomic():
        taken = database.row("insight_take_freezing", row)
        if taken is None:
            return
        table, order = TABLES[taken.of]
        kinds, name = kinds_of(table), table._meta.db_table
        with counting():
            # The day is a literal, so that only this month is read.
            content = written(
                f"SELECT {', '.join(kinds)} FROM {name} WHERE month = DATE '{taken.month:%Y-%m-%d}' ORDER BY {order}",
                kinds,
            )
        [counted] = answered([content], name, f"SELECT count(*) AS rows FROM {name}")
        database.value("insight_freeze", row, content, counted["rows"])


@dataclass(frozen=True)
class Anew:
    """What came of counting a publication's figures anew: how many are the `same`, and which ones differ.

    `corrected` stood as they were told when they were published, though the sources said otherwise already; `otherwise`
    do not add up (middles, shares of hours and of inhabitants), and are not counted from people's months alone.
    """

    same: int
    differing: list[str]
    corrected: int
    otherwise: int


def counted_anew(publication: int) -> Anew:
    """Count every figure of a publication that adds up anew from its frozen months, and hold it against what stands.

    Refused: a publication from before months were frozen, one that waits for it, and a file that is not what it was.
    """
    with counting():
        months = database.rows("insight_frozen_months", publication)
        stand = database.rows("insight_published_counts", publication)
    if not months:
        raise Refused(_("No months are frozen with that publication: there is none, or it is from before they were."))
    if any(one.frozen_at is None for one in months):
        raise Refused(_("Its months are not frozen yet. The worker does it within some minutes."))
    files = [bytes(one.content) for one in months]
    for one, file in zip(months, files, strict=True):
        if hashlib.sha256(file).hexdigest() != one.digest:
            raise Refused(_("The file of %(month)s is not the one that was frozen.") % {"month": f"{one.month:%Y-%m}"})
    # Only what was published: a file has no column of what has been counted since.
    published = {one.indicator for one in stand}
    counted = [one for one in ALL if one.name in published]
    names = {one.name for one in counted}
    hits, of_all = sums(files, {tuple(one.by) for one in stand}, counted)
    differing, same = [], 0
    for one in stand:
        if one.indicator not in names or one.corrected:
            continue
        key = (one.indicator, one.month, tuple(one.by), tuple(one.part))
        denominator = None if one.denominator is None else of_all[key]
        if (hits[key], denominator) == (one.numerator, one.denominator):
            same += 1
        else:
            differing.append(f"{one.indicator} {one.month:%Y-%m} {'|'.join(one.part)}".rstrip())
    otherwise = sum(one.indicator not in names for one in stand)
    corrected = sum(one.indicator in names and one.corrected for one in stand)
    return Anew(same=same, differing=differing, corrected=corrected, otherwise=otherwise)


def sums(
    files: Iterable[bytes], breakdowns: set[tuple[str, ...]], indicators: Sequence[Indicator]
) -> tuple[Counter[Key], Counter[Key]]:
    """Return by indicator, month, breakdown and part how many hit, and of how many, in the months of these files."""
    question = str(ibis.to_sql(finest(spine(), indicators), dialect="duckdb"))
    at = {name: place for place, name in enumerate(DIMENSIONS)}
    hits: Counter[Key] = Counter()
    of_all: Counter[Key] = Counter()
    for row in answered(files, PersonMonth._meta.db_table, question):
        for count in counts(row, indicators):
            for by in breakdowns:
                key = (count.indicator, count.month, by, tuple(count.part[at[one]] for one in by))
                hits[key] += count.hit
                of_all[key] += count.of or 0
    return hits, of_all
