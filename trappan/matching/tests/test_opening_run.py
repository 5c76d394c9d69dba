"""The night's run over the openings: who is ready is proposed what was asked for, and nothing of persons is read."""

from datetime import date, timedelta

import pytest
from django.db.models import F

from trappan import database
from trappan.employers.models import Opening
from trappan.employers.testing import make_employer, make_officer, make_opening
from trappan.matching.jobs import allocations_waiting, carry_out_allocation, order_allocations, thin_allocations
from trappan.matching.models import OpeningLine, OpeningRun, WorkSearch
from trappan.matching.operations import ask_person, decline_opening, tell_outcome
from trappan.matching.testing import MONDAY, consent_to_employers, make_ready, run_openings, send, wait_for_place
from trappan.people.models import Person
from trappan.rules.testing import make_concept
from trappan.staff.testing import as_

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def town(linnea):
    return linnea.unit.organisation


@pytest.fixture
def kitchen(today):
    group = make_concept("Köks- och restaurangbiträden", kind="group", code="9412")
    return make_concept("Köksbiträde", group=group), make_concept("Diskare", group=group)


def line_of(run, search) -> OpeningLine:
    return run.lines.get(search=search)


@pytest.mark.requirement("R-014", "R-141")
def test_who_has_been_ready_longest_gets_what_was_asked_for_and_the_other_one_of_the_same_kind(town, linnea, kitchen):
    cook, dish = kitchen
    first = make_opening(linnea, title="Kök", occupation=cook, week="mån 9-15")
    second = make_opening(linnea, title="Disk", occupation=dish, week="mån 9-15")
    make_opening(linnea, title="Snickare", occupation=make_concept("Snickare"), week="mån 9-15")
    late, early = make_ready(linnea, cook, days=3), make_ready(linnea, cook, days=90)
    made = run_openings(town)
    assert (made.monday, made.order) == (MONDAY, "start_first")
    assert (line_of(made, early).opening, line_of(made, early).wish) == (first, 0)
    line = line_of(made, late)
    assert (line.opening, line.wish, line.asked_for, line.facts["of_kind"]) == (second, 1, cook.pk, 2)
    assert line.facts["fuller"] == [{"opening": first.pk, "wish": 0, "longer": 1, "kept": 0, "no_other": 0}]
    assert made.counts == {
        "waiting": None,
        "proposed": None,
        "nothing": None,
        "first_wish": None,
        "kept": None,
        "openings": 3,
        "places": 3,
    }, "fewer than five are not told"


def test_five_and_more_are_told_and_equal_waiting_goes_by_case_number(town, linnea, kitchen):
    make_opening(linnea, occupation=kitchen[0], week="mån 9-15", places=5)
    searches = [make_ready(linnea, kitchen[0]) for _one in range(6)]
    for search in searches:
        assert search.starts_on == searches[0].starts_on
    make_opening(linnea, occupation=kitchen[0], week="lör 9-15", places=9)
    made = run_openings(town)
    assert [line_of(made, one).opening_id is None for one in searches] == [False] * 5 + [True]
    assert (made.counts["waiting"], made.counts["proposed"], made.counts["places"]) == (6, None, 14)
    make_ready(linnea, make_concept("Snickare"))
    assert run_openings(town).counts["waiting"] == 7
    for _more in range(3):
        make_ready(linnea, make_concept("Målare"))
    counts = run_openings(town).counts
    assert (counts["proposed"], counts["nothing"], counts["first_wish"], counts["kept"]) == (5, 5, 5, 5)


@pytest.mark.parametrize(
    ("of_opening", "said", "why"),
    [
        ({"week": "lör 9-15"}, {}, "hours"),
        ({"week": "mån 9-15, tor 9-15"}, {}, "hours"),
        ({"week": "mån 9-15"}, {"minutes_a_week": 120}, "hours"),
        ({"week": "mån 9-15", "licence": "D"}, {"licence": ["B"]}, "licence"),
        ({"week": "mån 9-15", "languages": ["svenska"]}, {}, "language"),
        ({"week": "mån 9-15"}, {"limits": ["no_lifting"]}, "needs"),
    ],
)
def test_what_is_stated_of_both_rules_out_and_is_counted(town, linnea, kitchen, of_opening, said, why):
    opening = make_opening(linnea, occupation=kitchen[0], **of_opening)
    opening.workplace.access = ["bus"]
    opening.workplace.save()
    search = make_ready(linnea, kitchen[0], **said)
    line = line_of(run_openings(town), search)
    assert (line.opening, line.facts["ruled_out"], line.facts["possible"]) == (None, {why: 1}, 0)


