"""A manager of an own department sees who comes to the own site: given name and a letter, the aim and the weeks."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan import database
from trappan.activities.departments import activities_at
from trappan.activities.models import Activity
from trappan.activities.places import rooms
from trappan.activities.testing import make_activity
from trappan.cases.testing import consultant_of, make_case
from trappan.people.operations import protect
from trappan.placements.coming import coming, next_monday
from trappan.placements.operations import suspend
from trappan.placements.testing import make_placement, offer
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
# Where something stands about those who come, of which a manager finds nothing.
ABOUT_PEOPLE = (
    "people_person",
    "people_number",
    "people_grant",
    "cases_case",
    "placements_placement",
    "placements_session",
    "attended_time",
)


@pytest.fixture
def berit(cafe):
    return make_colleague("host_manager", cafe.unit)


def called(by, first, day):
    with as_(by):
        return [one.called for one in coming(first, day)]


def place(case, activity, day):
    return make_placement(
        consultant_of(case), person=case.person, activity=activity, week="mån 9-12, tor 9-12", starts_on=day
    )


def test_a_manager_reads_name_and_letter_aim_and_weeks_of_the_own_site_and_no_row_about_anybody(
    client, case, cafe, berit, today
):
    placed, monday = place(case, cafe, today), next_monday(today)
    consultant = consultant_of(case)
    twin = make_colleague("host_manager", make_activity("Tvätteriet").unit)
    with as_(berit):
        (one,) = coming(today, monday + WEEK)
        assert one.called == f"{case.person.given_name} {case.person.family_name[0]}"
        assert (one.aim, one.starts_on, one.contact) == ("Prova på", today, consultant.colleague.name)
        assert one.from_day(monday).in_words == "mån, tors 9–12"
        assert {table: database.query(f"SELECT count(*) AS n FROM {table}")[0].n for table in ABOUT_PEOPLE} == (
            dict.fromkeys(ABOUT_PEOPLE, 0)
        )
        assert [one.taken for one in rooms(activities_at(cafe.unit_id, today), today)] == [1], "without a person"
    for other in (twin, consultant, Membership.objects.get(unit=cafe.unit, role="supervisor")):
        assert called(other, today, monday + WEEK) == [], other.role
    sign_in(client, berit)
    shown = text(client.get("/"))
    assert one.called in shown
    assert f"{one.called}h" not in shown
    for address in (f"/people/{case.person_id}/", "/day/", "/people/", f"/placements/{placed.pk}/"):
        assert client.get(address).status_code == 403, address
    set_today(today + 4 * WEEK)
    with as_(berit):
        days = {one.day for one in database.rows("placements_coming", today - 52 * WEEK, today + 52 * WEEK)}
    assert days, "three weeks are told"
    assert min(days) >= today + 4 * WEEK
    assert max(days) < today + 7 * WEEK
    set_today(today)
    with as_(consultant):
        suspend(placement=placed, starts_on=monday, ends_on=monday + WEEK)
    assert called(berit, monday, monday + WEEK) == [], "a week's pause is a week in which nobody comes"


@pytest.mark.requirement("R-144")
def test_a_manager_has_material_whom_to_ring_the_first_day_and_no_more_people_than_places(client, case, berit, today):
    """Support material and the way to ring, what an introduction goes through, and a limit that the database keeps."""
    cafe = Activity.objects.get(unit=berit.unit)
    Activity.objects.filter(pk=cafe.pk).update(introduction=["Nödutgångar", "Handtvätt"], places=1)
    coordinator = make_colleague("place_coordinator", make_unit("employer_team", berit.unit.organisation))
    sign_in(client, berit)
    shown = text(client.get("/"))
    for words in ("Ring hellre en gång för mycket", coordinator.colleague.name, "Nödutgångar", "Handtvätt"):
        assert words in shown, words
    guide = text(client.get(reverse("desk:own_guide")))
    for words in ("Första dagen", "När någon är borta", "två timmar i veckan"):
        assert words in guide, words
    place(case, cafe, today)
    with pytest.raises(Refused):
        place(make_case(), cafe, today)


def test_who_is_only_proposed_has_left_or_is_protected_does_not_stand_there_and_the_place_is_taken_all_the_same(
    case, cafe, berit, today
):
    monday = next_monday(today)
    offer(case, cafe)
    assert called(berit, today, monday + WEEK) == []
    protected = make_case()
    place(protected, cafe, today)
    assert len(called(berit, today, monday + WEEK)) == 1
    with as_(consultant_of(protected)):
        protect(person=protected.person, protection="marked")
    assert called(berit, today, monday + WEEK) == []
    assert called(berit, monday + 52 * WEEK, monday + 53 * WEEK) == []
    with as_(berit):
        assert [one.taken for one in rooms(activities_at(cafe.unit_id, today), today)] == [2]
