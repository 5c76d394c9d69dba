"""The supervisor's list: marked all at once, corrected, told beforehand, and never over a colleague's mark."""

import re
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from trappan.activities.models import Activity
from trappan.attendance.models import Attendance, AttendedTime
from trappan.attendance.operations import Mark, Seen, mark_day
from trappan.cases import operations as cases
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.people.testing import make_person
from trappan.placements.models import Notice, ToldReason
from trappan.placements.operations import tell_beforehand
from trappan.placements.testing import make_placement
from trappan.plans.models import Observation
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cafe(today):
    return Activity.objects.create(
        code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=40, starts_on=date(2021, 1, 1)
    )


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def five(cafe):
    """Five placements at the café on Thursdays, of one consultant's people."""
    case = make_case()
    with as_(case.social_worker) as actor:
        people = [make_person(case.social_worker) for _one in range(4)]
        for person in people:
            one = cases.open_case(person=person, by=actor, unit=case.unit)
            cases.assign(case=one, to=case.responsible)
    return [
        make_placement(case.responsible, person=person, activity=cafe, starts_on=TODAY)
        for person in (case.person, *people)
    ]


def shown(five):
    """Return what the page sends of whom it showed: nobody was marked."""
    return {f"seen-{one.pk}": "" for one in five}


def marks():
    return dict(Attendance.objects.values_list("placement_id", "mark"))


class TestAllAtOnce:
    @pytest.mark.requirement("R-043")
    def test_exceptions_and_all_others_in_one_request(self, five, tor, client):
        sign_in(client, tor)
        odd = {f"mark-{five[0].pk}": "absent_told", f"mark-{five[1].pk}": "partly", f"came-{five[1].pk}": "11"}
        sent = {"acting_as": tor.pk, "rest": "yes", **shown(five), **odd}
        assert client.post("/day/", sent).status_code == 302
        assert marks() == {five[0].pk: "absent_told", five[1].pk: "partly", **{one.pk: "present" for one in five[2:]}}
        with as_(tor):
            assert sum(AttendedTime.objects.values_list("attended", flat=True)) == 60 + 3 * 180
        events = Event.objects.filter(verb="attendance.record_attendance", kind="write")
        assert set(events.values_list("person_id", flat=True)) == {one.person_id for one in five}

    def test_questions_do_not_grow_with_the_list(self, five, tor, client, django_assert_max_num_queries):
        sign_in(client, tor)
        # What is said afterwards goes by the session: one more, within the test's savepoint.
        with django_assert_max_num_queries(21):
            client.post("/day/", {"acting_as": tor.pk, "rest": "yes", **shown(five)})

    def test_marking_again_corrects_and_keeps_what_stood(self, five, tor):
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[], rest=[one.pk for one in five])
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "absent_not_told", seen="present")])
        assert marks()[five[0].pk] == "absent_not_told"
        assert [one.was["mark"] for one in Version.objects.filter(of_table="attendance_attendance")] == ["present"]

    def test_one_wrong_row_and_nothing_is_saved(self, five, tor, client):
        sign_in(client, tor)
        wrong = {f"mark-{five[1].pk}": "partly", f"left-{five[1].pk}": "12.30"}
        sent = {"acting_as": tor.pk, "rest": "yes", **wrong, f"mark-{five[2].pk}": "away", f"told-{five[2].pk}": "yes"}
        answer = client.post("/day/", sent)
        assert answer.status_code == 422
        page = markup(answer)
        assert "dagen är 9 till 12" in page
        assert 'value="12.30"' in page
        for what in ("m{}-away", "t{}-yes"):
            assert re.search(rf'id="{what.format(five[2].pk)}"\s*checked', page), what
        assert not Attendance.objects.exists()

    @pytest.mark.parametrize("mark", ["gone", "", "present; drop"])
    def test_a_mark_that_is_none(self, five, tor, mark):
        with as_(tor) as actor, pytest.raises(Refused, match=r"gick inte att läsa|kunde inte läsas"):
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, mark)])

    @pytest.mark.requirement("R-043")
    def test_a_guessed_row_of_another_site(self, five):
        other = make_colleague("supervisor", make_unit("site"))
        with as_(other) as actor, pytest.raises(Refused, match="ingen tid"):
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "present")])
        assert not Attendance.objects.exists()


class TestSomethingSeen:
    def test_in_the_same_move_and_read_by_the_consultant_and_no_other_site(self, five, tor, client):
        sign_in(client, tor)
        sent = {
            "acting_as": tor.pk,
            f"mark-{five[0].pk}": "present",
            f"saw-{five[0].pk}": "Tog emot en gäst själv.",
            f"saw-{five[1].pk}": " ",
        }
        assert client.post("/day/", sent).status_code == 302
        seen = Observation.objects.get()
        assert (seen.person_id, seen.unit_id, seen.day) == (five[0].person_id, tor.unit_id, TODAY)
        sign_in(client, five[0].placed_by)
        assert "Tog emot en gäst själv." in client.get(f"/people/{five[0].person_id}/").content.decode()
        elsewhere = Activity.objects.create(
            code="other", name="Annat", unit=make_unit("site"), kind="workplace", places=4, starts_on=TODAY
        )
        other = make_colleague("supervisor", elsewhere.unit)
        make_placement(five[0].placed_by, person=five[0].person, activity=elsewhere, week="fre 9-12", starts_on=TODAY)
        sign_in(client, other)
        page = client.get(f"/people/{five[0].person_id}/")
        assert page.status_code == 200
        assert "Tog emot en gäst" not in page.content.decode()

    def test_somebody_elses_goal_is_refused_and_nothing_is_saved(self, five, tor):
        with as_(tor) as actor, pytest.raises(Refused, match="ingen tid"):
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "present")], seen=[Seen(999_999, "x")])
        assert not Attendance.objects.exists()


