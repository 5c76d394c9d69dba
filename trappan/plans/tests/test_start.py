"""Age, months without work and months in Sweden when the case was opened: derived and shown."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.plans.start import age_on, months_to, start_of
from trappan.plans.testing import make_mapping
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in


@pytest.mark.parametrize(("day", "years"), [(date(2026, 4, 16), 31), (date(2026, 4, 17), 32), (date(2027, 1, 1), 32)])
def test_an_age_changes_on_the_birthday(day, years):
    assert age_on(date(1994, 4, 17), day) == years
    assert age_on(None, day) is None


@pytest.mark.parametrize(
    ("since", "months"),
    [(date(2026, 11, 12), 0), (date(2026, 10, 13), 0), (date(2026, 10, 12), 1), (date(2025, 3, 1), 20), (None, None)],
)
def test_months_are_whole(since, months):
    assert months_to(since, date(2026, 11, 12)) == months
    assert months_to(date(2026, 11, 13), date(2026, 11, 12)) is None


@pytest.mark.django_db
def test_they_are_shown_in_the_kartlaggning_and_no_age_of_a_protected_person(today, client):
    case = make_case()
    mapping = make_mapping(case, without_work_since=date(2025, 3, 1), arrived_on=date(2024, 11, 1))
    sign_in(client, case.responsible)
    page = reverse("plans:mapping", args=[case.pk])
    shown = markup(client.get(page))
    with as_(case.responsible):
        start = start_of(case, mapping)
    assert (start.without_work, start.since_arrival) == (20, 24)
    assert start.age
    for said in (f"{start.age} år", "20 månader", "24 månader"):
        assert f"<dd>{said}" in shown
    with as_(case.responsible):
        protect(person=case.person, protection="marked")
    shown = markup(client.get(page))
    assert "20 månader" in shown
    assert f"<dd>{start.age} år" not in shown
