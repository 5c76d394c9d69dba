"""A reminder is made with what it is about, goes out once at its hour, and is stopped by what makes it untrue."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from trappan import database
from trappan.cases.models import Meeting
from trappan.cases.operations import book_meeting, move_meeting, tell_meeting
from trappan.cases.testing import consultant_of, make_case
from trappan.messages.jobs import due, remind, send, waiting
from trappan.messages.models import Message, Reminder
from trappan.messages.operations import end_pause, keep_wish, pause_reminders, write_wording
from trappan.messages.testing import gateway
from trappan.people.operations import keep_contact, protect
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of, saved_in
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague

pytestmark = pytest.mark.django_db
PHONE = "070-174 06 05"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
# A Friday; the meeting is on the Tuesday after.
NOW = datetime(2026, 11, 13, 9, 0, tzinfo=STOCKHOLM)
TUESDAY = datetime(2026, 11, 17, 13, 30, tzinfo=STOCKHOLM)


def at(moment):
    """Let the town's clock stand at a moment, by the database's own now: a test is one transaction."""
    set_today(moment.astimezone(STOCKHOLM).date())
    database.execute("UPDATE schedules_clock SET shift = %s - now()", [moment])


@pytest.fixture(autouse=True)
def service(settings):
    with gateway() as one:
        settings.SMS = {"url": one.url, "login": "", "sender": "Trappan", "folder": ""}
        yield one


@pytest.fixture
def case(today):
    at(NOW)
    made = make_case()
    with as_(consultant_of(made)):
        keep_contact(person=made.person, edition=edition_of(saved_in(None, ["phone"])), phone=PHONE)
    return made


def book(case, starts_at=TUESDAY, **about):
    with as_(consultant_of(case)) as actor:
        return book_meeting(
            case=case, by=actor, starts_at=starts_at, minutes=60, how="visit", purpose="Plan", place="Torget 1", **about
        )


def minute():
    """Do what the worker does in a minute; return how many were ordered."""
    ordered = list(due())
    for row in ordered:
        remind(row)
    for row in waiting():
        send(row)
    return len(ordered)


def wish(case, **about):
    with as_(consultant_of(case)):
        values = {"way": "sms", "language": "sv", "tells_time": False, **about}
        return keep_wish(person=case.person, edition=edition_of(saved_in(None, values)), **values)


def rules(**changed):
    one = RuleSet.objects.get(valid_to=None)
    one.parameters |= changed
    RuleSet.objects.filter(pk=one.pk).update(parameters=one.parameters)


class TestWhen:
    def test_once_at_the_hour_of_the_day_before_and_never_again(self, case, service):
        book(case)
        at(TUESDAY.replace(day=16, hour=9, minute=59))
        assert minute() == 0
        at(TUESDAY.replace(day=16, hour=10, minute=0))
        assert minute() == 1
        assert minute() == 0
        message = Message.objects.get()
        assert (message.kind, message.outcome, message.address) == ("messages.remind", "sent", "+46701740605")
        assert service.taken == [str(message.key)]

    def test_a_rule_changed_meanwhile_is_the_one_that_holds(self, case):
        book(case)
        rules(reminder_days=3, reminder_hour=18)
        at(NOW.replace(day=14, hour=18))
        assert minute() == 1

    def test_with_no_days_nobody_is_reminded(self, case):
        book(case)
        rules(reminder_days=0)
        at(TUESDAY.replace(day=16, hour=12))
        assert minute() == 0

    @pytest.mark.parametrize("starts_at", [NOW + timedelta(minutes=45), NOW.replace(day=14, hour=9)])
    def test_whoever_was_told_after_the_usual_moment_is_told_once(self, case, starts_at):
        at(NOW.replace(hour=11))
        book(case, starts_at=starts_at + timedelta(hours=2), closed_day=True)
        assert minute() == 0
        at(starts_at + timedelta(minutes=30))
        assert minute() == 0

    def test_an_october_day_of_25_hours_is_counted_on_the_wall_s_clock(self, today):
        asked = "SELECT messages_remind_at(%s) AS at"
        monday = datetime(2026, 10, 26, 9, 0, tzinfo=STOCKHOLM)
        found = database.query(asked, [monday])[0].at
        assert found == datetime(2026, 10, 25, 10, 0, tzinfo=STOCKHOLM)
        assert (monday - found) == timedelta(hours=23)
        early = datetime(2026, 10, 25, 9, 0, tzinfo=STOCKHOLM)
        rules(reminder_hour=9)
        assert early - database.query(asked, [early])[0].at == timedelta(hours=25)

    @pytest.mark.parametrize(
        ("begins", "ends", "quiet"),
        [(20, 8, [*range(8), *range(20, 24)]), (0, 6, range(6)), (9, 9, []), (22, 0, [22, 23])],
    )
    def test_quiet_hours_may_go_over_midnight(self, today, begins, ends, quiet):
        rules(quiet_from=begins, quiet_until=ends)
        found = database.query(
            "SELECT h FROM generate_series(0, 23) h WHERE messages_is_quiet("
            "('2026-11-13'::date + make_interval(hours => h::int)) AT TIME ZONE 'Europe/Stockholm') ORDER BY h"
        )
        assert [one.h for one in found] == list(quiet)

    def test_a_service_that_was_down_over_the_evening_sends_nothing_at_night(self, case, service):
        book(case)
        rules(reminder_hour=19)
        service.answer = lambda number: 429 if number == 1 else 202
        at(TUESDAY.replace(day=16, hour=19))
        minute()
        Message.objects.update(not_before=None)
        at(TUESDAY.replace(day=16, hour=23))
        assert list(waiting()) == []
        at(TUESDAY.replace(hour=8, minute=1))
        minute()
        assert Message.objects.get().outcome == "sent"

    def test_one_that_was_held_up_too_long_is_not_sent_in_the_last_hour(self, case, service):
        book(case)
        service.answer = lambda _number: 429
        at(TUESDAY.replace(day=16, hour=10))
        minute()
        Message.objects.update(not_before=None)
        at(TUESDAY.replace(hour=12, minute=40))
        minute()
        message = Message.objects.get()
        assert (message.outcome, message.why, len(service.taken)) == ("refused", "late", 1)


class TestWhatItSays:
    def sent(self, case):
        book(case)
        at(TUESDAY.replace(day=16, hour=10))
        minute()
        return Message.objects.get()

    def test_nothing_of_when_where_or_why_to_whom_nobody_has_asked(self, case):
        said = self.sent(case).text
        assert said.startswith("Hej!")
        for secret in ("tisdag", "17", "13", "Torget", "Plan", case.person.given_name):
            assert secret not in said

    def test_day_and_time_where_the_person_has_said_yes(self, case):
        wish(case, tells_time=True)
        said = self.sent(case).text
        assert "tisdag 17 november" in said
        assert "13.30" in said
        assert "Torget" not in said

    @pytest.mark.parametrize(
        ("language", "day"),
        [("en", "Tuesday 17 November at 13:30"), ("so", "Talaado 17 Noofeembar, saacadda"), ("uk", "вівторок 17")],
    )
    def test_in_the_language_of_the_person_with_the_day_in_words(self, case, language, day):
        wish(case, tells_time=True, language=language)
        assert day in self.sent(case).text

    def test_the_municipality_s_own_words_from_their_day(self, case):
        wish(case, tells_time=True, language="so")
        with as_(make_colleague("administrator", consultant_of(case).unit)):
            for day, text in ((date(2026, 11, 16), "Xusuusin {day} {time}"), (date(2026, 11, 17), "Kale {day} {time}")):
                write_wording(kind="time", language="so", text=text, starts_on=day)
        assert self.sent(case).text == "Xusuusin Talaado 17 Noofeembar 13:30"

    @pytest.mark.parametrize(
        ("kind", "text"),
        [("least", "Kom {day}"), ("time", "Kom {day}"), ("time", "{day} {time} {name}"), ("called_off", "{time}")],
    )
    def test_words_that_tell_more_than_their_kind_may_are_refused(self, case, kind, text):
        with as_(make_colleague("administrator", consultant_of(case).unit)), pytest.raises(Refused) as no:
            write_wording(kind=kind, language="sv", text=text, starts_on=date(2026, 11, 16))
        assert no.value.field == "text"

    def test_words_are_not_written_for_a_day_that_has_passed_nor_by_others(self, case):
        words = {"kind": "least", "language": "sv", "text": "Hej"}
        with as_(make_colleague("administrator", consultant_of(case).unit)), pytest.raises(Refused) as no:
            write_wording(**words, starts_on=date(2026, 11, 12))
        assert no.value.field == "starts_on"
        with as_(consultant_of(case)), pytest.raises(Exception, match="not allowed"):
            write_wording(**words, starts_on=date(2026, 11, 16))


class TestWhichWay:
    @pytest.mark.parametrize(
        ("kept", "way", "gone"),
        [
            ({"phone": "+49 30 901820"}, None, "+4930901820"),
            ({"phone": PHONE, "email": "kim@post.example"}, "email", "kim@post.example"),
            ({"phone": "12", "email": "kim@post.example"}, None, "kim@post.example"),
            ({"phone": "12", "email": "kim@post.example"}, "sms", None),
            ({"phone": PHONE}, "none", None),
            ({"phone": ""}, None, None),
        ],
    )
    def test_as_the_person_wants_and_no_address_is_guessed_beside_it(self, case, kept, way, gone):
        with as_(consultant_of(case)):
            keep_contact(person=case.person, edition=edition_of(saved_in(case.person.contact, kept)), **kept)
        if way:
            wish(case, way=way)
        book(case)
        at(TUESDAY.replace(day=16, hour=10))
        minute()
        assert [one.address for one in Message.objects.all()] == ([gone] if gone else [])


class TestStopping:
    def to_be_sent(self, case):
        """Book, and let the reminder be ordered and not sent."""
        meeting = book(case)
        at(TUESDAY.replace(day=16, hour=10))
        (row,) = due()
        remind(row)
        return meeting

    def became(self):
        return [(one.outcome, one.why) for one in Message.objects.order_by("pk")]

    def test_called_off_before_it_left_nothing_is_sent(self, case, service):
        meeting = self.to_be_sent(case)
        with as_(consultant_of(case)):
            tell_meeting(meeting=meeting, outcome="cancelled")
        minute()
        assert self.became() == [("refused", "stopped")]
        assert service.taken == []

    def test_called_off_after_it_left_the_person_is_told_so_once(self, case, service):
        meeting = self.to_be_sent(case)
        minute()
        with as_(consultant_of(case)):
            tell_meeting(meeting=meeting, outcome="cancelled")
        minute()
        minute()
        kinds = list(Message.objects.order_by("pk").values_list("kind", "outcome"))
        assert kinds == [("messages.remind", "sent"), ("messages.call_off", "sent")]
        assert "gäller inte längre" in Message.objects.last().text

    def test_moved_the_old_is_stopped_and_the_new_gets_its_own_though_its_moment_has_passed(self, case):
        meeting = self.to_be_sent(case)
        with as_(consultant_of(case)) as actor:
            moved = move_meeting(meeting=meeting, by=actor, starts_at=TUESDAY.replace(hour=9, minute=0))
        assert minute() == 1
        about = dict(Message.objects.values_list("reminder__about_row", "outcome"))
        assert about == {meeting.pk: "refused", moved.pk: "sent"}

    def test_nothing_after_the_case_has_ended(self, case):
        self.to_be_sent(case)
        database.execute("UPDATE cases_case SET closed_on = today()")
        minute()
        assert self.became() == [("refused", "stopped")]
        assert Reminder.objects.get().why == "over"
        database.execute("UPDATE cases_case SET closed_on = NULL")
        assert Reminder.objects.get().stopped_at is None

    def test_paused_it_waits_for_nobody_and_goes_on_afterwards(self, case):
        book(case)
        with as_(consultant_of(case)):
            pause = pause_reminders(person=case.person, ends_on=date(2026, 11, 30), reason="Bad om det")
        at(TUESDAY.replace(day=16, hour=10))
        assert minute() == 0
        with as_(consultant_of(case)):
            end_pause(pause=pause)
            with pytest.raises(Refused, match="redan slut"):
                end_pause(pause=pause)
        assert minute() == 1

    def test_a_pause_stops_what_is_on_its_way(self, case, service):
        self.to_be_sent(case)
        with as_(consultant_of(case)):
            pause_reminders(person=case.person, ends_on=date(2026, 11, 30), reason="Bad om det")
        minute()
        assert self.became() == [("refused", "stopped")]

    @pytest.mark.parametrize("ends_on", [None, date(2026, 11, 13), date(2028, 1, 1)])
    def test_a_pause_without_an_end_in_sight_is_refused(self, case, ends_on):
        with as_(consultant_of(case)), pytest.raises(Refused) as no:
            pause_reminders(person=case.person, ends_on=ends_on, reason="Bad om det")
        assert no.value.field == "ends_on"

    def test_somebody_protected_is_reminded_of_nothing(self, case):
        book(case)
        with as_(consultant_of(case)):
            protect(person=case.person, protection="marked")
        at(TUESDAY.replace(day=16, hour=10))
        assert minute() == 0

    def test_booked_in_what_was_undone_it_is_of_nothing(self, case):
        with pytest.raises(Refused):
            book(case, starts_at=NOW - timedelta(hours=1))
        assert not Reminder.objects.exists()
        assert not Meeting.objects.exists()
