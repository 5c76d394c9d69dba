"""A helper by the person's mandate: what she sees and says, in whose name, and how it ends."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.cases.models import Case
from trappan.history.models import Event
from trappan.people.operations import protect
from trappan.placements.models import Notice, ToldReason
from trappan.portal.models import Account, Mandate, OwnSession
from trappan.portal.operations import end_mandate
from trappan.portal.own import COOKIE, own
from trappan.portal.testing import PIN, as_helper, helper_session, make_guardian, make_helper, session_for
from trappan.refusals import Refused
from trappan.schedules.functions import Now
from trappan.schedules.testing import set_today
from trappan.secrecy.acting import NotActing
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, WebClient, sign_in, text

WEEK, SAY, SAID, HELP = "/me/week/", "/me/say/", "/me/said/", "/me/help/"


@pytest.fixture
def karin(case, jonna, placement):
    """Karin's mandate to help Samira."""
    return make_helper(jonna, case.person)


@pytest.fixture
def helping(karin, jonna, browser):
    """Karin's browser, signed in."""
    browser.cookies[COOKIE] = helper_session(jonna, karin)
    return browser


@pytest.fixture
def samira(case, jonna):
    """Samira's own browser, signed in by a PIN."""
    own_browser = WebClient()
    own_browser.cookies[COOKIE] = session_for(jonna, case.person)
    return own_browser


def say(browser, placement, said, day=TODAY, **more):
    return browser.post(SAY, {"said": said, "placement": placement.pk, "day": day, **more})


@pytest.mark.requirement("R-240")
def test_what_a_helper_says_stands_as_hers_everywhere(helping, samira, placement, jonna, tor, client, karin):
    answer = say(helping, placement, "late", minutes="20")
    assert answer["Location"] == f"{WEEK}#p{placement.pk}-{TODAY}"
    notice = Notice.objects.get()
    assert (notice.said_by, notice.author_id, notice.own) == ("helper", None, False)
    assert "sagt av ombud: sen, cirka 20 minuter" in text(sign_in(client, tor).get("/day/"))
    mine = text(samira.get(WEEK))
    assert "Vi vet att du kommer sent" in mine
    assert "Karin, som hjälper dig, har sagt det" in mine
    say(helping, placement, "away", reason="sick")
    assert "sagt av ombud: inte i dag" in text(client.get("/day/"))
    start = text(sign_in(client, jonna).get("/"))
    assert "sagt av ombud" in start
    assert "Karin, som hjälper dig, har sagt det" in text(samira.get(SAID))
    said = Event.objects.filter(verb__in=["portal.say_late_for", "portal.say_away_for"])
    assert {one.details["mandate"] for one in said} == {karin.pk}
    assert not Event.objects.filter(verb__in=["portal.say_late", "portal.say_away"]).exists()


def test_she_sees_the_week_and_nothing_else(helping, samira, placement, django_assert_max_num_queries):
    say(samira, placement, "away", reason="sick")
    with django_assert_max_num_queries(12):
        page = text(helping.get(WEEK))
    for words in (
        "Samira: veckan",
        "Du är Karin Hjälpsson, och hjälper Samira",
        "Köket",
        "Arbetsplatsen vet: kommer inte",
    ):
        assert words in page, words
    for never in ("Jag är sjuk", "sjuk.", "Mina steg", "Vem har läst", "Sagosson"):
        assert never not in page, never
    for url in ("/me/steps/", "/me/who-has-read/", SAID, HELP, "/me/help/new/"):
        answer = helping.get(url)
        assert (answer.status_code, "Bara för personen själv" in text(answer)) == (403, True), url


def test_she_changes_nothing_that_the_person_has_said_and_the_person_may_change_hers(helping, samira, placement):
    say(samira, placement, "away", reason="sick")
    for said, more in (("back", {}), ("late", {"minutes": "10"}), ("away", {"reason": "sick"})):
        assert say(helping, placement, said, **more).status_code == 422, said
    assert ToldReason.objects.get().reason == "sick"
    say(samira, placement, "back")
    say(helping, placement, "late", minutes="10")
    say(samira, placement, "back")
    assert [(one.says, one.own) for one in Notice.objects.all()] == [("comes", True)]


