"""The support page: months, contradictions in words, and who never sees a month."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.assistance import operations
from trappan.assistance.models import Application, Elsewhere, SupportMonth
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(today):
    return make_unit("social_service")


@pytest.fixture
def ulla(unit):
    return make_colleague("social_worker", unit)


@pytest.fixture
def farid(ulla):
    return make_person(ulla)


def keep(ulla, person, month, **other):
    with as_(ulla) as actor:
        return operations.keep_month(
            person=person,
            by=actor,
            month=month,
            **{"role": "applicant", "household_type": 3, "obstacle": "unemployed", **other},
        )


@pytest.mark.requirement("R-121")
def test_months_are_counted_and_shown_with_what_they_mean(client, ulla, farid):
    for number in range(1, 11):
        keep(ulla, farid, date(2026, number, 1))
    with as_(ulla):
        operations.note_elsewhere(
            person=farid,
            municipality="Norrköping",
            starts_on=date(2025, 9, 1),
            ends_on=date(2025, 12, 1),
            support="unknown",
        )
    page = sign_in(client, ulla).get(f"/people/{farid.pk}/support/").content.decode()
    assert "10 till 11 månader" in page, "November 2025 lies between twelve months and is unknown"
    assert "Långvarigt: minst tio" in page
    assert "Arbetslös" in page
    assert "Ensamstående man utan barn" in page


def test_contradictions_are_refused_at_their_field(ulla, farid):
    keep(ulla, farid, date(2026, 3, 1))
    with pytest.raises(Refused, match="finns redan"):
        keep(ulla, farid, date(2026, 3, 1))
    with pytest.raises(Refused, match="bistånd här"), as_(ulla):
        operations.note_elsewhere(
            person=farid, municipality="", starts_on=date(2026, 2, 1), ends_on=date(2026, 4, 1), support="no"
        )
    with as_(ulla):
        operations.note_elsewhere(
            person=farid, municipality="", starts_on=date(2026, 4, 1), ends_on=date(2026, 6, 1), support="no"
        )
    with pytest.raises(Refused, match="annan kommun"):
        keep(ulla, farid, date(2026, 5, 1))
    with pytest.raises(Refused, match="redan"), as_(ulla):
        operations.note_elsewhere(
            person=farid, municipality="", starts_on=date(2026, 5, 1), ends_on=date(2026, 7, 1), support="yes"
        )
    with pytest.raises(Refused, match="efter den första"), as_(ulla):
        operations.note_elsewhere(
            person=farid, municipality="", starts_on=date(2026, 8, 1), ends_on=date(2026, 8, 1), support="yes"
        )
    with pytest.raises(Refused, match="har inte kommit"):
        keep(ulla, farid, date(2027, 1, 1))


def test_a_code_that_had_closed_is_refused_for_later_months_and_stays_for_earlier(ulla, farid):
    Code.objects.filter(table="obstacle", code="social").update(valid_to=date(2026, 1, 1))
    keep(ulla, farid, date(2025, 12, 1), obstacle="social")
    with pytest.raises(Refused, match="användes inte"):
        keep(ulla, farid, date(2026, 1, 1), obstacle="social")
    assert SupportMonth.objects.get().obstacle == "social"


@pytest.mark.requirement("R-001", "R-177")
def test_a_decision_is_taken_over_with_its_reference(client, ulla, farid):
    """Of R-177 the number of this decision; a plan's decision carries none."""
    with as_(ulla) as actor:
        application = operations.receive_application(
            person=farid, by=actor, received_on=date(2026, 11, 2), kind="renewed"
        )
    sign_in(client, ulla)
    url = f"/applications/{application.pk}/result/"
    assert url in client.get(f"/people/{farid.pk}/support/").content.decode(), "the page leads there"
    form = {"acting_as": ulla.pk, "result": "granted", "result_reference": "EB 2026-77"}
    early = client.post(url, {**form, "decided_on": "2026-11-01"})
    assert early.status_code == 422
    assert "innan ansökan kom in" in early.content.decode()
    assert "EB 2026-77" in early.content.decode(), "nothing typed is lost"
    assert client.post(url, {**form, "decided_on": "2026-11-09"}).status_code == 302
    assert "EB 2026-77" in client.get(f"/people/{farid.pk}/support/").content.decode()


def test_who_works_with_the_person_without_assistance_sees_no_month(ulla, farid, unit):
    keep(ulla, farid, date(2026, 3, 1))
    with as_(ulla) as actor:
        operations.note_elsewhere(
            person=farid, municipality="", starts_on=date(2026, 4, 1), ends_on=date(2026, 5, 1), support="no"
        )
        operations.receive_application(person=farid, by=actor, received_on=date(2026, 11, 2), kind="new")
    jonna = make_colleague("consultant", unit)
    twin = make_colleague("social_worker", make_unit("social_service"))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_grant (person_id, membership_id, scope, basis, reason) VALUES "
            "(%(p)s, %(m)s, 'plan', 'assignment', ''), (%(p)s, %(m)s, 'requirement', 'assignment', '')",
            {"p": farid.pk, "m": jonna.pk},
        )
    for colleague in (jonna, twin):
        with as_(colleague):
            assert not SupportMonth.objects.exists()
            assert not Elsewhere.objects.exists()
            assert not Application.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Elsewhere.objects.create(person=farid, starts_on=date(2024, 1, 1), ends_on=date(2024, 2, 1))


def test_what_was_noted_of_a_decision_stands_beside_when_it_is_put_right(client, today, ulla):
    with as_(ulla) as actor:
        application = operations.receive_application(person=make_person(ulla), by=actor, received_on=today, kind="new")
    sign_in(client, ulla)
    page = reverse("assistance:result", args=[application.pk])
    for result, reference in (("refused", "EB 1"), ("granted", "EB 2")):
        edition = client.get(page).context["form"]["edition"].value()
        sent = {"result": result, "decided_on": str(today), "result_reference": reference, "edition": edition}
        assert client.post(page, {"acting_as": ulla.pk, **sent}).status_code == 302
    told = client.get(page).content.decode()
    told = told[told.index("Vad som stod förut") :]
    assert str(Application.Result.REFUSED.label) in told
    assert "EB 1" in told
    assert "EB 2" not in told
