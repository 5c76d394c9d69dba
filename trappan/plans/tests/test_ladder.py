"""The municipality's own ladder: drafted, taken into use from a day, and nobody left on a step that is gone."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from trappan.cases.testing import make_case
from trappan.plans import operations
from trappan.plans.forms import StepForm
from trappan.plans.models import Ladder, LadderStep, StepMove
from trappan.refusals import Overtaken, Refused
from trappan.refusals.editions import edition_of
from trappan.rules.testing import as_fields
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import at_the_same_moment, by, sign_in

pytestmark = pytest.mark.django_db
OWN = [("Hallen", ["Kommer"]), ("Köket", ["Hjälper till", "Säger till"]), ("Gatan", ["Arbetar"])]


@pytest.fixture
def sture():
    return make_colleague("administrator")


def edition():
    return edition_of(operations.ladder_as_saved(operations.ladder_draft()))


def write(steps=OWN, name="Vår trappa"):
    return operations.write_ladder(name=name, owner="Ekelundas nämnd § 9", steps=steps, edition=edition())


def meanings(*goes_to: int) -> dict[LadderStep, LadderStep]:
    """Let the steps in use go to these numbers of the draft, in their order."""
    old = LadderStep.objects.filter(ladder__is_main=True).order_by("number")
    new = {step.number: step for step in LadderStep.objects.filter(ladder__is_draft=True)}
    return {step: new[number] for step, number in zip(old, goes_to, strict=False)}


def test_another_municipalitys_administrator_touches_neither_draft_nor_staircase(sture, today):
    """It is one for all who share a house, and whoever has written it keeps it."""
    stranger = make_colleague("administrator", make_unit("management", make_organisation("Grankulla kommun")))
    with as_(sture):
        write()
    frame = Ladder.objects.create(name="GA", owner="Partner", valid_from=today)
    step = LadderStep.objects.create(ladder=frame, number=1, name="Ett", signs=["Kommer"])

    def refuse_all():
        main = LadderStep.objects.filter(ladder__is_main=True).first()
        with as_(stranger):
            for no in (
                lambda: write(name="Deras trappa"),
                lambda: operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2, 2, 3, 3)),
                lambda: operations.drop_ladder(edition=edition()),
                lambda: operations.map_steps(
                    ladder=frame, edition=edition_of(frame.meanings), **{f"step_{step.pk}": main}
                ),
            ):
                with pytest.raises(Refused, match="en annan kommun"):
                    no()

    refuse_all()
    with as_(sture):
        operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2, 2, 3, 3))
    with as_(stranger), pytest.raises(Refused, match="en annan kommun"):
        write(name="Deras trappa")
    assert Ladder.objects.get(is_main=True).name == "Vår trappa"


class TestUse:
    """Taken into use, everybody is shown on the new steps, and what was assessed stays."""

    @pytest.mark.requirement("R-023", "R-231")
    def test_a_person_goes_where_the_step_goes_and_the_example_says_no_more_that_it_is_one(self, client, sture, today):
        case = make_case()
        with as_(case.responsible):
            fourth = LadderStep.objects.get(ladder__is_main=True, number=4)
            operations.move_step(person=case.person, step=fourth, day=today, today=today, evidence="Såg det")
        sign_in(client, case.responsible)
        file = reverse("desk:person", args=[case.person_id])
        assert "Trappan är ett exempel" in client.get(file).content.decode()
        with as_(sture):
            write()
        assert "Trappan är ett exempel" in client.get(file).content.decode(), "a draft changes nothing"
        with as_(sture):
            operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2, 2, 3, 3))
        shown = " ".join(client.get(file).content.decode().split())
        assert "Steg 2 av 3: Köket" in shown
        assert "ett exempel" not in shown
        assert StepMove.objects.get().step.name == "Anställningsbar", "what was assessed stays"
        assert Ladder.objects.get(is_example=True, is_main=False, name__startswith="Trappan").replaced_on == today

    @pytest.mark.requirement("R-025")
    def test_what_stood_for_an_old_step_stands_for_the_new(self, sture, today):
        with as_(sture):
            write()
            operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2, 2, 3, 3))
        partner = Ladder.objects.get(name__startswith="GA")
        assert [step.maps_to.name for step in partner.steps.order_by("number")] == ["Hallen", "Köket", "Köket", "Köket"]

    def test_a_step_in_use_is_not_taken_out_without_saying_where_people_go(self, sture, today):
        with as_(sture):
            write()
            with pytest.raises(Refused, match="vilket av de nya"):
                operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2))
        assert Ladder.objects.get(is_main=True).is_example

    def test_steps_of_a_draft_and_of_a_replaced_ladder_are_chosen_by_nobody(self, sture, today):
        case = make_case()

        def offered():
            return {step.ladder.name for step in StepForm(person_id=case.person_id).fields["step"].queryset}

        before = offered()
        with as_(sture):
            write()
            assert offered() == before
            operations.use_ladder(edition=edition(), meanings=meanings(1, 1, 2, 2, 3, 3))
        assert offered() == {"Vår trappa", "GA-modellen (exempel)"}


class TestDraft:
    """Two to ten steps, each with a sign, under a name of its own; whoever saves second is told."""

    @pytest.mark.parametrize(
        ("steps", "match"),
        [
            (OWN[:1], "två till tio"),
            (OWN * 4, "två till tio"),
            ([*OWN, ("Taket", [])], "tecken"),
            ([*OWN, ("", ["Syns"])], "namn"),
        ],
    )
    def test_other_ladders_are_refused(self, sture, today, steps, match):
        with as_(sture), pytest.raises(Refused, match=match):
            write(steps)

    def test_a_name_that_another_frame_has_is_refused_at_its_field(self, sture, today):
        with as_(sture), pytest.raises(Refused) as no:
            write(name="GA-modellen (exempel)")
        assert no.value.field == "name"

    def test_it_is_written_anew_and_taken_away(self, sture, today):
        with as_(sture):
            write()
            shown = edition()
            write(OWN[:2])
            with pytest.raises(Overtaken):
                operations.drop_ladder(edition=shown)
            assert [step.name for step in operations.ladder_draft().steps.all()] == ["Hallen", "Köket"]
            operations.drop_ladder(edition=edition())
        assert operations.ladder_draft() is None


class TestWhoMay:
    """In SQL as the app role: only an administrator, and only through the functions."""

    @pytest.mark.parametrize("role", ["head_of_unit", "consultant", "social_worker", "site_leader", "auditor"])
    def test_others_change_no_ladder(self, client, role, today):
        who = make_colleague(role)
        with as_(who):
            for act in (write, lambda: operations.drop_ladder(edition=""), lambda: use(edition())):
                with pytest.raises(Refused, match="systemförvaltare"):
                    act()
        sign_in(client, who)
        assert client.get(reverse("plans:ladder")).status_code == 403

    def test_an_administrator_writes_no_table(self, sture):
        for statement in ("UPDATE plans_ladder SET is_main = true", "DELETE FROM plans_ladderstep"):
            with as_(sture), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement)


def use(shown):
    operations.use_ladder(edition=shown, meanings={})


class TestPages:
    """Written, read beside the one in use, and taken into use on pages."""

    def test_from_draft_to_use(self, client, sture, today):
        sign_in(client, sture)
        assert "Exempel" in client.get(reverse("plans:frames")).content.decode()
        fields = as_fields(client.get(reverse("plans:ladder")).context["form"])
        fields |= {"name": "Vår trappa", "owner": "Nämnden § 9", "name_6": "", "signs_6": "", "acting_as": sture.pk}
        answer = client.post(reverse("plans:ladder"), fields, follow=True)
        assert "De som står på 6 Egen försörjning går till" in answer.content.decode()
        sent = as_fields(answer.context["form"]) | {"acting_as": sture.pk}
        refused = client.post(reverse("plans:use_ladder"), sent)
        assert refused.status_code == 422, "the sixth step is gone, and nobody has said where its people go"
        sixth, fifth = (
            LadderStep.objects.get(ladder__is_main=True, number=6),
            LadderStep.objects.get(ladder__is_draft=True, number=5),
        )
        assert client.post(reverse("plans:use_ladder"), {**sent, f"step_{sixth.pk}": fifth.pk}).status_code == 302
        page = client.get(reverse("plans:frames")).content.decode()
        assert "Vår trappa" in page
        assert "motsvarar 5 På väg ut" in page

    @pytest.mark.parametrize(
        ("field", "typed"),
        [("name", ""), ("owner", "19900101-1234"), ("signs_2", ""), ("name_3", ""), ("signs_1", "x" * 201)],
    )
    def test_what_is_no_ladder_is_told_at_its_field(self, client, sture, today, field, typed):
        sign_in(client, sture)
        fields = as_fields(client.get(reverse("plans:ladder")).context["form"])
        fields |= {"name": "Vår", "owner": "Nämnden", "acting_as": sture.pk, field: typed}
        answer = client.post(reverse("plans:ladder"), fields)
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_draft_at_once_one_is_told(sture, today):
    other = make_colleague("administrator", sture.unit)
    told = at_the_same_moment(*(by(who, lambda _actor: write()) for who in (sture, other)))
    assert sum(isinstance(one, Overtaken) for one in told) == 1
    assert Ladder.objects.filter(is_draft=True).count() == 1
