"""What a head has handed out is taken back while nobody has received it, by that head alone."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils.timezone import make_aware

from trappan.cases import operations as cases
from trappan.cases.models import Case, HandOver
from trappan.history.models import Event
from trappan.people.models import Person
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "cases:hand_out"


@pytest.fixture
def handed(town):
    """Two cases that the head has handed out to Mats."""
    with as_(town.ulla) as actor:
        made = [cases.open_case(person=make_person(town.ulla), by=actor, unit=town.jonna.unit) for _one in range(2)]
    with as_(town.head):
        for case in made:
            cases.reassign(number=case.number, to=town.mats)
    return made


def offered(case):
    return HandOver.objects.get(case=case, answer="").pk


def reads(who, case):
    with as_(who):
        return Person.objects.filter(pk=case.person_id).exists()


def test_on_the_page_what_is_ticked_is_nobodys_again_and_the_receiver_reads_no_more(town, handed, client):
    sign_in(client, town.head)
    page = text(client.get(reverse(PAGE)))
    assert all(f"{case.number}, till {town.mats.colleague.name}" in page for case in handed)
    sent = {"acting_as": town.head.pk, "form": "take_back", "take_back-handed_out": [offered(handed[0])]}
    answer = client.post(reverse(PAGE), sent, follow=True)
    assert "1 ärende väntar igen." in text(answer)
    for case, has in zip(handed, (None, town.mats.pk), strict=True):
        case.refresh_from_db()
        assert case.responsible_id == has
    assert [reads(town.mats, case) for case in handed] == [False, True]
    kept = Event.objects.filter(verb="cases.take_back_handed_out").get()
    assert (kept.details, kept.person_id) == ({"case": handed[0].number}, None), "a head is told of no person"
    assert Event.objects.filter(verb="cases.take_back", person=handed[0].person_id).exists()


def test_not_twice_nor_after_the_receipt_nor_after_two_weeks(town, handed):
    first, second = handed
    keys = [offered(case) for case in handed]
    with as_(town.head):
        cases.take_back_handed_out(hand_over_id=keys[0])
    with as_(town.mats):
        cases.receive(hand_over=HandOver.objects.get(pk=keys[1]))
    for key in keys:
        with as_(town.head), pytest.raises(Refused, match="redan besvarat"):
            cases.take_back_handed_out(hand_over_id=key)
    with as_(town.head):
        cases.reassign(number=first.number, to=town.mats)
    key = offered(first)
    set_today(TODAY + timedelta(days=14))
    with as_(town.head), pytest.raises(Refused, match="redan besvarat"):
        cases.take_back_handed_out(hand_over_id=key)
    second.refresh_from_db()
    assert second.responsible_id == town.mats.pk


def test_by_nobody_else_not_even_another_head_or_whoever_sits_there(town, handed):
    """In SQL, as whoever holds the same right over another unit, or another right over the case."""
    key = offered(handed[0])
    elsewhere = make_colleague("head_of_unit", town.elsewhere.unit)
    for who in (elsewhere, town.mats, town.ulla, town.jonna):
        with as_(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cases_handed_out()")
            assert cursor.fetchone() == (0,), who.role
        with as_(who), pytest.raises(Refused, match="redan besvarat"):
            cases.take_back_handed_out(hand_over_id=key)
    handed[0].refresh_from_db()
    assert handed[0].responsible_id == town.mats.pk


def test_a_consultant_with_a_meeting_keeps_the_case_and_the_rest_is_not_taken_back_either(town, handed, client):
    with as_(town.mats) as actor:
        begins = make_aware(datetime.combine(TODAY + timedelta(days=4), time(9)))
        cases.book_meeting(case=handed[1], by=actor, starts_at=begins, minutes=60, how="visit", purpose="Första mötet")
    sign_in(client, town.head)
    keys = [offered(case) for case in handed]
    sent = {"acting_as": town.head.pk, "form": "take_back", "take_back-handed_out": keys}
    answer = client.post(reverse(PAGE), sent)
    assert answer.status_code == 422
    assert "har redan ett möte" in text(answer)
    assert Case.objects.filter(responsible=town.mats, pk__in=[case.pk for case in handed]).count() == 2
