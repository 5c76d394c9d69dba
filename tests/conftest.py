"""What tests that span rooms stand on: a person with a row everywhere, and a small municipality."""

import pytest

from tests.testing import Town
from tests.world import make_world
from trappan.cases import operations as cases
from trappan.people.testing import make_person
from trappan.plans import operations as plans
from trappan.staff.testing import as_
from trappan.testing import sign_in


@pytest.fixture
def world(today):
    """One person with a row in every secret table, and everybody who might want to look."""
    return make_world(today)


@pytest.fixture
def town(today):
    return Town()


@pytest.fixture
def send(client):
    """Send a form as a colleague, as the page would, and follow."""

    def go(who, url, follow=True, **fields):
        sign_in(client, who)
        return client.post(url, {"acting_as": who.pk, **fields}, follow=follow)

    return go


@pytest.fixture
def planned(town, today):
    """A case with a finished kartläggning and nothing more."""

    person = make_person(town.ulla)
    with as_(town.ulla) as actor:
        case = cases.open_case(person=person, by=actor, unit=town.labour)
        cases.assign(case=case, to=town.jonna)
    case.refresh_from_db()
    with as_(town.jonna):
        plans.map_person(
            case=case,
            held_on=today,
            today=today,
            finish=True,
            own_words="Jag vill",
            assessment="Kan",
            fastest_way="Café",
            way_reason="Vill laga mat",
        )
    return case
