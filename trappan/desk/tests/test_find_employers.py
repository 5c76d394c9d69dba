"""The search finds employers, for those who read of them: by name, number and the name of one that went up in it."""

import pytest

from trappan.employers.merging import Moves
from trappan.employers.operations import end_employer, merge_employer
from trappan.employers.testing import NUMBER, OTHER_NUMBER, make_employer, make_officer
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, search, sign_in

pytestmark = pytest.mark.django_db
SUGGEST = "/search/suggestions/"


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def kitchen(linnea):
    """Köket, in which Köksfabeln has gone up."""
    old = make_employer(linnea, name="Köksfabeln AB", organisation_number=NUMBER)
    new = make_employer(linnea, name="Påhittade Köket", organisation_number=OTHER_NUMBER)
    with as_(linnea) as actor:
        merge_employer(employer=old, into=new, today=actor.today, edition=Moves.of(old).edition)
    return new


def leads(kitchen):
    return f'<a class="ds-link" href="/employers/{kitchen.pk}/">Påhittade Köket</a>'


@pytest.mark.parametrize("typed", ["köket påh", "kok", NUMBER, OTHER_NUMBER, "164020004612", "köksfabeln"])
def test_by_name_number_and_earlier_name_for_the_team_and_those_who_read(client, linnea, kitchen, typed):
    consultant = make_colleague("consultant", make_unit("labour_market", linnea.unit.organisation))
    for who in (linnea, consultant):
        sign_in(client, who)
        page = markup(search(client, typed))
        assert leads(kitchen) in page, who.role
        assert page.count(leads(kitchen)) == 1
        assert "Arbetsgivare (1)" in page
        assert "Påhittade Köket" in markup(client.post(SUGGEST, {"acting_as": who.pk, "q": typed}))


def test_an_earlier_name_and_where_the_contact_stands_are_said_beside_it(client, linnea, kitchen):
    sign_in(client, linnea)
    assert "även Köksfabeln AB" in markup(search(client, "köksfabeln"))
    with as_(linnea) as actor:
        end_employer(employer=kitchen, today=actor.today, end_reason="Lades ned")
    assert "Avslutad, Företag" in markup(search(client, "köket"))


def test_nobody_else_finds_one_and_no_other_municipalitys_is_found(client, linnea, kitchen):
    home = linnea.unit.organisation
    strangers = [make_colleague(role, make_unit(kind, home)) for role, kind in WITHOUT]
    for who in (*strangers, make_officer("Grannkommunen")):
        sign_in(client, who)
        for typed in ("köket", NUMBER, OTHER_NUMBER):
            assert "Påhittade Köket" not in markup(search(client, typed)), who.role
            assert "Påhittade Köket" not in markup(client.post(SUGGEST, {"acting_as": who.pk, "q": typed}))


WITHOUT = (("social_worker", "social_service"), ("supervisor", "site"), ("administrator", "management"))


def test_the_field_says_what_the_team_may_look_for(client, linnea):
    sign_in(client, linnea)
    assert 'placeholder="Arbetsgivare, nummer, kollega"' in markup(client.get("/employers/"))
    sign_in(client, make_colleague("consultant", make_unit("labour_market", linnea.unit.organisation)))
    assert 'placeholder="Namn, nummer, arbetsplats"' in markup(client.get("/employers/"))


def test_few_questions_however_many_are_called_so(client, linnea, django_assert_max_num_queries):
    for at in range(30):
        make_employer(linnea, name=f"Köket {at}")
    sign_in(client, linnea)
    found = client.post("/search/", {"acting_as": linnea.pk, "q": "köket"}).url
    with django_assert_max_num_queries(12):
        assert "Arbetsgivare (30)" in markup(client.get(found))
