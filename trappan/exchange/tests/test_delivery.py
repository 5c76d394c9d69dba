"""Files to authorities: ordered, checked, made by the worker, taken by whoever ordered them and by nobody else."""

import csv
import hashlib
import io
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.exchange import operations
from trappan.exchange.jobs import expire, make, waiting
from trappan.exchange.models import Delivery, DeliveryFile
from trappan.exchange.periods import Period
from trappan.history.models import Event
from trappan.insight.testing import MONTH, make_months
from trappan.insight.tests.test_board import LAST, cell
from trappan.people.models import Number, Person
from trappan.people.testing import make_person, test_number
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.secrecy.acting import NotActing
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db
DELIVERIES, FAULTS = reverse("exchange:deliveries"), reverse("exchange:faults")
YEAR, QUARTER = date(2025, 1, 1), date(2026, 7, 1)


def made(by, kind="statistics_month", first=LAST):
    """Let somebody order a file and the worker make it."""
    with as_(by):
        row = operations.order_delivery(kind=kind, first=first)
    make(row)
    return Delivery.objects.get(pk=row)


def again(by, delivery, reason="Ett hushåll saknades"):
    with as_(by):
        row = operations.order_version(delivery=delivery, reason=reason)
    make(row)
    return Delivery.objects.get(pk=row)


def sent(by, delivery):
    with as_(by):
        operations.send_delivery(delivery=delivery)
    delivery.refresh_from_db()


def page_of(delivery):
    return reverse("exchange:delivery", args=[delivery.pk])


def file_of(delivery):
    return DeliveryFile.objects.get(pk=delivery.pk).content


def rows_of(delivery):
    return list(csv.DictReader(io.StringIO(file_of(delivery), newline="")))


def found(delivery, check):
    [line] = [one for one in delivery.report if one["check"] == check]
    return line


def numbered(number, back=0b10):
    person = make_months(back)
    Number.objects.filter(person=person).delete()
    if number:
        Number.objects.create(person=person, number=number)
    return person


class TestMonth:
    def test_a_household_is_a_line_and_the_file_is_what_its_digest_says(self, controller):
        person = numbered("199111052399")
        child = Person.objects.create(given_name="Lilla", family_name="Påhitt")
        month = SupportMonth.objects.get(person=person)
        SupportMonth.objects.filter(pk=month.pk).update(household_type=6, obstacle="sick", amount=8450)
        SupportMonth.objects.create(
            person=child, household=month.household, month=LAST, role="child", household_type=6, obstacle="none"
        )
        delivery = made(controller)
        assert rows_of(delivery) == [
            {
                "manad": "2026-10-01",
                "registerledare": "199111052399",
                "medsokande": "",
                "hushallstyp": "6",
                "antal_barn": "1",
                "forsorjningshinder_registerledare": "3",
                "forsorjningshinder_medsokande": "",
                "bistand_kronor": "8450",
            }
        ]
        assert delivery.digest == hashlib.sha256(file_of(delivery).encode()).hexdigest()
        assert (delivery.rows, delivery.columns[1], delivery.faults) == (1, "registerledare", 0)

    def test_the_report_finds_what_must_be_put_right_and_counts_it(self, controller):
        numbered("")
        numbered("199111052388")
        without = make_months(0b10)
        SupportMonth.objects.filter(person=without).update(role="co_applicant")
        couple = make_months(0b10)
        SupportMonth.objects.filter(person=couple).update(household_type=7)
        cell("households", LAST, 5)
        delivery = made(controller)
        checks = ("no_number", "no_leader", "other_type", "households")
        assert {one: found(delivery, one)["is_fault"] for one in checks} == dict.fromkeys(checks, True)
        assert delivery.faults == 4

    def test_the_figure_that_is_told_of_the_month_and_the_file_agree(self, controller):
        numbered("199111052399")
        cell("households", LAST, 1)
        assert not found(made(controller), "households")["is_fault"]

    def test_before_the_figure_is_told_the_pages_say_that_a_check_remains(self, client, controller):
        numbered("199111052399")
        delivery = made(controller)
        sign_in(client, controller)
        page = text(client.get(page_of(delivery)))
        assert "inte kontrollerat än" in page
        assert "Gör om den när månaden visas" in page
        assert "Gjord, en kontroll återstår" in text(client.get(DELIVERIES))
        cell("households", LAST, 1)
        again(controller, delivery)
        assert "Gjord, inget att rätta" in text(client.get(DELIVERIES))

    def test_a_number_for_tests_is_found_but_in_the_demo(self, controller, settings):
        numbered("199111052388")
        settings.DEMO = False
        assert found(made(controller), "test_number") == {"check": "test_number", "found": 1, "is_fault": True}
        settings.DEMO = True
        delivery = again(controller, Delivery.objects.get())
        assert [one for one in delivery.report if one["check"] == "test_number"] == []


