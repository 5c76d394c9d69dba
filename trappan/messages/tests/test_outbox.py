"""An order is a row, rung for in its own transaction, handed over once, and never by guessing."""

import smtplib
import socketserver
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from trappan import database
from trappan.messages.channels import Declined, Letter, NotReached, by_mail
from trappan.messages.jobs import send, waiting
from trappan.messages.models import Message
from trappan.messages.orders import order_message, tell_colleague
from trappan.messages.testing import gateway
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit

pytestmark = pytest.mark.django_db
PHONE = "070-174 06 05"


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    return make_person(ulla)


@pytest.fixture
def service(settings):
    with gateway() as one:
        settings.SMS = {"url": one.url, "login": "trappan:hemligt", "sender": "Trappan", "folder": ""}
        yield one


def order(by, person, **about):
    about = {"kind": "messages.test", "channel": "sms", "address": PHONE, "text": "Hej", **about}
    with as_(by):
        return order_message(person=person, **about)


def bells():
    return [tuple(one) for one in database.query("SELECT task_name, args->>'row' FROM procrastinate_jobs")]


def state(message):
    asked = "SELECT messages_state(outcome, tried_at) AS said FROM messages_outbox WHERE id = %s"
    return database.query(asked, [message.pk])[0].said


class TestAnOrder:
    def test_rings_once_with_its_number_and_not_at_all_where_it_is_undone(self, ulla, kim):
        with as_(ulla):
            kept = order_message(
                person=kim, kind="messages.test", channel="email", address="kim@post.example", text="Hej"
            )
            with pytest.raises(RuntimeError), transaction.atomic():
                order_message(person=kim, kind="messages.test", channel="email", address="kim@post.example", text="Hå")
                raise RuntimeError
        assert bells() == [("messages.send", str(kept.pk))]

    @pytest.mark.parametrize(
        ("channel", "address"), [("sms", "12"), ("sms", "kim@post.example"), ("email", PHONE), ("email", "a\n@b.se")]
    )
    def test_to_what_is_no_address_is_refused_at_its_field(self, ulla, kim, channel, address):
        with pytest.raises(Refused) as no:
            order(ulla, kim, channel=channel, address=address)
        assert no.value.field == "address"

    @pytest.mark.parametrize(
        ("written", "number"),
        [
            (PHONE, "+46701740605"),
            ("+46 70 174 06 05", "+46701740605"),
            ("0046701740605", "+46701740605"),
            ("174 06 05", ""),
            ("0", ""),
            ("", ""),
            ("+46 70 174 06 05 hem", ""),
        ],
    )
    def test_a_number_is_written_as_the_world_writes_it(self, written, number):
        assert database.value("messages_in_full", written) == number

    def test_about_somebody_protected_is_refused(self, ulla, kim):
        with as_(ulla):
            protect(person=kim, protection="marked")
        with pytest.raises(Refused, match="skyddad identitet"):
            order(ulla, kim)

    def test_is_never_made_as_if_it_had_been_sent(self, ulla, kim):
        made = "INSERT INTO messages_outbox (person_id, kind, channel, address, text, outcome, sent_at) VALUES"
        with as_(ulla), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(f"{made} (%s, 'messages.test', 'sms', '+46701740605', 'Hej', 'sent', clock())", [kim.pk])

    def test_of_one_who_is_somebody_elses_is_not_read_by_a_colleague_with_the_same_rights(self, ulla, kim):
        message = order(ulla, kim)
        with as_(ulla):
            assert Message.objects.get(pk=message.pk).text == "Hej"
        with as_(make_colleague("social_worker", make_unit("social_services"))):
            assert not Message.objects.exists()

    def test_to_a_colleague_goes_to_the_colleagues_own_address_and_is_read_by_nobody(self, ulla):
        with as_(ulla):
            tell_colleague(colleague_id=ulla.colleague_id, kind="messages.test", text="Något väntar")
            assert not Message.objects.exists()
            with pytest.raises(Refused, match="nummer"):
                tell_colleague(colleague_id=ulla.colleague_id, kind="messages.test", text="Hej", channel="sms")
        assert Message.objects.get().address == ulla.colleague.email

    def test_of_another_municipality_is_told_nothing(self, ulla):
        far = make_colleague("social_worker", make_unit("social_services", make_organisation("Grannkommunen")))
        near = make_colleague("consultant", make_unit("labour_market", ulla.unit.organisation))
        ask = ["messages.test", "email", "Byt lösenord", "Här"]
        with as_(ulla):
            assert database.value("messages_to_colleague", far.colleague_id, *ask) is None
            assert database.value("messages_to_colleague", near.colleague_id, *ask)

    def test_by_text_message_is_refused_where_no_service_is_set(self, ulla, kim, settings):
        settings.SMS = {"url": "", "login": "", "sender": "", "folder": ""}
        with pytest.raises(Refused, match="tjänst"):
            order(ulla, kim)


