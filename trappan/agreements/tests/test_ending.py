"""When a placement at an employer is over a form goes out, somebody takes in what is told, and the person reads it."""

from datetime import timedelta
from functools import partial

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from trappan import database
from trappan.activities.models import Activity
from trappan.agreements import operations
from trappan.agreements.jobs import ask_endings
from trappan.agreements.models import Agreement, Ending, Link, Statement
from trappan.agreements.testing import answer, deliver, known_code, make_agreement, order, sign_all
from trappan.agreements.tests.test_link import seen_in, state
from trappan.cases.testing import make_case
from trappan.people.operations import protect
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement, extend
from trappan.placements.testing import make_placement
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
OVER = TODAY + timedelta(days=90)  # the day after the last day
WENT = {"answer-went": "completed", "answer-hours": "200", "answer-again": "yes", "answer-led_to": "here"}
WAYS = ("completed", "partly")
WHO = {"name": "Vera Diktare", "title": "driftchef"}


@pytest.fixture(autouse=True)
def telephones(settings, tmp_path):
    settings.SMS = {"url": "", "login": "", "sender": "Trappan", "folder": str(tmp_path)}


@pytest.fixture
def signed(jonna, agreement):
    """An agreement that all have signed; a link has been sent once, so that it is known where the pages are."""
    order(jonna, agreement)
    sign_all(jonna, agreement)
    return Agreement.objects.select_related("person", "contact", "workplace__employer", "placement").get()


def another(jonna, agreement, ends_on=OVER):
    """Make another person's signed agreement at the same employer."""
    case = make_case(consultant=jonna, given_name="Yonas", family_name="Exempelsson")
    place = Activity.objects.get(code="kok")
    placement = make_placement(jonna, person=case.person, activity=place, starts_on=TODAY, ends_on=ends_on)
    made = make_agreement(jonna, placement, (agreement.workplace, agreement.contact))
    sign_all(jonna, made)
    return made


def forms():
    return Link.objects.filter(purpose="end").order_by("pk")


def sent():
    """Let the worker order and send what is due; return the address of the last form."""
    ask_endings()
    return deliver()


def answered(browser, link, address, **said):
    browser.get(address)
    code = known_code(link)
    page = answer(browser, "open", code)
    return page, answer(browser, "answer", code, seen=seen_in(page), **{**WENT, **WHO, **said})


def desk(client, jonna):
    return text(sign_in(client, jonna).get("/"))


