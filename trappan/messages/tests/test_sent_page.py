"""An administrator sees how many, and sees to what did not come, without a word of any message."""

import pytest
from django.urls import reverse

from trappan import database
from trappan.history.models import Event
from trappan.messages.models import Message
from trappan.messages.operations import send_again
from trappan.messages.orders import order_message
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

WORDS, WHERE = "Tid hos oss", "kim.skyddad@post.example"


def ordered(by_whom, how_many=1, **about):
    person = make_person(by_whom)
    with as_(by_whom):
        return [
            order_message(person=person, kind="messages.test", channel="email", address=WHERE, text=WORDS, **about)
            for _one in range(how_many)
        ]


def begun(*some):
    for one in some:
        assert database.row("messages_take", one.pk)
    database.execute(
        "UPDATE messages_outbox SET tried_at = now() - interval '6 minutes' WHERE id = ANY (%s)",
        [[one.pk for one in some]],
    )


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def ulla(self, today):
        return make_colleague("social_worker", make_unit("social_services"))

    @pytest.fixture
    def sture(self, ulla):
        return make_colleague("administrator", ulla.unit)

    def see(self, client, who, **sent):
        sign_in(client, who)
        url = reverse("messages:sent")
        return client.post(url, {"acting_as": who.pk, **sent}, follow=True) if sent else client.get(url)

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [(59, "mindre än en minut"), (60, "1 minut"), (3 * 3600 + 5, "3 timmar"), (1_350_000, "2 veckor")],
    )
    def test_says_in_words_how_long_the_oldest_has_waited(self, client, ulla, sture, seconds, said):
        ordered(ulla)
        database.execute("UPDATE procrastinate_events SET at = now() - make_interval(secs => %s)", [seconds])
        shown = " ".join(text(self.see(client, sture)).replace("\xa0", " ").split())
        assert f"den äldsta sedan {said}." in shown, shown

    def test_counts_and_tells_no_word_and_no_address(self, client, ulla, sture, django_assert_max_num_queries):
        sent, lost, waits = ordered(ulla, 3)
        for one in (sent, lost):
            begun(one)
        database.value("messages_tell", sent.pk, "sent")
        sign_in(client, sture)
        with django_assert_max_num_queries(12):
            page = client.get(reverse("messages:sent"))
        said = text(page)
        assert "1 utskick den här veckan" in said
        assert "Bakgrundsarbetet står still" in said
        assert "Ingen vet om det kom iväg" in said
        assert str(lost.key) in said
        assert str(sent.key) not in said
        assert str(waits.key) not in said
        for secret in (WORDS, WHERE, lost.person.given_name):
            assert secret not in said
        (row,) = page.context["counted"]
        assert (row[2].sent, row[2].waiting, row[2].refused, row[2].unknown) == (1, 1, 0, 1)
        set_today(TODAY.replace(day=TODAY.day + 7))
        assert self.see(client, sture).context["sent"] == 0, "the week is the town's own"

    def test_leads_there_from_the_start_page(self, client, ulla, sture):
        begun(*ordered(ulla))
        sign_in(client, sture)
        assert "Utskick att se till" in text(client.get(reverse("desk:start")))

    def test_what_nobody_knows_of_is_sent_again_once_as_a_new_order(self, client, ulla, sture):
        (lost,) = ordered(ulla)
        begun(lost)
        self.see(client, sture, form="again", row=lost.pk)
        new = Message.objects.get(again_of=lost)
        assert (new.text, new.address, new.author, new.outcome) == (lost.text, lost.address, lost.author, "")
        assert new.key != lost.key
        assert Event.objects.get(verb="messages.send_again").details == {"message": lost.pk, "again": new.pk}
        assert "Någon har redan sett till" in text(self.see(client, sture, form="again", row=lost.pk))
        with as_(sture), pytest.raises(Refused, match="redan sett till"):
            send_again(message_id=lost.pk)
        assert Message.objects.count() == 2

    def test_what_is_let_be_need_not_be_seen_to(self, client, ulla, sture):
        (lost,) = ordered(ulla)
        begun(lost)
        self.see(client, sture, form="leave", row=lost.pk)
        assert self.see(client, sture).context["loose"] == []
        assert Message.objects.get().left_by == sture

    def test_what_waits_or_was_sent_is_sent_again_by_nobody(self, ulla, sture):
        waits, sent = ordered(ulla, 2)
        begun(sent)
        database.value("messages_tell", sent.pk, "sent")
        for one in (waits, sent):
            with as_(sture), pytest.raises(Refused):
                send_again(message_id=one.pk)

    def test_about_somebody_protected_since_it_stays_in_the_house(self, ulla, sture):
        (lost,) = ordered(ulla)
        begun(lost)
        with as_(ulla):
            protect(person=lost.person, protection="marked")
        with as_(sture), pytest.raises(Refused, match="lämna huset"):
            send_again(message_id=lost.pk)

    def test_another_municipality_s_administrator_sees_and_sends_none_of_it(self, client, ulla):
        (lost,) = ordered(ulla)
        begun(lost)
        theirs = make_unit("social_services", make_organisation("Grannkommunen"))
        other = make_colleague("administrator", theirs)
        page = self.see(client, other)
        assert page.context["counted"] == page.context["loose"] == []
        with as_(other), pytest.raises(Refused):
            send_again(message_id=lost.pk)

    @pytest.mark.parametrize("role", ["social_worker", "head_of_unit", "auditor"])
    def test_is_no_other_role_s(self, client, ulla, role):
        assert self.see(client, make_colleague(role, ulla.unit)).status_code == 403
        (lost,) = ordered(ulla)
        begun(lost)
        with as_(make_colleague(role, ulla.unit)), pytest.raises(Refused):
            send_again(message_id=lost.pk)

    def test_a_test_is_ordered_to_oneself(self, client, sture):
        assert "skickas om ett ögonblick" in text(self.see(client, sture, form="test_email"))
        assert Message.objects.get().address == sture.colleague.email
        assert "Skriv först ett på din egen sida" in text(self.see(client, sture, form="test_sms"))
        sture.colleague.phone = "070-174 06 05"
        sture.colleague.save()
        self.see(client, sture, form="test_sms")
        assert Message.objects.get(channel="sms").address == "+46701740605"


@pytest.mark.django_db(transaction=True)
def test_two_who_send_again_at_the_same_moment_send_once():
    set_today(TODAY)
    ulla = make_colleague("social_worker", make_unit("social_services"))
    both: list[Membership] = [make_colleague("administrator", ulla.unit) for _one in range(2)]
    (lost,) = ordered(ulla)
    begun(lost)

    def again(_actor):
        send_again(message_id=lost.pk)

    at_the_same_moment(*(by(one, again) for one in both))
    assert Message.objects.filter(again_of=lost).count() == 1
    database.execute("DELETE FROM procrastinate_jobs")
