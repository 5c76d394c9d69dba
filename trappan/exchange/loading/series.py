"""Inhabitants by year, and published series: known again by what they are of, the latest file's value stands."""

from trappan.exchange.changes import Tally
from trappan.exchange.loading.loader import Loader
from trappan.exchange.loading.staff import organisation

DECIMALS = 4


def population(loader: Loader, tally: Tally) -> None:
    """Bring in how many adults lived in the municipality, by year and gender."""
    home = organisation(loader.municipality, "municipality")
    rows = [[row["line"], home, row["year"], row["gender"], row["adults"]] for row in tally.rows]
    loader.merge(tally, "insight_population", ["municipality_id", "year", "gender"], ["adults"], rows)


def series(loader: Loader, tally: Tally) -> None:
    """Bring in the values of published series, this municipality's own and others'."""
    key = ["indicator", "area", "gender", "period"]
    rows = [
        [row["line"], *(row[name] for name in key), round(row["value"], DECIMALS), row["source"]] for row in tally.rows
    ]
    loader.merge(tally, "insight_seriesvalue", key, ["value", "source"], rows)
