"""Before individual data are delivered: what is missing, of whom and where, and no file until the rules open it."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.attendance.testing import put
from trappan.cases.testing import make_case
from trappan.exchange import operations
from trappan.exchange.jobs import make
from trappan.exchange.models import Delivery, DeliveryFile
from trappan.exchange.tests.test_delivery import FAULTS, LAST, file_of, found, made, numbered, page_of, rows_of
from trappan.people.models import Number, Person
from trappan.refusals import Refused
from trappan.rules.models import RuleSet
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db
KIND = Delivery.Kind.INDIVIDUAL


@pytest.fixture
def site(controller):
    """A provider's kitchen, whose organisation has no number."""
    provider = make_organisation("Föreningen Påhitt", kind="partner", basis="provider", kept_by=None)
    return make_activity("Köket", make_unit("site", provider, name="Kök Öst"))


def come(activity, count=1):
    """Let so many come there each Thursday in October, whom nobody marks; return their cases."""
    set_today(date(2026, 9, 24))
    cases = [make_case() for _each in range(count)]
    for case in cases:
        put(case, activity, "tor 9-12", date(2026, 10, 1))
    set_today(TODAY)
    return cases


def open_from(month):
    """Let the rules have individual data delivered from a month on."""
    for rules in RuleSet.objects.all():
        RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "individual_from": month})


class TestPreparation:
    def test_the_report_says_what_is_missing_and_there_is_no_file(self, client, controller):
        numbered("199111052399")
        without = numbered("")
        delivery = made(controller, KIND)
        assert (delivery.is_trial, delivery.rows, delivery.digest) == (True, 0, "")
        assert not DeliveryFile.objects.exists()
        assert found(delivery, "no_number") == {"check": "no_number", "found": 1, "is_fault": True}
        sign_in(client, controller)
        page = text(client.get(page_of(delivery)))
        for said in ("Juli 2027".lower(), "Vilka uppgifter som kommer att begäras är inte känt", "ingen fil"):
            assert said in page
        assert without.name not in page
        assert "199111052399" not in page
        assert client.get(page_of(delivery), {"file": "csv"}).status_code == 404
        with as_(controller), pytest.raises(Refused):
            operations.send_delivery(delivery=delivery)

    def test_a_site_is_told_of_five_people_or_more_and_lacks_its_number_whoever_comes(self, client, controller, site):
        come(site, 4)
        hidden = found(made(controller, KIND), "site")
        assert (hidden["days"], hidden["unmarked"], hidden["lacks_number"]) == (None, None, True)
        [fifth] = come(site)
        with as_(controller):
            row = operations.order_version(delivery=Delivery.objects.defer("rows").get(), reason="En till kom dit")
        make(row)
        delivery = Delivery.objects.defer("rows").get(pk=row)
        told = found(delivery, "site")
        assert (told["site"], told["organisation"], told["days"]) == ("Kök Öst", "Föreningen Påhitt", 0)
        assert told["unmarked"] == 25, "five Thursdays of five people"
        assert found(delivery, "unmarked")["found"] == 5
        Person.objects.filter(pk=fifth.person_id).update(protection="marked")
        with as_(controller):
            row = operations.order_version(delivery=delivery, reason="En gång till")
        make(row)
        again = Delivery.objects.defer("rows").get(pk=row)
        assert again.report == delivery.report, "nobody can tell who became protected"
        sign_in(client, controller)
        page = text(client.get(page_of(again)))
        assert "ej markerade: 25; organisationsnumret saknas" in page
        assert fifth.person.name not in page

    def test_what_is_missing_leads_whoever_holds_the_plan_to_it_and_nobody_else(self, client, controller, site):
        [case] = come(site)
        other = make_colleague("consultant")
        sign_in(client, case.responsible)
        assert case.person.name not in text(client.get(FAULTS)), "nothing has been prepared"
        made(controller, KIND)
        page = client.get(FAULTS)
        assert reverse("attendance:attendance", args=[case.person_id]) + "?month=2026-10" in markup(page)
        sign_in(client, other)
        assert case.person.name not in text(client.get(FAULTS))


class TestTheFile:
    def test_it_is_made_of_a_month_that_the_rules_open_and_of_none_before(self, client, controller, site):
        open_from("2026-10-01")
        [case] = come(site)
        protected = numbered("199204042394")
        Person.objects.filter(pk=protected.pk).update(protection="marked")
        assert made(controller, KIND, date(2026, 9, 1)).is_trial
        delivery = made(controller, KIND)
        assert not delivery.is_trial
        number = Number.objects.get(person_id=case.person_id).number
        [row] = rows_of(delivery)
        assert (row["personnummer"], row["insats"], row["forsta_dag"], row["dagar_narvarande"]) == (
            number,
            "arbetsplats",
            "2026-10-01",
            "0",
        )
        sign_in(client, controller)
        assert client.get(page_of(delivery), {"file": "csv"}).content.decode() == file_of(delivery)
        Person.objects.filter(pk=case.person_id).update(protection="marked")
        assert file_of(delivery) is None, "two files would tell who it was"

    @pytest.mark.parametrize("role", ["social_worker", "consultant", "board_reader", "supervisor", "controller"])
    def test_the_database_hands_out_nobody(self, controller, role):
        asker = controller if role == "controller" else make_colleague(role, controller.unit)
        with as_(asker):
            for statement in (
                "SELECT * FROM exchange_individuals('2026-10-01')",
                "SELECT * FROM exchange_individual_faults('2026-10-01', true, '{}')",
                "SELECT exchange_individual_report('2026-10-01', true, '{}', false)",
            ):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)
            if role != "controller":
                with pytest.raises(Refused, match="controller"):
                    operations.order_delivery(kind=KIND, first=LAST)
