"""An agreement that ends is renewed as a draft with what is carried over, or let end, and which is said plainly."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.partnerships import operations
from trappan.partnerships.models import Agreement, Lapse
from trappan.partnerships.testing import consult, make_budget, make_signed
from trappan.partnerships.waiting import waiting_for
from trappan.refusals import Refused
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in, text

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
END = date(2028, 1, 1)


@pytest.fixture
def agreed(house):
    made = make_signed(house.head, house.director, house.partner, name="Hoppfull framtid", evaluate_on=date(2027, 3, 1))
    make_budget(house.head, made, 2026)
    with as_(house.head):
        operations.serve_goal(agreement=made, wording="Framtidstro", starts_on=date(2015, 1, 1))
        operations.serve_goal(agreement=made, wording="Förbi", starts_on=date(2015, 1, 1), ends_on=END)
        for words in ("Bygg ett kök", "Utbilda tio", "Fel"):
            operations.commit(agreement=made, side="partner", text=words)
        kitchen, taught, wrong = made.commitments.order_by("pk")
        said = {"as_of": TODAY, "today": TODAY, "word": "Besök"}
        operations.say_kept(commitment=kitchen, state="kept", **said)
        operations.say_kept(commitment=taught, state="partly", **said)
        operations.take_out_commitment(commitment=wrong, today=TODAY)
    return made


def page(client, who, agreed):
    sign_in(client, who)
    return text(client.get(reverse("partnerships:agreement", args=[agreed.pk])))


def send(client, who, agreed, form, **fields):
    sign_in(client, who)
    sent = {f"{form}-{name}": value for name, value in fields.items()}
    address = reverse("partnerships:agreement", args=[agreed.pk])
    return client.post(address, {"acting_as": who.pk, "form": form, **sent})


@pytest.mark.requirement("R-200", "R-201")
def test_a_draft_carries_over_what_is_not_done_and_takes_its_own_steps(house, agreed, client):
    assert "Sista dag är 31 december 2027. Säg senast 30 juni 2027 om" in page(client, house.head, agreed)
    assert send(client, house.head, agreed, "renew", starts_on=END, ends_on="2029-12-31").status_code == 302
    made = Agreement.objects.get(succeeds=agreed)
    assert (made.starts_on, made.ends_on, made.places, made.notice_months) == (END, date(2030, 1, 1), 24, 6)
    assert (made.municipality_as, made.organisation_as) == ("Bildningsnämnden", house.partner.name), "named as now"
    assert (made.reference, made.signed_on, made.evaluate_on) == ("", None, None)
    assert [one.text for one in made.commitments.all()] == ["Utbilda tio"]
    assert [one.wording for one in made.goals.all()] == ["Framtidstro"]
    (budget,) = made.budgets.all()
    assert (budget.starts_on, budget.ends_on, budget.total_ore) == (END, date(2029, 1, 1), 208_050_000)
    assert budget.approved_at is None
    assert not made.consultations.exists()
    with as_(house.head), pytest.raises(Refused, match="samrå"):
        operations.decide(version=made, today=TODAY, decided_on=TODAY, body="N", reference="K", officer="U")
    assert "Ett utkast som följer på det är påbörjat" in page(client, house.head, agreed)
    assert "utkast" not in page(client, house.leader, agreed), "a draft is the municipality's own"


def test_what_follows_neither_overlaps_nor_comes_twice(house, agreed):
    with as_(house.head) as actor:
        with pytest.raises(Refused, match="samma dagar"), transaction.atomic():
            operations.renew(agreement=agreed, by=actor, starts_on=END - DAY)
        operations.renew(agreement=agreed, by=actor, starts_on=END)
        with pytest.raises(Refused), transaction.atomic():
            operations.renew(agreement=agreed, by=actor, starts_on=END + DAY)
    assert Agreement.objects.filter(succeeds=agreed).count() == 1


def test_a_budget_of_a_whole_year_is_no_proposal_for_a_part_of_one(house, agreed):
    with as_(house.head) as actor:
        made = operations.renew(agreement=agreed, by=actor, starts_on=END, ends_on=date(2028, 7, 1))
    assert not made.budgets.exists()


def test_until_further_notice_nothing_follows(house):
    lasting = make_signed(house.head, house.director, house.partner, ends_on=None)
    with as_(house.head) as actor:
        with pytest.raises(Refused, match="tills vidare"), transaction.atomic():
            operations.renew(agreement=lasting, by=actor, starts_on=TODAY)
        with pytest.raises(Refused, match="tills vidare"), transaction.atomic():
            operations.let_lapse(agreement=lasting, why="Slut")


@pytest.mark.requirement("R-200", "R-178")
def test_it_is_to_be_said_by_the_last_day_of_notice_and_then_is_said_plainly(house, agreed, client):
    soon = make_signed(
        house.head, house.director, house.partner, name="Snart", ends_on=date(2027, 1, 1), notice_months=1
    )

    def asked():
        with as_(house.head) as actor:
            return [(one.name, one.day) for one in waiting_for(actor)]

    assert asked() == [("Snart", date(2026, 11, 30))]
    assert send(client, house.head, soon, "let_lapse", why=" ").status_code == 422
    assert send(client, house.head, soon, "let_lapse", why="Uppdraget är slut").status_code == 302
    assert asked() == []
    assert "Det förnyas inte: Uppdraget är slut" in page(client, house.head, soon)
    assert "Uppdraget är slut" not in page(client, house.leader, soon)
    assert send(client, house.head, soon, "take_back_lapse").status_code == 302
    assert asked() == [("Snart", date(2026, 11, 30))]
    send(client, house.head, soon, "let_lapse", why="Uppdraget är slut")
    with as_(house.head) as actor:
        made = operations.renew(agreement=soon, by=actor, starts_on=date(2027, 1, 1), ends_on=date(2028, 1, 1))
    assert not Lapse.objects.filter(taken_back_on=None).exists(), "renewed after all"
    consult(house.head, made, TODAY)
    with as_(house.head):
        operations.decide(version=made, today=TODAY, decided_on=TODAY, body="N", reference="K", officer="U")
    with as_(house.director):
        about = {"signatory": "Chefen", "mandate": "4.2", "partner_signatory": "Direktorn"}
        operations.sign(version=made, today=TODAY, signed_on=TODAY, **about)
    assert "Det är förnyat: Snart gäller från 1 januari 2027" in page(client, house.leader, soon)
    sent = send(client, house.head, soon, "renew", starts_on=END)
    assert sent.status_code == 302
    assert Agreement.objects.filter(succeeds=soon).count() == 1, "offered once"


def test_nobody_but_who_keeps_the_agreement_lets_it_end(house, agreed, client):
    for who in (house.leader, house.director, house.head_abroad):
        with as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Lapse.objects.create(agreement=agreed, why="Smyg")
    assert send(client, house.director, agreed, "let_lapse", why="Smyg").status_code == 403
    with as_(house.head):
        operations.let_lapse(agreement=agreed, why="Slut")
    for who in (house.leader, house.head_abroad):
        with as_(who):
            assert not database.query("SELECT FROM partnerships_lapse")
            assert not database.query("SELECT FROM partnerships_to_renew()")
