"""A week at an employer: told by the week's link, and marked when the team takes it in, or by the team alone."""

import re
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.agreements import operations
from trappan.agreements.content import in_swedish
from trappan.agreements.models import Agreement, Link, Statement
from trappan.agreements.testing import answer, deliver, known_code, make_agreement, sign_all
from trappan.agreements.tests.test_link import seen_in
from trappan.agreements.week import in_words, span, week_of
from trappan.attendance.models import Attendance, AttendedTime, Incident
from trappan.attendance.operations import Mark, mark_day
from trappan.people.operations import protect
from trappan.placements.models import Introduction, Session
from trappan.placements.operations import cancel_day, end_placement
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
FRIDAY, MONDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=3)
THURSDAY = TODAY
WHO = {"name": "Vera Diktare", "title": "driftchef"}


@pytest.fixture
def placement(case, jonna, place):
    return make_placement(
        jonna,
        person=case.person,
        activity=place,
        week="tor 9-12, fre 9-12",
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=90),
    )


@pytest.fixture
def signed(jonna, agreement):
    """An agreement that holds, on the Friday of the placement's first week."""
    sign_all(jonna, agreement)
    set_today(FRIDAY)
    return Agreement.objects.select_related("contact", "workplace__employer", "person", "placement__person").get(
        pk=agreement.pk
    )


def asked(by, agreement, monday=MONDAY):
    """Let a consultant send the week's link, and return it with its address."""
    with as_(by):
        link = operations.ask_week(agreement=agreement, monday=monday, site="http://testserver", way="email_aloud")
    address = deliver()
    link.refresh_from_db()
    return link, address


def told(browser, link, address, **said):
    """Let the employer answer the week's link."""
    browser.get(address)
    code = known_code(link)
    page = answer(browser, "open", code)
    fields = {f"answer-{key}": value for key, value in said.items()}
    return answer(browser, "answer", code, seen=seen_in(page), **fields, **WHO)


def post(client, by, agreement, form="take", **fields):
    """Press a button on the week's page as the browser does, with what the page showed."""
    address = f"/agreements/{agreement.pk}/week/?day={MONDAY}"
    page = text(client.get(address))
    shown = dict(re.findall(rf'name="({form}-seen)" value="([^"]*)"', page))
    sent = {f"{form}-{name}": value for name, value in fields.items()}
    return client.post(address, {"acting_as": by.pk, "form": form, **shown, **sent}, follow=True)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (THURSDAY, THURSDAY, "12 november"),
        (THURSDAY, FRIDAY, "12–13 november"),
        (date(2026, 11, 30), date(2026, 12, 4), "30 november–4 december"),
    ],
)
def test_the_days_of_a_week_are_said_short(first, last, words):
    with in_swedish():
        assert span(first, last) == words


@pytest.mark.requirement("R-058")
def test_what_the_employer_says_becomes_marks_only_when_it_is_taken_in(
    browser, client, jonna, signed, django_assert_max_num_queries
):
    sign_in(client, jonna)
    link, address = asked(jonna, signed)
    assert link.content["title"] == "Hur gick veckan för Samira Sagosson?"
    assert [one["group"] for one in link.content["questions"] if one["kind"] == "choice"] == [
        "torsdag 12 november, 9–12",
        "fredag 13 november, 9–12",
    ]
    said = {f"mark-{THURSDAY}": "partly", f"came-{THURSDAY}": "09:30", f"mark-{FRIDAY}": "absent_told"}
    assert told(browser, link, address, **said, wrong="Hon halkade i disken").status_code == 302
    assert not Attendance.objects.exists()
    statement = Statement.objects.get()
    assert in_words(statement, THURSDAY) == "Sen eller gick tidigt, kom 9.30"
    page = text(client.get("/"))
    assert "Arbetsgivaren har berättat om en vecka: ta in den" in page
    assert f"/agreements/{signed.pk}/week/?day={MONDAY}" in page
    with django_assert_max_num_queries(17):  # four of them open and close the transaction
        page = text(client.get(f"/agreements/{signed.pk}/week/?day={MONDAY}"))
    assert "Hon halkade i disken" in page
    assert "Ta in veckan" in page
    # As the page proposes, but for the Friday, on which the consultant knows better.
    fields = {f"answer-mark-{THURSDAY}": "partly", f"answer-came-{THURSDAY}": "09:30"}
    done = post(client, jonna, signed, **fields, **{f"answer-mark-{FRIDAY}": "absent_not_told"})
    assert "Veckan är markerad" in text(done)
    marks = {one.day: (one.mark, one.came_at, one.author_id) for one in Attendance.objects.all()}
    assert marks == {THURSDAY: ("partly", 570, jonna.pk), FRIDAY: ("absent_not_told", None, jonna.pk)}
    statement.refresh_from_db()
    assert statement.seen_at is not None
    assert statement.said["answers"][f"mark-{FRIDAY}"] == "absent_told"
    attended = {one.day: one.attended for one in AttendedTime.objects.filter(placement_id=signed.placement_id)}
    assert attended == {THURSDAY: 150, FRIDAY: 0}
    assert "ta in den" not in text(client.get("/"))


