"""Who has said what of a day where several may speak: the person, helpers, guardians; how far, and what falls."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.attendance.operations import record_attendance
from trappan.history.models import Event
from trappan.people.models import Number
from trappan.placements.models import Notice, ToldReason
from trappan.portal.models import Mandate
from trappan.portal.operations import end_mandate, hand_out_code, hand_out_to
from trappan.portal.own import COOKIE
from trappan.portal.pins import digest_of_code
from trappan.portal.testing import PIN, as_helper, as_person_by_eid, make_guardian, make_helper, say, session_for
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, WebClient, sign_in, text

WEEK, SAID, HELP = "/me/week/", "/me/said/", "/me/help/"
FRIDAY = TODAY + timedelta(days=1)
LAST = date(2026, 11, 22)  # the Sunday with which the week that is shown ends
AWAY, LATE, BACK = "portal_say_away", "portal_say_late", "portal_take_back"


@pytest.fixture
def karin(case, jonna, placement):
    """Karin's mandate to help Samira."""
    return make_helper(jonna, case.person)


@pytest.fixture
def samira(case, jonna):
    """Samira's own browser, signed in by a PIN."""
    own_browser = WebClient()
    own_browser.cookies[COOKIE] = session_for(jonna, case.person)
    return own_browser


@pytest.fixture
def young(case):
    """Samira, who is 18 on the Monday after next."""
    Number.objects.filter(person=case.person).update(number="200811232384")
    return case.person


def by(jonna, mandate, function, placement, *more, day=TODAY):
    """Say something by a mandate; what is returned is why not."""
    with as_helper(jonna, mandate):
        return say(function, placement.pk, day, *more)


def herself(placement, function, *more, day=TODAY):
    """Say something as the person; what is returned is why not."""
    with as_person_by_eid(placement.person):
        return say(function, placement.pk, day, *more)


def later(placement, day):
    """Return the first day of the placement's schedule from a day on."""
    asked = "SELECT min(day) AS day FROM placements_session WHERE placement_id = %s AND day >= %s AND state = 'held'"
    return database.query(asked, [placement.pk, day])[0].day


class TestHowFar:
    def test_a_helper_reaches_no_day_beyond_those_that_the_week_shows(self, karin, jonna, placement):
        beyond = later(placement, LAST + timedelta(days=1))
        assert by(jonna, karin, AWAY, placement, "sick", day=beyond) == "gone"
        assert by(jonna, karin, LATE, placement, 10, day=beyond) == "gone"
        assert not Notice.objects.exists()
        assert herself(placement, AWAY, "sick", day=beyond) == "", "the person's own are the person's"

    def test_nor_a_day_beyond_the_mandates_last(self, case, jonna, placement):
        short = make_helper(jonna, case.person, ends_on=FRIDAY)
        assert by(jonna, short, AWAY, placement, "sick", day=FRIDAY) == "gone"
        assert by(jonna, short, AWAY, placement, "sick") == ""
        with as_helper(jonna, short):
            assert {row.day for row in database.rows("portal_week", 14)} == {TODAY}

    def test_nor_a_guardian_a_day_from_the_18th_birthday_on(self, young, jonna, placement):
        maja = make_guardian(jonna, young)
        assert by(jonna, maja, AWAY, placement, "sick", day=FRIDAY) == ""
        Number.objects.filter(person=young).update(number="200811202384")
        birthday = date(2026, 11, 20)
        assert by(jonna, maja, AWAY, placement, "sick", day=birthday) == "gone"


