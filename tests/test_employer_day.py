"""The employer team's day: people, openings, agreements and employers that wait, each once and with its door."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.activities.testing import make_activity
from trappan.agreements.testing import make_agreement, make_workplace, sign_all, sign_both
from trappan.cases.testing import consultant_of, make_case
from trappan.desk.work import day_of
from trappan.employers.testing import make_employer, make_officer, make_opening, say
from trappan.matching import operations
from trappan.matching.testing import consent_to_team, make_profile, make_search
from trappan.outcomes.models import Exit
from trappan.people.operations import protect
from trappan.placements.testing import make_placement
from trappan.rules.testing import make_concept
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, markup, sign_in, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def linnea(today):
    return make_officer()


def handed_over(linnea, *wishes, **about):
    """Hand somebody over to Linnea's team, who asked for this work."""
    case = make_case(**about)
    by = consultant_of(case)
    make_profile(by, case.person, wishes=[one.pk for one in wishes])
    consent_to_team(by, case.person, linnea.unit)
    return make_search(by, case, linnea.unit)


def boxes(who):
    """Return the boxes of somebody's day, each with whom or what its rows are about."""
    with as_(who) as actor:
        return {box.key: [row.name for row in box.rows] for box in day_of(actor).boxes}


def at_an_employer(linnea, *, days=90, **about):
    """Place somebody at an employer, by an agreement that nobody has signed."""
    case = make_case(**about)
    by = consultant_of(case)
    place = make_activity("Köket", make_unit("site"), places=9)
    placement = make_placement(
        by, person=case.person, activity=place, starts_on=TODAY, ends_on=TODAY + timedelta(days=days)
    )
    at = make_workplace(linnea, name=f"Påhittade {case.person.family_name} AB")
    return by, case, make_agreement(by, placement, at)


def began(employer, case, reason="work", day=TODAY, **about):
    """Write down as the owner that somebody began at an employer: how it is written is tried elsewhere."""
    name = {"employer": employer, "employer_name": employer.name}
    return Exit.objects.create(person=case.person, case=case, day=day, reason=reason, form="x", **name, **about)


class TestPeopleAndOpenings:
    def test_each_stands_in_one_box_by_what_lies_near_and_what_is_on_its_way(self, linnea):
        cook, dish, wood = (make_concept(one) for one in ("Kock", "Diskare", "Snickare"))
        make_opening(linnea, title="Kök", occupation=cook, week="mån 9-15")
        make_opening(linnea, title="Helg", occupation=dish, week="lör 9-15")
        asked_about = make_opening(linnea, title="Tillfrågad", occupation=cook)
        handed_over(linnea, cook, given_name="Nära")
        handed_over(linnea, dish, given_name="Helgen")
        handed_over(linnea, wood, given_name="Långt")
        handed_over(linnea, given_name="Okänd")
        search = handed_over(linnea, cook, given_name="Påväg")
        with as_(linnea) as actor:
            operations.ask_person(search=search, opening=asked_about, today=actor.today)
        found = {key: [name.split()[0] for name in rows] for key, rows in boxes(linnea).items()}
        assert found["ready"] == ["Nära"]
        assert sorted(found["unmatched"]) == ["Helgen", "Långt", "Okänd"], "on a day that is not possible is not near"
        assert found["answers"] == ["Påväg"]
        assert found["vacant"] == ["Kök", "Helg"]

    def test_an_opening_that_is_taken_is_neither_vacant_nor_near_whoever_took_it(self, linnea):
        cook = make_concept("Kock")
        opening = make_opening(linnea, title="Kök", occupation=cook, places=1)
        gone = handed_over(linnea, cook)
        with as_(linnea) as actor:
            made = operations.ask_person(search=gone, opening=opening, today=actor.today)
        type(made).objects.filter(pk=made.pk).update(
            willing=True, willing_on=TODAY, sent_at=made.at, outcome="accepted", ended_on=TODAY
        )
        type(gone).objects.filter(pk=gone.pk).update(ended_on=TODAY, end="work")
        handed_over(linnea, cook, given_name="Kvar")
        found = boxes(linnea)
        assert "vacant" not in found, "also where the reader sees no more of who took it"
        assert [name.split()[0] for name in found["unmatched"]] == ["Kvar"]
        other = make_officer("Grannkommunen")
        for who in (other, make_colleague("consultant", linnea.unit)):
            with as_(who):
                assert database.rows("matching_asked_about") == []

    def test_the_door_leads_to_what_is_to_be_done(self, client, linnea):
        cook = make_concept("Kock")
        opening = make_opening(linnea, title="Kök", occupation=cook)
        search = handed_over(linnea, cook)
        sign_in(client, linnea)
        person = reverse("matching:work", args=[search.person_id])
        assert f'href="{person}"' in markup(client.get("/")), "to be received first"
        with as_(linnea) as actor:
            operations.receive_search(search=search, by=actor)
        page = markup(client.get("/"))
        for url in (
            reverse("matching:find_work", args=[search.person_id]),
            reverse("matching:find_people", args=[opening.pk]),
        ):
            assert f'href="{url}"' in page
            assert client.get(url).status_code == 200


