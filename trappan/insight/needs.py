"""Who may read that somebody was counted: whoever may read each fact that it tells of, as the tables say.

The database's own functions follow from the indicators, the breakdowns and the list of columns here: whether a row of
the spine is counted, which part of a breakdown it is, and what of a person must be held to be told either.
"""

from collections.abc import Collection, Iterator

from django.db import models

from trappan.database.rules import Rule, function
from trappan.insight.indicators.breakdowns import DIMENSIONS
from trappan.insight.indicators.cases import OF_UNIT
from trappan.insight.indicators.definitions import ALL
from trappan.insight.indicators.in_sql import Row, Said, literal
from trappan.insight.indicators.indicator import Indicator
from trappan.insight.models import PersonMonth

# What must be held of a person to be told a column: the scope of the table that it is made of. A number's day of birth
# is told to those who hold the plan, and to those who register people (people_tells_numbers).
NUMBER = "number"
OF_COLUMNS = {
    # That a month had support, how many in a row and in which role are told with the requirement
    # (requirement_standings, people_householdmember).
    **dict.fromkeys(("on_support", "is_head", "role", "in_a_row", "of_12", "of_36"), "requirement"),
    **dict.fromkeys(("is_very_long", "is_new", "is_back", "is_ended"), "requirement"),
    **dict.fromkeys(("stayed_away_6", "stayed_away_12"), "requirement"),
    **dict.fromkeys(("requirement", "is_reduced", "is_refused"), "requirement"),
    # Why somebody stands outside of it is the obstacle that was reported with the support.
    **dict.fromkeys(("household_type", "obstacle", "requirement_why"), "assistance"),
    "gender": "identity",
    **dict.fromkeys(("age", "age_band"), NUMBER),
}
# Case, plan, placement, steps, time and exit: the working file. What somebody adds to the spine is told to nobody
# before it stands here.
OF_PLAN = (
    *("has_case", "case_opened", "case_closed", "waits_for", "waits_since"),
    *("unit_id", "target", "planned", "expected", "is_placed", "activity_id", "place_unit_id"),
    *("organiser_id", "kind"),
    *("assigned", "attended", "excused", "unexcused", "days_to_case", "days_to_mapping", "days_to_plan"),
    *("days_to_start", "days_to_exit", "months_without_work", "cohort", "first_step", "step"),
    *("exit_reason", "exit_held", "exit_occupation", "exit_in_shortage"),
)
OF_COLUMNS |= dict.fromkeys(OF_PLAN, "plan")
# What a head's start page tells of every case of the own unit by its number (insight_own_unit, insight_own_cases):
# that it came or went, how it ended, and what it waits for. A figure that asks anything else tells a head no number,
# nor does any part of one.
ON_START_PAGE = {"case_opened", "case_closed", "waits_for", "exit_reason", "exit_held"}
# Which month it is, and by which number somebody stands in it: nothing that a list tells.
OF_NOBODY = ("month", "pseudonym", "household")


def row() -> Row:
    """Return a row of the spine, of which questions say what they ask."""
    fields = [one for one in PersonMonth._meta.get_fields() if isinstance(one, models.Field)]
    named = {str(one.column): isinstance(one, models.BooleanField) for one in fields}
    return Row(named, [name for name, is_answer in named.items() if is_answer])


def questions() -> Iterator[tuple[Indicator, bool, Said]]:
    """Return of each indicator who hits, and with it (true) whom it is of, where that is a yes or no of one row."""
    for one in [*ALL, *OF_UNIT]:
        for of_all, question in ((False, one.hit), (True, one.of)):
            said = question(row()) if question else None
            if said is not None and said.is_answer:
                yield one, of_all, said


WITH_ROWS = {one.name for one, of_all, _said in questions() if not of_all}
BY_NUMBER = WITH_ROWS - {one.name for one, _of_all, said in questions() if said.columns - ON_START_PAGE}


def is_by_number(indicator: str, by: Collection[str]) -> bool:
    """Tell whether a head is told who was counted by case number, as the start page tells it."""
    return indicator in BY_NUMBER and not by


def counted() -> Rule:
    """Return the function that tells whether a row is counted in an indicator: it hits, or it is one of all."""
    cases = "\n    ".join(
        f"WHEN indicator = {literal(one.name)} AND of_all = {literal(of_all)} THEN {said.text}"
        for one, of_all, said in questions()
    )
    return function(
        "insight_counted",
        "CREATE FUNCTION insight_counted(m insight_personmonth, indicator text, of_all boolean) RETURNS boolean "
        f"IMMUTABLE LANGUAGE sql AS $$\n  SELECT COALESCE(CASE\n    {cases}\n  END, false)\n$$",
    )


def part() -> Rule:
    """Return the function that tells which part of a breakdown a row is, as cells write it."""
    cases = "\n    ".join(f"WHEN {literal(name)} THEN m.{column}::text" for name, column in DIMENSIONS.items())
    return function(
        "insight_part",
        "CREATE FUNCTION insight_part(m insight_personmonth, of_by text[]) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$"
        f"\n  SELECT ARRAY(SELECT COALESCE(CASE b.name\n    {cases}\n  END, '')\n"
        "  FROM unnest(of_by) WITH ORDINALITY b (name, at) ORDER BY b.at)\n$$",
    )


def needs() -> Rule:
    """Return the function that tells what must be held of a person to be told that they are counted, and where.

    Of what is not known here NULL, which nobody holds.
    """
    told = {
        (one.name, of_all, OF_COLUMNS.get(column))
        for one, of_all, said in questions()
        for column in said.columns.difference(OF_NOBODY)
    }
    of_rows = ",\n    ".join(
        f"({literal(name)}, {literal(of_all)}, {said(need)})" for name, of_all, need in sorted(told, key=str)
    )
    of_parts = ", ".join(f"({literal(name)}, {said(OF_COLUMNS.get(column))})" for name, column in DIMENSIONS.items())
    return function(
        "insight_needs",
        "CREATE FUNCTION insight_needs(indicator text, of_all boolean, of_by text[]) RETURNS SETOF text "
        "IMMUTABLE LANGUAGE sql AS $$\n"
        f"  SELECT v.need FROM (VALUES {of_rows}) v (name, of_all, need)\n"
        "    WHERE v.name = insight_needs.indicator AND v.of_all = insight_needs.of_all\n"
        f"  UNION SELECT d.need FROM unnest(of_by) b (name) LEFT JOIN (VALUES {of_parts}) d (name, need)"
        " ON d.name = b.name\n$$",
    )


def by_number() -> Rule:
    """Return the function that tells of which figures a head is told cases by their number: as a whole alone."""
    figures = ", ".join(map(literal, sorted(BY_NUMBER)))
    return function(
        "insight_by_number",
        "CREATE FUNCTION insight_by_number(indicator text, of_by text[]) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$\n"
        f"  SELECT indicator IN ({figures}) AND of_by = '{{}}'\n$$",
    )


def said(need: str | None) -> str:
    """Return a need as SQL has it."""
    return "NULL::text" if need is None else f"{literal(need)}::text"
