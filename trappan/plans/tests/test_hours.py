"""Hours: proposed by the rules, in words, never below none; and only a yes or no about a child."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from trappan.cases.testing import make_case
from trappan.people import operations as people
from trappan.people.models import Number
from trappan.people.testing import make_person, test_number
from trappan.plans.hours import Proposal, in_hours, propose, read_proposal
from trappan.rules.rulesets import Rules, rules_on
from trappan.staff.testing import as_, make_colleague, make_unit

RULES: Rules = SimpleNamespace(  # type: ignore[assignment]  # the four that hours ask for
    full_time_minutes=2400, young_child_age=8, young_child_minutes=600, part_time_deducted=True
)


@given(st.booleans(), st.integers(0, 60 * 60))
def test_the_proposal_is_what_its_lines_add_up_to(young_child, part_time):
    found = propose(RULES, young_child=young_child, part_time_minutes=part_time)
    slow = max(2400 - (600 if young_child else 0) - part_time, 0)
    assert found.minutes == slow
    assert 0 <= found.minutes <= 2400
    assert len(found.lines) == 1 + young_child + (part_time > 0)
    kept = read_proposal(found.as_json())
    assert kept == found
    numbers = [n for n in found.sentence.replace("\u00a0", " ").split() if n[0].isdigit()]
    assert numbers[0] == "40"
    assert numbers[-1] == in_hours(slow)


@pytest.mark.requirement("R-027")
@pytest.mark.django_db
def test_the_arithmetic_is_read_aloud():
    found = propose(RULES, young_child=True, part_time_minutes=480)
    assert found.sentence == "40 − 10 (barn under 8 år hemma) − 8 (deltidsarbete) = 22\u00a0h"
    assert propose(rules_on(date(2026, 11, 12)), young_child=False, part_time_minutes=0).minutes == 2400


def test_a_plan_from_before_has_no_arithmetic():
    assert read_proposal(None) is None
    assert isinstance(read_proposal({"young_child_age": 8, "lines": [["full_time", 2400]]}), Proposal)


@pytest.mark.django_db
class TestAChildAtHome:
    def family(self, birth: str):
        case = make_case()
        ulla = case.social_worker
        child = make_person(ulla, "Lill", "Påhitt", number=test_number(birth))
        with as_(ulla):
            home = people.join_household(person=case.person, role="applicant", starts_on=date(2026, 1, 1)).household_id
            people.join_household(person=child, role="child", starts_on=date(2026, 1, 1), household_id=home)
        return case, child

    @pytest.mark.parametrize(("birth", "young"), [("20181113", True), ("20181112", False), ("20201273", True)])
    def test_is_counted_until_the_eighth_birthday(self, today, birth, young):
        if birth.endswith("73"):  # a samordningsnummer adds sixty to the day
            case, child = self.family("20201213")
            Number.objects.filter(person=child).update(number="202012732390")
        else:
            case, child = self.family(birth)
        with as_(case.responsible):
            assert people.lives_with_young_child(case.person_id) is young
            assert not Number.objects.filter(person=child).exists(), "the child's own file is shut"

    def test_is_told_only_to_those_who_hold_the_requirement(self, today):
        case, _child = self.family("20220101")
        for stranger in (
            make_colleague("consultant", case.responsible.unit),
            make_colleague("supervisor", make_unit("site")),
        ):
            with as_(stranger):
                assert people.lives_with_young_child(case.person_id) is False

    def test_a_number_without_a_real_date_is_no_birthday(self, db):
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_born('200013612390'), people_born('20200229R001')")
            assert cursor.fetchone() == (None, date(2020, 2, 29))
