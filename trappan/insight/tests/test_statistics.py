"""The public page: whoever is not signed in reads what is published, and nothing else."""

import hashlib
import re

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.insight import operations
from trappan.insight.models import Cell
from trappan.insight.tests.test_board import LAST
from trappan.insight.tests.test_publication import publish
from trappan.staff.testing import as_, make_organisation
from trappan.testing import WebClient, markup, sign_in

pytestmark = pytest.mark.django_db


class TestPublic:
    def test_anybody_reads_what_is_published_and_nothing_else_without_a_cookie(
        self, client, controller, told_in_october
    ):
        page, public = reverse("insight:statistics"), WebClient()
        assert "Inget har publicerats" in markup(public.get(page))
        first = publish(controller)
        Cell.objects.filter(indicator="households", month=LAST).update(value=138, numerator=138)
        answer = public.get(page)
        words = markup(answer)
        assert (answer.status_code, len(answer.cookies)) == (200, 0)
        assert answer["Cache-Control"] == "public, max-age=3600"
        for one in ("143", "73,9", "Hushåll som hade ekonomiskt bistånd", "11 nov", first.digest):
            assert one in words.replace("\xa0", " ")
        assert not {"138", controller.colleague.name, "/board/"} & set(re.findall(r"[^<>\"]+", words))
        file = public.get(page, {"file": "csv"})
        assert (hashlib.sha256(file.content).hexdigest(), len(file.cookies)) == (first.digest, 0)
        with as_(controller):
            operations.publish_anew(publication=first, reason="En fil lästes in sent")
        assert "138" in markup(public.get(page)), "the one that stands"
        sign_in(client, controller)
        assert client.get(page)["Cache-Control"] == "no-store", "what goes with a cookie is kept by nobody"

    def test_no_keeper_on_the_way_gets_a_session_or_another_language_than_the_askers(
        self, client, controller, settings
    ):
        page, script, public = reverse("insight:statistics"), {"Sec-Fetch-Dest": "empty"}, WebClient()
        public.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        answer = public.get(page, headers=script)
        assert "Cookie" in answer.get("Vary", ""), "English for whoever has chosen it, and nobody else"
        sign_in(client, controller)
        settings.IDLE_AT_MOST = -1
        answer = client.get(page, headers=script)
        assert (answer.context["user"].is_authenticated, answer["Cache-Control"]) == (False, "no-store"), "ended here"

    def test_page_and_file_belong_together_and_what_is_not_there_is_kept_by_nobody(self, controller, told_in_october):
        page, public = reverse("insight:statistics"), WebClient()
        for asked, status in (({}, 200), ({"file": "csv"}, 404)):
            empty = public.get(page, asked)
            assert (empty.status_code, empty["Cache-Control"]) == (status, "no-store")
        first = publish(controller)
        read = markup(public.get(page))
        assert f"?file=csv&amp;publication={first.pk}" in read
        assert '143<span class="muted small">hushåll</span>' in read
        assert "procent" not in read
        of_first = {"file": "csv", "publication": first.pk}
        named = public.get(page, of_first)["Content-Disposition"]
        assert named == f'attachment; filename="publicerade-tal-2026-10-{first.pk}.csv"'
        with as_(controller):
            operations.publish_anew(publication=first, reason="En fil lästes in sent")
        gone = public.get(page, of_first)
        assert (gone.status_code, gone["Cache-Control"]) == (404, "no-store")
        assert public.get(page, {"file": "csv"}).status_code == 200

    def test_whoever_asks_without_end_is_told_to_wait_and_nobody_else(self, monkeypatch):
        monkeypatch.setattr("trappan.insight.views.statistics.RATES", {"statistics": "3/5m/ip"})
        page, public = reverse("insight:statistics"), WebClient()
        assert [public.get(page, REMOTE_ADDR="192.0.2.7").status_code for _turn in range(4)] == [200, 200, 200, 429]
        assert public.get(page, REMOTE_ADDR="192.0.2.8").status_code == 200

    def test_nobody_who_is_not_signed_in_reads_a_table_of_figures(self, controller, told_in_october):
        publish(controller)
        for table in ("insight_publication", "insight_publishedcell", "insight_cell"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.execute("SET LOCAL ROLE trappan_web")
                database.query(f"SELECT count(*) FROM {table}")
        make_organisation("Grannkommunen")
        assert database.row("insight_public", True) is None, "nobody can tell whose they are"
