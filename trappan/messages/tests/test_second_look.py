"""A second look at letters and at what comes back: printed, late, changed meanwhile, and whose it is to see to."""

from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.messages.jobs import due, remind, send, waiting
from trappan.messages.models import DeadAddress, Message, Reminder
from trappan.messages.operations import post_letters, print_letters, send_again
from trappan.messages.orders import order_message
from trappan.messages.reports import read_mail
from trappan.messages.tests.test_hook import DSN
from trappan.people.models import Contact
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, WebClient, sign_in, text

pytestmark = pytest.mark.django_db
HOME = {"address": "Storgatan 5", "postal_code": "123 45", "city": "Ekelunda"}
NOON = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def ulla(today):
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [NOON])
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    person = make_person(ulla, "Kim", "Påhitt")
    Contact.objects.create(person=person, **HOME)
    return person


def reminder(ulla, kim, *, days):
    about = {"person": kim, "author": ulla, "about_table": "cases_meeting", "about_row": 1}
    return Reminder.objects.create(**about, starts_at=NOON + timedelta(days=days), booked_at=NOON - timedelta(days=9))


def letter_about(ulla, kim, *, days=6):
    row = reminder(ulla, kim, days=days)
    remind(row.pk)
    return row, Message.objects.get(reminder=row, kind="messages.remind")


def order(by, person, channel="letter", address="", **about):
    with as_(by):
        return order_message(
            person=person, kind="messages.test", channel=channel, address=address, text="Hej", subject="Hej", **about
        )


def comes_back(mail):
    database.execute("UPDATE messages_outbox SET tried_at = now() WHERE id = %s", [mail.pk])
    assert database.value("messages_receive", mail.key, mail.channel, "bounced", "no_such") == "taken"


def later(days):
    set_today(TODAY + timedelta(days=days), time(12))
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [NOON + timedelta(days=days)])


def test_a_letter_that_is_printed_is_told_and_what_is_called_off_since_is_told_too(ulla, kim):
    row, letter = letter_about(ulla, kim)
    with as_(ulla):
        print_letters(letters=[letter.pk])
    later(1)
    Reminder.objects.filter(pk=row.pk).update(stopped_at=NOON + timedelta(days=1), why="off")
    assert list(waiting()) == [], "it may be in the post"
    send(letter.pk)
    (called_off,) = due()
    remind(called_off)
    assert Message.objects.get(kind="messages.call_off").channel == "letter"
    with as_(ulla):
        post_letters(letters=[letter.pk], posted_on=TODAY)
    letter.refresh_from_db()
    assert letter.outcome == "sent"


def test_a_letter_that_is_printed_stays_in_the_house_when_its_person_becomes_protected(ulla, kim):
    letter = order(ulla, kim)
    with as_(ulla):
        print_letters(letters=[letter.pk])
        protect(person=kim, protection="marked")
    assert list(waiting()) == [letter.pk]
    send(letter.pk)
    assert Message.objects.get().why == "protected"


def test_printed_again_it_keeps_its_day_and_a_stale_page_prints_none_twice(client, ulla, kim):
    letter = order(ulla, kim)
    with as_(ulla):
        print_letters(letters=[letter.pk])
    later(1)
    with as_(ulla):
        with pytest.raises(Refused):
            print_letters(letters=[letter.pk])
        assert print_letters(letters=[letter.pk], anew=True) == [letter]
        post_letters(letters=[letter.pk], posted_on=TODAY)
    other = order(ulla, kim)
    with as_(ulla):
        print_letters(letters=[other.pk])
    Contact.objects.filter(person=kim).update(city="")
    sign_in(client, ulla)
    page = client.get(reverse("messages:letters"))
    assert (page.context["without"], len(page.context["printed"])) == ([], 1), "printed it may be posted"