class TestTwoAtOnce:
    def test_a_colleagues_mark_is_shown_and_not_overwritten(self, five, tor, client):
        colleague = make_colleague("supervisor", five[0].unit)
        with as_(colleague) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "absent_told")])
        sign_in(client, tor)
        sent = {
            "acting_as": tor.pk,
            f"mark-{five[0].pk}": "present",
            f"seen-{five[0].pk}": "",
            f"mark-{five[1].pk}": "present",
        }
        answer = client.post("/day/", sent, follow=True)
        page = " ".join(answer.content.decode().split())
        assert f"{colleague.colleague.name} hade redan markerat en av dem" in page
        assert marks() == {five[0].pk: "absent_told", five[1].pk: "present"}

    def test_the_same_mark_twice_is_no_conflict(self, five, tor):
        with as_(tor) as actor:
            for _twice in range(2):
                assert mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "present")]) == []

    def test_what_the_page_sends_twice_is_taken_once(self, five, tor, client):
        sign_in(client, tor)
        first = {"acting_as": tor.pk, "once": "0" * 32, f"mark-{five[0].pk}": "present"}
        client.post("/day/", first)
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(five[0].pk, "absent_told", seen="present")])
        assert client.post("/day/", first).status_code == 302
        assert marks()[five[0].pk] == "absent_told"
        # Gone back in the browser, and something else sent from the same page: that is new.
        client.post("/day/", {**first, f"mark-{five[1].pk}": "present"})
        assert marks()[five[1].pk] == "present"

    def test_what_a_device_sends_again_leads_where_the_press_led_and_does_nothing(self, five, tor, client):
        """The network went after the press: the device keeps less of it than the page sent, by the press's key."""
        one, other = five[0].pk, five[1].pk
        with as_(make_colleague("supervisor", five[0].unit)) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(other, "absent_told")])
        sign_in(client, tor)
        kept = {"acting_as": tor.pk, "once": "press-7", f"mark-{one}": "present", f"mark-{other}": "present"}
        led_to = client.post("/day/", {**kept, f"saw-{one}": "Kom i tid", f"came-{one}": ""}).url
        assert re.fullmatch(rf"/day/\?day={TODAY}&saved=\d+&sent=press-7&differs={other}", led_to), "its key"
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(one, "absent_told", seen="present")])
        again = client.post(f"/day/?day={TODAY}", kept)
        assert (again.status_code, again.url) == (302, led_to), "told of the colleague's mark, as the first time"
        assert marks()[one] == "absent_told"
        assert Observation.objects.count() == 1


class TestToldBeforehand:
    def test_it_stands_on_the_days_list_and_the_reason_is_not_the_sites(self, five, tor, client):
        sign_in(client, tor)
        later = TODAY + timedelta(days=7)
        sent = {"acting_as": tor.pk, "placement": five[0].pk, "day": str(later), "reason": "doctor"}
        assert client.post("/day/notice/", sent).status_code == 302
        assert Notice.objects.get().day == later
        with as_(tor):
            assert not ToldReason.objects.exists()
        assert ToldReason.objects.get().reason == "doctor"
        again = client.post("/day/notice/", sent)
        assert again.status_code == 422
        assert "redan antecknat" in again.content.decode()

    def test_prefilled(self, five, tor, client):
        with as_(tor):
            tell_beforehand(placement=five[0], day=TODAY, today=TODAY)
        sign_in(client, tor)
        page = client.get("/day/").content.decode()
        assert re.findall(r'id="(\w\d+-\w+)"\s*checked', page) == [f"m{five[0].pk}-away", f"t{five[0].pk}-yes"]
        assert "Har sagt: inte i dag" in page

    def test_not_for_a_day_that_has_passed_or_without_a_session(self, five, tor):
        for day in (TODAY - timedelta(days=7), TODAY + timedelta(days=1)):
            with as_(tor), pytest.raises(Refused):
                tell_beforehand(placement=five[0], day=day, today=TODAY)

    def test_by_nobody_elses_site(self, five):
        with (
            as_(make_colleague("supervisor", make_unit("site"))),
            pytest.raises((Refused, DatabaseError)),
            transaction.atomic(),
        ):
            Notice.objects.create(placement=five[0], person_id=five[0].person_id, unit_id=five[0].unit_id, day=TODAY)


def test_signing_out_makes_the_device_forget(client, tor):
    sign_in(client, tor)
    assert client.post("/account/logout/")["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in client.get("/account/login/")


def test_a_leader_sees_what_was_left_unmarked(five, tor):
    with as_(tor):
        assert sum(row.unmarked for row in AttendedTime.objects.all()) == 5 * 180


@pytest.mark.django_db(transaction=True)
def test_two_who_save_at_the_same_moment_stand_in_line():
    set_today(TODAY)
    cafe = Activity.objects.create(
        code="cafe", name="Café", unit=make_unit("site"), kind="workplace", places=9, starts_on=date(2021, 1, 1)
    )
    case = make_case()
    pair = [make_colleague("supervisor", cafe.unit) for _one in range(2)]
    placement = make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY)
    for _round in range(20):
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE attendance_attendance")

        def say(mark):
            return lambda actor: len(mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, mark)]))

        marked = at_the_same_moment(by(pair[0], say("present")), by(pair[1], say("absent_told")))
        assert sorted(marked) == [0, 1], "how many a colleague had marked otherwise"
