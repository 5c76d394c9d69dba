"""All of a unit goes over to the one that comes after it: at once, by its head, and nobody sees more than before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from trappan import database
from trappan.assistance.models import Application
from trappan.cases import operations
from trappan.cases.models import Case, HandOver, Meeting, Note
from trappan.cases.testing import make_case, social_worker_of
from trappan.history.models import Event
from trappan.people.models import Grant, Person
from trappan.people.operations import protect
from trappan.people.testing import make_person
from trappan.refusals import Refused
from trappan.staff.models import Away, Membership, Unit
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db
PAGE = "/cases/hand-unit-over/"


@pytest.fixture
def east(today):
    return make_unit("labour_market", name="Enhet Öster")


@pytest.fixture
def west(east):
    """The unit that an administrator has said comes after the other."""
    west = make_unit("labour_market", east.organisation, name="Enhet Väster")
    west.succeeds.add(east)
    return west


@pytest.fixture
def karin(east):
    return make_colleague("head_of_unit", east, name="Karin Skissberg")


@pytest.fixture
def jonna(east):
    return make_colleague("consultant", east, name="Jonna Mallgren")


@pytest.fixture
def vera(west):
    """A consultant of the unit that comes after."""
    return make_colleague("consultant", west, name="Vera Provstedt")


def sees(who):
    with as_(who):
        return set(Person.objects.values_list("pk", flat=True))


def hand_out(head, case, to):
    with as_(head):
        operations.reassign(number=case.number, to=to)


def send(client, head, to, **fields):
    sign_in(client, head)
    return client.post(PAGE, {"acting_as": head.pk, "to": to.pk if to else "", "sure": "on", **fields})


class TestAUnitOfTheLabourMarket:
    @pytest.fixture
    def cases(self, east, jonna):
        return [make_case(consultant=jonna, given_name=name) for name in ("Samira", "Rune")]

    def test_the_head_hands_all_over_and_that_of_the_other_hands_out(self, client, west, karin, jonna, vera, cases):
        sign_in(client, karin)
        page = client.get(PAGE)
        shown = text(page)
        assert page.context["left"].cases == 2
        assert "Enhet Väster" in shown
        assert "Samira" not in shown, "the head reads numbers"
        assert send(client, karin, west).status_code == 302
        assert set(Case.objects.values_list("unit_id", "responsible_id")) == {(west.pk, None)}
        assert sees(vera) == set(), "nothing opens by itself"
        eira = make_colleague("head_of_unit", west, name="Eira Kuliss")
        sign_in(client, eira)
        assert all(case.number in text(client.get(reverse("cases:hand_out"))) for case in cases)
        hand_out(eira, cases[0], vera)
        assert sees(vera) == {cases[0].person_id}
        assert HandOver.objects.get(receiver=vera, answer="").seat == "responsible", "a receipt to be noted"

    def test_who_had_them_reads_on_and_is_told_where_they_went(self, client, west, karin, jonna, cases):
        send(client, karin, west)
        assert sees(jonna) == {case.person_id for case in cases}
        with as_(jonna) as actor, pytest.raises(Refused):
            operations.write_note(case=cases[0], by=actor, **note_of(datetime(2026, 11, 12, 8, tzinfo=UTC)))
        assert not Note.objects.exists()
        sign_in(client, jonna)
        shown = text(client.get(reverse("cases:hand_overs")))
        assert "väntar i Enhet Väster på att delas ut" in shown
        assert "du läser till och med" in shown
        told = Event.objects.filter(verb="cases.hand_unit_over", person__isnull=False)
        assert set(told.values_list("person_id", flat=True)) == {case.person_id for case in cases}

    def test_a_protected_person_goes_by_number_and_opens_to_nobody_by_the_way(self, client, west, karin, jonna, vera):
        ulla = make_colleague("social_worker", make_unit("social_service", west.organisation))
        yonas = make_case(consultant=jonna, social_worker=ulla, given_name="Yonas", protection="marked")
        send(client, karin, west)
        eira = make_colleague("head_of_unit", west)
        assert sees(vera) == sees(eira) == set()
        sign_in(client, eira)
        page = text(client.get(reverse("cases:hand_out")))
        assert yonas.number in page
        assert "Yonas" not in page
        hand_out(eira, yonas, vera)
        assert sees(vera) == {yonas.person_id}
        assert sees(make_colleague("consultant", west)) == set(), "by name, and to that one"
        assert sees(ulla) == {yonas.person_id}, "the social worker has the person all the while"

    def test_a_case_of_a_colleague_who_is_away_goes_with_its_meeting_when_it_is_handed_out(
        self, west, karin, jonna, vera, cases
    ):
        Away.objects.create(membership=jonna, starts_on=TODAY, ends_on=TODAY + timedelta(days=20), noted_by=karin)
        at = datetime(2026, 11, 16, 12, tzinfo=UTC)
        meeting = Meeting.objects.create(
            person=cases[0].person, case=cases[0], colleague=jonna, starts_at=at, ends_at=at + timedelta(hours=1)
        )
        with as_(karin):
            operations.hand_unit_over(to=west)
        meeting.refresh_from_db()
        assert meeting.colleague_id == jonna.pk, "nobody has it yet"
        hand_out(make_colleague("head_of_unit", west), cases[0], vera)
        meeting.refresh_from_db()
        assert meeting.colleague_id == vera.pk

    def test_what_was_offered_to_a_colleague_is_offered_no_more(self, east, west, karin, jonna, cases):
        pelle = make_colleague("consultant", east)
        with as_(jonna):
            operations.receive(hand_over=HandOver.objects.get(case=cases[0]))
            operations.hand_over(case=cases[0], to=pelle, note="Ring först.")
        with as_(karin):
            operations.hand_unit_over(to=west)
        assert not HandOver.objects.filter(answer="").exists()
        assert sees(pelle) == set()

    def test_sent_twice_the_second_is_told_that_all_has_gone(self, client, west, karin, cases):
        assert send(client, karin, west).status_code == 302
        with as_(karin), pytest.raises(Refused, match="redan överlämnat"):
            operations.hand_unit_over(to=west)
        assert Event.objects.filter(verb="cases.hand_unit_over", person__isnull=False).count() == 2

    def test_without_being_sure_and_without_a_unit_nothing_goes(self, client, west, karin, cases):
        assert send(client, karin, west, sure="").status_code == 422
        assert send(client, karin, None).status_code == 422
        assert not Case.objects.filter(unit=west).exists()


def note_of(day):
    return {"kind": "note", "source": "own", "source_name": "", "happened_at": day, "fact": "x", "assessment": ""}


class TestWhereTo:
    def test_only_to_an_open_unit_of_the_same_sort_that_is_said_to_come_after(self, client, east, west, karin, jonna):
        make_case(consultant=jonna)
        closed, other, office, theirs = (
            make_unit("labour_market", east.organisation, name="Stängd"),
            make_unit("labour_market", east.organisation, name="Annan"),
            make_unit("social_service", east.organisation, name="Kontoret"),
            make_unit("labour_market", make_organisation("Grankulla kommun"), name="Deras"),
        )
        for one in (closed, office, theirs):
            one.succeeds.add(east)
        Unit.objects.filter(pk=closed.pk).update(ends_on=TODAY + timedelta(days=30))
        for one in (closed, other, office, theirs, east):
            with as_(karin), pytest.raises(Refused, match="efterträdare till din"):
                operations.hand_unit_over(to=one)
            assert send(client, karin, one).status_code == 422
        assert Case.objects.filter(unit=east).exists()

    def test_not_where_the_head_works_with_cases_herself(self, east, west, karin, jonna):
        make_case(consultant=jonna)
        Membership.objects.create(colleague=karin.colleague, unit=west, role="consultant", starts_on=TODAY)
        with as_(karin), pytest.raises(Refused, match="dig själv"):
            operations.hand_unit_over(to=west)
        assert Case.objects.filter(unit=east).exists()

    def test_where_none_comes_after_the_page_says_who_writes_it_down(self, client, karin):
        sign_in(client, karin)
        shown = client.get(PAGE)
        assert "Be systemförvaltaren" in text(shown)
        assert "Lämna över allt</button>" not in shown.content.decode()

    @pytest.mark.parametrize("role", ["administrator", "consultant", "social_worker", "site_leader"])
    def test_no_other_role_does(self, client, east, west, jonna, role):
        make_case(consultant=jonna)
        other = make_colleague(role, east)
        with as_(other), pytest.raises(Refused):
            operations.hand_unit_over(to=west)
        assert send(client, other, west).status_code == 403
        assert Case.objects.filter(unit=east).exists()

    def test_the_head_of_another_unit_hands_over_nothing_of_this_one(self, east, west, jonna):
        make_case(consultant=jonna)
        with as_(make_colleague("head_of_unit", west)), pytest.raises(Refused):
            operations.hand_unit_over(to=west)
        assert Case.objects.filter(unit=east).exists()


class TestAnOffice:
    """A unit of the social services: what it knows as a unit, the other then knows."""

    @pytest.fixture
    def offices(self, today):
        old = make_unit("social_service", name="Försörjningsstöd Öster")
        new = make_unit("social_service", old.organisation, name="Försörjningsstödet")
        new.succeeds.add(old)
        return old, new

    @pytest.fixture
    def ulla(self, offices):
        return make_colleague("social_worker", offices[0], name="Ulla Provstedt")

    @pytest.fixture
    def nora(self, offices):
        return make_colleague("social_worker", offices[1], name="Nora Ek")

    def test_people_applications_and_cases_go_and_are_taken_over(self, client, offices, ulla, nora):
        old, new = offices
        case, beside = make_case(social_worker=ulla), make_person(ulla)
        Application.objects.create(person=beside, unit=old, received_on=TODAY, waits=True)
        assert send(client, make_colleague("head_of_unit", old), new).status_code == 302
        assert sees(nora) == {case.person_id, beside.pk}
        assert sees(ulla) == {case.person_id}, "what was hers she reads on, and the rest no more"
        sign_in(client, nora)
        start = text(client.get("/"))
        assert "Enheten är överlämnad" in start
        assert beside.name in start, "the application waits there now"
        with as_(nora):
            operations.take_over(case=case)
        case.refresh_from_db()
        assert social_worker_of(case) == nora

    def test_nobody_takes_over_before_anything_is_handed_over(self, client, offices, ulla, nora):
        """Though the later unit knows the person too: a colleague still at work has the case."""
        old, new = offices
        case = make_case(social_worker=ulla)
        for scope in ("plan", "assistance"):
            Grant.objects.create(person=case.person, unit=new, scope=scope, basis="assignment")
        sign_in(client, nora)
        assert "Ta över" not in client.get("/").content.decode()
        with as_(nora), pytest.raises(Refused, match="arbetar här"), transaction.atomic():
            operations.take_over(case=case)
        assert social_worker_of(case) == ulla
        send(client, make_colleague("head_of_unit", old), new)
        sign_in(client, nora)
        assert "Ta över" in client.get("/").content.decode()
        with as_(nora):
            operations.take_over(case=case)
        case.refresh_from_db()
        assert social_worker_of(case) == nora

    def test_in_a_unit_that_came_after_two_a_case_goes_to_a_colleague(self, client, offices, nora):
        offices[1].succeeds.add(make_unit("social_service", offices[0].organisation, name="Försörjningsstöd Norr"))
        third = make_unit("social_service", offices[0].organisation, name="Försörjningsstöd Väst")
        third.succeeds.add(offices[1])
        third.succeeds.add(offices[0])
        eira = make_colleague("social_worker", offices[1], name="Eira Kuliss")
        later = make_colleague("social_worker", third, name="Wille Kuliss")
        case = make_case(social_worker=nora)
        sign_in(client, nora)
        page = reverse("cases:hand_over")
        offered = list(client.get(page).context["form"].fields["to"].queryset)
        assert sorted(one.pk for one in offered) == sorted((eira.pk, later.pk))
        sent = {"acting_as": nora.pk, "cases": [case.pk], "to": eira.pk, "note": "Ring på dagen."}
        assert client.post(page, sent).status_code == 302
        assert HandOver.objects.get(seat="social_worker").receiver == eira

    def test_whom_only_a_name_opens_stays_until_handed_over_by_name(self, client, offices, ulla, nora):
        old, new = offices
        yonas, samira = make_case(social_worker=ulla, protection="marked"), make_case(social_worker=ulla)
        head = make_colleague("head_of_unit", old)
        sign_in(client, head)
        page = client.get(PAGE)
        assert (page.context["left"].cases, page.context["left"].by_name) == (1, True)
        assert "lämnar över det till en kollega där" in text(page)
        send(client, head, new)
        assert sees(nora) == {samira.person_id}
        with as_(nora), pytest.raises(Refused):
            operations.take_over(case=yonas)
        with as_(ulla):
            operations.hand_over(case=yonas, to=nora, note="Ring på dagen.")
        with as_(nora):
            operations.receive(hand_over=HandOver.objects.get(case=yonas, seat="social_worker"))
        assert sees(nora) == {samira.person_id, yonas.person_id}
        assert sees(make_colleague("social_worker", new)) == {samira.person_id}

    def test_without_a_unit_to_hand_over_to_no_number_is_told_by_which_one_would_see_who_was_protected(
        self, client, offices, ulla
    ):
        old, new = offices
        case = make_case(social_worker=ulla)
        head = make_colleague("head_of_unit", old)
        with as_(head):
            (before,) = database.query("SELECT cases, people, by_name FROM cases_of_own_unit()")
        with as_(ulla):
            protect(person=case.person, protection="marked")
        with as_(head):
            (after,) = database.query("SELECT cases, people, by_name FROM cases_of_own_unit()")
        assert (before, after) == ((1, 1, False), (0, 0, True)), "whether, and never how many"
        new.succeeds.clear()
        with as_(head):
            assert database.query("SELECT FROM cases_of_own_unit()") == []
        sign_in(client, head)
        assert client.get(PAGE).context["left"] is None

    def test_a_social_worker_of_a_unit_that_does_not_come_after_gets_nothing_by_name(self, offices, ulla):
        case = make_case(social_worker=ulla, protection="marked")
        other = make_colleague("social_worker", make_unit("social_service", offices[0].organisation))
        with as_(ulla), pytest.raises(Refused):
            operations.hand_over(case=case, to=other, note="Ring på dagen.")
        assert sees(other) == set()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_hand_over_at_the_same_moment_one_does(today):
    east = make_unit("labour_market", name="Enhet Öster")
    west = make_unit("labour_market", east.organisation, name="Enhet Väster")
    west.succeeds.add(east)
    case = make_case(consultant=make_colleague("consultant", east))

    def go(_actor):
        operations.hand_unit_over(to=west)

    outcomes = at_the_same_moment(*(by(make_colleague("head_of_unit", east), go) for _each in range(3)))
    assert sum(isinstance(one, Refused) for one in outcomes) == 2, outcomes
    assert Event.objects.filter(verb="cases.hand_unit_over", person=case.person).count() == 1


def test_the_page_asks_as_few_questions_of_a_hundred_cases(client, east, west, karin, django_assert_max_num_queries):
    jonna = make_colleague("consultant", east)
    make_case(consultant=jonna)
    sign_in(client, karin)
    with django_assert_max_num_queries(12) as few:
        client.get(PAGE)
    for _each in range(10):
        make_case(consultant=jonna)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(PAGE)
