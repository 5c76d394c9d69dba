"""A project from its first day to its report, on its pages: what each role does there, and what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.people.testing import make_person
from trappan.projects import operations
from trappan.projects.figures import figures, money, per_person
from trappan.projects.models import Municipality, Participation, Project
from trappan.projects.testing import end, join, known_to, make_leader, make_project, own_of, take_part
from trappan.refusals import Refused
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 5)


@pytest.fixture
def leader(today):
    return make_leader()


def post(client, who, url, **fields):
    sign_in(client, who)
    return client.post(url, {"acting_as": who.pk, **fields})


def page_of(client, who, project):
    sign_in(client, who)
    return markup(client.get(reverse("projects:project", args=[project.pk])))


def about(**fields):
    return {
        "name": "Tillsammans mot arbete",
        "aim": "Arbete åt fler",
        "starts_on": "2026-01-01",
        "ends_on": "2026-12-31",
        "goal_basis_points": "60",
        **fields,
    }


class TestLeading:
    @pytest.mark.requirement("R-056", "R-183")
    def test_a_leader_writes_down_a_project_with_a_period_or_is_refused_at_the_field(self, client, leader):
        page = reverse("projects:begin_project")
        for field, typed in (("ends_on", "2025-12-31"), ("goal_basis_points", "120"), ("aim", "För 19900101-2384")):
            answer = post(client, leader, page, **about(**{field: typed}))
            assert answer.status_code == 422
            assert field in answer.context["form"].errors
        assert post(client, leader, page, **about()).status_code == 302
        made = Project.objects.get()
        assert (made.owner, made.ends_on, made.goal_basis_points) == (leader.unit.organisation, date(2027, 1, 1), 6000)
        assert "finns redan" in str(post(client, leader, page, **about()).context["form"].errors["name"])
        assert "Inget är räknat än" not in page_of(client, leader, made)

    @pytest.mark.requirement("R-079", "R-081")
    def test_municipalities_and_sub_initiatives_are_added_once_with_a_planned_number(self, client, leader):
        project = make_project(leader)
        unit = make_unit("project", make_organisation("Norr"))
        page = reverse("projects:project", args=[project.pk])
        sent = {"form": "join", "join-unit": unit.pk, "join-planned_women": "220", "join-planned_men": "198"}
        none = {"join-planned_women": "0", "join-planned_men": "0"}
        assert post(client, leader, page, **{**sent, **none}).status_code == 422
        assert post(client, leader, page, **sent).status_code == 302
        assert post(client, leader, page, **sent).status_code == 422, "a municipality takes part once"
        assert Municipality.objects.get().planned == 418
        other = make_unit("labour_market", make_organisation("Söder"))
        with as_(leader), pytest.raises(Refused, match="projektenhet"):
            operations.add_municipality(project=project, unit=other, planned_women=1, planned_men=1)
        part = {"form": "part", "part-name": "Sökandelots", "part-theme": "Arbetsplatsen först", "part-planned": "30"}
        groups = {"part-target_groups": ["young", "disability"]}
        assert post(client, leader, page, **part, **groups).status_code == 302
        assert project.sub_initiatives.get().target_groups == ["young", "disability"]
        shown = page_of(client, leader, project)
        assert "0 av 30 planerade" in shown
        assert "0 av 418" in shown

    @pytest.mark.requirement("R-182", "R-080")
    def test_money_is_whole_ore_with_stated_shares_and_the_cost_names_of_whom(self, client, leader):
        project = make_project(leader)
        join(leader, project, "Norr", 220, 198)
        page = reverse("projects:project", args=[project.pk])
        for kind, budget in (("fund", "14 000 000"), ("time", "4 600 000"), ("money", "2 400 000")):
            sent = {"form": "fund", "fund-kind": kind, "fund-budget_ore": budget}
            assert post(client, leader, page, **sent).status_code == 302
        assert post(client, leader, page, **sent).status_code == 422, "each kind once"
        fund = project.funding.get(kind="fund")
        used = {"form": "spend", "row": fund.pk, f"spend-{fund.pk}-as_of": "2026-09-30"}
        more = post(client, leader, page, **used, **{f"spend-{fund.pk}-amount_ore": "14 000 001"})
        assert more.status_code == 422
        assert post(client, leader, page, **used, **{f"spend-{fund.pk}-amount_ore": "12 600 000"}).status_code == 302
        rows = money(project)
        assert [row.share for row in rows] == [6667, 2190, 1143]
        assert (rows[0].used, rows[0].left) == (1_260_000_000, 140_000_000)
        assert per_person(2_100_000_000, 418) == 5_023_900
        assert per_person(2_100_000_000, 382) == 5_497_400
        shown = page_of(client, leader, project).replace("\u00a0", " ")
        assert "66,67 %" in shown
        assert "50 239 kr för varje planerad deltagare" in shown

    def test_nobody_but_the_leader_writes_of_the_project(self, client, leader):
        project = make_project(leader)
        coordinator = join(leader, project, "Norr")
        page = reverse("projects:project", args=[project.pk])
        fund = {"form": "fund", "fund-kind": "fund", "fund-budget_ore": "1"}
        assert post(client, coordinator, page, **fund).status_code in (400, 403, 404)
        assert not project.funding.exists()
        assert post(client, coordinator, reverse("projects:begin_project"), **about()).status_code == 403
        another = make_leader("Ett annat förbund")
        for stranger in (another, join(another, make_project(another), "Öster")):
            sign_in(client, stranger)
            assert client.get(page).status_code == 404


class TestCoordinating:
    @pytest.mark.requirement("R-057", "R-183")
    def test_a_coordinator_writes_who_begins_and_what_came_of_it_inside_the_period(self, client, leader):
        project = make_project(leader, starts_on=date(2026, 3, 1), ends_on=date(2026, 11, 1))
        north = join(leader, project, "Norr")
        person = known_to(north, family_name="Egen")
        page = reverse("projects:add_participant", args=[project.pk])
        sent = {"person": person.pk, "starts_on": "2026-10-05", "target_groups": ["young", "new"]}
        for outside in ("2026-02-28", "2026-11-01"):
            answer = post(client, north, page, **{**sent, "starts_on": outside})
            assert "1 mars 2026" in str(answer.context["form"].errors["starts_on"])
        assert post(client, north, page, **sent).status_code == 302
        assert post(client, north, page, **sent).status_code == 422, "is there already"
        row = Participation.objects.get()
        assert row.target_groups == ["young", "new"]
        over = reverse("projects:end_participation", args=[row.pk])
        early = post(client, north, over, result="work", ends_on="2026-10-04")
        assert "hade inte börjat" in str(early.context["form"].errors["ends_on"])
        late = post(client, north, over, result="work", ends_on="2026-11-01")
        assert "ends_on" in late.context["form"].errors
        assert post(client, north, over, result="work", ends_on="2026-10-31").status_code == 302
        row.refresh_from_db()
        assert (row.ends_on, row.result) == (date(2026, 11, 1), "work")
        listed = markup(client.get(reverse("projects:participants", args=[project.pk])))
        assert "Egen" in listed
        assert "Unga, 18–29 år, Nyanlända" in listed

    @pytest.mark.requirement("R-079")
    def test_no_address_opens_another_municipalitys_participant(self, client, leader):
        project = make_project(leader)
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")
        row = take_part(south, project, known_to(south, family_name="Annans"), starts_on=OCTOBER)
        sign_in(client, north)
        listed = client.get(reverse("projects:participants", args=[project.pk]))
        assert "Annans" not in markup(listed)
        over = reverse("projects:end_participation", args=[row.pk])
        assert client.get(over).status_code == 404
        assert post(client, north, over, result="work", ends_on="2026-11-12").status_code == 404
        add = reverse("projects:add_participant", args=[project.pk])
        guessed = post(client, north, add, person=row.person_id, starts_on="2026-11-12")
        nobody = post(client, north, add, person=row.person_id + 1000, starts_on="2026-11-12")
        assert guessed.status_code == nobody.status_code == 422
        assert str(guessed.context["form"].errors) == str(nobody.context["form"].errors)
        shown = page_of(client, north, project)
        assert "0 av 20 planerade personer i Norr" in shown
        assert "Resultat efter kommun" not in shown
        for who in (leader, make_colleague("head_of_unit", north.unit)):
            sign_in(client, who)
            assert client.get(reverse("projects:participants", args=[project.pk])).status_code == 403
            assert client.get(over).status_code == 403

    def test_a_sub_initiative_of_another_municipality_is_none_of_ours(self, leader):
        project = make_project(leader)
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")
        with as_(leader):
            lots = operations.add_sub_initiative(
                project=project, municipality=own_of(south, project), name="Lots", theme="Plats", planned=30
            )
        with pytest.raises(Refused, match="delinsats"):
            take_part(north, project, sub_initiative=lots)
        assert take_part(south, project, sub_initiative=lots).sub_initiative == lots

    def test_a_consultant_lets_the_coordinator_in_about_the_own_people(self, client, leader):
        north = join(leader, make_project(leader), "Norr")
        organisation = north.unit.organisation
        consultant = make_colleague("consultant", make_unit("labour_market", organisation))
        person = make_person(make_colleague("social_worker", make_unit("social_service", organisation)))
        page = reverse("projects:let_in", args=[person.pk])
        sent = {"form": "let_in", "let_in-coordinator": north.pk}
        assert post(client, consultant, page, **sent).status_code == 404, "is none of hers"
        person.grants.create(unit=consultant.unit, scope="plan", basis="assignment", given_by=consultant)
        assert post(client, consultant, page, **sent).status_code == 302
        with as_(north):
            assert person.__class__.objects.get() == person
        far = join(leader, make_project(leader), "Söder")
        assert post(client, consultant, page, **{**sent, "let_in-coordinator": far.pk}).status_code == 422
        with as_(consultant), pytest.raises(Refused):
            operations.let_in(person=person, coordinator=far)


class TestFigures:
    @pytest.mark.requirement("R-179", "R-180", "R-181")
    def test_everybody_counts_once_as_of_the_last_month_and_few_are_hidden(self, client, leader):
        project = make_project(leader)
        north, south = join(leader, project, "Norr", 6, 6), join(leader, project, "Söder", 4, 4)
        first = [take_part(north, project, starts_on=OCTOBER) for _one in range(6)]
        for row in first:
            end(north, row, "work", date(2026, 10, 20))
        moved = take_part(south, project, first[0].person, starts_on=date(2026, 10, 20))
        end(south, moved, "closer", date(2026, 10, 25))
        for _one in range(5):
            end(south, take_part(south, project, starts_on=OCTOBER), "studies", date(2026, 10, 30))
        take_part(south, project, starts_on=TODAY)
        with as_(leader):
            said = figures(project, list(project.municipalities.select_related("organisation")), [])
        assert (said.as_of, said.planned, said.told.started) == (date(2026, 10, 31), 20, 11)
        assert (said.told.achieved, said.told.results["work"], said.told.results["studies"]) == (11, 6, 5)
        assert [(part.name, part.started) for part in said.told.parts] == [("Norr", 6), ("Söder", 5)]
        assert list(said.goal) == [12, 7, 7]
        shown = page_of(client, leader, project)
        assert "11 av 20" in shown
        assert "31 oktober 2026" in shown
        assert "Samira" not in shown

    def test_the_page_and_the_list_ask_as_much_for_many_as_for_one(self, client, leader, django_assert_max_num_queries):
        project = make_project(leader)
        north = join(leader, project, "Norr")
        take_part(north, project)
        page, listed = (reverse(f"projects:{name}", args=[project.pk]) for name in ("project", "participants"))

        def asked(who, address):
            sign_in(client, who)
            with django_assert_max_num_queries(25) as captured:
                assert client.get(address).status_code == 200
            return len(captured.captured_queries)

        few = [asked(leader, page), asked(north, page), asked(north, listed)]
        for name in ("Söder", "Öster"):
            take_part(join(leader, project, name), project)
            take_part(north, project)
        assert [asked(leader, page), asked(north, page), asked(north, listed)] == few
