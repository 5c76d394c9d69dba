"""What came back is taken from whoever has the way's secret, moves that way's message forwards, and nothing else."""

import json
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.urls import reverse

from trappan import database
from trappan.messages.jobs import send
from trappan.messages.models import DeadAddress, Message, Wish
from trappan.messages.operations import confirm_address, send_again_to
from trappan.messages.orders import order_message
from trappan.people.models import Contact
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import WebClient, sign_in, text

pytestmark = pytest.mark.django_db
SECRET = {"email": "e" * 20, "sms": "s" * 20, "mailbox": ""}
MAIL, PHONE = "kim@post.example", "070-174 06 05"
HOME = {"address": "Storgatan 5", "postal_code": "123 45", "city": "Ekelunda"}
DSN = """From: MAILER-DAEMON@post.example
To: trappan@kommun.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; post.example

Final-Recipient: rfc822; kim@post.example
Action: {action}
Status: {status}
--b
Content-Type: {kind}

From: trappan@kommun.example
Message-ID: <{key}@kommun.example>
Subject: Hej

--b--
"""


@pytest.fixture(autouse=True)
def on(settings, today):
    settings.HOOKS = SECRET
    cache.clear()


@pytest.fixture
def ulla():
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    person = make_person(ulla)
    Contact.objects.create(person=person, phone=PHONE, email=MAIL, **HOME)
    return person


def order(by, person, channel="email", address=MAIL, begun=True):
    with as_(by):
        made = order_message(person=person, kind="messages.test", channel=channel, address=address, text="Hej")
    if begun:
        assert database.row("messages_take", made.pk)
        database.value("messages_tell", made.pk, "sent")
    return made


def dsn(key, action="failed", status="5.1.1", kind="message/rfc822"):
    return DSN.format(key=key, action=action, status=status, kind=kind).replace("\n", "\r\n").encode()


def said(key, state="failed", **more):
    return json.dumps({"key": str(key), "state": state, **more}).encode()


def tell(way, body, secret=None):
    bearer = f"Bearer {SECRET.get(way, '') if secret is None else secret}"
    url = reverse("messages:hook", args=[way])
    return WebClient().generic("POST", url, body, HTTP_AUTHORIZATION=bearer).status_code


def now(message):
    message.refresh_from_db()
    return message.outcome, message.receipt, message.receipt_why


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
@pytest.mark.parametrize(
    ("action", "status", "became"),
    [
        ("failed", "5.1.1", ("sent", "bounced", "no_such")),
        ("failed", "5.2.2", ("sent", "bounced", "full")),
        ("Failed", "5.7.1", ("sent", "bounced", "not_taken")),
        ("failed", "5.0.0", ("sent", "bounced", "other")),
        ("delivered", "2.0.0", ("sent", "delivered", "")),
        ("delayed", "4.4.1", ("sent", "", "")),
        ("relayed", "2.0.0", ("sent", "", "")),
    ],
)
def test_a_report_of_mail_is_read_by_the_key_in_its_own_number(ulla, kim, kind, action, status, became):
    message = order(ulla, kim)
    assert tell("email", dsn(message.key, action, status, kind)) == 204
    assert now(message) == became
    assert DeadAddress.objects.count() == ("bounced" in became)


@pytest.mark.parametrize(
    ("state", "more", "became"),
    [
        ("delivered", {}, ("sent", "delivered", "")),
        ("failed", {}, ("sent", "bounced", "other")),
        ("failed", {"why": "no_such"}, ("sent", "bounced", "no_such")),
    ],
)
def test_a_service_for_text_messages_tells_in_json(ulla, kim, state, more, became):
    message = order(ulla, kim, "sms", PHONE)
    assert tell("sms", said(message.key, state, **more)) == 204
    assert now(message) == became


def test_the_first_word_stands_and_nothing_moves_back(ulla, kim):
    message = order(ulla, kim)
    assert tell("email", dsn(message.key, "delivered")) == 204
    assert tell("email", dsn(message.key, "failed")) == 204
    assert now(message) == ("sent", "delivered", "")
    waits, refused = order(ulla, kim, begun=False), order(ulla, kim, begun=False)
    database.row("messages_take", refused.pk)
    database.value("messages_tell", refused.pk, "refused")
    for one, stays in ((waits, ""), (refused, "refused")):
        assert tell("email", dsn(one.key, "delivered")) == 204
        assert now(one) == (stays, "", "")
    assert not DeadAddress.objects.exists()


def test_what_nobody_knew_of_is_known_to_have_been_sent_and_not_sent_anew(ulla, kim):
    message = order(ulla, kim, begun=False)
    database.row("messages_take", message.pk)
    database.value("messages_tell", message.pk, "unknown")
    assert tell("email", dsn(message.key, "delivered")) == 204
    assert now(message) == ("sent", "delivered", "")
    with as_(ulla), pytest.raises(Refused):
        send_again_to(message=message)