class TestAgreementsAndEmployers:
    def test_an_agreement_waits_for_whose_turn_it_is_and_names_no_participant(self, client, linnea):
        by, _case, agreement = at_an_employer(linnea, given_name="Hemlig", family_name="Sagosson")
        sign_in(client, linnea)
        page = text(client.get("/"))
        assert "Avtalet på Storgatan 1 väntar på att arbetsgivaren skriver under" in page
        assert "Hemlig" not in page
        sign_both(by, agreement)
        assert "väntar på att kommunen skriver under" in text(client.get("/"))
        set_today(TODAY + timedelta(days=1))
        with as_(linnea) as actor:
            (box,) = (box for box in day_of(actor).boxes if box.key == "signatures")
        assert [row.late for row in box.rows] == [True], "who should have begun yesterday"

    def test_a_signed_one_stands_among_the_ends_when_it_ends_soon(self, linnea):
        by, _case, agreement = at_an_employer(linnea, days=90)
        sign_all(by, agreement)
        assert boxes(linnea).keys().isdisjoint({"signatures", "along"})
        set_today(TODAY + timedelta(days=60))
        # That it ends, and that nobody has asked how it goes since it began.
        assert boxes(linnea)["along"] == ["Påhittade Påhitt AB"] * 2

    def test_an_employer_is_asked_how_it_goes_until_somebody_has_spoken_with_them(self, client, linnea):
        employer, case = make_employer(linnea, name="Fantasifrakt AB"), make_case(given_name="Hemlig")
        began(employer, case)
        assert "along" not in boxes(linnea)
        set_today(TODAY + timedelta(days=40))
        sign_in(client, linnea)
        page = text(client.get("/"))
        assert "Någon började arbeta där för 1 månad sedan" in page
        assert "Hemlig" not in page
        with as_(linnea) as actor:
            say(actor, employer, held_on=actor.today - timedelta(days=20))
            assert boxes(linnea)["along"] == ["Fantasifrakt AB"], "that was before"
            say(actor, employer)
        assert "along" not in boxes(linnea)

    def test_nobody_else_is_told_and_nobody_of_the_protected(self, linnea):
        _by, case, _agreement = at_an_employer(linnea)
        hidden = make_case()
        began(make_employer(linnea), hidden, day=TODAY - timedelta(days=40))
        others = (
            make_officer("Grannkommunen"),
            *(make_colleague(role, linnea.unit) for role in ("consultant", "administrator", "place_coordinator")),
        )
        with as_(linnea):
            assert sorted(one.asks for one in database.rows("outcomes_at_employers")) == ["began", "employer"]
        for who in others:
            with as_(who):
                assert database.rows("outcomes_at_employers") == [], who.role
        for function in ("agreements_at_employers", "outcomes_follow_up_months"):
            with as_(linnea), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                database.rows(function)
        for one in (case, hidden):
            with as_(consultant_of(one)):
                protect(person=one.person, protection="marked")
        with as_(linnea):
            assert database.rows("outcomes_at_employers") == []


def test_two_of_each_and_twelve_ask_the_same_questions(client, linnea, django_assert_max_num_queries):
    cook = make_concept("Kock")
    sign_in(client, linnea)
    for count in (2, 10):
        for _one in range(count):
            make_opening(linnea, occupation=cook)
            handed_over(linnea, cook)
            began(make_employer(linnea), make_case(), day=TODAY - timedelta(days=40))
        # Twelve of the page's own; the test adds its savepoints and a look at the settings.
        with django_assert_max_num_queries(16):
            page = text(client.get("/"))
    assert "Visa alla 12" in page


@pytest.mark.parametrize("role", ["consultant", "social_worker", "supervisor", "administrator", "employer_officer"])
def test_every_colleague_finds_who_came_to_work_in_the_menu(client, linnea, role):
    sign_in(client, make_colleague(role, linnea.unit))
    assert 'href="/to-work/"' in markup(client.get("/", follow=True))
