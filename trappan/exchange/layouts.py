"""What stands in each file that is delivered: its columns and codes, as dated data with how sure they are.

The authorities' own specifications could not be read, so nothing of them is logic: who has one in hand adds a layout
with its day and source, and what was delivered keeps the columns it had.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trappan.exchange.models import Delivery
from trappan.insight.indicators.definitions import TOLD

Kind = Delivery.Kind
# The main categories of försörjningshinder in the order in which Kolada publishes them (N31858–N31868); which number
# the statistics' own specification gives each is not known.
OBSTACLES = {
    "unemployed": "1",
    "establishment": "2",
    "sick": "3",
    "sickness_benefit": "4",
    "pension": "5",
    "social": "6",
    "parental": "7",
    "full_time": "8",
    "part_time": "9",
    "none": "10",
    "unknown": "11",
}
# As the register's list of variables has them; there is no type 2.
HOUSEHOLD_TYPES = {one: one for one in ("1", "3", "4", "5", "6", "7", "8", "9")}
# What somebody comes to, and as what somebody has support, as we say it ourselves: no list of codes has been read.
MEASURES = {
    "ability": "formaga",
    "language": "sprak",
    "job_search_conditions": "forutsattningar_att_soka_arbete",
    "workplace": "arbetsplats",
}
ROLES = {"applicant": "registerledare", "co_applicant": "medsokande"}


@dataclass(frozen=True)
class Column:
    """One column: what its heading says, which fact of the database stands in it, and by which codes it is said."""

    heading: str
    fact: str
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_data(self) -> dict[str, Any]:
        """Return it as the database reads it."""
        data: dict[str, Any] = {"heading": self.heading, "fact": self.fact}
        return {**data, "codes": dict(self.codes)} if self.codes else data


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file for periods from a day on, and how sure they are."""

    kinds: tuple[str, ...]
    valid_from: date
    source: Promise
    columns: tuple[Column, ...]


LAYOUTS = (
    Layout(
        (Kind.MONTH, Kind.YEAR),
        date(2015, 1, 1),
        _(
            "What is delivered is known from HSLF-FS 2015:30 and the register’s list of variables; headings, order and "
            "the numbers of the obstacles are our own until the authority’s specification has been read."
        ),
        (
            Column("manad", "month"),
            Column("registerledare", "number"),
            Column("medsokande", "partner_number"),
            Column("hushallstyp", "household_type", HOUSEHOLD_TYPES),
            Column("antal_barn", "children"),
            Column("forsorjningshinder_registerledare", "obstacle", OBSTACLES),
            Column("forsorjningshinder_medsokande", "partner_obstacle", OBSTACLES),
            Column("bistand_kronor", "amount"),
        ),
    ),
    Layout(
        (Kind.QUARTER,),
        date(2026, 1, 1),
        _(
            "That the supervision asks for these counts each quarter, by e-service, is known from secondary sources "
            "only. Each number is rounded to the nearest five."
        ),
        (
            Column("kvartal", "quarter"),
            Column("forsorjningshinder", "obstacle"),
            Column("anvisade", "asked"),
            Column("nedsatt", "reduced"),
            Column("avslag", "refused"),
        ),
    ),
    Layout(
        (Kind.ITEMS,),
        date(2018, 1, 1),
        _(
            "The ids are of Kolada’s catalogue of spring 2026. The value is that of our figure which is nearest; how "
            "the two differ stands on the figure’s page. Whether the survey is still made each year is not known."
        ),
        (
            Column("nyckeltal", "kolada"),
            Column("figure", "figure"),
            Column("namn", "title"),
            Column("manad", "month"),
            Column("kon", "gender"),
            Column("varde", "value"),
            Column("varde_hos_oss", "on_board"),
            Column("enhet", "unit"),
        ),
    ),
    Layout(
        (Kind.INDIVIDUAL,),
        date(2025, 1, 1),
        _(
            "That boards and providers are to deliver individual data is known from a bill; which data, how and in "
            "what order is not known. These are what HSLF-FS 2015:30 asks for already and what is kept here of "
            "measures: a preparation, in our own words."
        ),
        (
            Column("manad", "month"),
            Column("personnummer", "number"),
            Column("roll", "role", ROLES),
            Column("hushallstyp", "household_type", HOUSEHOLD_TYPES),
            Column("forsorjningshinder", "obstacle", OBSTACLES),
            Column("insats", "measure", MEASURES),
            Column("utforare_organisationsnummer", "provider"),
            Column("forsta_dag", "first_day"),
            Column("sista_dag", "last_day"),
            Column("dagar_narvarande", "days"),
        ),
    ),
)
# Of these Kolada counts the others: who has support, where our figure says who has not.
OTHER_SHARE = frozenset({"N31825"})


def layout_of(kind: str, first: date) -> Layout:
    """Return the layout that held when a period began."""
    return max(
        (one for one in LAYOUTS if kind in one.kinds and one.valid_from <= first), key=lambda one: one.valid_from
    )


def layout_data(kind: str, first: date) -> dict[str, Any]:
    """Return what the database is told of a layout: its columns, and the items of the figures that have any."""
    columns = [column.as_data for column in layout_of(kind, first).columns]
    return {"columns": columns, "items": items() if kind == Kind.ITEMS else []}


def layouts_data() -> dict[str, list[dict[str, Any]]]:
    """Return every layout of a file of persons by its kind, each with the day from which it holds."""
    return {
        kind: [
            {"valid_from": one.valid_from.isoformat(), "columns": [column.as_data for column in one.columns]}
            for one in LAYOUTS
            if kind in one.kinds
        ]
        for kind in (Kind.MONTH, Kind.YEAR, Kind.INDIVIDUAL)
    }


def items() -> list[dict[str, Any]]:
    """Return every figure that is near one of Kolada's items."""
    return [
        {
            "kolada": one.kolada,
            "figure": one.name,
            "title": str(one.title),
            "unit": str(one.unit),
            "is_other_share": one.kolada in OTHER_SHARE,
        }
        for one in TOLD
        if one.kolada
    ]
