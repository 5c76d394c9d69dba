"""What is said with employers: asked no more often than the rules say, promised by a day, kept while it is typed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.employers import operations
from trappan.employers.models import Conversation, Draft
from trappan.employers.testing import make_employer, make_officer, say
from trappan.history.models import Event
from trappan.refusals import Refused
from trappan.rules.models import MunicipalText, RuleSet
from trappan.staff.models import Membership
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


@pytest.fixture
def employer(linnea):
    return make_employer(linnea, name="Köket")


def send(client, who, employer, **fields):
    sign_in(client, who)
    about = {"acting_as": who.pk, "way": "phone", "text": "Ringde", **fields}
    return client.post(reverse("employers:converse", args=[employer.pk]), about)


class TestLoad:
    def test_the_same_workplace_is_asked_as_often_as_the_rules_say_and_then_for_a_reason(self, linnea, employer, today):
        with as_(linnea) as actor:
            street = operations.make_workplace(employer=employer, name="Storgatan 1")
            other = operations.make_workplace(employer=employer, name="Hamngatan 9")
            for ago in (89, 40, 5, 0):
                say(actor, employer, workplace=street, asks=True, held_on=today - timedelta(days=ago))
            with pytest.raises(Refused, match="så ofta som reglerna säger") as no:
                say(actor, employer, workplace=street, asks=True)
            assert no.value.field == "over_reason"
            with pytest.raises(Refused, match="så ofta"):
                say(actor, employer, asks=True)  # of the whole employer, that workplace too
            say(actor, employer, workplace=other, asks=True)
            say(actor, employer, workplace=street, text="Tackade för i går")
            say(actor, employer, workplace=street, asks=True, over_reason="De sökte folk i annons")

    def test_what_was_asked_before_the_rules_days_no_longer_counts(self, linnea, employer, today):
        with as_(linnea) as actor:
            for ago in (90, 91, 92, 93, 94):
                say(actor, employer, asks=True, held_on=today - timedelta(days=ago), over_reason="Länge sedan")
            say(actor, employer, asks=True)

    def test_one_written_down_afterwards_counts_with_those_that_came_after_it(self, linnea, employer, today):
        with as_(linnea) as actor:
            for ago in (9, 8, 7, 6):
                say(actor, employer, asks=True, held_on=today - timedelta(days=ago))
            with pytest.raises(Refused, match="så ofta"):
                say(actor, employer, asks=True, held_on=today - timedelta(days=20))
            say(actor, employer, asks=True, held_on=today - timedelta(days=97))
            say(actor, employer, asks=True, over_reason="De ringde själva")
            early = Conversation.objects.get(held_on=today - timedelta(days=9))
            Conversation.objects.filter(pk=early.pk).update(held_on=today - timedelta(days=10))

    def test_the_whole_employer_has_been_asked_as_often_as_the_workplace_asked_most(self, client, linnea, employer):
        with as_(linnea) as actor:
            for name in ("Storgatan 1", "Hamngatan 9"):
                place = operations.make_workplace(employer=employer, name=name)
                for _ask in range(3):
                    say(actor, employer, workplace=place, asks=True)
            say(actor, employer, asks=True)
            with pytest.raises(Refused, match="så ofta"):
                say(actor, employer, asks=True)
        sign_in(client, linnea)
        assert len(client.get(reverse("employers:employer", args=[employer.pk])).context["load"].on) == 4

    def test_another_rule_of_the_day_decides(self, linnea, employer, today):
        for rules in RuleSet.objects.all():
            RuleSet.objects.filter(pk=rules.pk).update(parameters={**rules.parameters, "asking_most": 1})
        with as_(linnea) as actor:
            say(actor, employer, asks=True)
            with pytest.raises(Refused, match="så ofta"):
                say(actor, employer, asks=True)

    def test_a_question_that_is_put_in_afterwards_counts_as_one(self, linnea, employer):
        with as_(linnea) as actor:
            for _ask in range(4):
                say(actor, employer, asks=True)
            quiet = say(actor, employer)
            with pytest.raises(DatabaseError, match="asked"), transaction.atomic():
                Conversation.objects.filter(pk=quiet.pk).update(asks=True)

    def test_the_page_tells_how_often_and_when_one_more_goes_well(self, client, linnea, employer, today):
        with as_(linnea) as actor:
            for ago in (60, 30, 0):
                say(actor, employer, asks=True, held_on=today - timedelta(days=ago))
        sign_in(client, linnea)
        url = reverse("employers:employer", args=[employer.pk])
        assert "3 frågor de senaste 90 dagarna" in markup(client.get(url))
        assert "En till går bra i dag" in markup(client.get(url))
        with as_(linnea) as actor:
            say(actor, employer, asks=True)
        assert client.get(url).context["load"].free_on == today + timedelta(days=30)

    def test_one_that_rests_or_has_ended_or_closed_is_not_said_to_be_free(self, client, linnea, employer, today):
        with as_(linnea) as actor:
            place = operations.make_workplace(employer=employer, name="Storgatan 1")
            operations.rest_employer(employer=employer, rests_from=today, rest_reason="Semester")
        urls = [
            reverse("employers:employer", args=[employer.pk]),
            reverse("employers:workplace", args=[place.pk]),
            reverse("employers:converse", args=[employer.pk]),
        ]

        def told(words):
            sign_in(client, linnea)
            pages = [markup(client.get(url)) for url in urls]
            assert not any("går bra" in page for page in pages)
            return [words in page for page in pages]

        assert told("De vilar: fråga inte utan skäl.") == [True, True, True]
        with as_(linnea) as actor:
            operations.take_up_employer(employer=employer)
            operations.end_employer(employer=employer, today=actor.today, end_reason="Lades ned")
        assert told("Kontakten är avslutad: ta upp den igen innan du frågar.") == [True, True, True]
        with as_(linnea):
            operations.take_up_employer(employer=employer)
            operations.close_workplace(workplace=place, closed_on=today)
        del urls[0], urls[1]
        assert told("Arbetsstället har stängt.") == [True]


class TestPromise:
    def test_a_next_step_without_a_day_is_told_at_the_day(self, client, linnea, employer, today):
        answer = send(client, linnea, employer, held_on=today, next_step="Ringa Vera")
        assert answer.status_code == 422
        assert "senast vilken dag" in str(answer.context["form"].errors["next_on"])
        answer = send(client, linnea, employer, held_on=today, next_on=today)
        assert "vad som lovades" in str(answer.context["form"].errors["next_step"])
        assert not Conversation.objects.exists()

    def test_not_before_the_conversation_and_not_on_a_day_to_come(self, client, linnea, employer, today):
        before = {"next_step": "Ringa", "next_on": today - timedelta(days=1)}
        assert "next_on" in send(client, linnea, employer, held_on=today, **before).context["form"].errors
        answer = send(client, linnea, employer, held_on=today + timedelta(days=1))
        assert "held_on" in answer.context["form"].errors

    def test_it_stands_on_the_start_page_of_the_team_until_it_is_done(self, client, linnea, employer, today):
        send(client, linnea, employer, held_on=today, next_step="Ringa Vera om disken", next_on=today)
        colleague = make_colleague("employer_officer", linnea.unit)
        sign_in(client, colleague)
        assert f"Ringa Vera om disken ({linnea.colleague.name}" in markup(client.get("/"))
        kept = Conversation.objects.get()
        done = {"acting_as": colleague.pk, "form": "done", "row": kept.pk, f"done-{kept.pk}-done_note": ""}
        assert client.post(reverse("employers:employer", args=[employer.pk]), done).status_code == 302
        kept.refresh_from_db()
        assert (kept.done_on, kept.promised_by) == (today, linnea)
        assert "Ringa Vera om disken" not in markup(client.get("/"))
        assert Event.objects.filter(verb="employers.keep_promise", actor=colleague).count() == 1
        with as_(linnea), pytest.raises(Refused, match="redan"):
            operations.keep_promise(conversation=kept, today=today)

    def test_one_due_later_than_a_week_waits(self, client, linnea, employer, today):
        send(client, linnea, employer, held_on=today, next_step="Ringa i vår", next_on=today + timedelta(days=8))
        assert "Ringa i vår" not in markup(client.get("/"))


class TestWriting:
    def test_who_spoke_last_and_with_whom_stand_on_the_page(self, client, linnea, employer, today):
        with as_(linnea):
            vera = operations.make_contact(employer=employer, name="Vera Diktare")
        send(client, linnea, employer, held_on=today, contact=vera.pk)
        page = markup(client.get(reverse("employers:employer", args=[employer.pk])))
        assert f"{linnea.colleague.name} med Vera Diktare" in page
        assert f"<dt>Talade senast</dt><dd>{linnea.colleague.name}, 12 november 2026" in page

    def test_who_spoke_last_is_the_same_on_every_page_of_what_was_said(self, client, linnea, employer, today):
        with as_(linnea) as actor:
            for ago in range(51):
                say(actor, employer, held_on=today - timedelta(days=ago))
        sign_in(client, linnea)
        page = markup(client.get(reverse("employers:employer", args=[employer.pk]), {"all": "", "page": 2}))
        assert f"<dt>Talade senast</dt><dd>{linnea.colleague.name}, 12 november 2026" in page

    def test_a_participants_number_is_refused_with_where_it_belongs(self, client, linnea, employer, today):
        answer = send(client, linnea, employer, held_on=today, text="Kim 900101-2384 trivdes")
        assert "journalen" in str(answer.context["form"].errors["text"])
        with as_(linnea) as actor, pytest.raises(Refused, match="journalen"):
            say(actor, employer, text="Kim 19900101-2384 trivdes")

    def test_a_contact_or_a_workplace_of_another_employer_is_refused(self, client, linnea, employer, today):
        other = make_employer(linnea)
        with as_(linnea) as actor:
            theirs = operations.make_contact(employer=other, name="Nils")
            place = operations.make_workplace(employer=other, name="Torget")
            with pytest.raises(Refused, match="en annan arbetsgivares"):
                say(actor, employer, contact=theirs)
            with pytest.raises(Refused, match="en annan arbetsgivares"):
                say(actor, employer, workplace=place)
        assert "contact" in send(client, linnea, employer, held_on=today, contact=theirs.pk).context["form"].errors

    def test_two_who_put_it_right_the_second_sees_what_differs(self, client, linnea, employer, today):
        send(client, linnea, employer, held_on=today)
        url = reverse("employers:conversation", args=[Conversation.objects.get().pk])
        edition = client.get(url).context["form"]["edition"].value()
        about = {"acting_as": linnea.pk, "held_on": today, "way": "phone", "edition": edition}
        assert client.post(url, {**about, "text": "Ringde Vera"}).status_code == 302
        answer = client.post(url, {**about, "text": "Ringde Nils"})
        assert answer.status_code == 422
        assert "Ringde Vera" in markup(answer)

    def test_a_promise_stays_with_a_colleague_who_has_left_until_somebody_else_is_chosen(
        self, client, linnea, employer, today
    ):
        gone = make_colleague("employer_officer", linnea.unit)
        with as_(linnea) as actor:
            said = say(actor, employer, next_step="Ringa", next_on=today, promised_by=gone)
        Membership.objects.filter(pk=gone.pk).update(ends_on=today)
        url = reverse("employers:conversation", args=[said.pk])
        sign_in(client, linnea)
        form = client.get(url).context["form"]
        assert gone.pk in [choice.pk for choice in form.fields["promised_by"].queryset]
        assert gone.pk not in [
            choice.pk
            for choice in client.get(reverse("employers:converse", args=[employer.pk]))
            .context["form"]
            .fields["promised_by"]
            .queryset
        ]
        about = {"held_on": today, "way": "phone", "text": "Ringde Vera", "next_step": "Ringa", "next_on": today}
        about |= {"promised_by": form["promised_by"].value(), "edition": form["edition"].value()}
        assert client.post(url, {"acting_as": linnea.pk, **about}).status_code == 302
        said.refresh_from_db()
        assert (said.text, said.promised_by) == ("Ringde Vera", gone)

    def test_what_is_typed_is_there_again_for_its_writer_alone_and_gone_when_it_is_saved(
        self, client, linnea, employer, today
    ):
        sign_in(client, linnea)
        page = reverse("employers:converse", args=[employer.pk])
        keep = reverse("employers:keep_draft", args=[employer.pk])
        assert f'hx-post="{keep}"' in client.get(page).content.decode()
        client.post(keep, {"acting_as": linnea.pk, "text": "Halva meningen om ett kök", "csrf": "x"})
        assert "Halva meningen om ett kök" in markup(client.get(page))
        colleague = make_colleague("employer_officer", linnea.unit)
        with as_(colleague):
            assert not Draft.objects.exists()
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Draft.objects.create(employer=employer, owner=linnea)
        sign_in(client, colleague)
        assert "Halva meningen" not in markup(client.get(page))
        send(client, linnea, employer, held_on=today, text="Hela meningen")
        assert Draft.objects.get().fields == {}
        client.post(keep, {"acting_as": linnea.pk, "text": "Igen"})
        client.post(reverse("employers:forget_draft", args=[employer.pk]), {"acting_as": linnea.pk})
        assert "Igen" not in markup(client.get(page))


class TestContacts:
    def test_what_is_told_is_shown_and_noted_with_its_day(self, client, linnea, employer, today):
        MunicipalText.objects.create(kind="employer", starts_on=today, text="Vi sparar ditt namn på jobbet.")
        sign_in(client, linnea)
        about = {"acting_as": linnea.pk, "name": "Vera Diktare", "phone": "08-465 004 11"}
        url = client.post(reverse("employers:make_contact", args=[employer.pk]), about).url
        assert "Vi sparar ditt namn på jobbet." in markup(client.get(url))
        assert "Vera Diktare" in markup(client.get("/")), "not told yet"
        told = {"acting_as": linnea.pk, "form": "tell", "tell-told_on": today}
        assert client.post(url, told).status_code == 302
        assert "Fick veta 12 november 2026" in markup(client.get(url))
        assert "Vera Diktare" not in markup(client.get("/"))

    def test_where_there_was_no_text_nobody_was_told(self, client, linnea, employer, today):
        with as_(linnea):
            vera = operations.make_contact(employer=employer, name="Vera")
            with pytest.raises(Refused, match="ingen text"):
                operations.tell_contact(contact=vera, today=today, told_on=today)
            with pytest.raises(Refused, match="i dag eller tidigare"):
                operations.tell_contact(contact=vera, today=today, told_on=today + timedelta(days=1))

    def test_who_has_left_is_offered_no_more_and_stays_in_what_was_said(self, client, linnea, employer, today):
        with as_(linnea) as actor:
            vera = operations.make_contact(employer=employer, name="Vera Diktare")
            say(actor, employer, contact=vera)
            operations.leave_contact(contact=vera, today=today)
        sign_in(client, linnea)
        assert "Vera Diktare" not in markup(client.get(reverse("employers:converse", args=[employer.pk])))
        page = markup(client.get(reverse("employers:employer", args=[employer.pk])))
        assert "med Vera Diktare" in page
        assert "Har slutat: Vera Diktare" in page
