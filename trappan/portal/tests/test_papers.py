"""Messages to me, and what is decided with how to appeal: the former for a PIN too, the latter by an eID alone."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from trappan import database
from trappan.agreements.testing import change, make_agreement, make_workplace, sign_both
from trappan.cases.testing import consultant_of, make_case
from trappan.employers.testing import make_officer
from trappan.history.models import Event
from trappan.messages.models import Message
from trappan.people.models import Contact
from trappan.placements.testing import make_placement
from trappan.portal.own import COOKIE
from trappan.portal.testing import as_person, as_person_by_eid, session_by_eid, session_for
from trappan.requirement.models import Decision
from trappan.requirement.testing import decided, found, on_its_way
from trappan.schedules.testing import set_today
from trappan.testing import TODAY, text

PAPERS, MESSAGES = "/me/papers/", "/me/messages/"


@pytest.fixture
def refused(place, tor):
    """Support that was refused after three Thursdays in October."""
    set_today(date(2026, 9, 24))
    case = make_case(given_name="Samira", family_name="Sagosson")
    about = {"person": case.person, "activity": place, "starts_on": date(2026, 10, 1)}
    chain = (case, make_placement(consultant_of(case), **about), tor)
    set_today(TODAY)
    found(chain)
    return decided(on_its_way(chain), case.social_worker)


@pytest.mark.requirement("R-240")
def test_what_is_decided_with_how_to_appeal_and_its_paper(refused, browser, django_assert_max_num_queries):
    browser.cookies[COOKIE] = session_by_eid(refused.person)
    with django_assert_max_num_queries(12):
        page = text(browser.get(PAPERS))
    for words in ("november 2026", "Inget godtagbart skäl", "Så överklagar", "tre veckor"):
        assert words in page, words
    paper = browser.get(f"{PAPERS}{refused.pk}/")
    assert paper["Content-Type"] == "application/pdf"
    assert paper["Cache-Control"] == "no-store"
    assert paper.content.startswith(b"%PDF")
    events = Event.objects.filter(verb="portal.fetch_paper")
    assert list(events.values_list("person_id", "actor_id")) == [(refused.person_id, None)]


def test_anothers_decision_is_the_same_as_none(refused, other, browser):
    browser.cookies[COOKIE] = session_by_eid(other.person)
    assert "Inget är beslutat" in text(browser.get(PAPERS))
    assert browser.get(f"{PAPERS}{refused.pk}/").status_code == 404
    assert browser.get(f"{PAPERS}{10**12}/").status_code == 404
    assert not Event.objects.filter(verb="portal.fetch_paper").exists()


def test_a_pin_is_too_little_for_decisions(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    assert browser.get(PAPERS).status_code == 403
    assert browser.get(f"{PAPERS}1/").status_code == 403
    with as_person(jonna, case.person):
        for ask in ("SELECT * FROM portal_decisions()", "SELECT portal_fetched(1)"):
            with pytest.raises(DatabaseError, match="a PIN is too little"), transaction.atomic():
                database.query(ask)
    with as_person_by_eid(case.person):
        assert database.rows("portal_decisions") == []


@pytest.mark.requirement("R-248")
def test_what_one_keeps_is_told_and_nothing_is_worked_out(case, jonna, browser):
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    page = text(browser.get("/me/keep/"))
    assert "en fjärdedel av din lön" in page
    assert "Det säger inte vad just du får" in page
    assert "<form" not in page.split("<main")[1].split("</main")[0]


def sent(person, by, **about):
    values = {"kind": "messages.test", "channel": "letter", "address": "–", "subject": "Brevet", "text": "Hemligt"}
    values |= {"to_person": True}
    return Message.objects.create(
        person=person, author=by, outcome="sent", sent_at=timezone.now(), **{**values, **about}
    )


def test_what_was_sent_and_never_to_another(case, jonna, other, browser):
    sent(case.person, jonna)
    sent(other.person, jonna, subject="Till Bo")
    browser.cookies[COOKIE] = session_by_eid(case.person)
    page = text(browser.get(MESSAGES))
    assert "Brevet" in page
    assert "Hemligt" in page
    assert "Till Bo" not in page
    browser.cookies[COOKIE] = session_for(jonna, case.person)
    page = text(browser.get(MESSAGES))
    assert "Brevet" not in page, "a letter may say more than a PIN opens"
    assert "Med e-legitimation ser du" in page


def test_what_went_to_an_employer_about_the_person_is_no_message_to_the_person(case, jonna, browser, place):
    Contact.objects.update_or_create(person=case.person, defaults={"email": "samira@post.example"})
    spell = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=90)}
    placement = make_placement(jonna, person=case.person, activity=place, **spell)
    agreement = make_agreement(jonna, placement, make_workplace(make_officer()))
    sign_both(jonna, agreement)
    assert len(change(jonna, agreement, tasks="Städning")) == 2
    found = Message.objects.filter(kind="agreements.change_agreement").order_by("pk")
    assert [one.to_person for one in found] == [True, False]
    found.update(outcome="sent", sent_at=timezone.now())
    sent(case.person, jonna, kind="matching.send_proposal", subject="Köksbiträde", to_person=False)
    browser.cookies[COOKIE] = session_by_eid(case.person)
    page = text(browser.get(MESSAGES))
    assert page.count("Avtalet mellan dig") == 1
    assert "deltagaren" not in page
    assert "Köksbiträde" not in page


def test_who_decided_is_called_as_then_and_nobody_a_dash(refused, browser):
    set_today(TODAY + timedelta(days=1))
    decider = refused.decided_by.colleague
    decider.given_name, before = "Nygift", decider.given_name
    decider.save()
    browser.cookies[COOKIE] = session_by_eid(refused.person)
    assert f"av {before} " in text(browser.get(PAPERS))
    Decision.objects.filter(pk=refused.pk).update(decided_by=None)
    assert "av –." in text(browser.get(PAPERS))
