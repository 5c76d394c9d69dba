"""A proposal by e-mail goes out by e-mail: to the contact's address, once, as it was read."""

import pytest
from django.db import DatabaseError, transaction

from trappan import database
from trappan.employers import operations as employers
from trappan.employers.testing import make_opening
from trappan.matching import operations
from trappan.matching.paper import paper_for
from trappan.matching.testing import make_search
from trappan.messages.models import Message
from trappan.refusals import Refused
from trappan.staff.testing import as_


@pytest.fixture
def willing(handed):
    """Somebody who wants to be proposed for an opening."""
    search = make_search(handed.jonna, handed.case, handed.team)
    handed.opening = make_opening(handed.linnea, title="Köksbiträde")
    with as_(handed.linnea) as actor:
        handed.proposal = operations.ask_person(search=search, opening=handed.opening, today=actor.today)
        operations.answer_as_person(proposal=handed.proposal, willing=True, today=actor.today)
    return handed


def send(willing, how, contact=None):
    with as_(willing.linnea) as actor:
        shown = paper_for(willing.proposal, actor).edition
        operations.send_proposal(proposal=willing.proposal, by=actor, sent_how=how, shown=shown, contact=contact)


def contact_of(willing, **about):
    with as_(willing.linnea):
        return employers.make_contact(employer=willing.opening.employer, name="Vera Diktare", **about)


def test_by_email_the_paper_is_ordered_to_the_contact_once(willing):
    vera = contact_of(willing, email="vera@koket.example")
    send(willing, "mail", vera)
    with as_(willing.jonna):
        order = Message.objects.get()
        willing.proposal.refresh_from_db()
    assert (order.address, order.channel, order.subject) == ("vera@koket.example", "email", "Köksbiträde")
    assert order.text == willing.proposal.paper.words != ""
    assert order.author == willing.linnea
    assert not order.to_person, "about the person, to the employer: it is no message to the person"
    with pytest.raises(Refused, match="redan"):
        send(willing, "mail", vera)
    assert database.query("SELECT count(*) AS n FROM messages_outbox")[0].n == 1


@pytest.mark.parametrize("address", [{}, {"email": "vera@koket.example", "left_on": "2026-01-01"}])
def test_by_email_to_nobody_with_an_address_nothing_goes_out(willing, address):
    """Refused at the contact, and by the database itself; what is read out is written down and ordered nowhere."""
    left = address.pop("left_on", None)
    vera = contact_of(willing, **address)
    database.execute("UPDATE employers_contact SET left_on = %s WHERE id = %s", [left, vera.pk])
    for contact in (vera, None):
        with pytest.raises(Refused, match="e-postadress") as refusal:
            send(willing, "mail", contact)
        assert refusal.value.field == "contact"
    with as_(willing.linnea), pytest.raises(DatabaseError, match="address"), transaction.atomic():
        said = "UPDATE matching_proposal SET sent_at = now(), sent_how = 'mail' WHERE id = %s"
        database.execute(said, [willing.proposal.pk])
    send(willing, "phone", vera)
    assert database.query("SELECT count(*) AS n FROM messages_outbox")[0].n == 0
