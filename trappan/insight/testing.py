"""A small town for tests of figures, the spine built of it, and goals; no web process imports this."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from trappan.assistance.models import SupportMonth
from trappan.insight import operations
from trappan.insight.jobs import build_month, freeze_month, order_months, tell, to_freeze, to_tell, waiting
from trappan.insight.models import Build, BuildOrder, Evaluation, Extract, Goal, Outlook, Publication, PublishedCell
from trappan.partnerships.models import AnnualReport, ReportCount
from trappan.people.models import Household, Number, Person
from trappan.people.testing import test_number
from trappan.schedules.clock import now
from trappan.schedules.months import months_after
from trappan.secrecy.acting import Actor
from trappan.staff.models import Membership
from trappan.staff.testing import as_

MONTH = date(2026, 11, 1)
serial = count(1)


def make_months(back: int, *, gender: str = "K", born: str = "19910105", household: Household | None = None) -> Person:
    """Make somebody who had support so many months ago as the bits of `back` say; the lowest is this month's."""
    person = Person.objects.create(given_name="Dikta", family_name="Påhitt", gender=gender)
    Number.objects.create(person=person, number=test_number(born))
    add_months(person, (months_after(MONTH, -n) for n in range(back.bit_length()) if back >> n & 1), household)
    return person


def add_months(person: Person, months: Iterable[date], household: Household | None = None) -> None:
    """Give somebody months with support, alone in a household or as the co-applicant of one there is."""
    role = "co_applicant" if household else "applicant"
    common = {"household": household or Household.objects.create(), "role": role, "household_type": 3}
    SupportMonth.objects.bulk_create(
        SupportMonth(person=person, month=month, obstacle="unemployed", **common) for month in months
    )


def build(*months: date) -> None:
    """Order these months, and build them in this order."""
    for month in months:
        build_month(BuildOrder.objects.create(month=month).pk)


def freeze_all() -> None:
    """Freeze the months behind what has been published, as the worker does: they are not built anew before."""
    for row in to_freeze():
        freeze_month(row)


def tell_all() -> list[int]:
    """Tell what is due, and return the years that were told."""
    return [year for order in list(to_tell()) if (year := tell(order))]


def build_all(*, every: bool = True) -> list[date]:
    """Order what is due and build it; return the months that were built."""
    order_months(every)
    return [month for order in list(waiting()) if (month := build_month(order))]


def digests() -> dict[date, str]:
    """Return the digest of each month as it was built last."""
    return {one.month: one.digest for one in Build.objects.order_by("id")}


def make_outlook(municipality_id: int, today: date, flow: dict[str, Any] | None = None) -> Outlook:
    """Keep a forecast as the worker would have made it, of invented months; pictures are words."""
    last = months_after(today.replace(day=1), -1)
    band = {"low_90": 1700, "low_50": 1800, "median": 1850, "high_50": 1900, "high_90": 2000}
    few = {"low_90": None, "low_50": None, "median": None, "high_50": 7, "high_90": 9}
    ahead = [f"{months_after(last, at + 1):%Y-%m}" for at in range(36)]
    tried = {"ahead": "1–6", "guesses": 100, "error": 0.01, "covered_50": 0.5, "covered_90": 0.9, "width_90": 0.1}
    households = {
        "figure": "households",
        "title": "Hushåll",
        "history": [{"month": f"{last:%Y-%m}", "value": 1900, "state": "whole"}],
        "forecast": [{"month": month, **band} for month in ahead],
        "season": True,
        "width": 1.0,
        "back_test": [tried],
        "when": None,
        "why_not": None,
    }
    share = {**households, "figure": "other_support", "title": "Andel", "history": [], "forecast": [], "back_test": []}
    months = [{"month": month, "waiting": few, "free": band} for month in ahead]
    told = {
        "cutoff": None,
        "months": 36,
        "runs": 1000,
        "seed": 1,
        "figures": [households, {**share, "why_not": "Ingen vet hur många som bor här."}],
        "queue": [
            {"kind": "workplace", "name": "Arbetsplats", "places": 320, "waiting": 120, "months": months},
            {"kind": "language", "name": "Språk", "places": 230, "waiting": None, "months": months},
        ],
        "flow_back_test": [tried],
        "assumptions": ["Det är en uträkning, inget löfte."],
    }
    pictures = {"households": {"wide": "<svg><title>Bred</title></svg>", "narrow": "<svg><title>Smal</title></svg>"}}
    return Outlook.objects.create(
        municipality_id=municipality_id, month=last, build=1, told=told, pictures=pictures, flow=flow or {}
    )


