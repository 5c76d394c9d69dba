"""Times that a colleague offers, and what the person makes of them on the own pages."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import make_aware

from trappan.cases import operations as cases
from trappan.cases.models import Meeting, MeetingOffer
from trappan.history.models import Event
from trappan.messages.models import Reminder
from trappan.outcomes.operations import record_exit
from trappan.people.operations import protect
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_for
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

MEETINGS = "/me/meetings/"
FRIDAY = date(2026, 11, 13)
MONDAY = date(2026, 11, 16)


def at(day, hour):
    return make_aware(datetime.combine(day, time(hour)))


def offer(case, by, *starts, **more):
    about = {
        "minutes": 45,
        "how": "visit",
        "purpose": "Det hemliga",
        "place": "Rum 4",
        "until": FRIDAY + timedelta(days=1),
    }
    with as_(by) as actor:
        return cases.offer_times(
            case=case, by=actor, starts=list(starts) or [at(FRIDAY, 9), at(MONDAY, 10)], **{**about, **more}
        )


@pytest.fixture
def samira(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    return browser


def choose(browser, made, moment):
    return browser.post(MEETINGS, {"offer": made.pk, "at": moment.isoformat()})


def edition(client, case, made):
    page = text(client.get(f"/cases/{case.pk}/meetings/offered/"))
    return re.search(rf'name="read-{made.pk}-edition" value="([^"]*)"', page)[1]


def read(client, who, case, made, **seen):
    sent = {f"read-{made.pk}-edition": seen.get("edition") or edition(client, case, made)}
    url = f"/cases/{case.pk}/meetings/offered/"
    return client.post(url, {"acting_as": who.pk, "form": "read", "row": made.pk, **sent}, follow=True)


@pytest.mark.requirement("R-240")
def test_offered_chosen_and_seen_by_the_colleague(samira, case, jonna, client, django_assert_max_num_queries):
    made = offer(case, jonna)
    with django_assert_max_num_queries(12):
        page = text(samira.get(MEETINGS))
    for words in ("Fredag 13 november kl. 9", "Måndag 16 november kl. 10", "Rum 4", "45 minuter"):
        assert words in page, words
    assert "Det hemliga" not in page, "what a meeting is about is no PIN's to open"
    assert choose(samira, made, at(MONDAY, 10))["Location"] == MEETINGS
    meeting = Meeting.objects.get()
    assert meeting.starts_at == at(MONDAY, 10)
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=45)
    assert (meeting.colleague_id, meeting.purpose) == (jonna.pk, "Det hemliga")
    page = text(samira.get(MEETINGS))
    assert "Du har tiden måndag 16 november kl. 10" in page
    assert Reminder.objects.filter(about_table="cases_meeting", about_row=meeting.pk, why="").exists()
    start = text(sign_in(client, jonna).get("/"))
    assert "Valde 16 november 2026 kl. 10.00" in start
    url = f"/cases/{case.pk}/meetings/offered/"
    assert "Personen valde 16 november" in text(client.get(url))
    read(client, jonna, case, made)
    assert "Valde 16 november" not in text(client.get("/"))
    events = Event.objects.filter(verb="portal.choose_time")
    assert list(events.values_list("person_id", "actor_id")) == [(case.person_id, None)]


def test_two_presses_book_once_and_another_time_moves_it(samira, case, jonna):
    made = offer(case, jonna)
    for _press in range(2):
        assert choose(samira, made, at(FRIDAY, 9)).status_code == 302
    first = Meeting.objects.get()
    assert choose(samira, made, at(MONDAY, 10)).status_code == 302
    first.refresh_from_db()
    assert first.outcome == "moved"
    second = Meeting.objects.get(outcome="")
    assert (second.moved_from_id, second.starts_at) == (first.pk, at(MONDAY, 10))
    assert Reminder.objects.get(about_row=first.pk, about_table="cases_meeting").why != ""


def test_a_booked_meeting_is_moved_among_other_times(samira, case, jonna):
    with as_(jonna) as actor:
        booked = cases.book_meeting(
            case=case, by=actor, starts_at=at(FRIDAY, 8), minutes=45, how="visit", purpose="Uppföljning"
        )
    made = offer(case, jonna, meeting=booked)
    assert "Du har tiden fredag 13 november kl. 8" in text(samira.get(MEETINGS))
    choose(samira, made, at(MONDAY, 10))
    assert Meeting.objects.get(outcome="").moved_from_id == booked.pk


def test_a_time_that_another_has_taken_is_refused_in_words(samira, case, other, jonna):
    made = offer(case, jonna)
    with as_(jonna) as actor:
        cases.book_meeting(
            case=other.person.cases.get(), by=actor, starts_at=at(FRIDAY, 9), minutes=30, how="phone", purpose="Annat"
        )
    page = samira.get(MEETINGS)
    assert "Fredag 13 november kl. 9</button>" not in text(page)
    refused = choose(samira, made, at(FRIDAY, 9))
    assert refused.status_code == 422
    assert "just tagits av ett annat möte" in text(refused)
    assert MeetingOffer.objects.get().answered_at is None


def test_none_suits_in_own_words_is_read(samira, case, jonna, client):
    made = offer(case, jonna)
    empty = samira.post(MEETINGS, {"offer": made.pk, "words": " "})
    assert empty.status_code == 422
    assert 'aria-invalid="true"' in text(empty)
    for _press in range(2):
        assert samira.post(MEETINGS, {"offer": made.pk, "words": "Helst efter tre"}).status_code == 302
    assert "Välj en tid" not in text(samira.get(MEETINGS))
    assert "Helst efter tre" in text(sign_in(client, jonna).get(f"/cases/{case.pk}/meetings/offered/"))
    assert "Ingen tid passar" in text(client.get("/"))
    assert Event.objects.filter(verb="portal.none_suits").count() == 1


def test_what_is_over_is_not_offered(samira, case, jonna):
    made = offer(case, jonna, until=MONDAY)
    set_today(FRIDAY + timedelta(days=1))
    page = text(samira.get(MEETINGS))
    assert "Fredag 13 november" not in page
    assert "Måndag 16 november kl. 10" in page
    assert "Den tiden är över" in text(choose(samira, made, at(FRIDAY, 9)))
    set_today(MONDAY)
    assert "kan inte längre besvaras" in text(choose(samira, made, at(MONDAY, 10)))
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("ends", ["hand_over", "closed", "protected", "withdrawn"])
def test_the_offer_dies_with_what_it_rests_on(case, jonna, ends):
    made = offer(case, jonna)
    if ends == "hand_over":
        successor = make_colleague("consultant", jonna.unit)
        with as_(case.social_worker):
            cases.assign(case=case, to=successor)
    elif ends == "closed":
        with as_(jonna) as actor:
            record_exit(case=case, day=TODAY, today=actor.today, reason="moved")
    elif ends == "protected":
        with as_(jonna):
            protect(person=case.person, protection="marked")
    else:
        with as_(jonna):
            cases.withdraw_offer(offer=made)
    made.refresh_from_db()
    assert made.ended_at is not None


def test_anothers_offer_is_the_same_as_none(samira, other, jonna):
    theirs = offer(other.person.cases.get(), jonna)
    for which in (theirs.pk, 10**12):
        refused = samira.post(MEETINGS, {"offer": which, "at": at(FRIDAY, 9).isoformat()})
        assert "kan inte längre besvaras" in text(refused)
        assert samira.post(MEETINGS, {"offer": which, "words": "x"}).status_code == 422
    theirs.refresh_from_db()
    assert theirs.answered_at is None


def test_the_colleague_is_refused_what_cannot_be_offered(case, jonna):
    with pytest.raises(Refused, match="framåt i tiden"):
        offer(case, jonna, at(TODAY - timedelta(days=1), 9), at(MONDAY, 9))
    with pytest.raises(Refused, match="stängt"):
        offer(case, jonna, at(date(2026, 11, 14), 9), at(MONDAY, 9))
    with pytest.raises(Refused, match="till den sista"):
        offer(case, jonna, until=date(2026, 12, 1))
    with as_(case.social_worker) as actor:
        theirs = cases.book_meeting(
            case=case, by=actor, starts_at=at(MONDAY, 8), minutes=30, how="phone", purpose="Annat"
        )
    with pytest.raises(Refused, match="kollegas"):
        offer(case, jonna, meeting=theirs)
    offer(case, jonna)
    offer(case, jonna, at(MONDAY, 13), at(MONDAY, 15))
    assert MeetingOffer.objects.filter(ended_at=None).count() == 1, "a new offer ends the one before"
