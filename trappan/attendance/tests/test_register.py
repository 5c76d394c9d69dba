"""The register on paper: printed, ticked by hand, keyed in afterwards without doubling."""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from trappan.activities.models import Activity
from trappan.attendance.models import Attendance
from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen(today):
    unit = make_unit("site")
    tor = make_colleague("supervisor", unit)
    cafe = Activity.objects.create(
        code="c", name="Café", unit=unit, kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )
    found = []
    for _one in range(3):
        case = make_case()
        found.append(make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY))
    return tor, found


def text_of(answer):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)


def test_printed_beforehand_and_keyed_in_twice_it_is_one_mark(kitchen, client):
    tor, placements = kitchen
    next_week = TODAY + timedelta(days=7)
    sign_in(client, tor)
    answer = client.get(f"/day/paper/?day={next_week}")
    said = text_of(answer)
    assert answer["Content-Type"] == "application/pdf"
    for one in placements:
        assert str(one.pk) in said
        assert one.person.family_name in said
    set_today(next_week + timedelta(days=1))
    page = client.get(f"/day/?day={next_week}&paper=1").content.decode()
    assert f"Nr {placements[0].pk}" in page
    shown = {f"seen-{one.pk}": "" for one in placements}
    sent = {"acting_as": tor.pk, f"mark-{placements[0].pk}": "absent_told", "rest": "yes", **shown}
    for _twice in range(2):
        assert client.post(f"/day/?day={next_week}", sent).status_code == 302
    assert Attendance.objects.filter(day=next_week).count() == 3
    leader = make_colleague("site_leader", tor.unit)
    sign_in(client, leader)
    again = {"acting_as": leader.pk, f"mark-{placements[0].pk}": "present", f"seen-{placements[0].pk}": ""}
    client.post(f"/day/?day={next_week}", again)
    assert Attendance.objects.get(day=next_week, placement=placements[0]).mark == "absent_told", "what is marked stands"


def test_a_protected_person_is_on_no_paper(kitchen, client):
    tor, placements = kitchen
    person = placements[0].person
    with as_(placements[0].placed_by):
        protect(person=person, protection="marked")
    sign_in(client, tor)
    said = text_of(client.get(f"/day/paper/?day={TODAY}"))
    assert person.family_name not in said or any(
        other.person.family_name == person.family_name for other in placements[1:]
    )
    assert str(placements[0].pk) not in said.split()


def test_another_sites_paper_names_nobody_of_this_one(kitchen, client):
    _tor, placements = kitchen
    sign_in(client, make_colleague("supervisor", make_unit("site")))
    said = text_of(client.get(f"/day/paper/?day={TODAY}"))
    assert "Ingen ska vara här" in said
    sign_in(client, placements[0].placed_by)
    assert client.get("/day/paper/").status_code == 403
