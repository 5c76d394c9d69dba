"""Why somebody was away: told by the site, judged by municipal staff after a conversation."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.attendance.models import AttendedTime, Finding
from trappan.attendance.operations import find, record_attendance
from trappan.attendance.testing import put, spoke
from trappan.cases import operations as cases
from trappan.placements.models import ToldReason
from trappan.placements.operations import tell_reason
from trappan.refusals import Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


class TestReasons:
    @pytest.fixture
    def away(self, case, cafe, tor):
        placement = put(case, cafe, "tor 9-12")
        with as_(tor) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, mark="absent_told")
        return placement

    @pytest.mark.requirement("R-236")
    def test_a_site_passes_a_reason_on_and_cannot_read_it(self, case, away, tor):
        with as_(tor):
            tell_reason(placement=away, day=TODAY, reason="sick", note="Feber")
            assert not ToldReason.objects.exists()
            assert AttendedTime.objects.get().undecided == 180
        with as_(case.responsible):
            assert ToldReason.objects.get().note == "Feber"

    @pytest.mark.requirement("R-236")
    def test_a_site_never_judges(self, away, tor):
        with as_(tor), pytest.raises((Refused, DatabaseError)), transaction.atomic():
            find(placement=away, day=TODAY, kind="excused", reason="sick")
        assert not Finding.objects.exists()

    def test_none_is_found_before_a_conversation(self, case, away):
        with as_(case.responsible) as actor:
            with pytest.raises(Refused, match="Prata med personen först"):
                find(placement=away, day=TODAY, kind="unexcused")
            note = cases.write_note(case=case, by=actor, happened_at=now(), kind="contact", source="person", fact="x")
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=note)
            bare = cases.write_note(
                case=case, by=actor, happened_at=now(), kind="absence_dialogue", source="person", fact="y"
            )
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=bare)
            early = spoke(case, actor, now() - timedelta(days=1)).note
            with pytest.raises(Refused, match="Prata med personen först"), transaction.atomic():
                find(placement=away, day=TODAY, kind="unexcused", conversation=early)
        set_today(TODAY + timedelta(days=1))
        with as_(case.responsible) as actor:
            find(placement=away, day=TODAY, kind="unexcused", conversation=spoke(case, actor, now()).note)
            assert AttendedTime.objects.get().unexcused == 180
            find(placement=away, day=TODAY, kind="excused", reason="doctor")
            row = AttendedTime.objects.get()
            assert (row.excused, row.unexcused) == (180, 0)
        assert Finding.objects.count() == 2

    def test_nobody_present_has_an_absence_to_judge(self, case, away, tor):
        with as_(tor) as actor:
            record_attendance(placement=away, day=TODAY, by=actor, mark="present")
        with as_(case.responsible), pytest.raises(Refused, match="inte markerad borta"):
            find(placement=away, day=TODAY, kind="excused", reason="sick")

    def test_the_month_in_the_browser_of_the_consultant(self, case, away, tor, client):
        with as_(tor):
            tell_reason(placement=away, day=TODAY, reason="child")
        sign_in(client, case.responsible)
        url = reverse("attendance:attendance", args=[case.person_id])
        page = client.get(url).content.decode()
        assert "Uppgivet skäl: Vård av barn" in page
        assert "0 procent" in page
        find_url = reverse("attendance:find", args=[away.pk, str(TODAY)])
        sent = {"acting_as": case.responsible_id, "kind": "excused", "reason": "child"}
        assert client.post(find_url, sent).status_code == 302
        page = client.get(url).content.decode()
        assert "Ingen tid som räknas" in page
        sign_in(client, tor)
        assert client.get(url).status_code == 403
        assert client.get(find_url).status_code == 403
        sign_in(client, make_colleague("consultant"))
        assert client.get(url).status_code == 404
        assert client.get(find_url).status_code == 404
