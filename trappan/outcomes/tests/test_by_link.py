"""A person is asked by a link how it goes, and answers; somebody takes it in as it was said, and rings all the same."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.agreements.models import Link, Statement
from trappan.agreements.testing import answer, deliver, known_code
from trappan.agreements.tests.test_link import seen_in, state
from trappan.cases.testing import make_case
from trappan.outcomes.follow_ups import due_day
from trappan.outcomes.models import Exit, FollowUp
from trappan.outcomes.operations import follow_up, record_exit, reopen, send_follow_up, take_in_follow_up
from trappan.people.models import Contact
from trappan.people.operations import keep_contact, open_in_emergency, protect
from trappan.plans.models import SelfRating
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, WebClient, sign_in, text

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture(autouse=True)
def telephones(settings, tmp_path):
    settings.SMS = {"url": "", "login": "", "sender": "Trappan", "folder": str(tmp_path)}


@pytest.fixture
def case(today):
    made = make_case(given_name="Rahel", family_name="Låtsasdal")
    with as_(made.responsible):
        keep_contact(person=made.person, email="rahel@post.example", phone="070-174 06 05")
    return made


@pytest.fixture
def done(case):
    with as_(case.responsible):
        return record_exit(case=case, day=TODAY, today=TODAY, reason="work", form="bagare")


@pytest.fixture
def browser():
    return WebClient()


def asked(who, done, months):
    """Let a colleague ask on the day, and the worker send it."""
    day = due_day(done.day, months)
    set_today(day)
    with as_(who):
        done = Exit.objects.select_related("person").get(pk=done.pk)
        link = send_follow_up(exit=done, months=months, today=day, site=SITE, way="email_aloud")
    address = deliver()
    link.refresh_from_db()
    return link, address


def answered(browser, link, address, **said):
    browser.get(address)
    code = known_code(link)
    page = answer(browser, "open", code)
    sent = {f"answer-{key}": value for key, value in said.items()}
    assert answer(browser, "answer", code, seen=seen_in(page), **sent).status_code == 302, text(page)
    return Statement.objects.get(link=link)


def post(client, who, done, act, row, **fields):
    page = reverse("outcomes:follow_up", args=[done.pk])
    named = {f"{act}-{row}-{name}": value for name, value in fields.items()}
    return client.post(page, {"acting_as": who.pk, "form": act, "row": row, **named})


@pytest.mark.requirement("R-239")
def test_the_person_answers_by_a_link_and_it_is_taken_in_as_it_was_said(browser, client, case, done):
    link, address = asked(case.responsible, done, 3)
    letter = mail.outbox[-1]
    assert letter.to == ["rahel@post.example"]
    assert "Låtsasdal" not in letter.subject + str(letter.body)
    sign_in(client, case.responsible)
    assert "Frågad via länk" in text(client.get("/"))
    said = answered(browser, link, address, answer="still", words="Egna nycklar", own_belonging="5", held="yes")
    assert not FollowUp.objects.exists(), "nothing follows by itself"
    for where in ("/", "/follow-ups/"):
        assert "För in svaret" in text(client.get(where))
    for where in (reverse("outcomes:exits", args=[case.person_id]), reverse("desk:person", args=[case.person_id])):
        shown = text(client.get(where))
        assert "För in svaret" in shown, where
        assert "Ska frågas nu" not in shown, where
    page = text(client.get(reverse("outcomes:follow_up", args=[done.pk])))
    assert "Egna nycklar" in page
    assert post(client, case.responsible, done, "take_in", said.pk).status_code == 302
    kept = FollowUp.objects.get()
    assert (kept.months, kept.answer, kept.words, kept.statement) == (3, "still", "Egna nycklar", said)
    assert SelfRating.objects.get().statement == "belonging"
    done.refresh_from_db()
    assert done.is_self_support, "the answer was the check too"
    assert "För in svaret" not in text(client.get("/"))
    assert "via länk" in text(client.get(reverse("outcomes:exits", args=[case.person_id])))


def test_no_more_words_are_asked_for_than_are_kept(browser, case, done):
    link, address = asked(case.responsible, done, 3)
    browser.get(address)
    code = known_code(link)
    seen = seen_in(answer(browser, "open", code))
    long = {"answer-words": "a" * 501, "answer-words_belonging": "b" * 501}
    given = {"answer-answer": "still", **dict.fromkeys(long, "a" * 500)}
    page = answer(browser, "answer", code, seen=seen, **(given | long))
    assert page.status_code == 422
    assert text(page).count("500 tecken (den har 501)") >= 2, "of both"
    assert answer(browser, "answer", code, seen=seen, **given).status_code == 302
    with as_(case.responsible):
        take_in_follow_up(exit=done, statement=Statement.objects.get(link=link), today=due_day(done.day, 3), held=True)
    assert (FollowUp.objects.get().words, SelfRating.objects.get().words) == ("a" * 500, "a" * 500)


def test_whoever_only_reads_is_offered_neither_the_form_nor_the_links(browser, client, case, done):
    link, address = asked(case.responsible, done, 3)
    other = make_colleague("consultant", case.responsible.unit)
    number = database.query("SELECT number FROM people_number WHERE person_id = %s", [case.person_id])[0].number
    with as_(other):
        open_in_emergency(number=number, reason="Ringer och är sjuk")
    page = reverse("outcomes:follow_up", args=[done.pk])
    for who, offers in ((case.responsible, True), (other, False)):
        sign_in(client, who)
        shown = client.get(page)
        assert shown.status_code == 200
        assert ("Spara svaret" in text(shown), 'name="form"' in text(shown)) == (offers, offers)
    answered(browser, link, address, answer="still")
    shown = text(client.get(page))
    assert "svarat via en länk" in shown
    assert 'name="form"' not in shown


def test_where_the_answer_leaves_the_month_open_it_is_asked(browser, client, case, done):
    link, address = asked(case.responsible, done, 1)
    said = answered(browser, link, address, answer="other")
    sign_in(client, case.responsible)
    refused = post(client, case.responsible, done, "take_in", said.pk)
    assert refused.status_code == 422
    assert "held" in refused.context["form"].errors
    assert post(client, case.responsible, done, "take_in", said.pk, held="no").status_code == 302
    done.refresh_from_db()
    assert done.held is False


class TestLateAndTwice:
    def test_written_down_by_a_colleague_the_link_opens_nothing_more(self, browser, case, done):
        link, address = asked(case.responsible, done, 3)
        day = due_day(done.day, 3)
        with as_(case.responsible):
            follow_up(exit=done, months=3, day=day, today=day, answer="not_reached")
        assert state(link) == "open", "nobody was reached: the person may still answer"
        with as_(case.responsible):
            follow_up(exit=done, months=3, day=day, today=day, answer="declined")
        link.refresh_from_db()
        assert link.ended_why == "told"
        browser.get(address)
        assert "gäller inte längre" in text(browser.get("/link/"))
        with as_(case.responsible), pytest.raises(Refused, match="redan skrivit"):
            send_follow_up(exit=done, months=3, today=day, site=SITE, way="email_aloud")

    def test_an_answer_that_comes_when_the_next_time_has_is_taken_in_as_of_its_own(self, browser, client, case, done):
        link, address = asked(case.responsible, done, 3)
        said = answered(browser, link, address, answer="still")
        set_today(due_day(done.day, 6))
        sign_in(client, case.responsible)
        assert post(client, case.responsible, done, "take_in", said.pk).status_code == 302
        assert FollowUp.objects.get().day == due_day(done.day, 3)

    def test_after_the_case_was_opened_again_it_is_read_and_not_taken_in(self, browser, client, case, done):
        link, address = asked(case.responsible, done, 3)
        said = answered(browser, link, address, answer="back")
        second, _address = asked(case.responsible, done, 3)
        with as_(case.responsible) as actor:
            reopen(case=case, today=actor.today, why="Tillbaka")
        second.refresh_from_db()
        assert second.ended_why == "changed"
        with as_(case.responsible) as actor, pytest.raises(Refused, match="inget att följa upp"):
            take_in_follow_up(exit=done, statement=said, today=actor.today)
        sign_in(client, case.responsible)
        assert post(client, case.responsible, done, "read", said.pk).status_code == 302

    def test_another_address_or_number_ends_what_is_out(self, case, done):
        link, _address = asked(case.responsible, done, 3)
        with as_(case.responsible):
            Contact.objects.update(email="rahel@ny.example")
        link.refresh_from_db()
        assert link.ended_why == "contact"


class TestNever:
    def test_about_somebody_protected(self, client, case, done):
        with as_(case.responsible):
            protect(person=case.person, protection="marked")
        day = due_day(done.day, 3)
        set_today(day)
        with as_(case.responsible):
            again = Exit.objects.select_related("person").get(pk=done.pk)
            with pytest.raises(Refused, match="skyddad"):
                send_follow_up(exit=again, months=3, today=day, site=SITE, way="email_aloud")
            made = {"purpose": "follow_up", "subject": f"{done.pk}:3", "to_whom": "R", "site": SITE, "channel": "email"}
            with pytest.raises(DatabaseError, match="protected"), transaction.atomic():
                Link.objects.create(
                    person=case.person, address="r@post.example", code_by="aloud", content={}, digest="", **made
                )
                transaction.get_connection().check_constraints()
        page = text(sign_in(client, case.responsible).get(reverse("outcomes:follow_up", args=[done.pk])))
        assert "Skicka en länk" not in page
        assert "skickas någonsin" in page
        assert "Spara svaret" in page, "staff fill it in by telephone instead"

    def test_before_its_day_without_an_address_or_of_somebody_elses_person(self, client, case, done):
        day = due_day(done.day, 3) - timedelta(days=1)
        set_today(day)
        with as_(case.responsible), pytest.raises(Refused, match="för tidigt"):
            send_follow_up(exit=done, months=3, today=day, site=SITE, way="email_aloud")
        with as_(case.responsible):
            Contact.objects.update(email="")
        set_today(due_day(done.day, 3))
        with as_(case.responsible), pytest.raises(Refused, match="ingen e-postadress"):
            send_follow_up(exit=done, months=3, today=day, site=SITE, way="email_aloud")
        stranger = make_case(consultant=make_colleague("consultant", case.unit)).responsible
        assert sign_in(client, stranger).get(reverse("outcomes:follow_up", args=[done.pk])).status_code == 404

    def test_an_answer_that_nobody_gave(self, browser, case, done):
        link, address = asked(case.responsible, done, 3)
        said = answered(browser, link, address, answer="back")
        day = due_day(done.day, 3)
        for wrong in ({"answer": "still"}, {"answer": "back", "words": "Trivs"}, {"answer": "back", "months": 1}):
            about = {"exit": done, "person": case.person, "months": 3, "day": day, "statement": said, **wrong}
            with as_(case.responsible), pytest.raises(DatabaseError, match="said"), transaction.atomic():
                FollowUp.objects.create(**about)


def test_whoever_has_an_ended_link_rings_since_no_list_tells_that_a_new_one_is_asked_for(browser, case, done):
    link, address = asked(case.responsible, done, 1)
    set_today(due_day(done.day, 1) + timedelta(days=20))
    browser.get(address)
    page = text(browser.get("/link/"))
    assert ("Ring" in page or "Hör av dig" in page, "Be om en ny länk" in page) == (True, False)
    assert browser.post("/link/", {"act": "anew"}).status_code == 422
    assert Link.objects.get(pk=link.pk).asked_at is None
