"""A unit closes when nobody is left in it: with how many and who hands them over it is refused until then."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.cases import operations as cases
from trappan.cases.models import Case
from trappan.cases.testing import consultant_of, make_case
from trappan.partnerships.testing import informed
from trappan.people.testing import make_person
from trappan.placements.operations import close_unit
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.staff.models import Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def unit(today):
    return make_unit("labour_market", name="Enhet Öster")


@pytest.fixture
def sture(unit):
    return make_colleague("administrator", make_unit("management", unit.organisation))


def closes(unit):
    return Unit.objects.get(pk=unit.pk).ends_on


def test_with_people_in_it_is_refused_with_how_many_and_who_hands_them_over(client, unit, sture):
    jonna = make_colleague("consultant", unit)
    for _each in range(2):
        make_case(consultant=jonna)
    sign_in(client, sture)
    page = reverse("placements:close_unit", args=[unit.pk])
    assert "2 öppna ärenden hör till enheten" in text(client.get(page))
    answer = client.post(page, {"acting_as": sture.pk, "closes_on": "2026-11-12"})
    assert answer.status_code == 422
    assert "Enhetens chef lämnar först över alla till den enhet som tar över" in text(answer)
    assert closes(unit) is None


def test_an_office_that_alone_knows_somebody_stays(sture, unit):
    office = make_unit("social_service", unit.organisation)
    make_person(make_colleague("social_worker", office))
    with as_(sture), pytest.raises(Refused, match="1 person är känd bara av den här enheten"):
        close_unit(unit=office, closes_on=TOMORROW)


def test_a_site_with_people_after_the_day_stays_and_one_without_takes_its_activity_along(sture, unit):
    case = make_case()
    cafe = make_activity(unit=make_unit("site", unit.organisation))
    ends = TODAY + timedelta(days=10)
    make_placement(consultant_of(case), person=case.person, activity=cafe, starts_on=TODAY, ends_on=ends)
    with as_(sture):
        with pytest.raises(Refused, match="1 person har en plats där efter den dagen"):
            close_unit(unit=cafe.unit, closes_on=TOMORROW)
    informed(cafe.unit)
    with as_(sture):
        close_unit(unit=cafe.unit, closes_on=ends)
    cafe.refresh_from_db()
    assert (closes(cafe.unit), cafe.ends_on) == (ends, ends)


def test_a_unit_with_parts_closes_after_them(sture, unit):
    office = make_unit("department", unit.organisation)
    Unit.objects.filter(pk=unit.pk).update(parent=office)
    informed(unit)
    informed(office)
    with as_(sture):
        with pytest.raises(Refused, match="1 enhet hör till den"):
            close_unit(unit=office, closes_on=TOMORROW)
        close_unit(unit=unit, closes_on=TOMORROW)
        close_unit(unit=office, closes_on=TOMORROW)


def test_memberships_end_with_it_and_another_comes_after(client, sture, unit):
    karin = make_colleague("head_of_unit", unit)
    west = make_unit("labour_market", unit.organisation, name="Enhet Väster", starts_on=TODAY)
    informed(unit)
    sign_in(client, sture)
    page = reverse("placements:close_unit", args=[unit.pk])
    client.post(page, {"acting_as": sture.pk, "closes_on": "2026-11-30", "next_unit": west.pk})
    assert closes(unit) == date(2026, 12, 1)
    assert Membership.objects.get(pk=karin.pk).ends_on == date(2026, 12, 1)
    assert list(west.succeeds.all()) == [unit]
    shown = text(client.get(reverse("staff:unit", args=[unit.pk])))
    assert "sista dag 30 november 2026" in shown
    assert "Enhet Väster" in shown
    project = make_unit("project", unit.organisation)
    informed(project)
    with as_(sture):
        close_unit(unit=project, closes_on=TOMORROW, next_unit=west)
        assert set(west.succeeds.all()) == {unit, project}, "two are merged in it"


def test_nothing_new_comes_into_what_is_to_close(sture, unit):
    ulla = make_colleague("social_worker", make_unit("social_service", unit.organisation))
    samira = make_person(ulla)
    informed(unit)
    with as_(sture):
        close_unit(unit=unit, closes_on=TODAY + timedelta(days=30))
    with as_(ulla) as actor, pytest.raises(Refused, match="ska stänga"):
        cases.open_case(person=samira, by=actor, unit=unit)
    assert not Case.objects.exists()


@pytest.mark.parametrize("last", ["2026-11-10", "1850-01-01", "snart", ""])
def test_a_day_that_has_passed_is_refused_at_its_field(client, sture, unit, last):
    sign_in(client, sture)
    answer = client.post(reverse("placements:close_unit", args=[unit.pk]), {"acting_as": sture.pk, "closes_on": last})
    assert answer.status_code == 422
    assert answer.context["form"].errors["closes_on"]
    assert closes(unit) is None


def test_the_own_unit_and_another_municipalitys_are_not_closed(client, sture, unit):
    stranger = make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))
    with as_(sture), pytest.raises(Refused, match="arbetar själv"):
        close_unit(unit=sture.unit, closes_on=TOMORROW)
    with as_(stranger):
        assert database.row("placements_left_in", unit.pk, TOMORROW) is None
        with pytest.raises(Refused, match="annan kommun"):
            close_unit(unit=unit, closes_on=TOMORROW)
    sign_in(client, stranger)
    assert client.get(reverse("placements:close_unit", args=[unit.pk])).status_code == 404


@pytest.mark.parametrize("role", ["head_of_unit", "site_leader", "auditor"])
def test_no_other_role_closes_a_unit(unit, role):
    with as_(make_colleague(role, unit)), pytest.raises(Refused):
        close_unit(unit=unit, closes_on=TOMORROW)
    assert closes(unit) is None


@pytest.mark.django_db(transaction=True)
def test_of_a_case_and_a_closing_at_the_same_moment_one_comes_first(today):
    for _turn in range(4):
        unit = make_unit("labour_market")
        ulla = make_colleague("social_worker", make_unit("social_service", unit.organisation))
        samira = make_person(ulla)
        sture = make_colleague("administrator", make_unit("management", unit.organisation))
        informed(unit)

        def close(_actor, unit=unit):
            close_unit(unit=unit, closes_on=TOMORROW)

        def begin(actor, unit=unit, samira=samira):
            cases.open_case(person=samira, by=actor, unit=unit)

        outcomes = at_the_same_moment(by(sture, close), by(ulla, begin))
        assert sum(isinstance(one, Refused) for one in outcomes) == 1, outcomes
        assert Case.objects.filter(unit=unit).exists() is (closes(unit) is None)
