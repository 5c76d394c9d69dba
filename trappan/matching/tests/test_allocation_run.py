"""The night's run: who waits is proposed what is possible, and a line says why; nothing of persons is read for it."""

import re
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F

from trappan import database
from trappan.activities.testing import make_activity
from trappan.matching.allocation.run import hide_few
from trappan.matching.jobs import allocations_waiting, carry_out_allocation
from trappan.matching.models import AllocationLine, AllocationRun
from trappan.matching.operations import decline_allocation, order_allocation
from trappan.matching.testing import MONDAY, run_allocation, wait_for_place
from trappan.people.models import Person
from trappan.placements.testing import make_placement
from trappan.plans.models import Mapping, Plan
from trappan.rules.models import RuleSet
from trappan.staff.testing import as_, make_organisation, make_unit

pytestmark = pytest.mark.django_db


def line_of(run, case) -> AllocationLine:
    return run.lines.get(case=case)


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


def test_who_has_waited_longest_gets_the_place_that_both_wish_for(town):
    garden = make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)
    kitchen = make_activity("Köket", make_unit("site", town), branch="restaurant", places=1)
    late, early = wait_for_place(days=3), wait_for_place(days=100)
    made = run_allocation(town)
    assert (made.monday, made.order) == (MONDAY, "start_first")
    assert line_of(made, early).activity == garden
    second = line_of(made, late)
    assert (second.activity, second.wish, second.week) == (kitchen, 3, "mon 09:00-12:00, thu 09:00-12:00")
    assert second.facts["fuller"][0]["longer"] == 1
    assert made.counts["proposed"] == 2


def test_equal_waiting_goes_by_case_number_and_nobody_waiting_is_an_empty_run(town):
    garden = make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)
    assert run_allocation(town) is None, "the night orders nothing where nobody waits"
    first, second = wait_for_place(), wait_for_place()
    assert first.number < second.number
    made = run_allocation(town)
    assert line_of(made, first).activity == garden
    assert line_of(made, second).activity is None
    assert made.counts["nothing"] == 1


def test_the_other_order_is_that_of_the_rules_of_the_weeks_first_day(town):
    """Early wishes for the garden and could be in the kitchen too; late can be in the garden alone."""
    garden = make_activity("Odlingen", make_unit("site", town), branch="garden", places=1, access=["step_free"])
    make_activity("Köket", make_unit("site", town), branch="restaurant", places=1, access=["bus"])
    early, late = wait_for_place(days=90), wait_for_place(days=3)
    Mapping.objects.filter(case=late).update(needs=["step_free"])
    assert line_of(run_allocation(town), late).activity == garden, "who can start comes first"
    rules = RuleSet.objects.decided().filter(valid_from__lte=MONDAY).last()
    RuleSet.objects.filter(pk=rules.pk).update(valid_to=MONDAY)
    wish_first = {**rules.parameters, "allocation_start_first": False}
    RuleSet.objects.create(
        name="Nästa", valid_from=MONDAY, parameters=wish_first, source="Prov", decided_at=rules.decided_at
    )
    AllocationLine.objects.all().delete()
    made = run_allocation(town)
    assert made.order == "wish_first"
    assert line_of(made, early).activity == garden
    assert line_of(made, late).activity is None


def test_who_has_a_place_or_is_proposed_to_one_or_is_protected_waits_for_nothing_here(town):
    make_activity("Odlingen", make_unit("site", town), branch="garden")
    placed, hidden, waits = wait_for_place(), wait_for_place(protection="marked"), wait_for_place()
    make_placement(
        placed.responsible, person=placed.person, activity=make_activity("Köket"), starts_on=MONDAY - timedelta(days=7)
    )
    made = run_allocation(town)
    assert {one.case for one in made.lines.all()} == {waits}
    assert made.counts["waiting"] == 2, "to leave the protected out of the sum would tell how many they are"
    assert hidden.person_id not in made.lines.values_list("person_id", flat=True)


def test_what_was_proposed_yesterday_stays_and_what_was_declined_is_not_proposed_again(town):
    one = make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)
    other = make_activity("Parken", make_unit("site", town), branch="garden", places=1)
    early, late = wait_for_place(days=90), wait_for_place(days=3)
    before = {line.case_id: line.activity_id for line in run_allocation(town).lines.all()}
    again = run_allocation(town)
    assert {line.case_id: line.activity_id for line in again.lines.all()} == before
    assert all(line.facts["kept"] for line in again.lines.all())
    mine = line_of(again, late)
    with as_(late.responsible):
        decline_allocation(line=mine, reason="Känner någon där")
    third = run_allocation(town)
    assert line_of(third, late).facts["ruled_out"] == {"declined": 1}
    assert line_of(third, late).activity is None, "the other is kept for who has waited longer"
    assert line_of(third, early).activity_id == before[early.pk]
    assert {one.pk, other.pk} == set(before.values())


