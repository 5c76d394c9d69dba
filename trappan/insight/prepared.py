"""What the forecast's pages read, made by the worker: the month's forecast, and answers to what would be different."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from psycopg.types.json import Jsonb

from trappan import database
from trappan.insight import outlook
from trappan.insight.charts.bands import Picture, draw
from trappan.insight.forecast import answer
from trappan.insight.forecast.bands import Band, bands
from trappan.insight.forecast.flow import Change, Flow, simulate
from trappan.insight.role import counting

ASKED = outlook.Asked()
# Differences are told after so many months, and the queue after half a year.
AFTER, QUEUE_AFTER = (12, 24, 36), 6
SHOWN_YEARS = 5


def make_outlook(month: date, build: int) -> None:
    """Make the month's forecast and its pictures, and keep them."""
    day, consultants = database.value("insight_day"), int(database.value("insight_consultants"))
    with counting():
        source, population = outlook.read_source(day), outlook.read_population()
    with translation.override("sv"):
        told, flow = outlook.whole(source, population, ASKED, consultants)
        pictures = {figure["figure"]: picture_of(figure) for figure in told["figures"] if figure["forecast"]}
    kept = (told, pictures, asdict(flow) if flow else {})
    database.value("insight_keep_outlook", month, build, *map(Jsonb, kept))


def picture_of(figure: dict[str, Any]) -> dict[str, str]:
    """Draw a figure's last years and its months to come."""
    ahead = figure["forecast"]
    since = f"{int(ahead[0]['month'][:4]) - SHOWN_YEARS}{ahead[0]['month'][4:]}"
    past = [one for one in figure["history"] if one["state"] == "whole" and one["month"] >= since]
    numbers = {"middle": ahead[-1]["median"], "low": ahead[-1]["low_90"], "high": ahead[-1]["high_90"]}
    if past:
        finding = _("From %(now)s in %(month)s to %(middle)s after three years, nine times of ten %(low)s to %(high)s.")
        finding %= {"now": past[-1]["value"], "month": past[-1]["month"], **numbers}
    else:
        finding = _("%(middle)s after three years, nine times of ten %(low)s to %(high)s.") % numbers
    return draw(Picture(figure["figure"], figure["title"], finding), past, ahead)


def answer_question(row: int) -> None:
    """Answer one question and draw the difference, in one transaction: killed anywhere, it waits as before."""
    with transaction.atomic(), translation.override("sv"):
        asked = database.row("insight_take_question", row)
        if asked is None:
            return
        places, told, flow = (json.loads(one) for one in (asked.places, asked.told, asked.flow))
        said, picture = difference(Flow.of(flow), Change(places, asked.consultants, asked.inflow), told)
        database.value("insight_answer", row, Jsonb(said), Jsonb(picture))


def difference(flow: Flow, change: Change, told: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what a change makes different, told and drawn: the forecast's middle without, and the difference with.

    With it what kinds were called and what was taken for granted, since the month's forecast may be made anew.
    """
    without, changed = simulate(flow, [Change(), change], ASKED.months, ASKED.runs, ASKED.seed)
    ahead = told["figures"][0]["forecast"]
    differs = bands(((changed.adults - without.adults) * flow.households).astype(np.float64))
    names = outlook.kind_names()
    at = QUEUE_AFTER - 1
    said: dict[str, Any] = {
        "names": {kind["kind"]: kind["name"] for kind in told["queue"]},
        "assumptions": told["assumptions"],
        "runs": told["runs"],
        "differences": [of_difference(differs[months - 1], months, ahead[months - 1]["median"]) for months in AFTER],
        "queue": [
            {
                "name": names.get(kind.name, kind.name),
                "today": answer.of_few(kind.waiting),
                **{
                    when: {
                        "waiting": answer.of_few(bands(one.waiting[kind.name])[at].middle),
                        "free": round(bands(one.free[kind.name])[at].middle),
                    }
                    for when, one in (("without", without), ("with", changed))
                },
            }
            for kind in flow.kinds
        ],
    }
    months = [{"month": one["month"], **answer.of_band(band)} for one, band in zip(ahead, differs, strict=True)]
    first = said["differences"][0]
    finding = _("After a year %(middle)s households, nine times of ten %(low)s to %(high)s.") % first
    return said, draw(Picture("difference", _("What would be different, in households"), finding), [], months)


def of_difference(band: Band, months: int, without: int) -> dict[str, int]:
    """Return a difference after so many months, in whole households."""
    middle = round(band.middle)
    numbers = {"without": without, "with": without + middle, "middle": middle}
    return {"after": months, **numbers, "low": round(band.low), "high": round(band.high)}
