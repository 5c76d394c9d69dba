"""Reports and incidents: due on a rhythm, missed where they are missing, read by the consultant."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan.activities.testing import make_activity
from trappan.attendance.models import Incident, Report
from trappan.attendance.operations import read_reports, record_incident, report
from trappan.attendance.reports import incidents
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(planned):
    return planned


class TestReports:
    @pytest.mark.requirement("R-013")
    def test_due_on_the_rhythm_and_visible_where_it_is_missing(self, case, placement, tor, client):
        interval = rules_on(TODAY).report_interval_days
        sign_in(client, tor)
        assert "Rapport saknas" not in client.get("/here/").content.decode()
        set_today(TODAY + timedelta(days=interval))
        assert "Rapport saknas" not in client.get("/here/").content.decode(), "the day itself is in time"
        set_today(TODAY + timedelta(days=interval + 1))
        assert "Rapport saknas" in client.get("/here/").content.decode()
        sign_in(client, case.responsible)
        assert "Rapport saknas från" in client.get("/").content.decode()
        sign_in(client, tor)
        url = f"/here/{placement.pk}/report/"
        assert client.post(url, {"acting_as": tor.pk, "going": "forward", "text": "  "}).status_code == 422
        sent = {"acting_as": tor.pk, "going": "forward", "text": "Tar egna beställningar", "wants_talk": "on"}
        assert client.post(url, sent).status_code == 302
        assert "redan en rapport" in client.post(url, sent).content.decode()
        assert "Rapport saknas" not in client.get("/here/").content.decode()
        sign_in(client, case.responsible)
        start = client.get("/").content.decode()
        assert "Rapport saknas från" not in start
        assert "En rapport om hur det går" in start
        page = f"/people/{case.person_id}/progress/"
        assert "Vill att du ringer" in client.get(page).content.decode()
        client.post(
            page,
            {
                "acting_as": case.responsible.pk,
                "form": "read",
                "told": [f"report-{Report.objects.get().pk}", "x", "report-0"],
            },
        )
        assert "En rapport om hur det går" not in client.get("/").content.decode()
        sign_in(client, tor)
        assert f"läst av {case.responsible.colleague.name}" in client.get(f"/here/{placement.pk}/").content.decode()

    def test_another_site_reads_and_writes_none_and_a_site_reads_none_as_read(self, case, placement, tor):
        with as_(tor):
            report(placement=placement, today=TODAY, going="hard", text="Tröttnar efter lunch")
            Report.objects.update(read_at="2026-11-12T10:00:00Z")
        assert Report.objects.get().read_at is None
        elsewhere = make_placement(
            case.responsible, person=case.person, activity=make_activity(), week="fre 9-12", starts_on=TODAY
        )
        with as_(make_colleague("supervisor", elsewhere.unit)):
            assert not Report.objects.exists()
            for wrong in (
                lambda: report(placement=placement, today=TODAY, going="hard", text="x"),
                lambda: record_incident(placement=placement, day=TODAY, today=TODAY, kind="near", text="x", done="y"),
            ):
                with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                    wrong()

    def test_a_paused_end_or_a_start_to_come_asks_for_none(self, case, cafe, tor, client):
        make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY + timedelta(days=10))
        set_today(TODAY + timedelta(days=9))
        sign_in(client, tor)
        assert "Rapport saknas" not in client.get("/here/").content.decode()


class TestIncidents:
    def test_recorded_told_and_counted_also_after_the_person_has_left(self, case, placement, tor, client):
        sign_in(client, tor)
        url = f"/here/{placement.pk}/incident/"
        form = {
            "acting_as": tor.pk,
            "day": "2026-11-12",
            "kind": "near",
            "text": "Halkade på golvet",
            "done": "Matta utlagd",
        }
        assert client.post(url, {**form, "day": "2026-11-13"}).status_code == 422
        assert client.post(url, form).status_code == 302
        sign_in(client, case.responsible)
        assert "Något gick fel" in client.get("/").content.decode()
        with as_(case.responsible):
            read_reports(person_id=case.person_id, reports=[], incidents=[Incident.objects.get().pk])
        assert Incident.objects.get().read_by == case.responsible
        set_today(TODAY + timedelta(days=400))
        with as_(tor):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == [("Det var nära att gå fel", 1)]
        with as_(make_colleague("supervisor", make_unit("site"))):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == []
        partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
        with as_(make_colleague("site_leader", make_unit("site", partner))):
            assert incidents(tor.unit_id, date(2026, 1, 1)) == []


def test_the_week_is_written_in_words():
    from trappan.ui.templatetags.ui import in_week

    assert in_week(read_week("tor 9-12, mån 9:30-11 A")) == "mån 9.30–11 A, tors 9–12"