def test_what_comes_back_after_the_address_was_changed_goes_to_the_new_one(ulla, kim):
    Contact.objects.filter(person=kim).update(email="kim@gammal.example")
    row = reminder(ulla, kim, days=1)
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [NOON])
    remind(row.pk)
    mail = Message.objects.get(reminder=row)
    assert mail.address == "kim@gammal.example"
    comes_back(mail)
    Contact.objects.filter(person=kim).update(email="kim@ny.example")
    with as_(ulla):
        assert database.value("messages_again_by", mail.pk, True) == "email"
        made = database.value("messages_send_again_to", mail.pk, True)
    assert Message.objects.get(pk=made).address == "kim@ny.example"


def test_too_late_for_a_letter_none_is_offered(ulla, kim):
    Contact.objects.filter(person=kim).update(email="kim@gammal.example")
    row = reminder(ulla, kim, days=1)
    remind(row.pk)
    mail = Message.objects.get(reminder=row)
    comes_back(mail)
    assert DeadAddress.objects.get().address == mail.address
    with as_(ulla):
        assert database.value("messages_again_by", mail.pk, True) is None


@pytest.mark.parametrize(("why", "theirs"), [("no_mailbox", False), ("dead", False), ("not_reached", True)])
def test_an_administrator_settles_what_is_of_the_service_and_no_colleagues_case(ulla, kim, why, theirs):
    sture = make_colleague("administrator", ulla.unit)
    lost = order(ulla, kim, "email", "kim@post.example")
    Message.objects.filter(pk=lost.pk).update(outcome="refused", why=why)
    with as_(sture):
        listed = [one.id for one in database.rows("messages_to_see_to")]
        assert listed == ([lost.pk] if theirs else [])
        if not theirs:
            with pytest.raises(Refused, match="redan sett till"):
                send_again(message_id=lost.pk)
            with pytest.raises(DatabaseError, match="seen to"), transaction.atomic():
                database.value("messages_leave", lost.pk)


def test_of_somebody_protected_no_address_is_said_to_work(client, ulla, kim):
    mail = order(ulla, kim, "email", "kim@post.example")
    Contact.objects.filter(person=kim).update(email=mail.address)
    DeadAddress.objects.create(person=kim, message=mail, channel="email", address=mail.address)
    with as_(ulla):
        protect(person=kim, protection="marked")
    sign_in(client, ulla)
    page = client.get(reverse("messages:person", args=[kim.pk]))
    assert list(page.context["acts"]) == []
    assert mail.address not in text(page)


class TestTheHook:
    @pytest.fixture(autouse=True)
    def on(self, settings):
        settings.HOOKS = {"email": "e" * 20, "sms": "", "mailbox": ""}

    def came(self, key, secret="e" * 20, kind="message/rfc822", raw=None):
        body = raw or DSN.format(action="failed", status="5.1.1", kind=kind, key=key).encode()
        about = {"content_type": "message/rfc822", "headers": {"Authorization": f"Bearer {secret}"}}
        return WebClient().post("/messages/came/email/", body, **about).status_code

    def test_whoever_has_the_secret_is_slowed_down_by_no_forged_report(self, ulla, kim):
        assert {self.came(uuid4()) for _turn in range(70)} == {404}
        mail = order(ulla, kim, "email", "kim@post.example")
        database.execute("UPDATE messages_outbox SET tried_at = now()")
        assert self.came(mail.key) == 204
        assert {self.came(mail.key, "x" * 20) for _turn in range(70)} == {401, 429}

    def test_what_comes_weeks_later_moves_nothing(self, ulla, kim):
        mail = order(ulla, kim, "email", "kim@post.example")
        database.execute("UPDATE messages_outbox SET tried_at = now() - interval '15 days'")
        assert self.came(mail.key) == 204
        assert Message.objects.get().receipt == ""

    @pytest.mark.parametrize("named", ["<>", "<key@[x>", "<", "\x00"])
    def test_a_crafted_report_is_none(self, named):
        raw = DSN.format(action="failed", status="5.1.1", kind="message/rfc822", key="k")
        raw = raw.replace("<k@kommun.example>", named).encode()
        assert read_mail(raw) is None
        assert self.came("", raw=raw) == 422
