"""The town's project of eight municipalities: what its book says from rows, and what each sees of it."""

import pytest
from django.urls import reverse

from trappan import database
from trappan.projects.figures import figures
from trappan.projects.models import Participation, Project
from trappan.staff.models import Membership
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _town(founded):
    with founded(0.01):
        yield


@pytest.mark.requirement("R-179", "R-180", "R-182")
def test_the_book_says_what_the_newspaper_said_from_rows(client):
    project, leader = Project.objects.get(), Membership.objects.get(role="project_leader")
    with as_(leader):
        parts, subs = (list(one.all()) for one in (project.municipalities, project.sub_initiatives))
        said = figures(project, parts, subs)
    told = said.told
    assert (told.started, said.planned, told.finished, told.there) == (382, 418, 331, 51)
    assert (told.achieved, told.results["closer"], told.women, told.men) == (267, 49, 203, 179)
    assert [one.started for one in told.groups if one.code == "long_unemployed"] == [268]
    assert {part.name: part.results["work"] for part in told.parts if part.results["work"] is None} == {
        "Påhittsmålas kommun": None,
        "Övningsholms kommun": None,
    }
    assert Participation.objects.values("person").distinct().count() == 382 < Participation.objects.count()
    sign_in(client, leader)
    shown = markup(client.get(reverse("projects:project", args=[project.pk]))).replace("\u00a0", " ")
    for said in ("382 av 418", "91,4 %", "69,9 %", "63,9 %", "80,7 %", "66,67 %", "50 239 kr", "54 974 kr"):
        assert said in shown, said


@pytest.mark.requirement("R-079")
def test_a_coordinator_sees_the_own_and_the_figures_of_the_town_are_still_told():
    ebba = Membership.objects.get(colleague__given_name="Ebba", role="project_coordinator")
    with as_(ebba):
        assert {row.unit_id for row in Participation.objects.all()} == {ebba.unit_id}
        assert Participation.objects.count() == 92
    with as_(Membership.objects.filter(role="director").first()):
        assert database.value("insight_sees_figures"), "who only takes part in a project is not served by the house"
