"""A head counts the days that sites have left unmarked of the own unit's people, and sees nobody."""

from datetime import timedelta

import pytest

from trappan import database
from trappan.activities.testing import make_activity
from trappan.attendance.operations import record_attendance
from trappan.attendance.testing import put
from trappan.cases.models import Case
from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


def test_sites_with_what_is_left_since_when_and_whose_page_tells_how_to_reach_them(today, client):
    cafe, workshop = make_activity("Café"), make_activity("Verkstad")
    case = make_case()
    head = make_colleague("head_of_unit", case.responsible.unit)
    placement = put(case, cafe, "tor 9-12, fre 9-12")
    put(make_case(), workshop, "tor 9-12")
    set_today(TODAY + timedelta(days=2))
    sign_in(client, head)
    page = " ".join(client.get("/").content.decode().split())
    assert "Platser med omarkerade dagar" in page
    assert cafe.unit.name in page
    assert "2 dagar: 2 markeringar kvar" in page
    assert f"/activities/{cafe.pk}/" in page
    assert workshop.unit.name not in page, "another unit's people"
    assert case.person.name not in page
    for days in (0, 1):
        with as_(make_colleague("supervisor", cafe.unit)) as actor:
            record_attendance(placement=placement, day=TODAY + timedelta(days=days), by=actor, mark="present")
    assert "Platser med omarkerade dagar" not in client.get("/").content.decode()


@pytest.mark.parametrize("others", [0, 1, 6])
def test_a_protected_person_moves_no_number_however_many_others_there_are(today, others):
    cafe = make_activity("Café", places=20)
    case = make_case()
    tor = make_colleague("supervisor", cafe.unit)
    with as_(case.responsible):
        protect(person=case.person, protection="marked")
    named = {"supervisor": tor, "decision": "Prövat mot hotbilden"}
    make_placement(
        case.responsible, person=case.person, activity=cafe, starts_on=TODAY, week="ons 9-12, tor 9-12", **named
    )
    for _one in range(others):
        another = make_case()
        Case.objects.filter(pk=another.pk).update(unit=case.unit)
        put(another, cafe, "tor 9-12")
    set_today(TODAY + timedelta(days=7))
    with as_(make_colleague("head_of_unit", case.responsible.unit)):
        told = database.query("SELECT marks, days FROM attendance_unmarked_days()")
    assert [(one.marks, one.days) for one in told] == ([(others, 1)] if others else [])


@pytest.mark.parametrize("role", ["consultant", "supervisor", "site_leader", "administrator", "auditor"])
def test_nobody_but_a_head_is_told(today, role):
    case = make_case()
    cafe = make_activity("Café")
    put(case, cafe, "tor 9-12")
    set_today(TODAY + timedelta(days=2))
    unit = {"consultant": case.responsible.unit, "supervisor": cafe.unit, "site_leader": cafe.unit}.get(role)
    with as_(make_colleague(role, unit or make_unit("management"))):
        assert database.query("SELECT * FROM attendance_unmarked_days()") == []
