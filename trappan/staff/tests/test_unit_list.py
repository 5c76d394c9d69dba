"""The units as a list and a file, and who works in each: an administrator's alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.history.models import Event
from trappan.staff.models import Unit
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import sign_in, text
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
UNITS = "/units/"


@pytest.fixture
def sture(client, today):
    sture = make_colleague("administrator", make_unit("management", name="Systemförvaltningen"))
    sign_in(client, sture)
    return sture


def names(answer):
    return [row.cells[0].words for row in answer.context["listing"].rows]


def test_sorted_and_counted(client, sture, today):
    west, east = make_unit(name="Väster"), make_unit(name="Öster")
    make_colleague("consultant", west)
    make_colleague("consultant", west, ends_on=today)
    make_colleague("consultant", west, confirmed=False)
    assert names(client.get(f"{UNITS}?sort=-name")) == ["Öster", "Väster", "Systemförvaltningen"]
    answer = client.get(f"{UNITS}?sort=-unconfirmed")
    assert [cell.words for cell in answer.context["listing"].rows[0].cells[3:5]] == ["1", "1"]
    Unit.objects.filter(pk=east.pk).update(ends_on=today)
    assert "Öster" not in names(client.get(UNITS))
    assert "sista dag" in text(client.get(reverse("staff:unit", args=[east.pk])))


def test_the_unit_tells_who_works_there(client, sture, today):
    west = make_unit(name="Väster")
    make_colleague("consultant", west, name="Jonna Mallgren")
    make_colleague("consultant", west, name="Pelle Utkast", ends_on=today - timedelta(days=1))
    answer = client.get(reverse("staff:unit", args=[west.pk]))
    assert "Jonna Mallgren" in text(answer)
    assert [one.colleague.name for one in answer.context["members"]] == ["Jonna Mallgren"]


def test_the_file_is_in_the_log_and_the_administrators_alone(client, sture):
    found = sheet(client.get(f"{UNITS}?file=xlsx").content)
    assert [row[0] for row in found] == ["Enhet", "Systemförvaltningen"]
    assert Event.objects.get(verb="staff.export_units").details["found"] == 1
    sign_in(client, make_colleague("head_of_unit"))
    assert client.get(f"{UNITS}?file=xlsx").status_code == 403


def test_few_questions_however_many(client, sture, django_assert_max_num_queries):
    with django_assert_max_num_queries(16) as few:
        client.get(UNITS)
    for at in range(60):
        make_colleague("consultant", make_unit(name=f"Enhet {at}"))
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert len(names(client.get(UNITS))) == 50
