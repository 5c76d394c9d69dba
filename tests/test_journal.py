"""The journal: facts apart from assessments, locked in time, corrected and objected to beside."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases import operations as cases
from trappan.cases.models import Draft, Note, Objection
from trappan.cases.testing import make_case
from trappan.history.models import Version
from trappan.refusals import Overtaken, Refused
from trappan.schedules.clock import now
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


def write(case, **fields):
    values = {"kind": "contact", "source": "person", "fact": "Ringde och berättade.", **fields}
    with as_(case.responsible) as actor:
        values.setdefault("happened_at", now() - timedelta(hours=3))
        return cases.write_note(case=case, by=actor, **values)


def form(case, **fields):
    return {
        "acting_as": case.responsible_id,
        "kind": "contact",
        "day": "2026-11-11",
        "at": "08:15",
        "fact": "Ringde.",
        "assessment": "Låter trött.",
        "source": "partner",
        "source_name": "Tor, handledare",
        **fields,
    }


def test_a_note_says_when_who_from_whom_and_under_which_secrecy(case, client):
    sign_in(client, case.responsible)
    url = reverse("cases:journal", args=[case.pk])
    assert client.post(url, form(case)).status_code == 302
    page = markup(client.get(url))
    for words in (
        "Kontakt, 11 november 2026",
        "8.15",
        "Ringde.",
        "Låter trött.",
        "Vad som hände",
        "Vår bedömning",
        "Källa: En partner, Tor, handledare",
        case.responsible.colleague.name,
        case.responsible.unit.get_regime_display(),
    ):
        assert str(words) in page, words


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"day": "2026-11-13"}, "har hänt"),
        ({"fact": "", "assessment": ""}, "Skriv vad som hände eller vad du bedömer"),
        ({"at": "25:00"}, "timmar och minuter"),
        ({"kind": "gossip"}, "giltigt"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_lost(case, client, wrong, sentence):
    sign_in(client, case.responsible)
    answer = client.post(reverse("cases:journal", args=[case.pk]), form(case, **wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert "Tor, handledare" in page
    assert not Note.objects.exists()


def test_what_is_typed_is_kept_and_emptied_by_saving(case, client):
    sign_in(client, case.responsible)
    client.post(reverse("cases:typed_note", args=[case.pk]), form(case, fact="Halvskri"))
    url = reverse("cases:journal", args=[case.pk])
    assert "Halvskri" in client.get(url).content.decode()
    client.post(url, form(case))
    assert Draft.objects.get().fields == {}


def test_a_note_is_changed_by_its_author_until_it_is_locked(case, today):
    note = write(case)
    with as_(case.responsible) as actor:
        cases.change_note(note=note, by=actor, edition=1, happened_at=note.happened_at, fact="Mejlade.")
    assert Version.objects.get(of_table="cases_note").was["fact"] == "Ringde och berättade."
    with as_(case.responsible) as actor, pytest.raises(Overtaken):
        cases.change_note(note=note, by=actor, edition=1, happened_at=note.happened_at, fact="Sms.")
    set_today(today + timedelta(days=14))
    with as_(case.responsible) as actor, pytest.raises(Refused, match="låst"):
        cases.change_note(note=note, by=actor, edition=2, happened_at=note.happened_at, fact="Sms.")
    with as_(case.responsible), pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        Note.objects.update(fact="Sms.")
    assert Note.objects.get().fact == "Mejlade."


def test_a_note_changed_in_another_tab_shows_what_differs_and_loses_nothing(case, client):
    note = write(case)
    sign_in(client, case.responsible)
    page = reverse("cases:note", args=[note.pk])
    typed = {f"change-{name}": value for name, value in form(case).items() if name != "acting_as"}
    typed |= {"acting_as": case.responsible_id, "form": "change", "change-edition": "1"}
    assert client.post(page, {**typed, "change-fact": "Från ena fliken."}).status_code == 302
    stale = client.post(page, {**typed, "change-fact": "Från andra fliken."})
    assert stale.status_code == 422
    shown = stale.content.decode()
    for said in ("Någon annan har sparat under tiden", "<dd>Från ena fliken.</dd>", "Från andra fliken.", 'value="2"'):
        assert said in shown, said
    assert client.post(page, {**typed, "change-edition": "2", "change-fact": "Från andra fliken."}).status_code == 302
    assert Note.objects.get().fact == "Från andra fliken."


def test_a_colleague_cannot_change_it_but_corrects_it(case, today):
    note = write(case)
    with as_(case.social_worker) as actor:
        with pytest.raises(Refused, match="kollegas"):
            cases.change_note(note=note, by=actor, edition=1, happened_at=note.happened_at, fact="X")
        assert Note.objects.filter(pk=note.pk).update(fact="X") == 0
        cases.write_note(
            case=case,
            by=actor,
            happened_at=note.happened_at,
            kind="contact",
            source="staff",
            fact="Det var brodern som ringde.",
            corrects=note,
        )
        with pytest.raises(Refused, match="redan rättad"):
            cases.write_note(
                case=case,
                by=actor,
                happened_at=note.happened_at,
                kind="contact",
                source="staff",
                fact="Igen",
                corrects=note,
            )
    assert Note.objects.count() == 2
    assert Note.objects.get(pk=note.pk).fact == "Ringde och berättade."


def test_both_are_shown_and_so_is_the_objection(case, client, today):
    note = write(case)
    sign_in(client, case.social_worker)
    url = reverse("cases:note", args=[note.pk])
    sent = {
        "acting_as": case.social_worker_id,
        "form": "object",
        "object-text": "Jag ringde aldrig.",
        "object-said_on": "2026-11-12",
    }
    assert client.post(url, sent).status_code == 302
    page = client.get(reverse("cases:journal", args=[case.pk])).content.decode()
    assert "Jag ringde aldrig." in page
    assert "Personen invänder" in page
    with as_(case.social_worker), pytest.raises(DatabaseError), transaction.atomic():
        Objection.objects.update(text="Jag ringde.")
    late = client.post(url, {**sent, "object-said_on": "2026-11-13"})
    assert late.status_code == 422


def test_a_note_is_written_now_by_whoever_acts_at_their_unit(case):
    with as_(case.responsible):
        Note.objects.create(
            case=case,
            person_id=case.person_id,
            kind="contact",
            source="staff",
            fact="X",
            happened_at=now() - timedelta(hours=1),
            author=case.social_worker,
            unit=case.social_worker.unit,
            written_at=now() + timedelta(days=9999),
            edition=7,
        )
    note = Note.objects.get()
    assert (note.author_id, note.unit_id) == (case.responsible_id, case.responsible.unit_id)
    assert note.written_at <= now()
    assert note.edition == 1
    with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.create(
            case=case,
            person_id=case.person_id,
            kind="contact",
            source="staff",
            fact="X",
            happened_at=now() + timedelta(days=1),
        )


def test_pressed_twice_it_is_one_note_and_a_correction_leaves_what_is_typed(case, client):
    sign_in(client, case.responsible)
    url = reverse("cases:journal", args=[case.pk])
    for _twice in range(2):
        assert client.post(url, form(case)).status_code == 302
    note = Note.objects.get()
    client.post(reverse("cases:typed_note", args=[case.pk]), form(case, fact="Halvskri"))
    correct = {f"correct-{name}": value for name, value in form(case, fact="Nej").items()}
    sent = {**correct, "acting_as": case.responsible_id, "form": "correct"}
    assert client.post(reverse("cases:note", args=[note.pk]), sent).status_code == 302
    assert Draft.objects.get().fields["fact"] == "Halvskri"


def test_a_note_for_a_case_that_was_closed_meanwhile_is_not_lost(case, client, today):
    sign_in(client, case.responsible)
    type(case).objects.update(closed_on=today)
    answer = client.post(reverse("cases:journal", args=[case.pk]), form(case, fact="Långt och viktigt"))
    assert answer.status_code == 422
    assert "Ärendet är avslutat" in answer.content.decode()
    assert "Långt och viktigt" in answer.content.decode()


def test_notes_of_a_kind_and_by_thirty(case, client):
    for number in range(33):
        write(case, fact=f"Nummer {number:02}", happened_at=now() - timedelta(days=number + 1))
    write(case, kind="consent", fact="Gav sitt samtycke")
    sign_in(client, case.responsible)
    url = reverse("cases:journal", args=[case.pk])
    first = client.get(url)
    assert "Nummer 28" in first.content.decode()
    assert "Nummer 29" not in first.content.decode()
    earlier = re.search(r'rel="next" href="([^"]+)"', first.content.decode())[1]
    rest = client.get(url + earlier).content.decode()
    assert "Nummer 29" in rest
    assert "Nummer 32" in rest
    assert "Nummer 28" not in rest
    only = client.get(url + "?kind=consent").content.decode()
    assert "Gav sitt samtycke" in only
    assert "Nummer 01" not in only


def test_the_journal_asks_few_questions(case, client, django_assert_max_num_queries):
    sign_in(client, case.responsible)
    url = reverse("cases:journal", args=[case.pk])
    write(case)
    with django_assert_max_num_queries(15) as before:
        client.get(url)
    for _more in range(5):
        write(case)
    with django_assert_max_num_queries(len(before.captured_queries)):
        client.get(url)
