"""Somebody referred by a partner before any application, by her own consent: asked, received, came, not."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.jobs import empty_referrals
from trappan.partnerships.models import PartnerReferral
from trappan.partnerships.outreach import referral_here, referrals_here, referred
from trappan.partnerships.testing import make_signed
from trappan.people.testing import make_person, test_number
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.models import Succession, Unit
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

OURS = "/partners/referrals/"
ABOUT = {
    "name": "Amina Prov",
    "contact": "070-123 45 67",
    "why": "Vill ha hjälp att söka arbete",
    "language": "somaliska",
    "interpreter": True,
    "consented_on": TODAY,
    "consented_how": "meeting",
    "consented_to": "Namn och telefon till enheten",
}
NAMES = ("name", "contact", "language", "why")


@pytest.fixture
def at(house):
    """The house with its agreement, a social worker of the unit that takes applications, and one of another unit."""
    make_signed(house.head, house.director, house.partner)
    house.unit = make_unit("social_service", house.municipality)
    house.worker = make_colleague("social_worker", house.unit)
    house.other_worker = make_colleague("social_worker", make_unit("social_service", house.municipality))
    house.colleague = make_colleague("supervisor", house.leader.unit)
    house.next_site = make_colleague("supervisor", make_unit("site", house.partner))
    return house


def refer(at, **about):
    with as_(at.leader):
        return operations.refer(to_unit=at.unit, **{**ABOUT, **about})


def row(pk):
    return PartnerReferral.objects.get(pk=pk)


def sent(who, act, **fields):
    return {"acting_as": who.pk, "form": act, **{f"{act}-{key}": value for key, value in fields.items()}}


def number_of(person):
    return person.numbers.get().number


@pytest.mark.django_db
class TestTheWay:
    @pytest.mark.requirement("R-242")
    def test_from_the_partners_page_to_a_new_application_and_the_name_is_gone(self, at, client):
        sign_in(client, at.leader)
        typed = {**ABOUT, "to_unit": at.unit.pk, "consents": "on", "consented_on": str(TODAY)}
        del typed["consented_to"]
        without = {**typed, "consents": ""}
        assert client.post(OURS, sent(at.leader, "refer", **without)).status_code == 422
        assert client.post(OURS, sent(at.leader, "refer", **typed)).status_code == 302
        again = client.post(OURS, sent(at.leader, "refer", **{**typed, "name": "AMINA prov"}))
        assert "redan hänvisat" in markup(again)
        made = PartnerReferral.objects.get()
        assert "får veta om personen kom" in made.consented_to

        sign_in(client, at.worker)
        assert ABOUT["name"] in markup(client.get("/"))
        page = reverse("partnerships:partner_referral", args=[made.pk])
        assert ABOUT["contact"] in markup(client.get(page))
        assert client.post(page, sent(at.worker, "receive")).status_code == 302
        sign_in(client, at.leader)
        assert "Mottagen av enheten" in markup(client.get(OURS))

        sign_in(client, at.worker)
        asks = f"{reverse('cases:receive')}?referral={made.pk}"
        assert client.get(asks).context["form"]["referral"].value() == made.pk
        number = test_number()
        sent_on = client.post(asks, {"acting_as": at.worker.pk, "number": number, "referral": made.pk})
        assert sent_on.context["form"]["referral"].value() == made.pk
        new = {"given_name": "Amina", "family_name": "Prov", "protection": "none", "kind": "new"}
        new |= {"number": number, "received_on": str(TODAY), "referral": made.pk, "acting_as": at.worker.pk}
        assert client.post(reverse("cases:take_in"), new).status_code == 302

        done = row(made.pk)
        assert (done.state, done.person.given_name, done.answered_on) == ("came", "Amina", TODAY)
        assert [getattr(done, name) for name in NAMES] == [""] * 4
        assert client.get(page).status_code == 404
        sign_in(client, at.leader)
        shown = markup(client.get(OURS))
        assert "Kom," in shown
        assert "Amina" not in shown

    def test_no_is_a_no_without_words_that_could_tell_what_the_municipality_knows(self, at, client):
        made = refer(at)
        sign_in(client, at.worker)
        page = reverse("partnerships:partner_referral", args=[made])
        assert client.post(page, sent(at.worker, "decline")).status_code == 302
        assert (row(made).state, row(made).name) == ("not", "")
        sign_in(client, at.leader)
        assert "Kom inte" in markup(client.get(OURS))

    def test_it_waits_with_what_comes_after_the_unit_it_was_asked_of(self, at):
        made = refer(at)
        after = make_unit("social_service", at.municipality)
        Succession.objects.create(unit=after, before=at.unit)
        there = make_colleague("social_worker", after)
        elsewhere = make_colleague("social_worker", make_unit("social_service", at.municipality))
        with as_(there):
            assert referrals_here() == []
        Unit.objects.filter(pk=at.unit.pk).update(ends_on=TODAY)
        with as_(elsewhere):
            assert referrals_here() == []
            with pytest.raises(Refused, match="besvarad"):
                operations.receive_referral(referral=made)
        with as_(there):
            assert [one.pk for one in referrals_here()] == [made]
            operations.receive_referral(referral=made)
            operations.answer_referral(referral=made)
        assert row(made).state == "not"

    def test_the_partner_sees_the_same_of_somebody_known_and_somebody_new(self, at):
        known, new = make_person(at.worker), make_person(at.worker)
        number = number_of(known)
        first = refer(at, name=f"{known.given_name} {known.family_name}")
        second = refer(at, name="Någon Annan")
        with as_(at.worker):
            operations.came_to_us(referral=first, number=number)
            operations.answer_referral(referral=second, person=new)
        with as_(at.leader):
            one, other = (
                [getattr(found, name) for name in (*NAMES, "state", "answered_on", "day")] for found in referred()
            )
        assert one == other

    def test_who_came_is_somebody_the_unit_works_with(self, at):
        theirs = make_person(at.other_worker)
        number = number_of(theirs)
        made = refer(at)
        with as_(at.worker):
            with pytest.raises(Refused):
                operations.came_to_us(referral=made, number=number)
            with pytest.raises(Refused, match="arbetar inte"):
                operations.answer_referral(referral=made, person=theirs)
            with pytest.raises(Refused, match="Ta emot ansökan"):
                operations.came_to_us(referral=made, number=test_number())
        assert row(made).state == "asked"

    def test_taken_back_the_name_goes_at_once_and_an_application_still_comes_in(self, at, client):
        made = refer(at)
        sign_in(client, at.leader)
        assert client.post(OURS, {**sent(at.leader, "take_back"), "row": made}).status_code == 302
        assert (row(made).state, *(getattr(row(made), name) for name in NAMES)) == ("taken_back", "", "", "", "")
        with as_(at.worker):
            assert referrals_here() == []
            for answer in ({}, {"person": make_person(at.worker)}):
                with pytest.raises(Refused, match="redan"):
                    operations.answer_referral(referral=made, **answer)
        sign_in(client, at.worker)
        new = {"given_name": "Amina", "family_name": "Prov", "protection": "none", "kind": "new"}
        new |= {"number": test_number(), "received_on": str(TODAY), "referral": made, "acting_as": at.worker.pk}
        answer = client.post(reverse("cases:take_in"), new, follow=True)
        assert "besvarad eller återtagen" in markup(answer)
        assert row(made).state == "taken_back"

    def test_answered_it_is_not_taken_back(self, at):
        made = refer(at)
        with as_(at.worker):
            operations.answer_referral(referral=made)
        with as_(at.leader), pytest.raises(Refused, match="redan"):
            operations.take_back_referral(referral=made)

    def test_nobody_answers_and_the_name_goes_by_the_rules(self, at):
        made = refer(at)
        set_today(TODAY + timedelta(days=29))
        empty_referrals()
        assert row(made).name == ABOUT["name"]
        set_today(TODAY + timedelta(days=30))
        empty_referrals()
        assert (row(made).state, row(made).name, row(made).contact) == ("lapsed", "", "")
        with as_(at.leader):
            assert [one.state for one in referred()] == ["lapsed"]


@pytest.mark.django_db
class TestWhoSeesIt:
    @pytest.mark.requirement("R-242")
    def test_the_site_and_the_units_social_workers_and_nobody_else(self, at, client):
        made = refer(at)
        theirs = (at.stranger, at.next_site, at.own_leader, at.head, at.director, at.other_worker, at.head_abroad)
        acts = (
            lambda: operations.receive_referral(referral=made),
            lambda: operations.answer_referral(referral=made),
            lambda: operations.take_back_referral(referral=made),
        )
        page = reverse("partnerships:partner_referral", args=[made])
        for who in theirs:
            with as_(who):
                assert (referred(), referrals_here(), referral_here(made)) == ([], [], None), who.role
                for act in acts:
                    with pytest.raises(Refused, match="redan"):
                        act()
            sign_in(client, who)
            assert client.get(page).status_code in (403, 404)
        with as_(at.colleague):
            assert [one.name for one in referred()] == [ABOUT["name"]]
            assert referrals_here() == []
        with as_(at.worker):
            assert [one.name for one in referrals_here()] == [ABOUT["name"]]
            assert referred() == []

    def test_no_role_reads_or_writes_the_table_itself(self, at):
        refer(at)
        for who in (at.leader, at.worker, at.head):
            for statement in (
                "SELECT * FROM partnerships_partnerreferral",
                "UPDATE partnerships_partnerreferral SET state = state",
                "DELETE FROM partnerships_partnerreferral",
                "SELECT partnerships_empty_referrals()",
                "SELECT partnerships_open_referral(1, 'site')",
            ):
                with as_(who), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                    database.execute(statement)

    def test_no_version_and_no_event_keeps_the_name(self, at):
        made = refer(at)
        with as_(at.leader):
            operations.take_back_referral(referral=made)
        kept = database.query(
            "SELECT count(*) AS n FROM history_version WHERE of_table = 'partnerships_partnerreferral'"
        )
        assert kept[0].n == 0
        told = database.query("SELECT details::text AS said FROM history_event WHERE verb LIKE 'partnerships.%refer%'")
        assert len(told) == 2
        assert not any("Amina" in one.said or "070" in one.said for one in told)


@pytest.mark.django_db
class TestRefused:
    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"name": "Amina 19900101-2384"}, "personnummer"),
            ({"why": "Är 900101-2384"}, "personnummer"),
            ({"contact": "199001012384"}, "personnummer"),
            ({"name": " "}, "heter"),
            ({"consented_on": TODAY + timedelta(days=1)}, "samtycket"),
            ({"consented_on": TODAY - timedelta(days=30)}, "samtycket"),
        ],
    )
    def test_by_the_database(self, at, wrong, words):
        with pytest.raises(Refused, match=f"(?i){words}"):
            refer(at, **wrong)

    def test_without_an_agreement_that_holds_or_from_anybody_but_a_partners_site(self, at):
        for who in (at.stranger, at.own_leader, at.worker, at.head):
            with as_(who), pytest.raises(Refused, match="avtal"):
                operations.refer(to_unit=at.unit, **ABOUT)
        abroad = make_unit("social_service", at.neighbour)
        for unit in (abroad, at.head.unit):
            with as_(at.leader), pytest.raises(Refused, match="avtal"):
                operations.refer(to_unit=unit, **ABOUT)


@pytest.mark.django_db(transaction=True)
def test_a_consent_taken_back_while_somebody_answers_is_one_of_the_two(at):
    made = refer(at)
    at_the_same_moment(
        by(at.leader, lambda _actor: operations.take_back_referral(referral=made)),
        by(at.worker, lambda _actor: operations.answer_referral(referral=made)),
    )
    assert row(made).state in ("taken_back", "not")
    assert [getattr(row(made), name) for name in NAMES] == [""] * 4
