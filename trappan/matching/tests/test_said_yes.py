"""After the employer's yes: the consultant is told, the person is asked no more, and a full opening is not offered."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.employers.models import Opening
from trappan.employers.testing import make_opening, say
from trappan.matching import operations
from trappan.matching.paper import paper_for
from trappan.matching.testing import consent_to_employers, make_search
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in


@pytest.fixture
def taken(handed):
    """Somebody on Linnea's list to whom an employer has said yes, for the only place of an opening."""
    handed.search = make_search(handed.jonna, handed.case, handed.team)
    handed.opening = make_opening(handed.linnea, title="Köksbiträde", kind="internship")
    with as_(handed.linnea) as actor:
        made = operations.ask_person(search=handed.search, opening=handed.opening, today=actor.today)
        operations.answer_as_person(proposal=made, willing=True, today=actor.today)
        shown = paper_for(made, actor).edition
        operations.send_proposal(proposal=made, by=actor, sent_how="phone", shown=shown)
        operations.tell_outcome(proposal=made, accepted=True, today=actor.today)
    handed.yes = made
    return handed


def test_the_consultant_is_told_of_the_yes_until_somebody_is_placed_or_off_the_list(taken, client):
    door = reverse("matching:proposal", args=[taken.person.pk, taken.yes.pk])
    sign_in(client, taken.jonna)
    page = markup(client.get("/"))
    assert f"{taken.opening.employer.name} sa ja: Köksbiträde" in page
    assert door in page
    with as_(taken.jonna) as actor:
        operations.end_search(search=taken.search, end="work", today=actor.today)
    assert door not in markup(client.get("/"))


def test_whoever_has_a_yes_is_asked_no_more_and_waits_no_longer(taken, client):
    other = make_opening(taken.linnea, title="Diskare")
    sign_in(client, taken.linnea)
    assert taken.person.name not in markup(client.get("/"))
    assert "Inget på väg" not in (ready := markup(client.get(reverse("matching:ready"))))
    assert "Arbetsgivaren har sagt ja" in ready
    for name in ("work", "proposals"):
        page = markup(client.get(reverse(f"matching:{name}", args=[taken.person.pk])))
        assert "Arbetsgivaren har sagt ja" in page
        assert "Redan provat" not in page
    asking = reverse("matching:proposals", args=[taken.person.pk])
    assert "Diskare" not in markup(client.get(asking))
    assert f"{asking}?opening=" not in markup(client.get(reverse("matching:find_work", args=[taken.person.pk])))
    with as_(taken.linnea) as actor:
        with pytest.raises(Refused, match="har sagt ja"):
            operations.ask_person(search=taken.search, opening=other, today=actor.today)
        insert = "INSERT INTO matching_proposal (person_id, search_id, opening_id, answer_by) VALUES (%s, %s, %s, %s)"
        with pytest.raises(DatabaseError, match="yes"), transaction.atomic():
            database.execute(insert, [taken.person.pk, taken.search.pk, other.pk, actor.today])


@pytest.mark.parametrize("end", ["another place", "off the list", "the yes to employers"])
def test_an_employer_with_what_no_longer_stands_is_told_until_somebody_has_spoken_with_it(handed, client, end):
    search = make_search(handed.jonna, handed.case, handed.team)
    yes = consent_to_employers(handed.jonna, handed.person)
    openings = [make_opening(handed.linnea, title=title) for title in ("Köksbiträde", "Diskare")]
    with as_(handed.linnea) as actor:
        for opening in openings:
            made = operations.ask_person(search=search, opening=opening, today=actor.today)
            operations.answer_as_person(proposal=made, willing=True, today=actor.today)
            shown = paper_for(made, actor).edition
            operations.send_proposal(proposal=made, by=actor, sent_how="phone", shown=shown)
        if end == "another place":
            operations.tell_outcome(proposal=made, accepted=True, today=actor.today)
        elif end == "off the list":
            operations.end_search(search=search, end="returned", today=actor.today)
        else:
            operations.withdraw_profile_consent(consent=yes, today=actor.today)
    sign_in(client, handed.linnea)
    said = "Säg att förslaget om Köksbiträde inte gäller längre, och aldrig varför"
    assert said in (page := markup(client.get("/")))
    assert ("förslaget om Diskare" in page) == (end != "another place")
    sign_in(client, handed.olle)
    assert said not in markup(client.get("/")), "another team has told nobody"
    with as_(handed.linnea) as actor:
        say(actor, openings[0].employer)
    sign_in(client, handed.linnea)
    assert said not in markup(client.get("/"))


def test_a_consultant_reads_who_does_what_is_the_teams_to_do(handed, client):
    """At each step: what the officer reads as something to do, the consultant reads as what the team does."""
    search = make_search(handed.jonna, handed.case, handed.team)
    with as_(handed.linnea) as actor:
        made = operations.ask_person(search=search, opening=make_opening(handed.linnea), today=actor.today)
    url = reverse("matching:proposal", args=[made.person_id, made.pk])

    def step(theirs, ours):
        for reader, heading in ((handed.jonna, theirs), (handed.linnea, ours)):
            sign_in(client, reader)
            page = markup(client.get(url))
            assert heading in page
            assert (ours in page) == (reader == handed.linnea)

    step("Arbetsgivarteamet frågar Samira", "Fråga Samira och skriv ner svaret")
    with as_(handed.linnea) as actor:
        operations.answer_as_person(proposal=made, willing=True, today=actor.today)
    step("Arbetsgivarteamet skickar förslaget", "Läs det som skickas")
    with as_(handed.linnea) as actor:
        made.refresh_from_db()
        shown = paper_for(made, actor).edition
        operations.send_proposal(proposal=made, by=actor, sent_how="phone", shown=shown)
        operations.take_back_proposal(proposal=made, today=actor.today)
    step("Arbetsgivarteamet säger till arbetsgivaren", "Till arbetsgivaren säger man")


def test_a_full_opening_is_offered_to_nobody_more(taken, client):
    """Counted over all: also after the search that led there has ended, and for whoever sees nothing of the person."""
    free = make_opening(taken.linnea, title="Diskare", places=2)
    other = make_search(taken.jonna, taken.opened(), taken.team)
    with as_(taken.jonna) as actor:
        operations.end_search(search=taken.search, end="work", today=actor.today)
    for reader in (taken.linnea, taken.olle, taken.jonna):
        with as_(reader) as actor:
            assert list(Opening.objects.to_offer(actor.today)) == [free], reader.role
    sign_in(client, taken.linnea)
    listed = reverse("employers:openings")
    assert "Köksbiträde" not in markup(client.get(listed))
    assert "alla platser är tagna" in markup(client.get(listed, {"state": "rests"}))
    assert "alla platser är tagna" in markup(client.get(reverse("employers:opening", args=[taken.opening.pk])))
    assert "Köksbiträde" not in markup(client.get(reverse("matching:proposals", args=[other.person_id])))
