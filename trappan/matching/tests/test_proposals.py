"""Proposals: the person first, then what they let be told, and an answer at each end."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.employers.testing import make_opening
from trappan.matching import operations
from trappan.matching.jobs import close_unanswered
from trappan.matching.models import ProfileConsent, Proposal
from trappan.matching.operations.proposal import CHANGED
from trappan.matching.paper import paper_for
from trappan.matching.testing import consent_to_employers, make_search, send
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import at_the_same_moment, by


def test_nothing_goes_out_before_the_person_has_said_yes(asked):
    opening = make_opening(asked.linnea)
    with as_(asked.linnea) as actor:
        made = operations.ask_person(search=asked.search, opening=opening, today=actor.today)
        with pytest.raises(Refused, match="Fråga personen först"):
            operations.send_proposal(proposal=made, by=actor, sent_how="phone", shown=paper_for(made, actor).edition)
        with pytest.raises(DatabaseError, match="sent_after_a_yes"), transaction.atomic():
            database.execute("UPDATE matching_proposal SET sent_at = now() WHERE id = %s", [made.pk])
        operations.answer_as_person(proposal=made, willing=False, today=actor.today, why="journey", note="För långt")
        made.refresh_from_db()
        assert (made.outcome, made.why, made.ended_on) == ("person", "journey", actor.today)
        with pytest.raises(Refused, match="redan"):
            operations.answer_as_person(proposal=made, willing=True, today=actor.today)


@pytest.mark.requirement("R-143")
def test_until_the_person_lets_more_be_told_a_neutral_card_goes_out(asked):
    first, second = asked.proposals
    send(asked.linnea, first)
    assert first.parts == []
    assert "Samira" not in first.paper.words
    assert "Diska" not in first.paper.words
    assert first.paper.words.startswith("En person söker arbete: Köksbiträde")
    consent_to_employers(asked.linnea, asked.person, ["able", "name", "phone"])
    send(asked.linnea, second)
    assert sorted(second.parts) == ["able", "name", "phone"]
    assert "Samira Påhitt söker arbete: Diskare" in second.paper.words
    assert "070-1740605" in second.paper.words
    assert "Det jag kan: Diska, torka och hålla ordning" in second.paper.words
    assert "handledare" not in second.paper.words
    with as_(asked.linnea), pytest.raises(DatabaseError, match="sent"), transaction.atomic():
        database.execute("UPDATE matching_proposal SET parts = '{}' WHERE id = %s", [second.pk])


def test_what_is_taken_back_between_showing_and_sending_does_not_go_out(asked):
    """Refused by what was shown, and by the database itself in SQL; what was sent already is taken back."""
    first, second = asked.proposals
    yes = consent_to_employers(asked.linnea, asked.person, ["able", "name"])
    send(asked.linnea, first)
    with as_(asked.linnea) as actor:
        shown = paper_for(second, actor).edition
    with as_(asked.jonna) as actor:
        operations.withdraw_profile_consent(consent=yes, today=actor.today)
    with as_(asked.linnea) as actor:
        with pytest.raises(Refused) as refusal:
            operations.send_proposal(proposal=second, by=actor, sent_how="phone", shown=shown)
        assert str(refusal.value) == str(CHANGED)
        with pytest.raises(DatabaseError, match="consent"), transaction.atomic():
            database.execute(
                "UPDATE matching_proposal SET sent_at = now(), parts = '{name}' WHERE id = %s", [second.pk]
            )
        first.refresh_from_db()
        assert first.outcome == "withdrawn"
        second.refresh_from_db()
        assert second.is_open


def test_a_yes_at_one_place_ends_what_else_was_asked_in_the_same_transaction(asked):
    for one in asked.proposals:
        send(asked.linnea, one)
    with as_(asked.linnea) as actor:
        operations.agree_meeting(
            proposal=asked.proposals[0], today=actor.today, meets_at=asked.proposals[0].sent_at + timedelta(days=20)
        )
        operations.tell_outcome(proposal=asked.proposals[0], accepted=True, today=actor.today)
        became = list(Proposal.objects.order_by("pk").values_list("outcome", flat=True))
        assert became == ["accepted", "obsolete"]
        with pytest.raises(Refused, match="redan"):
            operations.tell_outcome(proposal=asked.proposals[1], accepted=True, today=actor.today)


@pytest.mark.django_db(transaction=True)
def test_of_two_employers_who_say_yes_at_once_one_has_the_person(asked):
    for one in asked.proposals:
        send(asked.linnea, one)

    def accept(proposal):
        return lambda actor: operations.tell_outcome(proposal=proposal, accepted=True, today=actor.today)

    answers = at_the_same_moment(*(by(asked.linnea, accept(one)) for one in asked.proposals))
    assert sorted(type(one).__name__ for one in answers) == ["NoneType", "Refused"]
    with as_(asked.linnea):
        assert sorted(Proposal.objects.values_list("outcome", flat=True)) == ["accepted", "obsolete"]


def test_the_last_place_of_an_opening_is_given_once(asked):
    other = asked.opened()
    search = make_search(asked.jonna, other, asked.team)
    send(asked.linnea, asked.proposals[0])
    with as_(asked.linnea) as actor:
        made = operations.ask_person(search=search, opening=asked.openings[0], today=actor.today)
        operations.answer_as_person(proposal=made, willing=True, today=actor.today)
    send(asked.linnea, made)
    with as_(asked.linnea) as actor:
        operations.tell_outcome(proposal=made, accepted=True, today=actor.today)
        with pytest.raises(Refused, match="sista platsen"):
            operations.tell_outcome(proposal=asked.proposals[0], accepted=True, today=actor.today)


def test_what_nobody_answers_ends_as_unanswered_by_itself(asked, today):
    """The day of an answer is the rule set's; a yes that is not sent yet waits for the team, not for an answer."""
    sent, unsent = asked.proposals
    send(asked.linnea, sent)
    assert (sent.answer_by - today).days == 14
    database.execute("UPDATE matching_proposal SET answer_by = today() - 1")
    close_unanswered()
    with as_(asked.linnea) as actor:
        sent.refresh_from_db()
        assert (sent.outcome, sent.ended_on) == ("unanswered", actor.today)
        unsent.refresh_from_db()
        assert unsent.is_open
    database.execute("UPDATE matching_profileconsent SET starts_on = today() - 9, ends_on = today()")
    close_unanswered()
    with as_(asked.jonna):
        asked.search.refresh_from_db()
        assert asked.search.end == "expired"
        unsent.refresh_from_db()
        assert unsent.outcome == "withdrawn"


