"""A decision paper says what the agreement says, and what is decided is the edition that was read."""

import re
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.testing import faults, said
from trappan.partnerships import operations
from trappan.partnerships.facts import facts_now
from trappan.partnerships.models import Decision, DecisionPaper
from trappan.partnerships.testing import DECISION, consult, make_budget, make_draft, make_signed, write_paper
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.staff.testing import as_
from trappan.testing import TODAY, at_the_same_moment, by, markup, sign_in

pytestmark = pytest.mark.django_db
WHO = {"officer": "Pelle, utredare", "manager": "Karin", "reference": "KS2016-313"}


@pytest.fixture
def draft(house):
    made = make_draft(house.head, house.partner, name="Hoppfull framtid", evaluate_on=date(2019, 12, 1))
    consult(house.head, made)
    make_budget(house.head, made, 2018)
    make_budget(house.head, made, 2019)
    with as_(house.head):
        operations.commit(agreement=made, side="partner", text="Rapport en gång om året")
        operations.serve_goal(agreement=made, wording="Framtidstro", starts_on=date(2015, 1, 1))
        operations.list_recipient(version=made, name="Stadsmissionen")
    return made


def begun(house, version):
    with as_(house.head):
        made = operations.begin_paper(version=version, **WHO)
    made.refresh_from_db()
    return made


def address(paper):
    return reverse("partnerships:decision_paper", args=[paper.pk])


def decide(head, version, **about):
    with as_(head):
        operations.decide(version=version, today=TODAY, **{**DECISION, **about})