class TestTheWholeWay:
    def test_a_form_the_day_after_the_last_is_answered_taken_in_and_gone_through(self, browser, client, jonna, signed):
        set_today(OVER - timedelta(days=1))
        ask_endings()
        assert not forms().exists()
        set_today(OVER)
        address = sent()
        ask_endings()
        link = forms().get()
        person, letter = signed.person, mail.outbox[-1]
        assert (link.code_by, link.author, link.subject) == ("sms", jonna, str(OVER - timedelta(days=1)))
        assert person.family_name not in letter.subject + str(letter.body)
        assert "hur det gick" not in desk(client, jonna), "it is out: nothing is to be done"
        page, done = answered(browser, link, address, **{"answer-words": "Kom alltid i tid"})
        assert person.family_name in text(page)
        assert done.status_code == 302
        assert not Ending.objects.exists(), "nothing follows by itself"
        assert "har svarat hur det gick: läs" in desk(client, jonna)
        where = f"/agreements/{signed.pk}/ending/"
        shown = text(client.get(where))
        for words in ("Vera Diktare, driftchef", "Genomförd som avtalat", "200", "Kom alltid i tid"):
            assert words in shown
        said = Statement.objects.get(purpose="end")
        client.post(where, {"acting_as": jonna.pk, "form": "take_in", "row": said.pk})
        told = Ending.objects.get()
        assert (told.went, told.hours, told.again, told.led_to) == ("completed", 200, "yes", "here")
        assert (told.told_by, told.how, told.ends_on) == ("Vera Diktare, driftchef", "link", OVER)
        assert "gå igenom" in desk(client, jonna)
        fields = {"show-shown_on": str(OVER), "show-own_words": "Stämmer bra"}
        assert client.post(where, {"acting_as": jonna.pk, "form": "show", **fields}).status_code == 302
        told.refresh_from_db()
        assert (told.shown_on, told.own_words) == (OVER, "Stämmer bra")
        assert "hur det gick" not in desk(client, jonna)

    def test_answered_by_nobody_it_is_asked_on_the_telephone(self, browser, client, jonna, signed):
        set_today(OVER)
        address, link = sent(), forms().get()
        set_today(OVER + timedelta(days=8))
        ask_endings()
        assert forms().count() == 1, "by itself it goes out once"
        browser.get(address)
        assert "gäller inte längre" in text(browser.get("/link/"))
        assert "ingen fråga är ute" in desk(client, jonna)
        where = f"/agreements/{signed.pk}/ending/"
        typed = {"went": "partly", "told_by": "Vera", "initiative": "employer", "hours": 90, "again": "perhaps"}
        sent_in = {"acting_as": jonna.pk, "form": "tell", **{f"tell-{name}": value for name, value in typed.items()}}
        assert client.post(where, sent_in).status_code == 302
        assert (Ending.objects.get().how, Ending.objects.get().initiative) == ("phone", "employer")
        assert state(link) == "ended"

    def test_told_on_the_telephone_the_link_that_is_out_opens_nothing(self, browser, jonna, signed):
        set_today(OVER)
        address = sent()
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="completed", told_by="Vera")
        browser.get(address)
        assert "gäller inte längre" in text(browser.get("/link/"))
        assert forms().get().ended_why == "told"
        with as_(jonna), pytest.raises(Refused, match="redan"):
            operations.tell_ending(agreement=signed, went="partly", told_by="Vera")
        with as_(jonna), pytest.raises(Refused, match="redan"):
            operations.ask_ending(agreement=signed, site="http://testserver", way="email_aloud")
        with as_(jonna):
            operations.take_back_ending(ending=Ending.objects.get())
            operations.tell_ending(agreement=signed, went="partly", told_by="Vera", initiative="participant")
        assert Ending.objects.count() == 2, "a slip is kept"

    def test_taken_back_it_is_said_that_a_colleague_asks_again(self, client, jonna, signed):
        set_today(OVER)
        sent()
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="completed", told_by="Vera")
        sign_in(client, jonna)
        back = {"acting_as": jonna.pk, "form": "back"}
        done = client.post(f"/agreements/{signed.pk}/ending/", back, follow=True)
        assert "ring, eller skicka en ny länk" in text(done)
        set_today(OVER + timedelta(days=1))
        ask_endings()
        assert forms().count() == 1, "by itself it goes out once"
        assert "ingen fråga är ute" in desk(client, jonna)

    @pytest.mark.parametrize("days", [8, 80])
    def test_whoever_asks_for_a_new_form_is_told_of_on_the_desk(self, browser, client, jonna, signed, days):
        """Also when the days in which somebody is asked of an end have passed."""
        set_today(OVER)
        address = sent()
        set_today(OVER + timedelta(days=days))
        browser.get(address)
        assert "har fått veta att du ber om en ny länk" in text(browser.post("/link/", {"act": "anew"}))
        assert "ber om ett nytt formulär" in desk(client, jonna)
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="completed", told_by="Vera")
        assert "ber om ett nytt formulär" not in desk(client, jonna)