def test_a_mandate_to_see_says_nothing(case, jonna, placement, browser):
    browser.cookies[COOKIE] = helper_session(jonna, make_helper(jonna, case.person, allows="week"))
    assert "kommer sent" not in text(browser.get(WEEK))
    assert say(browser, placement, "late", minutes="10").status_code == 403
    assert not Notice.objects.exists()


def by_the_person(mandate, case, jonna, samira):
    samira.post(HELP, {"mandate": mandate.pk})


def by_staff(mandate, case, jonna, samira):
    with as_(jonna):
        end_mandate(mandate=mandate)


def by_protection(mandate, case, jonna, samira):
    with as_(jonna):
        protect(person=case.person, protection="marked")


def by_the_case(mandate, case, jonna, samira):
    Case.objects.filter(pk=case.pk).update(closed_on=TODAY)


def by_time(mandate, case, jonna, samira):
    Mandate.objects.update(starts_on=TODAY - timedelta(days=9), ends_on=TODAY)


@pytest.mark.parametrize("how", [by_the_person, by_staff, by_protection, by_the_case, by_time])
def test_when_it_ends_the_open_page_is_told_so_and_nothing_opens_again(
    helping, samira, karin, case, jonna, placement, how
):
    assert helping.get(WEEK).status_code == 200
    number = Account.objects.get(mandate=karin).number
    session = helping.cookies[COOKIE].value
    how(karin, case, jonna, samira)
    answer = say(helping, placement, "late", minutes="10")
    assert answer["Location"] == "/me/?ended=1"
    assert "har tagit slut" in text(helping.get(answer["Location"]))
    assert not Notice.objects.exists()
    with pytest.raises(NotActing), own(session):
        pass
    assert WebClient().post("/me/", {"number": number, "pin": PIN}).status_code == 422
    with as_(jonna), pytest.raises((Refused, DatabaseError)), transaction.atomic():
        database.row("portal_hand_out_to", karin.pk, "x" * 64, "known")


@pytest.mark.parametrize("how", [by_the_person, by_staff, by_protection, by_the_case, by_time])
def test_ended_in_the_middle_of_a_question_the_database_refuses(samira, karin, case, jonna, how):
    with as_helper(jonna, karin):
        assert database.rows("portal_week", 7)
        database.execute("SET LOCAL ROLE NONE")
        if how is by_the_person:
            Mandate.objects.update(ended_at=Now(), ended_why="person")
        elif how in (by_staff, by_time):
            by_time(karin, case, jonna, samira)
        else:
            case.person.__class__.objects.update(protection="marked")
        database.execute("SET LOCAL ROLE trappan_own")
        with pytest.raises(DatabaseError, match="the mandate has ended"), transaction.atomic():
            database.rows("portal_week", 7)


def test_the_persons_own_pages_stay_when_a_helpers_way_in_ends(samira, karin, jonna):
    helper_session(jonna, karin)
    assert "Karin Hjälpsson" in text(samira.get(HELP))
    answer = samira.post(HELP, {"mandate": karin.pk})
    assert answer["Location"] == f"{HELP}?ended=1"
    assert samira.post(HELP, {"mandate": karin.pk}).status_code == 302, "pressed twice it is ended once"
    assert Event.objects.filter(verb="portal.end_help").count() == 1
    karin.refresh_from_db()
    assert karin.ended_why == "person"
    page = text(samira.get(HELP))
    assert "Har hjälpt tidigare" in page
    assert samira.get(WEEK).status_code == 200
    assert Account.objects.get(mandate=None).ended_at is None


@pytest.mark.parametrize("sent", [{}, {"mandate": "x"}, {"mandate": "9" * 40}, {"mandate": "-1"}, {"mandate": "1000"}])
def test_what_is_nobodys_help_is_told_in_words(samira, karin, sent):
    answer = samira.post(HELP, sent)
    assert (answer.status_code, "finns inte i listan" in text(answer)) == (422, True)
    assert Mandate.objects.get().ended_at is None


