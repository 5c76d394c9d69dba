"""A partner is reminded by mail of the report that it owes: before its last day, and after it, once each."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.messages.models import Message
from trappan.partnerships import operations
from trappan.partnerships.forms import ReportForm
from trappan.partnerships.jobs import remind, to_remind
from trappan.partnerships.models import AnnualReport, ReportNotice
from trappan.partnerships.testing import make_report, make_signed
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db
DUE = TODAY + timedelta(days=20)
BEFORE, LATE = DUE - timedelta(days=14), DUE + timedelta(days=3)


@pytest.fixture
def owed(house):
    house.second = make_colleague("site_leader", make_unit("site", house.partner))
    make_colleague("supervisor", house.leader.unit)
    agreed = make_signed(house.head, house.director, house.partner, name="Hoppfull framtid")
    house.report = make_report(house.head, agreed, 2025, due_on=DUE)
    return house


def due():
    """Carry out what is due, as the worker does each minute."""
    for row in to_remind():
        remind(row)


def sent():
    return [(one.colleague_id, one.subject) for one in Message.objects.order_by("id")]


@pytest.mark.requirement("R-204")
def test_before_the_last_day_and_after_it_once_each_to_who_leads_there_with_what_is_owed(owed):
    set_today(BEFORE - timedelta(days=1))
    due()
    assert sent() == []
    set_today(BEFORE)
    due()
    due()
    leaders = sorted([owed.leader.colleague_id, owed.second.colleague_id])
    first = [(one, "Årsrapporten för 2025 ska skickas senast 2 december 2026") for one in leaders]
    assert sent() == first
    letter = Message.objects.first()
    assert (letter.person, letter.channel, letter.address) == (None, "email", letter.colleague.email)
    for words in ("Hoppfull framtid", "talen är inte frysta", "vad ni har gjort", "något att rapportera"):
        assert words in letter.text, words
    set_today(DUE + timedelta(days=1))
    due()
    assert sent() == first
    set_today(LATE)
    with as_(owed.leader):
        edition = ReportForm.begun(AnnualReport.objects.get())["edition"]
        about = {"done": "Ett kök", "learnt": "", "asks": "", "answers": "", "edition": edition}
        operations.write_report(report=owed.report, **about)
    due()
    due()
    assert sent() == [*first, *((one, "Årsrapporten för 2025 är försenad") for one in leaders)]
    assert "vad ni har gjort" not in Message.objects.last().text
    assert [one.kind for one in ReportNotice.objects.all()] == ["before", "before", "late", "late"]


def test_nothing_to_report_is_an_answer_and_stops_it_until_it_is_undone(owed):
    with as_(owed.leader):
        operations.say_nothing_to_report(report=owed.report, today=TODAY)
    for day in (BEFORE, LATE):
        set_today(day)
        due()
    assert sent() == []
    with as_(owed.leader):
        operations.undo_nothing_to_report(report=owed.report, today=LATE)
    due()
    assert len(sent()) == 2


def test_by_the_rules_of_the_day_and_late_it_is_not_told_that_it_is_to_come(owed):
    set_today(LATE)
    due()
    assert {subject for _who, subject in sent()} == {"Årsrapporten för 2025 är försenad"}


def test_of_a_report_that_is_handed_in_meanwhile_nothing_is_ordered(owed):
    set_today(BEFORE)
    [row] = to_remind()
    AnnualReport.objects.update(state="sent")
    remind(row)
    assert sent() == []
    database.value("partnerships_remind", row, "before", "S", "T")
    assert sent() == []


def test_no_colleague_calls_what_the_worker_calls_and_the_parties_alone_read_who_was_reminded(owed):
    set_today(BEFORE)
    for who in (owed.leader, owed.head):
        for call in ("SELECT partnerships_remind(1, 'late', 'S', 'T')", "SELECT partnerships_reports_to_remind()"):
            with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.query(call)
    due()
    for who, count in ((owed.head, 2), (owed.leader, 2), (owed.stranger, 0), (owed.head_abroad, 0)):
        with as_(who):
            assert ReportNotice.objects.count() == count, who.role


def test_written_and_unsigned_it_is_owed_still_and_the_mail_says_the_signature(owed):
    AnnualReport.objects.update(state="to_sign")
    set_today(LATE)
    due()
    assert {subject for _who, subject in sent()} == {"Årsrapporten för 2025 är försenad"}
    assert "er egen firmatecknare undertecknar den" in Message.objects.first().text
