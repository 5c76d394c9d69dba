"""A project is decided by a paper that says what is planned in it; a draft is its leader's alone."""

import re

import pytest
from django.urls import reverse

from trappan.documents.testing import faults, said
from trappan.projects import operations
from trappan.projects.models import ProjectPaper
from trappan.projects.testing import join, make_leader, make_project, own_of, take_part
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db
WHO = {"officer": "Pelle, utredare", "manager": "Karin", "reference": "KF2017-3"}


@pytest.fixture
def town(today):
    class Town:
        leader, other = make_leader(), make_leader("Ett annat förbund")
        project = make_project(leader, name="Tillsammans")
        north = join(leader, project, "Norr")

    with as_(Town.leader):
        operations.add_funding(project=Town.project, kind="fund", budget_ore=1_400_000_000)
        operations.add_funding(project=Town.project, kind="time", budget_ore=700_000_000)
        norr = own_of(Town.north, Town.project)
        operations.add_sub_initiative(project=Town.project, municipality=norr, name="Kalejdo", theme="Teori", planned=9)
        operations.set_cooperation_goal(project=Town.project, wording="Håller", shown_by="Träffar", due_on=TODAY)
        Town.paper = operations.begin_paper(project=Town.project, **WHO)
    return Town


def address(paper):
    return reverse("projects:decision_paper", args=[paper.pk])


@pytest.mark.requirement("R-055", "R-178")
def test_it_says_parts_money_with_shares_and_goals_and_nothing_that_is_counted(client, town):
    take_part(town.north, town.project)
    sign_in(client, town.leader)
    assert "Projektet Tillsammans" in client.get(reverse("projects:project", args=[town.project.pk])).content.decode()
    shown = client.get(address(town.paper)).content.decode().replace("\xa0", " ")
    for words in (
        "Norr: 20 planerade",
        "Kalejdo: 9 planerade. Teori",
        "14 000 000 kr (66,67 %)",
        "7 000 000 kr (33,33 %)",
        "21 000 000 kr",
        "minst 60 % med arbete, studier eller praktik",
        "Håller. Visas av: Träffar",
    ):
        assert words in shown, words
    assert "har ändrats sedan det sparades" not in shown
    printed = client.get(reverse("projects:print_paper", args=[town.paper.pk])).content
    assert faults(printed) == []
    assert "14 000 000 kr" in said(printed)


def test_a_draft_is_its_leaders_and_what_is_decided_is_read_in_the_project(client, town):
    def answer(who):
        sign_in(client, who)
        return client.get(address(town.paper)).status_code

    assert [answer(who) for who in (town.leader, town.north, town.other)] == [200, 404, 404]
    with as_(town.north):
        assert not ProjectPaper.objects.exists()
    sign_in(client, town.leader)
    for form, fields in (
        ("write", {**WHO, "title": "Åtta kommuner", "consultation": "S", "mbl": "M", "recipients": "Norr"}),
        ("decide", {"decided_on": TODAY, "body": "Direktionen"}),
    ):
        name = {"write": "edition", "decide": "read"}[form]
        page = markup(client.get(address(town.paper)))
        fields[name] = re.search(rf'name="{form}-{name}" value="([^"]+)"', page)[1]
        sent = {f"{form}-{key}": value for key, value in fields.items()}
        assert client.post(address(town.paper), {"acting_as": town.leader.pk, "form": form, **sent}).status_code == 302
    assert [answer(who) for who in (town.north, town.other)] == [200, 404]
    sign_in(client, town.north)
    assert "Beslutad" in client.get(address(town.paper)).content.decode()
    assert "Åtta kommuner" in client.get(reverse("projects:project", args=[town.project.pk])).content.decode()
