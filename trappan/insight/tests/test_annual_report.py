"""A partner's report of a year: opened, written, frozen, sent, back, signed and delivered; silence is not nothing."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.insight.testing import keep_year
from trappan.partnerships import operations
from trappan.partnerships.forms import ReportForm
from trappan.partnerships.models import AnnualReport, ReportCount, ReportFigures, ReportStep
from trappan.partnerships.testing import make_budget, make_report, make_signatory, make_signed
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Overtaken, Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
TEXTS = {
    "done": "Vi öppnade ett kök",
    "learnt": "Inget särskilt",
    "asks": "Fler förslag",
    "answers": "Verksamhetschefen",
}
DUE = TODAY + timedelta(days=18)


@pytest.fixture
def house(today):
    class House:
        municipality = make_organisation("Ekelunda kommun")
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        other = make_organisation("Navet", kind="association", basis="cooperation")
        head = make_colleague("head_of_unit", make_unit("labour_market", municipality))
        director = make_colleague("director", make_unit("management", municipality))
        controller = make_colleague("controller", director.unit)
        leader = make_colleague("site_leader", make_unit("site", partner))
        signs = make_colleague("site_leader", make_unit("site", partner))
        supervisor = make_colleague("supervisor", leader.unit)
        own_leader = make_colleague("site_leader", make_unit("site", municipality))
        stranger = make_colleague("site_leader", make_unit("site", other))
        head_abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannby kommun")))
        agreed = make_signed(head, director, partner, name="Hoppfull framtid")

    make_signatory(House.head, House.agreed, House.signs)
    House.report = make_report(House.head, House.agreed, 2025, due_on=DUE)
    House.page = reverse("insight:annual_report", args=[House.report.pk])
    return House


def write(house, **about):
    with as_(house.leader):
        edition = ReportForm.begun(AnnualReport.objects.get(pk=house.report.pk))["edition"]
        operations.write_report(report=house.report, **{**TEXTS, "edition": edition, **about})


def freeze(house, who=None, **figures):
    keep_year(house.report, figures or {"people": 130})
    with as_(who or house.leader):
        operations.freeze_report(report=house.report)


def do(who, verb, house, **about):
    with as_(who):
        getattr(operations, verb)(report=house.report, today=TODAY, **about)


def hand_in(house):
    """Let the leader finish the report and the partner's signatory sign it, which sends it."""
    do(house.leader, "finish_report", house)
    do(house.signs, "send_report", house, read=latest_step(house))


def latest_step(house):
    return house.report.steps.latest("pk").pk


def state(house):
    return AnnualReport.objects.get(pk=house.report.pk).state


def send(house):
    write(house)
    freeze(house)
    hand_in(house)


def sign(house):
    send(house)
    do(house.director, "sign_report", house, read=latest_step(house))


def waits(who):
    with as_(who) as actor:
        return [(one.why, one.late) for one in waiting_for(actor)]


def said(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(text(answer))).split())


def read(client, house, who):
    sign_in(client, who)
    return said(client.get(house.page))


class TestOpened:
    @pytest.mark.requirement("R-204")
    def test_it_stands_with_the_partner_until_it_is_sent_then_with_who_signs_and_who_delivers(self, house, client):
        assert waits(house.leader) == [("Skriv årsrapporten för 2025, senast 30 november 2026", False)]
        assert waits(house.stranger) == waits(house.director) == waits(house.own_leader) == []
        sign_in(client, house.leader)
        assert "Skriv årsrapporten för 2025" in said(client.get("/", follow=True))
        set_today(DUE + timedelta(days=1))
        assert waits(house.leader) == [("Skriv årsrapporten för 2025, senast 30 november 2026", True)]
        set_today(TODAY)
        send(house)
        assert waits(house.leader) == []
        assert waits(house.director) == [("Årsrapporten för 2025 är skickad: läs och underteckna den", False)]
        do(house.director, "sign_report", house, read=latest_step(house))
        assert waits(house.director) == []
        assert waits(house.head) == [("Årsrapporten för 2025 är undertecknad: lämna den vidare", False)]
        for to, whom in (("department", "Avdelningen"), ("board", "Bildningsnämnden")):
            assert state(house) == "signed"
            do(house.head, "deliver_report", house, to=to, whom=whom, day=TODAY)
        assert state(house) == "delivered"
        assert waits(house.head) == []
        shown = read(client, house, house.leader)
        assert "Lämnad Bildningsnämnden" in shown

    def test_once_a_year_and_only_of_a_year_in_which_it_held(self, house):
        for year, why in ((2025, "öppnad redan"), (2017, "gällde inte det året"), (2027, "har inte börjat")):
            with as_(house.head), pytest.raises(Refused, match=why):
                operations.open_report(agreement=house.agreed, year=year, due_on=DUE, today=TODAY)
        with as_(house.head), pytest.raises(Refused, match="har varit"):
            operations.open_report(agreement=house.agreed, year=2024, due_on=TODAY - timedelta(days=1), today=TODAY)

    @pytest.mark.django_db(transaction=True)
    def test_two_who_open_it_at_once_open_one(self, house, client):
        sign_in(client, house.head)
        about = {"agreement": house.agreed, "year": 2024, "due_on": DUE, "today": TODAY}
        at_the_same_moment(*[by(house.head, lambda _actor: operations.open_report(**about)) for _ in range(4)])
        assert AnnualReport.objects.filter(year=2024).count() == 1


