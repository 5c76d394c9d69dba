"""Commitments with their state, goals and annexes; and the list of agreements, as page and file."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.documents.tests.files import PDF, png
from trappan.history.models import Event
from trappan.partnerships import operations
from trappan.partnerships.models import Annex, Commitment, CommitmentState
from trappan.partnerships.testing import make_draft, make_signed
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed(house):
    return make_signed(house.head, house.director, house.partner, name="Hoppfull framtid")


@pytest.mark.requirement("R-201", "R-174")
def test_what_both_have_promised_and_whether_it_is_kept(house, agreed, client):
    with as_(house.head):
        operations.commit(agreement=agreed, side="partner", text="36 platser i fyra verksamheter")
        promised = Commitment.objects.get()
        about = {"commitment": promised, "today": TODAY}
        with pytest.raises(Refused, match="inte kommit"):
            operations.say_kept(**about, state="kept", as_of=date(2026, 12, 31), word="36")
        operations.say_kept(**about, state="not", as_of=date(2026, 1, 1), word="28 av 36")
        operations.say_kept(**about, state="kept", as_of=date(2026, 9, 1), word="Platser i dag")
        operations.serve_goal(agreement=agreed, wording="Framtidstro", starts_on=date(2015, 1, 1), ends_on=None)
    sign_in(client, house.leader)
    shown = text(client.get(reverse("partnerships:agreement", args=[agreed.pk])))
    assert "Platser i dag" in shown
    assert "28 av 36" not in shown, "the latest holds"
    assert "Framtidstro" in shown
    for who in (house.leader, house.head_abroad, house.director, house.own_leader):
        with as_(who), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            CommitmentState.objects.create(commitment=promised, state="kept", as_of=TODAY, word="x")
    with as_(house.head):
        operations.take_out_commitment(commitment=promised, today=TODAY)
        with pytest.raises(Refused, match="redan"):
            operations.take_out_commitment(commitment=promised, today=TODAY)
    sign_in(client, house.head)
    assert "36 platser" not in text(client.get(reverse("partnerships:agreement", args=[agreed.pk])))


@pytest.mark.requirement("R-176", "R-203")
def test_an_annex_is_what_its_content_says_and_both_parties_open_it(house, agreed, client):
    page = reverse("partnerships:agreement", args=[agreed.pk])
    sign_in(client, house.head)

    def added(name, content):
        chosen = {"annex-file": SimpleUploadedFile(name, content), "annex-title": "GA-modellen"}
        return client.post(
            page, {"acting_as": house.head.pk, "form": "annex", "annex-version": "december 2017", **chosen}
        )

    assert added("modell.pdf", png()).status_code == 422
    assert added("modell.pdf", b"MZ\x90\x00\x00").status_code == 422
    assert added("modell.pdf", PDF).status_code == 302
    annex = Annex.objects.get()
    assert (annex.file.kind, annex.name) == ("pdf", "modell.pdf")
    opened = reverse("partnerships:open_annex", args=[annex.pk])
    sign_in(client, house.leader)
    answer = client.get(opened)
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert Event.objects.filter(verb="partnerships.open_annex", actor=house.leader).exists()
    for who in (house.stranger, house.head_abroad, house.own_leader):
        sign_in(client, who)
        assert client.get(opened).status_code == 404
    with as_(house.head):
        operations.withdraw_annex(annex=annex, why="Fel version")
        with pytest.raises(Refused, match="redan"):
            operations.withdraw_annex(annex=annex, why="Fel version")
    sign_in(client, house.leader)
    assert client.get(opened).status_code == 302
    assert "Fel version" in text(client.get(page))


class TestList:
    def test_each_sees_its_own_sorted_and_as_a_file(self, house, agreed, client):
        make_draft(house.head, house.other, name="Språk", ends_on=None)
        page = reverse("partnerships:agreements")

        def names(who, asked=""):
            sign_in(client, who)
            return [one.cells[0].words for one in client.get(page + asked).context["listing"].rows]

        assert names(house.head) == ["Hoppfull framtid", "Språk"]
        assert names(house.controller, "?sort=-name") == ["Språk", "Hoppfull framtid"]
        assert names(house.leader) == ["Hoppfull framtid"]
        assert names(house.stranger) == []
        assert names(house.head_abroad) == []
        sign_in(client, house.controller)
        found = sheet(client.get(f"{page}?file=xlsx&sort=ends").content)
        assert found[1][0].startswith("Hoppfull framtid")
        assert Event.objects.filter(verb="partnerships.export_agreements", actor=house.controller).exists()
        sign_in(client, house.leader)
        assert client.get(f"{page}?file=xlsx").status_code == 403

    def test_as_many_questions_for_many_as_for_few(self, house, agreed, client, django_assert_max_num_queries):
        sign_in(client, house.head)
        page = reverse("partnerships:agreements")
        with django_assert_max_num_queries(17) as few:
            client.get(page)
        for number in range(4):
            make_draft(house.head, house.partner, name=f"Avtal {number}")
        with django_assert_max_num_queries(len(few.captured_queries)):
            assert "Avtal 3" in text(client.get(page))


def test_the_head_is_told_when_notice_and_evaluation_come(house, client):
    make_signed(house.head, house.director, house.partner, name="Hoppfull framtid", evaluate_on=date(2027, 12, 15))
    sign_in(client, house.head)
    assert "säga upp" not in text(client.get("/"))
    set_today(date(2027, 6, 20))
    assert "säga upp: 30 juni 2027" in text(client.get("/")).replace("\xa0", " ")
    set_today(date(2027, 12, 10))
    assert "utvärderas: 15 december 2027" in text(client.get("/")).replace("\xa0", " ")


def test_the_pages_ask_no_more_for_many_rows(house, agreed, client, django_assert_max_num_queries):
    sign_in(client, house.head)
    page = reverse("partnerships:agreement", args=[agreed.pk])

    def promised():
        with as_(house.head):
            operations.commit(agreement=agreed, side="partner", text="Platser")
            one = Commitment.objects.latest("pk")
            operations.say_kept(commitment=one, today=TODAY, state="kept", as_of=TODAY, word="Ja")

    promised()
    with django_assert_max_num_queries(17) as few:
        client.get(page)
    for _one in range(3):
        promised()
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(page)


def test_the_page_of_an_agreement_asks_few_questions(house, agreed, client, django_assert_max_num_queries):
    def more(count):
        with as_(house.head):
            for at in range(count):
                operations.commit(agreement=agreed, side="partner", text=f"Löfte {at}")
                one = Commitment.objects.latest("pk")
                operations.say_kept(commitment=one, today=TODAY, state="kept", as_of=TODAY, word="Ja")
                operations.serve_goal(agreement=agreed, wording=f"Mål {at}", starts_on=TODAY)
                operations.draft_amendment(agreement=agreed, starts_on=TODAY, scope=f"Mer {count} {at}")

    page = reverse("partnerships:agreement", args=[agreed.pk])
    sign_in(client, house.head)
    more(1)
    with django_assert_max_num_queries(17) as few:
        client.get(page)
    more(9)
    with django_assert_max_num_queries(len(few.captured_queries)):
        assert "Mål 8" in client.get(page).content.decode()
