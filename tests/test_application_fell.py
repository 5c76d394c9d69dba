"""An application that falls after the case was opened tells those who work with the person, and asks."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.models import Application
from trappan.assistance.operations import note_result, receive_application
from trappan.cases.models import Case
from trappan.cases.operations import keep_way
from trappan.cases.testing import make_case
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    case = make_case()
    with as_(case.social_worker) as actor:
        receive_application(person=case.person, by=actor, received_on=TODAY, kind="new")
    return case


def fell(case, result="refused"):
    with as_(case.social_worker) as actor:
        note_result(
            application=Application.objects.get(result=""),
            by=actor,
            result=result,
            decided_on=actor.today,
            result_reference="EB 7",
        )


@pytest.mark.parametrize("result", ["refused", "withdrawn"])
def test_both_find_it_on_their_lists_and_the_consultant_is_told_not_which(case, client, result):
    fell(case, result)
    page = reverse("plans:plan", args=[case.pk])
    for who in (case.responsible, case.social_worker):
        sign_in(client, who)
        start = client.get("/").content.decode()
        assert "Ansökan gäller inte längre" in start
        assert page in start
    sign_in(client, case.responsible)
    told = client.get(page).content.decode()
    assert "gäller inte sedan" in told
    assert "EB 7" not in told


def test_granted_tells_nobody(case, client):
    fell(case, "granted")
    sign_in(client, case.responsible)
    assert "Ansökan gäller inte längre" not in client.get("/").content.decode()


def test_it_stays_until_somebody_has_said_why_the_way_goes_on(case, client):
    fell(case)
    sign_in(client, case.responsible)
    page = reverse("plans:plan", args=[case.pk])
    sent = {"acting_as": case.responsible_id, "form": "keep"}
    assert client.post(page, {**sent, "keep-why": ""}).status_code == 422
    assert client.post(page, {**sent, "keep-why": "Vill fortsätta på caféet"}).status_code == 302
    assert "Ansökan gäller inte längre" not in client.get("/").content.decode()
    assert Case.objects.get(pk=case.pk).kept_why == "Vill fortsätta på caféet"


def test_a_newer_application_takes_its_place_and_the_next_one_that_falls_asks_again(case):
    fell(case)
    with as_(case.responsible):
        keep_way(case=case, today=TODAY, why="Vill")
        with pytest.raises(Refused, match="varför"):
            keep_way(case=case, today=TODAY, why=" ")
    set_today(TODAY + timedelta(days=20))
    with as_(case.social_worker) as actor:
        receive_application(person=case.person, by=actor, received_on=actor.today, kind="renewed")
    with as_(case.responsible):
        assert dict(database.rows("cases_applications_fell", [case.pk])) == {}
    fell(case)
    with as_(case.responsible):
        assert dict(database.rows("cases_applications_fell", [case.pk])) == {case.pk: TODAY + timedelta(days=20)}


def test_others_are_told_nothing_and_answer_nothing(case, client):
    fell(case)
    for role in ("consultant", "social_worker"):
        other = make_colleague(role)
        with as_(other):
            assert dict(database.rows("cases_applications_fell", [case.pk])) == {}
            with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                keep_way(case=case, today=TODAY, why="x")
    assert Case.objects.get(pk=case.pk).kept_on is None
