"""What an extract may have of a person's month, and the data dictionary of what it has.

Which activity and which workplace somebody was at are in no extract: few are at each. `person` and `household` are
drawn for each extract alone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from trappan.assistance.models import SupportMonth
from trappan.insight.models import PersonMonth
from trappan.insight.parquet import kinds_of
from trappan.insight.parts import called
from trappan.outcomes.models import Exit
from trappan.rules.codes import labels


@dataclass(frozen=True)
class Group:
    """Columns that come from the same source, each by its name in the spine, with what it says."""

    name: str
    title: Promise
    source: Promise
    columns: Mapping[str, Promise]


HOUSEHOLD = "household"
# In every extract.
ALWAYS = {
    "month": _("The month, by its first day"),
    "person": _("The person: a number drawn for this extract alone, the same in all its months"),
}
GROUPS = [
    Group(
        "person",
        _("The person"),
        _("The register of people in the system"),
        {
            "gender": _("Legal gender"),
            "age": _("Age in whole years at the month’s end"),
            "age_band": _("Age in bands at the month’s end"),
        },
    ),
    Group(
        "support",
        _("Economic support"),
        _("The municipality’s payments of support, read in month by month"),
        {
            HOUSEHOLD: _("The household: a number drawn for this extract alone"),
            "on_support": _("Has support in the month"),
            "is_head": _("Is the household’s applicant, one a household and month"),
            "role": _("Role in the household"),
            "household_type": _("Type of household"),
            "obstacle": _("Obstacle to self-support, as registered"),
            "in_a_row": _("Months with support in a row, up to this one"),
            "of_12": _("Months with support of the latest 12"),
            "of_36": _("Months with support of the latest 36"),
            "is_very_long": _("At least 27 of 36 months, with no break of more than two"),
            "is_new": _("The first month with support of sixty"),
            "is_back": _("The first month with support after a break"),
            "is_ended": _("The first month without support"),
            "stayed_away_6": _(
                "Had no support in the six months after the last month with support, yes or no; empty unless that "
                "month was twelve months ago"
            ),
            "stayed_away_12": _(
                "Has had no support since the last month with support, yes or no; empty unless that month was twelve "
                "months ago"
            ),
        },
    ),
    Group(
        "requirement",
        _("The activity requirement"),
        _("The rules in force in the month, exemptions and decisions"),
        {
            "requirement": _("How the activity requirement stands"),
            "requirement_why": _("Why somebody stands outside, or is exempt"),
            "is_reduced": _("A decision to reduce the support was made in the month"),
            "is_refused": _("A decision to refuse the support was made in the month"),
        },
    ),
    Group(
        "case",
        _("Case and plan"),
        _("Case files and decided plans"),
        {
            "has_case": _("Has a case with the labour market unit in the month"),
            "unit_id": _("The unit that has the case"),
            "target": _("Minutes a week that the plan asks for, at the month’s end"),
            "planned": _("Minutes a week that the plan’s parts add up to, at the month’s end"),
            "expected": _("Minutes in the month that the plan asks for"),
            "case_opened": _("A case was opened in the month"),
            "case_closed": _("A case was closed in the month"),
        },
    ),
    Group(
        "time",
        _("Activity and time"),
        _("Placements, and attendance marked at the site"),
        {
            "is_placed": _("Has a placement in the month"),
            "kind": _("Kind of the activity with most minutes"),
            "organiser_id": _("Organiser of the activity with most minutes"),
            "assigned": _("Minutes assigned in the month"),
            "attended": _("Minutes attended in the month"),
            "excused": _("Minutes of absence with an acceptable reason"),
            "unexcused": _("Minutes of absence without one, as municipal staff found it"),
        },
    ),
    Group(
        "way",
        _("The way through"),
        _("Applications, case files, plans and placements, in the month in which the later of two stages was reached"),
        {
            "days_to_case": _("Days from application to case"),
            "days_to_mapping": _("Days from case to finished mapping"),
            "days_to_plan": _("Days from mapping to decided plan"),
            "days_to_start": _("Days from plan to first day at an activity"),
            "days_to_exit": _("Days from first day at an activity to exit"),
            "months_without_work": _("Months without work when the mapping was finished"),
            "cohort": _("The month of the first day at an activity"),
            "first_step": _("The first step on the staircase that staff assessed, by its number"),
            "step": _("The latest step on the staircase that staff assessed, by its number"),
        },
    ),
    Group(
        "exit",
        _("How cases end"),
        _("Exits, as staff wrote them"),
        {
            "exit_reason": _("Reason of an exit in the month"),
            "exit_held": _("The work or studies held when it was checked"),
            "exit_occupation": _("Occupation by SSYK 2012, where the exit was to work"),
            "exit_in_shortage": _("The occupation was marked as one with too few people, on the day when work began"),
        },
    ),
]
OFFERED = [name for group in GROUPS for name in group.columns]
UNKNOWN = _("Not known or none")
STANDINGS = {
    "under": _("Under the requirement"),
    "exempt": _("Exempt"),
    "outside": _("Outside of it"),
    "not_yet": _("Too few months in a row yet"),
    "no_duty": _("The requirement did not apply yet"),
}
OUTSIDE = {
    "child": _("A child in the household"),
    "age": _("Under the age from which it applies"),
    "pension": _("Has reached pension age"),
}
# What the values of a column are called, each by its code.
CODES: dict[str, Callable[[], Mapping[str, Any]]] = {
    "gender": lambda: called("gender"),
    "role": lambda: dict(SupportMonth.Role.choices),
    "household_type": lambda: of_tables("household_type"),
    "obstacle": lambda: of_tables("obstacle"),
    "requirement": lambda: STANDINGS,
    "requirement_why": lambda: {**OUTSIDE, **of_tables("exemption", "obstacle")},
    "unit_id": lambda: called("unit"),
    "kind": lambda: called("kind"),
    "organiser_id": lambda: called("organiser"),
    "exit_reason": lambda: dict(Exit.Reason.choices),
}


def of_tables(*tables: str) -> dict[str, str]:
    """Return the words of dated codes, by code."""
    return {code: label for (_table, code), label in labels(*tables).items()}


def kinds(columns: Iterable[str]) -> dict[str, str]:
    """Return the columns of an extract in their order, each with its kind in Parquet, of those that are offered."""
    chosen, of_spine = set(columns), kinds_of(PersonMonth)
    return {"month": "DATE", "person": "BIGINT", **{name: of_spine[name] for name in OFFERED if name in chosen}}


def dictionary(columns: Iterable[str]) -> list[dict[str, Any]]:
    """Return what each column of an extract says, its kind, its codes with their words, and where it comes from.

    In Swedish whatever language the page of whoever asks is in: it goes with the file.
    """
    with override("sv"):
        said = {name: (str(words), gettext("Given in every extract")) for name, words in ALWAYS.items()}
        said |= {name: (str(words), str(group.source)) for group in GROUPS for name, words in group.columns.items()}
        return [
            {
                "column": name,
                "kind": kind,
                "meaning": said[name][0],
                "source": said[name][1],
                "codes": {str(code): str(label) for code, label in codes_of(name).items()},
            }
            for name, kind in kinds(columns).items()
        ]


def codes_of(column: str) -> Mapping[str, Any]:
    """Return the codes of a column with their words; none where its values say themselves."""
    if column not in CODES:
        return {}
    # An empty text is a value of its own; of numbers nothing is no value.
    return CODES[column]() if column.endswith("_id") or column == "household_type" else {"": UNKNOWN, **CODES[column]()}
