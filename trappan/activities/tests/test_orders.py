"""An own department orders work from a crew: who ordered, what was made, for all to see."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities import operations
from trappan.activities.models import CrewJob, CrewOrder
from trappan.activities.testing import make_activity
from trappan.employers.testing import make_coordinator, make_department, make_employer, make_officer
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in, text

pytestmark = pytest.mark.django_db


class Crews:
    """A carpentry with a crew, and a department that wants a footbridge."""

    def __init__(self):
        municipality = make_organisation("Provkommunen")
        self.officer, self.pelle = make_officer(), make_coordinator()
        self.unit = make_unit("site", municipality)
        self.berit = make_colleague("host_manager", self.unit, name="Berit Tänkt")
        self.streets = make_department(self.officer, self.unit, name="Fastighet och gata")
        self.carpentry = make_activity("Snickeriet", make_unit("site", municipality))
        self.leader = make_colleague("site_leader", self.carpentry.unit)
        self.elsewhere = make_colleague("site_leader", make_unit("site", municipality))
        with as_(self.leader):
            self.crew = operations.add_crew(activity=self.carpentry, name="Lag Stig")

    def order(self, **about):
        about = {"what": "En spång, åtta meter", "wanted_by": None, "workplace": self.streets, **about}
        with as_(self.berit) as actor:
            operations.order_work(activity=self.carpentry, today=actor.today, **about)
        return CrewOrder.objects.latest("pk")


@pytest.fixture
def crews(today):
    return Crews()


@pytest.mark.requirement("R-246")
def test_a_department_orders_the_crew_makes_and_everybody_sees_what_came_of_it(client, crews, today):
    sign_in(client, crews.berit)
    sent = {
        "acting_as": crews.berit.pk,
        "form": "order",
        "order-what": "En spång, åtta meter",
        "order-activity": crews.carpentry.pk,
        "order-workplace": crews.streets.pk,
    }
    assert client.post("/orders/", {**sent, "order-wanted_by": "2020-01-01"}).status_code == 422
    assert client.post("/orders/", sent).status_code == 302
    order = CrewOrder.objects.get()
    sign_in(client, crews.leader)
    take = {
        "acting_as": crews.leader.pk,
        "form": "take",
        "row": order.pk,
        f"take-{order.pk}-crew": crews.crew.pk,
        f"take-{order.pk}-risks": "Halt",
        f"take-{order.pk}-starts_on": str(today),
        f"take-{order.pk}-ends_on": str(today + timedelta(days=5)),
    }
    assert client.post("/orders/", take).status_code == 302
    job = CrewJob.objects.get()
    assert (job.what, job.place) == ("En spång, åtta meter", f"Fastighet och gata, {crews.streets.name}")
    made = {
        "acting_as": crews.leader.pk,
        "form": "made",
        "row": order.pk,
        f"made-{order.pk}-made": "En spång över bäcken",
        f"made-{order.pk}-made_on": str(today),
    }
    assert client.post("/orders/", {**made, f"made-{order.pk}-made_on": "2030-01-01"}).status_code == 422
    assert client.post("/orders/", made).status_code == 302
    for who in (crews.berit, crews.pelle, crews.officer):
        sign_in(client, who)
        shown = text(client.get("/orders/"))
        assert "En spång över bäcken" in shown
        assert "beställt av Berit Tänkt" in shown


def test_only_the_site_of_the_crew_answers_once_and_only_departments_order(crews, today):
    order = crews.order()
    with as_(crews.elsewhere):
        assert CrewOrder.objects.update(declined="Nej") == 0
    with as_(crews.berit):
        assert CrewOrder.objects.update(made="Smyg", made_on=today) == 0
    with as_(crews.leader):
        operations.decline_order(order=order, declined="För mycket att göra")
        with pytest.raises(Refused, match="har redan svarat"), transaction.atomic():
            about = {"crew": crews.crew, "risks": "Halt", "starts_on": today, "ends_on": today + timedelta(days=1)}
            operations.take_order(order=order, **about)
    company = make_employer(crews.officer)
    about = {"activity_id": crews.carpentry.pk, "ordered_for": "x", "what": "Smyg"}
    stranger = make_coordinator("Grannkommunen")
    for who, workplace in (
        (crews.leader, crews.streets.pk),
        (crews.officer, crews.streets.pk),
        (stranger, crews.streets.pk),
        (make_colleague("host_manager", crews.elsewhere.unit), crews.streets.pk),
        (crews.berit, company.pk + 10**6),
    ):
        with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            CrewOrder.objects.create(workplace_id=workplace, **about)
    with pytest.raises(Refused, match="passerat"):
        crews.order(wanted_by=date(2026, 1, 1))


def test_orders_are_the_municipalitys_own_and_the_database_says_whom_they_are_for(client, crews, today):
    order = crews.order()
    neighbour = make_organisation("Grannkommunen")
    company = make_organisation("Ett bolag", kind="partner", basis="provider")
    strangers = [
        make_coordinator("Grannkommunen"),
        make_colleague("site_leader", make_unit("site", neighbour)),
        make_colleague("site_leader", make_unit("site", company)),
    ]
    for who in strangers:
        with as_(who):
            assert not CrewOrder.objects.exists()
        sign_in(client, who)
        assert order.what not in text(client.get("/orders/"))
    for body in (neighbour, company):
        theirs = make_activity("Annans snickeri", make_unit("site", body))
        with as_(crews.berit), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            CrewOrder.objects.create(activity_id=theirs.pk, workplace_id=crews.streets.pk, what="Smyg")
    with as_(crews.berit):
        about = {"activity_id": crews.carpentry.pk, "workplace_id": crews.streets.pk, "what": "Vimplar"}
        CrewOrder.objects.create(ordered_for="Kim Persson, 070-000 00 00", **about)
    with as_(crews.leader):
        said = set(CrewOrder.objects.values_list("ordered_for", flat=True))
    assert said == {f"Fastighet och gata, {crews.streets.name}"}
