"""To SUS: who is to be registered, by whom it is keyed in, and that nobody protected or without a yes stands there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases.testing import consultant_of, make_case
from trappan.exchange import operations
from trappan.exchange.models import SusSheet
from trappan.exchange.sus import all_due, one_due
from trappan.history.models import Event
from trappan.initiatives import operations as initiatives
from trappan.initiatives.models import Participation
from trappan.initiatives.testing import make_initiative, put_in
from trappan.people import operations as people
from trappan.people.models import Consent, Number, Person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in, text
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
LIST, COUNTS = reverse("exchange:sus"), reverse("exchange:sus_counts")
ANSWERS = {"effort": "training", "education": "compulsory", "income": "support", "occupation": "job_search"}


@pytest.fixture
def initiative(controller):
    return make_initiative(make_colleague("head_of_unit", controller.unit), name="Vägen in", in_sus=True)


@pytest.fixture
def association():
    return make_organisation("Samordningsförbundet Påhitt", kind="association", kept_by=None)


def yes(case, association, **about):
    """Let a consultant write down the person's consent on paper."""
    given = {"parts": ["sus"], "given_how": "paper", "starts_on": TODAY, **about}
    with as_(consultant_of(case)):
        return people.give_consent(person=case.person, organisation=association, **given)


def begun(initiative, association=None):
    """Put somebody in the initiative, with a consent where an association is given; return the case."""
    case = make_case()
    put_in(case, initiative)
    if association is not None:
        yes(case, association)
    return case


def page_of(case, moment="start"):
    return reverse(f"exchange:sus_{moment}", args=[Participation.objects.get(case=case).pk])


def due_of(case, moment="start"):
    """Return a start or an end as the case's consultant has it."""
    with as_(consultant_of(case)):
        return one_due(Participation.objects.get(case=case).pk, moment)


def keyed(case, moment="start"):
    """Let the consultant write the whole sheet and key it in."""
    answers = dict(ANSWERS)
    if moment == "end":
        del answers["effort"]
    with as_(consultant_of(case)) as actor:
        operations.save_sus_sheet(due=due_of(case, moment), edition="", **answers)
        operations.key_in_sus_sheet(due=due_of(case, moment), by=actor)


def mine(case):
    with as_(consultant_of(case)):
        return [(one.person_id, one.moment) for one in database.rows("exchange_sus_mine")]


class TestTheSheet:
    def test_it_is_written_printed_and_keyed_in_by_name_and_day(self, client, initiative, association):
        case = begun(initiative, association)
        consultant = consultant_of(case)
        sign_in(client, consultant)
        start = reverse("desk:start")
        assert page_of(case) in markup(client.get(start)), "it stands on the desk"
        page = client.get(page_of(case))
        for said in ("så som vi förstår det", "Vägen in", Number.objects.get(person=case.person).number[:8]):
            assert said.lower() in text(page).lower()
        key = {"acting_as": consultant.pk, "form": "key_in"}
        assert "är inte besvarat" in text(client.post(page_of(case), key, follow=True))
        assert SusSheet.objects.count() == 0
        edition = page.context["acts"]["save"].bound.initial["edition"]
        typed = {f"save-{name}": value for name, value in ANSWERS.items()}
        save = {"acting_as": consultant.pk, "form": "save", "save-edition": edition, **typed}
        assert client.post(page_of(case), save).status_code == 302
        assert client.post(page_of(case), key).status_code == 302
        kept = SusSheet.objects.get()
        assert (kept.keyed_on, kept.keyed_by, kept.day, kept.income) == (TODAY, consultant, TODAY, "support")
        assert "Inmatat" in text(client.get(page_of(case)))
        assert page_of(case) not in markup(client.get(start))
        assert client.post(page_of(case), save).status_code == 422, "what is keyed in is changed no more"

    def test_before_and_after_are_two_sheets_and_the_end_asks_for_no_effort(self, initiative, association):
        case = begun(initiative, association)
        keyed(case)
        assert due_of(case, "end") is None
        with as_(consultant_of(case)):
            initiatives.leave_initiative(
                participation=Participation.objects.get(),
                ends_on=TODAY + timedelta(days=1),
                why="completed",
                today=TODAY,
            )
        due = due_of(case, "end")
        assert [one.column for one in due.lacking] == ["education", "income", "occupation"]
        assert mine(case) == [(case.person_id, "end")]
        keyed(case, "end")
        assert set(SusSheet.objects.values_list("moment", flat=True)) == {"start", "end"}

    def test_parallel_efforts_are_registered_each(self, initiative, association, controller):
        case = begun(initiative, association)
        put_in(case, make_initiative(make_colleague("head_of_unit", controller.unit), name="Den andra", in_sus=True))
        put_in(case, make_initiative(make_colleague("head_of_unit", controller.unit), name="Utan SUS"))
        with as_(consultant_of(case)):
            assert {one.initiative for one in all_due()} == {"Vägen in", "Den andra"}

    def test_what_is_missing_leads_there(self, client, initiative, association):
        without, with_yes = begun(initiative), begun(initiative, association)
        sign_in(client, consultant_of(with_yes))
        page = client.get(LIST)
        assert "Försörjning före" in text(page)
        assert page_of(with_yes) in markup(page)
        sign_in(client, consultant_of(without))
        page = client.get(LIST, {"state": "without"})
        assert "inget skriftligt samtycke" in text(page).lower()
        assert reverse("people:consent", args=[without.person_id]) in markup(page)
        assert client.get(page_of(without)).status_code == 404
        assert mine(without) == []