def test_another_persons_help_is_not_there(samira, other, jonna):
    theirs = make_helper(jonna, other.person, name="Ivar Ombudsson")
    assert samira.post(HELP, {"mandate": theirs.pk}).status_code == 422
    assert "Ivar" not in text(samira.get(HELP))
    theirs.refresh_from_db()
    assert theirs.ended_at is None


def test_one_helper_reaches_another_by_no_argument(karin, jonna, placement, other):
    theirs = make_helper(jonna, other.person, name="Karin Hjälpsson")
    with as_helper(jonna, karin) as me:
        assert me.given_name == "Samira"
        assert {row.placement for row in database.rows("portal_week", 14) if row.placement} == {placement.pk}
        for function, more in (("portal_say_away", ["sick"]), ("portal_say_late", [10]), ("portal_take_back", [])):
            assert database.value(function, other.pk, TODAY, *more) == "gone"
    with as_helper(jonna, theirs):
        assert {row.placement for row in database.rows("portal_week", 14) if row.placement} == {other.pk}
    assert not Notice.objects.exists()


def test_the_longest_a_mandate_lasts_is_a_dated_rule(case, jonna, karin):
    assert karin.ends_on == date(2027, 11, 12)
    with pytest.raises(Refused, match="Möjliga dagar: 12 november 2026 – 11 november 2027"):
        make_helper(jonna, case.person, name="Ivar Ombudsson", ends_on=date(2027, 11, 13))
    with pytest.raises(Refused, match="Möjliga dagar"):
        make_helper(jonna, case.person, name="Ivar Ombudsson", ends_on=TODAY)
    with pytest.raises(Refused, match="hjälper redan"):
        make_helper(jonna, case.person)
    set_today(date(2027, 11, 12))
    with as_(jonna), pytest.raises(DatabaseError, match="ended"), transaction.atomic():
        database.row("portal_hand_out_to", karin.pk, "x" * 64, "known")


def test_only_who_works_with_the_person_and_nobody_about_a_protected_one(case, jonna, karin, tor, client):
    twin = make_colleague("consultant")
    url = f"/people/{case.person_id}/own-pages/helpers/"
    new = [case.person_id, "helper", "Eva", "", "syster", "say", TODAY + timedelta(days=9), "paper"]
    for who in (twin, tor, make_colleague("head_of_unit", jonna.unit)):
        for function, values in (
            ("portal_register_mandate", new),
            ("portal_hand_out_to", [karin.pk, "x" * 64, "known"]),
            ("portal_end_mandate", [karin.pk]),
        ):
            with as_(who), pytest.raises(DatabaseError, match="not held"), transaction.atomic():
                database.row(function, *values)
    assert sign_in(client, twin).get(url).status_code == 404
    assert sign_in(client, tor).get(url).status_code == 403
    with as_(jonna):
        with pytest.raises(DatabaseError, match="not held"), transaction.atomic():
            database.row("portal_register_mandate", *new[:-1], "eid")
        protect(person=case.person, protection="marked")
    with pytest.raises(Refused, match="skyddad"):
        make_helper(jonna, case.person)
    with pytest.raises(Refused, match="skyddad"):
        make_guardian(jonna, case.person)


def test_a_helpers_lock_locks_nobody_else(samira, karin, jonna):
    helper_session(jonna, karin)
    number = Account.objects.get(mandate=karin).number
    for _one in range(5):
        database.value("portal_try", number)
    assert database.value("portal_try", number) is None
    assert samira.get(WEEK).status_code == 200
    assert Account.objects.get(mandate=None).locked_until is None
    assert Event.objects.get(verb="portal.lock_for").details == {"mandate": karin.pk}
    Account.objects.filter(mandate=karin).update(wrong=30, locked_until=None)
    assert database.value("portal_try", number) is None
    assert Account.objects.get(mandate=karin).ended_why == "guessed"
    assert samira.get(WEEK).status_code == 200
    assert OwnSession.objects.count() == 1