class TestAnEndThatBecomesAnother:
    def test_ended_sooner_than_was_written_the_form_of_the_other_end_ends(self, jonna, signed):
        """Ended a week ago, as somebody learns today: the form that is out names the wrong day."""
        set_today(OVER)
        sent()
        with as_(jonna):
            end_placement(placement=signed.placement, ends_on=OVER - timedelta(days=7), kind="planned")
        assert forms().get().ended_why == "changed"
        ask_endings()
        assert forms().last().subject == str(OVER - timedelta(days=8))

    def test_an_answer_that_tells_of_another_end_is_read_and_not_taken_in(self, browser, client, jonna, signed):
        set_today(OVER)
        address = sent()
        answered(browser, forms().get(), address)
        with as_(jonna):
            end_placement(placement=signed.placement, ends_on=OVER - timedelta(days=7), kind="planned")
        said = Statement.objects.get(purpose="end")
        with as_(jonna), pytest.raises(Refused, match="ett annat slut"):
            operations.take_in_ending(agreement=signed, statement=said)
        assert "har svarat hur det gick" in desk(client, jonna)
        where = f"/agreements/{signed.pk}/ending/"
        assert "Den gäller ett annat slut" in text(client.get(where))
        client.post(where, {"acting_as": jonna.pk, "form": "read", "row": said.pk})
        assert "har svarat hur det gick" not in desk(client, jonna)

    def test_extended_before_its_end_nobody_is_asked_until_the_new_one(self, jonna, signed):
        with as_(jonna) as actor:
            extend(placement=signed.placement, ends_on=OVER + timedelta(days=30), today=actor.today)
        set_today(OVER)
        ask_endings()
        assert not forms().exists()
        set_today(OVER + timedelta(days=30))
        ask_endings()
        assert forms().count() == 1

    def test_what_was_told_of_the_end_before_is_kept_as_that(self, client, jonna, signed):
        set_today(OVER)
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="completed", told_by="Vera")
            end_placement(placement=signed.placement, ends_on=OVER - timedelta(days=7), kind="planned")
        sign_in(client, jonna)
        page = text(client.get(f"/agreements/{signed.pk}/ending/"))
        assert "som har ändrats sedan dess" in page
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="partly", told_by="Vera")
        assert Ending.objects.count() == 2


class TestOneAtATime:
    def test_two_of_one_employer_queue_and_the_next_goes_out_when_the_first_is_answered(
        self, browser, client, jonna, signed
    ):
        other = another(jonna, signed)
        set_today(OVER)
        address = sent()
        assert forms().count() == 1
        first = forms().get()
        waits = other if first.placement_id == signed.placement_id else signed
        waits = Agreement.objects.select_related("person", "contact", "workplace__employer", "placement").get(
            pk=waits.pk
        )
        with as_(jonna), pytest.raises(Refused, match="om någon annan"):
            operations.ask_ending(agreement=waits, site="http://testserver", way="email_aloud")
        set_today(OVER + timedelta(days=1))
        assert "ingen fråga är ute" not in desk(client, jonna), "it waits its turn"
        assert "har ett formulär om någon annan" in text(client.get(f"/agreements/{waits.pk}/ending/"))
        answered(browser, first, address)
        ask_endings()
        assert set(forms().values_list("placement_id", flat=True)) == {signed.placement_id, other.placement_id}

    def test_one_that_cannot_be_sent_holds_back_no_other(self, jonna, signed):
        other = another(jonna, signed)
        database.execute(
            "UPDATE agreements_agreement SET email = 'det är ingen adress' WHERE id = %s", [min(signed.pk, other.pk)]
        )
        set_today(OVER)
        ask_endings()
        assert forms().get().placement_id == max((signed, other), key=lambda one: one.pk).placement_id


class TestNeverByALink:
    def test_about_somebody_protected_it_stands_on_the_desk_instead(self, client, jonna, signed):
        with as_(jonna):
            protect(person=signed.person, protection="marked")
        set_today(OVER)
        ask_endings()
        with as_(jonna):
            one = Agreement.objects.select_related("person", "contact", "workplace__employer", "placement").get()
            with pytest.raises(Refused, match="skyddad"):
                operations.ask_ending(agreement=one, site="http://testserver", way="email_aloud")
        assert not forms().exists()
        assert "ingen fråga är ute" in desk(client, jonna)
        where = f"/agreements/{signed.pk}/ending/"
        page = text(client.get(where))
        assert "Skicka en länk" not in page
        sent_in = {"acting_as": jonna.pk, "form": "tell", "tell-went": "unanswered"}
        assert client.post(where, sent_in).status_code == 302
        assert "hur det gick" not in desk(client, jonna)

    def test_what_nobody_has_signed_or_what_has_no_address_is_not_asked(self, jonna, agreement, at):
        order(jonna, agreement)
        other = another(jonna, agreement)
        Agreement.objects.filter(pk=other.pk).update(email="")
        set_today(OVER)
        ask_endings()
        assert not forms().exists()
        with as_(jonna), pytest.raises(Refused, match="pågår"):
            operations.tell_ending(agreement=agreement, went="completed", told_by="Vera")


