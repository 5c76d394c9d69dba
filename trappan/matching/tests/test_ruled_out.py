"""What ruled women and men out: counts of a month that has ended, told of no few and to those who read figures."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.models import Activity
from trappan.activities.testing import make_activity
from trappan.matching.jobs import count_ruled_out, thin_allocations
from trappan.matching.models import AllocationLine, AllocationRun, AllocationWaiting, ProfilePart, RuledOut
from trappan.matching.testing import run_allocation, wait_for_place
from trappan.people.models import Person
from trappan.plans.models import Mapping, Plan
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def town(today):
    return make_organisation("Provkommunen")


@pytest.fixture
def waited(town):
    """Eleven women, of whom six may come to neither place without stairs, and eleven men, of whom all may."""
    for name in ("Odlingen", "Parken"):
        make_activity(name, make_unit("site", town), branch="garden", places=3, access=["bus"])
    consultant = make_colleague("consultant", make_unit("labour_market", town))
    cases = [wait_for_place(consultant=consultant, days=60) for _one in range(22)]
    for number, case in enumerate(cases):
        Person.objects.filter(pk=case.person_id).update(gender="K" if number % 2 else "M")
    Mapping.objects.filter(case__in=cases[1:12:2]).update(needs=["step_free"])
    run_allocation(town)
    ended(date(2026, 10, 30))
    return cases


def ended(day: date) -> None:
    """Let the latest run be of another day."""
    run = AllocationRun.objects.first()
    AllocationRun.objects.filter(pk=run.pk).update(made_at=f"{day}T03:00Z", monday=date(2026, 11, 2))


def told() -> dict[str, tuple[int, int] | None]:
    return {one.reason: one.women and (one.women, one.men) for one in RuledOut.objects.all()}


@pytest.mark.requirement("R-141")
def test_a_month_is_counted_once_by_gender_and_few_are_not_told(town, waited):
    marked = waited[0].person_id
    count_ruled_out()
    rows = list(RuledOut.objects.all())
    assert {(one.month, one.counted_on, one.of_women, one.of_men) for one in rows} == {
        (OCTOBER, date(2026, 10, 30), 11, 11)
    }
    found = told()
    assert set(found) == set(RuledOut.Reason.values)
    assert found["needs"] is None, "six women, and no man: fewer than five are not told, nor the women beside"
    assert found["proposed"] is None, "fewer than five women"
    before = told()
    Person.objects.filter(pk=marked).update(gender="K")
    count_ruled_out()
    assert told() == before, "once"


def test_what_is_many_of_both_is_told_and_what_is_left_over_never_few(town, waited):
    """Hours ruled out places for six women and five men, journeys for six women and four men."""
    women, men = waited[1::2], waited[::2]
    lines = AllocationLine.objects.all()
    place = lines.exclude(activity=None).first().activity
    lines.update(activity=None, week="", wish=None)

    def say(cases, **facts):
        for line in lines.filter(case__in=cases):
            lines.filter(pk=line.pk).update(facts={**line.facts, **facts})

    say(waited, ruled_out={}, possible=0, at_two=0)
    say([*women[:6], *men[:4]], ruled_out={"hours": 3, "travel": 1})
    say(men[4:5], ruled_out={"hours": 3})
    lines.filter(case__in=[*women[:5], *men[:5]]).update(activity=place, week="mon 09:00-12:00", wish=0)
    say([*women[5:10], *men[5:10]], possible=2)
    count_ruled_out()
    found = told()
    assert (found["hours"], found["travel"], found["proposed"]) == ((6, 5), None, (5, 5))
    assert found["full"] is None, "five and five, but then one woman and one man were left"


@pytest.mark.parametrize("happened", ["left", "came", "marked", "open"])
def test_two_numbers_of_one_run_never_tell_that_a_protected_person_left_or_came(client, town, waited, happened):
    """Who leads reads how many wait the same night and of how many women and men a month later: it is one number."""
    consultant = waited[0].responsible
    hidden = wait_for_place(consultant=consultant, days=50, protection="marked")
    Person.objects.filter(pk=hidden.person_id).update(gender="K")
    run_allocation(town)
    head = make_colleague("head_of_unit", consultant.unit)
    sign_in(client, head)
    assert "Väntar i kommunen: 23." in text(client.get(reverse("matching:what_ifs")))
    with as_(head), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        AllocationWaiting.objects.update(women=0)
    with as_(head):
        assert not AllocationWaiting.objects.exists()
    ended(date(2026, 10, 30))
    if happened == "left":
        Plan.objects.filter(case=hidden).update(ended_at="2026-11-01T10:00Z", end_reason="Flyttat")
    elif happened == "came":
        late = wait_for_place(consultant=consultant, days=40, protection="marked")
        Person.objects.filter(pk=late.person_id).update(gender="M")
    else:
        Person.objects.filter(pk=waited[1].person_id if happened == "marked" else hidden.person_id).update(
            protection="marked" if happened == "marked" else "none"
        )
    count_ruled_out()
    assert {(one.of_women, one.of_men) for one in RuledOut.objects.all()} == {(12, 11)}
    assert AllocationRun.objects.first().counts["waiting"] == 23
    assert not AllocationWaiting.objects.exists(), "what the month was counted of is erased"


def test_who_asks_for_a_language_or_a_licence_rules_out_women_and_men_alike(town, waited):
    """Six women and six men do not speak what the one asks for, and five of each do not drive what the other does."""
    Activity.objects.filter(name="Odlingen").update(languages_asked=["svenska"])
    Activity.objects.filter(name="Parken").update(licence="B")
    Mapping.objects.update(needs=[])
    asked = [("languages", ["dari"], waited[:12]), ("licence", ["none"], waited[12:])]
    ProfilePart.objects.bulk_create(
        ProfilePart(person_id=case.person_id, part=part, codes=codes, author=case.responsible)
        for part, codes, cases in asked
        for case in cases
    )
    run_allocation(town)
    ended(date(2026, 10, 30))
    count_ruled_out()
    assert (told()["language"], told()["licence"]) == ((6, 6), (5, 5))


def test_the_month_that_goes_on_and_one_without_a_run_are_not_counted(town, waited):
    ended(date(2026, 11, 5))
    count_ruled_out()
    assert not RuledOut.objects.exists()


def test_few_who_waited_are_told_of_nothing(town):
    for number in range(8):
        case = wait_for_place(days=60)
        Person.objects.filter(pk=case.person_id).update(gender="K" if number < 4 else "M")
    run_allocation(town)
    ended(date(2026, 10, 30))
    count_ruled_out()
    assert not RuledOut.objects.exists()


@pytest.mark.requirement("R-143")
def test_it_is_read_by_those_who_read_figures_of_their_own_municipality(client, town, waited):
    rows = [
        RuledOut(
            organisation=town, month=OCTOBER, counted_on=date(2026, 10, 30), reason=reason, of_women=40, of_men=50, **of
        )
        for reason, of in (("hours", {"women": 30, "men": 25}), ("travel", {}))
    ]
    RuledOut.objects.bulk_create(rows)
    office = make_unit("office", town)
    page = reverse("matching:ruled_out")
    for role in ("head_of_unit", "director", "controller"):
        who = make_colleague(role, office)
        sign_in(client, who)
        said = text(client.get(page))
        assert "Av 40 kvinnor och 50 män som väntade, som det räknades fram" in said
        assert "30 (75 %)" in said
        assert "25 (50 %)" in said
        assert "visas inte" in said
        assert page in client.get(reverse("insight:equality")).content.decode()
        with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            RuledOut.objects.update(women=7)
    for who in (
        waited[0].responsible,
        make_colleague("employer_officer", make_unit("employer_team", town)),
        make_colleague("supervisor", make_unit("site", town)),
    ):
        sign_in(client, who)
        assert client.get(page).status_code == 403
        with as_(who):
            assert not RuledOut.objects.exists()
    elsewhere = make_organisation("Grannkommunen")
    with as_(make_colleague("director", make_unit("office", elsewhere))):
        assert not RuledOut.objects.exists()


def test_the_worker_orders_the_count_and_neither_it_nor_the_roles_of_the_fit_and_the_run_read_gender():
    for role in ("trappan_nightly", "trappan_allocation", "trappan_matching", "trappan_figures"):
        (may,) = database.query(
            "SELECT has_any_column_privilege(%s, 'people_person', 'SELECT') AS person, "
            "has_column_privilege(%s, 'people_person', 'gender', 'SELECT') AS gender, "
            "has_table_privilege(%s, 'matching_ruledout', 'SELECT') AS counts, "
            "has_function_privilege(%s, 'matching_count_ruled_out()', 'EXECUTE') AS ordered",
            [role] * 4,
        )
        assert (may.gender, may.counts) == (False, False)
        assert may.ordered == (role == "trappan_nightly")


def test_lines_that_nobody_answered_are_erased_when_they_have_been_kept_and_answers_stay(town, waited):
    answered = AllocationLine.objects.exclude(activity=None).first()
    AllocationLine.objects.filter(pk=answered.pk).update(answer="declined", reason="Nej")
    AllocationRun.objects.update(monday=date(2026, 8, 17))  # 87 days ago
    thin_allocations()
    assert AllocationLine.objects.count() == 22
    AllocationRun.objects.update(monday=date(2026, 8, 10))
    thin_allocations()
    assert list(AllocationLine.objects.all()) == [answered]
    assert AllocationRun.objects.get().counts["waiting"] == 22