def test_what_nobody_has_said_rules_nothing_out_nor_does_what_the_team_may_not_know(town, linnea, kitchen):
    """Days and licence are said, but not in what the person lets the team be told: asked of nobody, as not said."""
    opening = make_opening(linnea, occupation=kitchen[0], week="lör 9-15", licence="D")
    search = make_ready(linnea, kitchen[0], licence=["B"])
    assert line_of(run_openings(town), search).opening is None
    database.execute("UPDATE matching_profileconsent SET parts = '{wishes}'")
    assert line_of(run_openings(town), search).opening == opening
    database.execute("UPDATE matching_profileconsent SET parts = '{hours}'")
    assert line_of(run_openings(town), search).facts["of_kind"] == 0


def test_what_is_offered_to_nobody_is_proposed_to_nobody(town, linnea, kitchen):
    """Closed by the Monday, filled, asked about, shaped for one, of an employer that rests, and another town's."""
    about = {"occupation": kitchen[0], "week": "mån 9-15"}
    closed, ended, asked, filled, shaped = (make_opening(linnea, **about) for _one in range(5))
    Opening.objects.filter(pk=closed.pk).update(closed_on=MONDAY, close_reason="Ångrat")
    Opening.objects.filter(pk=ended.pk).update(ends_on=MONDAY)
    Opening.objects.filter(pk=shaped.pk).update(shaped_for_one=True)
    resting = make_employer(linnea)
    make_opening(linnea, employer=resting, **about)
    type(resting).objects.filter(pk=resting.pk).update(
        rests_from=MONDAY, rests_until=MONDAY + timedelta(days=7), rest_reason="Flyttar"
    )
    make_opening(make_officer("Grannkommunen"), **about)
    busy, settled, waits = (make_ready(linnea, kitchen[0], days=days) for days in (9, 8, 7))
    for search in (busy, settled):
        consent_to_employers(search.case.responsible, search.person)
    with as_(linnea) as actor:
        ask_person(search=busy, opening=asked, today=actor.today)
        got = ask_person(search=settled, opening=filled, today=actor.today)
        database.execute("UPDATE matching_proposal SET willing = true, willing_on = today() WHERE id = %s", [got.pk])
    got.refresh_from_db()
    send(linnea, got)
    with as_(linnea) as actor:
        tell_outcome(proposal=got, accepted=True, today=actor.today)
    made = run_openings(town)
    assert [one.search for one in made.lines.all()] == [waits], "who is asked, or has a yes, waits for nothing here"
    assert (made.lines.get().opening, made.counts["openings"], made.counts["places"]) == (None, 1, 0)


def test_what_was_proposed_stays_and_what_was_declined_or_came_to_nothing_is_not_proposed_again(town, linnea, kitchen):
    one, other = (make_opening(linnea, occupation=kitchen[0], week="mån 9-15") for _one in range(2))
    early, late = make_ready(linnea, kitchen[0], days=90), make_ready(linnea, kitchen[0], days=3)
    before = {line.search_id: line.opening_id for line in run_openings(town).lines.all()}
    assert set(before.values()) == {one.pk, other.pk}
    again = run_openings(town)
    assert {line.search_id: line.opening_id for line in again.lines.all()} == before
    assert all(line.facts["kept"] for line in again.lines.all())
    with as_(linnea):
        decline_opening(line=line_of(again, late), reason="För långt hem")
    third = run_openings(town)
    assert line_of(third, late).facts["ruled_out"] == {"declined": 1}
    assert line_of(third, early).opening_id == before[early.pk]
    database.execute(
        "INSERT INTO matching_proposal (person_id, search_id, opening_id, answer_by, outcome, why, ended_on, willing, "
        "willing_on, at) SELECT person_id, id, %s, today(), 'person', 'journey', today(), false, today(), clock() "
        "FROM matching_worksearch WHERE id = %s",
        [before[early.pk], early.pk],
    )
    assert line_of(run_openings(town), early).facts["ruled_out"] == {"tried": 1}