class TestBadInput:
    @pytest.mark.parametrize(
        ("typed", "field"),
        [
            ({"went": "", "told_by": "Vera"}, "went"),
            ({"went": "completed"}, "told_by"),
            ({"went": "not_started", "told_by": "Vera"}, "initiative"),
            ({"went": "not_started", "told_by": "Vera", "initiative": "employer", "hours": "8"}, "hours"),
            ({"went": "completed", "told_by": "Vera", "initiative": "employer"}, "initiative"),
            ({"went": "completed", "told_by": "Vera", "hours": "516"}, "hours"),
            ({"went": "completed", "told_by": "Vera", "hours": "-1"}, "hours"),
            ({"went": "unanswered", "told_by": "Vera"}, "went"),
            ({"went": "unanswered", "again": "yes"}, "went"),
        ],
    )
    def test_is_told_at_its_field(self, client, jonna, signed, typed, field):
        set_today(OVER)
        sign_in(client, jonna)
        sent_in = {"acting_as": jonna.pk, "form": "tell", **{f"tell-{name}": value for name, value in typed.items()}}
        refused = client.post(f"/agreements/{signed.pk}/ending/", sent_in)
        assert refused.status_code == 422
        assert field in refused.context["form"].errors
        assert not Ending.objects.exists()

    def test_the_ceiling_and_the_end_are_the_databases_too(self, jonna, signed):
        about = {
            "agreement": signed,
            "person_id": signed.person_id,
            "how": "phone",
            "told_by": "V",
            "went": "completed",
        }
        with as_(jonna), pytest.raises(DatabaseError, match="goes on"), transaction.atomic():
            Ending.objects.create(**about, ends_on=TODAY)
        set_today(OVER)
        with as_(jonna), pytest.raises(DatabaseError, match="hours"), transaction.atomic():
            Ending.objects.create(**about, ends_on=TODAY, hours=516)
        with as_(jonna):
            made = Ending.objects.create(**about, ends_on=TODAY, hours=515)
            made.refresh_from_db()
            assert made.ends_on == OVER
            for day in (OVER - timedelta(days=1), OVER + timedelta(days=1)):
                with pytest.raises(DatabaseError, match="day"), transaction.atomic():
                    Ending.objects.update(shown_on=day)
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Ending.objects.update(went="partly")

    def test_what_is_said_by_a_link_is_written_by_no_colleague(self, browser, jonna, signed):
        set_today(OVER)
        address = sent()
        answered(browser, forms().get(), address)
        with as_(jonna):
            made = Ending.objects.create(
                agreement=signed,
                person_id=signed.person_id,
                ends_on=TODAY,
                how="link",
                statement=Statement.objects.get(purpose="end"),
                went="not_started",
                told_by="Jag själv",
                again="no",
            )
            made.refresh_from_db()
        assert (made.went, made.told_by, made.again) == ("completed", "Vera Diktare, driftchef", "yes")

    def test_a_colleague_with_the_same_right_on_somebody_else_reads_and_writes_nothing(self, client, jonna, signed):
        set_today(OVER)
        with as_(jonna):
            operations.tell_ending(agreement=signed, went="completed", told_by="Vera")
        stranger = make_colleague("consultant", jonna.unit)
        assert sign_in(client, stranger).get(f"/agreements/{signed.pk}/ending/").status_code == 404
        with as_(stranger):
            assert not Ending.objects.exists()
            assert Ending.objects.update(shown_on=OVER) == 0
            assert database.rows("agreements_endings_on_desk", [signed.person_id]) == []
            assert not database.value("agreements_was_signed", signed.pk)
            with pytest.raises(Refused):
                operations.tell_ending(agreement=signed, went="partly", told_by="Vera")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_write_it_down_at_once_one_is_told(jonna, signed):
    set_today(OVER)
    one, other = (partial(operations.tell_ending, agreement=signed, went=went, told_by="V") for went in WAYS)
    came = at_the_same_moment(by(jonna, lambda _actor: one()), by(jonna, lambda _actor: other()))
    (refusal,) = [one for one in came if isinstance(one, Refused)]
    assert "redan" in str(refusal)
    assert Ending.objects.count() == 1
    assert Placement.objects.get(pk=signed.placement_id).ends_on == OVER