class TestHandingOver:
    def test_rung_for_twice_it_is_sent_once_under_its_key(self, ulla, kim, service):
        message = order(ulla, kim)
        assert list(waiting()) == [message.pk]
        send(message.pk)
        send(message.pk)
        message.refresh_from_db()
        assert service.taken == [str(message.key)]
        assert (message.outcome, message.tries) == ("sent", 1)
        assert list(waiting()) == []

    @pytest.mark.parametrize(
        ("status", "became"), [(202, "sent"), (400, "refused"), (302, "refused"), (503, "unknown"), (0, "unknown")]
    )
    def test_what_the_service_answers_is_what_became_of_it(self, ulla, kim, service, status, became):
        service.answer = lambda _number: status
        message = order(ulla, kim)
        send(message.pk)
        assert state(message) == became
        assert list(waiting()) == []
        send(message.pk)
        assert len(service.taken) == 1, "nothing of this is sent again by itself"

    @pytest.mark.parametrize("how", ["busy", "away"])
    def test_what_has_not_left_the_house_waits_longer_each_time(self, ulla, kim, service, how, settings):
        if how == "busy":
            service.answer = lambda _number: 429
        else:
            settings.SMS = {**settings.SMS, "url": "http://127.0.0.1:9/"}
        message = order(ulla, kim)
        waits = []
        for _try in range(24):
            Message.objects.update(not_before=None)
            send(message.pk)
            message.refresh_from_db()
            waits.append(message.not_before and message.not_before - database.query("SELECT now() AS at")[0].at)
        assert waits[:3] == [timedelta(minutes=one) for one in (1, 2, 4)]
        assert waits[10] == timedelta(minutes=60)
        assert (message.outcome, message.why, message.tries) == ("refused", "not_reached", 24)

    def test_begun_and_not_told_of_it_is_unknown_after_five_minutes_and_never_waits(self, ulla, kim):
        message = order(ulla, kim)
        assert database.row("messages_take", message.pk).address == "+46701740605"
        assert state(message) == "trying"
        database.execute("UPDATE messages_outbox SET tried_at = now() - interval '6 minutes'")
        assert state(message) == "unknown"
        assert list(waiting()) == []
        assert database.row("messages_take", message.pk) is None
        database.value("messages_tell", message.pk, "sent")  # who was thought dead has come back
        assert state(message) == "sent"

    @pytest.mark.parametrize("seen_to", ["messages_send_again", "messages_leave"])
    def test_somebody_has_seen_to_it_meanwhile_it_waits_no_more_though_its_sender_wakes(self, ulla, kim, seen_to):
        message, sture = order(ulla, kim), make_colleague("administrator", make_unit("management"))
        assert database.row("messages_take", message.pk)
        database.execute("UPDATE messages_outbox SET tried_at = now() - interval '6 minutes'")
        with as_(sture):
            made = database.value(seen_to, message.pk, *([True] if seen_to == "messages_send_again" else []))
        database.value("messages_tell", message.pk, "later")
        database.execute("UPDATE messages_outbox SET not_before = NULL")
        assert [one.messages_waiting for one in database.rows("messages_waiting")] == (
            [made] if seen_to == "messages_send_again" else []
        )

    def test_neither_address_nor_words_are_kept_of_whom_no_address_is_kept(self, ulla, kim):
        other = make_person(ulla)
        order(ulla, kim, text="Vi ses på Hemgatan 3")
        order(ulla, other)
        with as_(ulla):
            protect(person=kim, protection="registration")
        rows = {one[0]: one[1:] for one in Message.objects.values_list("person", "address", "text", "why")}
        assert rows[kim.pk] == ("–", "–", "protected")
        assert rows[other.pk][1] == "Hej"

    def test_whoever_became_protected_meanwhile_is_sent_nothing(self, ulla, kim, service):
        message = order(ulla, kim)
        with as_(ulla):
            protect(person=kim, protection="marked")
        send(message.pk)
        message.refresh_from_db()
        assert service.taken == []
        assert (message.outcome, message.why) == ("refused", "protected")

    def test_without_a_service_the_message_lies_in_a_folder_under_its_key(self, ulla, kim, settings, tmp_path):
        settings.SMS = {"url": "", "login": "", "sender": "", "folder": str(tmp_path / "sms")}
        message = order(ulla, kim)
        send(message.pk)
        (laid,) = (tmp_path / "sms").iterdir()
        assert laid.name == f"{message.key}.txt"
        assert laid.read_text() == "To: +46701740605\n\nHej\n"

    def test_mail_carries_its_key_as_its_own_number(self, ulla, kim):
        message = order(ulla, kim, channel="email", address="kim@post.example", subject="En\nrad")
        send(message.pk)
        (sent,) = mail.outbox
        assert (sent.to, sent.subject, sent.body) == (["kim@post.example"], "En rad", "Hej")
        assert sent.extra_headers["Message-ID"].startswith(f"<{message.key}@")


class Post(socketserver.StreamRequestHandler):
    """A mail server that answers RCPT and the end of DATA as it is told, or hangs up where it is to say nothing."""

    def handle(self):
        self.wfile.write(b"220 post\r\n")
        in_text = False
        while line := self.rfile.readline():
            if in_text and line != b".\r\n":
                continue
            word = b"." if in_text else line[:4].upper()
            answer = {b"RCPT": self.server.rcpt, b".": self.server.end, b"DATA": 354}.get(word, 250)
            in_text = word == b"DATA"
            if answer == 0:
                return
            self.wfile.write(b"%d said\r\n" % answer)


@pytest.mark.parametrize(
    ("rcpt", "end", "raised"),
    [
        (250, 250, None),
        (550, 250, Declined),
        (450, 250, NotReached),
        (250, 554, Declined),
        (250, 451, NotReached),
        (250, 0, smtplib.SMTPServerDisconnected),
    ],
)
def test_what_a_mail_server_says_is_certain_and_its_silence_is_not(settings, rcpt, end, raised):
    with socketserver.TCPServer(("127.0.0.1", 0), Post) as server:
        server.rcpt, server.end = rcpt, end
        running = threading.Thread(target=server.handle_request)
        running.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.server_address[1], 5
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        letter = Letter("kim@post.example", "Hej", "Hej", "nyckel")
        if raised is None:
            by_mail(letter)
        else:
            with pytest.raises(raised):
                by_mail(letter)
        running.join()


def test_a_mail_server_that_is_not_there_has_taken_nothing(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(NotReached):
        by_mail(Letter("kim@post.example", "Hej", "Hej", "nyckel"))
