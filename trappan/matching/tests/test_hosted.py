"""An own department's offer is an opening that the fit meets, and a proposal to it is answered by its manager alone."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.departments import departments, halves
from trappan.employers.models import Opening
from trappan.employers.operations import make_workplace, offer_places, take_back_offer
from trappan.employers.testing import ask, make_coordinator, make_department, make_opening
from trappan.history.models import Event
from trappan.matching import operations
from trappan.matching.hosted import proposed_here
from trappan.matching.models import Proposal
from trappan.matching.paper import paper_for
from trappan.matching.testing import consent_to_employers, consent_to_team, make_profile, make_search
from trappan.messages.models import Message
from trappan.people.operations import protect
from trappan.refusals import Refused
from trappan.rules.models import Concept
from trappan.schedules.halves import half_after, half_of
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import at_the_same_moment, by, markup, sign_in

ABOUT_PEOPLE = ("people_person", "matching_proposal", "matching_sentpaper", "matching_profilepart", "people_grant")


@pytest.fixture
def care(handed, today):
    """Berit's home for the old offers two places for kitchen work; the person has asked for such work."""
    handed.cook = Concept.objects.create(id="kock_kok_001", kind="occupation", label="Köksbiträde")
    handed.site, handed.next_site = (make_unit("site", handed.town.municipality) for _one in range(2))
    handed.berit = make_colleague("host_manager", handed.site, name="Berit Tänkt")
    handed.other = make_colleague("host_manager", handed.next_site)
    handed.pelle = make_colleague("place_coordinator", handed.team)
    handed.home = make_department(handed.linnea, handed.site, name="Vård och omsorg")
    with as_(handed.linnea):
        make_workplace(employer=handed.home.employer, name="Dikten", unit=handed.next_site)
    handed.half = half_of(today)
    question = ask(handed.pelle, handed.half, handed.home)
    with as_(handed.berit) as actor:
        handed.opening = offer_places(
            question=question,
            today=actor.today,
            title="Måltidsbiträde",
            kind="internship",
            occupation=handed.cook,
            places=1,
            week=read_week("mån 9-12, tis 9-12"),
        )
    make_profile(handed.jonna, handed.person, wishes=[handed.cook.pk])
    consent_to_team(handed.jonna, handed.person, handed.team)
    return handed


def proposed(care, *, case=None, opening=None, how="desk"):
    """Propose somebody for the home's opening: asked, willing and sent to the manager's page."""
    case = case or care.case
    search = case.person.work_searches.first() or make_search(care.jonna, case, care.team)
    with as_(care.linnea) as actor:
        made = operations.ask_person(search=search, opening=opening or care.opening, today=actor.today)
        operations.answer_as_person(proposal=made, willing=True, today=actor.today)
        shown = paper_for(made, actor).edition
        operations.send_proposal(proposal=made, by=actor, sent_how=how, shown=shown)
    return made


def outcome(one):
    return Proposal.objects.get(pk=one.pk).outcome


@pytest.mark.requirement("R-147", "R-083")
def test_what_a_department_offers_is_met_by_the_fit_proposed_for_and_counted_as_taken(care, client):
    make_search(care.jonna, care.case, care.team)
    sign_in(client, care.linnea)
    work = markup(client.get(reverse("matching:find_work", args=[care.person.pk])))
    assert "Måltidsbiträde" in work
    assert "Vård och omsorg" in work
    people = markup(client.get(reverse("matching:find_people", args=[care.opening.pk])))
    assert care.person.name in people


def test_the_manager_answers_and_one_yes_ends_the_others_in_the_same_transaction(care, client):
    search = make_search(care.jonna, care.case, care.team)
    elsewhere = make_opening(care.linnea, title="Diskare")
    with as_(care.linnea) as actor:
        other = operations.ask_person(search=search, opening=elsewhere, today=actor.today)
    made = proposed(care)
    told = Message.objects.get(kind="matching.tell_managers")
    assert told.colleague == care.berit.colleague
    assert care.person.given_name not in told.text + told.subject
    sign_in(client, care.berit)
    page = reverse("matching:proposed", args=[made.pk])
    assert page in markup(client.get("/"))
    shown = markup(client.get(page))
    assert "En person söker arbete: Måltidsbiträde" in shown, "a neutral card until the person lets more be told"
    assert care.person.given_name not in shown
    assert Event.objects.filter(verb="matching.see_proposed", person=care.person, actor=care.berit).exists()
    answer = client.post(page, {"acting_as": care.berit.pk, "form": "no", "no-note": "Nej"})
    assert answer.status_code == 422, "a no has its reason"
    assert client.post(page, {"acting_as": care.berit.pk, "form": "yes"}).status_code == 302
    assert (outcome(made), outcome(other)) == ("accepted", "obsolete")
    assert page not in markup(client.get("/"))
    assert client.get(page).status_code == 404
    with as_(care.berit):
        assert Opening.objects.with_taken().get(pk=care.opening.pk).taken == 1
    sign_in(client, care.jonna)
    assert "Vård och omsorg sa ja: Måltidsbiträde" in markup(client.get("/"))
    assert Event.objects.filter(verb="matching.tell_outcome", person=care.person, actor=care.berit).exists()