class TestWhatFalls:
    def test_what_a_helper_said_of_days_to_come_falls_with_the_mandate(self, karin, jonna, placement, samira):
        for day in (TODAY, FRIDAY):
            assert by(jonna, karin, AWAY, placement, "sick", day=day) == ""
        with as_(jonna):
            end_mandate(mandate=karin)
        assert not Notice.objects.exists()
        assert not ToldReason.objects.exists()
        assert {one.details["day"] for one in Event.objects.filter(verb="portal.drop_word")} == {
            str(TODAY),
            str(FRIDAY),
        }
        page = text(samira.get(WEEK))
        assert "Karin hjälper dig inte längre" in page
        assert "fredag 13 november" in page.lower()
        for day in (TODAY, FRIDAY):
            assert herself(placement, AWAY, "sick", day=day) == ""
        page = text(samira.get(WEEK))
        assert "Hej Samira" in page
        assert "hjälper dig inte längre" not in page, "until something is said anew"

    def test_when_the_person_ends_it_too_and_the_persons_own_words_stay(self, karin, jonna, placement, samira):
        by(jonna, karin, LATE, placement, 20, day=FRIDAY)
        herself(placement, AWAY, "doctor")
        samira.post(HELP, {"mandate": karin.pk})
        assert Notice.objects.get().day == TODAY
        assert ToldReason.objects.get().reason == "doctor"

    def test_what_is_marked_or_over_stays(self, karin, jonna, placement, tor):
        by(jonna, karin, AWAY, placement, "sick")
        by(jonna, karin, AWAY, placement, "sick", day=FRIDAY)
        set_today(FRIDAY, time(8))
        with as_(tor) as actor:
            record_attendance(placement=placement, day=FRIDAY, by=actor, mark="absent_told")
        with as_(jonna):
            end_mandate(mandate=karin)
        assert Notice.objects.count() == ToldReason.objects.count() == 2

    def test_a_birth_date_that_is_put_right_lets_a_guardians_word_fall(self, young, jonna, placement, samira):
        by(jonna, make_guardian(jonna, young), AWAY, placement, "sick", day=FRIDAY)
        Number.objects.filter(person=young).update(number="200711202384")
        assert not Notice.objects.exists()
        assert not ToldReason.objects.exists()
        assert "Maja hjälper dig inte längre" in text(samira.get(WEEK))


class TestWhoSpeaks:
    def test_two_helpers_do_not_undo_each_other(self, karin, case, jonna, placement, samira):
        ivar = make_helper(jonna, case.person, name="Ivar Ombudsson")
        assert by(jonna, karin, AWAY, placement, "sick") == ""
        for function, more in ((BACK, []), (LATE, [10]), (AWAY, ["doctor"])):
            assert by(jonna, ivar, function, placement, *more) == "not_yours", function
        with as_helper(jonna, ivar):
            assert [(row.mine, row.helper) for row in database.rows("portal_week", 1)] == [(False, "")]
        with as_helper(jonna, karin):
            assert [row.mine for row in database.rows("portal_week", 1)] == [True]
        assert "Karin, som hjälper dig, har sagt det" in text(samira.get(WEEK))
        assert by(jonna, karin, BACK, placement) == ""

    def test_staff_read_that_a_helper_spoke_and_never_which(self, karin, jonna, placement, tor):
        by(jonna, karin, AWAY, placement, "sick")
        for who in (tor, jonna):
            with as_(who):
                assert Notice.objects.values_list("said_by", flat=True).get() == "helper"
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    Notice.objects.values_list("mandate_id", flat=True).get()

    def test_from_where_it_stands_the_person_comes_to_who_helps(self, karin, jonna, placement, samira):
        by(jonna, karin, AWAY, placement, "sick")
        page = samira.get(WEEK).content.decode()
        links = re.findall(r'href="(/me/help/)"', page)
        assert len(links) == 2, "in the alert where it is read, and below on any day"
        assert page.index(links[0]) < page.index("Jag kommer ändå")
        assert "Karin Hjälpsson" in text(samira.get(links[0]))

    def test_a_helpers_reason_is_nowhere_the_persons(self, karin, jonna, placement, samira, tor, client):
        by(jonna, karin, AWAY, placement, "sick")
        assert ToldReason.objects.get().said_by == "helper"
        for url in (WEEK, SAID):
            page = text(samira.get(url))
            assert "Skälet som sades: Är sjuk" in page, url
            assert "Du sa" not in page, url
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        sign_in(client, jonna)
        for url in (f"/people/{placement.person_id}/attendance/", f"/placements/{placement.pk}/{TODAY}/"):
            assert "(sagt av ombud)" in text(client.get(url)), url


