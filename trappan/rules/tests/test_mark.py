"""Marks of occupations: dated, with a source, written by one and decided by a second; counted by only then."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.refusals import Refused
from trappan.rules import operations
from trappan.rules.models import Concept, ConceptLink, ConceptMark
from trappan.rules.occupations import marks_of
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db
FROM, SOURCE = date(2026, 1, 1), "Yrkesprognos våren 2026"


class Marked:
    """An occupation in a group, an administrator who writes of it, and a head who decides."""

    def __init__(self):
        self.cook = Concept.objects.create(id="kock_kok_001", kind="occupation", label="Kock")
        self.group = Concept.objects.create(id="kock_kok_gru", kind="group", label="Kockar", code="5120")
        ConceptLink.objects.create(kind="broader", a=self.cook, b=self.group)
        self.sture = make_colleague("administrator")
        self.karin = make_colleague("head_of_unit", self.sture.unit)

    def write(self, **about):
        values = {"concept": self.cook, "kind": "shortage", "starts_on": FROM, "source": SOURCE, **about}
        with as_(self.sture):
            return ConceptMark.objects.get(pk=operations.write_mark(**values))


@pytest.fixture
def marked(today):
    return Marked()


def decide(marked, one):
    with as_(marked.karin):
        operations.confirm_mark(mark=one)


def stop(marked, one, day):
    with as_(marked.sture):
        operations.stop_mark(mark=one, ends_on=day)


def kinds(concept, day):
    return [one.kind for one in marks_of(concept, day)]


def test_a_mark_counts_when_a_second_person_has_decided_it_and_ends_by_two_too(marked, today):
    written = marked.write()
    assert kinds(marked.cook, today) == [], "one person's word is not counted by"
    with as_(marked.sture), pytest.raises(Refused, match="andra person"), transaction.atomic():
        operations.confirm_mark(mark=written)
    with as_(marked.karin):
        operations.confirm_mark(mark=written)
    assert kinds(marked.cook, today) == ["shortage"]
    assert kinds(marked.cook, FROM - timedelta(days=1)) == []
    with as_(marked.karin), pytest.raises(Refused, match="väntar inte"), transaction.atomic():
        operations.confirm_mark(mark=written)
    with as_(marked.sture):
        operations.stop_mark(mark=written, ends_on=today + timedelta(days=1))
        with pytest.raises(Refused, match="andra person"), transaction.atomic():
            operations.confirm_mark(mark=written)
    assert kinds(marked.cook, today + timedelta(days=1)) == ["shortage"], "until a second person agrees"
    with as_(marked.karin):
        operations.confirm_mark(mark=written)
    assert kinds(marked.cook, today) == ["shortage"], "what was counted stays"
    assert kinds(marked.cook, today + timedelta(days=1)) == []


def test_what_is_not_accepted_or_taken_back_is_gone_and_may_be_written_anew(marked, today):
    for who in (marked.karin, marked.sture):
        written = marked.write(concept=marked.group, kind="low_threshold")
        with as_(who):
            operations.return_mark(mark=written)
        assert not ConceptMark.objects.exists()
    marked.write()
    with as_(marked.karin):
        operations.confirm_mark(mark=ConceptMark.objects.get())
    with pytest.raises(Refused, match="redan sagt"):
        marked.write(starts_on=today)
    with as_(marked.sture), pytest.raises(Refused, match="idag eller"), transaction.atomic():
        operations.stop_mark(mark=ConceptMark.objects.get(), ends_on=today)


def test_an_end_is_tried_again_on_the_day_when_a_second_person_agrees(marked, today):
    """Else what was counted by the mark is changed backwards, or two say the same of one day."""
    late, over = marked.write(), marked.write(kind="low_threshold", ends_on=today + timedelta(days=5))
    for one in (late, over):
        decide(marked, one)
    stop(marked, late, today + timedelta(days=90))
    stop(marked, over, today + timedelta(days=300))
    with pytest.raises(Refused, match="redan sagt"), transaction.atomic():
        marked.write(kind="low_threshold", starts_on=today + timedelta(days=10))
    day = today + timedelta(days=60)
    set_today(day)
    decide(marked, late)
    assert kinds(marked.cook, day + timedelta(days=29)) == ["shortage"]
    with pytest.raises(Refused, match="gäller inte längre"), transaction.atomic():
        decide(marked, over)
    assert kinds(marked.cook, today + timedelta(days=30)) == ["shortage"], "not revived backwards"
    stop(marked, late, day + timedelta(days=1))
    with pytest.raises(Refused, match="redan sagt"), transaction.atomic():
        marked.write(starts_on=day + timedelta(days=1))
    set_today(day + timedelta(days=20))
    with pytest.raises(Refused, match="idag eller"), transaction.atomic():
        decide(marked, late)
    assert kinds(marked.cook, day + timedelta(days=10)) == ["shortage"], "what was counted stays"
    with as_(marked.karin):
        operations.return_mark(mark=late)
    assert kinds(marked.cook, day + timedelta(days=29)) == ["shortage"], "a no to the end leaves the mark"


def test_nobody_else_writes_or_decides_one_in_sql(marked):
    """Another municipality's administrator and head, once this one keeps the rules; and roles without the right."""
    written = marked.write()
    with as_(marked.karin):
        operations.confirm_mark(mark=written)
    waits = marked.write(concept=marked.group)
    neighbour = make_unit("labour_market", make_organisation("Grannkommunen"))
    for role in ("consultant", "employer_officer", "site_leader"):
        with as_(make_colleague(role, marked.sture.unit)):
            for statement in (
                "SELECT rules_write_mark('kock_kok_001', 'low_threshold', today(), NULL, 'Smyg')",
                f"SELECT rules_stop_mark({written.pk}, today() + 9)",
                f"SELECT rules_decide_mark({waits.pk}, true)",
                f"SELECT rules_decide_mark({waits.pk}, false)",
                f"UPDATE rules_conceptmark SET decided_at = now() WHERE id = {waits.pk}",
            ):
                with pytest.raises(DatabaseError, match=r"rules|permission denied"), transaction.atomic():
                    database.execute(statement)
    with (
        as_(make_colleague("head_of_unit", neighbour)),
        pytest.raises(DatabaseError, match="rules"),
        transaction.atomic(),
    ):
        database.execute(f"SELECT rules_decide_mark({waits.pk}, true)")
    waits.refresh_from_db()
    assert waits.decided_at is None


