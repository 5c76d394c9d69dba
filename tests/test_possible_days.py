"""A refused day comes with the days there are, both ends at once: nobody mends the one end to meet the other."""

import ast
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from trappan.cases.operations import stall
from trappan.cases.testing import make_case
from trappan.placements.operations import change_day, change_week, extend
from trappan.placements.testing import make_placement
from trappan.plans.operations import rate_oneself
from trappan.refusals import Refused
from trappan.schedules.allowed import refuse_outside
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY

ROOT = Path(__file__).parent.parent / "trappan"
OPERATIONS = sorted({*ROOT.glob("*/operations.py"), *ROOT.glob("*/operations/*.py")})
DAY = re.compile(r"^(\w+_)?(day|on)$|_on$")
COMPARED = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
# Where a sentence says its end itself, or sets two days that are typed beside each other.
BY_ITSELF = {
    ("outcomes/operations/exit.py", "correct_exit"): "a placement that went on: no other day helps",
    ("outcomes/operations/exit.py", "record_exit"): "a placement that goes on: no other day helps, it is ended first",
    ("people/operations/household.py", "leave_household"): "names the first day's end: the last day is after it",
    ("placements/operations/placement.py", "refuse_beyond_agreement"): "names the agreement's last day, the only end",
    ("placements/operations/proposal.py", "propose"): "names the furthest first day, the only end",
}


def name_of(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def asks_of_a_day(test):
    """Tell whether a condition sets a day against an end, but for two days that are typed beside each other."""
    for node in ast.walk(test):
        if isinstance(node, ast.Compare) and any(isinstance(op, COMPARED) for op in node.ops):
            sides = [node.left, *node.comparators]
            typed = {side.id for side in sides if isinstance(side, ast.Name)}
            if typed == {"starts_on", "ends_on"}:
                continue
            if any(DAY.search(name_of(side)) for side in sides):
                return True
        if isinstance(node, ast.Call) and name_of(node.func) == "covers":
            return True
    return False


def refusals_of_days(text):
    """Return the functions in which a day is refused by hand."""
    for function in ast.walk(ast.parse(text)):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.If) and asks_of_a_day(node.test) and isinstance(node.body[0], ast.Raise):
                yield function.name


def test_every_operation_refuses_a_day_with_both_ends():
    found = {
        (str(path.relative_to(ROOT)), function)
        for path in OPERATIONS
        for function in refusals_of_days(path.read_text(encoding="utf-8"))
    }
    assert found == set(BY_ITSELF)


@pytest.mark.parametrize(
    "condition", ["due_on <= today", "not placement.covers(day)", "not made.at <= heard_on <= today", "day > by.today"]
)
def test_one_that_does_not_would_be_found(condition):
    text = f"def refuse():\n    if {condition}:\n        raise Refused(_('Nej'), 'day')\n"
    assert list(refusals_of_days(text)) == ["refuse"]


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 30)])
def test_whichever_end_is_broken_both_are_named(day):
    ends = {"first": date(2026, 11, 2), "last": date(2026, 11, 29)}
    with pytest.raises(Refused, match="2 november 2026 – 29 november 2026") as refused:
        refuse_outside(day, "day", **ends, early="För tidigt.", late="För sent.")
    assert refused.value.field == "day"
    assert str(refused.value).startswith("För tidigt." if day.day == 1 else "För sent.")
    for inside in ends.values():
        refuse_outside(inside, "day", **ends)


def test_one_end_is_named_where_there_is_one():
    with pytest.raises(Refused, match="Tidigast 2 november 2026"):
        refuse_outside(date(2026, 11, 1), "day", first=date(2026, 11, 2))
    with pytest.raises(Refused, match="Senast 29 november 2026"):
        refuse_outside(date(2026, 11, 30), "day", last=date(2026, 11, 29))


@pytest.mark.django_db
class TestOperations:
    @pytest.fixture
    def case(self):
        set_today(TODAY)
        return make_case()

    @pytest.fixture
    def placement(self, case):
        from trappan.activities.testing import make_activity

        activity = make_activity(unit=make_colleague("supervisor").unit)
        return make_placement(
            case.responsible, person=case.person, activity=activity, starts_on=TODAY, ends_on=TODAY + timedelta(days=15)
        )

    @pytest.mark.parametrize("days", [-1, 1])
    def test_of_a_case_from_its_opening_to_today(self, case, days):
        set_today(TODAY + timedelta(days=5))
        day = TODAY + timedelta(days=days if days < 0 else 6)
        with as_(case.responsible) as actor:
            with pytest.raises(Refused, match="12 november 2026 – 17 november 2026"):
                rate_oneself(case=case, day=day, today=actor.today, answers={})
            with pytest.raises(Refused, match="12 november 2026 – 17 november 2026"):
                stall(case=case, reason="doctor", starts_on=day, today=actor.today)

    @pytest.mark.parametrize("days", [-1, 15])
    def test_of_a_placement_from_today_to_its_last_day(self, case, placement, days):
        day = TODAY + timedelta(days=days)
        with as_(case.responsible) as actor:
            with pytest.raises(Refused, match="12 november 2026 – 26 november 2026"):
                change_day(placement=placement, day=day, today=actor.today)
            with pytest.raises(Refused, match="12 november 2026 – 26 november 2026"):
                change_week(placement=placement, week=read_week("fre 9-12"), from_day=day, today=actor.today)

    def test_an_extension_from_the_day_after_the_last(self, case, placement):
        with as_(case.responsible) as actor, pytest.raises(Refused, match="Tidigast 27 november 2026"):
            extend(placement=placement, ends_on=TODAY + timedelta(days=15), today=actor.today)
