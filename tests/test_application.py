"""An application: what is typed wrong, what comes twice, and whom another unit has."""

import pytest

from tests.testing import APPLICATION
from trappan.assistance.models import Application
from trappan.people.models import Person
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import text

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"number": "199404172397"}, "Sista siffran"),
        ({"number": "19940230-2393"}, "Den dagen"),
        ({"number": "1,99404E+11"}, "Ställ kolumnen som text"),
        ({"number": "94041723"}, "10 eller 12 siffror"),
        ({"received_on": "2026-11-13"}, "inte ha kommit in efter i dag"),
        ({"received_on": "2026-02-30"}, "giltigt datum"),
        ({"given_name": ""}, "Fyll i: Förnamn"),
    ],
)
def test_an_application_with_something_wrong_keeps_what_was_typed(town, send, change, sentence):
    answer = send(town.ulla, "/applications/new/", **{**APPLICATION, **change})
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert 'value="Tänktsson"' in text(answer)
    assert not Person.objects.exists()


def test_an_application_twice_is_refused_and_half_of_nothing_is_kept(town, send):
    send(town.ulla, "/applications/new/", **APPLICATION)
    answer = send(town.ulla, "/applications/new/", **APPLICATION)
    assert "finns redan" in text(answer)
    assert Application.objects.count() == Person.objects.count() == 1


def test_a_person_whom_another_unit_has_is_not_told_but_whom_to_ask(town, send):
    other = make_colleague(
        "social_worker", make_unit("social_service", town.municipality, name="Försörjningsstöd Väster")
    )
    send(town.ulla, "/applications/new/", **APPLICATION)
    answer = send(other, "/applications/new/", **APPLICATION)
    assert "redan känd på" in text(answer)
    assert town.ulla.unit.name in text(answer)
    assert Application.objects.count() == 1
