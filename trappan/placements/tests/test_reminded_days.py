"""A day in a schedule is reminded of once, and a day called off for everybody is told of once, and taken back once."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.messages.jobs import due as reminders_due
from trappan.messages.jobs import remind, send, waiting
from trappan.messages.models import Message, Reminder
from trappan.messages.operations import keep_wish, pause_reminders
from trappan.messages.testing import gateway
from trappan.people.operations import keep_contact, protect
from trappan.placements import operations
from trappan.placements.jobs import due, remind_of_days
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.schedules.week import Part, read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db
STOCKHOLM = ZoneInfo("Europe/Stockholm")
# A Thursday, and the Thursday after, when the placement begins: nine to twelve, each Thursday.
NOW = datetime(2026, 11, 12, 9, 0, tzinfo=STOCKHOLM)
FIRST, SECOND, THIRD = date(2026, 11, 19), date(2026, 11, 26), date(2026, 12, 3)


def at(day, hour=10, minute=0):
    """Let the town's clock stand at a moment, by the database's own now: a test is one transaction."""
    set_today(day)
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=STOCKHOLM)
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [moment])


def before(day):
    return day - timedelta(days=1)


@pytest.fixture(autouse=True)
def service(settings):
    with gateway() as one:
        settings.SMS = {"url": one.url, "login": "", "sender": "Trappan", "folder": ""}
        yield one


def placed(activity, number, **about):
    case = make_case()
    consultant = consultant_of(case)
    with as_(consultant):
        phone = f"070-174 06 {number:02}" if number else ""
        if phone:
            keep_contact(person=case.person, edition=edition_of(saved_in(None, ["phone"])), phone=phone)
    return make_placement(consultant, person=case.person, activity=activity, **{"starts_on": FIRST, **about})


@pytest.fixture
def placement(cafe, tor):
    at(NOW.date(), 9)
    return placed(cafe, 5)


def minute():
    """Do what the worker does in a minute; return which kinds of messages left, in order."""
    for row in due():
        remind_of_days(row)
    for row in list(reminders_due()):
        remind(row)
    left = list(waiting())
    for row in left:
        send(row)
    return list(Message.objects.filter(pk__in=left, outcome="sent").order_by("pk").values_list("kind", flat=True))


def rules(**changed):
    one = RuleSet.objects.get(valid_to=None)
    one.parameters |= changed
    RuleSet.objects.filter(pk=one.pk).update(parameters=one.parameters)


REMINDED, OFF, ON = ["messages.remind_day"], ["messages.day_off"], ["messages.day_on"]


class TestADay:
    def test_the_first_is_reminded_of_once_at_the_hour_of_the_day_before(self, placement):
        at(before(FIRST), 9, 59)
        assert minute() == []
        at(before(FIRST))
        assert minute() == REMINDED
        assert minute() == []
        said = Message.objects.get().text
        assert "schema" in said
        assert not any(word in said for word in ("Café", "torsdag", "9.00")), "it lies on a lock screen"

    def test_the_others_are_where_the_rules_of_that_day_say_so(self, placement):
        at(before(SECOND))
        assert minute() == []
        rules(remind_each_day=True)
        assert minute() == REMINDED

    @pytest.mark.parametrize("changed", ["pause", "week", "day"])
    def test_so_is_the_first_after_a_pause_or_other_times(self, placement, changed):
        at(FIRST, 13)
        with as_(consultant_of_placement(placement)) as actor:
            if changed == "pause":
                operations.suspend(placement=placement, starts_on=SECOND, ends_on=THIRD)
            elif changed == "week":
                week = read_week("tor 10-12")
                operations.change_week(placement=placement, week=week, from_day=THIRD, today=actor.today)
            else:
                part = Part(3 * 1440 + 600, 3 * 1440 + 660)
                operations.change_day(placement=placement, day=THIRD, today=actor.today, part=part)
        at(before(SECOND))
        assert minute() == []
        at(before(THIRD))
        assert minute() == REMINDED
        at(before(THIRD + timedelta(days=7)))
        assert minute() == []

    @pytest.mark.parametrize("why", ["none", "paused", "protected", "quiet", "excused", "ended", "never", "away"])
    def test_is_not_reminded_of(self, placement, why, tor):
        consultant = consultant_of_placement(placement)
        at(before(FIRST), 9)
        with as_(consultant) as actor:
            if why == "none":
                wish = {"way": "none", "language": "sv", "tells_time": False}
                keep_wish(person=placement.person, edition=edition_of(saved_in(None, wish)), **wish)
            elif why == "paused":
                pause_reminders(person=placement.person, ends_on=SECOND, reason="Bad om det")
            elif why == "excused":
                operations.tell_beforehand(placement=placement, day=FIRST, today=actor.today)
            elif why == "ended":
                operations.end_placement(placement=placement, ends_on=FIRST)
            elif why == "away":
                operations.change_day(placement=placement, day=FIRST, today=actor.today)
        if why == "protected":
            with as_(consultant):
                protect(person=placement.person, protection="marked")
        if why == "never":
            rules(reminder_days=0)
        at(before(FIRST), 21 if why == "quiet" else 11)
        assert minute() == []

    @pytest.mark.parametrize("why", ["cancelled", "excused", "ended", "other times"])
    def test_that_waits_in_the_evening_is_stopped_by_what_makes_it_untrue(self, placement, tor, why, service):
        service.answer = lambda _number: 429
        at(before(FIRST))
        minute()
        service.answer = lambda _number: 202
        Message.objects.update(not_before=None)
        with as_(tor if why == "cancelled" else consultant_of_placement(placement)) as actor:
            if why == "cancelled":
                operations.cancel_day(activity=placement.activity, day=FIRST, today=actor.today, reason="Sjukt")
            elif why == "excused":
                operations.tell_beforehand(placement=placement, day=FIRST, today=actor.today)
            elif why == "ended":
                operations.end_placement(placement=placement, ends_on=FIRST)
            else:
                part = Part(3 * 1440 + 600, 3 * 1440 + 660)
                operations.change_day(placement=placement, day=FIRST, today=actor.today, part=part)
        assert minute() == {"cancelled": OFF, "other times": REMINDED}.get(why, [])
        assert Message.objects.order_by("pk")[0].why == "stopped"

    def test_is_told_with_day_and_time_to_whoever_said_yes_in_plain_swedish(self, placement):
        wish = {"way": "sms", "language": "plain", "tells_time": True}
        with as_(consultant_of_placement(placement)):
            keep_wish(person=placement.person, edition=edition_of(saved_in(None, wish)), **wish)
        at(before(FIRST))
        assert minute() == REMINDED
        assert "Dag: torsdag 19 november. Klockan: 9.00." in Message.objects.get().text


def consultant_of_placement(placement):
    return consultant_of(Case.objects.get(person=placement.person))


class TestADayOffForEverybody:
    @pytest.fixture
    def ten(self, cafe, tor):
        at(NOW.date(), 9)
        cafe.places = 20
        cafe.save()
        return [placed(cafe, number) for number in range(11)]

    def cancel(self, tor, activity, day=SECOND):
        with as_(tor) as actor:
            return operations.cancel_day(activity=activity, day=day, today=actor.today, reason="Ledaren är sjuk")

    def test_ten_are_told_once_however_often_the_button_is_pressed(self, ten, cafe, tor):
        self.cancel(tor, cafe)
        with pytest.raises(Refused), transaction.atomic():
            self.cancel(tor, cafe)
        assert Reminder.objects.filter(kind="day_off").count() == 11, "in the transaction that cancels"
        assert minute() == OFF * 10
        assert minute() == []
        assert Message.objects.values("address").distinct().count() == 10
        with as_(tor):
            told = database.rows("placements_told_off", cafe.pk, SECOND, SECOND + timedelta(days=1), True)
        assert sorted(one.channel for one in told) == ["", *["sms"] * 10]

    def test_undone_in_the_same_breath_nobody_is_told(self, placement, cafe, tor):
        made = self.cancel(tor, cafe)
        for row in reminders_due():
            remind(row)
        with as_(tor):
            operations.restore_day(cancellation=made)
        assert minute() == []
        assert Message.objects.get().why == "stopped"

    def test_undone_afterwards_those_told_are_told_that_it_is_on_again_and_so_on(self, placement, cafe, tor):
        for _turn in range(2):
            made = self.cancel(tor, cafe)
            assert minute() == OFF
            with as_(tor):
                operations.restore_day(cancellation=made)
                operations.restore_day(cancellation=made)
            assert minute() == ON
            assert minute() == []

    def test_off_again_before_on_again_was_sent_there_is_nothing_to_tell(self, placement, cafe, tor):
        made = self.cancel(tor, cafe)
        assert minute() == OFF
        with as_(tor):
            operations.restore_day(cancellation=made)
        for row in reminders_due():
            remind(row)
        self.cancel(tor, cafe)
        assert minute() == []

    def test_whoever_ends_has_said_no_or_is_paused_is_told_nothing(self, ten, cafe, tor):
        gone, said, rests = ten[1:4]
        with as_(consultant_of_placement(gone)):
            operations.end_placement(placement=gone, ends_on=SECOND)
        with as_(consultant_of_placement(said)) as actor:
            operations.tell_beforehand(placement=said, day=SECOND, today=actor.today)
        with as_(consultant_of_placement(rests)):
            operations.suspend(placement=rests, starts_on=SECOND, ends_on=THIRD)
        self.cancel(tor, cafe)
        assert minute() == OFF * 7

    def test_a_closed_site_tells_each_once_of_the_first_day(self, placement, cafe):
        leader = make_colleague("site_leader", cafe.unit)
        with as_(leader) as actor:
            closed = operations.close_site(
                by=actor, starts_on=SECOND, ends_on=THIRD + timedelta(days=8), reason="Stängt"
            )
        assert minute() == OFF
        assert Reminder.objects.get(kind="day_off").about_day == SECOND
        with as_(leader):
            operations.open_site(closure=closed)
        assert minute() == ON

    def test_a_message_that_leaves_in_the_same_moment_counts_as_told(self, placement, cafe, tor):
        made = self.cancel(tor, cafe)
        for row in reminders_due():
            remind(row)
        (row,) = waiting()
        assert database.row("messages_take", row)
        with as_(tor):
            operations.restore_day(cancellation=made)
        database.value("messages_tell", row, "sent")
        assert minute() == ON

    def test_of_another_site_sees_nobody_of_those_told(self, placement, cafe, tor):
        self.cancel(tor, cafe)
        other = make_colleague("supervisor", make_activity("Snickeri").unit)
        with as_(other):
            assert database.rows("placements_told_off", cafe.pk, SECOND, THIRD, True) == []

    def test_whoever_calls_it_off_reads_how_many_are_told_and_whom_nothing_reaches(self, client, ten, cafe, tor):
        sign_in(client, tor)
        sent = {"acting_as": tor.pk, "form": "cancel", "cancel-activity": cafe.pk, "cancel-day": SECOND}
        sent |= {"cancel-reason": "Ledaren är sjuk", "cancel-sure": "on"}
        page = text(client.post(reverse("placements:calendar"), sent, follow=True))
        assert "10 får veta det med sms." in page
        assert f"1 nås inte av något meddelande: ring {ten[0].person.name}." in page

    def test_of_somebody_protected_only_the_named_supervisor_reads(self, client, placement, cafe, tor):
        with as_(consultant_of_placement(placement)):
            protect(person=placement.person, protection="marked")
        self.cancel(tor, cafe)
        assert minute() == []
        with as_(tor):
            assert database.rows("placements_told_off", cafe.pk, SECOND, THIRD, True) == []


class TestSeveralDaysOff:
    LAST = THIRD + timedelta(days=7)

    @pytest.fixture
    def leader(self, placement):
        return make_colleague("site_leader", placement.unit)

    def close(self, leader, first=SECOND, last=LAST):
        with as_(leader) as actor:
            return operations.close_site(by=actor, starts_on=first, ends_on=last + timedelta(days=1), reason="Stängt")

    def cancel(self, tor, placement, day):
        with as_(tor) as actor:
            return operations.cancel_day(activity=placement.activity, day=day, today=actor.today, reason="Sjukt")

    def told(self):
        return list(Reminder.objects.filter(kind="day_off").order_by("pk").values_list("about_day", "last_day"))

    @pytest.mark.parametrize(
        ("wish", "said"),
        [
            ({"language": "sv", "tells_time": False}, "Flera dagar på ditt schema"),
            (
                {"language": "sv", "tells_time": True},
                "torsdag 26 november kl. 9.00 är inställt, och fler dagar efter den",
            ),
            ({"language": "plain", "tells_time": False}, "Flera av dina dagar hos oss är inställda"),
            ({"language": "plain", "tells_time": True}, "Fler dagar efter den är också inställda"),
        ],
    )
    def test_are_told_at_once_and_never_as_one_alone(self, placement, leader, wish, said):
        wish = {"way": "sms", **wish}
        with as_(consultant_of_placement(placement)):
            keep_wish(person=placement.person, edition=edition_of(saved_in(None, wish)), **wish)
        closed = self.close(leader)
        assert minute() == OFF
        assert self.told() == [(SECOND, self.LAST)]
        assert said in Message.objects.get().text
        with as_(leader):
            operations.open_site(closure=closed)
        assert minute() == ON
        assert "november" not in Message.objects.get(kind="messages.day_on").text, "it is all of them"
        self.close(leader, THIRD, THIRD)
        assert minute() == OFF

    @pytest.mark.parametrize("why", ["told", "ordered", "absent"])
    def test_of_which_the_first_is_known_the_others_are_told(self, placement, leader, tor, why):
        if why == "absent":
            with as_(consultant_of_placement(placement)) as actor:
                operations.tell_beforehand(placement=placement, day=SECOND, today=actor.today)
        else:
            self.cancel(tor, placement, SECOND)
            assert why == "ordered" or minute() == OFF
        self.close(leader, SECOND, THIRD)
        assert self.told()[-1] == (THIRD, None)
        with as_(leader):
            (told,) = database.rows("placements_told_off", None, SECOND, THIRD + timedelta(days=1), True)
        assert told.channel == "sms"
        assert minute() == (OFF * 2 if why == "ordered" else OFF)

    def test_whoever_was_told_only_of_the_first_is_to_be_rung_of_the_others(self, placement, leader, tor, service):
        self.cancel(tor, placement, SECOND)
        minute()
        service.answer = lambda _number: 400
        self.close(leader, SECOND, THIRD)
        minute()
        with as_(leader):
            (told,) = database.rows("placements_told_off", None, SECOND, THIRD + timedelta(days=1), True)
        assert told.channel == ""

    @pytest.mark.parametrize("sent", [True, False])
    def test_one_that_is_cancelled_among_them_is_not_told_again(self, placement, leader, tor, sent):
        self.close(leader)
        assert not sent or minute() == OFF
        self.cancel(tor, placement, THIRD)
        assert minute() == ([] if sent else OFF)
        assert self.told() == [(SECOND, self.LAST)]

    @pytest.mark.parametrize("why", ["over", "cancelled"])
    def test_that_are_on_again_are_told_from_the_first_that_is(self, placement, leader, tor, why):
        closed = self.close(leader)
        assert minute() == OFF
        at(SECOND, 13) if why == "over" else self.cancel(tor, placement, SECOND)
        with as_(leader):
            operations.open_site(closure=closed)
        assert minute() == ON
        assert Reminder.objects.filter(kind="day_on").values_list("about_day", "last_day").get() == (THIRD, self.LAST)
        assert minute() == []

    def test_waiting_to_be_told_of_are_one_where_the_others_are_on_again(self, placement, leader, tor):
        closed = self.close(leader)
        self.cancel(tor, placement, SECOND)
        with as_(leader):
            operations.open_site(closure=closed)
        assert minute() == OFF
        assert self.told()[-1] == (SECOND, None)
