"""Ready for the employer team: the profile, the yes that it rests on, and what the team sees by it."""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.cases.models import Case
from trappan.matching import operations
from trappan.matching.models import Profile, ProfileConsent, ProfilePart, WorkSearch
from trappan.matching.testing import consent_to_team, make_profile, make_search
from trappan.people.models import Person
from trappan.people.operations import protect
from trappan.plans.models import Plan, Readiness, StepMove
from trappan.refusals import Refused
from trappan.staff.testing import as_


@pytest.mark.requirement("R-041", "R-105", "R-142")
def test_the_team_sees_name_telephone_case_number_and_the_parts_it_may_and_nothing_else(handed):
    """From the day of the handing over, without a plan or a step; the other team sees nobody."""
    make_profile(handed.jonna, handed.person, wishes=["Kök1_aaa"])
    consent_to_team(handed.jonna, handed.person, handed.team, ["able", "wishes"])
    with as_(handed.linnea):
        assert not Person.objects.exists()  # a yes alone puts nobody on a list
    search = make_search(handed.jonna, handed.case, handed.team)
    with as_(handed.linnea) as actor:
        assert Person.objects.get().name == "Samira Påhitt"
        told = database.row("matching_reached", [handed.person.pk])
        assert (told.phone, told.case_number) == ("070-1740605", handed.case.number)
        profile = Profile.objects.get()
        assert (profile.able, profile.wishes, profile.queue_on) == (
            "Diska, torka och hålla ordning",
            ["Kök1_aaa"],
            actor.today,
        )
        assert (profile.needs, profile.languages, profile.schedule, profile.travel) == (None, None, None, None)
        assert not Case.objects.exists()
        assert not Plan.objects.exists()
        assert not StepMove.objects.exists()
        assert not Readiness.objects.exists()
        operations.receive_search(search=search, by=actor)
        search.refresh_from_db()
        assert (search.received_by_id, search.days(actor.today)) == (actor.membership_id, 0)
        with pytest.raises(Refused, match="mottagit"):
            operations.receive_search(search=search, by=actor)
    with as_(handed.olle):
        for model in (Person, Profile, ProfilePart, ProfileConsent, WorkSearch):
            assert not model.objects.exists()
        assert not database.rows("matching_reached", [handed.person.pk])
    with as_(handed.jonna):
        assert Readiness.objects.get().what == "work"
        assert Profile.objects.get().travel == 40


def test_what_is_taken_back_is_out_of_sight_in_the_same_transaction(handed):
    search = make_search(handed.jonna, handed.case, handed.team)
    with as_(handed.linnea) as actor:
        [yes] = ProfileConsent.objects.all()
        operations.withdraw_profile_consent(consent=yes, today=actor.today)
        assert not Person.objects.exists()
        assert not WorkSearch.objects.exists()
        assert not ProfilePart.objects.exists()
    with as_(handed.jonna) as actor:
        search.refresh_from_db()
        assert (search.end, search.ended_on) == ("withdrawn", actor.today)
        with pytest.raises(Refused, match="ja"):
            operations.hand_over_to_team(
                case=handed.case, unit=handed.team, wants="work", reason="Vill", day=actor.today, today=actor.today
            )
    # Said anew to fewer parts: the team stays, and sees less.
    consent_to_team(handed.jonna, handed.person, handed.team)
    make_search(handed.jonna, handed.case, handed.team)
    consent_to_team(handed.jonna, handed.person, handed.team, ["able"])
    with as_(handed.linnea):
        assert {part.part for part in ProfilePart.objects.all()} == {"able"}
        assert WorkSearch.objects.get(ended_on=None).unit == handed.team


def test_nobody_is_on_a_list_without_a_yes_in_the_database_itself(handed):
    """Tried in SQL by who may: no yes, one to another team, one of a protected person, a receipt of one's own."""
    make_profile(handed.jonna, handed.person)
    consent_to_team(handed.jonna, handed.person, handed.others)
    insert = (
        "INSERT INTO matching_worksearch (person_id, case_id, unit_id, wants, reason, starts_on) "
        "VALUES (%s, %s, %s, 'work', 'Smyg', today())"
    )
    row = [handed.person.pk, handed.case.pk, handed.team.pk]
    with as_(handed.jonna), pytest.raises(DatabaseError, match="consent"), transaction.atomic():
        database.execute(insert, row)
    for stranger in (handed.linnea, handed.town.tor):
        with as_(stranger), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            database.execute(insert, row)
    with as_(handed.jonna) as actor:
        for name, value in (("received_by_id", actor.membership_id), ("ended_on", actor.today)):
            database.execute(
                insert.replace("starts_on)", f"starts_on, {name})").replace("today())", "today(), %s)"),
                [handed.person.pk, handed.case.pk, handed.others.pk, value],
            )
            made = WorkSearch.objects.get(ended_on=None)
            assert made.received_by is None
            operations.end_search(search=made, end="back", today=actor.today)
        protect(person=handed.person, protection="marked")
        assert not ProfileConsent.objects.standing().exists()
        with pytest.raises(Refused, match="skyddad"):
            operations.give_profile_consent(
                person=handed.person,
                audience="team",
                unit=handed.team,
                parts=["able"],
                given_how="meeting",
                today=actor.today,
                ends_on=actor.today.replace(year=actor.today.year + 1),
            )


def test_whoever_becomes_protected_is_on_no_list(handed):
    search = make_search(handed.jonna, handed.case, handed.team)
    with as_(handed.jonna):
        protect(person=handed.person, protection="marked")
        search.refresh_from_db()
        assert search.end == "protected"
    with as_(handed.linnea):
        assert not Person.objects.exists()
        assert not WorkSearch.objects.exists()


def test_a_part_said_anew_is_another_row_and_a_wish_keeps_its_day(handed, today):
    make_profile(handed.jonna, handed.person, wishes=["aaa", "bbb"])
    database.execute(
        "UPDATE matching_profilepart SET since = ARRAY['2026-07-02', '2026-09-14']::date[] WHERE part = 'wishes'"
    )
    make_profile(handed.jonna, handed.person, wishes=["bbb", "ccc"], able="")
    with as_(handed.jonna) as actor:
        profile = Profile.objects.get()
        assert profile.wishes == ["bbb", "ccc"]
        assert [str(day) for day in profile.wished_on] == ["2026-09-14", str(actor.today)]
        assert profile.able is None  # taken back is not asked
        assert ProfilePart.objects.filter(part="able").count() == 2
        assert ProfilePart.objects.filter(part="likes").count() == 1
        with pytest.raises(Refused, match="Någon annan"):
            operations.keep_profile(person=handed.person, today=actor.today, able="Smyg", edition="annan")
