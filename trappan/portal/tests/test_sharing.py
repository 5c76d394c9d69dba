"""What I have agreed to share: read by an eID alone, and taken back at once with what rested on it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.history.models import Event
from trappan.matching.models import ProfileConsent
from trappan.people.models import Consent, Grant
from trappan.people.operations import give_consent
from trappan.portal.own import COOKIE
from trappan.portal.testing import as_person, as_person_by_eid, session_by_eid, session_for
from trappan.staff.testing import as_, make_organisation, make_unit
from trappan.testing import TODAY, text

SHARE = "/me/share/"


@pytest.fixture
def samira(case, jonna, browser):
    browser.cookies[COOKIE] = session_by_eid(case.person)
    return browser


@pytest.fixture
def given(case, jonna):
    return consent_of(case.person, jonna)


def consent_of(person, by):
    body = make_organisation(kind="civil_society", name="Påhittade Missionen")
    with as_(by):
        return give_consent(
            person=person,
            organisation=body,
            parts=["placement", "goals"],
            given_how="meeting",
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=30),
        )


def stop(browser, kind, row):
    return browser.post(SHARE, {"kind": kind, "consent": row})


@pytest.mark.requirement("R-059", "R-251")
def test_to_whom_what_until_when_and_what_then_happens(samira, given, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = text(samira.get(SHARE))
    for words in (
        "Påhittade Missionen",
        "Delmål och steg",
        "Till och med",
        "11 december",
        "Då ser de inget mer om dig",
    ):
        assert words in page, words


def test_taken_back_closes_the_sight_of_whoever_rested_on_it(samira, given, case, jonna):
    there = make_unit("site", organisation=given.organisation)
    grant = Grant.objects.create(person=case.person, unit=there, scope="activity", basis="consent", reason="", sort="")
    for _press in range(2):
        assert stop(samira, "consent", given.pk).status_code == 302
    given.refresh_from_db()
    grant.refresh_from_db()
    assert given.withdrawn_on == TODAY
    assert grant.ends_at is not None
    assert "Påhittade Missionen" not in text(samira.get(SHARE))
    events = Event.objects.filter(verb="portal.stop_sharing")
    assert list(events.values_list("person_id", "actor_id")) == [(case.person_id, None)]


def test_a_yes_to_employers_is_taken_back(samira, case, jonna):
    yes = ProfileConsent.objects.create(
        person=case.person,
        audience="employer",
        parts=["able", "name"],
        given_how="meeting",
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=30),
        author=jonna,
    )
    page = text(samira.get(SHARE))
    assert "Det jag kan" in page
    assert "Arbetsgivare som" in page
    assert stop(samira, "profile", yes.pk).status_code == 302
    yes.refresh_from_db()
    assert yes.withdrawn_on == TODAY


def test_of_sus_it_is_said_that_what_is_keyed_in_is_taken_out_by_hand(samira, case, jonna):
    body = make_organisation(kind="civil_society", name="Påhittade Förbundet")
    with as_(jonna):
        give_consent(
            person=case.person, organisation=body, parts=["sus"], given_how="paper", starts_on=TODAY, ends_on=None
        )
    page = text(samira.get(SHARE))
    assert "tas bort för hand" in page
    assert "Då ser de inget mer om dig" not in page


def test_anothers_yes_and_none_are_one_answer(samira, other, jonna):
    theirs = consent_of(other.person, jonna)
    for kind, row in (("consent", theirs.pk), ("consent", 10**12), ("profile", 1), ("story", 1), ("else", 1)):
        refused = stop(samira, kind, row)
        assert refused.status_code == 422
        assert "delas inte längre" in text(refused)
    assert Consent.objects.get().withdrawn_on is None


def test_a_pin_is_too_little(case, jonna, given, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    assert browser.get(SHARE).status_code == 403
    assert stop(browser, "consent", given.pk).status_code == 403
    given.refresh_from_db()
    assert given.withdrawn_on is None
    with as_person(jonna, case.person):
        for ask in ("SELECT * FROM portal_shared()", f"SELECT portal_stop_sharing('consent', {given.pk})"):
            with pytest.raises(DatabaseError, match="a PIN is too little"), transaction.atomic():
                database.query(ask)
    with as_person_by_eid(case.person):
        assert len(database.rows("portal_shared")) == 1
