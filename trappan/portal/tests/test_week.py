"""My week: what it shows, and what may be said of a time to come."""

from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from trappan.attendance import operations as attendance
from trappan.attendance.models import Attendance
from trappan.cases import operations as cases
from trappan.history.models import Event
from trappan.placements import operations as placements
from trappan.placements.models import Notice, ToldReason
from trappan.portal.own import COOKIE
from trappan.portal.testing import session_for
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, markup, sign_in, text

WEEK, SAY, SAID = "/me/week/", "/me/say/", "/me/said/"
FRIDAY = TODAY + timedelta(days=1)


@pytest.fixture
def samira(case, jonna, placement, browser):
    """Samira's browser, signed in."""
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    return browser


def say(browser, placement, said, day=TODAY, **more):
    return browser.post(SAY, {"said": said, "placement": placement.pk, "day": day, **more})


def test_the_week_shows_when_where_and_whom_to_ring(samira, case, jonna, django_assert_max_num_queries):
    with as_(jonna) as actor:
        starts = timezone.make_aware(timezone.datetime.combine(FRIDAY, time(9)))
        cases.book_meeting(
            case=case, by=actor, starts_at=starts, minutes=45, purpose="Det hemliga", how="visit", place="Rum 4"
        )
    with django_assert_max_num_queries(12):
        page = text(samira.get(WEEK))
    for words in ("torsdag 12 november", "Fredag 13 november", "13–23", "Köket", "Storgatan 1", "08-465 004 03"):
        assert words in page, words
    assert "query=Storgatan+1" in page
    assert "Rum 4" in page
    assert "9–9.45" in page
    assert "Det hemliga" not in page, "what a meeting is about is no PIN's to open"


