"""A colleague is away, and stays the one who has the cases: her meetings are the head's to move, give or cancel."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import make_aware

from trappan import database
from trappan.cases.models import Case, Meeting
from trappan.cases.operations import book_meeting, cancel_for_away, move_for_away, tell_meeting
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.people.models import Grant, Person
from trappan.people.operations import open_in_emergency, protect
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Away
from trappan.staff.operations import say_away, say_back
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 16)
WEEK = timedelta(days=7)


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def head(case):
    return make_colleague("head_of_unit", case.unit)


@pytest.fixture
def stand_in(case):
    return make_colleague("consultant", case.unit)


@pytest.fixture
def meeting(case):
    return book(case, MONDAY)


def book(case, day, at=time(9)):
    with as_(case.responsible) as actor:
        return book_meeting(
            case=case,
            by=actor,
            starts_at=make_aware(datetime.combine(day, at)),
            minutes=30,
            how="visit",
            purpose="Om ekonomin",
        )


def book_for(case, by, day):
    with as_(by) as actor:
        return book_meeting(
            case=case,
            by=actor,
            starts_at=make_aware(datetime.combine(day, time(11))),
            minutes=30,
            how="visit",
            purpose="Mat",
        )


def is_away(head, membership, last=MONDAY):
    with as_(head):
        say_away(membership=membership, starts_on=TODAY, ends_on=last + timedelta(days=1))


def to_cover(membership):
    with as_(membership):
        return [one.meeting_id for one in database.rows("cases_meetings_to_cover")]


class TestWhoIsAway:
    def test_the_head_says_it_of_the_units_own_alone(self, case, head):
        strangers_head = make_colleague("head_of_unit", make_case().unit)
        for other in (strangers_head, case.social_worker, make_colleague("consultant", case.unit)):
            with as_(other), pytest.raises(Refused, match="chef"), transaction.atomic():
                say_away(membership=case.responsible, starts_on=TODAY, ends_on=MONDAY)
        is_away(head, case.responsible)
        with as_(head):
            assert Away.objects.get().ends_on == MONDAY + timedelta(days=1)
        with as_(case.responsible) as actor:
            assert Away.objects.count() == 1
            assert actor.away_until == MONDAY + timedelta(days=1)
        for other in (strangers_head, case.social_worker, make_colleague("consultant", case.unit)):
            with as_(other) as actor:
                assert not Away.objects.exists(), "that somebody is away is nobody else's"
                assert actor.away_until is None

    def test_not_twice_at_once_nor_in_the_past(self, case, head):
        is_away(head, case.responsible)
        with as_(head):
            with pytest.raises(Refused, match="redan som borta"), transaction.atomic():
                say_away(membership=case.responsible, starts_on=MONDAY, ends_on=MONDAY + WEEK)
            with pytest.raises(Refused, match="sista dag"), transaction.atomic():
                say_away(membership=case.responsible, starts_on=TODAY - WEEK, ends_on=TODAY)
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Away.objects.create(membership=case.responsible, starts_on=TODAY + 3 * WEEK, ends_on=TODAY + 4 * WEEK)

    def test_back_says_the_colleague_or_the_head_and_nobody_else(self, case, head, stand_in):
        is_away(head, case.responsible, MONDAY + WEEK)
        with as_(stand_in), pytest.raises(Refused, match="chef"), transaction.atomic():
            say_back(membership_id=case.responsible_id)
        set_today(MONDAY)
        with as_(case.responsible):
            say_back(membership_id=case.responsible_id)
            assert Away.objects.get().ends_on == MONDAY
        verbs = Event.objects.filter(verb__startswith="staff.say_").order_by("pk").values_list("verb", "actor_id")
        assert list(verbs) == [("staff.say_away", head.pk), ("staff.say_back", case.responsible_id)]


class TestMeetings:
    def test_the_head_sees_those_of_the_days_away_by_number(self, case, head, meeting):
        later = book(case, MONDAY + WEEK)
        assert to_cover(head) == []
        is_away(head, case.responsible)
        assert to_cover(head) == [meeting.pk]
        assert to_cover(case.responsible) == []
        assert to_cover(make_colleague("head_of_unit", make_case().unit)) == []
        with as_(head):
            assert not Meeting.objects.exists()
            assert not Person.objects.exists()
            with pytest.raises(Refused, match="inte längre ditt"), transaction.atomic():
                cancel_for_away(meeting_id=later.pk)

    def test_it_is_cancelled_by_the_head_and_by_no_other_head(self, case, head, meeting):
        is_away(head, case.responsible)
        with as_(make_colleague("head_of_unit", make_case().unit)), pytest.raises(Refused), transaction.atomic():
            cancel_for_away(meeting_id=meeting.pk)
        with as_(head):
            cancel_for_away(meeting_id=meeting.pk)
        assert Meeting.objects.get().outcome == "cancelled"
        assert Event.objects.filter(verb="cases.cancel_for_away", person=case.person, actor=head).exists()
        assert to_cover(head) == []

    def test_who_gets_it_reads_the_plan_for_it_and_tells_the_outcome(self, case, head, stand_in, meeting):
        is_away(head, case.responsible)
        with as_(stand_in):
            assert not Person.objects.exists()
        with as_(head):
            move_for_away(meeting_id=meeting.pk, starts_at=meeting.starts_at, colleague=stand_in)
        set_today(MONDAY + timedelta(days=1))
        with as_(stand_in):
            given = Meeting.objects.get(outcome="")
            assert (given.colleague_id, given.moved_from_id) == (stand_in.pk, meeting.pk)
            tell_meeting(meeting=given, outcome="came")
            assert set(Grant.objects.values_list("scope", flat=True)) == {"plan"}
        set_today(MONDAY + timedelta(days=120))
        with as_(stand_in):
            assert not Person.objects.exists()
        case.refresh_from_db()
        assert case.responsible_id != stand_in.pk, "the case is still hers who was away"

    def test_a_cover_is_no_part_in_the_case(self, case, head, stand_in, meeting):
        is_away(head, case.responsible)
        with as_(head):
            move_for_away(meeting_id=meeting.pk, starts_at=meeting.starts_at, colleague=stand_in)
        guidance = make_unit("guidance", case.unit.organisation)
        with as_(stand_in):
            assert set(Grant.objects.values_list("basis", flat=True)) == {"cover"}
            with pytest.raises(DatabaseError, match="not held"), transaction.atomic():
                database.execute("SELECT people_refer(%s, %s, NULL)", [case.person_id, guidance.pk])
            with pytest.raises(DatabaseError, match="not held"), transaction.atomic():
                database.execute("SELECT people_protect(%s, 'marked', '')", [case.person_id])
            assert not Case.objects.filter(pk=case.pk).update(closed_on=MONDAY)

    @pytest.mark.parametrize("why", ["cancelled", "closed", "protected"])
    def test_a_cover_ends_with_its_reason(self, case, head, stand_in, meeting, why):
        is_away(head, case.responsible)
        with as_(head):
            move_for_away(meeting_id=meeting.pk, starts_at=meeting.starts_at, colleague=stand_in)
        if why == "cancelled":
            with as_(stand_in):
                assert Meeting.objects.filter(outcome="").update(outcome="cancelled") == 1
        elif why == "closed":
            Case.objects.filter(pk=case.pk).update(closed_on=MONDAY)
        else:
            with as_(case.responsible):
                protect(person=case.person, protection="marked")
        with as_(stand_in):
            assert not Person.objects.exists()

    def test_an_opening_lasts_no_longer_by_it_and_lets_nobody_else_in(self, case, head, stand_in):
        """Booked by somebody who has opened the file for a day: to be cancelled or moved, and no more."""
        elsewhere = make_case()
        number = elsewhere.person.numbers.get().number
        with as_(case.responsible):
            open_in_emergency(number=number, reason="Står i receptionen utan mat")
        booked = book_for(elsewhere, case.responsible, MONDAY)
        is_away(head, case.responsible)
        with as_(head):
            with pytest.raises(Refused, match="öppnas inte för någon annan"), transaction.atomic():
                move_for_away(meeting_id=booked.pk, starts_at=booked.starts_at, colleague=stand_in)
            later = booked.starts_at + timedelta(days=1)
            move_for_away(meeting_id=booked.pk, starts_at=later, colleague=case.responsible)
        set_today(MONDAY)
        with as_(case.responsible):
            assert not Person.objects.filter(pk=elsewhere.person_id).exists()

    def test_a_protected_persons_meeting_goes_to_nobody_new(self, case, head, stand_in, meeting):
        with as_(case.responsible):
            protect(person=case.person, protection="marked")
        is_away(head, case.responsible)
        with as_(head), pytest.raises(Refused, match="öppnas inte för någon annan"), transaction.atomic():
            move_for_away(meeting_id=meeting.pk, starts_at=meeting.starts_at, colleague=stand_in)

    def test_nobody_covers_for_years(self, case, head, stand_in, meeting):
        is_away(head, case.responsible)
        far = make_aware(datetime.combine(MONDAY + timedelta(days=7 * 20), time(9)))
        with as_(head), pytest.raises(Refused, match="nittio dagar"), transaction.atomic():
            move_for_away(meeting_id=meeting.pk, starts_at=far, colleague=stand_in)

    def test_it_is_moved_to_when_the_colleague_is_back(self, case, head, meeting):
        is_away(head, case.responsible)
        back = make_aware(datetime.combine(MONDAY + timedelta(days=1), time(9)))
        with as_(head):
            move_for_away(meeting_id=meeting.pk, starts_at=back, colleague=case.responsible)
        assert Meeting.objects.get(outcome="").starts_at == back
        assert to_cover(head) == []

    def test_it_goes_to_nobody_who_cannot_hold_it(self, case, head, stand_in, meeting):
        is_away(head, case.responsible)
        other = make_colleague("consultant", make_case().unit)
        same_person = make_colleague("consultant", case.unit)
        type(same_person).objects.filter(pk=same_person.pk).update(colleague=head.colleague)
        book_of = {"meeting_id": meeting.pk, "starts_at": meeting.starts_at}
        with as_(head):
            refused = [
                (other, "samma roll"),
                (case.social_worker, "samma roll"),
                (same_person, "dig själv"),
                (case.responsible, "borta den dagen"),
            ]
            for colleague, words in refused:
                with pytest.raises(Refused, match=words), transaction.atomic():
                    move_for_away(**book_of, colleague=colleague)
            with pytest.raises(Refused, match="framåt i tiden"), transaction.atomic():
                move_for_away(
                    meeting_id=meeting.pk, starts_at=meeting.starts_at - timedelta(days=40), colleague=stand_in
                )
            with pytest.raises(Refused, match="stängt"), transaction.atomic():
                move_for_away(
                    meeting_id=meeting.pk, starts_at=meeting.starts_at + timedelta(days=5), colleague=stand_in
                )
        assert Meeting.objects.get().outcome == ""

    def test_one_of_a_colleague_who_has_left_is_the_heads_too(self, case, head, meeting):
        type(case.responsible).objects.filter(pk=case.responsible_id).update(ends_on=MONDAY)
        assert to_cover(head) == [meeting.pk]


def test_the_whole_way_in_the_browser_of_both(case, head, stand_in, meeting, client, django_assert_max_num_queries):
    sign_in(client, head)
    sent = {"acting_as": head.pk, "form": "away", "membership": case.responsible_id}
    client.post("/colleagues/away/", {**sent, "starts_on": str(TODAY), "ends_on": str(MONDAY)})
    with django_assert_max_num_queries(16):
        page = client.get("/colleagues/away/").content.decode()
    assert case.number in page
    assert "Samira" not in page
    assert "Om ekonomin" not in page
    cover = f"/colleagues/away/meetings/{meeting.pk}/"
    assert cover in client.get("/").content.decode()
    shown = client.get(cover).content.decode()
    assert stand_in.colleague.name in shown
    assert "Samira" not in shown
    moved = {"acting_as": head.pk, "form": "move", "colleague": stand_in.pk, "day": str(MONDAY), "at": "09:00"}
    assert client.post(cover, moved).status_code == 302
    assert client.get(cover).status_code == 404
    sign_in(client, case.responsible)
    start = client.get("/").content.decode()
    assert "Jag är tillbaka" in start
    client.post("/memberships/back/", {"acting_as": case.responsible_id})
    assert "Jag är tillbaka" not in client.get("/").content.decode()


def test_no_other_role_comes_to_the_heads_page(case, meeting, client):
    for membership in (case.responsible, case.social_worker):
        sign_in(client, membership)
        assert client.get("/colleagues/away/").status_code == 403
