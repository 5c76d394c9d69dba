"""What figures stand beside: the town's inhabitants by year, and ten years of it and of municipalities to compare.

In Kolada's form and with its ids, and all invented: real values come in as `series.csv` (docs/operating.md). Which
indicators there are and how they run is nobody's municipality; the town's own households follow its months of support.
"""

from datetime import date
from random import Random

from trappan import database
from trappan.demo.rooms.assistance import ANCHORS
from trappan.demo.town import Town
from trappan.schedules.months import months_between

ADULTS = 131_500  # women and men of 18 and older at the end of 2023; a year before or after has 900 fewer or more
YEARS = range(2015, 2026)
# Kolada's id: the town's value in 2015 and what a year adds, and by how much women's is above men's.
SERIES = {
    "N31825": (4.4, -0.14, -0.3),  # adults with support at some time in the year, percent of all adults
    "N31814": (52.0, 0.9, 1.5),  # of these, percent with support for ten months or more
    "N31849": (52_000, 1_900, None),  # kronor paid a household
    "N31000": (1_450, -18, None),  # kronor an inhabitant of 18 to 64
}
# Municipalities of about the same size, and how far from the town's their values are.
COMPARED = {"Ekelunda": 1.0, "Björkmåla": 1.12, "Strandhult": 0.83, "Ängsberga": 0.95}
SOURCE = "Påhittad, i Koladas form"
OWN_SOURCE = "Påhittad, Ekelunda kommun"


def stand_beside(town: Town) -> None:
    """Write down inhabitants and series: what the town is compared with."""
    columns = ("municipality_id", "year", "gender", "adults")
    database.copy("insight_population", columns, population(town.municipality, town.scale))
    of_series = ("period", "indicator", "area", "gender", "value", "source")
    database.copy("insight_seriesvalue", of_series, [*yearly(Random("series 1")), *households(Random("series 2"))])


def population(municipality: int, scale: float) -> list[tuple[int, int, str, int]]:
    """Return adults at each year's end, as many to a household on support as in the whole town."""
    found = []
    for year in YEARS:
        adults = (ADULTS + 900 * (year - 2023)) * scale
        found += [(municipality, year, "K", round(adults * 0.497)), (municipality, year, "M", round(adults * 0.503))]
    return found


def yearly(dice: Random) -> list[tuple[str, str, str, str, float, str]]:
    """Return ten years of each series, of the town and of those it is compared with; all lies between women and men."""
    found = []
    for area, far in COMPARED.items():
        for indicator, (first, step, apart) in SERIES.items():
            for year in YEARS:
                value = (first + step * (year - YEARS[0])) * far * dice.uniform(0.985, 1.015)
                values = {"": value}
                if apart is not None:
                    values |= {"K": value + apart / 2, "M": value - apart / 2}
                found += [(str(year), indicator, area, one, round(said, 2), SOURCE) for one, said in values.items()]
    return found


def households(dice: Random) -> list[tuple[str, str, str, str, int, str]]:
    """Return the town's households on support in the months before there was Trappan: rising, with winters above."""
    months = months_between(date(2015, 1, 1), date(2020, 12, 1))
    last = ANCHORS[date(2021, 1, 1)]
    level = [last - 3.4 * (len(months) - at) for at in range(len(months))]
    season = {1: 14, 2: 9, 6: -10, 7: -22, 8: -16, 12: 10}
    return [
        (
            f"{month:%Y-%m}",
            "households",
            "Ekelunda",
            "",
            round(at + season.get(month.month, 0) + dice.gauss(0, 9)),
            OWN_SOURCE,
        )
        for month, at in zip(months, level, strict=True)
    ]
