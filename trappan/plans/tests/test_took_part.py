"""Who made the plan stands on it, with the step of that day: on its page and its paper, and never otherwise later."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from pypdf import PdfReader

from trappan.cases.testing import make_case
from trappan.plans import operations
from trappan.plans.models import LadderStep, Plan
from trappan.plans.testing import make_mapping
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

HERE = {"role": "participant", "name": ""}


@pytest.fixture
def case(today):
    ulla = make_colleague("social_worker", name="Ulla Provstedt")
    case = make_case(social_worker=ulla, consultant=make_colleague("consultant", name="Jonna Mallgren"))
    make_mapping(case)
    return case


def stand_on(case, number, words, day=TODAY):
    with as_(case.responsible):
        step = LadderStep.objects.get(ladder__is_main=True, number=number)
        operations.move_step(person=case.person, step=step, day=day, today=TODAY, evidence=words)


@pytest.fixture
def draft(case):
    with as_(case.responsible) as actor:
        plan = operations.write_plan(
            case=case,
            today=actor.today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=actor.today + timedelta(days=30),
        )
        operations.consult(
            case=case, today=actor.today, with_whom="employment_service", held_on=actor.today, outcome="Ok"
        )
        return plan


def agree(client, case, draft, **said):
    """Note on the page that the person agrees, and who took part."""
    sign_in(client, case.responsible)
    sent = {"acting_as": case.responsible_id, "form": "agree", "agree-agreed_how": "meeting"}
    sent |= {"agree-agreed_on": str(TODAY), "agree-shown": draft.in_edition}
    return client.post(
        reverse("plans:plan", args=[case.pk]), sent | {f"agree-{name}": value for name, value in said.items()}
    )


def decide(case, draft):
    with as_(case.responsible) as actor:
        operations.decide_plan(plan=Plan.objects.get(pk=draft.pk), by=actor)


def paper(client, plan):
    answer = client.get(reverse("plans:document", args=[plan.pk]))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


@pytest.mark.requirement("R-243")
def test_who_took_part_stands_on_the_page_and_the_paper_the_social_worker_among_them(case, draft, client):
    sign_in(client, case.responsible)
    page = markup(client.get(reverse("plans:plan", args=[case.pk])))
    assert "Socialsekreterare, Ulla Provstedt" in page, "offered by name"
    answer = agree(
        client,
        case,
        draft,
        colleagues=["consultant", "social_worker"],
        supervisor="Tor Låtsberg, Café Vidingsjö",
        employer_team="Linnea Diktholm",
        interpreter="arabiska",
        other="kusinen Ida",
    )
    assert answer.status_code == 302
    decide(case, draft)
    shown = markup(client.get(reverse("plans:plan", args=[case.pk])))
    kept = markup(client.get(reverse("plans:decided", args=[draft.pk])))
    for said in (shown, kept, paper(client, draft)):
        assert "Vilka som gjorde planen" in said
        for who in ("Personen", "Jonna Mallgren", "Ulla Provstedt", "Tor Låtsberg, Café Vidingsjö", "Linnea Diktholm"):
            assert who in said, who


def test_whoever_is_left_out_stands_not_there_and_the_person_always_does(case, draft, client):
    assert agree(client, case, draft).status_code == 302
    assert Plan.objects.get().took_part == [HERE]
    answer = agree(client, case, draft, colleagues=["supervisor"])
    assert answer.status_code in (302, 422)
    assert Plan.objects.get().took_part == [HERE], "nobody is named whom the case does not know"


def test_a_changed_draft_is_agreed_anew_with_those_who_take_part_then(case, draft, client):
    agree(client, case, draft, other="kusinen Ida")
    with as_(case.responsible) as actor:
        operations.write_week(
            plan=Plan.objects.get(), planned=[operations.Planned("sfi", minutes=60)], edition=Plan.objects.get().edition
        )
    assert "kusinen Ida" not in markup(client.get(reverse("plans:plan", args=[case.pk])))
    agree(client, case, Plan.objects.get(), other="en läkare")
    assert [one["name"] for one in Plan.objects.get().took_part] == ["", "en läkare"]
    assert actor


def test_a_decided_plan_never_says_otherwise_afterwards(case, draft, client):
    stand_on(case, 2, "Kom i tid hela veckan", TODAY - timedelta(days=9))
    agree(client, case, draft, other="kusinen Ida")
    decide(case, draft)
    read = paper(client, draft)
    assert "Avstånd till arbetsmarknaden: Steg 2 av 6" in read
    assert "Kom i tid hela veckan" in read
    stand_on(case, 3, "Lagade mat åt tjugo", TODAY)
    with as_(case.responsible):
        with pytest.raises(DatabaseError, match="decided"), transaction.atomic():
            Plan.objects.filter(pk=draft.pk).update(took_part=[HERE])
    assert paper(client, draft) == read


def test_the_database_takes_no_other_role_and_no_other_shape(case, draft):
    for wrong in ([{"role": "boss", "name": "x"}], {"role": "other"}, [{"role": "other", "name": 3}], ["x"]):
        with as_(case.responsible), pytest.raises(DatabaseError), transaction.atomic():
            Plan.objects.filter(pk=draft.pk).update(took_part=wrong)


@pytest.mark.requirement("R-120")
def test_the_step_is_the_distance_with_its_day_and_reason_and_there_is_no_other_scale(case, draft, client):
    stand_on(case, 2, "Kom i tid hela veckan", TODAY - timedelta(days=9))
    sign_in(client, case.responsible)
    for page in (reverse("plans:plan", args=[case.pk]), reverse("desk:person", args=[case.person_id])):
        said = markup(client.get(page)).replace("\u00a0", " ")
        assert "vstånd" in said
        assert "Steg 2 av 6" in said
        assert "Kom i tid hela veckan" in said
        assert "3 november 2026" in said
    assert "Avstånd (steg)" in markup(client.get(reverse("desk:caseload")))
