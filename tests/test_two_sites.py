"""One person at a municipal site and a partner's at once: neither reads a row or opens a page of the other's."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from trappan.activities.models import Activity, Crew
from trappan.attendance import operations as attendance
from trappan.cases.testing import make_case
from trappan.placements import operations as placements
from trappan.placements.testing import make_placement
from trappan.plans import operations as plans
from trappan.plans.models import Goal, LadderStep
from trappan.plans.testing import make_plan
from trappan.schedules.clock import now
from trappan.staff.testing import as_, make_colleague, make_organisation, make_unit
from trappan.testing import sign_in

pytestmark = pytest.mark.django_db
# Every table that holds a site's own rows about a person.
TABLES = (
    "placements_placement",
    "attendance_attendance",
    "placements_suspension",
    "placements_daychange",
    "placements_notice",
    "placements_introduction",
    "placements_proposedchange",
    "attendance_report",
    "attendance_incident",
    "attendance_supportaction",
    "placements_crewmember",
    "placements_session",
    "attended_time",
    "plans_goal",
    "plans_observation",
    "plans_proposedstep",
)


@pytest.fixture
def two(today):
    """The person's case, and for each of the two sites its placement and its supervisor."""
    case = make_case()
    make_plan(case)
    partner = make_organisation("Stadsmissionen", kind="partner", basis="provider")
    found = []
    for name, unit, week in (
        ("Café", make_unit("site"), "tor 9-12, mån 9-12"),
        ("Butiken", make_unit("site", partner), "tor 13-16, tis 9-12"),
    ):
        activity = Activity.objects.create(
            code=name,
            name=name,
            unit=unit,
            kind="workplace",
            places=3,
            starts_on=date(2021, 1, 1),
            support_offered="Samtal",
        )
        supervisor = make_colleague("supervisor", unit)
        placement = make_placement(case.responsible, person=case.person, activity=activity, week=week, starts_on=today)
        fill(case, placement, supervisor, today)
        found.append((placement, supervisor))
    return case, found


def fill(case, placement, supervisor, today):
    """Let the site and the consultant write one of everything about the person there."""
    crew = Crew.objects.create(activity=placement.activity, name=f"Lag {placement.activity.name}")
    week = timedelta(days=7)
    with as_(supervisor) as actor:
        about = {"person_id": case.person_id, "unit_id": actor.unit_id, "today": today}
        attendance.record_attendance(placement=placement, day=today, by=actor, mark="present")
        placements.tell_beforehand(placement=placement, day=today + week, today=today)
        placements.propose_change(placement=placement, kind="end", from_day=today + 9 * week, today=today, reason="Bra")
        attendance.report(placement=placement, today=today, going="steady", text="Stadigt")
        attendance.record_incident(
            placement=placement, day=today, today=today, kind="near", text="Halkade", done="Torkade"
        )
        placements.join_crew(placement=placement, crew=crew, starts_on=today)
        plans.set_site_goal(title=f"Mål {placement.activity.name}", due_on=today + week, **about)
        plans.observe(person_id=case.person_id, unit_id=actor.unit_id, day=today, text="Hälsade")
        plans.propose_step(step=LadderStep.objects.get(ladder__is_main=True, number=2), evidence="Kom", **about)
    with as_(case.responsible):
        attendance.ask_support(placement=placement, asked="Ring")
        placements.suspend(
            placement=placement, starts_on=today + 2 * week, ends_on=today + 2 * week + timedelta(days=1)
        )
        placements.change_day(placement=placement, day=today + 3 * week, today=today)


@pytest.mark.requirement("R-238")
def test_each_reads_its_own_rows_and_none_of_the_others(two):
    _case, sites = two
    for placement, supervisor in sites:
        with as_(supervisor), connection.cursor() as cursor:
            for table in TABLES:
                cursor.execute(f"SELECT DISTINCT unit_id FROM {table}")
                assert cursor.fetchall() == [(placement.unit_id,)], table


def test_neither_finds_what_staff_found_nor_writes_in_the_others_name(two):
    case, ((here, tor), (there, sara)) = two
    with as_(case.responsible) as actor:
        attendance.talk(
            case=case, by=actor, happened_at=now(), what="x", own_words="Jag", support=["times"], result="goes_on"
        )
    for supervisor, other in ((tor, there), (sara, here)):
        with as_(supervisor), connection.cursor() as cursor:
            for table in (
                "attendance_dialogue",
                "attendance_finding",
                "placements_toldreason",
                "plans_plan",
                "cases_note",
            ):
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert cursor.fetchone() == (0,), table
            for table in ("attendance_attendance", "attendance_supportaction", "plans_goal"):
                column = {
                    "attendance_attendance": "minutes",
                    "attendance_supportaction": "outcome",
                    "plans_goal": "evidence",
                }[table]
                cursor.execute(f"UPDATE {table} SET {column} = {column} WHERE unit_id = %s", [other.unit_id])
                assert cursor.rowcount == 0, table


def test_every_page_of_the_other_site_is_answered_as_nobodys(two, client):
    _case, ((here, tor), (there, sara)) = two
    for supervisor, own, other in ((tor, here, there), (sara, there, here)):
        sign_in(client, supervisor)
        for name in ("there", "report", "incident", "site_step"):
            assert client.get(reverse(f"attendance:{name}", args=[own.pk])).status_code == 200, name
            assert client.get(reverse(f"attendance:{name}", args=[other.pk])).status_code == 404, name
        goal = Goal.objects.get(unit_id=other.unit_id)
        for placement in (own, other):
            assert client.get(reverse("attendance:tick", args=[placement.pk, goal.pk])).status_code == 404
        assert client.get(reverse("placements:proposal", args=[other.pk])).status_code == 404
        for name in ("describe", "groups"):
            status = client.get(reverse(f"activities:{name}", args=[other.activity_id])).status_code
            assert status in (403, 404), name
        for name, key in (("absence", own.person_id), ("write_grounds", own.person_id)):
            assert client.get(reverse(f"requirement:{name}", args=[key])).status_code == 403
        for name in ("attendance:progress", "attendance:attendance", "attendance:month_document", "placements:place"):
            assert client.get(reverse(name, args=[own.person_id])).status_code == 403
        page = client.get(reverse("attendance:here")).content.decode()
        assert own.activity.name in page
        assert other.activity.name not in page