def make_evaluation(municipality_id: int) -> Evaluation:
    """Keep an evaluation of June as the worker would have made it, of invented shares; pictures are words."""

    def group(by: str, part: str, people: int | None, work: list[int | None], until: str = "2026-06-01") -> Any:
        ways = {"work": work, "studies": [0, 7, None], "closer": [None, None, None], "otherwise": [1, 2, 3]}
        return {"by": by, "part": part, "until": until, "stands": until != "2026-06-01", "people": people, "ways": ways}

    groups = [
        group("", "", 650, [12, 24, 36]),
        group("cohort", "2024", 410, [11, 21, 31], "2025-12-01"),
        group("kind", "workplace", 370, [14, 23, None]),
        group("kind", "ability", None, [None, None, None]),
        group("real", "true", 350, [16, 26, 38]),
        group("organiser", str(municipality_id), 60, [17, 27, 37]),
        group("age_band", "18-24", 120, [18, 28, 39]),
    ]
    return Evaluation.objects.create(
        municipality_id=municipality_id,
        month=date(2026, 6, 1),
        build=1,
        told={"groups": groups},
        pictures={"all": {"wide": "<svg><title>Bred</title></svg>", "narrow": "<svg><title>Smal</title></svg>"}},
        counted=[],
    )


def make_publication(by: Membership, *, reason: str = "", title: str = "Hushåll med bistånd") -> Publication:
    """Keep a publication of October as the database's function would have made it, in another's place with a reason."""
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9L9 0" stroke="black"/></svg>'
    month = months_after(MONTH, -1)
    common: dict[str, Any] = {
        "municipality_id": by.unit.organisation_id,
        "month": month,
        "since": month,
        "words": {"figures": {"households": {"title": title, "unit": title, "definition": title}}, "parts": {}},
        "builds": [],
        "pictures": {"households": {"svg": picture, "marks": []}},
        "figures": 1,
        "digest": "0" * 64,
        "author": by,
    }
    made = Publication.objects.create(**common)
    if reason:
        made = Publication.objects.create(**common, replaces=made, reason=reason)
    PublishedCell.objects.create(
        publication=made, indicator="households", month=month, value=143, numerator=143, cutoff=made.at
    )
    return made


def make_extract(by: Actor, today: date) -> Extract:
    """Ask for an extract of the month that is over, as a controller, open for ten days."""
    month = months_after(today.replace(day=1), -1)
    about = {"reference": "SN 2026/77", "project": "Vägen ut", "recipient": "Universitetet", "purpose": "Forskning"}
    ends_on = today + timedelta(days=10)
    return operations.ask_extract(by=by, columns=["gender"], since=month, month=month, ends_on=ends_on, **about)


def make_goal(by: Membership, **fields: Any) -> Goal:
    """Make a goal of this year that somebody has said how to count, written down by a director or a controller."""
    about: dict[str, Any] = {
        "name": f"Målet {next(serial)}",
        "definition": "Hushåll som fick bistånd i oktober",
        "direction": "at_least",
        "level": Decimal(96),
        "unit": "percent",
        "year": 2026,
        "responsible": "Direktören",
        "decided": "Nämnden, påhittat beslut",
        "indicator": "",
        **fields,
    }
    with as_(by) as actor:
        return operations.set_goal(by=actor, **about)


def keep_year(report: AnnualReport, figures: dict[str, int | None], *, corrected: bool = False) -> None:
    """Keep what is told of a report's year as the worker would have counted it; None is held back."""
    told = [
        {"name": name, "by": "", "part": "", "value": value, "shown": value is not None, "corrected": corrected}
        for name, value in figures.items()
    ]
    about = {"figures": told, "months": 12, "build": 1, "cutoff": now(), "counted_at": now()}
    ReportCount.objects.update_or_create(report=report, defaults=about)
