"""The link in a reminder: the person tells whether they come, once, by a fresh link that opens nothing else."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from trappan import database
from trappan.agreements.models import Link
from trappan.cases.testing import consultant_of, make_case
from trappan.history.models import Event
from trappan.messages.jobs import due as reminders_due
from trappan.messages.jobs import remind, send, waiting
from trappan.messages.models import Message, Wish
from trappan.messages.operations import keep_wish
from trappan.messages.testing import gateway
from trappan.people.models import Contact
from trappan.people.operations import keep_contact, protect
from trappan.placements import operations as placements
from trappan.placements.jobs import due, remind_of_days
from trappan.placements.models import Notice
from trappan.placements.testing import make_placement
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.schedules.week import Part
from trappan.staff.testing import as_, make_colleague
from trappan.testing import WebClient, sign_in, text

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY, NEXT = date(2026, 11, 19), date(2026, 11, 26)


def at(day, hour=10):
    set_today(day)
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=STOCKHOLM)
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [moment])


@pytest.fixture(autouse=True)
def service(settings, today):
    at(date(2026, 11, 12))
    with gateway() as one:
        settings.SMS = {"url": one.url, "login": "", "sender": "Trappan", "folder": ""}
        settings.SITE = "https://trappan.example"
        yield one


@pytest.fixture
def placement(case, jonna, place):
    with as_(jonna):
        keep_contact(person=case.person, edition=edition_of(saved_in(None, ["phone"])), phone="070-174 06 05")
    return make_placement(jonna, person=case.person, activity=place, starts_on=DAY)


def minute():
    for row in due():
        remind_of_days(row)
    for row in list(reminders_due()):
        remind(row)
    for row in list(waiting()):
        send(row)


@pytest.fixture
def reminded(placement, service):
    at(date(2026, 11, 18))
    minute()
    return address_in(service.texts[-1])


def address_in(words):
    return re.search(r"https://trappan\.example(/link/[\w-]{43}/)", words)[1]


def opened(browser, address):
    browser.get(address)
    return browser.get(reverse("agreements:link"))


def answered(browser, page, word):
    key = re.search(r'name="link" value="([\w-]+)"', text(page))[1]
    return browser.post(reverse("agreements:link"), {"link": key, "says": word}, follow=True)


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("word", "listed"),
        [("absent", "säger själv: inte i dag"), ("late", "säger själv: sen"), ("comes", "säger själv: kommer")],
    )
    def test_stands_on_the_list_of_the_day_and_on_the_way_of_the_person(
        self, browser, client, placement, reminded, word, listed
    ):
        page = opened(browser, reminded)
        assert page.status_code == 200
        assert "Kommer du?" in text(page)
        assert "Tack" in text(answered(browser, page, word))
        said = Notice.objects.get()
        assert (said.placement, said.day, said.says, said.author_id) == (placement, DAY, word, None)
        assert Event.objects.get(verb="agreements.answer_day").scope == "activity"
        at(DAY, 8)
        sign_in(client, make_colleague("supervisor", placement.activity.unit))
        assert listed in text(client.get(reverse("attendance:day")))

    def test_is_taken_once(self, browser, placement, reminded):
        page = opened(browser, reminded)
        answered(browser, page, "absent")
        again = answered(browser, page, "comes")
        assert again.status_code == 422
        assert "Jag kan inte komma" in text(again)
        assert Notice.objects.get().says == "absent"
        assert "Tack" in text(opened(WebClient(), reminded))

    @pytest.mark.parametrize("word", ["sick", "", "comes\0"])
    def test_is_one_of_three_and_never_a_reason(self, browser, placement, reminded, word):
        page = opened(browser, reminded)
        assert "<textarea" not in text(page)
        assert answered(browser, page, word).status_code == 422
        assert not Notice.objects.exists()


class TestTheLink:
    def test_is_not_kept_where_somebody_reads_it(self, placement, reminded, service):
        token = reminded.split("/")[2]
        assert token not in Message.objects.get().text
        assert "{link}" in Message.objects.get().text
        assert Link.objects.get().token_digest != token

    def test_is_none_that_a_colleague_reads(self, client, jonna, placement, reminded):
        sign_in(client, jonna)
        page = text(client.get(reverse("messages:person", args=[placement.person_id])))
        assert "Svara här: (länk)" in page
        assert "{link}" not in page

    def test_tells_no_day_and_no_place_unless_the_person_said_yes(self, browser, jonna, placement, reminded):
        page = text(opened(browser, reminded))
        assert not any(word in page for word in ("19 november", "Köket", "Samira", "Sagosson"))
        wish = {"way": "sms", "language": "sv", "tells_time": True}
        with as_(jonna):
            keep_wish(person=placement.person, edition=edition_of(saved_in(None, wish)), **wish)
        page = text(opened(browser, reminded))
        assert "torsdag 19 november" in page
        assert "Köket" not in page

    def test_of_an_older_reminder_ends_when_a_newer_of_the_same_day_has_come(
        self, browser, jonna, placement, reminded, service
    ):
        with as_(jonna) as actor:
            part = Part(3 * 1440 + 600, 3 * 1440 + 660)
            placements.change_day(placement=placement, day=DAY, today=actor.today, part=part)
        minute()
        fresh = address_in(service.texts[-1])
        assert fresh != reminded
        assert "Det har kommit en nyare påminnelse" in text(opened(browser, reminded))
        assert "Kommer du?" in text(opened(browser, fresh))

    def test_of_one_day_ends_no_other_day_s(self, browser, placement, service):
        one = RuleSet.objects.get(valid_to=None)
        changed = one.parameters | {"remind_each_day": True, "reminder_days": 8}
        RuleSet.objects.filter(pk=one.pk).update(parameters=changed)
        for day in (date(2026, 11, 12), date(2026, 11, 18)):
            at(day)
            minute()
        first, second = map(address_in, service.texts)
        answered(browser, opened(browser, first), "absent")
        assert list(Notice.objects.values_list("day", "says")) == [(DAY, "absent")]
        assert "Kommer du?" in text(opened(browser, second))

    @pytest.mark.parametrize(("phone", "holds"), [("070-174 06 99", False), ("070-174 06 05", True)])
    def test_to_a_number_that_was_put_right_opens_nothing(self, browser, jonna, placement, reminded, phone, holds):
        had = Contact.objects.get(person=placement.person)
        with as_(jonna):
            edition = edition_of(saved_in(had, ["phone", "email"]))
            keep_contact(person=placement.person, edition=edition, phone=phone, email="samira@post.example")
        assert ("Kommer du?" in text(opened(browser, reminded))) is holds
        assert ("Länken gäller inte längre" in text(opened(browser, reminded))) is not holds
        Wish.objects.update_or_create(person=placement.person, defaults={"language": "so", "tells_time": False})
        assert ('<html lang="so"' in text(opened(browser, reminded))) is holds, "nor tells whose language it was"

    def test_is_over_an_hour_after_the_beginning(self, browser, placement, reminded):
        page = opened(browser, reminded)
        at(DAY, 11)
        assert answered(browser, page, "comes").status_code == 422
        assert "har börjat eller är över" in text(opened(browser, reminded))
        assert not Notice.objects.exists()

    @pytest.mark.parametrize("why", ["cancelled", "told", "ended"])
    def test_of_what_has_changed_asks_nothing(self, browser, jonna, placement, reminded, why):
        page = opened(browser, reminded)
        tor = make_colleague("supervisor", placement.activity.unit)
        with as_(tor if why == "cancelled" else jonna) as actor:
            if why == "cancelled":
                placements.cancel_day(activity=placement.activity, day=DAY, today=actor.today, reason="Sjukt")
            elif why == "told":
                placements.tell_beforehand(placement=placement, day=DAY, today=actor.today)
            else:
                placements.end_placement(placement=placement, ends_on=DAY)
        assert "Det finns inget att svara på" in text(answered(browser, page, "comes"))
        assert not Notice.objects.filter(says="comes").exists()

    def test_of_a_stranger_opens_nothing_and_tells_nothing(self, browser, placement, reminded):
        address = reminded[:-4] + ("aaa/" if reminded[-4:] != "aaa/" else "bbb/")
        assert opened(browser, address).status_code == 404
        token = reminded.split("/")[2]
        assert database.row("agreements_link_open", token, "") is None
        assert database.value("agreements_link_answer", token, "", "", "{}") == "code"

    def test_answers_for_nobody_else(self, browser, placement, reminded, place, service):
        other = make_case()
        with as_(consultant_of(other)):
            keep_contact(person=other.person, edition=edition_of(saved_in(None, ["phone"])), phone="070-174 06 06")
        set_today(date(2026, 11, 18))
        make_placement(consultant_of(other), person=other.person, activity=place, starts_on=DAY)
        minute()
        theirs = address_in(service.texts[-1])
        assert theirs != reminded
        answered(browser, opened(browser, theirs), "absent")
        assert Notice.objects.get().person == other.person

    def test_ends_when_the_person_becomes_protected(self, browser, jonna, placement, reminded):
        with as_(jonna):
            protect(person=placement.person, protection="marked")
        assert "Länken gäller inte längre" in text(opened(browser, reminded))
        assert Link.objects.get().address == "–"

    def test_anew_is_made_when_the_service_was_away(self, browser, placement, service):
        service.answer = lambda _number: 429
        at(date(2026, 11, 18))
        minute()
        first = address_in(service.texts[-1])
        service.answer = lambda _number: 202
        Message.objects.update(not_before=None)
        minute()
        second = address_in(service.texts[-1])
        assert first != second
        assert Link.objects.filter(ended_at=None).count() == 1
        assert "Kommer du?" in text(opened(browser, second))
