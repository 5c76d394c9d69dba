"""A site that closes, a consent that is withdrawn, and who may know of a protected person there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import SeatUse
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.partnerships.testing import informed
from trappan.people import operations as people
from trappan.people.models import Person
from trappan.placements.models import Placement
from trappan.placements.operations import close_activity, end_placement, extend, name_supervisor
from trappan.placements.testing import accept, make_placement, offer
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


class TestAClosingSite:
    def test_it_cascades_by_status_and_leaves_nobody_without_a_next_step(self, cafe, client):
        leader = make_colleague("site_leader", cafe.unit)
        running, begins, waits, ended = (make_case() for _one in range(4))
        closes = TODAY + timedelta(days=20)
        there = make_placement(running.responsible, person=running.person, activity=cafe, starts_on=TODAY)
        later = make_placement(
            begins.responsible, person=begins.person, activity=cafe, starts_on=closes + timedelta(days=2)
        )
        asked = offer(waits, cafe)
        over = make_placement(
            ended.responsible, person=ended.person, activity=cafe, starts_on=TODAY, ends_on=TODAY + timedelta(days=3)
        )
        notice = rules_on(TODAY).places_notice_days
        informed(cafe.unit)
        with as_(leader):
            with pytest.raises(Refused, match="i förväg"):
                close_activity(activity=cafe, closes_on=TODAY + timedelta(days=notice - 1), reason="Huset rivs")
            assert close_activity(activity=cafe, closes_on=closes, reason="Huset rivs") == 3
        for one in (there, later, asked, over):
            one.refresh_from_db()
        assert (there.ends_on, there.end.kind, there.end.reason) == (closes, "closes", "Huset rivs")
        assert later.ends_on == later.starts_on
        assert (asked.state, asked.answer) == ("refused", "Huset rivs")
        assert over.ends_on == TODAY + timedelta(days=3)
        assert not SeatUse.objects.filter(ends_on__gt=closes + timedelta(days=2)).exists()
        sign_in(client, running.responsible)
        page = client.get("/").content.decode()
        assert "Planera vad som kommer sedan" in page
        sign_in(client, waits.responsible)
        assert "Huset rivs" in client.get("/").content.decode()
        with pytest.raises(Refused, match="inte öppen"):
            offer(make_case(), cafe, starts_on=closes)
        with pytest.raises(Refused, match="stänger innan"):
            offer(make_case(), cafe)

    def test_only_the_leader_of_the_site_itself(self, cafe):
        for other in (
            make_colleague("supervisor", cafe.unit),
            make_colleague("site_leader", make_unit("site")),
            make_colleague("consultant"),
        ):
            with as_(other), pytest.raises(Refused, match="ledare"):
                close_activity(activity=cafe, closes_on=TODAY + timedelta(days=90), reason="Nej")


@pytest.fixture
def partner(case):
    navet = make_organisation("Navet", kind="association", basis="cooperation")
    systuga = make_activity(unit=make_unit("site", navet))
    sara = make_colleague("supervisor", systuga.unit)
    with as_(case.responsible):
        consent = people.give_consent(
            person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=TODAY
        )
    placement = offer(case, systuga)
    accept(placement)
    return placement, sara, consent, navet


def test_a_withdrawn_consent_is_not_undone_by_ending_or_closing(case, partner):
    placement, sara, consent, _navet = partner
    leader = make_colleague("site_leader", placement.unit)
    with as_(case.responsible):
        people.withdraw_consent(consent=consent, on=TODAY)
    informed(placement.unit)
    with as_(leader):
        close_activity(activity=placement.activity, closes_on=TODAY + timedelta(days=60), reason="Slut")
        assert not Person.objects.exists()
    placement.refresh_from_db()
    with as_(case.responsible):
        end_placement(placement=placement, ends_on=TODAY + timedelta(days=3), reason="Drog tillbaka")
    with as_(sara):
        assert not Person.objects.exists()


def test_a_consent_given_anew_opens_what_goes_on_and_lets_it_be_extended(case, partner):
    placement, sara, consent, navet = partner
    with as_(case.responsible):
        people.withdraw_consent(consent=consent, on=TODAY)
    with as_(sara):
        assert not Person.objects.exists()
    set_today(TODAY + timedelta(days=5))
    with as_(case.responsible) as actor:
        people.give_consent(
            person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=actor.today
        )
    with as_(sara):
        assert Person.objects.count() == 1
    with as_(case.responsible) as actor:
        end_placement(placement=placement, ends_on=actor.today + timedelta(days=9), reason="Kort")
        placement.refresh_from_db()
        extend(placement=placement, ends_on=actor.today + timedelta(days=30), today=actor.today)


def test_who_may_know_of_a_protected_person_is_named_by_decision_at_that_site_alone(case, cafe, tor):
    placement = offer(case, cafe)
    accept(placement)
    with as_(case.responsible):
        people.protect(person=case.person, protection="marked")
    with as_(tor):
        assert not Person.objects.exists()
    stranger = make_colleague("supervisor", make_unit("site"))
    with as_(case.responsible):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Placement.objects.filter(pk=placement.pk).update(supervisor=stranger)
        for named, decision in ((stranger, "Prövat"), (tor, " ")):
            with pytest.raises(Refused, match="utse en handledare"), transaction.atomic():
                name_supervisor(placement=placement, supervisor=named, decision=decision)
        name_supervisor(placement=placement, supervisor=tor, decision="Prövat mot hotbilden")
    with as_(tor):
        assert Person.objects.count() == 1
    with as_(make_colleague("supervisor", cafe.unit)):
        assert not Person.objects.exists()
    with as_(make_colleague("consultant", case.unit)), pytest.raises(Refused):
        name_supervisor(placement=placement, supervisor=tor, decision="Prövat")


def test_the_receipt_of_a_proposal_says_who_sees_it(case, cafe, tor, client):
    with as_(case.responsible):
        people.protect(person=case.person, protection="marked")
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "activity": cafe.pk, **pressed("tor 9-12"), "starts_on": "2026-11-19"}
    named = {"aim": "Öva", "supervisor": tor.pk, "decision": "Prövat mot hotbilden"}
    answer = client.post(f"/people/{case.person_id}/place/", {**sent, **named}, follow=True).content.decode()
    assert "handledaren som du har utsett ser förnamn" in answer
    assert "arbetsplatsen ser förnamn" not in answer


@pytest.mark.parametrize("later", [0, 1])
def test_the_last_activity_of_a_site_waits_for_the_unions_whichever_day_the_others_close(client, later):
    site = make_unit("site")
    first, last = make_activity(unit=site), make_activity(unit=site)
    leader = make_colleague("site_leader", site)
    day = TODAY + timedelta(days=60)
    with as_(leader):
        close_activity(activity=first, closes_on=day + timedelta(days=later), reason="Hyran går ut")
    sign_in(client, leader)
    sent = {"acting_as": leader.pk, "closes_on": day.isoformat(), "reason": "Hyran går ut"}
    answer = client.post(reverse("placements:close", args=[last.pk]), sent)
    assert answer.status_code == 422
    assert "arbetsplatsens sista verksamhet" in answer.context["form"].errors["closes_on"][0]
    informed(site)
    assert client.post(reverse("placements:close", args=[last.pk]), sent).status_code == 302
