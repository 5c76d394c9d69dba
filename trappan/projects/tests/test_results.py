"""A project's results to take along: every number with of whom and as of which day, and the final report as it was."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from trappan import database
from trappan.documents.testing import faults, said
from trappan.projects import operations
from trappan.projects.models import FinalReport
from trappan.projects.testing import end, join, make_leader, make_project, own_of, say_what_goes_on, take_part
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_
from trappan.testing import TODAY, sign_in
from trappan.ui.testing import sheet

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 5)


@pytest.fixture
def town(today):
    """A project of two municipalities: six who work in the one, three in the other, with money and a part of it."""

    class Town:
        leader = make_leader()
        project = make_project(leader, ends_on=date(2026, 11, 10))
        north, south = join(leader, project, "Norr"), join(leader, project, "Söder")

    with as_(Town.leader):
        operations.add_funding(project=Town.project, kind="fund", budget_ore=2_000_000)
        lots = operations.add_sub_initiative(
            project=Town.project, municipality=own_of(Town.north, Town.project), name="Lots", theme="Plats", planned=9
        )
    for _one in range(6):
        end(
            Town.north,
            take_part(Town.north, Town.project, starts_on=DAY, sub_initiative=lots),
            "work",
            date(2026, 10, 20),
        )
    for _one in range(3):
        take_part(Town.south, Town.project, starts_on=DAY)
    return Town


def got(client, who, project, page, *more):
    sign_in(client, who)
    return client.get(reverse(f"projects:{page}", args=[project.pk, *more]))


@pytest.mark.requirement("R-108", "R-215", "R-181")
def test_every_number_of_the_sheet_says_of_whom_and_as_of_when_and_few_are_hidden(client, town):
    answer = got(client, town.leader, town.project, "results")
    rows = [tuple(row) for row in sheet(answer.content)][1:]
    assert {row[-1] for row in rows} == {"31 oktober 2026"}
    assert ("Deltagare", "Började", "9", "av de planerade", "40", "22,5\u00a0%", "31 oktober 2026") in rows
    assert ("Norr, Söder", "Började", "9", "av de planerade", "40", "22,5\u00a0%", "31 oktober 2026") in rows
    assert [row[2] for row in rows if row[:2] == ("Resultat", "Arbete")] == ["döljs"] * 3
    assert [row[2] for row in rows if row[0] == "Lots"] == ["döljs"] * 4, "three of the municipality are not in it"


@pytest.mark.requirement("R-108", "R-215")
def test_pages_to_show_are_wide_and_hold_the_standards_and_pictures_come_alone(client, town):
    answer = got(client, town.leader, town.project, "slides")
    assert faults(answer.content) == []
    words = said(answer.content)
    for told in ("Norr, Söder", "31 oktober 2026", "döljs", "22,5 %", "20 000 kr", "planerade, till och med 31"):
        assert told in words, told
    picture = got(client, town.leader, town.project, "picture", "municipalities")
    assert picture["Content-Type"].startswith("image/svg+xml")
    assert "9 av 40" in picture.content.decode()
    assert got(client, town.leader, town.project, "picture", "other").status_code == 404


def test_nobody_but_the_leader_takes_them(client, town):
    another = make_leader("Ett annat förbund")
    for page, *more in (("slides",), ("results",), ("picture", "results"), ("final_report",)):
        assert got(client, town.north, town.project, page, *more).status_code == 403
        assert got(client, another, town.project, page, *more).status_code == 404


@pytest.mark.requirement("R-215", "R-182")
def test_the_final_report_is_made_of_rows_and_stays_as_it_was(client, town):
    assert got(client, town.leader, town.project, "final_report").status_code == 404
    with as_(town.leader), pytest.raises(DatabaseError, match="goes on"), transaction.atomic():
        FinalReport.objects.create(project=town.project, facts={})
    say_what_goes_on(town.leader, town.project)
    with as_(town.leader):
        operations.finish_project(project=town.project, report="Det gick bra.\n\nLotsen går vidare.")
        assert database.execute("SELECT FROM projects_finalreport") == 1
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            database.execute("UPDATE projects_finalreport SET facts = '{}'")
    set_today(date(2027, 2, 1))
    database.execute("UPDATE people_person SET gender = 'M'")
    answer = got(client, town.leader, town.project, "final_report")
    set_today(TODAY)
    assert faults(answer.content) == []
    words = said(answer.content)
    for told in ("Lotsen går vidare.", "9 november 2026", "av de planerade", "20 000 kr", "Norr, Söder", "100,00 %"):
        assert told in words, told
    with as_(town.north):
        assert not database.query("SELECT FROM projects_finalreport")