class TestYear:
    def test_the_whole_year_is_every_month_and_says_where_it_differs_from_what_was_sent(self, controller):
        person = make_months(0b11 << 22)  # December 2024, January 2025
        make_months(0b1 << 11)  # December 2025
        january = made(controller, first=YEAR)
        sent(controller, january)
        SupportMonth.objects.filter(person=person, month=YEAR).update(month=date(2025, 2, 1))
        SupportMonth.objects.filter(person=person, month=date(2024, 12, 1)).update(month=YEAR)
        make_months(0b1 << 22)
        whole = made(controller, "statistics_year", YEAR)
        assert [one["manad"][:7] for one in rows_of(whole)].count("2025-01") == 2
        assert found(whole, "sent") == {"check": "sent", "month": "2025-01", "is_open": False, "is_fault": True}

    def test_a_correction_is_another_version_of_the_whole(self, controller):
        make_months(0b10)
        first = made(controller)
        sent(controller, first)
        make_months(0b10)
        with as_(controller), pytest.raises(Refused, match="finns redan"):
            operations.order_delivery(kind="statistics_month", first=LAST)
        second = again(controller, first)
        first.refresh_from_db()
        assert (first.rows, second.rows, second.version, second.reason) == (1, 2, 2, "Ett hushåll saknades")
        assert second.digest == hashlib.sha256(file_of(second).encode()).hexdigest() != first.digest
        with as_(controller), pytest.raises(Refused, match="annan version"):
            operations.send_delivery(delivery=first)
        with as_(controller), pytest.raises(Refused, match="personnumret"):
            operations.order_version(delivery=second, reason="Om 19850505-1234")


class TestFigures:
    @pytest.mark.requirement("R-161")
    def test_each_item_of_koladas_is_the_value_that_the_board_shows_and_hidden_where_that_is(self, controller):
        months = [date(2025, month, 1) for month in range(1, 13)]
        for month in months:
            cell("long_term", month, 300, 1000)
            cell("long_term", month, 120, 400, gender="K")
            cell("long_term", month, 3, 600, shown=False, gender="M")
            cell("other_support", month, 97, 100)
        delivery = made(controller, "kolada_items", YEAR)
        rows = [one for one in rows_of(delivery) if one["manad"] == "2025-03"]
        with as_(controller):
            shown = database.rows("insight_read", ["long_term"], [], YEAR, YEAR)
        assert {(one["nyckeltal"], one["kon"]): (one["varde"], one["varde_hos_oss"]) for one in rows} == {
            ("N31814", "T"): ("30", "30"),
            ("N31814", "K"): ("30", "30"),
            ("N31814", "M"): ("", ""),
            ("N31825", "T"): ("3", "97"),
        }
        assert float(rows[0]["varde_hos_oss"]) in {shown[0].value, 97}
        told = {one["kolada"]: one["found"] for one in delivery.report if one["check"] == "item"}
        assert (told["N31814"], told["U40406"]) == (12, 0)

    def test_a_quarter_is_frozen_in_fives_and_an_unfinished_one_is_refused(self, controller):
        delivery = made(controller, "supervision_quarter", QUARTER)
        rows = rows_of(delivery)
        assert {one["kvartal"] for one in rows} == {"2026-3"}
        assert Period(delivery.kind, delivery.first).words == "Tillsynen, kvartal 3 2026"
        assert {int(one[what]) % 5 for one in rows for what in ("anvisade", "nedsatt", "avslag")} == {0}
        with as_(controller), pytest.raises(Refused, match="inte slut"):
            operations.order_delivery(kind="supervision_quarter", first=date(2026, 10, 1))
        for kind, first in (("statistics_month", MONTH), ("statistics_month", date(2026, 9, 2)), ("else", LAST)):
            with as_(controller), pytest.raises(Refused, match="inte slut"):
                operations.order_delivery(kind=kind, first=first)

    def test_what_a_spreadsheet_would_carry_out_is_defused_without_changing_the_rest(self):
        layout = '{"columns": [{"heading": "a", "fact": "x"}, {"heading": "b", "fact": "y"}]}'
        line = database.value("exchange_line", '{"x": "=1+1", "y": "Å, och \\"Ä\\""}', layout)
        assert line == '\'=1+1,"Å, och ""Ä"""\r\n'


