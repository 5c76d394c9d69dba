"""An initiative is decided by a paper that says what the initiative says, and the decision is of what was read."""

import re
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.testing import faults, said
from trappan.initiatives import operations
from trappan.initiatives.models import InitiativePaper
from trappan.initiatives.papers import facts_now
from trappan.initiatives.testing import make_initiative
from trappan.partnerships.decided import edition_of_decided
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
WHO = {"officer": "Pelle, utredare", "manager": "Karin", "reference": "KS2020-17"}
WHOLE = {"consultation": "Med försörjningsstöd", "mbl": "Information enligt 19 §", "recipients": "Nämnden\nEnheten"}
DECISION = {"decided_on": "2026-11-12", "body": "Kommunstyrelsen", "paragraph": "§ 17"}


@pytest.fixture
def town(today):
    class Town:
        head = make_colleague("head_of_unit", make_unit("labour_market"))
        consultant = make_colleague("consultant", head.unit)
        abroad = make_colleague("head_of_unit", make_unit("labour_market", make_organisation("Grannkommunen")))
        initiative = make_initiative(head, name="Heltidsaktivering", budget=1_250_000)

    with as_(Town.head) as actor:
        operations.mark_day(by=actor, day=date(2026, 3, 2), kind="method", name="Heltid för alla")
        Town.paper = operations.begin_paper(initiative=Town.initiative, **WHO)
    return Town


def address(paper):
    return reverse("initiatives:decision_paper", args=[paper.pk])


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]+)"', markup(page))[1]


def send(client, town, form, **fields):
    """Send a form of the paper's page as the head sees it."""
    sign_in(client, town.head)
    name = {"write": "edition", "decide": "read"}[form]
    fields.setdefault(name, hidden(client.get(address(town.paper)), f"{form}-{name}"))
    sent = {f"{form}-{key}": value for key, value in fields.items()}
    return client.post(address(town.paper), {"acting_as": town.head.pk, "form": form, **sent})


def write(client, town, **fields):
    return send(client, town, "write", **{**WHO, "title": "Heltidsaktivering", **WHOLE, **fields})


@pytest.mark.requirement("R-210", "R-217", "R-055")
def test_it_says_whose_money_for_how_long_and_since_when_a_way_of_working_is_used(client, town):
    sign_in(client, town.head)
    page = client.get(reverse("initiatives:initiative", args=[town.initiative.pk])).content.decode()
    assert "Satsningen Heltidsaktivering" in page
    shown = client.get(address(town.paper)).content.decode().replace("\xa0", " ")
    for words in (
        "1 januari 2026 – 31 december 2026",
        "Kommunstyrelsens budget",
        "1 250 000 kr",
        "10: Personer som börjar",
        "2 mars 2026: Heltid för alla",
        "Genomföra satsningen Heltidsaktivering.",
        "Samråd, Facket, MBL, Vem ska ha beslutet",
    ):
        assert words in shown, words
    printed = client.get(reverse("initiatives:print_paper", args=[town.paper.pk])).content
    assert faults(printed) == []
    assert "2 mars 2026: Heltid för alla" in said(printed)


@pytest.mark.requirement("R-213")
def test_the_decision_waits_for_consultation_unions_and_somebody_to_have_it_and_is_of_what_was_read(client, town):
    assert "Skriv vem som beslutade" in send(client, town, "decide", **DECISION).content.decode()
    assert write(client, town).status_code == 302
    old = hidden(client.get(address(town.paper)), "decide-read")
    with as_(town.head):
        about = {name: getattr(town.initiative, name) for name in operations.ABOUT}
        edition = edition_of(about)
        operations.change_initiative(initiative=town.initiative, edition=edition, **{**about, "budget": 2_000_000})
    assert "ändrades efter att du öppnade sidan" in send(client, town, "decide", read=old, **DECISION).content.decode()
    shown = client.get(address(town.paper)).content.decode()
    assert "har ändrats sedan det sparades" in shown
    assert "Spara det på nytt" in send(client, town, "decide", **DECISION).content.decode()
    assert write(client, town).status_code == 302
    assert send(client, town, "decide", **DECISION).status_code == 302
    town.paper.refresh_from_db()
    assert (town.paper.decided_on, town.paper.edition) == (date(2026, 11, 12), 3)
    assert "Beslutat 12 november 2026 av Kommunstyrelsen, § 17." in client.get(address(town.paper)).content.decode()


def test_whoever_saves_beside_what_changed_meanwhile_reads_it_first_and_loses_nothing(client, town):
    sign_in(client, town.head)
    edition = hidden(client.get(address(town.paper)), "write-edition")
    with as_(town.head):
        operations.go_on(initiative=town.initiative, what="Gruppen", by_whom="Enheten", money="Ramen")
    answer = write(client, town, edition=edition, background="Mitt")
    assert answer.status_code == 422
    assert "Gruppen, Enheten, Ramen" in answer.content.decode()
    assert "Mitt" in answer.content.decode()


def test_once_decided_it_is_frozen_and_what_changes_has_another(client, town):
    write(client, town)
    with as_(town.head), pytest.raises(DatabaseError, match="another"), transaction.atomic():
        database.execute(
            "UPDATE initiatives_initiativepaper SET decided_on = '2026-11-12', body = 'K', economy = 'Annat'"
        )
    send(client, town, "decide", **DECISION)
    with as_(town.head):
        with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            database.execute("UPDATE initiatives_initiativepaper SET economy = 'Annat'")
        another = operations.begin_paper(initiative=town.initiative, **WHO)
        with pytest.raises(Refused, match="inte är beslutat"):
            operations.begin_paper(initiative=town.initiative, **WHO)
    assert [one.pk for one in town.initiative.papers.all()] == [another.pk, town.paper.pk]


def test_a_draft_is_its_keepers_and_another_municipalitys_nobodys(client, town):
    def answers(who):
        sign_in(client, who)
        return [client.get(address(town.paper)).status_code, client.get(f"{address(town.paper)}paper.pdf").status_code]

    def read_by(who):
        with as_(who):
            return InitiativePaper.objects.count()

    assert [answers(who) for who in (town.head, town.consultant, town.abroad)] == [[200] * 2, [404] * 2, [404] * 2]
    assert [read_by(who) for who in (town.consultant, town.abroad)] == [0, 0]
    write(client, town)
    send(client, town, "decide", **DECISION)
    assert [answers(who) for who in (town.consultant, town.abroad)] == [[200] * 2, [404] * 2]
    sign_in(client, town.consultant)
    assert "write-title" not in markup(client.get(address(town.paper)))
    with as_(town.consultant), transaction.atomic():
        assert not database.execute("UPDATE initiatives_initiativepaper SET economy = 'Annat'")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_the_same_moment_one_does(town):
    InitiativePaper.objects.filter(pk=town.paper.pk).update(**WHOLE)
    town.paper.refresh_from_db()
    read = edition_of_decided(town.paper, facts_now(town.initiative))

    def settle(_actor):
        operations.decide_by_paper(paper=town.paper, read=read, today=TODAY, decided_on=TODAY, body="KS")

    outcomes = at_the_same_moment(by(town.head, settle), by(town.head, settle))
    assert sum(isinstance(one, Refused) for one in outcomes) == 1, outcomes


def test_its_pages_ask_few_questions(client, town, django_assert_max_num_queries):
    sign_in(client, town.head)
    for page in (address(town.paper), reverse("initiatives:initiative", args=[town.initiative.pk])):
        client.get(page)
        with django_assert_max_num_queries(16):
            client.get(page)