def test_two_orders_are_one_and_a_run_that_dies_leaves_nothing(town, monkeypatch):
    make_activity("Odlingen", make_unit("site", town), branch="garden")
    case = wait_for_place()
    with as_(case.responsible) as actor:
        for _twice in range(2):
            order_allocation(by=actor, monday=MONDAY)
    (row,) = allocations_waiting()
    with monkeypatch.context() as patched, pytest.raises(ZeroDivisionError):
        patched.setattr("trappan.matching.allocation.run.digest_of", lambda facts: 1 / 0)
        carry_out_allocation(row)
    assert allocations_waiting() == [row]
    assert not AllocationLine.objects.exists()
    carry_out_allocation(row)
    carry_out_allocation(row)
    assert AllocationLine.objects.count() == 1
    assert AllocationRun.objects.get().ordered_by == case.responsible


@pytest.mark.requirement("R-141")
def test_gender_birth_names_country_and_household_change_nothing(town):
    """Whole runs are compared, order included: of the same town before and after each person has become another."""
    for name, branch in (("Odlingen", "garden"), ("Köket", "restaurant"), ("Snickeriet", "wood")):
        make_activity(name, make_unit("site", town), branch=branch, places=1, languages_asked=["svenska"])
    cases = [
        wait_for_place(days=days, wishes=wishes) for days in (9, 9, 40) for wishes in (("garden",), ("wood", "garden"))
    ]
    wait_for_place(days=30, week="mån 13-16")

    def told():
        AllocationLine.objects.all().delete()
        made = run_allocation(town)
        lines = made.lines.order_by("pk").values_list("case_id", "activity_id", "week", "wish", "waits_since", "facts")
        return list(lines), made.counts, made.digest

    before = told()
    for number, case in enumerate(cases):
        person = Person.objects.get(pk=case.person_id)
        person.gender = "K" if person.gender == "M" else "M"
        person.given_name, person.family_name = f"Annan{number}", f"Annansson{number}"
        person.born_on, person.languages = date(2001 - number, 2, 2), ["dari"]
        person.save()
    database.execute("UPDATE plans_mapping SET arrived_on = DATE '2020-01-01', background = 'Annat land'")
    assert told() == before
    assert sum(line[1] is not None for line in before[0]) == 4


def test_who_is_marked_as_protected_is_as_if_not_there(town):
    """Of the others' lines nothing is another than if the case had been closed."""
    make_activity("Odlingen", make_unit("site", town), branch="garden", places=1)
    first, second, third = wait_for_place(days=9), wait_for_place(days=8), wait_for_place(days=7)

    def told():
        AllocationLine.objects.all().delete()
        return [
            (one.case_id, one.activity_id, one.facts)
            for one in run_allocation(town).lines.exclude(case=first).order_by("pk")
        ]

    Person.objects.filter(pk=first.person_id).update(protection="marked")
    marked = told()
    Person.objects.filter(pk=first.person_id).update(protection="none")
    Plan.objects.filter(case=first).update(ended_at=F("decided_at"), end_reason="Prov")
    assert told() == marked
    assert [one[0] for one in marked] == [second.pk, third.pk]


def test_the_role_that_reckons_reads_no_table_and_calls_what_returns_facts_alone(town):
    """Its queue tells a case by number, days, times and codes: no name, gender, birth, country, household."""
    tables = database.query(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p') AND relnamespace = 'public'::regnamespace "
        "AND (has_any_column_privilege('trappan_allocation', oid, 'SELECT, INSERT, UPDATE') "
        "OR has_table_privilege('trappan_allocation', oid, 'DELETE'))"
    )
    assert tables == []
    called = database.query(
        "SELECT proname, pg_get_function_result(oid) AS returns FROM pg_proc "
        "WHERE pronamespace = 'public'::regnamespace AND proname NOT LIKE 'procrastinate%%' "
        "AND has_function_privilege('trappan_allocation', oid, 'EXECUTE')"
    )
    returned = {one.proname: one.returns for one in called}
    mine = {name for name in returned if name.startswith("matching_")}
    assert mine == {
        "matching_allocation_places",
        "matching_allocation_queue",
        "matching_allocation_room",
        "matching_answer_question",
        "matching_begin_allocation",
        "matching_keep_allocation",
        "matching_keep_openings",
        "matching_keep_moves",
        "matching_keep_town",
        "matching_opening_offers",
        "matching_opening_queue",
        "matching_take_question",
    }
    assert set(returned) - mine == set()
    columns = re.findall(r"(\w+) [\w\[\] ]+[,)]", returned["matching_allocation_queue"])
    assert columns == [
        *("case_id", "since", "starts_at", "ends_at", "weeks", "branches", "path", "needs", "most_travel", "journeys"),
        *("consents", "refused", "declined", "kept_activities", "kept_weeks", "kept_alone", "has_begun"),
        *("speaks", "licence"),
    ]
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_allocation")
        database.query("SELECT gender FROM people_person")
    may = database.query(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE 'trappan\\_%%' AND rolname <> 'trappan_allocation' "
        "AND NOT rolsuper AND pg_has_role(oid, 'trappan_allocation', 'SET')"
    )
    assert {one.rolname for one in may} == {"trappan_nightly", "trappan_owner"}


def test_few_at_a_place_are_not_told_nor_to_be_worked_out():
    assert hide_few({1: 3, 2: 9, 3: 7, 4: 0}) == {1: None, 2: 9, 3: None, 4: 0}
    assert hide_few({1: 3, 2: 4, 3: 7}) == {1: None, 2: None, 3: 7}
    assert hide_few({1: 1, 2: 2}) == {1: None, 2: None}
