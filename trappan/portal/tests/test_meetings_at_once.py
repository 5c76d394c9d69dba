"""A time is chosen at the same moment as a colleague does something with the meeting, each in a session of its own."""

import pytest

from trappan import database
from trappan.cases import operations as cases
from trappan.cases.models import Meeting, MeetingOffer
from trappan.cases.testing import consultant_of, make_case
from trappan.portal.own import own
from trappan.portal.testing import session_for
from trappan.portal.tests.test_meetings import FRIDAY, MONDAY, at, offer
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, as_web
from trappan.testing import TODAY, at_the_same_moment

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def case():
    set_today(TODAY)
    return make_case(given_name="Samira", family_name="Sagosson")


@pytest.fixture
def jonna(case):
    return consultant_of(case)


def booked(case, by):
    with as_(by) as actor:
        return cases.book_meeting(
            case=case, by=actor, starts_at=at(FRIDAY, 8), minutes=45, how="visit", purpose="Uppföljning"
        )


def chooses(session, made, moment):
    """Choose as the person, whose session there is already."""

    def doing(ready):
        with own(session):
            ready()
            return database.value("portal_choose_time", made.pk, moment)

    return doing


def does(who, do):
    """Do something as a colleague, signed in already."""

    def doing(ready):
        with as_web(who) as actor:
            ready()
            return do(actor)

    return doing


def test_what_the_colleague_cancels_is_not_booked_anew_nor_moved_twice(case, jonna):
    """Whoever is first is obeyed, the second is told; no fault of the database."""
    session = session_for(jonna, case.person)
    for number in range(6):
        meeting = booked(case, jonna)
        made = offer(case, jonna, meeting=meeting)

        def ends(actor, meeting=meeting, number=number):
            if number % 2:
                cases.tell_meeting(meeting=meeting, outcome="cancelled")
            else:
                cases.move_meeting(meeting=meeting, by=actor, starts_at=at(MONDAY, 15))

        said, refused = at_the_same_moment(chooses(session, made, at(MONDAY, 10)), does(jonna, ends))
        assert (said == "") != (refused is None), "one of them won"
        stands = Meeting.objects.filter(outcome="")
        assert stands.count() == (0 if said == "gone" and number % 2 else 1)
        stands.update(outcome="cancelled")
        MeetingOffer.objects.filter(ended_at=None).update(ended_at="2026-11-12T12:00Z")


def test_choosing_and_offering_anew_never_wait_for_each_other(case, jonna):
    session = session_for(jonna, case.person)
    for _round in range(6):
        meeting = booked(case, jonna)
        made = offer(case, jonna, meeting=meeting)

        def anew(actor, meeting=meeting):
            times = {"starts": [at(MONDAY, 13), at(MONDAY, 15)], "until": MONDAY, "minutes": 45}
            cases.offer_times(case=case, by=actor, how="visit", purpose="Nytt", meeting=meeting, **times)

        said, _refused = at_the_same_moment(chooses(session, made, at(MONDAY, 10)), does(jonna, anew))
        assert said in ("", "gone")
        assert Meeting.objects.filter(outcome="").count() == 1
        Meeting.objects.filter(outcome="").update(outcome="cancelled")


def test_two_presses_at_the_same_moment_book_once(case, jonna):
    session = session_for(jonna, case.person)
    made = offer(case, jonna)
    press = chooses(session, made, at(MONDAY, 10))
    assert at_the_same_moment(press, press) == ["", ""]
    assert Meeting.objects.count() == 1
