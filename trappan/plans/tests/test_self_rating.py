"""How a person sees it: optional, in degree or own words, side by side, and nobody else's to read."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from trappan.cases.models import Case, HandOver
from trappan.cases.operations import hand_over, receive
from trappan.cases.testing import make_case
from trappan.plans.models import SelfRating, StepMove
from trappan.plans.operations import rate_oneself, take_back_rating
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
SAID = {"confidence": (2, ""), "next_step": (None, "Jag vill, men bussen skrämmer mig.")}


@pytest.fixture
def case(today):
    return make_case()


def rate(case, day=TODAY, answers=SAID):
    with as_(case.responsible):
        rate_oneself(case=case, day=day, today=TODAY, answers=answers)


@pytest.mark.requirement("R-109", "R-110", "R-111")
def test_answered_on_the_page_and_seen_over_time(client, case):
    sign_in(client, case.responsible)
    page = reverse("plans:ratings", args=[case.pk])
    asked = client.get(page).content.decode()
    for statement in (
        "Jag tror på mig själv",
        "Jag har det bra i min vardag",
        "Jag känner mig trygg",
        "Jag vågar ta nästa steg",
    ):
        assert statement in asked
    assert "Inget har besvarats än" in asked
    form = {"acting_as": case.responsible_id, "form": "rate", "day": "2026-11-12"}
    empty = client.post(page, form)
    assert empty.status_code == 422
    assert "Inget är besvarat" in empty.content.decode()
    assert client.post(page, {**form, "answer_safety": "6"}).status_code == 422
    said = {**form, "answer_confidence": "2", "words_next_step": "Bussen skrämmer mig"}
    assert client.post(page, said).status_code == 302
    twice = client.post(page, said)
    assert twice.status_code == 422
    assert "redan svar den dagen" in twice.content.decode()
    assert "Bussen skrämmer mig" in twice.content.decode(), "nothing is lost"
    set_today(TODAY + timedelta(days=90))
    client.post(page, {**form, "day": "2027-02-10", "answer_confidence": "4"})
    shown = markup(client.get(page))
    assert shown.index("Mycket") < shown.index("Lite</td>"), "the latest first"
    assert "Jag har det bra i min vardag</th>" not in shown, "what nobody answered is not there"
    assert "Bussen skrämmer mig" in shown
    assert not StepMove.objects.exists(), "an answer moves nobody"


def test_a_day_to_come_or_before_the_case_and_a_statement_out_of_use_are_refused(case):
    with pytest.raises(Refused, match="i dag eller tidigare"):
        rate(case, TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="inte öppet"):
        rate(case, case.opened_on - timedelta(days=1))
    with pytest.raises(Refused, match="användes inte"):
        rate(case, answers={"strength": (1, "")})
    with as_(case.responsible), pytest.raises(IntegrityError), transaction.atomic():
        SelfRating.objects.create(case=case, person=case.person, day=TODAY, statement="safety", answer=7)


def test_a_slip_is_taken_back_by_whoever_wrote_it_and_kept(client, case):
    rate(case)
    with as_(case.social_worker), pytest.raises(Refused, match="något den dagen"):
        take_back_rating(case=case, day=TODAY)
    sign_in(client, case.responsible)
    page = reverse("plans:ratings", args=[case.pk])
    back = {"acting_as": case.responsible_id, "form": "back", "row": TODAY.toordinal()}
    client.post(page, back)
    assert "bussen skrämmer" not in client.get(page).content.decode()
    assert "något den dagen" in client.post(page, back, follow=True).content.decode()
    assert SelfRating.objects.filter(taken_back_at__isnull=False).count() == 2
    rate(case)
    for nonsense in ("0", "2026-02-31", "idag"):
        assert client.post(page, {**back, "row": nonsense}).status_code == 404
    assert SelfRating.objects.filter(taken_back_at=None).count() == 2


def test_a_case_that_was_closed_a_moment_ago_takes_no_more(case):
    rate(case)
    Case.objects.update(closed_on=TODAY)
    with pytest.raises(Refused, match="avslutat"):
        rate(case)
    with as_(case.responsible), pytest.raises(Refused, match="avslutat"):
        take_back_rating(case=case, day=TODAY)


def test_what_is_written_is_of_now_by_whoever_acts(case):
    with as_(case.responsible):
        SelfRating.objects.create(
            case=case,
            person=case.person,
            day=TODAY + timedelta(days=9),
            statement="safety",
            answer=3,
            author=case.social_worker,
            at="2020-01-01T00:00Z",
            taken_back_at="2020-01-01T00:00Z",
        )
        one = SelfRating.objects.get()
        assert (one.day, one.author_id, one.taken_back_at) == (TODAY, case.responsible_id, None)
        assert one.at.year == TODAY.year
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            SelfRating.objects.update(answer=5)


def test_no_other_consultant_reads_it_and_no_receiver_writes_it(client, case):
    rate(case)
    other = make_case()
    page = reverse("plans:ratings", args=[case.pk])
    with as_(other.responsible):
        assert not SelfRating.objects.exists()
        with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            SelfRating.objects.create(case=case, person_id=case.person_id, day=TODAY, statement="safety", answer=3)
    sign_in(client, other.responsible)
    assert client.get(page).status_code == 404
    assert client.post(page, {"acting_as": other.responsible_id, "form": "rate"}).status_code == 404
    receiver = make_colleague("consultant", case.unit)
    with as_(case.responsible):
        receive(hand_over=HandOver.objects.get())
        hand_over(case=case, to=receiver, note="Byter team")
    sign_in(client, receiver)
    shown = markup(client.get(page))
    assert "bussen skrämmer" in shown
    assert "Fråga nu" not in shown
    with as_(receiver), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        SelfRating.objects.create(case=case, person_id=case.person_id, day=TODAY, statement="safety", answer=3)