@pytest.mark.requirement("R-055", "R-178", "R-206")
def test_it_is_filled_from_the_agreement_with_shares_and_their_rounding(house, draft, client):
    paper = begun(house, draft)
    sign_in(client, house.head)
    shown = client.get(address(paper)).content.decode().replace("\xa0", " ")
    for words in (
        "2 080 500 kr: kommunen 1 100 000 kr (52,87 %), partnern 980 500 kr (47,13 %)",
        "2018–2019, varje år",
        "avrundas",
        "Bildningsnämnden, Stadsmissionen som den hette",
        "Rapport en gång om året",
        "Framtidstro",
        "24 oktober 2017, De fackliga organisationerna: Inga invändningar",
        "19 §",
        "1 december 2019",
        "KS2016-313",
    ):
        assert words in shown, words
    text = re.search(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", shown, re.DOTALL)[1]
    assert "BAKGRUND" in text
    assert "BESLUTET SKICKAS TILL\n\n- Stadsmissionen" in text
    printed = client.get(reverse("partnerships:print_paper", args=[paper.pk])).content
    assert faults(printed) == []
    assert "52,87" in said(printed)


def test_what_has_changed_since_is_told_before_it_is_sent_and_the_decision_waits(house, draft, client):
    paper = write_paper(house.head, draft, background="Så började det")
    with as_(house.head):
        operations.commit(agreement=draft, side="municipality", text="Svara inom två dagar")
    sign_in(client, house.head)
    shown = client.get(address(paper)).content.decode()
    assert "Avtalet har ändrats sedan underlaget sparades" in shown
    assert "Svara inom två dagar" in shown
    printed = said(client.get(reverse("partnerships:print_paper", args=[paper.pk])).content)
    assert "Avtalet har ändrats" in printed
    assert "Svara inom två dagar" not in printed, "the paper says what it said when it was saved"
    with pytest.raises(Refused, match="underlaget säga det också"):
        decide(house.head, draft)
    edition = re.search(r'name="edition" value="([^"]+)"', shown)[1]
    fields = {**WHO, "title": "Avtalet", "background": "Så började det", "edition": edition}
    assert client.post(address(paper), {"acting_as": house.head.pk, **fields}).status_code == 302
    assert "Avtalet har ändrats" not in client.get(address(paper)).content.decode()
    decide(house.head, draft)
    assert Decision.objects.get().paper_edition == 3


def test_whoever_saves_beside_an_agreement_that_changed_meanwhile_reads_it_first(house, draft, client):
    paper = begun(house, draft)
    sign_in(client, house.head)
    edition = re.search(r'name="edition" value="([^"]+)"', markup(client.get(address(paper))))[1]
    with as_(house.head):
        operations.serve_goal(agreement=draft, wording="Delaktighet", starts_on=TODAY)
    fields = {**WHO, "acting_as": house.head.pk, "title": "Avtalet", "background": "Mitt", "edition": edition}
    answer = client.post(address(paper), fields)
    assert answer.status_code == 422
    assert "Delaktighet" in answer.content.decode()
    fields["edition"] = re.search(r'name="edition" value="([^"]+)"', markup(answer))[1]
    assert client.post(address(paper), fields).status_code == 302
    paper.refresh_from_db()
    assert (paper.background, paper.edition) == ("Mitt", 2)


def read_on(page):
    return re.search(r'name="decide-read" value="([^"]+)"', markup(page))[1]


@pytest.mark.requirement("R-200")
def test_a_decision_on_a_draft_that_another_has_changed_since_it_was_read_is_refused(house, client):
    made = make_draft(house.head, house.partner)
    consult(house.head, made)
    page = reverse("partnerships:agreement", args=[made.pk])
    sign_in(client, house.head)
    form = {
        "acting_as": house.head.pk,
        "form": "decide",
        "decide-decided_on": "2017-12-14",
        "decide-body": "Nämnden",
        "decide-reference": "KS2016-313",
        "decide-officer": "Utredare",
        "decide-read": read_on(client.get(page)),
    }
    with as_(house.administrator):
        edition = edition_of({"places": made.places})
        operations.change_draft(agreement=made, edition=edition, places=99)
    answer = client.post(page, form)
    assert answer.status_code == 422
    assert "ändrades efter att du öppnade sidan" in answer.content.decode()
    assert not Decision.objects.exists()
    assert client.post(page, {**form, "decide-read": read_on(answer)}).status_code == 302
    assert Decision.objects.get().paper_edition is None, "there is no paper"


def test_a_paper_saved_since_it_was_read_is_not_decided_by_even_in_sql(house, draft):
    write_paper(house.head, draft)
    row = "INSERT INTO partnerships_decision (agreement_id, decided_on, body, paragraph, reference, officer, "
    row += "paper_edition) VALUES (%(made)s, '2017-12-14', 'N', '', 'K', 'U', %(edition)s)"
    for edition in (1, None, 3):
        with as_(house.head), pytest.raises(DatabaseError, match="another"), transaction.atomic():
            database.execute(row, {"made": draft.pk, "edition": edition})
    with as_(house.head):
        database.execute(row, {"made": draft.pk, "edition": 2})


def test_it_is_frozen_once_it_is_decided_by(house, draft, client):
    paper = write_paper(house.head, draft, economy="Ryms i ramen")
    decide(house.head, draft)
    with as_(house.head), pytest.raises(DatabaseError, match="decided"), transaction.atomic():
        database.execute("UPDATE partnerships_decisionpaper SET economy = 'Ryms inte'")
    sign_in(client, house.head)
    page = client.get(address(paper))
    assert 'name="economy"' not in markup(page)
    assert "Ryms i ramen" in page.content.decode()
    sent = {**WHO, "acting_as": house.head.pk, "title": "Annat", "economy": "Ryms inte"}
    client.post(address(paper), sent)
    with as_(house.head):
        operations.commit(agreement=draft, side="partner", text="Ett löfte till")
    assert "Ett löfte till" not in client.get(address(paper)).content.decode()
    paper.refresh_from_db()
    assert (paper.economy, paper.title) == ("Ryms i ramen", "Avtalet Hoppfull framtid")
    with as_(house.head), pytest.raises(Refused, match="beslutat"):
        operations.begin_paper(version=draft, **WHO)


@pytest.mark.requirement("R-213")
def test_whom_it_goes_to_is_filled_in_before_the_decision(house):
    made = make_draft(house.head, house.partner)
    consult(house.head, made)
    write_paper(house.head, made)
    with pytest.raises(Refused, match="står på listan"):
        decide(house.head, made)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("wrong", [{"reference": " "}, {"officer": ""}, {"manager": ""}, {"reference": "å" * 61}])
def test_without_registry_number_officer_or_manager_it_is_not_begun(house, draft, client, wrong):
    sign_in(client, house.head)
    page = reverse("partnerships:agreement", args=[draft.pk])
    sent = {f"begin_paper-{name}": value for name, value in {**WHO, **wrong}.items()}
    answer = client.post(page, {"acting_as": house.head.pk, "form": "begin_paper", **sent})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == wrong.keys()
    assert not DecisionPaper.objects.exists()


def test_twenty_thousand_letters_are_refused_and_kept_on_the_page(house, draft, client):
    paper = begun(house, draft)
    sign_in(client, house.head)
    sent = {**WHO, "acting_as": house.head.pk, "title": "Avtalet", "background": "å" * 20_000}
    answer = client.post(address(paper), sent)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["background"]
    assert "å" * 20_000 in answer.content.decode()


def test_it_is_the_municipalitys_own_also_when_the_agreement_is_signed(house, client):
    made = make_signed(house.head, house.director, house.partner)
    with as_(house.head):
        wider = operations.draft_amendment(agreement=made, starts_on=TODAY, scope="Mer", places=8)
    paper = begun(house, wider)
    for who in (house.leader, house.stranger, house.own_leader, house.head_abroad, house.director_abroad):
        sign_in(client, who)
        assert client.get(address(paper)).status_code == 404, who.role
        assert client.get(reverse("partnerships:print_paper", args=[paper.pk])).status_code == 404, who.role
    sign_in(client, house.director)
    shown = client.get(address(paper))
    assert 'name="economy"' not in markup(shown), "a director reads"
    assert "+8" in shown.content.decode()
    assert paper.title == f"Ändring av avtalet {made.name}"


def test_its_page_asks_few_questions(house, draft, client, django_assert_max_num_queries):
    paper = begun(house, draft)
    sign_in(client, house.head)
    client.get(address(paper))
    with django_assert_max_num_queries(16):
        client.get(address(paper))


@pytest.mark.django_db(transaction=True)
def test_of_a_change_and_a_decision_at_the_same_moment_one_comes_first(house):
    for _turn in range(3):
        made = make_draft(house.head, house.partner)
        consult(house.head, made)
        made.refresh_from_db()
        with as_(house.head):
            read = operations.what_is_read(made, None, facts_now(made))
            edition = edition_of({"places": made.places})

        def change(_actor, made=made, edition=edition):
            operations.change_draft(agreement=made, edition=edition, places=99)

        def settle(_actor, made=made, read=read):
            operations.decide(version=made, today=TODAY, **DECISION, read=read)

        outcomes = at_the_same_moment(by(house.administrator, change), by(house.head, settle))
        assert sum(isinstance(one, Refused) for one in outcomes) == 1, outcomes
        made.refresh_from_db()
        assert Decision.objects.filter(agreement=made).exists() is (made.places == 24)
