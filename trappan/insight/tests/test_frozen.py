"""Publishing freezes the months of the spine: the published figures are counted anew from them, whatever came later."""

import hashlib

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.models import SupportMonth
from trappan.insight import operations
from trappan.insight.indicators.definitions import BY_NAME
from trappan.insight.jobs import build_month, finish, to_freeze
from trappan.insight.models import BuildOrder, FrozenMonth, PersonMonth, Publication, PublishedCell
from trappan.insight.parquet import answered, kinds_of, written
from trappan.insight.publication.frozen import counted_anew, sums
from trappan.insight.role import counting
from trappan.insight.testing import build, freeze_all, make_months, tell_all
from trappan.insight.tests.test_board import LAST
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(today):
    return [make_months(0b10, gender=gender) for gender in "KKKKKKMMMMMM"]


@pytest.fixture
def publication(people, controller):
    build(LAST)
    tell_all()
    finish()
    with as_(controller):
        return Publication.objects.get(pk=operations.publish(month=LAST, since=LAST))


def said(capsys, number):
    call_command("published", "--rebuild", str(number))
    return capsys.readouterr().out


class TestFreezing:
    def test_until_it_is_frozen_a_published_month_is_built_by_nobody_and_waits(self, publication, people):
        SupportMonth.objects.filter(person=people[0]).delete()
        order = BuildOrder.objects.create(month=LAST)
        assert build_month(order.pk) is None
        order.refresh_from_db()
        assert order.done_at is None
        freeze_all()
        assert list(to_freeze()) == []
        assert build_month(order.pk) == LAST
        person = FrozenMonth.objects.get(of="person")
        assert person.rows == 12, "as it stood when it was published"
        assert PersonMonth.objects.filter(month=LAST, on_support=True).count() == 11

    def test_the_file_is_the_months_rows_with_a_digest_that_any_programme_reckons_and_the_same_twice(self, publication):
        freeze_all()
        assert set(FrozenMonth.objects.values_list("of", flat=True)) == {"person", "placement", "place"}
        one = FrozenMonth.objects.get(of="person")
        content = bytes(one.content)
        assert hashlib.sha256(content).hexdigest() == one.digest
        asked = "SELECT pseudonym, gender, household_type, exit_reason, cohort FROM x ORDER BY pseudonym"
        held = PersonMonth.objects.order_by("pseudonym").values(
            "pseudonym", "gender", "household_type", "exit_reason", "cohort"
        )
        assert answered([content], "x", asked) == list(held), "an empty text is not nothing"
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            FrozenMonth.objects.filter(of="place").delete()
        second = Publication.objects.create(
            municipality=publication.municipality,
            month=LAST,
            since=LAST,
            replaces=publication,
            reason="Anew",
            words={},
            builds=[],
            pictures={},
        )
        again = FrozenMonth.objects.create(publication=second, month=LAST, of="person")
        freeze_all()
        again.refresh_from_db()
        assert again.digest == one.digest

    def test_what_is_frozen_is_changed_by_nobody_and_read_by_no_page(self, client, publication, controller):
        freeze_all()
        with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
            FrozenMonth.objects.update(rows=1)
        readers = [controller, make_colleague("director", controller.unit), make_colleague("auditor", controller.unit)]
        for reader in readers:
            with as_(reader), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.query("SELECT content FROM insight_frozenmonth")
            with as_(reader), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.rows("insight_frozen_months", publication.pk)
        with counting(), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.query("SELECT content FROM insight_frozenmonth")
        sign_in(client, controller)
        page = markup(client.get(reverse("insight:publication", args=[publication.pk])))
        assert FrozenMonth.objects.get(of="person").digest in page


class TestCountedAnew:
    def test_one_person_corrected_after_publishing_the_published_figure_is_counted_anew_from_the_frozen_months(
        self, client, capsys, publication, people, controller
    ):
        freeze_all()
        SupportMonth.objects.filter(person__in=people[:6]).delete()
        build(LAST)
        tell_all()
        finish()
        frozen = PublishedCell.objects.get(publication=publication, indicator="households", by=[])
        assert (frozen.numerator, PersonMonth.objects.filter(is_head=True).count()) == (12, 6)
        sign_in(client, controller)
        assert "<strong>6</strong>" in markup(client.get(reverse("insight:publication", args=[publication.pk])))
        anew = counted_anew(publication.pk)
        assert anew.differing == []
        added_up = PublishedCell.objects.filter(publication=publication, indicator="households")
        assert anew.same >= added_up.count() > 1, "in total and by part"
        assert "come out the same from the frozen months" in said(capsys, publication.pk)

    def test_a_file_from_before_a_column_was_there_is_counted_of_what_was_published_then(self, publication):
        freeze_all()
        content = bytes(FrozenMonth.objects.get(of="person").content)
        kinds = {name: kind for name, kind in kinds_of(PersonMonth).items() if name != "exit_in_shortage"}
        older = written(f"SELECT {', '.join(kinds)} FROM insight_personmonth WHERE month = '{LAST:%Y-%m-%d}'", kinds)
        households = [BY_NAME["households"]]
        key = ("households", LAST, (), ())
        assert [sums([file], {()}, households)[0][key] for file in (content, older)] == [12, 12]

    def test_a_figure_that_is_another_than_its_months_say_is_named(self, capsys, publication):
        freeze_all()
        PublishedCell.objects.filter(indicator="households", by=[]).update(numerator=13)
        with pytest.raises(CommandError, match="households 2026-10") as no:
            said(capsys, publication.pk)
        assert no.value.returncode == 1
        PublishedCell.objects.filter(indicator="households", by=[]).update(corrected=True)
        assert counted_anew(publication.pk).corrected == 1, "it stood as it was told when it was published"

    def test_without_its_months_nothing_is_claimed(self, capsys, publication):
        with pytest.raises(CommandError, match="inte frysta än"):
            said(capsys, publication.pk)
        with pytest.raises(CommandError, match="Inga månader"):
            said(capsys, 0)
        with pytest.raises(CommandError, match="Name a file"):
            call_command("published")
        freeze_all()
        one = FrozenMonth.objects.get(of="person")
        # Whoever owns the database may put the lock aside: the digest tells.
        database.execute("SET CONSTRAINTS ALL IMMEDIATE")
        database.execute("ALTER TABLE insight_frozenmonth DISABLE TRIGGER stands")
        FrozenMonth.objects.all().delete()
        FrozenMonth.objects.create(
            publication=publication,
            month=LAST,
            of="person",
            content=bytes(one.content) + b"x",
            rows=one.rows,
            digest=one.digest,
            frozen_at=one.frozen_at,
        )
        with pytest.raises(CommandError, match="inte den som frystes"):
            said(capsys, publication.pk)