def test_nobody_else_proposes_or_reads_a_proposal(asked):
    """An officer of another team, the consultant and a supervisor, in SQL, with rows of the team's own."""
    send(asked.linnea, asked.proposals[0])
    insert = (
        "INSERT INTO matching_proposal (person_id, search_id, opening_id, answer_by) VALUES (%s, %s, %s, today() + 9)"
    )
    row = [asked.person.pk, asked.search.pk, make_opening(asked.linnea).pk]
    for stranger, answer in ((asked.olle, "row-level"), (asked.town.tor, "row-level"), (asked.jonna, "ended")):
        with as_(stranger), pytest.raises(DatabaseError, match=answer), transaction.atomic():
            database.execute(insert, row)
    for stranger in (asked.olle, asked.town.tor, asked.town.ulla):
        with as_(stranger):
            assert not Proposal.objects.exists()
            assert not ProfileConsent.objects.exists()
            assert not database.execute("UPDATE matching_proposal SET note = 'Smyg'")
    with as_(asked.jonna):
        assert Proposal.objects.count() == 2
        assert not database.execute("UPDATE matching_proposal SET note = 'Smyg'")
    # The other team, with somebody of its own on its list, proposes nobody from Linnea's.
    other = asked.opened()
    make_search(asked.jonna, other, asked.others)
    with as_(asked.olle), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        database.execute(insert, row)
    with as_(asked.olle), pytest.raises(DatabaseError, match="ended"), transaction.atomic():
        database.execute(insert, [other.person_id, asked.search.pk, row[2]])
