"""The week on a person's page: planned and attended as bars, the same in words, to those who may know."""

import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from trappan.activities.testing import make_activity
from trappan.attendance.operations import record_attendance
from trappan.cases.testing import make_case
from trappan.placements.testing import accept, offer
from trappan.plans import operations as plans
from trappan.plans.testing import make_mapping, put_in_week
from trappan.schedules.week import read_week
from trappan.staff.testing import as_, make_colleague
from trappan.testing import TODAY, markup, sign_in

LATE = {"mark": "partly", "came_at": 9 * 60 + 40}
pytestmark = pytest.mark.django_db


@pytest.fixture
def case(today):
    """A case whose plan has SFI, other studies in weeks A, job search in weeks B (46 is one), and work."""
    made = make_case()
    parts = (("sfi", "fre 9-12"), ("studies", "ons 9-15 a"), ("job_search", "mån 9-10 b"), ("work", "lör 10-14"))
    make_mapping(made)
    with as_(made.responsible) as actor:
        about = {"goal": "Arbete", "weekly_minutes": 600, "hours_reason": "Börjar lugnt"}
        plan = plans.write_plan(case=made, today=TODAY, review_on=TODAY.replace(month=12), **about)
        for kind, week in parts:
            put_in_week(plan, kind=kind, week=read_week(week))
        plans.consult(case=made, today=TODAY, with_whom="employment_service", held_on=TODAY, outcome="Ok")
        plan.refresh_from_db()
        plans.agree_plan(plan=plan, today=TODAY, agreed_on=TODAY, agreed_how="meeting")
        plan.refresh_from_db()
        plans.decide_plan(plan=plan, by=actor)
    return made


@pytest.fixture
def tor(case):
    """The supervisor of a café where the person came late today; she was away from the shop afterwards."""
    for name, week, mark in (("Butiken", "tor 13-15", {"mark": "absent_told"}), ("Café Vidingsjö", "tor 9-12", LATE)):
        activity = make_activity(name)
        made = make_colleague("supervisor", activity.unit)
        placement = offer(case, activity, week)
        accept(placement)
        with as_(made) as actor:
            record_attendance(placement=placement, day=TODAY, by=actor, **mark)
    return made


def week_on(client, reader, case):
    """Return the week as a colleague is shown it: its markup, and what it says."""
    sign_in(client, reader)
    page = markup(client.get(reverse("desk:person", args=[case.person_id])))
    shown = page[page.index('aria-labelledby="h-week"') :].split("</section>")[0]
    return shown, " ".join(strip_tags(shown.replace("<", " <")).replace("\u00a0", " ").split())


def test_bars_table_and_words_say_the_same(client, case, tor):
    shown, said = week_on(client, case.responsible, case)
    assert "Vecka 46" in said
    assert "Planerat 9 h av 10 h" in said, "five at the sites, three of SFI, one of job search"
    assert "På plats hittills 2 h 20 av 5 h" in said
    assert "Café Vidingsjö 3 h 2 h 20 0 h 40 0 h" in said, "planned, there, away, not marked"
    assert "Butiken 2 h 0 h 2 h 0 h" in said
    planned, attended = re.findall(r"<svg.*?</svg>", shown, re.DOTALL)[:2]
    drawn = [float(width) for width in re.findall(r'class="k-\w+" x="[\d.]+" width="([\d.]+)"', planned)]
    hour = max(drawn) / 3
    assert sorted(drawn) == pytest.approx([hour, 2 * hour, 3 * hour, 3 * hour], abs=1.1), "as wide as they are long"
    assert "Andra studier" not in said, "it is not a week A"
    assert attended.count('class="missed"') == 2, "late and away are told apart from being there"
    assert shown.count('aria-hidden="true"') >= 2, "who does not see the bars reads the numbers beside them"


def test_what_has_not_come_and_what_is_not_marked_is_no_absence(client, case):
    cafe = make_activity("Café")
    make_colleague("supervisor", cafe.unit)
    accept(offer(case, cafe, "tor 9-12, fre 13-16"))
    _shown, said = week_on(client, case.responsible, case)
    assert "På plats hittills inget markerat än" in said
    assert "3 timmar är inte markerade än och räknas inte" in said


def test_a_site_sees_the_days_that_are_its_own_and_no_share(client, case, tor):
    shown, said = week_on(client, tor, case)
    assert "9–12 Café Vidingsjö" in said
    assert 'class="bars"' not in shown
    assert "Planerat" not in said
    assert "Butiken" not in said
    assert "Sfi" not in said, "the plan is not the site's"
