"""The list that a site's phones may keep: whose word it takes, what it holds, and what it leaves out."""

import json

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from trappan.attendance import operations
from trappan.attendance.models import PhoneList
from trappan.attendance.operations import Mark, mark_day
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.people.operations import protect
from trappan.placements import operations as placements
from trappan.placements.testing import make_placement, offer
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db
KEEP = "/day/phone/"


@pytest.fixture
def leader(cafe):
    return make_colleague("site_leader", cafe.unit)


@pytest.fixture
def elsewhere(today):
    """The leader of another site, with the same right on that one."""
    return make_colleague("site_leader", make_unit("site"))


@pytest.fixture
def allowed(leader):
    with as_(leader) as actor:
        operations.allow_phone_list(by=actor)


def send(client, who, address, **fields):
    sign_in(client, who)
    return client.post(address, {"acting_as": who.pk, **fields})


def rows_kept(client, who):
    return json.loads(send(client, who, KEEP).content)["rows"]


def test_off_by_default_and_the_leader_of_the_site_alone_allows_it_and_takes_it_back(client, cafe, tor, leader):
    sign_in(client, tor)
    assert 'id="phone"' not in client.get("/day/").content.decode()
    assert send(client, tor, KEEP).status_code == 403
    assert send(client, tor, "/here/", form="allow").status_code == 403
    assert not PhoneList.objects.exists()
    page = send(client, leader, "/here/", form="allow")
    assert page.status_code == 302
    row = PhoneList.objects.get()
    assert (row.unit_id, row.allowed, row.author_id) == (cafe.unit_id, True, leader.pk)
    told = client.get("/here/").content.decode()
    assert leader.colleague.name in told
    assert "Tillåtet" in told
    assert send(client, leader, "/here/", form="stop").status_code == 302
    assert not PhoneList.objects.get().allowed
    assert Version.objects.filter(of_table="attendance_phonelist").count() == 1
    verbs = Event.objects.filter(verb__endswith="phone_list").order_by("pk").values_list("verb", "unit_id")
    assert list(verbs) == [("attendance.allow_phone_list", cafe.unit_id), ("attendance.stop_phone_list", cafe.unit_id)]
    with as_(leader) as actor, pytest.raises(Refused):
        operations.stop_phone_list(by=actor)


def test_another_sites_leader_and_this_sites_supervisor_cannot_in_sql(cafe, tor, elsewhere, allowed):
    insert = "INSERT INTO attendance_phonelist (unit_id, allowed) VALUES (%s, true)"
    for who in (elsewhere, tor):
        with as_(who), connection.cursor() as cursor:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                cursor.execute(insert, [cafe.unit_id])
            cursor.execute("UPDATE attendance_phonelist SET allowed = false")
            assert cursor.rowcount == 0
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute("UPDATE attendance_phonelist SET unit_id = unit_id")
    with as_(elsewhere), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM attendance_phonelist")
        assert cursor.fetchone() == (0,), "what another site allows is not told"
        cursor.execute(insert, [elsewhere.unit_id])
        cursor.execute("UPDATE attendance_phonelist SET allowed = false")
        assert cursor.rowcount == 1
    assert PhoneList.objects.get(unit=cafe.unit).allowed


def test_another_sites_leader_allows_only_the_own_over_http(client, cafe, tor, elsewhere):
    send(client, elsewhere, "/here/", form="allow")
    assert PhoneList.objects.get().unit_id == elsewhere.unit_id
    assert send(client, tor, KEEP).status_code == 403
    sign_in(client, tor)
    assert 'data-allowed="no"' in client.get("/day/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_leaders_who_allow_it_at_the_same_moment(cafe, leader):
    second = make_colleague("site_leader", cafe.unit)

    def allow(actor):
        return operations.allow_phone_list(by=actor)

    answers = at_the_same_moment(*(by(who, allow) for who in (leader, second)))
    assert answers == [None, None]
    assert PhoneList.objects.get().allowed


def test_the_list_holds_four_facts_of_those_left_to_mark_and_how_many_is_an_event(client, cafe, tor, allowed):
    people = [put(make_case(), cafe, "tors 9-12") for _one in range(3)]
    with as_(tor) as actor:
        mark_day(by=actor, day=TODAY, marks=[Mark(people[0].pk, "present")])
    answer = send(client, tor, KEEP)
    assert answer["Cache-Control"] == "no-store"
    told = json.loads(answer.content)
    assert set(told) == {"acting", "day", "title", "seconds", "rows"}
    assert 0 < told["seconds"] <= 24 * 3600
    assert {one["row"] for one in told["rows"]} == {one.pk for one in people[1:]}
    for one in told["rows"]:
        assert set(one) == {"row", "name", "hours", "first", "last", "late"}
        assert (one["hours"], one["first"], one["last"], one["late"]) == ("9–12", 540, 720, ["9.10", "9.20", "9.30"])
        person = next(each for each in people if each.pk == one["row"]).person
        assert one["name"] == f"{person.given_name} {person.family_name[0]}."
    event = Event.objects.get(verb="attendance.keep_phone_list")
    assert (event.unit_id, event.details) == (cafe.unit_id, {"day": str(TODAY), "rows": 2})


def test_a_protected_person_is_not_on_it_nor_whoever_waits_for_an_introduction(client, cafe, tor, allowed):
    case = make_case()
    with as_(case.responsible):
        protect(person=case.person, protection="marked")
    named = {"supervisor": tor, "decision": "Prövat mot hotbilden"}
    hidden = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY, **named)
    seen = put(make_case(), cafe, "tors 9-12")
    waits = offer(make_case(), cafe)
    with as_(tor):
        placements.answer(placement_id=waits.pk, accepts=True)
    sign_in(client, tor)
    page = client.get("/day/").content.decode()
    assert all(f"seen-{one.pk}" in page for one in (hidden, seen, waits)), "the named supervisor sees all three"
    told = send(client, tor, KEEP).content.decode()
    assert [one["row"] for one in json.loads(told)["rows"]] == [seen.pk]
    assert str(hidden.pk) not in told


def test_to_keep_it_asks_as_much_for_many_as_for_one(client, cafe, tor, allowed, django_assert_num_queries):
    put(make_case(), cafe, "tors 9-12")
    rows_kept(client, tor)
    with CaptureQueriesContext(connection) as few:
        assert len(rows_kept(client, tor)) == 1
    for _one in range(4):
        put(make_case(), cafe, "tors 9-12")
    with django_assert_num_queries(len(few)):
        assert len(rows_kept(client, tor)) == 5


def test_what_makes_it_an_app_says_nothing_of_anybody_and_is_served_to_anybody(client, today):
    manifest = client.get(reverse("attendance:manifest"))
    about = json.loads(manifest.content)
    assert manifest["Content-Type"] == "application/manifest+json"
    assert (about["start_url"], about["scope"], about["lang"]) == ("/day/", "/", "sv")
    assert {icon["sizes"] for icon in about["icons"]} == {"any", "192x192", "512x512"}
    worker = client.get(reverse("attendance:worker"))
    assert worker["Content-Type"] == "text/javascript"
    assert "no-cache" in worker["Cache-Control"]
    assert "manifest-src 'self'" in worker["Content-Security-Policy"]
    page = client.get(reverse("attendance:offline")).content.decode()
    assert "csrfmiddlewaretoken" not in page
    assert "sha256-" in worker.content.decode()
    english = client.get(reverse("attendance:worker"), headers={"cookie": "django_language=en"})
    assert english.content != worker.content, "another language is another version"
