"""Whoever holds the plan writes down the person's wish, pauses, and sees what was sent; nobody else does."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from trappan import database
from trappan.messages.models import Message, Pause, Reminder, Wish, Wording
from trappan.messages.operations import send_again_to
from trappan.messages.orders import order_message
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, WebClient, sign_in, text

pytestmark = pytest.mark.django_db
WORDS = "Hej! Du har snart något bokat."


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_services"))


@pytest.fixture
def kim(ulla):
    return make_person(ulla)


def see(client, who, name, *args, **sent):
    sign_in(client, who)
    url = reverse(name, args=args)
    return client.post(url, {"acting_as": who.pk, **sent}, follow=True) if sent else client.get(url)


def order(ulla, kim, **about):
    with as_(ulla):
        made = order_message(person=kim, kind="messages.test", channel="sms", address="070-174 06 05", text=WORDS)
    Message.objects.filter(pk=made.pk).update(**about)
    return made


def test_the_wish_is_written_down_and_read(client, ulla, kim, django_assert_max_num_queries):
    sent = {"form": "wish", "wish-way": "email", "wish-language": "plain", "wish-tells_time": "on"}
    page = see(client, ulla, "messages:person", kim.pk)
    assert "Ingen har frågat än" in text(page)
    see(
        client,
        ulla,
        "messages:person",
        kim.pk,
        **sent,
        **{"wish-edition": page.context["acts"]["wish"].bound["edition"].value()},
    )
    assert Wish.objects.values_list("way", "language", "tells_time", "author").get() == (
        "email",
        "plain",
        True,
        ulla.pk,
    )
    order(ulla, kim)
    with django_assert_max_num_queries(15):
        said = text(client.get(reverse("messages:person", args=[kim.pk])))
    assert "E-post, Lätt svenska, med dag och tid" in said
    assert WORDS in said
    assert "Väntar på att skickas" in said


def test_a_pause_is_written_with_its_reason_and_ended(client, ulla, kim):
    last = TODAY + timedelta(days=5)
    refused = see(client, ulla, "messages:person", kim.pk, **{"form": "pause", "pause-reason": "Bad om det"})
    assert "En paus har en sista dag" in text(refused)
    sent = {"form": "pause", "pause-ends_on": last.isoformat(), "pause-reason": "Bad om det"}
    assert "Bad om det" in text(see(client, ulla, "messages:person", kim.pk, **sent))
    assert Pause.objects.get().last_on == last
    see(client, ulla, "messages:person", kim.pk, form="end_pause")
    assert Pause.objects.get().ends_on == TODAY


def test_what_nobody_knows_of_is_sent_again_by_whoever_writes_the_plan_and_by_no_other(client, ulla, kim):
    lost = order(ulla, kim, outcome="unknown", tried_at=datetime(2026, 1, 1, tzinfo=ZoneInfo("Europe/Stockholm")))
    other = make_colleague("social_worker", make_unit("social_services", ulla.unit.organisation))
    assert see(client, other, "messages:person", kim.pk).status_code == 404
    with as_(other), pytest.raises(Refused, match="redan sett till"):
        send_again_to(message=lost)
    see(client, ulla, "messages:person", kim.pk, form="again", row=lost.pk)
    assert Message.objects.get(again_of=lost).text == WORDS


def test_what_reminds_of_something_that_no_longer_holds_is_sent_again_by_nobody(ulla, kim):
    begun = datetime.combine(TODAY - timedelta(days=1), datetime.min.time(), tzinfo=ZoneInfo("Europe/Stockholm"))
    reminder = Reminder.objects.create(
        person=kim, author=ulla, about_table="cases_meeting", about_row=1, starts_at=begun, booked_at=begun
    )
    lost = order(ulla, kim, outcome="unknown", tried_at=begun, reminder=reminder, kind="messages.remind")
    with as_(ulla), pytest.raises(Refused, match="gäller inte längre"):
        send_again_to(message=lost)


def test_about_somebody_protected_nothing_is_asked_and_the_worker_tells(client, ulla, kim):
    with as_(ulla):
        protect(person=kim, protection="marked")
    page = see(client, ulla, "messages:person", kim.pk)
    assert "Berätta själv om tider" in text(page)
    assert list(page.context["acts"]) == []


def test_a_reminder_that_silently_stopped_is_told_of(client, ulla, kim):
    with as_(ulla):
        database.execute(
            "INSERT INTO people_contact (person_id, phone, email, address, postal_code, city) "
            "VALUES (%s, '070-174 06 05', '', '', '', '')",
            [kim.pk],
        )
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [noon()])
    Reminder.objects.create(
        person=kim,
        author=ulla,
        about_table="cases_meeting",
        about_row=1,
        starts_at=noon() + timedelta(days=1),
        booked_at=noon() - timedelta(days=9),
    )
    assert WebClient().get("/health/").json()["reminders"] == {"late": 1, "last_s": None}
    sture = make_colleague("administrator", ulla.unit)
    assert "1 påminnelse skulle ha gått ut" in text(see(client, sture, "messages:sent"))
    theirs = make_colleague("administrator", make_unit("social_services", make_organisation("Grannkommunen")))
    assert "skulle ha gått ut" not in text(see(client, theirs, "messages:sent"))


def noon():
    return datetime.combine(TODAY, datetime.min.time(), tzinfo=ZoneInfo("Europe/Stockholm")).replace(hour=12)


class TestWords:
    def test_are_shown_with_an_invented_day_and_written_from_a_day(self, client, ulla):
        sture = make_colleague("administrator", ulla.unit)
        assert "klockan 13.30" in text(see(client, sture, "messages:words"))
        sent = {
            "form": "write",
            "write-kind": "time",
            "write-language": "so",
            "write-text": "Xusuusin {day} {time}",
            "write-starts_on": TODAY.isoformat(),
        }
        assert "13:30" in text(see(client, sture, "messages:words", **sent))
        assert Wording.objects.get().organisation == ulla.unit.organisation

    def test_in_every_language_of_a_person_the_day_is_in_words_and_what_nobody_has_read_is_said(self, client, ulla):
        page = text(see(client, make_colleague("administrator", ulla.unit), "messages:words"))
        for day in ("lördag 14 november", "Saturday 14 November", "السبت 14 نوفمبر", "субота 14 листопада", "Sabti 14"):
            assert day in page
        assert page.count("Översatt av en maskin") == 3 * len(Wording.Kind)

    @pytest.mark.parametrize("role", ["social_worker", "head_of_unit", "auditor"])
    def test_are_no_other_role_s(self, client, ulla, role):
        assert see(client, make_colleague(role, ulla.unit), "messages:words").status_code == 403
