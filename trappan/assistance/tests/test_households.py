"""How many households had support, counted over all of the municipality and told of nobody."""

from datetime import date

import pytest
from django.db import connection

from trappan import database
from trappan.assistance import operations
from trappan.people.testing import make_person
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def ulla(today):
    return make_colleague("social_worker", make_unit("social_service"))


@pytest.fixture
def months(ulla):
    """Make nine households in January 2021, one of them of two; seven in January 2024, and three in May."""
    other = make_colleague("social_worker", make_unit("social_service"))
    for number in range(9):
        worker = (ulla, other)[number % 2]
        person = make_person(worker)
        kept = [date(2021, 1, 1), *[date(2024, 1, 1)] * (number < 7), *[date(2024, 5, 1)] * (number < 3)]
        with as_(worker) as actor:
            for month in kept:
                operations.keep_month(
                    person=person, by=actor, month=month, role="applicant", household_type=3, obstacle="unemployed"
                )
    return {"ours": ulla, "theirs": other}


@pytest.mark.requirement("R-162", "R-163")
def test_a_month_has_its_households_and_two_months_their_difference(client, ulla, months):
    page = text(sign_in(client, ulla).get("/households/?earlier=2021-01&later=2024-01"))
    page = " ".join(page.split())
    assert "Januari 2021: <strong>9</strong> hushåll" in page, "also those of the other unit"
    assert "Januari 2024: <strong>7</strong> hushåll" in page
    assert "<strong>2</strong> färre (-22,2 %)" in page
    assert "färre än 5" in page, "the three of May 2024 are not told apart"


def test_a_household_of_several_counts_once(ulla, months):
    with connection.cursor() as owner:  # two of them move together: what a file brings
        owner.execute(
            "UPDATE assistance_supportmonth SET household_id = (SELECT min(household_id) FROM assistance_supportmonth)"
            " WHERE month = '2021-01-01' AND person_id IN (SELECT person_id FROM assistance_supportmonth"
            " WHERE month = '2021-01-01' ORDER BY person_id LIMIT 2)"
        )
    with as_(ulla):
        counts = {one.month: one.households for one in database.rows("assistance_households")}
    assert counts[date(2021, 1, 1)] == 8


def test_months_the_wrong_way_round_or_unreadable_are_refused_in_words(client, ulla, months):
    answer = sign_in(client, ulla).get("/households/?earlier=2024-01&later=2021-01")
    assert answer.status_code == 400
    assert "Välj en senare månad än den första." in text(answer)
    assert sign_in(client, ulla).get("/households/?earlier=x").status_code == 400


def test_the_database_counts_for_nobody_outside_and_shows_no_row(months):
    partner = make_organisation("Kaféet", kind="partner", basis="provider")
    for role, unit in (("supervisor", make_unit("site", partner)), ("administrator", None), ("counsellor", None)):
        with as_(make_colleague(role, unit)):
            assert database.rows("assistance_households") == []
