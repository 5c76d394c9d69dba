"""What each rule is called, in which unit, between which bounds, and whether it takes two persons to change it.

What the law sets, and what guards secrecy or decisions, is confirmed by a second colleague (`two`); the
municipality's own is changed by one. The database is told the same (`known`), and judges by it.
"""

from trappan.database.rules import Rule, function
from trappan.rules.parameters.deliveries import OF_DELIVERIES
from trappan.rules.parameters.own_pages import OF_OWN_PAGES
from trappan.rules.parameters.parameter import NUMBERS, Kind, Parameter
from trappan.rules.parameters.places import OF_PLACES
from trappan.rules.parameters.projects import OF_PROJECTS
from trappan.rules.parameters.reminders import OF_REMINDERS
from trappan.rules.parameters.requirement import OF_REQUIREMENT
from trappan.rules.parameters.way_out import OF_WAY_OUT

__all__ = ["BY_NAME", "NUMBERS", "PARAMETERS", "Kind", "Parameter", "known"]

PARAMETERS = (*OF_REQUIREMENT, *OF_PLACES, *OF_WAY_OUT, *OF_REMINDERS, *OF_OWN_PAGES, *OF_DELIVERIES, *OF_PROJECTS)
BY_NAME = {one.name: one for one in PARAMETERS}


def known() -> Rule:
    """Return the database's own list of the rules: name, kind, bounds, and whether it takes two to change it."""

    def kind(one: Parameter) -> str:
        return "number" if one.kind in NUMBERS else "array" if one.kind in (Kind.LISTED, Kind.CODES) else one.kind

    rows = ",\n  ".join(
        f"('{one.name}', '{kind(one)}', {one.lowest}, {one.highest}, {str(one.two).lower()})" for one in PARAMETERS
    )
    return function(
        "rules_known",
        "CREATE FUNCTION rules_known() RETURNS TABLE (name text, kind text, lowest int, highest int, two boolean) "
        f"IMMUTABLE LANGUAGE sql AS $$\n  VALUES {rows}\n$$",
    )
