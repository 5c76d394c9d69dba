"""The Social Fund's indicators by code: only what rows say, and never more than is told elsewhere."""

from datetime import date

import pytest
from django.urls import reverse

from trappan.projects.esf import ages_told, indicators
from trappan.projects.figures import figures
from trappan.projects.models import Project
from trappan.projects.testing import join, make_leader, make_project, take_part
from trappan.projects.told import Counts, told
from trappan.rules.models import Code
from trappan.staff.testing import as_
from trappan.testing import markup, sign_in

RESULTS = ("work", "studies", "internship", "closer", "none", "there")


def counts(**about):
    found = dict(zip(RESULTS, (30, 3, 20, 10, 10, 27), strict=True))
    return Counts(municipalities={1: found}, genders={"K": 55, "M": 45}, **about)


def codes(*names):
    return [Code(code=name, label_sv=name, label_en=name, position=0, valid_from=date(2021, 1, 1)) for name in names]


def test_a_code_says_what_the_page_says_and_hides_what_it_hides():
    given = counts(groups={"disability": {"K": 20, "M": 30}, "long_unemployed": {"K": 2, "M": 40}})
    said = told(given, {1: ("Ett", 120)}, {})
    known, unknown = indicators(
        codes("EECO01", "EECO02", "EECO03", "EECO12", "EECR02", "EECR04"), "EECO12 EECR04", said, given
    )
    by_code = {one.code: one for one in known}
    assert (by_code["EECO01"].number, by_code["EECO01"].women, by_code["EECO01"].men) == (100, 55, 45)
    assert (by_code["EECO12"].number, by_code["EECO12"].women, by_code["EECO12"].is_confirmed) == (50, 20, True)
    assert (by_code["EECO03"].number, by_code["EECO03"].women, by_code["EECO03"].is_confirmed) == (42, None, False)
    assert by_code["EECR02"].number is None, "three are few"
    assert by_code["EECR04"].number == said.results["work"]
    assert not by_code["EECR04"].by_sex
    assert [one.code for one in unknown] == ["EECO02"], "whether somebody was out of work nobody has written down"


def test_ages_make_up_everybody_so_that_few_take_others_with_them():
    bands = {("under_18",), ("18_24", "25_29"), ("over_54",)}
    ages = {"under_18": 3, "18_24": 20, "25_29": 10, "30_54": 60, "over_54": 7}
    hidden = ages_told(counts(ages=ages), bands)
    assert hidden == {("under_18",): None, ("18_24", "25_29"): 30, ("over_54",): None}
    all_told = ages_told(counts(ages={**ages, "under_18": 0, "unknown": 3}), bands)
    assert all_told == {("under_18",): 0, ("18_24", "25_29"): 30, ("over_54",): 7}
    near = ages_told(counts(ages=ages | {"under_18": 0, "unknown": 3}, groups={"young": {"K": 28}}), bands)
    assert near[("18_24", "25_29")] is None, "two of that age are not among the young that coordinators wrote down"
    assert len([one for one in near.values() if one is None]) > 1


@pytest.mark.django_db
class TestOnThePage:
    def test_codes_of_the_day_when_the_project_began_are_counted_from_numbers_in_the_monthly_count(self, client, today):
        leader = make_leader()
        project = make_project(leader, starts_on=date(2026, 3, 1))
        north = join(leader, project, "Norr")
        for _one in range(6):
            take_part(north, project, starts_on=date(2026, 10, 5))
        with as_(leader):
            said = figures(project, list(project.municipalities.select_related("organisation")), [])
        assert sum(said.counts.ages.values()) == said.told.started == 6
        page = reverse("projects:project", args=[project.pk])
        sign_in(client, leader)
        shown = markup(client.get(page))
        for expected in ("EECO01", "EECO07", "EECR04", "innebörden är osäker", "innebörden är bekräftad", "EECO05"):
            assert expected in shown, expected
        assert "CO06 " not in shown.replace("EECO06 ", "")
        Project.objects.update(starts_on=date(2017, 9, 1))
        shown = markup(client.get(page))
        assert "CO16" in shown
        assert "EECO12" not in shown, "not in force when the project began"
        sign_in(client, north)
        assert "CO16" not in markup(client.get(page)), "sums are the leader's"

    @pytest.mark.requirement("R-232", "R-253")
    def test_no_share_stands_without_what_it_is_of_nor_a_count_without_its_day(self, client, today):
        leader = make_leader()
        project = make_project(leader)
        north = join(leader, project, "Norr")
        for _one in range(6):
            take_part(north, project, starts_on=date(2026, 10, 5))
        with as_(leader):
            said = figures(project, list(project.municipalities.select_related("organisation")), [])
        assert all(len(line.shares) == 3 for line in said.lines)
        sign_in(client, leader)
        shown = client.get(reverse("projects:project", args=[project.pk])).content.decode().replace("\u00a0", " ")
        results = shown.partition('aria-labelledby="h-results"')[2].partition("</section>")[0]
        rows = results.partition("<tbody")[2].partition("</tbody>")[0].split("</tr>")[:-1]
        assert len(rows) == 5
        for row in rows:
            for of in ("av de planerade", "av dem som börjat", "av dem som slutat"):
                assert row.count(f'data-label="{of}"') == 1, row
        assert "Hittills: till och med 31 oktober 2026" in shown
