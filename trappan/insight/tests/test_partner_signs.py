"""A partner's report is handed in when the partner's own signatory has signed it, and nobody signs for another."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.insight.tests.telling import hand_in, make_house, step, write
from trappan.partnerships import operations
from trappan.partnerships.models import AnnualReport, ReportStep, Signatory
from trappan.partnerships.testing import make_report, make_signatory, make_signed
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Refused
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(today):
    return make_house()


def latest(house):
    return house.report.steps.latest("pk").pk


def state(house):
    return AnnualReport.objects.get(pk=house.report.pk).state


def finish(house):
    write(house)
    step(house, house.leader, "finish_report")


def waits(who):
    with as_(who) as actor:
        return [one.why for one in waiting_for(actor)]


def navet_signs(house):
    """Let another partner have a report and a signatory of its own, who holds the same right."""
    other = make_signed(house.head, house.director, house.stranger.unit.organisation, ends_on=None, notice_months=None)
    make_signatory(house.head, other, house.stranger)
    return make_report(house.head, other, 2025)


@pytest.mark.requirement("R-054", "R-204")
def test_written_by_the_coordinator_and_sent_by_the_signatory_who_has_read_it(house, client):
    finish(house)
    assert state(house) == "to_sign"
    assert waits(house.director) == waits(house.leader) == []
    assert waits(house.signs) == [
        "Årsrapporten för 2025 är färdigskriven: läs den och underteckna för er, senast 30 november 2026"
    ]
    sign_in(client, house.leader)
    assert "Underteckna och skicka" not in markup(client.get(house.page))
    sign_in(client, house.signs)
    assert "Underteckna och skicka" in markup(client.get(house.page))
    sent = {"acting_as": house.signs.pk, "form": "send", "send-read": latest(house)}
    assert client.post(house.page, sent).status_code == 302
    assert state(house) == "sent"
    signed = ReportStep.objects.get(kind="sent")
    assert (signed.author, signed.comment) == (house.signs, "Stadgarna § 7")
    assert "Stadgarna § 7" in markup(client.get(house.page))
    assert waits(house.director) == ["Årsrapporten för 2025 är skickad: läs och underteckna den"]


def test_what_is_changed_is_signed_anew(house):
    finish(house)
    read = latest(house)
    step(house, house.signs, "resume_report", comment="Kostnaden stämmer inte")
    assert state(house) == "open"
    with pytest.raises(Refused, match="sedan du öppnade den"):
        step(house, house.signs, "send_report", read=read)
    step(house, house.leader, "finish_report")
    with pytest.raises(Refused, match="sedan du öppnade den"):
        step(house, house.signs, "send_report", read=read)
    step(house, house.signs, "send_report", read=latest(house))
    step(house, house.head, "send_report_back", comment="Siffran")
    with pytest.raises(Refused, match="kommit längre"):
        step(house, house.signs, "send_report", read=latest(house))
    hand_in(house)
    assert [one.kind for one in ReportStep.objects.all()][-3:] == ["sent_back", "finished", "sent"]


def test_nobody_signs_for_another_nor_the_coordinator_nor_the_municipality(house):
    finish(house)
    theirs = navet_signs(house)
    for who in (house.stranger, house.leader, house.other_site, house.head, house.director, house.supervisor):
        with pytest.raises(Refused):
            step(house, who, "send_report", read=latest(house))
        with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ReportStep.objects.create(report=house.report, kind="sent", day=TODAY)
    with as_(house.signs):
        assert not AnnualReport.objects.filter(pk=theirs.pk).exists()
    with as_(house.signs), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ReportStep.objects.create(report=theirs, kind="sent", day=TODAY)
    assert state(house) == "to_sign"


def test_taken_off_or_gone_one_signs_no_more(house):
    finish(house)
    with as_(house.head):
        operations.take_off_signatory(signatory=Signatory.objects.get(), today=TODAY)
    with pytest.raises(Refused, match="inte utsedd"):
        step(house, house.signs, "send_report", read=latest(house))
    make_signatory(house.head, house.agreed, house.signs)
    Membership.objects.filter(pk=house.signs.pk).update(ends_on=TODAY - timedelta(days=1), starts_on="2020-01-01")
    assert waits(house.head) == [
        "Årsrapporten för 2025 är färdigskriven, och ingen är utsedd att underteckna för partnern: utse någon"
    ]
    hers = Signatory.objects.filter(ended_on=None)
    assert hers.exists(), "gone, though nobody has taken her off"


def test_where_nobody_is_named_the_coordinator_reads_whom_to_ask(house, client):
    Signatory.objects.all().delete()
    page = reverse("partnerships:signatory", args=[house.agreed.pk])
    sign_in(client, house.leader)
    for address in (house.page, page):
        assert "Be en enhetschef hos Ekelunda kommun att utse er firmatecknare" in markup(client.get(address))
    type(house.leader.unit).objects.filter(pk=house.leader.unit_id).update(parent=house.head.unit)
    assert f"Be {house.head.colleague.name}, enhetschef" in markup(client.get(house.page))


def test_named_on_the_page_by_a_head_among_those_who_lead_there(house, client):
    Signatory.objects.all().delete()
    page = reverse("partnerships:signatory", args=[house.agreed.pk])
    named = {"acting_as": house.head.pk, "form": "name_signatory", "name_signatory-mandate": "Protokoll 3 mars"}
    sign_in(client, house.head)
    for nobody in (house.supervisor, house.stranger, house.director):
        assert client.post(page, {**named, "name_signatory-membership": nobody.pk}).status_code == 422
    assert client.post(page, {**named, "name_signatory-membership": house.signs.pk}).status_code == 302
    assert Signatory.objects.get().author == house.head
    assert "Protokoll 3 mars" in markup(client.get(page))
    sign_in(client, house.leader)
    assert house.signs.colleague.name in markup(client.get(page))
    for who, status in ((house.stranger, 404), (house.supervisor, 403)):
        sign_in(client, who)
        assert client.get(page).status_code == status, who.role


def test_nobody_who_heads_a_unit_here_and_leads_one_there_names_herself(house, client):
    both = Membership.objects.get(pk=house.other_site.pk)
    Membership.objects.filter(pk=both.pk).update(colleague=house.head.colleague)
    with pytest.raises(Refused, match="sig själv"):
        make_signatory(house.head, house.agreed, both)
    sign_in(client, house.head)
    assert f'value="{both.pk}"' not in markup(client.get(reverse("partnerships:signatory", args=[house.agreed.pk])))


def test_sent_back_it_stays_so_when_what_was_finished_is_taken_up_again(house):
    finish(house)
    step(house, house.signs, "send_report", read=latest(house))
    step(house, house.head, "send_report_back", comment="Siffran")
    step(house, house.leader, "finish_report")
    step(house, house.leader, "resume_report")
    assert state(house) == "back"


def test_named_by_no_other_and_nobody_else_past_the_operation(house):
    administrator = make_colleague("administrator", house.head.unit)
    for who in (house.leader, house.signs, house.director, house.controller, administrator, house.stranger):
        with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Signatory.objects.create(agreement=house.agreed, membership=house.leader, mandate="Jag")
        with as_(who):
            assert Signatory.objects.update(ended_on=TODAY) == 0
    for other in (house.stranger, house.supervisor, house.head):
        with pytest.raises(Refused, match="partnerns egna"):
            make_signatory(house.head, house.agreed, other)
    with pytest.raises(Refused, match="redan utsedd"):
        make_signatory(house.head, house.agreed, house.signs)
    with pytest.raises(Refused, match="personnumret"), as_(house.head):
        operations.name_signatory(agreement=house.agreed, membership=house.leader, mandate="19910105-2396")


@pytest.mark.django_db(transaction=True)
def test_two_who_sign_at_once_sign_it_once(house, client):
    make_signatory(house.head, house.agreed, house.other_site)
    finish(house)
    read = latest(house)
    about = {"report": house.report, "today": TODAY, "read": read}
    for who in (house.signs, house.other_site):
        sign_in(client, who)
    at_the_same_moment(
        by(house.signs, lambda _actor: operations.send_report(**about)),
        by(house.other_site, lambda _actor: operations.send_report(**about)),
    )
    assert ReportStep.objects.filter(kind="sent").count() == 1