def test_only_what_the_person_lets_be_told_is_read_and_nothing_after_it_is_taken_back(care):
    yes = consent_to_employers(care.jonna, care.person, ["able", "name"])
    made = proposed(care)
    with as_(care.berit):
        (one,) = proposed_here()
        assert care.person.given_name in one.lines[0]
        assert one.lines[1] == "Det jag kan: Diska, torka och hålla ordning"
        assert len(one.lines) == 3, "and whom one asks"
        found = {table: database.query(f"SELECT count(*) AS n FROM {table}")[0].n for table in ABOUT_PEOPLE}
        assert found == dict.fromkeys(ABOUT_PEOPLE, 0)
        assert database.execute("UPDATE matching_proposal SET outcome = 'accepted'") == 0
    database.execute(
        "UPDATE matching_profileconsent SET starts_on = today() - 9, ends_on = today() WHERE id = %s", [yes.pk]
    )
    with as_(care.berit):
        assert proposed_here() == [], "run out today, before the night's chore has ended the proposal"
        with pytest.raises(Refused, match="redan"):
            operations.answer_as_host(proposal_id=made.pk, accepts=True)
    assert outcome(made) == ""


def test_how_many_places_are_taken_is_told_to_readers_of_the_opening_alone(care):
    """So small a number tells of one person: of what a role may not read it is told nothing either."""
    made, elsewhere = proposed(care), make_opening(care.linnea, title="Diskare", places=1)
    with as_(care.berit):
        operations.answer_as_host(proposal_id=made.pk, accepts=True)
    other = proposed(care, case=care.opened(), opening=elsewhere, how="phone")
    with as_(care.linnea) as actor:
        operations.tell_outcome(proposal=other, accepted=True, today=actor.today)
    for one, writer in ((care.opening, care.berit), (elsewhere, care.linnea)):
        Opening.objects.filter(pk=one.pk).update(places=2)
        with as_(writer):
            with pytest.raises(DatabaseError, match="taken"), transaction.atomic():
                database.execute("UPDATE employers_opening SET places = 0 WHERE id = %s", [one.pk])
            assert Opening.objects.filter(pk=one.pk).update(places=1) == 1, "as many as have got one"
    own, both = {care.opening.pk}, {care.opening.pk, elsewhere.pk}
    readers = {care.linnea: both, care.jonna: both, care.pelle: own, care.berit: own, care.other: set()}
    closed = ("social_worker", "supervisor", "site_leader", "director", "controller", "board_reader", "administrator")
    readers |= {make_colleague(role, care.team): set() for role in closed}
    for reader, told in readers.items():
        with as_(reader):
            assert {one.opening_id for one in database.rows("employers_taken")} == told, reader.role
            assert set(Opening.objects.values_list("pk", flat=True)) >= told, reader.role
            assert {one[0] for one in database.query("SELECT employers_full()")} == told, reader.role


def test_what_is_taken_back_is_told_to_have_proposals_waiting_and_gets_no_yes(care, client):
    made = proposed(care)
    sign_in(client, care.berit)
    page = reverse("employers:question", args=[care.opening.question_id])
    assert "1 förslag väntar på ditt svar" in markup(client.get(page))
    with as_(care.berit) as actor:
        take_back_offer(opening=Opening.objects.get(pk=care.opening.pk), today=actor.today)
        with pytest.raises(Refused, match="erbjuder det inte längre"):
            operations.answer_as_host(proposal_id=made.pk, accepts=True)
        with pytest.raises(Refused, match="Välj ett skäl"):
            operations.answer_as_host(proposal_id=made.pk, accepts=False, why="made up")
        for why in Proposal.Why.values:
            with transaction.atomic():
                operations.answer_as_host(proposal_id=made.pk, accepts=False, why=why)
                transaction.set_rollback(True)
        operations.answer_as_host(proposal_id=made.pk, accepts=False, why="filled")
    assert "väntar på ditt svar" not in markup(client.get(page))
    assert outcome(made) == "employer"


def test_of_somebody_who_becomes_protected_the_manager_reads_and_answers_nothing(care):
    made = proposed(care)
    with as_(care.jonna):
        protect(person=care.person, protection="marked")
    with as_(care.pelle):
        assert database.rows("matching_waits_for_managers") == []
    with as_(care.berit):
        assert proposed_here() == []
        with pytest.raises(Refused, match="redan"):
            operations.answer_as_host(proposal_id=made.pk, accepts=True)


