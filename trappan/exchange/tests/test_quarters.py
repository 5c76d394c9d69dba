"""The quarter's counts: counted once when the file is made, to the nearest five, and read by heads as they were."""

import csv
import io
from collections import defaultdict
from datetime import date
from itertools import product

import pytest
from django.urls import reverse

from trappan import database
from trappan.cases.testing import make_case
from trappan.exchange.jobs import expire
from trappan.exchange.tests.test_delivery import QUARTER, again, made, page_of, sent
from trappan.plans.models import Consultation
from trappan.plans.operations import consult
from trappan.requirement.models import ActivityRequest
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
PAGE, KIND = reverse("exchange:quarters"), "supervision_quarter"


def asked(case, day=1):
    """Let somebody have been asked to take part in September."""
    with as_(case.responsible):
        consult(case=case, today=TODAY, with_whom="employment_service", held_on=date(2026, 8, 1), outcome="Ok")
    ActivityRequest.objects.create(
        person=case.person,
        case=case,
        consultation=Consultation.objects.get(case=case),
        made_by=case.social_worker,
        made_at=f"2026-09-0{day}T09:00Z",
        first_month=date(2026, 9, 1),
        weekly_minutes=2400,
    )


def told():
    """Return every number that the latest quarter has of those asked."""
    [quarter] = database.rows("exchange_quarters")
    return {int(line["anvisade"]) for line in csv.DictReader(io.StringIO(quarter.content, newline=""))}


def seen(client):
    """Return what stands on the page, without what every page carries."""
    return text(client.get(PAGE)).partition("<main")[2].partition("</main>")[0]


def test_a_head_reads_what_was_delivered_and_no_page_counts_anew(client, controller):
    case = make_case()
    head = make_colleague("head_of_unit", case.unit)
    sign_in(client, head)
    assert "Inget kvartal har levererats än" in text(client.get(PAGE))
    for day in range(1, 4):
        asked(make_case(consultant=case.responsible), day)
    delivery = made(controller, KIND, QUARTER)
    assert "Gjord, inte skickad än" in text(client.get(PAGE))
    sent(controller, delivery)
    page = seen(client)
    assert "Kvartal 3 2026" in page
    assert "Skickad 12 november 2026" in page
    for day in range(4, 9):
        asked(make_case(consultant=case.responsible), day)
    assert seen(client) == page, "what was delivered stands"
    with as_(head):
        assert told() == {0, 5}
    again(controller, delivery)
    assert "(version 2)" in text(client.get(PAGE))
    with as_(head):
        assert told() == {0, 10}
    assert reverse("exchange:quarters") in client.get("/controls/").content.decode()
    sign_in(client, controller)
    assert "10" in text(client.get(page_of(delivery.__class__.objects.latest("version"))))


def test_three_are_told_as_five_and_seven_too(controller):
    case = make_case()
    delivery = made(controller, KIND, QUARTER)
    for number in range(1, 8):
        asked(make_case(consultant=case.responsible), number)
        if number in {2, 3, 7}:
            delivery = again(controller, delivery)
            with as_(controller):
                assert told() == ({0} if number < 3 else {0, 5}), number


def test_nobody_else_reads_them_and_they_outlast_the_file_that_can_be_taken(client, controller):
    made(controller, KIND, QUARTER)
    head = make_colleague("head_of_unit", make_unit("labour_market"))
    set_today(date(2027, 3, 1))
    expire()
    with as_(head):
        assert database.rows("exchange_quarters")
    others = [
        make_colleague("consultant", head.unit),
        make_colleague("board_reader", controller.unit),
        make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen"))),
    ]
    for other in others:
        with as_(other):
            assert database.rows("exchange_quarters") == []
    sign_in(client, others[0])
    assert client.get(PAGE).status_code == 403


def test_no_number_of_the_file_can_be_worked_out():
    """Whoever knows the rule puts every table that gives the same file side by side: each number may be three."""
    rounded = {number: database.value("requirement_to_five", number) for number in range(13)}
    assert [rounded[number] for number in (0, 2, 3, 7, 8, 12)] == [0, 0, 5, 5, 10, 10]
    files = defaultdict(list)
    for numbers in product(range(13), repeat=3):
        files[tuple(rounded[number] for number in numbers)].append(numbers)
    for ways in files.values():
        for at in range(3):
            assert len({way[at] for way in ways}) >= 3, ways[0]