class TestThePersonsWord:
    def test_the_persons_reason_takes_the_place_of_a_helpers(self, karin, jonna, placement):
        by(jonna, karin, AWAY, placement, "sick")
        assert herself(placement, AWAY, "authority") == ""
        notice, reason = Notice.objects.get(), ToldReason.objects.get()
        assert (notice.own, notice.mandate_id) == (True, None)
        assert (reason.reason, reason.said_by) == ("authority", "")

    def test_and_the_page_offers_it(self, karin, jonna, placement, samira):
        by(jonna, karin, AWAY, placement, "sick")
        sent = {"said": "away", "placement": placement.pk, "day": TODAY, "reason": "authority"}
        assert "Jag kan inte komma" in text(samira.get(WEEK))
        assert samira.post("/me/say/", sent).status_code == 302
        assert ToldReason.objects.get().reason == "authority"

    def test_to_come_late_takes_the_place_of_a_helpers_absence(self, karin, jonna, placement):
        by(jonna, karin, AWAY, placement, "sick")
        assert herself(placement, LATE, 20) == ""
        assert [(one.says, one.own) for one in Notice.objects.all()] == [("late", True)]
        assert not ToldReason.objects.exists()

    def test_that_one_comes_all_the_same_holds_against_a_helper(self, karin, jonna, placement, client, tor):
        for function, more in ((AWAY, ["sick"]), (LATE, [10])):
            Notice.objects.all().delete()
            assert by(jonna, karin, function, placement, *more) == ""
            assert herself(placement, BACK) == ""
            assert [(one.says, one.own) for one in Notice.objects.all()] == [("comes", True)]
            assert not ToldReason.objects.exists()
            for again, beside in ((AWAY, ["sick"]), (LATE, [10]), (BACK, [])):
                assert by(jonna, karin, again, placement, *beside) == "not_yours", again
        assert "säger själv: kommer" in text(sign_in(client, tor).get("/day/"))
        assert herself(placement, AWAY, "sick") == "", "the person may change it"
        assert Notice.objects.get().says == "absent"

    def test_what_was_said_lately_is_not_drowned_by_days_far_ahead(self, karin, jonna, placement):
        day = FRIDAY
        for _one in range(21):
            day = later(placement, day + timedelta(days=1))
            herself(placement, AWAY, "sick", day=day)
        herself(placement, AWAY, "doctor")
        with as_person_by_eid(placement.person):
            rows = database.rows("portal_said")
        assert (len(rows), rows[0].day) == (20, TODAY)


class TestTheColleaguesPages:
    def test_a_mandate_that_holds_no_more_is_shown_as_such(self, young, jonna, client):
        mandate = make_guardian(jonna, young)
        person, helpers = f"/people/{young.pk}/", f"/people/{young.pk}/own-pages/helpers/"
        sign_in(client, jonna)
        assert "Maja Vårdsson" in text(client.get(person))
        Number.objects.filter(person=young).update(number="200711202384")
        assert Mandate.objects.get().ended_at is None
        assert "Maja Vårdsson" not in text(client.get(person))
        page = client.get(helpers)
        assert (page.context["rows"], page.context["ended"]) == ([], [mandate])
        assert "gäller inte längre" in text(page)

    def test_who_helps_now_is_cut_off_by_nobody_who_did(self, karin, case, jonna, client):
        for number in range(21):
            with as_(jonna):
                end_mandate(mandate=make_helper(jonna, case.person, name=f"Ivar {number}"))
        page = sign_in(client, jonna).get(f"/people/{case.person_id}/own-pages/helpers/")
        assert [row["mandate"] for row in page.context["rows"]] == [karin]
        assert len(page.context["ended"]) == 20

    def test_whoever_does_not_read_the_plan_is_told_of_no_mandate(self, karin, jonna, tor):
        for who, told in ((jonna, [karin.pk]), (tor, [])):
            with as_(who):
                assert [row[0] for row in database.rows("portal_live_mandates", karin.person_id)] == told
        assert database.rows("portal_live_mandates", karin.person_id) == []


def test_a_helper_learns_nothing_of_the_number_by_a_pin(karin, case, jonna):

    figures = Number.objects.get(person=case.person).number[2:8]
    with as_(jonna):
        own, helpers = hand_out_code(person=case.person, proven="known"), hand_out_to(mandate=karin, proven="known")
    asked = [digest_of_code(slip.code.replace(" ", "")) for slip in (own, helpers)]
    assert [database.value("portal_is_own_number", one, figures) for one in asked] == [True, False]
    assert not database.value("portal_is_own_number", asked[0], PIN)