class TestWhoIsNobody:
    @pytest.mark.parametrize("secret", ["", "fel", SECRET["sms"], SECRET["email"][:-1], "é"])
    def test_with_another_secret_moves_nothing(self, ulla, kim, secret):
        message = order(ulla, kim)
        assert tell("email", dsn(message.key), secret) == 401
        assert now(message) == ("sent", "", "")

    def test_with_its_own_secret_moves_no_message_of_another_way(self, ulla, kim):
        message = order(ulla, kim)
        assert tell("sms", said(message.key)) == 404
        assert now(message) == ("sent", "", "")

    def test_a_way_without_a_secret_has_no_hook(self, ulla, kim):
        message = order(ulla, kim)
        for way in ("mailbox", "letter", "x"):
            assert tell(way, said(message.key), "") == 404
        assert now(message) == ("sent", "", "")

    def test_trying_secrets_is_slowed_down_and_whoever_has_the_right_one_is_not(self):
        assert {tell("email", b"", "fel") for _try in range(60)} == {401}
        assert tell("email", b"", "fel") == 429
        assert tell("email", dsn(uuid4())) == 404

    def test_a_colleague_s_page_takes_none(self, client, ulla):
        sign_in(client, ulla)
        assert client.get(reverse("messages:hook", args=["email"])).status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 5000,
        b"[]",
        b"null",
        b'{"key": 5, "state": "failed"}',
        b'{"key": "x", "state": "failed"}',
        json.dumps({"key": str(uuid4()), "state": ["failed"]}).encode(),
        json.dumps({"key": str(uuid4()), "state": "opened"}).encode(),
        json.dumps({"key": str(uuid4()), "state": "failed", "why": ["x"]}).encode(),
        b"Subject: Hej\r\n\r\nHej",
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n--b--",
        dsn("ingen-nyckel"),
    ],
    ids=range(13),
)
def test_what_is_no_report_is_said_to_be_none(body):
    assert tell("email", body) == 422
    assert tell("sms", body) == 422


def test_what_is_too_long_is_not_read():
    assert tell("email", b"x" * 300_000) == 413


class TestAnAddressThatDoesNotWork:
    @pytest.fixture
    def back(self, ulla, kim):
        message = order(ulla, kim)
        tell("email", dsn(message.key))
        return message

    def test_is_told_of_on_the_person_s_pages(self, client, ulla, kim, back):
        sign_in(client, ulla)
        page = text(client.get(reverse("messages:person", args=[kim.pk])))
        assert "Fungerar inte sedan" in page
        assert "Adressen eller numret finns inte." in page
        assert "Fungerar inte sedan" in text(client.get(reverse("desk:person", args=[kim.pk])))

    def test_is_not_used_again_until_somebody_has_said_that_it_works(self, client, ulla, kim, back):
        other = order(ulla, kim, begun=False)
        send(other.pk)
        other.refresh_from_db()
        assert (other.outcome, other.why) == ("refused", "dead")
        sign_in(client, ulla)
        dead = DeadAddress.objects.get()
        url = reverse("messages:person", args=[kim.pk])
        client.post(url, {"acting_as": ulla.pk, "form": "confirm", "row": dead.pk})
        dead.refresh_from_db()
        assert dead.works_by == ulla
        third = order(ulla, kim)
        assert now(third)[0] == "sent"
        with as_(ulla), pytest.raises(Refused):
            confirm_address(address=dead)

    def test_hinders_nothing_where_it_is_not_the_person_s_any_more(self, client, ulla, kim, back):
        Contact.objects.update(email="ny@post.example")
        sign_in(client, ulla)
        assert "Fungerar inte" not in text(client.get(reverse("messages:person", args=[kim.pk])))
        with as_(ulla):
            send_again_to(message=back)
        again = Message.objects.get(again_of=back)
        assert (again.channel, again.address) == ("sms", "+46701740605")

    @pytest.mark.parametrize(("way", "channel"), [("", "sms"), ("email", "letter"), ("letter", "letter")])
    def test_falls_to_the_way_that_the_person_wishes_when_a_colleague_sends_again(self, ulla, kim, back, way, channel):
        if way:
            Wish.objects.create(person=kim, way=way, language="sv", tells_time=False)
        assert Message.objects.count() == 1, "nothing by itself"
        with as_(ulla):
            send_again_to(message=back)
            with pytest.raises(Refused):
                send_again_to(message=back)
        assert Message.objects.get(again_of=back).channel == channel

    def test_of_an_employer_is_no_mark_on_the_person_and_goes_nowhere_else(self, ulla, kim):
        message = order(ulla, kim, address="chef@foretag.example")
        tell("email", dsn(message.key))
        assert now(message)[1] == "bounced"
        assert not DeadAddress.objects.exists()
        with as_(ulla):
            send_again_to(message=message)
        assert Message.objects.get(again_of=message).address == "chef@foretag.example"

    def test_is_neither_read_nor_lifted_by_another_unit_s_colleague(self, ulla, kim, back):
        other = make_colleague("social_worker", make_unit("social_services", ulla.unit.organisation))
        dead = DeadAddress.objects.get()
        with as_(other):
            assert not DeadAddress.objects.exists()
            with pytest.raises(Refused):
                confirm_address(address=dead)
        dead.refresh_from_db()
        assert dead.works_at is None


def test_health_counts_by_way(ulla, kim):
    for action in ("delivered", "failed"):
        tell("email", dsn(order(ulla, kim).key, action))
    Contact.objects.update(email="ny@post.example")
    order(ulla, kim, "sms", PHONE, begun=False)
    assert WebClient().get("/health/").json()["messages"] == {
        "email": {"sent": 2, "delivered": 1, "failed": 1, "waiting": 0},
        "sms": {"sent": 0, "delivered": 0, "failed": 0, "waiting": 1},
    }
