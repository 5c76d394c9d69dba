"""From proposal to end: what the site may know, what opens and closes, what is refused in words."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan.activities.models import Activity, SeatUse
from trappan.attendance.models import Attendance
from trappan.attendance.operations import mark_day
from trappan.attendance.operations.attendance import Mark
from trappan.cases.testing import make_case
from trappan.history.models import Event, Version
from trappan.people import operations as people
from trappan.people.models import Grant, Person
from trappan.placements.models import Introduction, Placement, PlacementEnd, ProposedChange, Session
from trappan.placements.operations import (
    answer,
    change_day,
    change_week,
    close_activity,
    decide_change,
    end_placement,
    extend,
    introduce,
    name_supervisor,
    propose,
    propose_change,
    withdraw,
)
from trappan.placements.proposals import proposals
from trappan.placements.testing import accept, make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Plan
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.schedules.week import Part, read_week
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db


def make_cafe(unit=None, places=9, **about):
    number = Activity.objects.count()
    return Activity.objects.create(
        code=f"cafe{number}",
        name=f"Café {number}",
        unit=unit or make_unit("site"),
        kind="workplace",
        places=places,
        starts_on=date(2021, 1, 1),
        **about,
    )


@pytest.fixture
def cafe(today):
    return make_cafe()


@pytest.fixture
def tor(cafe):
    return make_colleague("supervisor", cafe.unit)


@pytest.fixture
def case(today):
    return make_case()


def offer(case, cafe, week="tor 9-12", **about):
    about.setdefault("starts_on", TODAY)
    with as_(case.responsible):
        return propose(person=case.person, activity=cafe, week=read_week(week), aim="Öva", **about)


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

    def test_a_site_with_the_person_already_sees_no_more_of_the_next_one(self, case, cafe, tor):
        make_placement(case.responsible, person=case.person, activity=cafe, starts_on=TODAY)
        offer(case, make_cafe(cafe.unit), "fre 9-12")
        with as_(tor) as actor:
            assert {one.day.weekday() for one in Session.objects.filter(day__lt=TODAY + timedelta(days=20))} == {3}
            mark_day(by=actor, day=TODAY, marks=[], rest=True)

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
        with as_(case.responsible):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Placement.objects.filter(pk=placement.pk).update(accepted_at=placement.proposed_at)
            made = Placement.objects.create(
                person=case.person,
                unit=cafe.unit,
                activity=cafe,
                starts_on=TODAY + timedelta(days=1),
                seat="6a3c0d58-0d5c-4c5f-9c7b-1f7c7c7d0001",
                accepted_at=placement.proposed_at,
                answer="Ja",
            )
            made.refresh_from_db()
            assert (made.state, made.answer) == ("waits", "")
            with pytest.raises(DatabaseError):
                people.give_grant(person_id=case.person_id, scope="activity", basis="placement", unit_id=cafe.unit_id)

    def test_without_consent_any_longer_the_partner_sees_no_proposal(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_cafe(make_unit("site", navet))
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
    def test_no_says_why_frees_the_place_and_lets_the_next_be_proposed(self, case, cafe, tor, client):
        placement = offer(case, cafe)
        sign_in(client, tor)
        url = f"/proposals/{placement.pk}/"
        page = client.post(url, {"acting_as": tor.pk, "answer": "no", "reason": " "})
        assert page.status_code == 422
        assert "Fyll i: Varför går det inte" in page.content.decode()
        assert client.post(url, {"acting_as": tor.pk, "answer": "no", "reason": "Ugnen är trasig"}).status_code == 302
        placement.refresh_from_db()
        assert (placement.state, placement.answer) == ("refused", "Ugnen är trasig")
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
                answer(placement_id=placement.pk, accepts=False, reason="Nej")
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


@pytest.mark.requirement("R-094")
class TestIntroductionFirst:
    def test_nobody_is_here_before_it_and_the_others_are_marked_all_the_same(self, case, cafe, tor, client):
        placement = offer(case, cafe)
        old = make_case()
        first = make_placement(old.responsible, person=old.person, activity=cafe, starts_on=TODAY)
        with as_(tor) as actor:
            answer(placement_id=placement.pk, accepts=True)
            with pytest.raises(Refused, match="inte introducerad"):
                mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")])
            with pytest.raises(DatabaseError, match="introduced"), transaction.atomic():
                Attendance.objects.create(
                    person=case.person, unit=cafe.unit, placement=placement, day=TODAY, mark="present", minutes=9
                )
        sign_in(client, tor)
        assert "Introduktion först" in client.get("/day/").content.decode()
        client.post("/day/", {"acting_as": tor.pk, "rest": "yes"})
        assert set(Attendance.objects.values_list("placement_id", flat=True)) == {first.pk}
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "absent_told")])
            with pytest.raises(Refused, match="Gå igenom allt"):
                introduce(placement=placement, day=TODAY, points=cafe.introduction_points[1:])
            with pytest.raises(Refused, match="i dag"):
                introduce(placement=placement, day=TODAY + timedelta(days=1), points=cafe.introduction_points)
            introduce(placement=placement, day=TODAY, points=cafe.introduction_points)
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present", seen="absent_told")])

    def test_another_site_with_the_same_person_reads_and_writes_none(self, case, cafe, tor):
        placement = offer(case, cafe)
        accept(placement)
        second = make_placement(
            case.responsible, person=case.person, activity=make_cafe(), week="fre 9-12", starts_on=TODAY
        )
        with as_(make_colleague("supervisor", second.unit)) as actor:
            assert {one.placement_id for one in Introduction.objects.all()} == {second.pk}
            assert Placement.objects.get() == second
            for refused in (
                lambda: introduce(placement=placement, day=TODAY, points=cafe.introduction_points),
                lambda: propose_change(placement=placement, kind="end", from_day=TODAY, today=actor.today, reason="x"),
            ):
                with pytest.raises((Refused, DatabaseError)), transaction.atomic():
                    refused()


class TestElsewhereAtTheSameTime:
    def test_another_placement_is_named_with_its_time(self, case, cafe):
        offer(case, cafe, "tor 9-12")
        with pytest.raises(Refused, match=f"på {cafe.name} tors? 9–12"):
            offer(case, make_cafe(), "tor 11-14")
        offer(case, make_cafe(), "tor 12-14")

    def test_weeks_a_and_b_do_not_meet(self, case, cafe):
        offer(case, cafe, "tor 9-12 A")
        offer(case, make_cafe(), "tor 9-12 B")

    def test_what_others_hold_in_the_plan_is_named_too(self, case, cafe):
        with as_(case.responsible) as actor:
            plans.map_person(
                case=case,
                held_on=TODAY,
                today=TODAY,
                finish=True,
                own_words="Jag vill",
                assessment="Kan",
                fastest_way="Café",
                way_reason="Vill",
            )
            plan = plans.write_plan(
                case=case,
                today=TODAY,
                goal="Arbete",
                weekly_minutes=2400,
                hours_reason="",
                review_on=TODAY + timedelta(days=9),
            )
            plans.add_part(plan=plan, kind="sfi", title="Sfi C", held_by="Komvux", week=read_week("ons 9-12"))
            plans.consult(case=case, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
            plan.refresh_from_db()
            plans.agree_plan(plan=plan, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
            plans.decide_plan(plan=Plan.objects.get(), by=actor)
        with pytest.raises(Refused, match=r"Sfi C \(Komvux\) ons 9–12"):
            offer(case, cafe, "ons 8-10")
        placement = offer(case, cafe, "tor 9-12")
        accept(placement)
        wednesday = TODAY + timedelta(days=6)
        with as_(case.responsible), pytest.raises(Refused, match="Sfi C"):
            change_day(placement=placement, day=wednesday, today=TODAY, part=Part(2 * 1440 + 540, 2 * 1440 + 600))


class TestChanges:
    @pytest.fixture
    def placement(self, case, cafe, tor):
        made = offer(case, cafe, ends_on=TODAY + timedelta(days=30))
        accept(made)
        return made

    def test_extended_while_there_is_room_and_access_with_it(self, case, cafe, placement, tor):
        with as_(case.responsible):
            extend(placement=placement, ends_on=TODAY + timedelta(days=60), today=TODAY)
            placement.refresh_from_db()
            with pytest.raises(Refused, match="senare dag"):
                extend(placement=placement, ends_on=TODAY + timedelta(days=50), today=TODAY)
        set_today(TODAY + timedelta(days=59))
        with as_(tor):
            assert Person.objects.count() == 1
            assert Session.objects.filter(day__gte=TODAY + timedelta(days=30)).exists()

    def test_not_extended_where_somebody_else_has_the_place(self, case):
        narrow = make_cafe(places=1)
        first = offer(case, narrow, ends_on=TODAY + timedelta(days=30))
        accept(first)
        offer(make_case(), narrow, starts_on=TODAY + timedelta(days=30))
        with as_(case.responsible), pytest.raises(Refused, match="ingen ledig plats"):
            extend(placement=first, ends_on=None, today=TODAY)

    def test_not_extended_beyond_the_consent(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_cafe(make_unit("site", navet))
        make_colleague("supervisor", systuga.unit)
        with as_(case.responsible):
            people.give_consent(
                person=case.person,
                organisation=navet,
                parts=["placement"],
                given_how="paper",
                starts_on=TODAY,
                ends_on=TODAY + timedelta(days=30),
            )
        placement = offer(case, systuga, ends_on=TODAY + timedelta(days=20))
        accept(placement)
        grant = Grant.objects.get(basis="placement")
        assert grant.ends_at.date() <= TODAY + timedelta(days=30), "nor is the door open longer"
        with as_(case.responsible):
            extend(placement=placement, ends_on=TODAY + timedelta(days=30), today=TODAY)
            placement.refresh_from_db()
            with pytest.raises(Refused, match="samtycka"):
                extend(placement=placement, ends_on=TODAY + timedelta(days=31), today=TODAY)

    def test_other_times_from_a_day_leave_what_was(self, case, placement):
        with as_(case.responsible):
            change_week(
                placement=placement, week=read_week("mån 9-11"), from_day=TODAY + timedelta(days=7), today=TODAY
            )
            days = list(Session.objects.order_by("day").values_list("day", "minutes"))
        assert days[0] == (TODAY, 180)
        assert {(day.weekday(), minutes) for day, minutes in days[1:]} == {(0, 120)}

    def test_moved_when_the_new_site_accepts_and_not_before(self, case, cafe, placement):
        other = make_cafe()
        there = make_colleague("supervisor", other.unit)
        moved = offer(case, other, starts_on=TODAY + timedelta(days=7), follows=placement)
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=30), "it goes on until the answer"
        with as_(there):
            answer(placement_id=moved.pk, accepts=True)
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=7)
        assert placement.end.kind == "next_place"
        with as_(case.responsible):
            per_day = list(Session.objects.values_list("day", flat=True))
        assert len(per_day) == len(set(per_day))

    @pytest.mark.requirement("R-146")
    def test_the_site_proposes_the_consultant_decides_and_both_see(self, case, placement, tor, client):
        sign_in(client, tor)
        url = f"/here/{placement.pk}/"
        form = {
            "acting_as": tor.pk,
            "form": "change",
            "change-kind": "week",
            "change-from_day": "2026-11-19",
            "change-reason": "Bussen går senare",
        }
        assert "Skriv de dagar" in client.post(url, form).content.decode()
        assert "går inte att läsa" in client.post(url, {**form, "change-week": "torsdagar"}).content.decode()
        client.post(url, {**form, "change-week": "tor 10-13"})
        assert "redan föreslagit" in client.post(url, {**form, "change-week": "tor 10-13"}).content.decode()
        assert "Väntar på konsulenten" in client.get(url).content.decode()
        (change,) = ProposedChange.objects.all()
        with as_(tor), transaction.atomic():
            assert not ProposedChange.objects.update(accepted=True), "a site decides nothing"
        sign_in(client, case.responsible)
        assert "föreslår en ändring" in client.get("/").content.decode()
        page = f"/placements/{placement.pk}/"
        sent = {"acting_as": case.responsible.pk, "form": "accept", "row": change.pk}
        assert client.post(page, sent).status_code == 302
        with as_(case.responsible):
            assert {
                str(Part(one.times.start, one.times.end))[4:]
                for one in Session.objects.filter(day__gte=TODAY + timedelta(days=7))
            } == {"10:00-13:00"}
            change.refresh_from_db()
            with pytest.raises(Refused, match="redan beslutat"):
                decide_change(change=change, accepts=False, today=TODAY, reason="Nej")
        sign_in(client, tor)
        assert "Godkänd och genomförd" in client.get(url).content.decode()

    def test_declined_with_a_reason_nothing_changes(self, case, placement, tor):
        with as_(tor):
            propose_change(
                placement=placement, kind="end", from_day=TODAY + timedelta(days=3), today=TODAY, reason="Fullt"
            )
        with as_(case.responsible):
            change = ProposedChange.objects.get()
            with pytest.raises(Refused, match="varför inte"):
                decide_change(change=change, accepts=False, today=TODAY)
            decide_change(change=change, accepts=False, today=TODAY, reason="Behöver platsen")
        placement.refresh_from_db()
        assert placement.ends_on == TODAY + timedelta(days=30)

    def test_a_change_that_cannot_be_carried_out_is_not_decided(self, case, tor, cafe):
        narrow = make_cafe(cafe.unit, places=1)
        first = offer(case, narrow, ends_on=TODAY + timedelta(days=30))
        accept(first)
        offer(make_case(), narrow, starts_on=TODAY + timedelta(days=30))
        with as_(tor):
            propose_change(placement=first, kind="end", from_day=TODAY + timedelta(days=90), today=TODAY, reason="Bra")
        with as_(case.responsible), pytest.raises(Refused, match="ingen ledig plats"), transaction.atomic():
            decide_change(change=ProposedChange.objects.get(), accepts=True, today=TODAY)
        assert ProposedChange.objects.get().accepted is None


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
        assert "Slutar snart, och inget kommer efter" in page
        sign_in(client, waits.responsible)
        assert "Huset rivs" in client.get("/").content.decode()
        with pytest.raises(Refused, match="inte öppen"):
            offer(make_case(), cafe, starts_on=closes)
        with pytest.raises(Refused, match="stänger före"):
            offer(make_case(), cafe)

    @pytest.mark.requirement("R-042")
    def test_only_the_leader_of_the_site_itself(self, cafe):
        for other in (
            make_colleague("supervisor", cafe.unit),
            make_colleague("site_leader", make_unit("site")),
            make_colleague("consultant"),
        ):
            with as_(other), pytest.raises(Refused, match="ledare"):
                close_activity(activity=cafe, closes_on=TODAY + timedelta(days=90), reason="Nej")


class TestWhatTheReviewFound:
    """Each of these stood open once."""

    @pytest.fixture
    def partner(self, case):
        navet = make_organisation("Navet", kind="association", basis="cooperation")
        systuga = make_cafe(make_unit("site", navet))
        sara = make_colleague("supervisor", systuga.unit)
        with as_(case.responsible):
            consent = people.give_consent(
                person=case.person, organisation=navet, parts=["placement"], given_how="paper", starts_on=TODAY
            )
        placement = offer(case, systuga)
        accept(placement)
        return placement, sara, consent, navet

    def test_a_withdrawn_consent_is_not_undone_by_ending_or_closing(self, case, partner):
        placement, sara, consent, _navet = partner
        leader = make_colleague("site_leader", placement.unit)
        with as_(case.responsible):
            people.withdraw_consent(consent=consent, on=TODAY)
        with as_(leader):
            close_activity(activity=placement.activity, closes_on=TODAY + timedelta(days=60), reason="Slut")
            assert not Person.objects.exists()
        placement.refresh_from_db()
        with as_(case.responsible):
            end_placement(placement=placement, ends_on=TODAY + timedelta(days=3), reason="Drog tillbaka")
        with as_(sara):
            assert not Person.objects.exists()

    def test_a_consent_given_anew_opens_what_goes_on_and_lets_it_be_extended(self, case, partner):
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

    def test_a_marked_day_keeps_its_times(self, case, cafe, tor):
        placement = offer(case, cafe)
        accept(placement)
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(placement.pk, "present")])
        with as_(case.responsible):
            with pytest.raises(Refused, match="redan markerad"):
                change_week(placement=placement, week=read_week("fre 9-12"), from_day=TODAY, today=TODAY)
            change_week(
                placement=placement, week=read_week("fre 9-12"), from_day=TODAY + timedelta(days=1), today=TODAY
            )
            assert Session.objects.filter(day=TODAY).exists()

    def test_a_short_placement_is_extended_with_its_times_and_one_that_never_began_is_not(self, case, cafe):
        short = offer(case, cafe, ends_on=TODAY + timedelta(days=1))
        accept(short)
        with as_(case.responsible):
            extend(placement=short, ends_on=TODAY + timedelta(days=22), today=TODAY)
            assert Session.objects.filter(placement=short).count() == 4
        never = offer(case, make_cafe(), "fre 9-12", starts_on=TODAY + timedelta(days=7))
        accept(never)
        with as_(case.responsible):
            end_placement(placement=never, ends_on=never.starts_on, reason="Ångrade sig")
            never.refresh_from_db()
            with pytest.raises(Refused, match="började aldrig"):
                extend(placement=never, ends_on=TODAY + timedelta(days=60), today=TODAY)
        waits = offer(case, make_cafe(), "mån 9-12", ends_on=TODAY + timedelta(days=30))
        with as_(case.responsible):
            for change in (
                lambda: extend(placement=waits, ends_on=None, today=TODAY),
                lambda: change_week(placement=waits, week=read_week("tis 9-12"), from_day=TODAY, today=TODAY),
            ):
                with pytest.raises(Refused, match="inte svarat än"):
                    change()

    def test_moved_though_the_old_site_has_marked_a_day(self, case, cafe, tor):
        old = offer(case, cafe)
        accept(old)
        new = offer(case, make_cafe(), "tor 9-12", follows=old)
        with as_(tor) as actor:
            mark_day(by=actor, day=TODAY, marks=[Mark(old.pk, "present")])
        accept(new)
        old.refresh_from_db()
        assert old.ends_on == TODAY + timedelta(days=1)

    def test_answered_late_it_begins_then_and_answered_too_late_not_at_all(self, case, cafe, tor):
        late = offer(case, cafe)
        over = offer(case, make_cafe(cafe.unit), "fre 9-12", ends_on=TODAY + timedelta(days=8))
        set_today(TODAY + timedelta(days=21))
        with as_(tor) as actor:
            answer(placement_id=late.pk, accepts=True)
            assert Session.objects.order_by("day").first().day == actor.today
            with pytest.raises(Refused, match="har passerat"):
                answer(placement_id=over.pk, accepts=True)

    def test_who_may_know_of_a_protected_person_is_named_by_decision_at_that_site_alone(self, case, cafe, tor):
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
                with pytest.raises(Refused, match="namnge en handledare"), transaction.atomic():
                    name_supervisor(placement=placement, supervisor=named, decision=decision)
            name_supervisor(placement=placement, supervisor=tor, decision="Prövat mot hotbilden")
        with as_(tor):
            assert Person.objects.count() == 1
        with as_(make_colleague("supervisor", cafe.unit)):
            assert not Person.objects.exists()
        with as_(make_colleague("consultant", case.unit)), pytest.raises(Refused):
            name_supervisor(placement=placement, supervisor=tor, decision="Prövat")

    def test_taken_back_is_taken_back_and_an_end_set_back_closes_now(self, case, cafe, tor):
        placement = offer(case, cafe)
        with as_(case.responsible):
            withdraw(placement=placement)
            Placement.objects.filter(pk=placement.pk).update(withdrawn_at=None)
        with as_(tor):
            assert proposals() == []
        begun = offer(case, make_cafe(cafe.unit))
        accept(begun)
        set_today(TODAY + timedelta(days=90))
        with as_(case.responsible):
            end_placement(placement=begun, ends_on=TODAY, reason="Kom aldrig")
        grant = Grant.objects.filter(basis="placement").latest("ends_at")
        assert grant.ends_at.date() >= TODAY + timedelta(days=89), "what was open until now was open until now"

    def test_pressed_twice_the_introduction_is_one(self, case, cafe, tor, client):
        placement = offer(case, cafe)
        with as_(tor):
            answer(placement_id=placement.pk, accepts=True)
        sign_in(client, tor)
        form = {
            "acting_as": tor.pk,
            "form": "introduce",
            "introduce-day": "2026-11-12",
            "introduce-points": cafe.introduction_points,
        }
        for _twice in range(2):
            assert client.post(f"/here/{placement.pk}/", form).status_code == 302
        assert Introduction.objects.count() == 1
        many = ", ".join(
            f"{day} 9-10" for day in ("mån", "tis", "ons", "tor", "fre", "lör", "sön") for _hour in range(1)
        )
        many += ", " + ", ".join(
            f"{day} {hour}-{hour + 1}" for hour in range(11, 15) for day in ("mån", "tis", "ons", "tor")
        )
        change = {
            "acting_as": tor.pk,
            "form": "change",
            "change-kind": "week",
            "change-from_day": "2026-11-19",
            "change-reason": "x",
            "change-week": many,
        }
        assert client.post(f"/here/{placement.pk}/", change).status_code in (302, 422)

    def test_times_that_begin_later_are_in_nobodys_way(self, case, cafe):
        long = offer(case, cafe, "mån 9-12")
        accept(long)
        with as_(case.responsible):
            change_week(placement=long, week=read_week("tor 9-12"), from_day=TODAY + timedelta(days=60), today=TODAY)
        offer(case, make_cafe(), "tor 9-12", ends_on=TODAY + timedelta(days=20))