class TestWhoMay:
    def test_the_file_is_taken_by_whoever_ordered_it_and_it_is_noted(self, client, controller):
        make_months(0b10)
        delivery = made(controller)
        sign_in(client, controller)
        answer = client.get(page_of(delivery) + "?file=csv")
        assert answer.content.decode() == file_of(delivery)
        assert (answer["Cache-Control"], "statistics-month-2026-10-v1.csv" in answer["Content-Disposition"]) == (
            "no-store",
            True,
        )
        event = Event.objects.get(verb="exchange.take_file")
        assert (event.actor, event.details["rows"], event.details["columns"]) == (controller, 1, delivery.columns)
        assert event.details["filters"] == {"first": "2026-10-01", "after": "2026-11-01"}
        assert controller.colleague.name in text(client.get(page_of(delivery)))
        other = make_colleague("controller", controller.unit)
        sign_in(client, other)
        assert client.get(page_of(delivery)).status_code == 200
        assert client.get(page_of(delivery) + "?file=csv").status_code == 404

    def test_who_lost_the_right_opens_no_file_made_before(self, client, controller):
        make_months(0b10)
        delivery = made(controller)
        director = make_colleague("director", controller.unit)
        director = Membership.objects.create(
            colleague=controller.colleague,
            unit=controller.unit,
            role="director",
            confirmed_at=director.confirmed_at,
            starts_on=director.starts_on,
        )
        with as_(controller):
            assert database.value("exchange_take_file", delivery.pk)
        Membership.objects.filter(pk=controller.pk).update(ends_on=TODAY)
        with pytest.raises(NotActing), as_(controller):
            database.value("exchange_take_file", delivery.pk)
        with as_(director):
            assert database.value("exchange_take_file", delivery.pk) is None
        sign_in(client, director)
        assert client.get(page_of(delivery) + "?file=csv").status_code == 403

    @pytest.mark.parametrize("role", ["social_worker", "board_reader", "director", "head_of_unit", "supervisor"])
    def test_the_database_refuses_everybody_else(self, client, controller, role):
        delivery = made(controller)
        other = make_colleague(role, controller.unit)
        with as_(other):
            assert database.query("SELECT id FROM exchange_delivery") == []
            assert database.query("SELECT * FROM exchange_taking") == []
            assert database.rows("exchange_due") == []
            assert database.value("exchange_take_file", delivery.pk) is None
            for statement in (
                "SELECT * FROM exchange_deliveryfile",
                "SELECT rows FROM exchange_delivery",
                "SELECT exchange_protected_mark('2026-10-01', '2026-10-01')",
                "SELECT * FROM exchange_households('2026-10-01', '2026-10-01')",
                "SELECT * FROM exchange_faults('2026-10-01', '2026-10-01', false, '{}')",
                "SELECT exchange_make(1, '{}', true)",
                "INSERT INTO exchange_taking (delivery_id) VALUES (1)",
            ):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)
            with pytest.raises(Refused, match="controller"):
                operations.order_delivery(kind="statistics_month", first=date(2026, 9, 1))
            with pytest.raises(Refused, match="controller"):
                operations.send_delivery(delivery=delivery)
        sign_in(client, other)
        for page in (DELIVERIES, page_of(delivery)):
            assert client.get(page).status_code == 403

    def test_not_even_a_controller_reads_the_content_how_long_it_is_or_a_neighbours_delivery(self, controller):
        delivery = made(controller)
        for asked in ("* FROM exchange_deliveryfile", "rows FROM exchange_delivery"):
            with as_(controller), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute(f"SELECT {asked}")
        neighbour = make_colleague("controller", make_unit("management", make_organisation("Grannkommunen")))
        with as_(neighbour):
            assert database.query("SELECT id FROM exchange_delivery") == []
            assert database.value("exchange_take_file", delivery.pk) is None
            with pytest.raises(Refused, match="en kommun"):
                operations.order_delivery(kind="statistics_month", first=date(2026, 9, 1))

    def test_the_file_is_emptied_when_it_is_kept_no_longer(self, client, controller):
        delivery = made(controller)
        assert delivery.expires_on == TODAY + timedelta(days=30)
        set_today(delivery.expires_on)
        with as_(controller):
            assert database.value("exchange_take_file", delivery.pk) is None
        expire()
        assert file_of(delivery) is None
        sign_in(client, controller)
        assert "finns inte kvar" in text(client.get(page_of(delivery)))


