"""Nobody is left behind when a case closes, a colleague leaves, or two answer at once."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from tests.hand_over.testing import connection_now, offer, sees
from trappan.cases import operations as cases
from trappan.cases.models import Case, HandOver
from trappan.cases.testing import make_case
from trappan.refusals import Refused
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, at_the_same_moment, by, sign_in, text

pytestmark = pytest.mark.django_db


class TestNobodyIsLeftBehind:
    def test_a_case_that_closes_is_offered_to_nobody(self, town):
        offer(town, town.mats)
        with as_(town.jonna) as actor:
            Case.objects.filter(pk=town.case.pk).update(closed_on=actor.today)
        assert not sees(town.mats, town.case)
        assert HandOver.objects.get(receiver=town.mats).answer == "taken_back"

    def test_meetings_go_with_the_case(self, town, today):
        from trappan.cases.models import Meeting

        with as_(town.jonna) as actor:
            meeting = cases.book_meeting(
                case=town.case,
                by=actor,
                starts_at=connection_now() + timedelta(days=4),
                minutes=30,
                how="visit",
                purpose="Hur går det?",
            )
        found = offer(town, town.mats)
        with as_(town.mats):
            cases.receive(hand_over=found)
        assert Meeting.objects.get(pk=meeting.pk).colleague_id == town.mats.pk

    def test_a_social_workers_seat_is_taken_over_when_the_colleague_has_left(self, town, today, client):
        vera = make_colleague("social_worker", town.ulla.unit)
        sign_in(client, vera)
        assert "Ta över" not in client.get("/").content.decode()
        with as_(vera), pytest.raises(Refused, match="arbetar här"), transaction.atomic():
            cases.take_over(case=town.case)
        type(vera).objects.filter(pk=town.ulla.pk).update(ends_on=today)
        assert "Ta över" in client.get("/").content.decode()
        url = reverse("cases:take_over", args=[town.case.pk])
        assert client.post(url, {"acting_as": vera.pk}).status_code == 302
        assert Case.objects.get().social_worker_id == vera.pk

    def test_what_came_back_and_then_went_on_waits_no_longer(self, town, client):
        found = offer(town, town.mats)
        with as_(town.mats):
            cases.send_back(hand_over=found, reason="Jäv.")
        sign_in(client, town.jonna)
        assert "Jäv." in text(client.get("/"))
        lone = make_colleague("consultant", town.jonna.unit)
        with as_(town.head):
            cases.reassign(number=town.case.number, to=lone)
        page = text(client.get("/"))
        assert "Jäv." not in page
        assert "Ingen väntar på dig" in page

    def test_an_answer_too_late_says_so(self, town, client):
        found = offer(town, town.mats)
        with as_(town.jonna):
            cases.take_back(hand_over=found)
        sign_in(client, town.mats)
        sent = {"acting_as": town.mats.pk, "form": "send_back", "row": found.pk}
        page = client.post(reverse("cases:hand_overs"), sent, follow=True).content.decode()
        assert "redan besvarat" in page


@pytest.mark.django_db(transaction=True)
def test_an_answer_and_the_head_at_the_same_moment_never_wait_for_each_other():
    set_today(TODAY)
    municipality = make_organisation("Ekelunda kommun")
    labour = make_unit("labour_market", municipality)
    jonna, mats, lone = (make_colleague("consultant", labour) for _one in range(3))
    head = make_colleague("head_of_unit", labour)
    ulla = make_colleague("social_worker", make_unit("social_service", municipality))
    for _round in range(15):
        case = make_case(social_worker=ulla, consultant=jonna)
        with as_(jonna):
            cases.receive(hand_over=HandOver.objects.get(answer="", receiver=jonna))
            cases.hand_over(case=case, to=mats, note="Hej")
        offered = HandOver.objects.get(answer="", receiver=mats)

        def receive(_actor, one=offered):
            cases.receive(hand_over=one)

        def reassign(_actor, one=case):
            cases.reassign(number=one.number, to=lone)

        # Whoever is second is perhaps refused; a fault of the database, as a knot is, is raised.
        at_the_same_moment(by(mats, receive), by(head, reassign))
        offered.refresh_from_db()
        assert offered.answer
