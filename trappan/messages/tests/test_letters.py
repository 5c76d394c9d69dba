"""A letter waits for somebody who holds the plan: printed with its address, posted on a day, or not sent."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.models import File
from trappan.documents.testing import faults, said
from trappan.history.models import Event
from trappan.messages.jobs import due, remind, send, waiting
from trappan.messages.models import Message, Reminder
from trappan.messages.operations import cannot_post, post_letters, print_letters, send_again_to
from trappan.messages.orders import order_message
from trappan.people.models import Contact
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
WORDS = "Hej! Du har en tid hos oss."
HOME = {"address": "Storgatan 5", "postal_code": "123 45", "city": "Ekelunda"}


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    person = make_person(ulla, "Kim", "Påhitt")
    Contact.objects.create(person=person, **HOME)
    return person


def order(by, person):
    with as_(by):
        return order_message(person=person, kind="messages.test", channel="letter", text=WORDS, subject="Om din tid")


def see(client, who, **sent):
    sign_in(client, who)
    url = reverse("messages:letters")
    return client.post(url, {"acting_as": who.pk, **sent}, follow=True) if sent else client.get(url)


def paper(client, who, *letters):
    sign_in(client, who)
    return client.post(
        reverse("messages:print_letters"), {"acting_as": who.pk, "letter": [one.pk for one in letters]}, follow=True
    )


def test_it_rings_for_no_worker_and_carries_no_address(ulla, kim):
    letter = order(ulla, kim)
    assert letter.address == "–"
    assert not database.query("SELECT FROM procrastinate_jobs")
    assert list(waiting()) == []
    send(letter.pk)
    assert Message.objects.get().outcome == ""


def test_it_is_printed_with_its_address_by_whoever_holds_the_plan_and_kept_nowhere(client, ulla, kim):
    letter = order(ulla, kim)
    assert "Att skriva ut" in text(see(client, ulla))
    page = paper(client, ulla, letter)
    assert page["Content-Type"] == "application/pdf"
    assert page["Cache-Control"] == "no-store"
    assert "Kim" not in page["Content-Disposition"]
    words = said(page.content)
    for one in ("Kim Påhitt", "Storgatan 5", "123 45 Ekelunda", "Om din tid", WORDS):
        assert one in words
    assert faults(page.content) == []
    assert not File.objects.exists()
    assert Message.objects.get().printed_by == ulla
    assert Event.objects.get(verb="messages.print_letters").person == kim
    assert "Utskrivet" in text(see(client, ulla))


def test_a_batch_has_a_page_each(client, ulla, kim):
    other = make_person(ulla, "Bo", "Prov")
    Contact.objects.create(person=other, **HOME)
    page = paper(client, ulla, order(ulla, kim), order(ulla, other))
    assert page.content.count(b"/Type /Page\n") == 2 or said(page.content).count("Om din tid") == 2
    assert faults(page.content) == []


def test_the_list_asks_no_more_however_long_it_is(client, ulla, kim, django_assert_max_num_queries):
    for number in range(4):
        one = make_person(ulla, f"Nr{number}")
        Contact.objects.create(person=one, **(HOME if number % 2 else {}))
        order(ulla, one)
    sign_in(client, ulla)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("messages:letters"))
    assert (len(page.context["to_print"]), len(page.context["without"])) == (2, 2)


def test_it_is_posted_on_a_day_from_when_it_was_printed_to_today(client, ulla, kim):
    letter = order(ulla, kim)
    with as_(ulla), pytest.raises(Refused, match="redan tagit hand om"):
        post_letters(letters=[letter.pk], posted_on=TODAY)
    paper(client, ulla, letter)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with as_(ulla), pytest.raises(Refused) as no:
            post_letters(letters=[letter.pk], posted_on=day)
        assert no.value.field == "posted_on"
    see(client, ulla, **{"form": "post", "post-letters": [letter.pk], "post-posted_on": TODAY.isoformat()})
    letter.refresh_from_db()
    assert letter.outcome == "sent"
    assert (
        database.query("SELECT (sent_at AT TIME ZONE 'Europe/Stockholm')::date AS d FROM messages_outbox")[0].d == TODAY
    )
    assert Event.objects.get(verb="messages.post_letters").details["message"] == letter.pk
    with as_(ulla), pytest.raises(Refused, match="redan tagit hand om"):
        post_letters(letters=[letter.pk], posted_on=TODAY)


def test_without_an_address_it_is_not_printed_and_said_not_to_have_been_sent(client, ulla):
    bo = make_person(ulla, "Bo", "Prov")
    letter = order(ulla, bo)
    page = text(see(client, ulla))
    assert "Utan adress" in page
    with as_(ulla), pytest.raises(Refused, match="saknar adress"):
        print_letters(letters=[letter.pk])
    see(client, ulla, form="cannot", row=letter.pk)
    letter.refresh_from_db()
    assert (letter.outcome, letter.why) == ("refused", "no_address")
    Contact.objects.create(person=bo, **HOME)
    with as_(ulla):
        send_again_to(message=letter)
        assert print_letters(letters=[Message.objects.get(again_of=letter).pk])


def test_about_somebody_protected_since_nothing_is_printed_and_nothing_listed(client, ulla, kim):
    letter = order(ulla, kim)
    with as_(ulla):
        protect(person=kim, protection="marked")
    page = see(client, ulla)
    assert page.context["to_print"] == page.context["without"] == []
    assert "Skatteverket" in text(page)
    with as_(ulla), pytest.raises(Refused):
        print_letters(letters=[letter.pk])
    assert list(waiting()) == [letter.pk]
    send(letter.pk)
    assert Message.objects.get().why == "protected"


def test_a_reminder_on_paper_waits_a_week_before_and_the_others_do_not(ulla, kim):
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo("Europe/Stockholm"))
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [noon])
    other = make_person(ulla, "Bo", "Prov")
    Contact.objects.create(person=other, phone="070-174 06 05", **HOME)
    for number, one in enumerate((kim, other)):
        about = {"person": one, "author": ulla, "about_table": "cases_meeting", "about_row": number}
        Reminder.objects.create(**about, starts_at=noon + timedelta(days=6), booked_at=noon - timedelta(days=9))
    (row,) = due()
    remind(row)
    assert Message.objects.values_list("person", "channel", "address").get() == (kim.pk, "letter", "–")
    assert list(due()) == []


class TestNobodyElse:
    def test_another_unit_s_colleague_sees_prints_posts_and_ends_none(self, client, ulla, kim):
        letter = order(ulla, kim)
        other = make_colleague("social_worker", make_unit("social_services", ulla.unit.organisation))
        page = see(client, other)
        assert page.context["to_print"] == []
        assert paper(client, other, letter)["Content-Type"] != "application/pdf"
        with as_(ulla):
            print_letters(letters=[letter.pk])
        with as_(other):
            for refused in (
                lambda: print_letters(letters=[letter.pk]),
                lambda: post_letters(letters=[letter.pk], posted_on=TODAY),
                lambda: cannot_post(message=letter),
            ):
                with pytest.raises(Refused):
                    refused()
        letter.refresh_from_db()
        assert (letter.outcome, letter.printed_by) == ("", ulla)

    @pytest.mark.parametrize("role", ["head_of_unit", "administrator", "auditor", "supervisor", "site_leader"])
    def test_no_other_role_has_the_page(self, client, ulla, kim, role):
        letter = order(ulla, kim)
        somebody = make_colleague(role)
        assert see(client, somebody).status_code == 403
        assert paper(client, somebody, letter).status_code == 403
        with as_(somebody), pytest.raises(Refused):
            print_letters(letters=[letter.pk])

    def test_web_itself_reads_and_prints_none(self, ulla, kim):
        order(ulla, kim)
        for asked in ("SELECT messages_print(ARRAY[1::bigint], false)", "SELECT FROM messages_outbox"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute("SET LOCAL ROLE trappan_web")
                database.query(asked)

    def test_the_app_writes_by_no_other_door_that_it_was_posted(self, ulla, kim):
        letter = order(ulla, kim)
        with as_(ulla), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute(
                "UPDATE messages_outbox SET outcome = 'sent', sent_at = clock() WHERE id = %s", [letter.pk]
            )
