"""What becomes of an offer that is not simply answered: who reads it then, what ends it, and what the page says."""

from datetime import timedelta

import pytest

from trappan import database
from trappan.cases import operations as cases
from trappan.cases.models import Case, Meeting, MeetingOffer
from trappan.people.models import Grant
from trappan.portal.own import COOKIE
from trappan.portal.testing import handed_over, session_for
from trappan.portal.tests.test_meetings import FRIDAY, MEETINGS, MONDAY, at, choose, edition, offer, read
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import sign_in, text


@pytest.fixture
def samira(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    return browser


def page_of(client, who, case):
    return text(sign_in(client, who).get(f"/cases/{case.pk}/meetings/offered/"))


def booked(case, by):
    with as_(by) as actor:
        return cases.book_meeting(
            case=case, by=actor, starts_at=at(FRIDAY, 8), minutes=45, how="visit", purpose="Uppföljning"
        )


def test_an_answer_goes_over_with_the_case_and_is_read_there(samira, case, jonna, client):
    made = offer(case, jonna)
    choose(samira, made, at(MONDAY, 10))
    successor = make_colleague("consultant", jonna.unit)
    with as_(case.social_worker):
        cases.assign(case=case, to=successor)
    assert "Valde 16 november" in text(sign_in(client, successor).get("/"))
    read(client, successor, case, made)
    made.refresh_from_db()
    assert made.read_at is not None
    assert "Valde 16 november" not in text(client.get("/"))


def test_an_answer_to_somebody_without_a_seat_stands_with_the_consultant(samira, case, jonna, client):
    helping = make_colleague("consultant", jonna.unit)
    named = {"membership": helping, "scope": "plan", "basis": "assignment", "reason": "", "sort": ""}
    Grant.objects.create(person=case.person, **named)
    made = offer(case, helping)
    choose(samira, made, at(MONDAY, 10))
    assert "Valde 16 november" in text(sign_in(client, jonna).get("/"))
    assert "Valde 16 november" not in text(sign_in(client, case.social_worker).get("/"))
    read(sign_in(client, jonna), jonna, case, made)
    made.refresh_from_db()
    assert made.read_at is not None


def test_only_the_answer_that_was_seen_is_read(samira, case, jonna, client):
    made = offer(case, jonna)
    choose(samira, made, at(FRIDAY, 9))
    sign_in(client, jonna)
    seen = edition(client, case, made)
    choose(samira, made, at(MONDAY, 10))
    assert "har svarat på nytt" in text(read(client, jonna, case, made, edition=seen))
    made.refresh_from_db()
    assert made.read_at is None


@pytest.mark.parametrize("ends", ["cancelled", "moved"])
def test_it_ends_with_its_meeting_and_the_page_says_no_more_that_one_may_choose(samira, case, jonna, client, ends):
    meeting = booked(case, jonna)
    made = offer(case, jonna, meeting=meeting)
    assert "Personen kan välja till och med" in page_of(client, jonna, case)
    with as_(jonna) as actor:
        if ends == "moved":
            cases.move_meeting(meeting=meeting, by=actor, starts_at=at(FRIDAY, 15))
        else:
            cases.tell_meeting(meeting=meeting, outcome="cancelled")
    made.refresh_from_db()
    assert made.ended_at is not None
    assert "Personen kan välja" not in page_of(client, jonna, case)
    assert "kan inte längre besvaras" in text(choose(samira, made, at(MONDAY, 10)))
    assert not Meeting.objects.filter(starts_at=at(MONDAY, 10)).exists()


def test_once_its_meeting_has_begun_nobody_may_choose(case, jonna, client):
    offer(case, jonna, at(MONDAY, 9), at(MONDAY, 10), meeting=booked(case, jonna), until=MONDAY + timedelta(days=1))
    set_today(FRIDAY + timedelta(days=1))
    page = page_of(client, jonna, case)
    assert "Personen kan inte välja längre" in page
    assert "Personen kan välja" not in page


def test_another_choice_goes_on_within_the_same_offer(samira, case, jonna):
    made = offer(case, jonna)
    for moment in (at(FRIDAY, 9), at(MONDAY, 10), at(FRIDAY, 9)):
        assert choose(samira, made, moment).status_code == 302
    made.refresh_from_db()
    assert made.ended_at is None
    assert Meeting.objects.get(outcome="").pk == made.meeting_id


def test_whether_there_is_a_way_in_is_said_where_times_are_offered(case, jonna, client):
    assert "har ingen kod" in page_of(client, jonna, case)
    assert f'href="/people/{case.person_id}/own-pages/"' in page_of(client, jonna, case)
    handed_over(jonna, case.person)
    assert "inte använt den än" in page_of(client, jonna, case)
    session_for(jonna, case.person)
    assert "har en väg in" in page_of(client, jonna, case)
    stranger = make_colleague("consultant")
    with as_(stranger):
        assert database.value("portal_way_in", case.person_id) == "", "nobody's to ask who does not hold the plan"


def test_what_is_not_answered_by_its_day_comes_to_the_desk_until_it_is_seen_to(case, jonna, client):
    made = offer(case, jonna, until=FRIDAY)
    assert "Har inte svarat" not in text(sign_in(client, jonna).get("/"))
    set_today(FRIDAY)
    assert "Har inte svarat till och med 12 november" in text(sign_in(client, jonna).get("/"))
    client.post(f"/cases/{case.pk}/meetings/offered/", {"acting_as": jonna.pk, "form": "withdraw", "row": made.pk})
    assert "Har inte svarat" not in text(client.get("/"))


def test_nothing_is_offered_where_the_case_was_closed_meanwhile(case, jonna):
    Case.objects.filter(pk=case.pk).update(closed_on=FRIDAY - timedelta(days=1))
    with pytest.raises(Refused, match="avslutat"):
        offer(case, jonna)
    assert not MeetingOffer.objects.exists()


def test_a_collision_is_answered_with_a_page_to_press_again(samira, case, jonna):
    made = offer(case, jonna)
    database.execute(
        "CREATE OR REPLACE FUNCTION portal_choose_time(of_offer bigint, at timestamptz) RETURNS text LANGUAGE plpgsql"
        " AS $$ BEGIN RAISE deadlock_detected; END $$"
    )
    sent = {"offer": made.pk, "at": at(MONDAY, 10).isoformat()}
    page = samira.post(MEETINGS, sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 409
    assert "Tryck igen" in text(page)
    assert sent["at"] in text(page).replace("&#x2B;", "+"), "what was sent is on the page, to be sent again"
    assert "Skicka igen" not in text(samira.post(MEETINGS, sent)), "what another site sent is not"