def test_an_empty_week_says_what_to_do(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    page = text(browser.get(WEEK))
    assert "Du har inget inbokat i dag" in page
    assert "Ring din konsulent" in page


@pytest.mark.requirement("R-240")
def test_in_two_taps_the_site_knows_that_and_the_consultant_why(samira, placement, jonna, tor, client):
    answer = say(samira, placement, "away", reason="child")
    assert answer["Location"] == f"{WEEK}#p{placement.pk}-{TODAY}"
    notice = Notice.objects.get()
    assert (notice.placement_id, notice.day, notice.own, notice.author_id) == (placement.pk, TODAY, True, None)
    assert "Vi vet att du inte kommer" in text(samira.get(WEEK))

    day = text(sign_in(client, tor).get("/day/"))
    assert "säger själv: inte i dag" in day
    assert "barn" not in day.lower()
    start = text(sign_in(client, jonna).get("/"))
    assert "Vård av barn" in start
    assert "Arbetsplatsen har sett det" in text(samira.get(SAID))


def test_of_a_day_to_come_today_s_list_tells_and_that_counts_as_seen(samira, placement, tor, client):
    say(samira, placement, "away", FRIDAY, reason="child")
    assert "Ingen på arbetsplatsen har sett det än" in text(samira.get(SAID))
    day = markup(sign_in(client, tor).get("/day/"))
    assert "Kommer inte de närmaste dagarna" in day
    assert "13 november 2026 · har själv sagt till" in day
    assert "Arbetsplatsen har sett det" in text(samira.get(SAID))


def test_asked_seen_answered(samira, placement, jonna, tor, client):
    say(samira, placement, "away", reason="doctor")
    assert "Ingen på arbetsplatsen har sett det än" in text(samira.get(SAID))
    with as_(tor) as actor:
        attendance.record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
    with as_(jonna):
        attendance.find(placement=placement, day=TODAY, kind="excused", reason="doctor")
    page = text(samira.get(SAID))
    assert f"{jonna.colleague.given_name} svarade" in page
    assert "Det är ett godtagbart skäl" in page


def test_late_stands_on_the_day_and_is_no_mark(samira, placement, tor, client):
    say(samira, placement, "late", minutes="20")
    say(samira, placement, "late", minutes="30")
    assert Notice.objects.filter(says="late").get().minutes == 30
    assert not Attendance.objects.exists()
    assert not Notice.objects.filter(says="absent").exists()
    assert "säger själv: sen, cirka 30 minuter" in text(sign_in(client, tor).get("/day/"))
    say(samira, placement, "away", reason="sick")
    assert not Notice.objects.filter(says="late").exists(), "who does not come does not come late"


def test_it_is_taken_back_while_nobody_has_marked_the_day(samira, placement, tor):
    say(samira, placement, "away", reason="sick")
    say(samira, placement, "back")
    assert not Notice.objects.exists()
    assert not ToldReason.objects.exists()
    say(samira, placement, "away", reason="sick")
    with as_(tor) as actor:
        attendance.record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
    refused = say(samira, placement, "back")
    assert refused.status_code == 422
    assert "Handledaren har redan skrivit" in text(refused)
    assert Notice.objects.exists()
    said = list(Event.objects.filter(verb__startswith="portal.").exclude(kind="sign_in").values_list("verb", "actor"))
    said = [one for one in said if one[0] != "portal.hand_out_code"]
    assert said == [("portal.say_away", None), ("portal.take_back", None), ("portal.say_away", None)]


def test_what_somebody_else_noted_is_not_the_persons_to_take_back(samira, placement, jonna):
    with as_(jonna):
        placements.tell_beforehand(placement=placement, day=TODAY, today=TODAY, reason="sick")
    assert "Arbetsplatsen vet att du inte kommer" in text(samira.get(WEEK))
    for said, more in (("back", {}), ("away", {"reason": "sick"}), ("late", {"minutes": "10"})):
        assert say(samira, placement, said, **more).status_code == 422
    assert Notice.objects.get().own is False


def test_a_colleague_says_nothing_in_the_persons_name(placement, jonna, tor):
    about = {"placement": placement, "person_id": placement.person_id, "unit_id": placement.unit_id, "day": FRIDAY}
    for who in (jonna, tor):
        for says in ("late", "comes"):
            with as_(who), pytest.raises(DatabaseError, match="policy"), transaction.atomic():
                Notice.objects.create(**about, says=says)
    with as_(jonna):
        made = Notice.objects.create(**about, author=None)
        made.refresh_from_db(fields=["author"])
        assert made.author == jonna, "who writes it stands with it, whatever the page says"


def over(placement, jonna, tor):
    set_today(TODAY, time(23, 30))
    return TODAY, "Den tiden är över"


def cancelled(placement, jonna, tor):
    with as_(tor) as actor:
        placements.cancel_day(activity=placement.activity, day=FRIDAY, today=TODAY, reason="Planering", by=actor)
    return FRIDAY, "inställd eller pausad"


def marked(placement, jonna, tor):
    with as_(tor) as actor:
        attendance.record_attendance(placement=placement, day=TODAY, by=actor, mark="present")
    return TODAY, "Handledaren har redan skrivit"


def not_there(placement, jonna, tor):
    return TODAY + timedelta(days=2), "finns inte i din vecka"


def yesterday(placement, jonna, tor):
    set_today(TODAY + timedelta(days=7))
    return TODAY, "Den tiden är över"


@pytest.mark.parametrize("how", [over, marked, not_there, yesterday])
def test_nothing_is_said_of_what_is_over_cancelled_marked_or_not_there(samira, placement, jonna, tor, how):
    day, words = how(placement, jonna, tor)
    for said, more in (("away", {"reason": "sick"}), ("late", {"minutes": "10"}), ("back", {})):
        answer = say(samira, placement, said, day, **more)
        assert (answer.status_code, words in text(answer)) == (422, True), said
    assert not Notice.objects.exists()
    assert not Notice.objects.filter(says="late").exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"said": "away", "placement": "x", "day": "2026-11-12", "reason": "sick"},
        {"said": "away", "placement": "9" * 40, "day": "2026-11-12", "reason": "sick"},
        {"said": "away", "placement": "1", "day": "0000-00-00", "reason": "sick"},
        {"said": "away", "placement": "1", "day": "9999-12-31", "reason": "sick"},
        {"said": "away", "placement": "1", "day": "2026-11-12", "reason": "'; DROP"},
        {"said": "late", "placement": "1", "day": "2026-11-12", "minutes": "-5"},
        {"said": "what"},
        {},
    ],
)
def test_what_no_page_sends_is_refused_in_words(samira, sent):
    assert samira.post(SAY, sent).status_code in (302, 422)
    assert not Notice.objects.exists()


def test_nobody_says_anything_without_being_in(placement):
    answer = say(WebClient(), placement, "away", reason="sick")
    assert answer["Location"] == "/me/"
    assert not Notice.objects.exists()


def test_another_persons_time_is_not_there(samira, other):
    answer = say(samira, other, "away", reason="sick")
    assert answer.status_code == 422
    assert "finns inte i din vecka" in text(answer)
    assert not Notice.objects.exists()


def test_on_a_day_of_the_calendar_that_is_closed_nobody_is_expected(samira, placement):
    christmas = date(2026, 12, 25)  # a Friday
    set_today(christmas)
    page = text(samira.get(WEEK))
    assert "Stängt. Du behöver inte komma." in page
    assert say(samira, placement, "away", christmas, reason="sick").status_code == 422
