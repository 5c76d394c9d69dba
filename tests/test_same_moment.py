"""Eight equal posts at the same moment: what is to be there once is there once, and nobody gets a 500."""

import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.assistance.models import Application
from trappan.attendance.models import Attendance
from trappan.cases.models import Meeting, Note, Stall
from trappan.cases.testing import make_case
from trappan.history.models import Event
from trappan.outcomes.models import Exit
from trappan.people.models import Number
from trappan.people.operations import find_number
from trappan.people.testing import test_number
from trappan.placements.models import Placement
from trappan.placements.testing import make_placement
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

AT_ONCE = 8


def posts(who, address, fields):
    """Send the same form eight times at the same moment, each from a browser of its own; count the answers."""
    start, answers, errors = threading.Barrier(AT_ONCE), Counter(), []
    browsers = [sign_in(Client(raise_request_exception=False), who) for _one in range(AT_ONCE)]

    def run(browser):
        try:
            start.wait(timeout=30)
            answers[browser.post(address, {"acting_as": who.pk, **fields}).status_code] += 1
        except BaseException as error:  # shown by the assertion below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return answers


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_equal_posts_give_one_saved_and_no_failure():
    set_today(TODAY)
    case = make_case()
    consultant, social = case.responsible, case.social_worker
    tor = make_colleague("supervisor")
    cafe = Activity.objects.create(
        code="c", name="Kafé", unit=tor.unit, kind="workplace", places=9, starts_on=TODAY - timedelta(days=400)
    )
    number = test_number()
    register = {
        "number": number,
        "given_name": "Farid",
        "family_name": "Tänktsson",
        "protection": "none",
        "kind": "new",
        "received_on": TODAY,
    }
    said = {"register": posts(social, "/applications/", register)}
    assert Number.objects.filter(number=number).count() == 1
    assert Application.objects.filter(person__numbers__number=number).count() == 1
    placed = make_placement(consultant, person=case.person, activity=cafe, starts_on=TODAY)
    mark = {f"mark-{placed.pk}": "present"}
    said["mark"] = posts(tor, "/day/", mark)
    assert Attendance.objects.count() == 1
    place = {"activity": cafe.pk, "week": "fre 9-12", "starts_on": TODAY + timedelta(days=1), "aim": "Prova"}
    said["propose"] = posts(consultant, reverse("placements:place", args=[case.person_id]), place)
    assert Placement.objects.count() == 2
    note = {"day": TODAY, "at": "08:00", "kind": "contact", "source": "person", "fact": "Ringde"}
    said["note"] = posts(consultant, reverse("cases:journal", args=[case.pk]), note)
    assert Note.objects.count() == 1
    meeting = {"day": TODAY + timedelta(days=1), "at": "09:00", "minutes": 60, "how": "visit", "purpose": "X"}
    said["meeting"] = posts(consultant, reverse("cases:meetings", args=[case.pk]), meeting)
    assert Meeting.objects.count() == 1
    stall = {"form": "say", "reason": "course", "starts_on": TODAY}
    said["stall"] = posts(consultant, reverse("cases:stall", args=[case.pk]), stall)
    assert Stall.objects.count() == 1
    leave = {"reason": "other", "day": TODAY, "form": "Flyttade"}
    free = make_case(consultant=consultant)
    said["exit"] = posts(consultant, reverse("outcomes:exit", args=[free.pk]), leave)
    assert Exit.objects.count() == 1
    assert max(status for answers in said.values() for status in answers) < 500, said
    # Where what is sent twice is one and the same, whoever comes second is told that it is saved.
    alike = {"mark", "note", "stall"}
    assert {name for name, answers in said.items() if answers == {302: AT_ONCE}} == alike, said
    assert {name for name, answers in said.items() if answers == {302: 1, 422: AT_ONCE - 1}} == set(said) - alike, said


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_eight_searches_at_once_do_not_pass_the_ceiling_together():
    set_today(TODAY)
    case = make_case()
    with as_(case.responsible):
        for _search in range(28):
            find_number(number=test_number())
    posts(case.responsible, "/emergency/", {"number": test_number(), "reason": "Står i receptionen utan mat"})
    assert Event.objects.filter(verb="people.find_number", actor=case.responsible).count() == 30
