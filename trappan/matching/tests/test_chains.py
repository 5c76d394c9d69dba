"""Who could start if somebody else took another place: possible as suggested, told by names to who works with both."""

from datetime import timedelta
from itertools import product
from random import Random

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from trappan import database
from trappan.activities.testing import make_activity
from trappan.history.models import Event
from trappan.matching.allocation.allocate import allocate
from trappan.matching.allocation.chains import MOVES, chains
from trappan.matching.jobs import thin_allocations
from trappan.matching.models import AllocationMove, AllocationRun
from trappan.matching.operations import decline_allocation
from trappan.matching.testing import MONDAY, run_allocation, wait_for_place
from trappan.matching.tests.towns import a_town, is_within
from trappan.people.models import Person
from trappan.plans.models import Mapping
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text


@settings(max_examples=60, deadline=None)
@drawn(st.integers(0, 2**32 - 1), st.booleans())
def test_as_suggested_there_is_room_and_one_who_could_move_alone_is_never_missed(seed, start_first):
    town = a_town(Random(seed))
    given = allocate(town, start_first=start_first)
    found = chains(town, given)
    for seeker, mine in enumerate(town.choices_of):
        if given[seeker] is not None:
            assert seeker not in found
            continue
        others = [one for one in range(len(town.seekers)) if given[one] is not None]
        alone = any(
            is_within(town, [mine_now if at == seeker else to if at == one else has for at, has in enumerate(given)])
            for mine_now, one in product(mine, others)
            for to in town.choices_of[one]
        )
        assert (len(found[seeker].moves) == 1 if seeker in found else False) == alone
        if seeker in found:
            chain = found[seeker]
            after = list(given)
            after[seeker] = chain.choice
            for move in chain.moves:
                assert after[move.seeker] == move.leaves
                assert move.takes in town.choices_of[move.seeker]
                after[move.seeker] = move.takes
            assert len({move.seeker for move in chain.moves}) == len(chain.moves) <= MOVES
            assert is_within(town, after)


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


@pytest.fixture
def jonna(town):
    return make_colleague("consultant", make_unit("labour_market", town, name="Enhet Väster"))


@pytest.fixture
def other(town):
    return make_colleague("consultant", make_unit("labour_market", town, name="Enhet Öster"))


@pytest.fixture
def wait(town):
    """Early keeps the garden, where late alone must be; early could be in the kitchen. Return late's line and early."""
    make_activity("Odlingen", make_unit("site", town), branch="garden", places=1, access=["step_free"])
    make_activity("Köket", make_unit("site", town), branch="restaurant", places=1, access=["bus"])

    def waits(of_early, of_late):
        early = wait_for_place(consultant=of_early, days=90)
        Person.objects.filter(pk=early.person_id).update(given_name="Tidig", family_name="Prövsson")
        early.person.refresh_from_db()
        run_allocation(town)
        late = wait_for_place(consultant=of_late, days=3)
        Mapping.objects.filter(case=late).update(needs=["step_free"])
        return run_allocation(town).lines.get(case=late), early

    return waits


def page_of(client, who, line):
    sign_in(client, who)
    return text(client.get(reverse("matching:allocation", args=[line.pk])))


@pytest.mark.django_db
@pytest.mark.requirement("R-145")
def test_whoever_works_with_both_reads_who_would_take_what_and_nothing_is_done(
    client, wait, jonna, django_assert_max_num_queries
):
    line, early = wait(jonna, jonna)
    assert line.activity is None
    sign_in(client, jonna)
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse("matching:allocations")))
    assert f"Vad krävs för att {line.person.given_name} ska kunna börja?" in page
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse("matching:allocation", args=[line.pk])))
    assert f"{line.person.given_name} skulle kunna börja på Odlingen, mån, tors 9–12 om det vore så här:" in page
    assert early.person.name in page
    assert "tog Köket, mån, tors 9–12 (möjlig, men inte önskad) och inte Odlingen, mån, tors 9–12." in page
    assert Event.objects.filter(verb="matching.see_who_would_move", person_id=early.person_id).count() == 1
    assert AllocationRun.objects.first().lines.get(case=early).activity.name == "Odlingen"


@pytest.mark.django_db
@pytest.mark.requirement("R-150")
def test_of_somebody_whom_the_reader_does_not_work_with_it_says_which_unit_to_ask(client, wait, jonna, other, town):
    line, early = wait(jonna, other)
    page = page_of(client, other, line)
    assert "Andra, som Enhet Väster arbetar med, tog något annat. Fråga en kollega där." in page
    assert early.person.name not in page
    assert "Köket" not in page.split("om det vore så här")[1], "where to is the other's to know"
    assert not Event.objects.filter(verb="matching.see_who_would_move").exists()
    with as_(other):
        (told,) = database.rows("matching_chain", line.pk)
        assert (told.person_id, told.unit_id, told.leaves, told.takes) == (None, jonna.unit_id, None, None)
    site = AllocationMove.objects.get().line.run.lines.get(case=early).activity.unit
    for role, unit in (("supervisor", site), ("head_of_unit", other.unit), ("employer_officer", other.unit)):
        with as_(make_colleague(role, unit)):
            assert database.rows("matching_chain", line.pk) == [], role
    for who in (jonna, other):
        with as_(who):
            assert not AllocationMove.objects.exists()
            assert (database.rows("matching_chain", line.pk) == []) == (who == jonna)
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                AllocationMove.objects.update(unit=who.unit)
    sign_in(client, jonna)
    assert client.get(reverse("matching:allocation", args=[line.pk])).status_code == 404


@pytest.mark.django_db
def test_what_has_been_answered_cannot_be_tried_and_it_is_erased_when_the_week_begins(client, wait, jonna):
    line, early = wait(jonna, jonna)
    thin_allocations()
    assert AllocationMove.objects.count() == 1
    with as_(jonna):
        decline_allocation(line=line.run.lines.get(case=early), reason="Vill vänta")
    page = page_of(client, jonna, line)
    assert "Något har hänt sedan dess, så det går inte att pröva längre." in page
    assert "Köket" not in page.split("Vad krävs för att")[1]
    AllocationRun.objects.update(monday=MONDAY - timedelta(days=7))
    thin_allocations()
    assert not AllocationMove.objects.exists()


@pytest.mark.django_db
def test_once_somebody_is_protected_nothing_is_told_not_even_whom_to_ask(client, wait, jonna):
    line, early = wait(jonna, jonna)
    with as_(jonna):
        assert database.rows("matching_chain", line.pk)
    Person.objects.filter(pk=early.person_id).update(protection="marked")
    with as_(jonna):
        assert database.rows("matching_chain", line.pk) == []
