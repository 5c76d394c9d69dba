"""A digital mailbox is asked for before anything is sent to it; the person is known to it by the number alone."""

import pytest

from trappan.messages.jobs import send
from trappan.messages.models import Message
from trappan.messages.operations import send_again_to
from trappan.messages.orders import order_message
from trappan.messages.testing import gateway
from trappan.people.models import Contact
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit

pytestmark = pytest.mark.django_db
NUMBER = "199001012385"  # one of the Swedish Tax Agency's own for tests


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    return make_person(ulla, number=NUMBER)


@pytest.fixture
def service(settings):
    with gateway() as one:
        settings.MAILBOX = {"url": one.url, "login": "trappan:hemligt", "folder": ""}
        one.says = lambda path: '{"reachable": true}' if path.endswith("/reachable") else '{"delivered": true}'
        yield one


def order(by, person):
    with as_(by):
        return order_message(person=person, kind="messages.test", channel="mailbox", text="Hej", subject="Din tid")


def sent(message):
    send(message.pk)
    message.refresh_from_db()
    return message.outcome, message.why, message.receipt


def test_the_person_is_asked_for_and_then_sent_to_under_one_key(ulla, kim, service):
    message = order(ulla, kim)
    assert NUMBER not in message.address
    assert sent(message) == ("sent", "", "delivered")
    assert [path for path, _said in service.asked] == ["/send/reachable", "/send/messages"]
    key = str(message.key)
    assert service.taken == [key, key]
    assert service.asked[1][1] == {"number": NUMBER, "subject": "Din tid", "text": "Hej", "key": key}
    send(message.pk)
    assert len(service.asked) == 2, "sent once"


def test_a_service_that_says_nothing_of_receipt_has_it_and_no_more_is_known(ulla, kim, service):
    service.says = lambda path: '{"reachable": true}' if path.endswith("/reachable") else ""
    assert sent(order(ulla, kim)) == ("sent", "", "")


def test_whoever_has_no_mailbox_is_sent_nothing_and_a_letter_only_when_a_colleague_says_so(ulla, kim, service):
    service.says = lambda _path: '{"reachable": false}'
    message = order(ulla, kim)
    assert sent(message) == ("refused", "no_mailbox", "")
    assert len(service.asked) == 1
    assert Message.objects.count() == 1
    Contact.objects.create(person=kim, address="Storgatan 5", postal_code="123 45", city="Ekelunda")
    with as_(ulla):
        send_again_to(message=message)
    assert Message.objects.get(again_of=message).channel == "letter"


def test_whoever_has_a_number_of_ours_alone_has_no_mailbox(ulla, service):
    assert sent(order(ulla, make_person(ulla))) == ("refused", "no_mailbox", "")
    assert service.asked == []


@pytest.mark.parametrize("answer", [503, 429, 0])
def test_until_the_message_itself_is_handed_over_nothing_has_left_the_house(ulla, kim, service, answer):
    service.answer = lambda _number: answer
    message = order(ulla, kim)
    assert sent(message) == ("", "", "")
    assert message.not_before
    assert message.tried_at is None


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"reachable": "ja"}', "<html>", "[" * 9000], ids=range(6))
def test_an_answer_that_is_none_is_no_yes(ulla, kim, service, said):
    service.says = lambda _path: said
    assert sent(order(ulla, kim))[0] == ""
    assert len(service.asked) == 1


@pytest.mark.parametrize(("answer", "became"), [(503, "unknown"), (400, "refused")])
def test_what_fails_as_it_is_handed_over_is_unknown_and_a_no_is_certain(ulla, kim, service, answer, became):
    service.answer = lambda number: 200 if number == 1 else answer
    assert sent(order(ulla, kim))[0] == became


def test_off_until_a_service_is_named(ulla, kim, settings):
    settings.MAILBOX = {"url": "", "login": "", "folder": ""}
    with pytest.raises(Refused, match="digitala brevlådor"):
        order(ulla, kim)


def test_without_a_service_it_lies_in_a_folder_of_the_installation(ulla, kim, settings, tmp_path):
    settings.MAILBOX = {"url": "", "login": "", "folder": str(tmp_path / "mailbox")}
    message = order(ulla, kim)
    assert sent(message) == ("sent", "", "")
    assert (tmp_path / "mailbox" / f"{message.key}.txt").read_text() == f"To: {NUMBER}\n\nHej\n"