def test_it_is_written_and_decided_on_its_pages(marked, client, today, django_assert_max_num_queries):
    page, sent = reverse("rules:marks"), {"acting_as": marked.sture.pk, "form": "write", "write-kind": "shortage"}
    sent |= {"write-concept": "Kock", "write-starts_on": "2026-01-01", "write-source": SOURCE}
    sign_in(client, marked.sture)
    for wrong, field in (
        ({"write-concept": "Trollkarl"}, "concept"),
        ({"write-kind": "gone"}, "kind"),
        ({"write-starts_on": "1066-01-01"}, "starts_on"),
        ({"write-ends_on": "2025-01-01"}, "ends_on"),
        ({"write-source": " "}, "source"),
    ):
        answer = client.post(page, {**sent, **wrong})
        assert (answer.status_code, list(answer.context["acts"]["write"].bound.errors)) == (422, [field])
    assert client.post(page, {**sent, "write-concept": "5120"}).status_code == 302
    again = client.post(page, {**sent, "write-concept": "kockar"})
    assert (again.status_code, list(again.context["acts"]["write"].bound.errors)) == (422, ["starts_on"])
    one = ConceptMark.objects.get()
    assert one.concept == marked.group
    with django_assert_max_num_queries(19):  # seven of them open and close the transaction
        assert "Väntar på en andra person" in markup(client.get(page))
    sign_in(client, marked.karin)
    own = reverse("rules:mark", args=[one.pk])
    assert client.post(own, {"acting_as": marked.karin.pk, "form": "confirm"}).status_code == 302
    assert kinds(marked.cook, today) == ["shortage"], "of the group that it belongs to"
    assert SOURCE in markup(client.get(page))
    reader = make_colleague("consultant", marked.sture.unit)
    sign_in(client, reader)
    assert "write-concept" not in markup(client.get(page))
    assert client.post(own, {"acting_as": reader.pk, "form": "stop", "stop-ends_on": str(today)}).status_code == 403
