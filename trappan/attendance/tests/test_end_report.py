"""When somebody leaves: the end report closes the site's open goals, and is reached for the hand-over days."""

from datetime import timedelta

import pytest
from django.urls import reverse

from trappan.attendance.models import Report
from trappan.attendance.operations import Closing, report
from trappan.attendance.testing import put, site_goal
from trappan.placements.operations import end_placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal
from trappan.refusals import Refused
from trappan.rules.rulesets import rules_on
from trappan.schedules.testing import set_today
from trappan.staff.testing import as_, make_colleague, make_unit
from trappan.testing import TODAY, sign_in

pytestmark = pytest.mark.django_db

LAST_DAY = TODAY + timedelta(days=4)
AFTER = LAST_DAY + timedelta(days=1)


@pytest.fixture
def leaving(planned, placement):
    """Somebody whose last day at the café is in four days."""
    with as_(planned.responsible):
        end_placement(placement=placement, ends_on=AFTER, kind="work")
    placement.refresh_from_db()
    return placement


def page(client, placement=None):
    address = reverse("attendance:there", args=[placement.pk]) if placement else "/here/"
    return " ".join(client.get(address).content.decode().split())


class TestDue:
    def test_the_day_after_the_last_day_and_missing_the_day_after_that(self, planned, leaving, tor, client):
        sign_in(client, tor)
        set_today(LAST_DAY)
        assert "Har slutat nyligen" not in page(client)
        assert "Skriv slutrapporten" in page(client, leaving), "on the last day it can be written"
        set_today(AFTER)
        assert "Slutrapport i dag" in page(client)
        assert "Slutrapporten ska skrivas i dag" in page(client, leaving)
        set_today(AFTER + timedelta(days=1))
        assert "Slutrapport saknas" in page(client)
        sign_in(client, planned.responsible)
        assert "Fråga arbetsplatsen" in client.get("/").content.decode()
        sign_in(client, tor)
        sent = {"acting_as": tor.pk, "going": "forward", "text": "Började på ett jobb"}
        assert client.post(f"/here/{leaving.pk}/report/", sent).status_code == 302
        assert "Slutrapport saknas" not in page(client)
        sign_in(client, planned.responsible)
        assert "Fråga arbetsplatsen" not in client.get("/").content.decode()

    def test_reached_for_the_hand_over_days_and_no_longer(self, leaving, tor, client):
        days = rules_on(TODAY).hand_over_days
        name = leaving.person.name
        sign_in(client, tor)
        set_today(AFTER + timedelta(days=days - 1))
        assert name in page(client)
        there = page(client, leaving)
        assert "Nytt mål" not in there
        assert "Föreslå en ändring" not in there
        assert "Slutrapport saknas" in there
        set_today(AFTER + timedelta(days=days))
        assert name not in page(client)
        assert client.get(reverse("attendance:there", args=[leaving.pk])).status_code == 404

    def test_one_that_never_began_asks_for_none(self, planned, placement, tor, client):
        with as_(planned.responsible):
            end_placement(placement=placement, ends_on=TODAY, kind="work")
        set_today(TODAY + timedelta(days=3))
        sign_in(client, tor)
        assert "Har slutat nyligen" not in page(client)


class TestGoals:
    def test_each_open_one_is_closed_with_how_it_went_and_a_word(self, leaving, tor, client):
        goals = [site_goal(tor, leaving, title) for title in ("Ta emot en beställning", "Stänga kassan")]
        set_today(AFTER)
        sign_in(client, tor)
        address = f"/here/{leaving.pk}/report/"
        asked = client.get(address).content.decode()
        assert all(f"Delmål: {goal.title}" in asked for goal in goals)
        sent = {"acting_as": tor.pk, "going": "forward", "text": "Slutar för ett jobb"}
        sent |= {f"goal_{goals[0].pk}": "reached", f"word_{goals[0].pk}": "Gör det själv varje dag"}
        refused = client.post(address, sent)
        assert refused.status_code == 422
        assert not Report.objects.exists()
        assert Goal.objects.open().filter(unit=tor.unit).count() == 2
        sent |= {f"goal_{goals[1].pk}": "partly", f"word_{goals[1].pk}": "Med hjälp"}
        assert client.post(address, sent).status_code == 302
        closed = Goal.objects.filter(unit=tor.unit).order_by("pk")
        assert [(one.staff_rating, one.evidence, one.reached_on) for one in closed] == [
            ("reached", "Gör det själv varje dag", AFTER),
            ("partly", "Med hjälp", None),
        ]

    def test_none_is_left_out_and_no_other_is_closed(self, planned, leaving, tor):
        goal = site_goal(tor, leaving)
        plans_own = Goal.objects.get(unit=None)
        set_today(AFTER)
        for closes in (
            [],
            [Closing(plans_own, "reached", "x")],
            [Closing(goal, "reached", "x")] * 2 + [Closing(plans_own, "not_yet", "x")],
        ):
            with as_(tor), pytest.raises(Refused, match="varje öppet delmål"):
                report(placement=leaving, today=AFTER, going="steady", text="x", closes=closes)
        assert not Report.objects.exists()

    def test_who_goes_on_there_keeps_the_goals(self, planned, cafe, leaving, tor, client):
        site_goal(tor, leaving)
        put(planned, cafe, "fre 9-12", starts_on=TODAY + timedelta(days=1))
        set_today(AFTER)
        sign_in(client, tor)
        assert "Delmål: " not in client.get(f"/here/{leaving.pk}/report/").content.decode()
        with as_(tor):
            report(placement=leaving, today=AFTER, going="steady", text="Byter dagar")
        assert Goal.objects.open().filter(unit=tor.unit).count() == 1

    def test_another_site_and_a_report_along_the_way_close_none(self, planned, placement, tor):
        goal = site_goal(tor, placement)
        with as_(tor):
            report(placement=placement, today=TODAY, going="steady", text="x")
        assert Goal.objects.open().filter(pk=goal.pk).exists()
        with as_(make_colleague("supervisor", make_unit("site"))), pytest.raises(Refused):
            plans.close_goal(goal=goal, today=TODAY, staff_rating="reached")