def test_a_yes_withdrawn_during_the_run_leaves_no_line_and_one_that_dies_leaves_nothing(
    town, linnea, kitchen, monkeypatch
):
    make_opening(linnea, occupation=kitchen[0], week="mån 9-15")
    search = make_ready(linnea, kitchen[0])
    order_allocations()
    (row,) = allocations_waiting()
    with monkeypatch.context() as patched, pytest.raises(ZeroDivisionError):
        patched.setattr("trappan.matching.allocation.run.counted", lambda *facts: 1 / 0)
        carry_out_allocation(row)
    assert (OpeningRun.objects.count(), OpeningLine.objects.count(), allocations_waiting()) == (0, 0, [row])

    def withdrawn(*read):
        database.execute("RESET ROLE")
        WorkSearch.objects.filter(pk=search.pk).update(ended_on=F("starts_on"), end="withdrawn")
        database.execute("SET LOCAL ROLE trappan_allocation")
        return "0" * 64

    with monkeypatch.context() as patched:
        patched.setattr("trappan.matching.allocation.run.digest_of", withdrawn)
        carry_out_allocation(row)
    assert OpeningRun.objects.get().run_id == row
    assert not OpeningLine.objects.exists()


def test_nobody_ready_is_an_empty_run_and_somebody_ready_is_reason_enough_for_one(town, linnea, kitchen):
    wait_for_place()
    made = run_openings(town)
    assert (made.counts["waiting"], made.lines.count()) == (0, 0)
    database.execute("UPDATE plans_plan SET ended_at = decided_at, end_reason = 'Prov'")
    order_allocations()
    assert list(allocations_waiting()) == []
    search = make_ready(linnea, kitchen[0])
    assert line_of(run_openings(town), search).facts["of_kind"] == 0


def test_what_nobody_answered_is_erased_by_the_dated_rule_and_the_counts_stay(town, linnea, kitchen):
    make_opening(linnea, occupation=kitchen[0], week="mån 9-15")
    make_ready(linnea, kitchen[0])
    made = run_openings(town)
    thin_allocations()
    assert made.lines.count() == 1
    for table in ("matching_openingrun", "matching_allocationrun"):
        database.execute(f"UPDATE {table} SET monday = monday - 700")  # our own names
    thin_allocations()
    assert (OpeningLine.objects.count(), OpeningRun.objects.count()) == (0, 1)


@pytest.mark.requirement("R-141")
def test_gender_birth_names_country_and_household_change_nothing(town, linnea, kitchen):
    """Whole runs are compared, order included: of the same list before and after each person has become another."""
    cook, dish = kitchen
    for occupation in (cook, dish, cook):
        make_opening(linnea, occupation=occupation, week="mån 9-15")
    searches = [make_ready(linnea, *wishes, days=days) for days in (9, 9, 40) for wishes in ((cook,), (dish, cook))]

    def told():
        OpeningLine.objects.all().delete()
        made = run_openings(town)
        lines = made.lines.order_by("pk").values_list("search_id", "opening_id", "wish", "waits_since", "facts")
        return list(lines), made.counts, made.digest

    before = told()
    for number, search in enumerate(searches):
        person = Person.objects.get(pk=search.person_id)
        person.gender = "K" if person.gender == "M" else "M"
        person.given_name, person.family_name = f"Annan{number}", f"Annansson{number}"
        person.born_on = date(2001 - number, 2, 2)
        person.languages = ["somaliska"]
        person.save()
    database.execute("UPDATE plans_mapping SET arrived_on = DATE '2020-01-01', background = 'Annat land'")
    assert told() == before
    assert [one[1] is not None for one in before[0]].count(True) == 3


def test_who_is_marked_as_protected_is_as_if_not_there(town, linnea, kitchen):
    make_opening(linnea, occupation=kitchen[0], week="mån 9-15")
    first, second = make_ready(linnea, kitchen[0], days=9), make_ready(linnea, kitchen[0], days=8)
    Person.objects.filter(pk=first.person_id).update(protection="marked")
    marked = run_openings(town)
    assert [one.search for one in marked.lines.all()] == [second]
    assert marked.lines.get().facts["possible"] == 1


def test_the_queue_tells_a_search_by_number_and_what_the_yes_opens_alone(today):
    columns = database.query("SELECT proargnames AS names FROM pg_proc WHERE proname = 'matching_opening_queue'")[
        0
    ].names
    assert columns == [
        *("of_run", "search_id", "since", "week", "minutes", "licence", "languages", "needs"),
        *("asked", "tried", "refused", "declined", "kept"),
    ]