def test_another_departments_manager_and_every_other_role_is_refused_by_the_database(care, client):
    made = proposed(care)
    strangers = [care.other, care.pelle, care.linnea, care.jonna, care.town.tor]
    strangers += [make_colleague("site_leader", care.site), make_colleague("head_of_unit", care.site)]
    for stranger in strangers:
        with as_(stranger):
            assert database.rows("matching_proposed_here") == [], stranger.role
            assert database.rows("matching_read_here", made.pk) == [], stranger.role
            for answer in (True, False):
                with pytest.raises(DatabaseError, match="hosted"), transaction.atomic():
                    database.value("matching_answer_here", made.pk, answer, "filled", "")
    sign_in(client, care.other)
    page = reverse("matching:proposed", args=[made.pk])
    assert client.get(page).status_code == 404
    assert client.post(page, {"acting_as": care.other.pk, "form": "yes"}).status_code == 404
    assert page not in markup(client.get("/"))
    assert outcome(made) == ""
    with as_(care.berit):
        with pytest.raises(Refused, match="Välj ett skäl"):
            operations.answer_as_host(proposal_id=made.pk, accepts=False)
        operations.answer_as_host(proposal_id=made.pk, accepts=False, why="filled", note="Tyvärr")
    assert (outcome(made), Proposal.objects.get(pk=made.pk).why) == ("employer", "filled")


def test_the_coordinator_is_told_where_and_since_when_a_manager_is_waited_for_and_of_nobody(care, client, today):
    """In SQL every other role is told nothing, nor is a coordinator elsewhere."""
    made = proposed(care)
    set_today(today + timedelta(days=6))
    sign_in(client, care.pelle)
    department = reverse("activities:department", args=[care.home.employer_id])
    start, page = (markup(client.get(at)) for at in ("/", department))
    assert "Har väntat i 6 dagar" in start
    assert f"{care.home.employer.name}, {care.home.name}" in start
    assert "Ett förslag har väntat på chefens svar sedan 12 november" in page
    for shown in (start, page):
        assert care.person.given_name not in shown
        assert reverse("matching:proposed", args=[made.pk]) not in shown
    elsewhere = make_coordinator("Grannkommunen")
    strangers = [care.berit, care.other, care.linnea, care.jonna, care.town.tor, elsewhere]
    strangers += [make_colleague(role, care.team) for role in ("director", "administrator", "head_of_unit")]
    for stranger in strangers:
        with as_(stranger):
            assert database.rows("matching_waits_for_managers") == [], stranger.role
    with as_(care.pelle):
        ((*told, managed),) = database.rows("matching_waits_for_managers")
        assert (told, managed) == ([care.home.pk, care.home.employer_id, today, made.answer_by], True)
        found = {table: database.query(f"SELECT count(*) AS n FROM {table}")[0].n for table in ABOUT_PEOPLE}
        assert found == dict.fromkeys(ABOUT_PEOPLE, 0)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.rows("matching_with_managers")
    with as_(care.berit):
        operations.answer_as_host(proposal_id=made.pk, accepts=False, why="filled")
    with as_(care.pelle):
        assert database.rows("matching_waits_for_managers") == [], "answered"


def test_it_goes_to_a_managers_page_only_where_there_is_a_manager(care):
    with pytest.raises(Refused, match="Ingen loggar in där"):
        proposed(care, opening=make_opening(care.linnea))


@pytest.mark.django_db(transaction=True)
def test_of_two_for_the_last_place_and_of_two_employers_at_once_one_yes_stands(care):
    """The manager's yes beside the team's: of one person at two places, and of two persons at the last place."""
    made, second = proposed(care), care.opened()
    other = proposed(care, case=second)

    def answers(one):
        return lambda _actor: operations.answer_as_host(proposal_id=one.pk, accepts=True)

    def tells(one):
        return lambda actor: operations.tell_outcome(proposal=one, accepted=True, today=actor.today)

    found = at_the_same_moment(by(care.berit, answers(made)), by(care.linnea, tells(other)))
    assert sorted(type(one).__name__ for one in found) == ["NoneType", "Refused"]
    assert sorted([outcome(made), outcome(other)]) == ["", "accepted"]


def test_offered_and_used_follow_the_same_opening_also_where_the_department_has_no_site(care, today):
    """Written by the team at a workplace without a manager, it counts as the department's while it lasts."""
    plain = make_department(care.linnea, name="Fastighet och gata")
    next_half = half_after(care.half)
    opening = make_opening(
        care.linnea, employer=plain.employer, workplace=plain, kind="work_trial", places=3, ends_on=next_half
    )
    make_opening(care.linnea, employer=plain.employer, workplace=plain, kind="job", places=9)

    def counted(day):
        with as_(care.pelle):
            half = halves(departments(today), [care.half], day)[0]
            return {one.employer.name: (one.offered, one.used) for one in half.lines}

    assert counted(today) == {"Fastighet och gata": (3, 0), "Vård och omsorg": (1, 0)}
    make_unit("site", care.town.municipality, parent=care.team)
    made = proposed(care, opening=opening, how="phone")
    with as_(care.linnea) as actor:
        operations.tell_outcome(proposal=made, accepted=True, today=actor.today)
    with as_(care.jonna) as actor:
        week = read_week("mån 9-12, tis 9-12")
        placed = operations.place_at_opening(
            proposal=Proposal.objects.get(pk=made.pk), week=week, starts_on=today, aim="Prova på"
        )
        assert placed.unit.kind == "site"
    assert counted(today)["Fastighet och gata"] == (3, 1), "followed from the team's own site"
    Opening.objects.filter(pk=opening.pk).update(closed_on=today, close_reason="Tillsatt")
    assert counted(today)["Fastighet och gata"] == (0, 1), "closed, and still taken"