class TestWritten:
    def test_what_is_missing_is_said_and_nothing_incomplete_is_sent(self, house, client):
        budget = make_budget(house.head, house.agreed, 2025)
        with as_(house.controller):
            operations.approve(money=budget)
        with pytest.raises(Refused, match=r"talen är inte frysta, .*kostnaden"):
            do(house.leader, "finish_report", house)
        assert "Kostnaden för året" in read(client, house, house.leader)
        with as_(house.leader), pytest.raises(DatabaseError, match="not whole"), transaction.atomic():
            ReportStep.objects.create(report=house.report, kind="finished", day=TODAY)
        write(house)
        freeze(house)
        with pytest.raises(Refused, match="kostnaden för året"):
            do(house.leader, "finish_report", house)
        with as_(house.leader):
            operations.report_cost(budget=budget, today=TODAY, as_of=date(2025, 12, 31), amount_ore=206_120_000)
        hand_in(house)
        with as_(house.leader):
            operations.report_cost(budget=budget, today=TODAY, as_of=date(2025, 12, 31), amount_ore=1)
        assert "2 061 200 kr" in read(client, house, house.head), "as it was reported when it was sent"

    def test_who_saves_second_is_told_and_nothing_is_written_after_it_is_sent(self, house, client):
        begun = ReportForm.begun(AnnualReport.objects.get())["edition"]
        write(house)
        with pytest.raises(Overtaken):
            write(house, edition=begun, done="Något annat")
        freeze(house)
        hand_in(house)
        with pytest.raises(Refused, match="skrivs inget"):
            write(house, done="Efteråt")
        with as_(house.leader):
            assert AnnualReport.objects.filter(pk=house.report.pk).update(done="Efteråt") == 0
        sign_in(client, house.leader)
        assert client.get(reverse("partnerships:write_report", args=[house.report.pk])).status_code == 302

    def test_nobody_stands_there_by_number(self, house):
        with pytest.raises(Refused, match="personnumret"):
            write(house, done="Vi träffade 19910105-2396")
        send(house)
        with pytest.raises(Refused, match="personnumret"):
            do(house.head, "send_report_back", house, comment="Om 19910105-2396")


class TestSent:
    def test_back_with_a_comment_that_is_read_and_sent_again(self, house, client):
        send(house)
        with pytest.raises(Refused, match="vad som saknas"):
            do(house.head, "send_report_back", house, comment="")
        do(house.head, "send_report_back", house, comment="Skriv vad som inte gick")
        assert waits(house.leader) == [
            ("Årsrapporten för 2025 är tillbaka med en kommentar, senast 30 november 2026", False)
        ]
        assert "Skriv vad som inte gick" in read(client, house, house.leader)
        write(house, learnt="Två handledare slutade")
        hand_in(house)
        assert [one.kind for one in ReportStep.objects.all()] == [
            *("opened", "finished", "sent", "sent_back", "finished", "sent")
        ]
        with pytest.raises(Refused, match="längre"):
            do(house.leader, "finish_report", house)

    def test_not_signed_by_whoever_read_it_before_it_was_sent_back(self, house, client):
        send(house)
        sign_in(client, house.director)
        shown = client.get(house.page).context["acts"]["sign"].bound.initial["read"]
        do(house.head, "send_report_back", house, comment="Siffran")
        hand_in(house)
        client.post(house.page, {"acting_as": house.director.pk, "form": "sign", "sign-read": shown})
        assert state(house) == "sent"
        with pytest.raises(Refused, match="Läs den som den är nu"):
            do(house.director, "sign_report", house, read=shown)

    def test_not_signed_by_whoever_works_with_the_partner_though_another_sent_it(self, house):
        send(house)
        both = Membership.objects.get(pk=house.director.pk)
        there = make_colleague("supervisor", house.leader.unit)
        Membership.objects.filter(pk=there.pk).update(colleague=both.colleague)
        with pytest.raises(Refused, match="arbetar hos partnern"):
            do(house.director, "sign_report", house, read=latest_step(house))
        assert state(house) == "sent"

    def test_delivered_only_when_signed_once_to_each_and_not_tomorrow(self, house):
        send(house)
        about = {"to": "board", "whom": "Nämnden", "day": TODAY}
        with pytest.raises(Refused, match="längre"):
            do(house.head, "deliver_report", house, **about)
        do(house.director, "sign_report", house, read=latest_step(house))
        with pytest.raises(Refused, match="dagen"):
            do(house.head, "deliver_report", house, **{**about, "day": TODAY + timedelta(days=1)})
        do(house.head, "deliver_report", house, **about)
        with pytest.raises(Refused, match="redan"):
            do(house.head, "deliver_report", house, **about)

    def test_nothing_to_report_is_an_answer_that_can_be_undone(self, house, client):
        do(house.leader, "say_nothing_to_report", house, comment="Stängt hela året")
        set_today(DUE + timedelta(days=1))
        assert waits(house.leader) == []
        sign_in(client, house.head)
        shown = said(client.get(reverse("partnerships:reports")))
        assert "Inget att rapportera" in shown
        assert "Sen" not in shown.split("Årsrapporter")[-1].split()
        do(house.leader, "undo_nothing_to_report", house)
        assert waits(house.leader)[0][1] is True
        assert "Sen" in said(client.get(reverse("partnerships:reports")))