def test_what_could_not_be_taken_in_is_said_while_the_employer_is_there(browser, jonna, signed):
    link, address = asked(jonna, signed)
    mark, came, left = (f"{key}-{THURSDAY}" for key in ("mark", "came", "left"))
    for times, words in (
        ({}, "Skriv när"),
        ({came: "15:30", left: "08:00"}, "Skriv tider inom den"),
        ({came: "11:00", left: "10:00"}, "Skriv tider inom den"),
        ({left: "12:00"}, "Skriv tider inom den"),
    ):
        page = told(browser, link, address, **{mark: "partly"}, **times)
        assert page.status_code == 422, times
        assert words in text(page), times
    assert not Statement.objects.exists()
    said = {mark: "partly", came: "10:00", left: "11:00", f"mark-{FRIDAY}": "present", f"came-{FRIDAY}": "23:00"}
    assert told(browser, link, address, **said).status_code == 302, "times of a whole day are not looked at"


def test_what_is_frozen_does_not_follow_the_schedule_and_a_day_that_is_no_more_is_not_marked(browser, jonna, signed):
    link, address = asked(jonna, signed)
    with as_(Membership.objects.get(role="supervisor")) as actor:
        cancel_day(activity=signed.placement.activity, day=FRIDAY, today=actor.today, reason="Stängt")
    assert told(browser, link, address, **{f"mark-{FRIDAY}": "present"}).status_code == 302
    with as_(jonna) as actor:
        week = week_of(signed, MONDAY)
        assert [one.day for one in week.held] == [THURSDAY]
        answers = Statement.objects.get().said["answers"]
        operations.take_week(agreement=signed, by=actor, week=week, seen=week.seen, answers=answers)
    assert not Attendance.objects.exists()


def test_what_is_told_of_a_week_whose_days_were_all_cancelled_is_read_and_leaves_the_desk(
    browser, client, jonna, signed
):
    link, address = asked(jonna, signed)
    with as_(Membership.objects.get(role="supervisor")) as actor:
        for day in (THURSDAY, FRIDAY):
            cancel_day(activity=signed.placement.activity, day=day, today=actor.today, reason="Stängt")
    told(browser, link, address, **{f"mark-{THURSDAY}": "present"}, wrong="Hon skar sig i handen")
    sign_in(client, jonna)
    assert "har berättat om en vecka: ta in den" in text(client.get("/"))
    shown = text(client.get(f"/agreements/{signed.pk}/week/?day={MONDAY}"))
    assert "Ingen dag i veckan blev av, så inget ska markeras" in shown
    assert "Hon skar sig i handen" in shown
    stale = client.post(
        f"/agreements/{signed.pk}/week/?day={MONDAY}",
        {"acting_as": jonna.pk, "form": "read", "read-seen": ""},
        follow=True,
    )
    assert "Titta på den igen" in text(stale), "more was told than the page showed"
    assert Statement.objects.get().seen_at is None
    assert "Inläst" in text(post(client, jonna, signed, "read"))
    assert Statement.objects.get().seen_at is not None
    assert "ta in den" not in text(client.get("/"))
    assert not Attendance.objects.exists()
    with as_(jonna), pytest.raises(Refused, match="redan"):
        week = week_of(signed, MONDAY)
        operations.read_week(agreement=signed, week=week, seen=week.seen)


def test_two_who_mark_the_same_week_and_the_site_that_marked_it_first(client, jonna, signed):
    with as_(jonna):
        week = week_of(signed, MONDAY)
    with as_(Membership.objects.get(role="supervisor")) as tor:
        mark_day(by=tor, day=THURSDAY, marks=[Mark(signed.placement_id, "present")])
    with as_(jonna) as actor, pytest.raises(Refused, match="under tiden"):
        answers = {f"mark-{THURSDAY}": "absent_told"}
        operations.take_week(agreement=signed, by=actor, week=week_of(signed, MONDAY), seen=week.seen, answers=answers)
    set_today(FRIDAY + timedelta(days=1))
    sign_in(client, jonna)
    refused = post(client, jonna, signed, **{f"answer-mark-{THURSDAY}": "absent_told"})
    assert "Skriv varför" in text(refused)
    assert Attendance.objects.get().mark == "present"
    done = post(client, jonna, signed, **{f"answer-mark-{THURSDAY}": "absent_told", "why": "Hon ringde"})
    assert "Veckan är markerad" in text(done)
    kept = Attendance.objects.get()
    assert (kept.mark, kept.why, kept.author_id) == ("absent_told", "Hon ringde", jonna.pk)


