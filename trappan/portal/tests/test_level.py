"""What a PIN is too little for: the database tells an eID by its level, and both ways in end where the pages end."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from trappan import database
from trappan.outcomes.operations import record_exit
from trappan.portal.models import Account, Mandate, OwnSession
from trappan.portal.own import own
from trappan.portal.testing import LOA3, as_person, as_person_by_eid, session_by_eid, session_for
from trappan.secrecy.acting import NotActing
from trappan.staff.testing import as_
from trappan.testing import TODAY

pytestmark = pytest.mark.django_db


def test_only_an_eid_opens_what_a_pin_is_too_little_for(case, jonna):
    with as_person(jonna, case.person) as me:
        assert not me.by_eid
        with pytest.raises(DatabaseError, match="a PIN is too little"), transaction.atomic():
            as_owner("SELECT portal_person_by_eid()")
    with as_person_by_eid(case.person) as me:
        assert me.by_eid
        assert as_owner("SELECT portal_person_by_eid()") == case.person_id


@pytest.mark.parametrize(
    "function",
    [
        "portal_answer_draft(1, 1, 'agrees', '', '[]')",
        "portal_goals()",
        "portal_object(1, 'Nej')",
        "portal_own_step()",
        "portal_own_words()",
        "portal_plans()",
        "portal_rate_goal(1, 'reached', '')",
        "portal_rate_step(1, '')",
    ],
)
def test_what_is_of_the_plan_refuses_a_pin(case, jonna, function):
    with as_person(jonna, case.person):
        with pytest.raises(DatabaseError, match="a PIN is too little"), transaction.atomic():
            database.query(f"SELECT * FROM {function}")
    with as_person_by_eid(case.person):
        database.query(f"SELECT * FROM {function}")


@pytest.mark.parametrize(
    "ask", ["portal_give_help('Karin', '', 'syster', 'say', DATE '2027-06-30')", "portal_longest_help()"]
)
def test_a_pin_gives_nobody_a_mandate(case, jonna, ask):
    with as_person(jonna, case.person):
        with pytest.raises(DatabaseError, match="a PIN is too little"), transaction.atomic():
            database.query(f"SELECT {ask}")
    assert not Mandate.objects.exists()
    with as_person_by_eid(case.person):
        assert database.query(f"SELECT {ask}")[0][0]


def as_owner(ask):
    """Ask as the functions do that answer on the own pages."""
    database.execute("SET LOCAL ROLE NONE")
    found = database.query(ask)[0][0]
    database.execute("SET LOCAL ROLE trappan_own")
    return found


def test_a_session_is_of_a_pin_or_of_an_eid_never_both(case, jonna):
    session_for(jonna, case.person)
    for wrong in ({"level": LOA3}, {"account": None}):
        with pytest.raises(IntegrityError, match="session_by_pin_or_by_eid"), transaction.atomic():
            OwnSession.objects.update(**wrong)


def test_an_eid_opens_nothing_once_the_case_is_closed(case, jonna):
    session = session_by_eid(case.person)
    with as_(jonna) as actor:
        record_exit(case=case, day=TODAY, today=actor.today, reason="moved")
    assert not OwnSession.objects.exists()
    with pytest.raises(NotActing), own(session):
        pass


def test_an_ended_pin_leaves_whoever_came_in_by_an_eid(case, jonna):
    session = session_by_eid(case.person)
    session_for(jonna, case.person)
    with as_(jonna):
        database.value("portal_end", case.person_id)
    assert Account.objects.get().ended_at is not None
    with own(session) as me:
        assert me.by_eid
