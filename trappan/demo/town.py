"""Put the invented town into an empty database: the same town for the same seed and scale."""

from datetime import date
from random import Random

from django.db import transaction

from trappan import database
from trappan.demo.absence import away
from trappan.demo.bulk import in_bulk
from trappan.demo.clock import TODAY
from trappan.demo.company import company
from trappan.demo.fixed import fixed_people
from trappan.demo.lives import Lives
from trappan.demo.partners import agreed_with
from trappan.demo.places import build
from trappan.demo.rows import Rows
from trappan.demo.sites import at_the_sites
from trappan.rules.models import RuleSet
from trappan.schedules.models import Clock

ORDER = (
    "staff_organisation",
    "staff_unit",
    "staff_colleague",
    "staff_user",
    "staff_membership",
    "partnerships_agreement",
    "partnerships_amendment",
    "partnerships_partnercheck",
    "people_person",
    "people_number",
    "people_contact",
    "people_household",
    "people_householdmember",
    "people_grant",
    "people_consent",
    "assistance_application",
    "assistance_supportmonth",
    "demo_case",
    "plans_mapping",
    "cases_meeting",
    "cases_referral",
    "plans_plan",
    "plans_planpart",
    "plans_consultation",
    "requirement_exemption",
    "requirement_activityrequest",
    "plans_goal",
    "plans_observation",
    "plans_stepevidence",
    "plans_stepmove",
    "plans_proposedstep",
    "cases_note",
    "cases_objection",
    "cases_stall",
    "plans_selfrating",
    "cases_handover",
    "activities_activity",
    "placements_placement",
    "placements_placementend",
    "activities_seatuse",
    "placements_closure",
    "placements_introduction",
    "placements_proposedchange",
    "attendance_attendance",
    "placements_toldreason",
    "attendance_dialogue",
    "attendance_finding",
    "attendance_report",
    "attendance_incident",
    "attendance_supportaction",
    "activities_theme",
    "activities_crew",
    "activities_crewjob",
    "requirement_grounds",
    "requirement_decision",
    "outcomes_exit",
    "history_event",
)

FULL = """
SELECT a.name FROM activities_activity a WHERE activities_too_many(a.id, 0, 10080, %s, NULL)
"""


# Large tables that nothing looks up in while the town is made.
UNREAD = (
    "people_grant",
    "assistance_supportmonth",
    "cases_note",
    "plans_stepevidence",
    "plans_stepmove",
    "placements_introduction",
    "attendance_attendance",
    "placements_toldreason",
    "attendance_finding",
    "history_event",
)

# Cases wait here until all are known: they are numbered in the order in which they were opened.
WAITING = "CREATE TEMPORARY TABLE demo_case AS TABLE cases_case WITH NO DATA"
NUMBERED = """
INSERT INTO cases_case (number, {columns})
SELECT year || '-' || lpad(serial::text, GREATEST(4, length(serial::text)), '0'), {columns}
FROM (SELECT *, row_number() OVER (PARTITION BY year ORDER BY opened_on, id) AS serial
  FROM (SELECT *, extract(year FROM opened_on)::int AS year FROM demo_case) k) numbered ORDER BY id
"""
SERIALS = """
INSERT INTO cases_caseserial (year, latest)
SELECT extract(year FROM opened_on)::int, count(*) FROM demo_case GROUP BY 1 ORDER BY 1
"""


NEW_YEAR = date(2027, 1, 1)


class TownIsWrong(Exception):
    """The town breaks a rule that the guards would have refused."""


@transaction.atomic
def found_town(*, scale: float = 1.0, seed: int = 1) -> dict[str, int]:
    """Make the town and return how many rows each table got. The database must be empty of people."""
    random = Random(seed)
    rows = Rows(ORDER)
    Clock.objects.update_or_create(only=True, defaults={"day": TODAY})
    decide_next_rules()
    tables = [table.replace("demo_case", "cases_case") for table in ORDER]
    with in_bulk(tables, unread=UNREAD, unguarded=["activities_seatuse"]):
        database.execute(WAITING)
        town = build(rows, random, scale)
        agreed_with(rows, town)
        lives = Lives(rows, random, town, scale)
        fixed_people(lives)
        company(lives)
        at_the_sites(lives)
        away(lives)
        lives.make()
        rows.send()
        database.execute(NUMBERED.format(columns=", ".join(rows.columns["demo_case"])))
        years = database.execute(SERIALS)
        database.execute("DROP TABLE demo_case")
    rows.counted["cases_case"] = rows.counted.pop("demo_case")
    rows.follow_on()
    # Seats were loaded past the guard of the last place: see that it would have agreed.
    if database.query(FULL, [TODAY]):
        raise TownIsWrong("an activity has more people than places")
    return {**rows.counted, "cases_caseserial": years}


def decide_next_rules() -> None:
    """Let the town's board have decided a third version of the rules: closer follow-up from new year."""
    latest = RuleSet.objects.get(valid_to=None)
    if latest.valid_from >= NEW_YEAR:
        return
    RuleSet.objects.filter(pk=latest.pk).update(valid_to=NEW_YEAR)
    RuleSet.objects.create(
        name="Aktivitetskrav, tätare uppföljning",
        valid_from=NEW_YEAR,
        source="Påhittat beslut av Ekelundas nämnd: uppföljning var sextionde dag.",
        parameters={**latest.parameters, "review_interval_days": 60, "exemption_warning_days": 45},
    )


def analyze() -> None:
    """Let the planner know the town, and read whole months without fetching rows; outside any transaction."""
    database.execute("VACUUM (ANALYZE)")
