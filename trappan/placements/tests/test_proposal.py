"""A proposal: what the site may know before it answers, and what its yes and no open and close."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import SeatUse
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.people import operations as people
from trappan.people.models import Grant, Person
from trappan.placements.models import Placement, PlacementEnd, Session
from trappan.placements.operations import answer, end_placement, extend, withdraw
from trappan.placements.proposals import proposals
from trappan.placements.testing import accept, offer
from trappan.refusals import Refused
from trappan.rules.models import Code
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


class TestBeforeTheAnswer:
    def test_the_site_sees_first_name_aim_and_schedule_and_no_row(self, case, cafe, tor):
        placement = offer(case, cafe, "tor 9-12, fre 13-15 A")
        with as_(tor):
            (seen,) = proposals()
            assert (seen.given_name, seen.aim) == (case.person.given_name, "Öva")
            assert seen.week == read_week("tor 9-12, fre 13-15 A")
            assert not Placement.objects.exists()
            assert not Person.objects.exists()
            assert not Session.objects.exists()
        with as_(case.responsible):
            assert not Session.objects.exists(), "nobody is expected before the site has answered"
            assert placement.state == "waits"

    def test_other_sites_and_other_roles_are_shown_nothing_and_cannot_answer(self, case, cafe):
        placement = offer(case, cafe)
        for other in (
            make_colleague("supervisor", make_unit("site")),
            make_colleague("site_leader", make_unit("site")),
            make_colleague("consultant", case.unit),
            case.responsible,
        ):
            with as_(other):
                assert proposals() == []
                with pytest.raises(Refused, match="finns inte kvar"):
                    answer(placement_id=placement.pk, accepts=True)

    def test_a_consultant_cannot_accept_for_the_site_in_sql(self, case, cafe, tor):
        placement = offer(case, cafe)
        other = make_activity(unit=cafe.unit)
        with as_(case.responsible):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Placement.objects.filter(pk=placement.pk).update(accepted_at=placement.proposed_at)
            made = Placement.objects.create(
                person=case.person,
                unit=cafe.unit,
                activity=other,
                starts_on=TODAY + timedelta(days=1),
                seat="6a3c0d58-0d5c-4c5f-9c7b-1f7c7c7d0001",
                accepted_at=placement.proposed_at,
                answer="Ja",
            )
            made.refresh_from_db()
            assert (made.state, made.answer) == ("waits", "")
            with pytest.raises(Refused, match="kan inte ha ärendet"):
                people.let_in_by_referral(person_id=case.person_id, unit_id=cafe.unit_id)

    def test_without_consent_any_longer_the_partner_sees_no_proposal(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_activity(unit=make_unit("site", navet))
        sara = make_colleague("supervisor", systuga.unit)
        with as_(case.responsible):
            consent = people.give_consent(
                person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=TODAY
            )
        placement = offer(case, systuga)
        with as_(sara):
            assert len(proposals()) == 1
        with as_(case.responsible):
            people.withdraw_consent(consent=consent, on=TODAY)
        with as_(sara):
            assert proposals() == []
            with pytest.raises(Refused):
                answer(placement_id=placement.pk, accepts=True)


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("kind", "said"), [("", "Välj varför"), ("gone", "användes inte"), ("nonsense", "användes inte")]
    )
    def test_no_says_why_by_a_code_of_that_day(self, case, cafe, tor, kind, said):
        Code.objects.create(
            table="site_no",
            code="gone",
            label_sv="Förr",
            label_en="Before",
            position=99,
            valid_from="2012-01-01",
            valid_to=TODAY,
        )
        placement = offer(case, cafe)
        with as_(tor), pytest.raises(Refused, match=said):
            answer(placement_id=placement.pk, accepts=False, kind=kind, reason="Ugnen är trasig")
        placement.refresh_from_db()
        assert placement.state == "waits"

    def test_no_says_why_frees_the_place_and_lets_the_next_be_proposed(self, case, cafe, tor, client):
        placement = offer(case, cafe)
        sign_in(client, tor)
        url = f"/proposals/{placement.pk}/"
        page = client.post(url, {"acting_as": tor.pk, "answer": "no", "reason": " "})
        assert page.status_code == 422
        assert "Fyll i: Varför går det inte" in page.content.decode()
        assert "Fyll i: Med dina egna ord" in page.content.decode()
        said = {"acting_as": tor.pk, "answer": "no", "kind": "work", "reason": "Ugnen är trasig"}
        assert client.post(url, said).status_code == 302
        placement.refresh_from_db()
        assert (placement.state, placement.answer_kind, placement.answer) == ("refused", "work", "Ugnen är trasig")
        assert all(use.ends_on == use.starts_on for use in SeatUse.objects.all())
        assert client.get(url).status_code == 404
        with as_(tor):
            assert not Person.objects.exists()
        sign_in(client, case.responsible)
        assert "Ugnen är trasig" in client.get("/").content.decode()
        assert offer(case, cafe).state == "waits", "the same start may be proposed again"

    def test_yes_opens_until_some_days_after_the_end(self, case, cafe, tor):
        placement = offer(case, cafe)
        accept(placement)
        with as_(tor):
            assert Person.objects.get() == case.person
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=5), reason="Klart")
        days = rules_on(TODAY).hand_over_days
        for after, sees in ((5, 1), (5 + days - 1, 1), (5 + days, 0)):
            set_today(TODAY + timedelta(days=after))
            with as_(tor):
                assert Person.objects.count() == sees, after

    def test_why_it_ends_is_read_by_those_who_hold_the_plan_and_never_at_the_site(self, case, cafe, tor, client):
        placement = offer(case, cafe, ends_on=TODAY + timedelta(days=60))
        accept(placement)
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=5), kind="health", reason="Ska opereras")
        other = make_case()
        for nobody in (tor, make_colleague("site_leader", cafe.unit), other.responsible):
            with as_(nobody):
                assert not PlacementEnd.objects.exists()
                assert "opereras" not in str(Version.objects.values_list("was", flat=True))
                assert PlacementEnd.objects.update(reason="Annat") == 0
        with as_(other.responsible), pytest.raises(DatabaseError), transaction.atomic():
            PlacementEnd.objects.create(placement=placement, person=other.person, reason="Annat")
        sign_in(client, tor)
        there = client.get(reverse("attendance:there", args=[placement.pk])).content.decode()
        assert "opereras" not in there
        assert "Hälsan" not in there
        sign_in(client, case.responsible)
        page = reverse("placements:placement", args=[placement.pk])
        assert "Därför slutar den: Hälsan. Ska opereras" in client.get(page).content.decode()
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=4), kind="work")
            extend(placement=Placement.objects.get(), ends_on=TODAY + timedelta(days=90), today=TODAY)
        assert "Därför slutar den" not in client.get(page).content.decode()

    def test_ended_before_it_began_it_closes_at_once(self, case, cafe, tor):
        placement = offer(case, cafe, starts_on=TODAY + timedelta(days=7))
        accept(placement)
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=placement.starts_on, reason="Ångrade sig")
        with as_(tor):
            assert not Person.objects.exists()

    def test_answered_once_and_only_by_those_who_may(self, case, cafe, tor):
        placement = offer(case, cafe)
        with as_(tor):
            answer(placement_id=placement.pk, accepts=True)
            with pytest.raises(Refused, match="redan svarat"):
                answer(placement_id=placement.pk, accepts=False, kind="full", reason="Nej")
        with as_(case.responsible), pytest.raises(Refused, match="redan svarat"):
            withdraw(placement=placement)
        assert Grant.objects.filter(basis="placement").count() == 1
        assert Event.objects.filter(verb="placements.accept", person=case.person).count() == 1

    def test_taken_back_it_is_free_and_cannot_be_accepted(self, case, cafe, tor):
        placement = offer(case, cafe)
        with as_(case.responsible):
            withdraw(placement=placement)
        with as_(tor):
            assert proposals() == []
            with pytest.raises(Refused):
                answer(placement_id=placement.pk, accepts=True)
        assert all(use.ends_on == use.starts_on for use in SeatUse.objects.all())


def test_answered_late_it_begins_then_and_answered_too_late_not_at_all(case, cafe, tor):
    late = offer(case, cafe)
    over = offer(case, make_activity(unit=cafe.unit), "fre 9-12", ends_on=TODAY + timedelta(days=8))
    set_today(TODAY + timedelta(days=21))
    with as_(tor) as actor:
        answer(placement_id=late.pk, accepts=True)
        assert Session.objects.order_by("day").first().day == actor.today
        with pytest.raises(Refused, match="har passerat"):
            answer(placement_id=over.pk, accepts=True)


def test_taken_back_is_taken_back_and_an_end_set_back_closes_now(case, cafe, tor):
    placement = offer(case, cafe)
    with as_(case.responsible):
        withdraw(placement=placement)
        Placement.objects.filter(pk=placement.pk).update(withdrawn_at=None)
    with as_(tor):
        assert proposals() == []
    begun = offer(case, make_activity(unit=cafe.unit))
    accept(begun)
    set_today(TODAY + timedelta(days=90))
    with as_(case.responsible):
        end_placement(placement=begun, ends_on=TODAY, reason="Kom aldrig")
    grant = Grant.objects.filter(basis="placement").latest("ends_at")
    assert grant.ends_at.date() >= TODAY + timedelta(days=89), "what was open until now was open until now"