class TestWithoutAYes:
    def test_a_withdrawn_consent_takes_the_person_off_every_list_in_the_same_transaction(
        self, client, initiative, association
    ):
        case = begun(initiative, association)
        consultant = consultant_of(case)
        keyed(case)
        with as_(consultant):
            people.withdraw_consent(consent=Consent.objects.get(), on=TODAY)
            assert all_due() == []
            assert {one.income for one in SusSheet.objects.all()} == {""}, "what was written is read no more"
        sign_in(client, consultant)
        for address in (LIST, f"{LIST}?state=keyed"):
            assert case.person.name not in text(client.get(address))
        assert "Försörjning före" not in text(client.get(page_of(case)))

    def test_what_is_keyed_in_waits_on_the_desk_until_it_is_taken_out_of_sus(self, client, initiative, association):
        case = begun(initiative, association)
        consultant = consultant_of(case)
        keyed(case)
        with as_(consultant) as actor:
            with pytest.raises(Refused, match="gäller igen"):
                operations.take_out_of_sus(due=due_of(case), by=actor)
            people.withdraw_consent(consent=Consent.objects.get(), on=TODAY)
        sign_in(client, consultant)
        start = reverse("desk:start")
        assert "Ska tas bort ur SUS: Vägen in" in text(client.get(start))
        other = make_colleague("consultant", make_unit("labour_market", consultant.unit.organisation))
        with as_(other):
            assert list(SusSheet.objects.all()) == []
        answer = client.post(page_of(case), {"acting_as": consultant.pk, "form": "take_out"})
        assert answer.status_code == 302
        assert SusSheet.objects.get().taken_out_on == TODAY
        assert page_of(case) not in markup(client.get(start))
        assert client.get(page_of(case)).status_code == 404
        yes(case, association)
        assert mine(case) == [(case.person_id, "start")], "who says yes again is registered anew"

    def test_what_is_keyed_in_is_changed_by_no_statement(self, initiative, association):
        case = begun(initiative, association)
        keyed(case)
        with as_(consultant_of(case)):
            for about in ({"income": "wage"}, {"keyed_on": None, "keyed_by": None}, {"taken_out_on": TODAY}):
                with pytest.raises(DatabaseError), transaction.atomic():
                    SusSheet.objects.update(**about)

    @pytest.mark.parametrize("why", ["withdrawn", "protected"])
    def test_the_answers_are_erased_and_what_nobody_has_keyed_in_is_gone(self, initiative, association, why):
        done, begun_only = begun(initiative, association), begun(initiative, association)
        keyed(done)
        with as_(consultant_of(begun_only)):
            operations.save_sus_sheet(due=due_of(begun_only), edition="", **ANSWERS)
        assert SusSheet.objects.count() == 2
        for case in (done, begun_only):
            if why == "protected":
                Person.objects.filter(pk=case.person_id).update(protection="marked")
            else:
                with as_(consultant_of(case)):
                    people.withdraw_consent(consent=Consent.objects.get(person=case.person), on=TODAY)
        [left] = SusSheet.objects.all()
        assert (left.person_id, left.keyed_on) == (done.person_id, TODAY)
        assert {left.effort, left.education, left.income, left.occupation} == {""}

    @pytest.mark.parametrize("parts", [["goals"], None])
    def test_without_one_on_paper_nothing_is_written(self, initiative, association, parts):
        case = begun(initiative)
        if parts:
            yes(case, association, parts=parts)
        participation = Participation.objects.get()
        with as_(consultant_of(case)), pytest.raises(Refused, match="samtycke"):
            operations.save_sus_sheet(due=due_of(case), edition="", **ANSWERS)
        row = {"person": case.person, "participation": participation, "moment": "start", "day": TODAY}
        with pytest.raises(DatabaseError, match="consent"), transaction.atomic():
            SusSheet.objects.create(**row)

    @pytest.mark.parametrize("how", ["meeting", "phone"])
    def test_a_consent_to_sus_is_on_paper(self, initiative, association, how):
        with pytest.raises(Refused, match="papper"):
            yes(begun(initiative), association, given_how=how)