def test_an_answer_that_the_page_did_not_show_is_not_taken_in_with_the_week(browser, client, jonna, signed):
    """The page is open when the employer tells: saved, it is refused once and shows what was told."""
    sign_in(client, jonna)
    link, address = asked(jonna, signed)
    week = f"/agreements/{signed.pk}/week/?day={MONDAY}"
    shown = dict(re.findall(r'name="(take-seen)" value="([^"]*)"', text(client.get(week))))
    told(browser, link, address, **{f"mark-{THURSDAY}": "absent_told"}, wrong="Hon skar sig i handen")
    sent = {"acting_as": jonna.pk, "form": "take", **shown, f"take-answer-mark-{THURSDAY}": "present"}
    refused = client.post(week, sent)
    assert (refused.status_code, "Hon skar sig i handen" in text(refused)) == (422, True)
    assert Statement.objects.get().seen_at is None
    assert not Attendance.objects.exists()
    again = dict(re.findall(r'name="(take-seen)" value="([^"]*)"', text(refused)))
    assert client.post(week, {**sent, **again}).status_code == 302
    assert Statement.objects.get().seen_at is not None


def test_bad_weeks_are_refused_in_words(client, jonna, agreement, signed):
    sign_in(client, jonna)
    for fields, words in (
        ({}, "Inget är besvarat än"),
        ({f"answer-mark-{THURSDAY}": "maybe"}, "finns inte bland"),
        ({f"answer-mark-{THURSDAY}": "partly"}, "Skriv när Samira kom eller gick"),
        ({f"answer-mark-{THURSDAY}": "partly", f"answer-came-{THURSDAY}": "14:00"}, "Skriv tider däremellan"),
    ):
        page = post(client, jonna, signed, **fields)
        assert page.status_code == 422, fields
        assert words in text(page), fields
    for day in ("2026-99-99", "1900-01-01", "2099-01-01", "x"):
        assert client.get(f"/agreements/{agreement.pk}/week/?day={day}").status_code == 200
    with as_(jonna), pytest.raises(Refused, match="Ingen dag i veckan"):
        operations.ask_week(agreement=signed, monday=MONDAY - timedelta(days=7), site="", way="email_aloud")
    assert not Attendance.objects.exists()


def test_nobody_is_marked_before_the_three_have_signed_nor_before_the_introduction(jonna, place, case, at):
    placement = make_placement(
        jonna, person=case.person, activity=place, starts_on=TODAY, ends_on=TODAY + timedelta(days=90)
    )
    made = make_agreement(jonna, placement, at)
    with as_(jonna) as actor:
        one = Agreement.objects.select_related("placement").get(pk=made.pk)
        week = week_of(one, MONDAY)
        assert [row.state for row in week.days] == [Session.State.UNSIGNED]
        assert week.held == []
        with pytest.raises(Refused):
            operations.ask_week(agreement=one, monday=MONDAY, site="", way="email_aloud")
        with pytest.raises(DatabaseError, match="not signed"), transaction.atomic():
            database.execute(
                "INSERT INTO attendance_attendance (placement_id, person_id, unit_id, day, mark, minutes, why, "
                "keyed_in) VALUES (%s, %s, %s, %s, 'present', 0, '', false)",
                [placement.pk, placement.person_id, placement.unit_id, TODAY],
            )
    sign_all(jonna, made)
    Introduction.objects.all().delete()
    with as_(jonna) as actor:
        week = week_of(one, MONDAY)
        about = {"agreement": one, "by": actor, "week": week, "seen": week.seen}
        with pytest.raises(Refused, match="introducerad"):
            operations.take_week(**about, answers={f"mark-{TODAY}": "present"})
        assert operations.take_week(**about, answers={f"mark-{TODAY}": "absent_told"}) == []


