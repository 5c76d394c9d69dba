"""What is sent twice is carried out once, on every page; what is typed anew under the same key is new."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from trappan.cases.models import Meeting
from trappan.cases.testing import make_case
from trappan.history import once
from trappan.history.models import SentForm
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, sign_in, text

KEY = re.compile(r'name="once" value="([0-9a-f]{32})"')


@pytest.fixture
def case(today):
    return make_case()


def opened(client, case):
    """Open the page of meetings; return its address and what a colleague sends from it."""
    page = f"/cases/{case.pk}/meetings/"
    key = KEY.search(text(sign_in(client, case.responsible).get(page)))[1]
    typed = {"day": "2026-11-13", "minutes": "45", "how": "visit", "purpose": "Kartläggning"}
    return page, {"acting_as": case.responsible_id, "once": key, "at": "09:00", **typed}


@pytest.mark.django_db
def test_every_form_of_a_page_carries_a_key_of_its_own(client, case):
    page = text(sign_in(client, case.responsible).get(f"/people/{case.person_id}/"))
    keys = KEY.findall(page)
    searches = page.count('role="search"')  # asks, and may be asked twice
    assert len(keys) == len(set(keys)) == page.count('method="post"') - searches > 1


@pytest.mark.django_db
def test_sent_twice_it_is_saved_once_and_said(client, case):
    page, sent = opened(client, case)
    first = client.post(page, sent)
    second = client.post(page, sent)
    assert (second.status_code, second.url) == (302, first.url)
    assert "skickades två gånger" in text(client.get(second.url))
    assert Meeting.objects.count() == 1


@pytest.mark.django_db
def test_gone_back_to_and_filled_in_differently_it_is_another(client, case):
    page, sent = opened(client, case)
    client.post(page, sent)
    assert client.post(page, {**sent, "at": "13:00"}).status_code == 302
    assert Meeting.objects.count() == 2


@pytest.mark.django_db
def test_refused_it_may_be_sent_again(client, case):
    page, sent = opened(client, case)
    wrong = {**sent, "minutes": "0"}
    assert [client.post(page, wrong).status_code for _twice in range(2)] == [422, 422]
    assert not SentForm.objects.exists()


@pytest.mark.django_db
def test_refused_on_the_page_that_it_leads_to_it_may_be_sent_again_too(client, case):
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "once": "0" * 32, "form": "gone"}
    for _twice in range(2):
        answer = client.post(f"/people/{case.person_id}/details/", sent, follow=True)
        assert "går inte längre" in text(answer)
    assert not SentForm.objects.exists()


@pytest.mark.django_db
def test_another_membership_is_not_held_by_the_key(client, case):
    page, sent = opened(client, case)
    client.post(page, sent)
    digest = SentForm.objects.get().digest
    with as_(case.responsible):
        assert once.take(digest) is not None
    with as_(make_colleague("consultant", case.unit)):
        assert once.take(digest) is None
        with pytest.raises(DatabaseError), transaction.atomic():
            SentForm.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_eight_at_the_same_moment_are_saved_once_and_none_fails(client):
    set_today(TODAY)
    case = make_case()
    page, sent = opened(client, case)

    def send(ready):
        browser = Client()
        browser.cookies = client.cookies
        ready()
        return browser.post(page, sent).status_code

    assert at_the_same_moment(*[send] * 8) == [302] * 8
    assert Meeting.objects.count() == 1


@pytest.fixture
def collision():
    """Let whoever keeps a meeting find, at the end of the transaction, that two wait for each other."""
    connection.cursor().execute(
        """CREATE FUNCTION collides() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected'; END $$;
        CREATE CONSTRAINT TRIGGER collides AFTER INSERT ON cases_meeting DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION collides()"""
    )
    yield
    connection.cursor().execute("DROP FUNCTION collides CASCADE")


@pytest.mark.django_db(transaction=True)
def test_two_who_are_found_to_wait_for_each_other_at_the_end_are_told_and_may_send_again(client, collision):
    set_today(TODAY)
    page, sent = opened(client, make_case())
    answer = client.post(page, sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, "i samma ögonblick" in text(answer)) == (409, True)
    assert 'name="purpose" value="Kartläggning"' in text(answer), "what was written is held"
    assert not Meeting.objects.exists()
