"""Plan and placement say the same: what differs stands on the placement and on the start page, with one door."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.desk.work import day_of
from trappan.placements.operations import change_week
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Plan
from trappan.plans.testing import put_in_week
from trappan.schedules.week import read_week
from trappan.staff.testing import as_
from trappan.testing import TODAY, markup, sign_in

pytestmark = pytest.mark.django_db


def decide(case):
    """Decide a plan with activity on Mondays and Thursdays, as the case's consultant."""
    with as_(case.responsible) as actor:
        plan = plans.write_plan(
            case=case,
            today=actor.today,
            goal="Arbete",
            weekly_minutes=2400,
            hours_reason="",
            review_on=actor.today + timedelta(days=9),
        )
        put_in_week(plan, kind="activity", week=read_week("mån 9-12, tor 9-12"))
        plans.consult(case=case, today=actor.today, with_whom="employment_service", held_on=actor.today, outcome="Ok")
        plan.refresh_from_db()
        plans.agree_plan(plan=plan, today=actor.today, agreed_on=actor.today, agreed_how="meeting")
        plans.decide_plan(plan=Plan.objects.get(pk=plan.pk), by=actor)


def test_the_placement_and_the_start_page_say_what_differs_until_it_does_not(town, planned, client, today):
    decide(planned)
    placed = make_placement(
        town.jonna, person=planned.person, activity=town.cafe, starts_on=TODAY, week="mån 9-12, fre 9-12"
    )
    sign_in(client, town.jonna)
    address = reverse("placements:placement", args=[placed.pk])
    page = markup(client.get(address))
    assert "<strong>tors 9–12</strong><span>Står i planen, men ingen placering då" in page
    assert "<strong>fre 9–12</strong><span>Placerad, men står inte i planen" in page
    week = reverse("plans:week", args=[planned.pk])
    assert f'href="{week}"' in page
    with as_(town.jonna) as actor:
        doors = [row.door_url for box in day_of(actor).boxes for row in box.rows]
    assert week in doors
    with as_(town.jonna):
        same = read_week("mån 9-12, tor 9-12")
        change_week(placement=placed, week=same, from_day=TODAY, today=TODAY)
    assert "säger olika tider" not in markup(client.get(address))
    with as_(town.jonna) as actor:
        assert week not in [row.door_url for box in day_of(actor).boxes for row in box.rows]