class TestOnTheDesk:
    def test_what_is_due_stands_on_the_desk_until_it_is_sent(self, client, controller):
        sign_in(client, controller)
        board = reverse("insight:board")
        with as_(controller):
            due = {one.kind: (one.first, one.due) for one in database.rows("exchange_due")}
        assert due == {
            "statistics_month": (LAST, date(2026, 11, 15)),
            "statistics_year": (YEAR, date(2026, 4, 30)),
            "kolada_items": (YEAR, date(2026, 12, 31)),
        }, "the duty began in October: no quarter is over"
        assert "3 filer ska levereras" in text(client.get(board))
        order = {"acting_as": controller.pk, "form": "order", "order-period": "statistics_month:2026-10-01"}
        assert client.post(DELIVERIES, order).status_code == 302
        [row] = waiting()
        assert "Görs nu" in text(client.get(DELIVERIES))
        make(row)
        page = reverse("exchange:delivery", args=[row])
        assert client.post(page, {"acting_as": controller.pk, "form": "send"}).status_code == 302
        assert "2 filer ska levereras" in text(client.get(board))
        assert "Skickad" in text(client.get(DELIVERIES))
        anew = {"acting_as": controller.pk, "form": "anew", "anew-reason": "Ett belopp var fel"}
        assert client.post(page, anew).status_code == 302
        assert Delivery.objects.get(version=2).reason == "Ett belopp var fel"
        set_today(date(2027, 1, 4))
        with as_(controller):
            quarters = [one for one in database.rows("exchange_due") if one.kind == "supervision_quarter"]
        assert [(one.first, one.due) for one in quarters] == [(date(2026, 10, 1), date(2027, 1, 31))]

    def test_a_killed_worker_leaves_the_order_and_makes_it_once(self, controller):
        with as_(controller):
            row = operations.order_delivery(kind="statistics_month", first=LAST)
        with pytest.raises(RuntimeError), transaction.atomic():
            make(row)
            raise RuntimeError
        assert list(waiting()) == [row]
        make(row)
        digest = Delivery.objects.get().digest
        make(row)
        assert (list(waiting()), Delivery.objects.get().digest) == ([], digest)

    def test_pages_ask_a_steady_number_of_questions(self, client, controller, django_assert_max_num_queries):
        for month in range(1, 7):
            made(controller, first=date(2026, month, 1))
        sign_in(client, controller)
        client.get(DELIVERIES)
        for page in (DELIVERIES, page_of(Delivery.objects.first())):
            with django_assert_max_num_queries(12):
                assert client.get(page).status_code == 200


class TestFaults:
    def test_each_fault_leads_whoever_holds_the_support_to_the_person_and_nobody_else(self, client, controller):
        unit = make_unit("social_service", controller.unit.organisation)
        mine, other = (
            make_colleague("social_worker", unit),
            make_colleague("social_worker", make_unit("social_service", controller.unit.organisation)),
        )
        person = make_person(mine, number=test_number())
        household = SupportMonth.objects.get(person=make_months(0b10)).household
        SupportMonth.objects.create(
            person=person, household=household, month=LAST, role="co_applicant", household_type=3, obstacle="none"
        )
        SupportMonth.objects.filter(household=household).exclude(person=person).delete()
        assert found(made(controller), "no_leader")["found"] == 1
        sign_in(client, mine)
        page = markup(client.get(FAULTS))
        assert reverse("assistance:support", args=[person.pk]) in page
        sign_in(client, other)
        assert person.name not in text(client.get(FAULTS))
        sign_in(client, controller)
        assert client.get(FAULTS).status_code == 403
        SupportMonth.objects.filter(person=person).update(role="applicant")
        sign_in(client, mine)
        assert "Inget att rätta" in text(client.get(FAULTS))
        SupportMonth.objects.filter(person=person).update(role="co_applicant", month=date(2025, 5, 1))
        assert "Inget att rätta" in text(client.get(FAULTS)), "no file of May waits"
        made(controller, "statistics_year", YEAR)
        sign_in(client, mine)
        assert "Maj 2025" in text(client.get(FAULTS)).replace("maj", "Maj"), "the year's file waits for it"