class TestFrozen:
    @pytest.mark.requirement("R-204", "R-208")
    def test_last_year_stands_beside_and_a_later_correction_is_a_banner_with_the_difference(self, house, client):
        before = make_report(house.head, house.agreed, 2024, due_on=DUE)
        keep_year(before, {"people": 118, "places": 28})
        with as_(house.head):
            operations.freeze_report(report=before)
        write(house)
        freeze(house, people=130, places=36, hours_attended=None)
        hand_in(house)
        shown = read(client, house, house.head)
        assert "118 130 +12" in shown
        assert "har ändrats sedan" not in shown
        keep_year(house.report, {"people": 136, "places": 36, "hours_attended": 500})
        shown = read(client, house, house.leader)
        assert "Deltog: 130 → 136" in shown
        assert "Närvarotimmar: döljs → 500" in shown
        assert "130 nu 136" in shown
        assert ReportFigures.objects.filter(report=house.report).get().figures[0]["value"] == 130

    def test_a_correction_of_few_is_told_as_corrected_alone(self, house, client):
        freeze(house, people=130)
        keep_year(house.report, {"people": 130}, corrected=True)
        shown = read(client, house, house.leader)
        assert "rättat" in shown
        assert "så få personer" in shown

    def test_not_before_they_are_counted_nor_after_it_is_sent(self, house, client):
        assert "när året är slut" in read(client, house, house.leader)
        with as_(house.leader), pytest.raises(Refused, match="inte räknade än"):
            operations.freeze_report(report=house.report)
        send(house)
        with as_(house.leader), pytest.raises(Refused, match="står talen som de frystes"):
            operations.freeze_report(report=house.report)
        assert ReportFigures.objects.count() == 1


class TestWhoReads:
    def test_neither_another_partner_nor_staff_of_the_site_nor_another_municipality(self, house, client):
        freeze(house)
        for who, status in (
            (house.leader, 200),
            (house.head, 200),
            (house.director, 200),
            (house.controller, 200),
            (house.stranger, 404),
            (house.own_leader, 404),
            (house.head_abroad, 404),
            (house.supervisor, 403),
        ):
            sign_in(client, who)
            for page in (house.page, reverse("insight:annual_report_paper", args=[house.report.pk])):
                assert client.get(page).status_code == status, who.role
        for who in (house.stranger, house.own_leader, house.head_abroad, house.supervisor):
            with as_(who):
                for model in (AnnualReport, ReportStep, ReportFigures):
                    assert not model.objects.exists()
                assert not ReportCount.objects.defer("base").exists()
        with as_(house.head), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query("SELECT base FROM partnerships_reportcount")

    def test_each_takes_its_own_steps_past_the_operations_too(self, house):
        send(house)
        for who, kind, about in (
            (house.leader, "signed", {}),
            (house.leader, "sent_back", {"comment": "Nej"}),
            (house.head, "signed", {}),
            (house.head, "nothing", {}),
            (house.controller, "signed", {}),
            (house.director, "delivered", {"to": "board", "whom": "Nämnden"}),
        ):
            with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                ReportStep.objects.create(report=house.report, kind=kind, day=TODAY, **about)
        with as_(house.leader), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            AnnualReport.objects.filter(pk=house.report.pk).update(state="delivered")

    def test_more_reports_ask_no_more(self, house, client, django_assert_max_num_queries):
        for year in (2021, 2022, 2023, 2024):
            make_report(house.head, house.agreed, year, due_on=DUE)
        sign_in(client, house.head)
        with django_assert_max_num_queries(12):
            assert "2021" in said(client.get(reverse("partnerships:reports")))
