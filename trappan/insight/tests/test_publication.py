"""Publishing: what is told is frozen, later differences stand beside, and a file gives the same figures back."""

import hashlib
import re
from datetime import UTC, date, datetime
from importlib import import_module

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.documents.testing import faults, said
from trappan.history.models import Event
from trappan.insight import operations
from trappan.insight.jobs import ORDERS, finish
from trappan.insight.models import Build, BuildOrder, Cell, Chart, PersonMonth, Publication, PublishedCell, TellOrder
from trappan.insight.publication.files import digest_of, open_data, read_parquet, rows_of
from trappan.insight.publication.report import pictures_of
from trappan.insight.testing import MONTH, build, freeze_all, make_months, tell_all
from trappan.insight.tests.test_board import LAST, built, cell
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import markup, sign_in
from trappan.ui.lists.files import CARRIED_OUT, csv_line, defused
from trappan.ui.testing import formulas, sheet

pytestmark = pytest.mark.django_db
PUBLICATIONS = reverse("insight:publications")
SEPTEMBER = date(2026, 9, 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 9L9 0" stroke="var(--ds-color-{})"/></svg>'


def publish(by, month=LAST, since=LAST):
    with as_(by):
        return Publication.objects.get(pk=operations.publish(month=month, since=since))


def page_of(publication):
    return reverse("insight:publication", args=[publication.pk])


class TestPublishing:
    def test_what_is_told_is_frozen_with_who_when_and_from_what_and_the_held_back_is_not(
        self, client, controller, told_in_october
    ):
        sign_in(client, controller)
        sent = {"acting_as": controller.pk, "form": "publish", "publish-month": "2026-10", "publish-span": "year"}
        assert client.post(PUBLICATIONS, sent).status_code == 302
        made = Publication.objects.get()
        assert (made.author, made.since, made.month) == (controller, date(2026, 1, 1), LAST)
        frozen = PublishedCell.objects.order_by("indicator", "month", "numerator")
        assert [(one.indicator, one.month, one.numerator) for one in frozen] == [
            ("coverage", LAST, 1191),
            ("households", SEPTEMBER, 150),
            ("households", LAST, 140),
            ("households", LAST, 143),
        ]
        assert [one["build"] for one in made.builds] == [built(SEPTEMBER).pk, built(LAST).pk]
        assert made.figures == 4
        event = Event.objects.get(verb="insight.publish")
        assert (event.actor, event.details["publication"]) == (controller, made.pk)

    def test_what_is_published_is_in_swedish_whatever_language_the_page_of_the_controller_is_in(
        self, client, controller, told_in_october
    ):
        sign_in(client, controller)
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        assert "Published figures" in markup(client.get(PUBLICATIONS))
        sent = {"acting_as": controller.pk, "form": "publish", "publish-month": "2026-10", "publish-span": "month"}
        assert client.post(PUBLICATIONS, sent).status_code == 302
        words = Publication.objects.get().words
        called = words["figures"]["households"]
        assert called["title"] == "Hushåll med ekonomiskt bistånd"
        assert called["unit"] == "hushåll"
        assert words["parts"]["gender"]["K"] == "Kvinna"
        assert words["parts"]["gender"][""] == "Inte känt eller ingen"

    def test_a_month_is_published_once_and_another_names_the_one_it_replaces_with_a_reason(
        self, client, controller, told_in_october
    ):
        first = publish(controller)
        sign_in(client, controller)
        sent = {"acting_as": controller.pk, "form": "publish", "publish-month": "2026-10", "publish-span": "year"}
        again = client.post(PUBLICATIONS, sent)
        assert again.status_code == 422
        assert "Månaden är redan publicerad" in markup(again)
        anew = {"acting_as": controller.pk, "form": "anew", "anew-reason": ""}
        assert client.post(page_of(first), anew).status_code == 422
        named = client.post(page_of(first), {**anew, "anew-reason": "Om 19850505-1234"})
        assert (named.status_code, "Ta bort personnumret" in markup(named)) == (422, True)
        assert Publication.objects.count() == 1
        Cell.objects.filter(indicator="households", month=LAST, by=[]).update(value=150, numerator=150)
        assert client.post(page_of(first), {**anew, "anew-reason": "En fil lästes in sent"}).status_code == 302
        second = Publication.objects.get(replaces=first)
        assert (second.month, second.since, second.reason) == (first.month, first.since, "En fil lästes in sent")
        assert first.digest != second.digest
        assert "En fil lästes in sent" in markup(client.get(page_of(first))), "the first stands, and says so"
        late = client.post(page_of(first), {**anew, "anew-reason": "En gång till"})
        assert late.status_code == 422
        assert "redan ersatt" in markup(late)

    def test_nothing_is_published_of_a_month_that_is_not_over_or_not_told_nor_by_anybody_else(
        self, client, controller, told_in_october
    ):
        cell("households", MONTH, 140)
        for month in (MONTH, date(2026, 8, 1)):
            with pytest.raises(Refused, match="Inget visas av den månaden"):
                publish(controller, month, month)
        for role in ("director", "board_reader", "head_of_unit"):
            other = make_colleague(role, controller.unit)
            with pytest.raises(Refused, match="controller"):
                publish(other)
            sign_in(client, other)
            sent = {"acting_as": other.pk, "form": "publish", "publish-month": "2026-10", "publish-span": "month"}
            assert client.post(PUBLICATIONS, sent).status_code == 403
        assert not Publication.objects.exists()


class TestOneBuilding:
    @pytest.mark.parametrize("wait", ["build", "tell", "draw"])
    def test_while_figures_are_counted_nothing_is_published(self, controller, told_in_october, wait):
        if wait == "build":
            order = BuildOrder.objects.create(month=SEPTEMBER)
        else:
            order = TellOrder.objects.create(year=2026, done_at=built(LAST).cutoff if wait == "draw" else None)
        with pytest.raises(Refused, match="räknas eller publiceras"):
            publish(controller)
        order.done_at = built(LAST).cutoff
        order.save()
        finish()
        assert publish(controller).figures == 3

    def test_what_a_worker_told_and_left_undrawn_is_work_of_the_minutes_round_and_said_on_the_board(
        self, client, controller, told_in_october
    ):
        # As a worker leaves it that ends between a telling and what follows it.
        for year in (2025, 2026):
            TellOrder.objects.create(year=year, done_at=built(LAST).cutoff)
        sign_in(client, controller)
        follows = "återstår"
        assert follows in markup(client.get(reverse("insight:board")))
        [order] = [one for one in ORDERS if one.name == "insight.tell"]
        waits = list(order.waiting())
        assert len(waits) == 2
        for row in waits:
            order.carry_out(row)
        assert not list(order.waiting())
        assert follows not in markup(client.get(reverse("insight:board")))
        assert publish(controller).figures == 3

    def test_what_was_told_before_the_upgrade_holds_no_publication_back(self, controller, told_in_october):
        TellOrder.objects.create(year=2026, done_at=built(LAST).cutoff)
        waits = TellOrder.objects.create(year=2025)
        database.execute(import_module("trappan.insight.migrations.0006_publication").FOLLOWED)
        assert publish(controller).figures == 3
        waits.refresh_from_db()
        assert waits.drawn_at is None

    def test_whoever_builds_and_whoever_publishes_wait_for_each_other(self, controller, told_in_october):
        where = connection.settings_dict
        lock = "hashtextextended('insight.publish', 0)"
        with psycopg.connect(host=where["HOST"], dbname=where["NAME"], user=where["USER"]) as other:
            other.execute(f"SELECT pg_advisory_xact_lock_shared({lock})")  # as a building holds it
            with pytest.raises(Refused, match="räknas eller publiceras"):
                publish(controller)
            other.rollback()
            publish(controller)
            build = other.execute(f"SELECT pg_try_advisory_xact_lock_shared({lock})").fetchone()
            assert build == (False,), "held until the publication is whole"
        for function in ("insight_build_month", "insight_told"):
            [text] = database.query("SELECT prosrc FROM pg_proc WHERE proname = %s", [function])
            assert f"pg_advisory_xact_lock_shared({lock})" in text.prosrc


class TestBeside:
    def test_published_143_today_138_on_the_board_the_figure_and_the_publication(
        self, client, controller, told_in_october, django_assert_max_num_queries
    ):
        made = publish(controller)
        figure = reverse("insight:indicator", args=["households"])
        sign_in(client, controller)
        page = markup(client.get(figure)).replace("\xa0", " ")
        assert "Oktober 2026: publicerat<strong>143 hushåll</strong>." in page
        assert "143 hushåll i oktober 2026" in page
        cells = Cell.objects.filter(indicator="households", month=LAST)
        cells.filter(by=[]).update(value=138, numerator=138)
        Cell.objects.filter(indicator="coverage").update(shown=False)
        for address in (reverse("insight:board"), figure):
            # A page asks twelve questions at most; savepoints and a look at the settings are the test's own.
            with django_assert_max_num_queries(16):
                page = markup(client.get(address)).replace("\xa0", " ")
            assert "Oktober 2026: publicerat<strong>143 hushåll</strong>, i dag<strong>138</strong>." in page
        with django_assert_max_num_queries(14):
            page = markup(client.get(page_of(made)))
        assert '143<span class="muted small">hushåll</span>' in page
        assert not re.search("%<span[^>]*>procent", page), "a share says so itself"
        assert reverse("insight:statistics") in page
        assert "<strong>138</strong>" in page
        assert page.count('<span class="hidden-cell">döljs</span>') == 1, "told no longer, and so not today"
        with django_assert_max_num_queries(12):
            page = markup(client.get(PUBLICATIONS))
        assert page.count("Oktober 2026") == 1, "published, and so not offered again"
        assert "September 2026" in page
        assert reverse("insight:statistics") in page
        sign_in(client, make_colleague("consultant", make_unit("labour_market", controller.unit.organisation)))
        page = markup(client.get(figure))
        assert "138" in page
        assert "publicerat" not in page.lower(), "to whoever reads figures alone the door is shut, and none is offered"
        assert "/board/" not in page

    def test_the_list_says_how_many_there_are_beside_those_it_shows_and_others_get_no_form(
        self, client, controller, told_in_october, monkeypatch
    ):
        monkeypatch.setattr("trappan.insight.views.publication.SHOWN", 1)
        publish(controller)
        publish(controller, SEPTEMBER, SEPTEMBER)
        sign_in(client, controller)
        page = markup(client.get(PUBLICATIONS))
        assert "De senaste 1 av 2." in page
        assert "publish-month" not in page, "both are published"
        other = make_colleague("board_reader", controller.unit)
        cell("households", date(2026, 8, 1), 9)
        with as_(other):
            assert database.rows("insight_publishable") == []
        assert "publish-month" in markup(client.get(PUBLICATIONS))

    def test_one_person_corrected_after_publishing_moves_todays_figure_and_never_the_frozen_one(self, client, today):
        people = [make_months(0b10) for _one in range(12)]
        controller = make_colleague("controller", make_unit("management"))

        def counted():
            freeze_all()
            build(LAST)
            tell_all()
            finish()
            return PersonMonth.objects.filter(month=LAST, on_support=True).count()

        assert counted() == 12
        made = publish(controller)
        sign_in(client, controller)

        def stands():
            page = markup(client.get(page_of(made)))
            frozen = PublishedCell.objects.get(publication=made, indicator="people", by=[])
            assert digest_of(open_data(made)) == made.digest
            return frozen.numerator, "rättad sedan dess" in page, "<strong>6</strong>" in page

        assert stands() == (12, False, False)
        SupportMonth.objects.filter(person=people[0]).delete()
        assert counted() == 11
        assert stands() == (12, True, False), "of one person it is told that it is corrected, and not by how many"
        SupportMonth.objects.filter(person__in=people[1:6]).delete()
        assert counted() == 6
        assert stands() == (12, False, True)


class TestFiles:
    def test_a_published_figure_is_rebuilt_from_its_file_with_the_same_digest(
        self, client, controller, told_in_october, tmp_path, capsys
    ):
        made = publish(controller)
        sign_in(client, controller)
        answer = client.get(page_of(made), {"file": "csv"})
        assert answer["Content-Type"].startswith("text/csv; charset=utf-8")
        assert hashlib.sha256(answer.content).hexdigest() == made.digest, "as any programme reckons it"
        kept, parquet = tmp_path / "figures.csv", tmp_path / "figures.parquet"
        kept.write_bytes(answer.content)
        for arguments in ([str(kept), "--parquet", str(parquet)], [str(parquet)]):
            call_command("published", *arguments)
            assert f"3 figures, SHA-256 {made.digest}" in capsys.readouterr().out
        figures = {(row["indicator"], row["part"]): row for row in rows_of(read_parquet(parquet))}
        assert {key: row["value"] for key, row in figures.items()} == {
            ("coverage", ""): "73.9",
            ("households", ""): "143",
            ("households", str(told_in_october.pk)): "140",
        }
        assert figures["coverage", ""]["denominator"] == "1612"
        kept.write_text("a,b\n1,2\n")
        with pytest.raises(CommandError, match="andra kolumner"):
            call_command("published", str(kept))

    def test_what_a_spreadsheet_would_carry_out_is_defused_and_who_takes_a_file_is_noted(
        self, client, controller, told_in_october
    ):
        for sign in CARRIED_OUT:
            assert database.value("insight_in_csv", f"{sign}1,").strip('"') == f"'{sign}1,"
        for put in ('Å, "Ä"', "a;b", "två\nrader", "en\rtill", "'=1", " ", "", "-2,5", "=x", "a|b"):
            line = csv_line([defused(put), "x"])
            assert database.value("insight_in_csv", put) + ",x" == line, "Python and the database write the same"
        Build.objects.update(cutoff=datetime(2026, 11, 11, 23, 30, tzinfo=UTC))
        made = publish(controller)
        sign_in(client, controller)
        text = client.get(page_of(made), {"file": "csv"}).content.decode()
        assert '"\'=HYPERLINK(""x""), norr"' in text
        content = client.get(page_of(made), {"file": "xlsx"}).content
        assert formulas(content) == []
        numbers = [[cell.partition(".")[0] for cell in row] for row in sheet(content)[1:]]
        assert [one in row for one, row in zip(["73", "143", "140"], numbers, strict=True)] == [True] * 3
        taken_on = str((date(2026, 11, 12) - date(1899, 12, 30)).days)
        assert all(taken_on in row for row in numbers), "the day it was here, as page and paper say"
        taken = Event.objects.filter(verb="insight.export_figures").order_by("pk")
        assert [(one.actor, one.details["file"], one.details["rows"]) for one in taken] == [
            (controller, "csv", 3),
            (controller, "xlsx", 3),
        ]
        assert taken[0].details["filters"] == {"month": "2026-10"}
        assert "part_name" in taken[0].details["columns"]

    def test_the_boards_paper_has_the_frozen_figures_and_pictures_and_holds_its_standards(
        self, client, controller, told_in_october
    ):
        made = publish(controller)
        Cell.objects.filter(indicator="households").update(value=138, numerator=138)
        Chart.objects.all().delete()
        sign_in(client, controller)
        answer = client.get(page_of(made), {"file": "pdf"})
        assert answer["Content-Type"] == "application/pdf"
        assert faults(answer.content) == []
        words = said(answer.content)
        for one in ("Publicerade tal, oktober 2026", "143", "73,9 %", "1: 1 april 2022, Ny lag", made.digest):
            assert one in words
        assert "138" not in words.replace(made.digest, "")
        assert [one["svg"].count("#12595C") for one in pictures_of(made)] == [1]
        assert "Här finns inga bilder" not in words

    def test_an_earlier_months_paper_has_no_picture_of_later_ones_and_says_so(
        self, client, controller, told_in_october
    ):
        made = publish(controller, SEPTEMBER, SEPTEMBER)
        assert made.pictures == {}
        sign_in(client, controller)
        words = said(client.get(page_of(made), {"file": "pdf"}).content)
        for one in ("Publicerade tal, september 2026", "150", "Här finns inga bilder"):
            assert one in words
