"""A membership ends: what the colleague had is said first, and the head finds it afterwards."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from trappan import database
from trappan.cases import operations
from trappan.cases.testing import consultant_of, make_case
from trappan.refusals import Refused
from trappan.staff.models import Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


@pytest.fixture
def jonna(case):
    return consultant_of(case)


@pytest.fixture
def sture(jonna):
    return make_colleague("administrator", make_unit("management", jonna.unit.organisation))


@pytest.fixture
def karin(jonna):
    return make_colleague("head_of_unit", jonna.unit, name="Karin Skissberg")


def ended(jonna):
    return Membership.objects.get(pk=jonna.pk).ends_on


def test_a_last_membership_with_cases_ends_when_one_has_read_who_hands_them_out(client, case, jonna, sture, karin):
    sign_in(client, sture)
    page = reverse("cases:end_membership", args=[jonna.pk])
    shown = text(client.get(page))
    assert "ett öppet ärende" in shown
    assert "sista medlemskapet" in shown
    fields = {"acting_as": sture.pk, "ends_on": "2026-11-11"}
    asked = client.post(page, fields)
    assert asked.status_code == 422
    assert "Karin Skissberg, som är chef för enheten, hittar det" in text(asked)
    assert ended(jonna) is None
    assert client.post(page, {**fields, "sure": "on"}).status_code == 302
    assert ended(jonna) == date(2026, 11, 12)
    sign_in(client, karin)
    assert case.number in text(client.get("/")), "it is hers to hand out"


def test_without_cases_nothing_is_asked(client, sture, jonna):
    tor = make_colleague("supervisor", make_unit("site", jonna.unit.organisation))
    sign_in(client, sture)
    page = reverse("cases:end_membership", args=[tor.pk])
    assert client.post(page, {"acting_as": sture.pk, "ends_on": "2026-11-12"}).status_code == 302
    assert ended(tor) == date(2026, 11, 13), "the last day is inclusive"
    assert "inga öppna ärenden" in text(client.get(page)), "it lasts to the end of the day"


def test_where_the_unit_has_no_other_head_that_is_said(jonna, sture, today):
    with as_(sture), pytest.raises(Refused, match="ingen annan chef"):
        operations.end_membership(membership=jonna, ends_on=today, today=today, sure=False)


@pytest.mark.parametrize("last", ["2026-11-10", "1999-01-01", "i går", ""])
def test_a_day_that_has_passed_is_refused_at_its_field(client, jonna, sture, last):
    sign_in(client, sture)
    page = reverse("cases:end_membership", args=[jonna.pk])
    answer = client.post(page, {"acting_as": sture.pk, "ends_on": last, "sure": "on"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["ends_on"]
    assert ended(jonna) is None


def test_others_with_the_same_right_elsewhere_end_nothing_and_count_nothing(client, jonna, today):
    grankulla = make_organisation("Grankulla kommun")
    strangers = (
        make_colleague("administrator", make_unit("management", grankulla)),
        make_colleague("head_of_unit", make_unit("labour_market", jonna.unit.organisation)),
    )
    for stranger in strangers:
        with as_(stranger):
            assert database.row("cases_left_by", jonna.pk) is None
            with pytest.raises(Refused):
                operations.end_membership(membership=jonna, ends_on=today + timedelta(days=1), today=today)
        sign_in(client, stranger)
        assert client.get(reverse("cases:end_membership", args=[jonna.pk])).status_code == 404
    assert ended(jonna) is None


class TestAUnitThatIsToClose:
    """No case is handed into it."""

    @pytest.fixture
    def closing(self, jonna, today):
        """Another unit of the same municipality, with a consultant, that closes in a month."""
        unit = make_unit("labour_market", jonna.unit.organisation)
        consultant = make_colleague("consultant", unit)
        Unit.objects.filter(pk=unit.pk).update(ends_on=today + timedelta(days=30))
        return consultant

    def test_takes_no_case_from_another_unit(self, case, jonna, closing):
        with as_(case.social_worker), pytest.raises(Refused, match="Enheten är stängd eller ska stänga") as no:
            operations.assign(case=case, to=closing, unit=closing.unit)
        assert no.value.field == "unit"
        case.refresh_from_db()
        assert (case.unit_id, case.responsible_id) == (jonna.unit_id, jonna.pk)

    def test_gives_a_case_that_it_has_to_a_unit_that_goes_on(self, case, jonna, today):
        Unit.objects.filter(pk=jonna.unit_id).update(ends_on=today)
        other = make_colleague("consultant", make_unit("labour_market", jonna.unit.organisation))
        with as_(case.social_worker):
            operations.assign(case=case, to=other, unit=other.unit)
        case.refresh_from_db()
        assert case.unit_id == other.unit_id
