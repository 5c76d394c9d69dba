"""Nobody has talked with the person in a meeting that the person did not come to: page and database say so."""

from datetime import datetime, time, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import make_aware

from trappan.attendance.operations import talk
from trappan.cases.models import Meeting, Note
from trappan.cases.operations import book_meeting, tell_meeting
from trappan.cases.testing import make_case
from trappan.plans.models import Mapping
from trappan.plans.operations import map_person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db
DAY = TODAY + timedelta(days=1)
SAID = {
    "what": "Borta två dagar",
    "own_words": "Jag var sjuk",
    "support": [],
    "support_note": "Inget",
    "result": "goes_on",
}


@pytest.fixture
def case(today):
    return make_case()


def at(hour, day=DAY):
    return make_aware(datetime.combine(day, time(hour)))


def meet(case, outcome, hour=9):
    set_today(TODAY)
    with as_(case.responsible) as actor:
        made = book_meeting(
            case=case, by=actor, starts_at=at(hour), minutes=60, how="visit", purpose="Samtal", elsewhere=True
        )
    set_today(DAY + timedelta(days=1))
    if outcome:
        with as_(case.responsible):
            tell_meeting(meeting=made, outcome=outcome)
    return made


def map_on(case, day):
    with as_(case.responsible) as actor:
        return map_person(case=case, held_on=day, today=actor.today, finish=False, own_words="Jag vill")


class TestKartlaggning:
    def test_is_not_held_on_the_day_of_a_missed_meeting(self, case):
        meeting = meet(case, "missed")
        with pytest.raises(Refused, match="kom inte till mötet den dagen"):
            map_on(case, DAY)
        with as_(case.responsible):
            tell_meeting(meeting=meeting, outcome="came")
        assert map_on(case, DAY).held_on == DAY

    def test_is_where_the_person_came_to_another_that_day(self, case):
        meet(case, "missed")
        meet(case, "came", 13)
        assert map_on(case, DAY).held_on == DAY

    def test_that_the_meeting_was_missed_is_not_said_afterwards(self, case):
        meeting = meet(case, "")
        map_on(case, DAY)
        with as_(case.responsible), pytest.raises(Refused, match="Samtalet för kartläggningen"), transaction.atomic():
            tell_meeting(meeting=meeting, outcome="missed")
        with as_(case.responsible):
            tell_meeting(meeting=meeting, outcome="came")

    def test_the_database_takes_neither(self, case):
        meeting = meet(case, "missed")
        with as_(case.responsible), pytest.raises(DatabaseError, match="missed"), transaction.atomic():
            Mapping.objects.create(case=case, person=case.person, held_on=DAY)
        with as_(case.responsible):
            tell_meeting(meeting=meeting, outcome="came")
            Mapping.objects.create(case=case, person=case.person, held_on=DAY)
            with pytest.raises(DatabaseError, match="talked"), transaction.atomic():
                Meeting.objects.update(outcome="missed")

    def test_it_is_said_at_the_day_on_the_page(self, case, client):
        meet(case, "missed")
        sign_in(client, case.responsible)
        sent = {
            "acting_as": case.responsible_id,
            "held_on": str(DAY),
            "finish": "no",
            "edition": "0",
            "own_words": "Jag",
        }
        answer = client.post(f"/cases/{case.pk}/mapping/", sent)
        assert answer.status_code == 422
        assert "kom inte till mötet den dagen" in answer.content.decode()


class TestTalkAboutAbsence:
    def talk_at(self, case, moment):
        with as_(case.responsible) as actor:
            return talk(case=case, by=actor, happened_at=moment, **SAID)

    def test_is_not_held_in_the_meeting_that_was_missed_but_after_it(self, case):
        meet(case, "missed")
        with pytest.raises(Refused, match="kom inte till mötet då"):
            self.talk_at(case, at(9) + timedelta(minutes=30))
        assert self.talk_at(case, at(11)).note.happened_at == at(11), "on the phone, when somebody rang"

    def test_that_the_meeting_was_missed_is_not_said_afterwards(self, case):
        meeting = meet(case, "")
        self.talk_at(case, at(9))
        with as_(case.responsible), pytest.raises(Refused, match="samtal om frånvaro"), transaction.atomic():
            tell_meeting(meeting=meeting, outcome="missed")

    def test_the_database_takes_neither(self, case):
        meet(case, "missed")
        about = {"case": case, "person": case.person, "kind": "absence_dialogue", "source": "person", "fact": "Ringde"}
        with as_(case.responsible):
            with pytest.raises(DatabaseError, match="missed"), transaction.atomic():
                Note.objects.create(**about, happened_at=at(9))
            note = Note.objects.create(**about, happened_at=at(11))
            with pytest.raises(DatabaseError, match="missed"), transaction.atomic():
                Note.objects.filter(pk=note.pk).update(happened_at=at(9))

    def test_another_persons_missed_meeting_is_in_nobodys_way(self, case):
        meet(make_case(), "missed")
        assert self.talk_at(case, at(9))
