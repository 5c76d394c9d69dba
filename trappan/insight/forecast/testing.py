"""Series and flows that tests forecast: a real county's months, an invented world's, and an invented town's flow."""

from collections.abc import Iterable
from datetime import date

import numpy as np

from trappan.insight.forecast.flow import Flow, Kind, Rate
from trappan.insight.forecast.series import Numbers
from trappan.schedules.months import months_after

BEGAN = date(2014, 1, 1)
# Households with support in Dalarna by month from January 2014. Source: Socialstyrelsen, preliminary statistics.
# December 2016 is missing, and the two months after it were not delivered whole.
DALARNA = """
3914 3887 3880 3968 3952 3864 3747 3749 3494 3568 3651 3743 3734 3750 3738 3746 3730 3775 3687 3648 3537 3564 3581 3699
3672 3711 3642 3748 3713 3744 3570 3583 3416 3445 3580 - 2609 2720 3827 3832 3781 3887 3715 3770 3633 3723 3864 3943
4012 4076 4148 4166 4130 4068 3992 4061 3878 3943 4025 4104 4245 3998 4215 4294 4157 4165 4181 4135 3938 3966 4026 4128
4180 4236 4196 4229 4086 4211 4226 4228 4023 3951 3933 4004 4032 3975 3804 3921 3803 3915 3877 3854 3614 3552 3526 3547
3589 3575 3599 3604 3427 3449 3409 3357 3224 3161 3186 3239 3246 3231 3243 3140 3096 3116 3089 3020 2940 2933 2974 3000
3073 3090 3107 3077 2900 2991 3004 2974 2929 2937 2966 3031
"""


def months_from(began: date, values: Iterable[float | None]) -> dict[date, float | None]:
    """Return a count for each month from the first on."""
    return {months_after(began, at): value for at, value in enumerate(values)}


def dalarna() -> dict[date, float | None]:
    """Return a real county's months."""
    return months_from(BEGAN, [None if word == "-" else float(word) for word in DALARNA.split()])


def invented(seed: int, months: int = 96) -> dict[date, float | None]:
    """Return months of a world that is as the forecast takes it to be: a wandering rate, a season, and chance."""
    rng = np.random.default_rng(seed)
    season = 0.02 * np.sin(2 * np.pi * np.arange(months) / 12)
    rate = np.cumsum(rng.normal(0, 0.0006, months)) + rng.normal(0, 0.003)
    changes: Numbers = rate + np.diff(season, prepend=0) + rng.normal(0, 0.01, months)
    return months_from(BEGAN, (float(value) for value in 2500 * np.exp(np.cumsum(changes))))


def town(people: int = 3000, *, helps: bool = True) -> Flow:
    """Return the flow of an invented town of so many adults on support; with `helps` activities are left faster."""
    size = people / 3000

    def rate(hits: float, of: float) -> Rate:
        return Rate(hits * size, of * size)

    def kind(name: str, waiting: int, active: int, joins: float, places: int) -> Kind:
        moves = (rate(40 if helps else 5, 1000), rate(40, 1000), rate(60, 900))
        return Kind(name, int(waiting * size), int(active * size), joins * size, *moves, int(places * size), fill=0.9)

    return Flow(
        pool=[int(group * size) for group in (250, 230, 350, 500, 400, 460)],
        pool_out=[
            rate(*one) for one in ((800, 6000), (500, 5500), (600, 8400), (500, 12000), (300, 9600), (250, 11000))
        ],
        pool_older=[rate(*one) for one in ((2000, 6000), (1800, 5500), (1400, 8400), (1000, 12000), (800, 9600))],
        joined_from=[0.02, 0.03, 0.04, 0.04, 0.03, 0.02],
        back_to=[1, 1, 2, 2, 2, 2],
        waiting_out=rate(60, 3000),
        waiting_back=rate(60, 3000),
        kinds=[
            kind("workplace", 120, 300, 40, 320),
            kind("language", 60, 200, 28, 230),
            kind("ability", 30, 100, 14, 110),
        ],
        inflow=90 * size,
        straight=0.2,
        consultants=20,
        households=0.8,
        inflow_step=0.05,
        out_step=0.05,
    )
