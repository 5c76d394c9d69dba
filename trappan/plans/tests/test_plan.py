"""The plan's week, its decision and what closes it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from trappan.cases.testing import make_case
from trappan.people import operations as people
from trappan.people.testing import make_person, test_number
from trappan.plans import operations
from trappan.plans.models import Consultation, Goal, Plan, PlanPart
from trappan.plans.testing import make_mapping, put_in_week
from trappan.plans.weekly import picture
from trappan.refusals import Refused
from trappan.schedules.week import Part, Week, read_week, week_of
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in


@pytest.fixture
def case(today):
    case = make_case()
    make_mapping(case)
    return case


def draft(case, today, **other):
    with as_(case.responsible):
        return operations.write_plan(
            case=case,
            today=today,
            review_on=today + timedelta(days=30),
            **{"goal": "Arbete", "weekly_minutes": 2400, "hours_reason": "", **other},
        )


def decide(case, plan, today):
    plan.refresh_from_db()
    with as_(case.responsible) as actor:
        operations.consult(case=case, today=today, with_whom="employment_service", held_on=today, outcome="Ok")
        operations.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
        operations.decide_plan(plan=plan, by=actor)


@st.composite
def weeks(draw):
    starts = sorted(draw(st.sets(st.integers(0, 7 * 24 - 2), min_size=1, max_size=12)))
    return [(start * 60, start * 60 + 60) for start in starts]


@given(weeks(), st.integers(0, 2400), st.sampled_from(PlanPart.Kind.values))
def test_a_picture_holds_every_part_once_and_adds_up(stretches, target, kind):
    parts = [PlanPart(kind=kind, starts_at=start, ends_at=end, minutes=end - start) for start, end in stretches]
    loose = PlanPart(kind="care", minutes=90)
    found = picture([*parts, loose], target, uncounted=("work",))
    drawn = [block.part for _day, blocks in found.days for block in blocks]
    assert sorted(map(id, drawn)) == sorted(map(id, parts))
    assert found.planned == 90 + (0 if kind == "work" else 60 * len(parts))
    assert found.missing - found.over == target - found.planned
    assert not (found.missing and found.over)
    assert 0 <= found.share <= 100


@pytest.mark.django_db
class TestTheWeek:
    def add(self, case, plan, times="", kind="activity", **other):
        with as_(case.responsible):
            put_in_week(plan, kind=kind, week=read_week(times) if times else None, **other)

    def test_parts_add_up_and_overlaps_are_named(self, case, today):
        plan = draft(case, today)
        self.add(case, plan, "mån 9-12, ons 9-12", "sfi", title="Sfi kurs C")
        self.add(case, plan, kind="care", minutes=60)
        with pytest.raises(Refused, match="krockar med Sfi kurs C"):
            self.add(case, plan, "ons 11-13")
        assert PlanPart.objects.count() == 3, "nothing of a refused part is kept"
        self.add(case, plan, "ons 12-13")

    def test_two_who_add_at_once_are_told_apart_by_the_database(self, case, today):
        plan = draft(case, today)
        self.add(case, plan, "mån 9-12")
        with as_(case.responsible), pytest.raises(DatabaseError, match="one_part_at_a_time"):
            with transaction.atomic():
                PlanPart.objects.create(
                    person_id=plan.person_id, plan=plan, kind="sfi", starts_at=9 * 60, ends_at=10 * 60, minutes=60
                )

    def test_what_is_taken_out_makes_room_and_the_person_agrees_anew(self, case, today):
        plan = draft(case, today)
        self.add(case, plan, "mån 9-12")
        plan.refresh_from_db()
        with as_(case.responsible):
            operations.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
            plan.refresh_from_db()
            operations.write_week(plan=plan, planned=[], edition=plan.edition)
        assert Plan.objects.get().agreed_on is None
        self.add(case, plan, "mån 9-12")

    def test_the_next_draft_begins_with_the_week_that_applies(self, case, today):
        plan = draft(case, today)
        self.add(case, plan, "mån 9-12", title="Café")
        decide(case, plan, today)
        with pytest.raises(Refused, match="beslutad"):
            self.add(case, Plan.objects.get(), "tis 9-12")
        following = draft(case, today, goal="Mer")
        assert [part.title for part in following.parts.all()] == ["Café"]

    @pytest.mark.requirement("R-234")
    @pytest.mark.requirement("R-150")
    def test_a_parent_with_part_time_work_is_proposed_22_hours(self, client, case, today):
        child = make_person(case.social_worker, number=test_number("20220310"))
        with as_(case.social_worker):
            home = people.join_household(person=case.person, role="applicant", starts_on=today).household_id
            people.join_household(person=child, role="child", starts_on=today, household_id=home)
        plan = draft(case, today, weekly_minutes=1800)
        self.add(case, plan, "lör 9-13, sön 9-13", "work")
        sign_in(client, case.responsible)
        page = reverse("plans:plan", args=[case.pk])
        shown = client.get(page).content.decode().replace("\u00a0", " ")
        assert "40 − 10 (barn under 8 år hemma) − 8 (deltidsarbete) = 22 h" in shown
        with pytest.raises(Refused, match="de föreslagna 22"):
            draft(case, today, weekly_minutes=1800, edition=2)
        plan = draft(case, today, weekly_minutes=1320, edition=2)
        assert plan.weekly_minutes == 1320
        self.add(case, plan, "mån 9-12, tis 9-12, ons 9-12", "sfi")
        shown = client.get(page).content.decode().replace("\u00a0", " ")
        assert "9 timmar planerade av 22 timmar, 41 % av personens eget mål" in shown, (
            "work has been taken off already and is not counted"
        )


@pytest.mark.django_db
class TestDeciding:
    def test_asks_for_a_consultation_that_is_not_too_old(self, case, today):
        plan = draft(case, today)
        with as_(case.responsible) as actor:
            operations.agree_plan(plan=plan, today=today, agreed_on=today, agreed_how="meeting")
            for with_whom, held_on in (("health_care", today), ("employment_service", today - timedelta(days=180))):
                operations.consult(case=case, today=today, with_whom=with_whom, held_on=held_on, outcome="Ok")
                with pytest.raises(Refused, match="Anteckna samrådet"):
                    operations.decide_plan(plan=plan, by=actor)
            operations.consult(
                case=case,
                today=today,
                with_whom="employment_service",
                outcome="Ok",
                held_on=today - timedelta(days=179),
            )
            operations.decide_plan(plan=plan, by=actor)
            with pytest.raises(Refused, match="efter i dag"):
                operations.consult(
                    case=case, today=today, with_whom="other", outcome="Ok", held_on=today + timedelta(days=1)
                )
        assert Plan.objects.get().state == "decided"

    def test_open_goals_follow_on_and_closed_ones_stay(self, case, today):
        first = draft(case, today)
        with as_(case.responsible):
            for title in ("Öppet", "Stängt"):
                operations.set_goal(plan=first, today=today, title=title, due_on=today + timedelta(days=9))
            operations.close_goal(
                goal=Goal.objects.get(title="Stängt"),
                today=today,
                staff_rating="partly",
                own_rating="reached",
                evidence="Var där två dagar av tre.",
            )
        decide(case, first, today)
        second = draft(case, today)
        decide(case, second, today)
        assert Goal.objects.get(title="Öppet").plan_id == second.pk
        assert Goal.objects.get(title="Stängt").plan_id == first.pk
        assert Plan.objects.get(pk=first.pk).state == "replaced"
        with as_(case.responsible), pytest.raises(Refused, match="ersatt eller avslutad"):
            operations.set_goal(plan=first, today=today, title="För sent", due_on=today + timedelta(days=9))

    def test_two_who_write_the_draft_at_once_see_the_difference(self, client, case, today):
        draft(case, today, goal="Först")
        sign_in(client, case.responsible)
        draft(case, today, goal="Kollegans", edition=1)
        form = {
            "acting_as": case.responsible_id,
            "form": "plan",
            "plan-goal": "Mitt",
            "plan-edition": "1",
            "plan-weekly_hours": "40",
            "plan-review_on": "2027-01-10",
            "plan-adaptation": "Pauser",
        }
        page = reverse("plans:plan", args=[case.pk])
        answer = client.post(page, form)
        shown = answer.content.decode()
        assert answer.status_code == 422
        assert "Någon annan har sparat" in shown
        assert "Kollegans" in shown
        assert "Mitt" in shown
        assert "Pauser" in shown
        assert client.post(page, {**form, "plan-edition": "2"}).status_code == 302
        assert Plan.objects.get().goal == "Mitt"

    def test_a_draft_dropped_twice_leaves_the_plan_in_force(self, client, case, today):
        first = draft(case, today)
        decide(case, first, today)
        second = draft(case, today, goal="Nästa")
        sign_in(client, case.responsible)
        page = reverse("plans:plan", args=[case.pk])
        form = {"acting_as": case.responsible_id, "form": "drop", "row": second.pk, f"drop-{second.pk}-reason": "Fel"}
        assert client.post(page, form).status_code == 302
        assert "just beslutats" in client.post(page, form, follow=True).content.decode()
        assert Plan.objects.get(pk=first.pk).state == "decided"

    def test_a_draft_that_a_colleague_decides_or_drops_meanwhile_is_left_as_they_left_it(self, client, case, today):
        plan = draft(case, today)
        sign_in(client, case.responsible)
        page = reverse("plans:plan", args=[case.pk])
        form = {"acting_as": case.responsible_id, "form": "drop", "row": plan.pk, f"drop-{plan.pk}-reason": "Fel"}
        decide(case, plan, today)
        assert "just beslutats" in client.post(page, form, follow=True).content.decode()
        assert Plan.objects.get().state == "decided"
        second = draft(case, today)
        with as_(case.responsible) as actor:
            operations.end_plan(plan=second, reason="Fel")
            with pytest.raises(Refused, match="slängts"):
                operations.decide_plan(plan=second, by=actor)
            with pytest.raises(Refused, match="ändrades"):
                operations.agree_plan(plan=second, today=today, agreed_on=today, agreed_how="phone")

    def test_what_a_colleague_changed_meanwhile_is_neither_agreed_nor_decided(self, client, case, today):
        first = draft(case, today, goal="Ettan")
        draft(case, today, goal="Tvåan", edition=1)
        sign_in(client, case.responsible)
        form = {
            "acting_as": case.responsible_id,
            "form": "agree",
            "agree-shown": f"{first.pk}.1",
            "agree-agreed_how": "meeting",
            "agree-agreed_on": "2026-11-12",
        }
        page = reverse("plans:plan", args=[case.pk])
        assert "ändrades under tiden" in client.post(page, form).content.decode()
        assert Plan.objects.get().agreed_on is None

    def test_a_draft_that_was_dropped_is_not_the_next_one_in_the_same_edition(self, client, case, today):
        first = draft(case, today)
        with as_(case.responsible):
            operations.end_plan(plan=first, reason="Fel")
        second = draft(case, today, goal="Annan")
        sign_in(client, case.responsible)
        form = {"acting_as": case.responsible_id, "form": "agree", "agree-agreed_how": "meeting"}
        form["agree-agreed_on"] = "2026-11-12"
        page = reverse("plans:plan", args=[case.pk])
        assert "ändrades under tiden" in client.post(page, {**form, "agree-shown": f"{first.pk}.1"}).content.decode()
        assert client.post(page, {**form, "agree-shown": f"{second.pk}.1"}).status_code == 302

    def test_hours_that_the_week_no_longer_bears_need_a_reason_when_decided(self, case, today):
        plan = draft(case, today)
        with as_(case.responsible):
            put_in_week(plan, kind="work", week=read_week("lör 9-19"))
        with pytest.raises(Refused, match="de föreslagna 30"):
            decide(case, plan, today)

    def test_ended_with_a_reason_leaves_room_for_the_next(self, case, today):
        plan = draft(case, today)
        decide(case, plan, today)
        with as_(case.responsible):
            operations.end_plan(plan=plan, reason="Flyttar till en annan kommun.")
            with pytest.raises(Refused, match="redan"):
                operations.end_plan(plan=plan, reason="Igen")
        assert Plan.objects.get().state == "ended"
        assert draft(case, today).state == "draft"


@pytest.mark.django_db
def test_a_goal_is_closed_with_two_views(client, case, today):
    plan = draft(case, today)
    with as_(case.responsible):
        operations.set_goal(plan=plan, today=today, title="I tid", due_on=today + timedelta(days=9))
    goal = Goal.objects.get()
    sign_in(client, case.responsible)
    url = reverse("plans:goal", args=[goal.pk])
    assert client.post(url, {"acting_as": case.responsible_id}).status_code == 422
    client.post(url, {"acting_as": case.responsible_id, "staff_rating": "reached", "own_rating": "partly"})
    goal.refresh_from_db()
    assert (goal.closed_on, goal.reached_on) == (today, today)
    shown = client.get(reverse("plans:plan", args=[case.pk])).content.decode()
    assert "Samira säger: delvis" in shown
    with as_(case.responsible), pytest.raises(Refused, match="redan avslutat"):
        operations.close_goal(goal=goal, today=today, staff_rating="not_yet")


@pytest.mark.requirement("R-206")
@pytest.mark.django_db
def test_a_consultation_stands_on_the_plan_with_whom_when_by_whom_and_what_came_of_it(client, case, today):
    draft(case, today)
    sign_in(client, case.responsible)
    page = reverse("plans:plan", args=[case.pk])
    sent = {
        "acting_as": case.responsible_id,
        "form": "consult",
        "consult-with_whom": "employment_service",
        "consult-held_on": "2026-11-05",
        "consult-outcome": "Inget eget program i vår.",
    }
    for missing in ("consult-with_whom", "consult-held_on", "consult-outcome"):
        assert client.post(page, {**sent, missing: ""}).status_code == 422, missing
    assert not Consultation.objects.exists()
    assert client.post(page, sent).status_code == 302
    one = Consultation.objects.get()
    assert (one.held_on, one.author_id) == (today - timedelta(days=7), case.responsible_id)
    other = make_case(social_worker=case.social_worker)
    for reader in (case.responsible, case.social_worker):
        sign_in(client, reader)
        shown = markup(client.get(page)).replace("\u00a0", " ")
        assert "<strong>Arbetsförmedlingen</strong><span>Inget eget program i vår.</span>" in shown
        assert f"5 november 2026, {case.responsible.colleague.name}" in shown
        elsewhere = client.get(reverse("plans:plan", args=[other.pk]))
        assert "Inget eget program" not in elsewhere.content.decode()


@pytest.mark.django_db
def test_a_consultation_is_never_changed(case, today):
    with as_(case.responsible):
        operations.consult(case=case, today=today, with_whom="other", held_on=today, outcome="Ok")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Consultation.objects.update(outcome="Annat")


def test_a_week_of_parts_that_overlap_is_no_week():
    with pytest.raises(Refused):
        week_of([Part(0, 60), Part(30, 90)])
    assert isinstance(week_of([Part(0, 60)]), Week)