def test_introduction_and_what_went_wrong_are_noted_as_at_a_site(client, jonna, signed):
    Introduction.objects.all().delete()
    sign_in(client, jonna)
    points = signed.placement.activity.introduction_points
    half = post(client, jonna, signed, "introduce", day=str(FRIDAY), points=points[:1])
    assert half.status_code == 422
    post(client, jonna, signed, "introduce", day=str(FRIDAY), points=points)
    assert Introduction.objects.get().points == points
    fields = {"kind": "near", "text": "Halkade i disken", "done": "Matta på golvet"}
    early = post(client, jonna, signed, "incident", day=str(TODAY - timedelta(days=1)), **fields)
    assert early.status_code == 422
    post(client, jonna, signed, "incident", day=str(FRIDAY), **fields)
    noted = Incident.objects.get()
    assert (noted.kind, noted.unit_id, noted.read_at is not None) == ("near", signed.placement.unit_id, True)
    assert "Halkade i disken" in text(client.get(f"/people/{signed.person_id}/progress/"))


def test_somebody_protected_has_no_link_and_is_marked_by_the_team(client, jonna, signed):
    with as_(jonna):
        protect(person=signed.person, protection="marked")
    sign_in(client, jonna)
    page = text(client.get(f"/agreements/{signed.pk}/week/?day={MONDAY}"))
    assert "aldrig någon länk" in page
    assert "Skicka en länk" not in page
    with as_(jonna), pytest.raises(Refused, match="skyddad identitet"):
        operations.ask_week(agreement=signed, monday=MONDAY, site="", way="email_aloud")
    assert not Link.objects.filter(purpose="week").exists()
    post(client, jonna, signed, **{f"answer-mark-{THURSDAY}": "present"})
    assert Attendance.objects.get().mark == "present"


def last_week(by, agreement):
    """End a placement after its first week, as is written on its Friday."""
    with as_(by):
        end_placement(placement=agreement.placement, ends_on=FRIDAY + timedelta(days=1), kind="planned")


def test_the_last_week_is_taken_in_when_the_placement_is_over(browser, client, jonna, signed):
    link, address = asked(jonna, signed)
    last_week(jonna, signed)
    set_today(FRIDAY + timedelta(days=3))
    sign_in(client, jonna)
    assert told(browser, link, address, **{f"mark-{THURSDAY}": "absent_told"}).status_code == 302
    page = text(client.get("/"))
    assert page.count("har berättat om en vecka: ta in den") == 1
    done = post(client, jonna, signed, **{f"answer-mark-{day}": "present" for day in (THURSDAY, FRIDAY)})
    assert "Veckan är markerad" in text(done)
    assert "ta in den" not in text(client.get("/"))


def test_the_last_week_that_nobody_has_marked_stands_beside_how_it_went(client, jonna, signed):
    last_week(jonna, signed)
    set_today(FRIDAY + timedelta(days=3))
    page = text(sign_in(client, jonna).get("/"))
    assert "En vecka hos arbetsgivaren är inte markerad" in page
    assert "ingen fråga är ute" in page


class TestANewLinkForAWeek:
    """Whoever has the week's link that ran out asks for another."""

    @pytest.fixture(autouse=True)
    def askers(self, browser, client, jonna, signed):
        _link, address = asked(jonna, signed)
        set_today(FRIDAY + timedelta(days=20))
        browser.get(address)
        sign_in(client, jonna)

    def anew(self, browser):
        return "har fått veta att du ber om en ny länk" in text(browser.post("/link/", {"act": "anew"}))

    def test_it_is_sent_from_the_week(self, browser, client, jonna, signed):
        assert self.anew(browser)
        page = text(client.get("/"))
        assert "ber om en ny länk för att berätta om en vecka" in page
        assert f"/agreements/{signed.pk}/week/?day={MONDAY}" in page
        asked(jonna, signed)
        assert "ber om en ny länk" not in text(client.get("/"))

    @pytest.mark.parametrize("became", ["marked", "protected"])
    def test_nothing_is_left_to_ask_for(self, browser, client, jonna, signed, became):
        assert self.anew(browser)
        if became == "marked":
            days = {f"answer-mark-{day}": "present" for day in (THURSDAY, FRIDAY)}
            assert "Veckan är markerad" in text(post(client, jonna, signed, **days))
        else:
            with as_(jonna):
                protect(person=signed.person, protection="marked")
        assert "ber om en ny länk" not in text(client.get("/"))
        assert not self.anew(browser), "nobody is told any more"


def test_a_week_that_nobody_has_marked_stands_on_the_desk(client, jonna, signed):
    sign_in(client, jonna)
    waits = "En vecka hos arbetsgivaren är inte markerad"
    assert waits not in text(client.get("/"))
    set_today(FRIDAY + timedelta(days=3))
    assert waits in text(client.get("/"))
    asked(jonna, signed)
    assert waits not in text(client.get("/"))
    set_today(FRIDAY + timedelta(days=11))
    assert waits in text(client.get("/"))
