"""An objection stands beside a note of a referral, and what is asked is put right with its reason."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.cases import operations
from trappan.cases.forms import PurposeForm
from trappan.cases.models import Referral, ReferralObjection
from trappan.cases.testing import make_case
from trappan.cases.tests.test_referral_work import referred, write
from trappan.history.models import Event, Version
from trappan.people.operations import protect
from trappan.refusals import Overtaken, Refused
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
SAID = {"object-text": "Jag sa målare, inte kock.", "object-said_on": "2026-11-12"}


@pytest.fixture
def there(today):
    return referred()


@pytest.fixture
def sara(there):
    """Somebody with the same right on somebody else, whom the same consultant has referred."""
    return referred(consultant=there[0].case.responsible)[1]


def post(client, who, name, key, **fields):
    sign_in(client, who)
    return client.post(reverse(name, args=[key]), {"acting_as": who.pk, **fields})


class TestObjection:
    def test_it_is_kept_beside_the_note_and_shown_wherever_the_note_is(self, client, there):
        referral, mio = there
        note = write(referral, mio)
        page = ("cases:referral_note", note.pk)
        assert post(client, mio, *page, form="object", **SAID).status_code == 302
        for who in (mio, referral.case.responsible):
            sign_in(client, who)
            for name, key in (page, ("cases:referral", referral.pk)):
                shown = text(client.get(reverse(name, args=[key])))
                assert "Jag sa målare, inte kock." in shown, (who, name)
                assert "Personen invänder" in shown
        told = Event.objects.get(verb="cases.object_to_referral_note")
        assert (told.scope, told.unit_id) == ("activity", mio.unit_id)

    def test_the_consultant_keeps_one_also_when_the_referral_has_ended(self, client, there):
        referral, mio = there
        note = write(referral, mio)
        with as_(mio) as actor:
            operations.end_referral(referral=referral, by=actor, end="done", result="Klart")
        jonna = referral.case.responsible
        assert post(client, jonna, "cases:referral_note", note.pk, form="object", **SAID).status_code == 302
        assert ReferralObjection.objects.get().author_id == jonna.pk
        with as_(mio), pytest.raises(Refused):
            operations.object_to_referral_note(note=note, text="x", said_on=TODAY, today=TODAY)

    @pytest.mark.parametrize(("field", "value"), [("text", " "), ("said_on", "2026-11-13"), ("said_on", "i går")])
    def test_bad_input_is_told_at_its_field(self, client, there, field, value):
        referral, mio = there
        note = write(referral, mio)
        sent = {**SAID, f"object-{field}": value}
        answer = post(client, mio, "cases:referral_note", note.pk, form="object", **sent)
        assert answer.status_code == 422
        assert answer.context["acts"]["object"].bound.errors[field]
        assert not ReferralObjection.objects.exists()

    def test_in_sql_nobody_changes_one_or_writes_one_about_somebody_else(self, there, sara):
        referral, mio = there
        note = write(referral, mio)
        row = {"note": note, "person_id": note.person_id, "unit_id": note.unit_id, "said_on": TODAY}
        with as_(mio):
            operations.object_to_referral_note(note=note, text="Fel", said_on=TODAY, today=TODAY)
            for change in ({"text": "x"}, {"said_on": TODAY}):
                with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    ReferralObjection.objects.update(**change)
        with as_(sara):
            assert not ReferralObjection.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                ReferralObjection.objects.create(**row, text="x")
        with as_(make_colleague("consultant", referral.case.responsible.unit)):
            assert not ReferralObjection.objects.exists()

    def test_of_a_protected_person_the_named_colleague_alone_reads_it(self, there):
        referral, mio = there
        note = write(referral, mio)
        with as_(mio):
            operations.object_to_referral_note(note=note, text="Fel", said_on=TODAY, today=TODAY)
        with as_(referral.case.responsible):
            protect(person=referral.person, protection="marked")
            assert ReferralObjection.objects.exists()
        with as_(make_colleague("counsellor", mio.unit)):
            assert not ReferralObjection.objects.exists()


def change(referral, purpose="Validera betygen", why="Skrev fel skola", **edition):
    edition = edition or {"edition": PurposeForm.begun(referral)["edition"]}
    operations.change_purpose(referral=referral, purpose=purpose, why=why, **edition)


class TestPurpose:
    def test_the_one_who_asked_puts_it_right_and_who_has_it_reads_both(self, client, there):
        referral, mio = there
        jonna = referral.case.responsible
        sign_in(client, jonna)
        form = client.get(reverse("cases:referral", args=[referral.pk])).context["acts"]["purpose"].bound
        sent = {"purpose-purpose": "Validera betygen", "purpose-why": "Fel fråga"}
        edition = {"purpose-edition": form["edition"].value()}
        answer = post(client, jonna, "cases:referral", referral.pk, form="purpose", **sent, **edition)
        assert answer.status_code == 302
        sign_in(client, mio)
        shown = text(client.get(reverse("cases:referral", args=[referral.pk])))
        for words in ("Validera betygen", "Rättad: Fel fråga", "Vad kan leda vidare?"):
            assert words in shown
        assert Version.objects.filter(of_table="cases_referral").latest("pk").was["purpose"] == "Vad kan leda vidare?"
        assert Event.objects.filter(verb="cases.change_purpose").count() == 1

    def test_what_was_asked_before_is_told_once_whatever_else_was_kept_of_it(self, client, there):
        referral, mio = there  # that it was taken on has kept a version too
        for words in ("Validera betygen", "Vad kan leda vidare?", "Pröva köket"):
            with as_(referral.case.responsible):
                change(Referral.objects.get(pk=referral.pk), purpose=words)
        sign_in(client, mio)
        told = client.get(reverse("cases:referral", args=[referral.pk])).context["asked_before"]
        assert [one.was["purpose"] for one in told] == [
            "Vad kan leda vidare?",
            "Validera betygen",
            "Vad kan leda vidare?",
        ]

    def test_who_has_the_referral_and_who_has_another_person_change_nothing(self, client, there, sara):
        referral, mio = there
        other = make_case().responsible
        for who in (mio, sara, other):
            with as_(who), pytest.raises((Refused, Overtaken)):
                change(referral)
        sign_in(client, mio)
        assert client.get(reverse("cases:referral", args=[referral.pk])).context["acts"].get("purpose") is None
        assert Referral.objects.get(pk=referral.pk).purpose == "Vad kan leda vidare?"

    def test_without_a_reason_ended_or_overtaken_it_stays(self, there):
        referral, mio = there
        with as_(referral.case.responsible):
            with pytest.raises(Refused, match="varför"):
                change(referral, why=" ")
            with pytest.raises(Overtaken):
                change(referral, edition="0")
        with as_(mio) as actor:
            operations.end_referral(referral=referral, by=actor, end="done", result="Klart")
        with as_(referral.case.responsible), pytest.raises(Refused, match="är avslutad"):
            change(referral)
        assert Referral.objects.get(pk=referral.pk).purpose == "Vad kan leda vidare?"
