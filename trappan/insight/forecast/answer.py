"""A forecast as it is told: as data for the command and the page, and its assumptions as sentences."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from trappan.insight.disclosure import FEWEST
from trappan.insight.forecast.backtest import Tried
from trappan.insight.forecast.bands import Band, When
from trappan.insight.forecast.figure import Forecast, Population
from trappan.insight.forecast.flow import Flow
from trappan.insight.forecast.series import SHORTEST, CannotForecast, Series


def sentence(no: CannotForecast) -> str:
    """Return why there is no forecast, and what would change that."""
    if no.reason == "too_short":
        return _(
            "There is no forecast: %(months)s whole months are known, and %(needed)s are needed. "
            "Take in the months before, or wait until there are enough."
        ) % {"months": no.months, "needed": SHORTEST}
    if no.reason == "too_broken":
        return _(
            "There is no forecast: too many of the last two years' months are missing or broken. "
            "Take in the months anew."
        )
    return _("There is no forecast: so few are counted each month that chance decides nearly all.")


def history(series: Series, past: Mapping[date, float]) -> list[dict[str, Any]]:
    """Return the months that have been as they are told, and which are not reckoned with; what is not told is left out.

    The series is counted of the spine: of what it has counted nothing stands here.
    """
    states = [("missing", series.missing), ("broken", series.broken), ("unsure", series.unsure)]
    state = {month: name for name, months in states for month in months}
    return [
        {"month": f"{month:%Y-%m}", "value": past.get(month), "state": state.get(month, "whole")}
        for month in series.months
        if month in past or month in state
    ]


def told(forecast: Forecast, past: Mapping[date, float], digits: int = 0) -> dict[str, Any]:
    """Return a figure's forecast as data, rounded as it is read, after what is told of the months that have been."""
    return {
        "figure": forecast.name,
        "history": history(forecast.series, past),
        "forecast": [
            {"month": f"{month:%Y-%m}", **of_band(band, digits)}
            for month, band in zip(forecast.months, forecast.bands, strict=True)
        ],
        "season": forecast.has_season,
        "width": forecast.constants.width,
        "back_test": [of_tried(one) for one in forecast.tried],
        "when": of_when(forecast.reached) if forecast.reached else None,
        "why_not": None,
    }


def untold(name: str, why: str) -> dict[str, Any]:
    """Return a figure that has no forecast, in the same form."""
    empty = {"history": [], "forecast": [], "season": False, "width": None, "back_test": [], "when": None}
    return {"figure": name, **empty, "why_not": why}


def of_band(band: Band, digits: int = 0) -> dict[str, float]:
    """Return a band as data: the middle, half of the runs, nine of ten."""
    names = ("low_90", "low_50", "median", "high_50", "high_90")
    values = (band.low, band.lower, band.middle, band.upper, band.high)
    return {name: round(value, digits) if digits else round(value) for name, value in zip(names, values, strict=True)}


def of_tried(one: Tried) -> dict[str, Any]:
    """Return a line of the back-test: shares from 0 to 1, or None where nothing could be tried."""
    values = {"error": one.error, "covered_50": one.half, "covered_90": one.nine_of_ten, "width_90": one.width}
    rounded = {name: None if value is None else round(value, 4) for name, value in values.items()}
    return {"ahead": f"{one.first}–{one.last}", "guesses": one.guesses, **rounded}


def of_when(reached: When) -> dict[str, Any]:
    """Return in what share of the runs a level is reached within so many months, and in what it is not."""
    return {
        "level": reached.level,
        "within": {str(months): round(share, 3) for months, share in reached.within.items()},
        "not_within": round(reached.not_within, 3),
    }


def of_few(people: float) -> int | None:
    """Return how many people, or None where they are fewer than five."""
    return None if people < FEWEST else round(people)


def assumptions_of_band(forecast: Forecast) -> list[str]:
    """Return what the band takes for granted, as sentences."""
    series = forecast.series
    lines = [
        _("What has driven the last year goes on, and ever more slowly: after half a year nine tenths of it are left."),
        _("The season is as in the years before.")
        if forecast.has_season
        else _("No season is known yet: that takes three years."),
        _("Nothing new happens: no new law and no crisis, such as the months before do not know."),
    ]
    marked = [*series.missing, *series.broken]
    if marked:
        lines.append(
            _("Months that are missing or broken are bridged from those beside them: %(months)s.")
            % {"months": _listed(sorted(marked))}
        )
    if series.unsure:
        lines.append(
            _("The last months differ so much that they are taken for incomplete and left out: %(months)s.")
            % {"months": _listed(series.unsure)}
        )
    return lines


def assumptions_of_share(population: Population) -> list[str]:
    """Return what the share takes for granted besides."""
    year = max(population.adults)
    return [
        _("As many adults live here in the years to come as in %(year)s: %(adults)s.")
        % {"year": year, "adults": number_format(population.adults[year], force_grouping=True)}
    ]


def assumptions_of_flow(flow: Flow, names: Mapping[str, str]) -> list[str]:
    """Return what the differences take for granted, with the numbers they are reckoned from; `names` are the kinds'."""
    lines = [
        _("New places are used as the old ones: %(kind)s has %(people)s people on a hundred places.")
        % {"kind": names.get(kind.name, kind.name), "people": round(100 * kind.fill)}
        for kind in flow.kinds
        if kind.places
    ]
    lines += [
        _("Those who get a place earlier leave support as often as those who had one in the last two years."),
        _("As many come anew, or back, as in the last two years: %(people)s adults a month.")
        % {"people": round(flow.inflow)},
        _("Whoever has a plan and is in no activity is counted as waiting for a place."),
        _("As many are planned for an activity as before: %(people)s a month.")
        % {"people": round(sum(kind.joins for kind in flow.kinds))},
        _("For which kind somebody waits is not known: the queue is split as people have begun."),
    ]
    if flow.consultants:
        lines.append(
            _("A consultant plans as many as before: %(people)s a month.")
            % {"people": number_format(sum(kind.joins for kind in flow.kinds) / flow.consultants, 1)}
        )
    lines.append(_("It is a calculation, no promise, and says nothing of any one person."))
    return lines


def _listed(months: list[date] | tuple[date, ...]) -> str:
    return ", ".join(f"{month:%Y-%m}" for month in months)
