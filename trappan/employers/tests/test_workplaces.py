"""Workplaces of an employer: written down, changed, closed and open again; codes of today, and what stood before."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.employers import operations
from trappan.employers.models import Workplace
from trappan.employers.testing import make_employer, make_officer
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def street(linnea):
    employer = make_employer(linnea, name="Köket")
    with as_(linnea):
        return operations.make_workplace(employer=employer, name="Storgatan 1", branch="restaurant", access=["quiet"])


def send(client, linnea, workplace, act, **fields):
    sign_in(client, linnea)
    named = {f"{act}-{name}": value for name, value in fields.items()}
    url = reverse("employers:workplace", args=[workplace.pk])
    return client.post(url, {"acting_as": linnea.pk, "form": act, **named})


def edition(client, linnea, workplace):
    sign_in(client, linnea)
    answer = client.get(reverse("employers:workplace", args=[workplace.pk]))
    return answer.context["acts"]["change"].bound["edition"].value()


def test_all_that_is_known_is_written_down_and_shown(client, linnea, street):
    sign_in(client, linnea)
    url = reverse("employers:make_workplace", args=[street.employer_id])
    about = {"name": "Hamngatan 9", "branch": "garden", "size": "16", "languages": "Arabiska, svenska"}
    about |= {"access": ["bus", "sitting"], "adaptable": "Start kl. 9"}
    assert client.post(url, {"acting_as": linnea.pk, **about}).status_code == 302
    made = Workplace.objects.get(name="Hamngatan 9")
    assert (made.size, made.languages, made.access) == (16, ["arabiska", "svenska"], ["bus", "sitting"])
    page = markup(client.get(reverse("employers:workplace", args=[made.pk])))
    for words in ("Odling och trädgård", "16 anställda", "arabiska, svenska", "Nära buss", "Start kl. 9"):
        assert words in page


def test_the_same_name_twice_is_told_at_its_field(client, linnea, street):
    sign_in(client, linnea)
    url = reverse("employers:make_workplace", args=[street.employer_id])
    answer = client.post(url, {"acting_as": linnea.pk, "name": "Storgatan 1"})
    assert "finns redan" in str(answer.context["form"].errors["name"])


@pytest.mark.parametrize("size", ["0", "-3", "tolv", "1000000"])
def test_no_size_but_a_number_of_people(client, linnea, street, size):
    sign_in(client, linnea)
    url = reverse("employers:make_workplace", args=[street.employer_id])
    answer = client.post(url, {"acting_as": linnea.pk, "name": "Torget", "size": size})
    assert "size" in answer.context["form"].errors


def test_a_closed_code_stays_where_it_stood_and_is_chosen_nowhere_else(client, linnea, street, today):
    Code.objects.filter(code__in=("restaurant", "quiet")).update(valid_to=today)
    about = {"name": "Storgatan 1", "branch": "restaurant", "access": ["quiet"], "size": "12"}
    assert send(client, linnea, street, "change", **about, edition=edition(client, linnea, street)).status_code == 302
    with as_(linnea), pytest.raises(Refused, match="branschen används inte"):
        operations.make_workplace(employer=street.employer, name="Torget", branch="restaurant")
    with as_(linnea), pytest.raises(DatabaseError, match="no such code"), transaction.atomic():
        Workplace.objects.create(employer=street.employer, name="Torget", access=["quiet"])


def test_a_code_that_came_later_is_chosen_for_an_old_workplace(client, linnea, street, today):
    Workplace.objects.filter(pk=street.pk).update(at="2021-01-04T09:00+01:00")
    Code.objects.create(
        table="branch", code="cleaning", label_sv="Städ", label_en="Cleaning", position=1, valid_from=date(2026, 1, 1)
    )
    about = {"name": "Storgatan 1", "branch": "cleaning", "edition": edition(client, linnea, street)}
    assert send(client, linnea, street, "change", **about).status_code == 302
    street.refresh_from_db()
    assert street.branch == "cleaning"


def test_closed_after_its_last_day_it_is_offered_no_more_and_opens_again(client, linnea, street, today):
    yesterday = today - timedelta(days=1)
    assert send(client, linnea, street, "close", closed_on=yesterday).status_code == 302
    street.refresh_from_db()
    assert street.closed_on == today
    talk = reverse("employers:converse", args=[street.employer_id])
    assert "Storgatan 1" not in markup(client.get(talk))
    assert send(client, linnea, street, "close", closed_on="").status_code == 302
    assert "Storgatan 1" in markup(client.get(talk))
