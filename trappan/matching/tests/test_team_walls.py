"""What one employer team has heard stays with it, and no longer than the case and what the person said yes to."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.cases.models import Case
from trappan.employers import operations as employers
from trappan.employers.testing import make_employer, make_officer
from trappan.history.models import Event, Version
from trappan.matching import operations
from trappan.matching.jobs import close_unanswered
from trappan.matching.models import ProfileConsent, ProfilePart, Proposal, SentPaper, WorkSearch
from trappan.matching.paper import paper_for
from trappan.matching.testing import consent_to_employers, consent_to_team, make_profile, make_search, send
from trappan.people.models import Person
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague
from trappan.testing import markup, sign_in


@pytest.mark.requirement("R-041")
def test_another_team_begins_anew_and_reads_nothing_of_what_the_first_was_told(asked, client):
    """The same person, a yes to each team in turn: rows, papers, the log and earlier versions, in SQL and on pages."""
    first, second = asked.proposals
    consent_to_employers(asked.jonna, asked.person, ["needs", "name"])
    send(asked.linnea, first)
    with as_(asked.linnea) as actor:
        operations.answer_as_person(proposal=second, willing=False, today=actor.today, why="health", note="Mår illa")
        yes = ProfileConsent.objects.standing().get(audience="team")
        operations.withdraw_profile_consent(consent=yes, today=actor.today)
    consent_to_team(asked.jonna, asked.person, asked.others, ["wishes"])
    anew = make_search(asked.jonna, asked.case, asked.others)
    with as_(asked.olle):
        assert not Proposal.objects.exists()
        assert list(WorkSearch.objects.all()) == [anew]
        assert set(ProfileConsent.objects.values_list("unit", flat=True)) == {asked.others.pk, None}
        assert not Event.objects.filter(person=asked.person, scope="profile").exclude(unit=asked.others).exists()
        assert not Version.objects.filter(of_table__startswith="matching_").exists()
        # Without WHERE the rows are not read first: what may be changed is held by itself.
        assert not database.execute("UPDATE matching_proposal SET note = 'Smyg'")
        assert database.execute("UPDATE matching_worksearch SET end_note = 'Smyg'") == 1
    sign_in(client, asked.olle)
    assert "Mår illa" not in markup(client.get(reverse("matching:proposals", args=[asked.person.pk])))
    assert client.get(reverse("matching:proposal", args=[asked.person.pk, first.pk])).status_code == 404
    with as_(asked.jonna):
        assert Proposal.objects.count() == 2
        assert Event.objects.filter(verb="matching.answer_as_person", details__why="health").exists()
        assert Version.objects.filter(of_table="matching_proposal").exists()
    with as_(asked.town.ulla):
        assert not Version.objects.filter(of_table__startswith="matching_", scope="profile").exists()


def test_a_consultant_who_sits_in_the_team_reads_and_writes_as_the_team(handed):
    """The plan opens the whole profile, whatever the role is called: in the team nobody widens their own yes."""
    make_profile(handed.jonna, handed.person)
    consent_to_team(handed.jonna, handed.person, handed.team, ["able"])
    make_search(handed.jonna, handed.case, handed.team)
    consultant = make_colleague("consultant", handed.team)
    with as_(consultant):
        assert {part.part for part in ProfilePart.objects.all()} == {"able"}
    with pytest.raises(Refused):
        consent_to_team(consultant, handed.person, handed.team)
    with as_(handed.jonna):
        assert ProfileConsent.objects.standing().get(audience="team").parts == ["able"]


def test_a_part_that_is_said_otherwise_after_the_yes_waits_for_another(asked, client):
    """Neither read by the team nor sent, on the paper or in SQL; nothing is ticked that nobody has said."""
    consent_to_employers(asked.jonna, asked.person, ["able", "likes"])
    for table in ("matching_profilepart", "matching_profileconsent"):
        database.execute(f"UPDATE {table} SET at = at - interval '1 hour'")
    make_profile(asked.jonna, asked.person, able="Kan inte lyfta tungt")
    proposal = asked.proposals[0]
    with as_(asked.linnea) as actor:
        assert "able" not in set(ProfilePart.objects.values_list("part", flat=True))
        assert paper_for(proposal, actor).parts == ("likes",)
        with pytest.raises(DatabaseError, match="consent"), transaction.atomic():
            database.execute(
                "UPDATE matching_proposal SET sent_at = now(), parts = '{able}' WHERE id = %s", [proposal.pk]
            )
    sign_in(client, asked.jonna)
    page = client.get(reverse("matching:sharing", args=[asked.person.pk]))
    assert markup(page).count("Sagt annorlunda sedan dess: fråga igen") == 2
    consent_to_team(asked.jonna, asked.person, asked.team)
    consent_to_employers(asked.jonna, asked.person, ["able"])
    with as_(asked.linnea):
        assert "able" in send(asked.linnea, proposal).parts
    someone = asked.opened().person
    make_profile(asked.jonna, someone, likes="")
    page = client.get(reverse("matching:sharing", args=[someone.pk]))
    for act in ("team", "employer"):
        assert set(page.context["acts"][act].bound["parts"].value()) == {
            "able",
            "needs",
            "languages",
            "travel",
            "hours",
        }


def test_what_an_employer_has_is_taken_back_when_less_may_be_told_or_the_yes_runs_out(asked, client):
    first, second = asked.proposals
    consent_to_employers(asked.jonna, asked.person, ["able", "name"])
    send(asked.linnea, first)
    consent_to_employers(asked.jonna, asked.person, ["able"])
    first.refresh_from_db()
    assert first.outcome == "withdrawn"
    send(asked.linnea, second)
    page = reverse("matching:proposal", args=[asked.person.pk, second.pk])
    sign_in(client, asked.linnea)
    assert "Diska, torka" in markup(client.get(page))
    consent_to_team(asked.jonna, asked.person, asked.team, ["wishes"])
    assert "Diska, torka" not in markup(client.get(page)), "the team may not read that part any more"
    with as_(asked.linnea):
        assert not SentPaper.objects.exists()
    with as_(asked.jonna):
        assert SentPaper.objects.count() == 2
    close_unanswered()
    second.refresh_from_db()
    assert second.is_open
    database.execute(
        "UPDATE matching_profileconsent SET starts_on = today() - 9, ends_on = today() WHERE audience = 'employer'"
    )
    close_unanswered()
    second.refresh_from_db()
    assert second.outcome == "withdrawn"


def test_with_the_case_the_person_leaves_the_list_and_the_team_reads_nothing_more(asked, client):
    sign_in(client, asked.jonna)
    assert "arbetsgivarteamets lista" in markup(client.get(reverse("outcomes:exit", args=[asked.case.pk])))
    with as_(asked.jonna) as actor:
        Case.objects.filter(pk=asked.case.pk).update(closed_on=actor.today)
        asked.search.refresh_from_db()
        assert (asked.search.end, asked.search.ended_on) == ("closed", actor.today)
        assert set(Proposal.objects.values_list("outcome", flat=True)) == {"withdrawn"}
    with as_(asked.linnea):
        for model in (Person, ProfilePart, WorkSearch, Proposal):
            assert not model.objects.exists(), model


def test_a_proposal_goes_to_nobody_but_the_employers_own(asked):
    """A contact of another employer that the sender reads, and one of another municipality that is hidden."""
    proposal = asked.proposals[0]
    strangers = []
    for officer in (asked.linnea, make_officer("Grannkommunen")):
        employer = make_employer(officer)
        with as_(officer):
            strangers.append(employers.make_contact(employer=employer, name="Vera Påhitt", phone="070-174 06 21"))
    update = "UPDATE matching_proposal SET contact_id = %s WHERE id = %s"
    with as_(asked.linnea):
        for contact in strangers:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                database.execute(update, [contact.pk, proposal.pk])
