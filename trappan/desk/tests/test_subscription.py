"""The calendar feed: no person in it, and closed as soon as its reader's right is."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import make_aware
from icalendar import Calendar

from trappan import database
from trappan.cases.models import Meeting
from trappan.cases.operations import book_meeting, move_meeting
from trappan.cases.testing import make_case
from trappan.people.models import Grant, Person
from trappan.people.operations import protect
from trappan.schedules.clock import now
from trappan.staff.models import Membership, Subscription, User
from trappan.staff.operations import digest_of
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


def book(case, day=TODAY + timedelta(days=1)):
    with as_(case.responsible) as actor:
        return book_meeting(
            case=case,
            by=actor,
            minutes=45,
            how="visit",
            purpose="Prata om sjukdomen",
            place="Hemma",
            starts_at=make_aware(datetime.combine(day, time(9, 30))),
        )


def address(client, membership):
    sign_in(client, membership)
    page = client.post("/feed/", {"acting_as": membership.pk, "form": "make"}).content.decode()
    client.logout()
    found = page[page.index("/feed/") :]
    return found[: found.index(".ics") + 4]


def test_it_holds_time_kind_case_number_and_link_and_no_person(case, client):
    book(case)
    url = address(client, case.responsible)
    answer = client.get(url)
    assert answer["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["SUMMARY"]) == f"Hos oss, ärende {case.number}"
    assert event.decoded("DTSTART") == make_aware(datetime.combine(TODAY + timedelta(days=1), time(9, 30)))
    assert "/meetings/" in str(event["URL"])
    for hidden in (case.person.given_name, case.person.family_name, "sjukdom", "Hemma"):
        assert hidden not in answer.content.decode()


def test_a_protected_person_is_in_no_feed(case, client):
    book(case)
    url = address(client, case.responsible)
    with as_(case.responsible):
        protect(person=case.person, protection="marked")
    assert b"VEVENT" not in client.get(url).content


def test_moved_and_cancelled_ones_are_not_in_it(case, client):
    meeting = book(case)
    with as_(case.responsible) as actor:
        move_meeting(meeting=meeting, by=actor, starts_at=meeting.starts_at + timedelta(days=2))
    url = address(client, case.responsible)
    assert len(Calendar.from_ical(client.get(url).content).walk("VEVENT")) == 1


def test_it_closes_with_the_right_behind_it(case, client):
    book(case)
    url = address(client, case.responsible)
    assert client.get(url).status_code == 200
    second = address(client, case.responsible)
    assert client.get(url).status_code == 404, "the old address gives nothing"
    User.objects.filter(colleague=case.responsible.colleague).update(is_active=False)
    assert client.get(second).status_code == 404
    User.objects.filter(colleague=case.responsible.colleague).update(is_active=True)
    assert client.get(second).status_code == 200
    Membership.objects.filter(pk=case.responsible_id).update(ends_on=TODAY)
    assert client.get(second).status_code == 404
    assert client.get("/feed/gissat.ics").status_code == 404


def test_taken_back_it_gives_nothing_and_nobody_else_reads_the_list(case, client):
    url = address(client, case.responsible)
    with as_(make_colleague("consultant", case.unit)):
        assert not Subscription.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Subscription.objects.create(membership=case.responsible, digest="x")
    sign_in(client, case.responsible)
    client.post("/feed/", {"acting_as": case.responsible_id, "form": "end"})
    client.logout()
    assert client.get(url).status_code == 404
    with as_(case.responsible):
        Subscription.objects.update(ended_at=None)
    assert client.get(url).status_code == 404, "what was taken back is not given again"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM staff_subscription WHERE length(digest) = 64")
        assert cursor.fetchone()[0] == 1


def test_a_role_without_meetings_has_no_feed(today, client):
    tor = make_colleague("supervisor")
    sign_in(client, tor)
    assert client.get("/feed/").status_code == 403


@contextmanager
def meetings_of(url):
    """Ask the database for the feed of an address, as web; only there."""
    digest = digest_of(url.removeprefix("/feed/").removesuffix(".ics"))
    with transaction.atomic():
        database.execute("SET LOCAL ROLE trappan_web")
        found = database.rows("desk_feed", digest, now() - timedelta(days=1), now() + timedelta(days=30))
        yield found
        database.execute("SET LOCAL ROLE NONE")


def test_an_address_opens_the_feed_and_nothing_else(case, client):
    """Nobody acts once the rows are there, for web as for whoever takes the app's role from there."""
    book(case)
    with meetings_of(address(client, case.responsible)) as found:
        assert [one._fields for one in found] == [("id", "starts_at", "ends_at", "how", "number")]
        assert database.value("current_actor") is None
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query("SELECT * FROM cases_meeting")
        database.execute("SET LOCAL ROLE trappan_app")
        assert not Meeting.objects.exists()
        assert not Person.objects.exists()


def test_it_holds_ones_own_meetings_with_people_one_still_works_with(case, client):
    book(case)
    colleague = make_colleague("consultant", case.unit)
    other = make_case(consultant=colleague)
    url = address(client, case.responsible)
    book(other)
    with meetings_of(url) as found:
        assert [one.number for one in found] == [case.number]
    begun, ended = now() - timedelta(days=1), now() - timedelta(minutes=1)
    Grant.objects.filter(person=case.person).update(starts_at=begun, ends_at=ended)
    with meetings_of(url) as found:
        assert found == []