class TestProtected:
    def test_nobody_protected_is_registered_whoever_holds_the_file(self, client, initiative, association):
        case = begun(initiative, association)
        due = due_of(case)
        consultant = consultant_of(case)
        with as_(consultant):
            operations.save_sus_sheet(due=due, edition="", **ANSWERS)
            people.protect(person=case.person, protection="marked")
            assert Person.objects.filter(pk=case.person_id).exists(), "the file is the consultant's by name"
            assert all_due() == []
            assert not SusSheet.objects.exists()
        assert mine(case) == []
        sign_in(client, consultant)
        assert client.get(page_of(case)).status_code == 404
        with as_(consultant), pytest.raises(Refused):
            operations.save_sus_sheet(due=due, edition="", **ANSWERS)

    def test_who_was_keyed_in_before_is_taken_out_by_whoever_holds_the_file(self, client, initiative, association):
        case = begun(initiative, association)
        consultant = consultant_of(case)
        keyed(case)
        with as_(consultant):
            people.protect(person=case.person, protection="marked")
            assert all_due() == []
            [row] = database.rows("exchange_sus_mine")
            assert (row.person_id, row.takes_out) == (case.person_id, True)
        sign_in(client, consultant)
        assert client.post(page_of(case), {"acting_as": consultant.pk, "form": "take_out"}).status_code == 302
        assert mine(case) == []

    def test_who_is_protected_no_longer_is_registered_anew(self, initiative, association):
        case = begun(initiative, association)
        consultant = consultant_of(case)
        keyed(case)
        Person.objects.filter(pk=case.person_id).update(protection="marked")
        SusSheet.objects.update(taken_out_on=TODAY)
        Person.objects.filter(pk=case.person_id).update(protection="none")
        assert mine(case) == [(case.person_id, "start")]
        with as_(consultant):
            assert [one.keyed_on for one in all_due()] == [None]

    def test_what_was_a_mistake_is_taken_out_and_stands_on_no_list(self, client, initiative, association):
        case = begun(initiative, association)
        keyed(case)
        Participation.objects.update(ends_on=TODAY, why="mistake")
        with as_(consultant_of(case)) as actor:
            assert all_due() == []
            [row] = [one for one in database.rows("exchange_sus_mine") if one.moment == "start"]
            assert row.takes_out
            operations.take_out_of_sus(due=due_of(case), by=actor)
        assert mine(case) == []

    @pytest.mark.parametrize(("protected", "told"), [(4, None), (7, 5)])
    def test_they_are_only_counted_from_five_up_and_to_the_nearest_five(
        self, client, controller, initiative, association, protected, told
    ):
        for _each in range(protected):
            Person.objects.filter(pk=begun(initiative, association).person_id).update(protection="marked")
        one = begun(initiative, association)
        with as_(controller):
            start, _end = database.rows("exchange_sus_counted", TODAY.year)
        assert (start.moment, start.registered, start.apart) == ("start", None, told)
        sign_in(client, controller)
        page = text(client.get(COUNTS))
        assert one.person.name not in page
        assert "få eller inga" in page


class TestWho:
    def test_another_unit_reads_nobody_and_a_controller_no_list(self, client, controller, initiative, association):
        case = begun(initiative, association)
        other = make_colleague("consultant", make_unit("labour_market", controller.unit.organisation))
        with as_(other):
            assert all_due() == []
            assert list(database.rows("exchange_sus_numbers", [case.person_id])) == []
        sign_in(client, other)
        assert client.get(page_of(case)).status_code == 404
        assert case.person.name not in text(client.get(LIST))
        for role in ("social_worker", "supervisor", "controller"):
            sign_in(client, controller if role == "controller" else make_colleague(role))
            assert {client.get(page).status_code for page in (LIST, page_of(case))} == {403}
        with as_(other):
            assert list(database.rows("exchange_sus_counted", TODAY.year)) == []

    def test_the_file_has_what_is_keyed_in_and_it_is_noted_who_took_it(self, client, initiative, association):
        case = begun(initiative, association)
        keyed(case)
        consultant = consultant_of(case)
        sign_in(client, consultant)
        answer = client.get(LIST, {"state": "keyed", "file": "xlsx"})
        head, row = sheet(answer.content)
        told = dict(zip(head, row, strict=True))
        assert told["Personnummer"] == Number.objects.get(person=case.person).number
        assert told["Sysselsättning"] == "Söker arbete"
        noted = Event.objects.get(verb="exchange.export_sus")
        assert (noted.actor_id, noted.details["found"]) == (consultant.pk, 1)

    def test_few_questions_however_many(self, client, initiative, association, django_assert_max_num_queries):
        case = begun(initiative, association)
        for _each in range(3):
            put_in(make_case(consultant=consultant_of(case)), initiative)
        sign_in(client, consultant_of(case))
        client.get(LIST)
        for page, most in ((LIST, 12), (page_of(case), 17)):
            with django_assert_max_num_queries(most):
                assert client.get(page).status_code == 200
