"""The ladder: evidence, moves back with a reason, corrections that erase nothing, two frames."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from trappan.activities.models import Activity
from trappan.activities.testing import make_activity
from trappan.cases.testing import make_case
from trappan.desk.person import standing
from trappan.history.models import Event, Version
from trappan.outcomes.models import Exit
from trappan.people import operations as people
from trappan.placements.models import Placement
from trappan.placements.operations import end_placement
from trappan.placements.testing import accept, make_placement
from trappan.plans import operations
from trappan.plans.models import Goal, Ladder, LadderStep, StepEvidence, StepMove
from trappan.plans.testing import make_mapping
from trappan.refusals import Refused
from trappan.refusals.editions import edition_of
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    return make_case()


def step(number, *, frame="Trappan (exempel)"):
    return LadderStep.objects.get(number=number, ladder__name=frame)


def move(case, number, day, evidence="Sett", **other):
    with as_(case.responsible) as actor:
        return operations.move_step(
            person=case.person,
            step=other.pop("step", None) or step(number),
            day=day,
            today=actor.today,
            evidence=evidence,
            **other,
        )


def stands(case):
    with as_(case.responsible):
        return standing(case.person_id, [])


@pytest.mark.requirement("R-023")
def test_up_rests_on_something_seen_and_back_on_its_reason(case, today):
    move(case, 2, today - timedelta(days=60))
    with pytest.raises(Refused, match="vad du har sett"):
        move(case, 3, today, evidence=" ")
    with pytest.raises(Refused, match="måste ha ett skäl"):
        move(case, 1, today, evidence="")
    move(case, 1, today, evidence="Förskolan stängde")
    kinds = StepEvidence.objects.order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["observation", "reason"]
    assert stands(case).stair.now.number == 1


def test_a_reached_goal_is_evidence_and_an_open_one_is_no_choice(client, case, today):
    make_mapping(case)
    with as_(case.responsible):
        plan = operations.write_plan(
            case=case,
            today=today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=today + timedelta(days=30),
        )
        for title in ("I tid", "Öppet"):
            operations.set_goal(plan=plan, today=today, title=title, due_on=today + timedelta(days=9))
        goal = Goal.objects.get(title="I tid")
        operations.close_goal(goal=goal, today=today, staff_rating="reached")
    sign_in(client, case.responsible)
    page = reverse("plans:step", args=[case.person_id])
    shown = client.get(page).content.decode()
    assert "I tid" in shown
    assert "Öppet" not in shown
    form = {
        "acting_as": case.responsible_id,
        "step": step(2).pk,
        "rated_by": "staff",
        "evidence": "",
        "goal": goal.pk,
        "day": "2026-11-12",
    }
    assert client.post(page, form).status_code == 302
    with as_(case.responsible):
        assert StepMove.objects.get().evidence.text == "I tid"


def test_a_correction_keeps_both_and_counts_one(client, case, today):
    wrong = move(case, 4, today - timedelta(days=9))
    sign_in(client, case.responsible)
    page = reverse("plans:correct", args=[wrong.pk])
    form = {"acting_as": case.responsible_id, "step": step(2).pk, "day": "2026-11-03"}
    assert "fyll i" in client.post(page, {**form, "reason": ""}).content.decode().lower()
    assert client.post(page, {**form, "reason": "Förväxlade två personer"}).status_code == 302
    found = stands(case)
    assert found.stair.now.number == 2
    assert [one["corrected"] for one in found.moves] == [False, True]
    assert "Rättad." in client.get(f"/people/{case.person_id}/").content.decode()
    assert Version.objects.filter(of_table="plans_stepmove", row_id=wrong.pk).exists()
    with as_(case.responsible) as actor, pytest.raises(Refused, match="redan rättats"):
        operations.correct_step(move=wrong, step=step(1), day=actor.today, today=actor.today, reason="Igen")
    with as_(case.responsible), pytest.raises(DatabaseError, match="permission denied"):
        with transaction.atomic():
            StepMove.objects.filter(pk=wrong.pk).update(day=today)


@pytest.mark.requirement("R-025")
def test_another_frame_is_mapped_to_the_one_that_counts(case, today):
    move(case, None, today, step=step(3, frame="GA-modellen (exempel)"))
    found = stands(case)
    assert found.stair.now.number == 3
    assert found.moves[0]["frame"] == "GA-modellen (exempel)"


def test_the_persons_own_rating_stands_beside_and_moves_nobody(case, today):
    move(case, 2, today - timedelta(days=5))
    move(case, 4, today, rated_by="participant", evidence="")
    found = stands(case)
    assert found.stair.now.number == 2
    assert found.stair.own.number == 4


@pytest.mark.requirement("R-235")
@pytest.mark.parametrize("number", [None, 1])
def test_no_step_is_a_gate(client, case, today, number):
    """On the first step or none: placed where the last steps are served, and gone to work from there."""
    if number:
        move(case, number, today)
    activity = make_activity("Bageri", steps_from=5, steps_to=6, challenge=5)
    sign_in(client, case.responsible)
    place = {
        "acting_as": case.responsible_id,
        "activity": activity.pk,
        **pressed("tor 9-12"),
        "starts_on": "2026-11-12",
        "aim": "Öva",
    }
    assert client.post(reverse("placements:place", args=[case.person_id]), place).status_code == 302
    placement = Placement.objects.get()
    accept(placement)
    with as_(case.responsible):
        end_placement(placement=placement, ends_on=today, kind="work")
    to_work(client, case)
    assert StepMove.objects.count() == (1 if number else 0), "nobody had to be moved up first"


@pytest.mark.requirement("R-142")
def test_from_the_plan_straight_to_work_without_a_step_or_a_place_before(client, case, today):
    """The part of the ladder that stops nobody; there are no employers to be matched with."""
    make_mapping(case)
    sign_in(client, case.responsible)
    page = client.get(reverse("desk:person", args=[case.person_id])).content.decode()
    assert "kan matchas mot arbete från alla steg" in page
    to_work(client, case)
    assert not Placement.objects.exists()
    assert not StepMove.objects.exists()


def to_work(client, case):
    """Close a case with work, on the page."""
    leave = {
        "acting_as": case.responsible_id,
        "reason": "work",
        "sub_code": "a1",
        "form": "bagare",
        "day": "2026-11-12",
    }
    assert client.post(reverse("outcomes:exit", args=[case.pk]), leave).status_code == 302
    assert Exit.objects.get().reason == "work"


@pytest.mark.requirement("R-231")
def test_the_shipped_ladder_says_that_it_is_an_example_and_gives_way_to_a_municipalitys_own(client, case, today):
    """Number, names and signs of the steps; they are changed by an administrator of the database, not on a page."""
    page = reverse("desk:person", args=[case.person_id])
    sign_in(client, case.responsible)
    assert "Trappan är ett exempel, inte kommunens egen" in client.get(page).content.decode()
    Ladder.objects.filter(is_main=True).update(is_main=False)
    own = Ladder.objects.create(name="Vår trappa", owner="Ekelunda", valid_from=today, is_main=True)
    for number, name in enumerate(("Hallen", "Köket", "Gatan"), 1):
        LadderStep.objects.create(ladder=own, number=number, name=name, signs=[f"Tecken {name}"])
    move(case, 2, today, step=LadderStep.objects.get(name="Köket"))
    shown = client.get(page).content.decode()
    assert "Steg 2 av 3: Köket" in " ".join(shown.split())
    assert "Tecken Gatan" in shown
    assert "ett exempel" not in shown


def test_staff_say_what_they_saw_also_past_the_page(case, today):
    with as_(case.responsible), pytest.raises(IntegrityError, match="staff_say"):
        with transaction.atomic():
            StepMove.objects.create(person=case.person, step=step(1), day=today)


class TestAtAWorkplace:
    def place(self, case, unit, today):
        activity = Activity.objects.create(
            code="syateljé", name="Systuga", unit=unit, kind="workplace", places=3, starts_on=today
        )
        make_placement(case.responsible, person=case.person, activity=activity, starts_on=today)

    def test_the_step_is_known_and_what_was_written_is_not(self, case, today):
        move(case, 2, today, evidence="Berättade om sin hälsa")
        unit = make_unit("site")
        supervisor = make_colleague("supervisor", unit)
        self.place(case, unit, today)
        with as_(supervisor):
            assert StepMove.objects.get().step.number == 2
            assert not StepEvidence.objects.exists()
            assert not Event.objects.filter(verb="plans.move_step").exists()

    @pytest.mark.requirement("R-238")
    def test_a_cooperating_partner_knows_the_step_only_by_consent_to_just_that(self, case, today):
        move(case, 2, today)
        partner = make_organisation("Navet", kind="association", basis="cooperation")
        unit = make_unit("site", partner)
        supervisor = make_colleague("supervisor", unit)
        with as_(case.responsible):
            people.give_consent(
                person=case.person, organisation=partner, parts=["placement"], given_how="paper", starts_on=today
            )
        self.place(case, unit, today)
        with as_(supervisor):
            assert not StepMove.objects.exists()
        with as_(case.responsible):
            people.give_consent(
                person=case.person, organisation=partner, parts=["goals"], given_how="paper", starts_on=today
            )
        with as_(supervisor):
            assert StepMove.objects.exists()


class TestFrames:
    def frame(self):
        return Ladder.objects.get(is_main=False)

    @pytest.mark.requirement("R-025")
    def test_an_administrator_maps_a_partners_step(self, client, db):
        admin = make_colleague("administrator")
        sign_in(client, admin)
        frame = self.frame()
        first = frame.steps.order_by("number").first()
        main = {step.number: step.pk for step in LadderStep.objects.filter(ladder__is_main=True)}
        sent = {f"l{frame.pk}-step_{step.pk}": step.maps_to_id or "" for step in frame.steps.all()}
        sent[f"l{frame.pk}-step_{first.pk}"] = main[5]
        sent[f"l{frame.pk}-edition"] = edition_of(frame.meanings)
        answer = client.post("/frames/", {**sent, "acting_as": admin.pk, "ladder": frame.pk})
        assert answer.status_code == 302
        first.refresh_from_db()
        assert first.maps_to_id == main[5]
        assert Event.objects.filter(verb="plans.map_step").count() == 1

    def test_nobody_else_and_never_the_main_frame(self, db):
        frame = self.frame()
        first, main = frame.steps.first(), LadderStep.objects.filter(ladder__is_main=True)[0]
        shown = edition_of(frame.meanings)
        with as_(make_colleague("consultant")), pytest.raises(Refused):
            operations.map_steps(ladder=frame, edition=shown, **{f"step_{first.pk}": main})
        with as_(make_colleague("administrator")), pytest.raises(Refused):
            operations.map_steps(ladder=main.ladder, **{f"step_{main.pk}": main})
