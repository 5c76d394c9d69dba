"""Steering groups and coordination: bodies and roles without names, and who does what until when."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.forms import MinutesForm
from trappan.partnerships.models import JointMeeting, MeetingAction, MeetingBody
from trappan.partnerships.testing import make_meeting, make_signed
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
MEETINGS = "/partners/meetings/"


@pytest.fixture
def agreed(house):
    return make_signed(house.head, house.director, house.partner)


@pytest.fixture
def met(house, agreed):
    return make_meeting(house.head, agreement=agreed)


def act(head, name, **fields):
    return {"acting_as": head.pk, "form": name, **{f"{name}-{key}": value for key, value in fields.items()}}


def test_written_down_minuted_and_agreed_on_the_page(house, agreed, client):
    sign_in(client, house.head)
    about = {"acting_as": house.head.pk, "kind": "coordination", "name": "Garaget", "held_on": str(TODAY)}
    about |= {"partners": [house.other.pk], "others": "Kvinnoföreningen, Jobb- och kunskapstorget"}
    number = client.post(f"{MEETINGS}new/", {**about, "roles": "Samordnaren 850101-2384"})
    assert number.status_code == 422
    assert "personnumret" in number.content.decode()
    assert client.post(f"{MEETINGS}new/", about).status_code == 302
    found = JointMeeting.objects.get()
    assert [one.name for one in found.bodies.all()] == ["Kvinnoföreningen", "Jobb- och kunskapstorget", "Navet"]
    page = reverse("partnerships:meeting", args=[found.pk])
    edition = MinutesForm.begun(found)["edition"]
    minutes = act(house.head, "minutes", roles="Samordnaren", said="Samma introduktion", edition=edition)
    assert client.post(page, minutes).status_code == 302
    late = client.post(page, {**minutes, "minutes-said": "Något annat"})
    assert late.status_code == 422
    assert "Samma introduktion" in late.content.decode()
    client.post(page, act(house.head, "agree", text="Ring", owner=house.stranger.pk, due_on=str(TODAY)))
    shown = markup(client.get(page))
    assert "Samma introduktion" in shown
    assert house.stranger.colleague.name in shown


def test_a_meeting_without_bodies_and_words_before_the_day_are_refused(house):
    with pytest.raises(Refused, match="vilka"):
        make_meeting(house.head, others=[])
    coming = make_meeting(house.head, held_on=TODAY + timedelta(days=1))
    about = {"meeting": coming, "today": TODAY, "roles": "", "edition": ""}
    with as_(house.head):
        with pytest.raises(Refused, match="inte varit"):
            operations.write_minutes(said="Hej", **about)
        operations.call_off(meeting=coming, today=TODAY)
        with pytest.raises(Refused, match="ställdes in"):
            operations.agree_action(meeting=coming, text="Ring", due_on=coming.held_on, owner_as="Vi")
        with pytest.raises(Refused, match="redan"):
            operations.call_off(meeting=coming, today=TODAY)


def test_the_database_refuses_a_personal_number_in_every_text(house, met):
    number = "19850101-2384"
    for written in (
        f"UPDATE partnerships_jointmeeting SET said = 'Om {number}'",
        f"INSERT INTO partnerships_meetingbody (meeting_id, name) VALUES ({met.pk}, '{number}')",
        "INSERT INTO partnerships_meetingaction (meeting_id, text, owner_as, due_on, result) "
        f"VALUES ({met.pk}, 'Ring {number}', 'Vi', '2026-12-01', '')",
    ):
        with as_(house.head), pytest.raises(DatabaseError, match="names_nobody"), transaction.atomic():
            database.execute(written)


def test_who_takes_part_reads_it_and_others_see_nothing(house, met, client):
    page = reverse("partnerships:meeting", args=[met.pk])
    for who in (house.head, house.director, house.controller, house.leader):
        sign_in(client, who)
        assert client.get(page).status_code == 200
        assert met.name in client.get(MEETINGS).content.decode()
    for who in (house.stranger, house.head_abroad, house.director_abroad, house.own_leader):
        with as_(who):
            assert not JointMeeting.objects.exists()
            assert not MeetingBody.objects.exists()
            assert database.execute("UPDATE partnerships_jointmeeting SET said = 'x'") == 0
        sign_in(client, who)
        assert client.get(page).status_code == 404
    with as_(house.leader):
        assert database.execute("UPDATE partnerships_jointmeeting SET said = 'x'") == 0
        with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            MeetingAction.objects.create(meeting=met, text="x", owner_as="x", due_on=TODAY)


class TestActions:
    def test_one_owner_who_takes_part_and_a_day_after_the_meeting(self, house, met):
        about = {"meeting": met, "text": "Ring"}
        with as_(house.head):
            for owner in ({}, {"owner": house.head, "owner_as": "Vi"}):
                with pytest.raises(Refused, match="en av de två"):
                    operations.agree_action(due_on=TODAY, **about, **owner)
            for other in (house.stranger, house.head_abroad, house.own_leader):
                with pytest.raises(Refused, match="en partner som deltar"):
                    operations.agree_action(due_on=TODAY, owner=other, **about)
            with pytest.raises(Refused, match="inte varit"):
                operations.agree_action(due_on=TODAY - timedelta(days=1), owner=house.head, **about)
            operations.agree_action(due_on=TODAY, owner=house.leader, **about)
        assert MeetingAction.objects.get().owner == house.leader

    def test_its_owner_says_once_that_it_is_done_and_nobody_else_but_its_keeper(self, house, met, client):
        made = {"meeting": met, "due_on": TODAY}
        with as_(house.head):
            theirs = operations.agree_action(text="Ring", owner=house.leader, **made)
            ours = operations.agree_action(text="Skriv", owner_as="Torget", **made)
        page = reverse("partnerships:meeting", args=[met.pk])
        done = {"form": "finish", "row": theirs.pk, f"finish-{theirs.pk}-done_on": str(TODAY)}
        done[f"finish-{theirs.pk}-result"] = "Ringt"
        for who in (house.director, house.controller):
            with as_(who):
                assert database.execute("UPDATE partnerships_meetingaction SET done_on = today(), result = 'x'") == 0
        with as_(house.leader):
            assert database.execute("UPDATE partnerships_meetingaction SET result = result") == 1
        sign_in(client, house.leader)
        assert client.post(page, {"acting_as": house.leader.pk, **done}).status_code == 302
        theirs.refresh_from_db()
        assert (theirs.done_on, theirs.result) == (TODAY, "Ringt")
        with as_(house.head):
            with pytest.raises(Refused, match="redan"):
                operations.finish_action(action=theirs, today=TODAY, done_on=TODAY, result="Igen")
            operations.finish_action(action=ours, today=TODAY, done_on=TODAY, result="Skrivet")


def test_few_questions_however_many(house, agreed, client, django_assert_max_num_queries):
    sign_in(client, house.head)
    make_meeting(house.head, agreement=agreed)
    with django_assert_max_num_queries(16) as few:
        client.get(MEETINGS)
    for _ in range(12):
        make_meeting(house.head, agreement=agreed)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(client.get(MEETINGS).context["listing"].rows) == 13
