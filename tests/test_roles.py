"""What each role does, through the pages, and what the same page answers to the others."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.testing import APPLICATION
from trappan.activities.models import Capacity
from trappan.attendance.models import Attendance, Dialogue
from trappan.cases.models import Case, Referral
from trappan.people.models import Person
from trappan.placements.models import Introduction, Placement
from trappan.placements.testing import make_placement, offer
from trappan.plans.models import Mapping, Plan, StepMove
from trappan.plans.testing import FINISHED
from trappan.requirement.models import Exemption
from trappan.schedules.testing import set_today
from trappan.staff.testing import make_colleague, make_unit
from trappan.testing import text
from trappan.ui.testing import pressed

pytestmark = pytest.mark.django_db
EXEMPT = {
    "form": "exempt",
    "exempt-kind": "sick_pay",
    "exempt-starts_on": "2026-11-01",
    "exempt-ends_on": "2026-11-30",
    "exempt-evidence": "Intyg 3 november",
}
PLANNED = {"plan-goal": "Arbete", "plan-weekly_hours": "40", "plan-review_on": "2027-01-10"}


@pytest.mark.requirement("R-040")
def test_a_social_worker_receives_maps_decides_and_reads_attendance_but_neither_plans_nor_marks(town, send, today):
    """All but one thing: what a site has seen is read by her too, though the row keeps informal notes from her."""
    assert send(town.jonna, "/applications/", **APPLICATION).status_code == 403
    send(town.ulla, "/applications/", **APPLICATION)
    farid = Person.objects.get()
    opened = reverse("cases:open_case", args=[farid.pk])
    assert send(town.ulla, opened, unit=town.labour.pk, responsible=town.jonna.pk).status_code == 200
    case = Case.objects.get()
    send(town.ulla, reverse("plans:mapping", args=[case.pk]), finish="yes", held_on="2026-11-12", **FINISHED)
    assert Mapping.objects.get().author_id == town.ulla.pk
    requirement = reverse("requirement:requirement", args=[farid.pk])
    send(town.jonna, requirement, **EXEMPT)
    assert not Exemption.objects.exists(), "a consultant decides nothing of that"
    send(town.ulla, requirement, **EXEMPT)
    assert Exemption.objects.get().decided_by_id == town.ulla.pk
    placement = make_placement(town.jonna, person=farid, activity=town.cafe, starts_on=today)
    send(town.tor, "/day/", **{f"mark-{placement.pk}": "present"})
    shown = text(send(town.ulla, reverse("attendance:attendance", args=[farid.pk])))
    assert "100 procent av tiden som räknas" in shown
    send(town.ulla, reverse("plans:plan", args=[case.pk]), form="plan", **PLANNED)
    assert not Plan.objects.exists()
    for name in ("placements:place", "plans:step"):
        assert send(town.ulla, reverse(name, args=[farid.pk])).status_code == 403, name
    assert send(town.ulla, "/day/", **{f"mark-{placement.pk}": "absent_told"}).status_code == 403


@pytest.mark.requirement("R-041")
def test_a_consultant_has_the_case_plans_refers_and_talks_about_absence(town, planned, send, today):
    """All that the row names but the hand-over to an employer team, which there is none of."""
    person, guidance = planned.person, make_unit("guidance", town.municipality)
    asks = {
        reverse("plans:plan", args=[planned.pk]): {"form": "plan", **PLANNED},
        reverse("cases:referrals", args=[planned.pk]): {"unit": guidance.pk, "purpose": "Validera betyg"},
        reverse("plans:step", args=[person.pk]): {
            "step": 1,
            "rated_by": "staff",
            "evidence": "Kom i tid",
            "day": "2026-11-12",
        },
        reverse("placements:place", args=[person.pk]): {
            "activity": town.cafe.pk,
            **pressed("tor 9-12"),
            "starts_on": "2026-11-12",
            "aim": "Öva",
        },
        reverse("requirement:absence", args=[person.pk]): {
            "form": "talk",
            "talk-day": "2026-11-11",
            "talk-at": "08:00",
            "talk-what": "Borta",
            "talk-own_words": "Bussen",
            "talk-support": ["travel"],
            "talk-result": "goes_on",
        },
    }
    kept = (Plan, Referral, StepMove, Placement, Dialogue)
    others = (make_colleague("consultant", town.labour), make_colleague("counsellor", guidance), town.karin, town.tor)
    for page, sent in asks.items():
        for other in others:
            assert send(other, page, **sent).status_code in (403, 404), (page, other.role)
    assert not any(table.objects.exists() for table in kept)
    for (page, sent), table in zip(asks.items(), kept, strict=True):
        assert send(town.jonna, page, follow=False, **sent).status_code == 302, page
        assert table.objects.count() == 1, page
    assert Case.objects.get().responsible_id == town.jonna.pk


@pytest.mark.requirement("R-042")
def test_a_site_leader_leads_the_site_its_places_its_marks_and_its_introductions(town, planned, send, client, today):
    leader = make_colleague("site_leader", town.site)
    elsewhere = make_colleague("site_leader", make_unit("site", town.municipality))
    cafe = reverse("activities:activity", args=[town.cafe.pk])
    more = {"form": "places", "places-places": "3", "places-starts_on": "2026-11-12", "places-reason": "Ny kollega"}
    for other in (town.tor, elsewhere, town.jonna):
        send(other, cafe, **more)
        assert not Capacity.objects.exists(), other.role
        assert send(other, reverse("activities:describe", args=[town.cafe.pk])).status_code in (403, 404), other.role
        assert send(other, reverse("placements:close", args=[town.cafe.pk])).status_code in (403, 404), other.role
    send(leader, cafe, **more)
    assert Capacity.objects.get().places == 3
    assert "0 av 3" in text(client.get(cafe))
    placement = offer(planned, town.cafe)
    send(leader, reverse("placements:proposal", args=[placement.pk]), answer="yes")
    there = reverse("attendance:there", args=[placement.pk])
    introduced = {"form": "introduce", "introduce-points": town.cafe.introduction_points, "introduce-day": "2026-11-12"}
    assert send(elsewhere, there, **introduced).status_code == 404
    send(leader, "/day/", **{f"mark-{placement.pk}": "present"})
    assert not Attendance.objects.exists(), "safety first"
    send(leader, there, **introduced)
    assert Introduction.objects.get().placement_id == placement.pk
    send(leader, "/day/", **{f"mark-{placement.pk}": "present"})
    assert Attendance.objects.get().author_id == leader.pk
    set_today(today + timedelta(days=10))
    longer_ago = reverse("attendance:day") + "?day=2026-11-12"
    for who, mark in ((town.tor, "present"), (leader, "absent_told")):
        send(
            who,
            longer_ago,
            day="2026-11-12",
            why="Ringde på morgonen",
            **{f"mark-{placement.pk}": "absent_told", f"seen-{placement.pk}": "present"},
        )
        assert Attendance.objects.get().mark == mark, "what is older than a week is the leader's to correct"
