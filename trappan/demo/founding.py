"""Put the invented town into an empty database: the same town for the same seed and scale."""

from random import Random

from django.db import transaction

from trappan import database
from trappan.demo.bulk import in_bulk
from trappan.demo.cards import make_people
from trappan.demo.clock import TODAY
from trappan.demo.crowd import make_crowd
from trappan.demo.rooms import (
    activities,
    annual_reports,
    attendance,
    deliveries,
    departments,
    employers,
    goals,
    initiatives,
    outreach,
    partnerships,
    placements,
    projects,
    published,
    staff,
    sus,
)
from trappan.demo.rooms.agreements import agree
from trappan.demo.rooms.figures import stand_beside
from trappan.demo.rooms.how_it_goes import answer as answer_how_it_goes
from trappan.demo.rooms.matching import look_for_work, propose_starts
from trappan.demo.rooms.messages import remind, try_ways, write_letters
from trappan.demo.rooms.outcomes import answer_by_link
from trappan.demo.rooms.portal import hand_out, let_choose
from trappan.demo.rooms.rules import decide_next_rules, draft_rules
from trappan.demo.rows import Rows
from trappan.demo.tables import ORDER, UNREAD, WAITING, number_cases
from trappan.demo.town import Town
from trappan.schedules.models import Clock

FULL = """
SELECT a.name FROM activities_activity a WHERE activities_too_many(a.id, 0, 10080, %s, NULL)
"""


class TownIsWrong(Exception):
    """The town breaks a rule that the guards would have refused."""


@transaction.atomic
def found_town(*, scale: float = 1.0, seed: int = 1) -> dict[str, int]:
    """Make the town and return how many rows each table got. The database must be empty of people."""
    rows = Rows(ORDER)
    Clock.objects.update_or_create(only=True, defaults={"day": TODAY})
    decide_next_rules()
    tables = [table.replace("demo_case", "cases_case") for table in ORDER]
    with in_bulk(tables, unread=UNREAD, unguarded=["activities_seatuse"]):
        database.execute(WAITING)
        town = build(rows, Random(seed), scale)
        staff.before_2021(town)
        partnerships.agreements(town)
        town.open_days = attendance.open_days()
        # The people of the tour before the crowd, so that they keep their places.
        make_people(town)
        make_crowd(town)
        departments.drive(town, employers.register(town))
        employers.at_employers(town)
        goals.leaders(town)
        projects.colleagues(town)
        annual_reports.who_signs(town)
        rows.send()
        years = number_cases(rows.columns["demo_case"])
        initiatives.make_initiatives(scale)
        goals.make_goals(scale)
        draft_rules()
        try_ways()
        departments.reachable()
        stand_beside(town)
        answer_how_it_goes()
    rows.counted["cases_case"] = rows.counted.pop("demo_case")
    rows.follow_on()
    # What follows asks across the whole town: without it the planner takes every table for an empty one.
    database.execute("ANALYZE")
    remind()
    write_letters()
    projects.make_project()
    projects.decide()
    sus.register()
    look_for_work(town)
    agree()
    answer_by_link()
    hand_out()
    let_choose()
    deliveries.last_year()
    published.publish()
    partnerships.partnership()
    initiatives.decide()
    outreach.outreach()
    goals.make_effects()
    annual_reports.report_each_year()
    propose_starts()
    # Seats were loaded past the guard of the last place: see that it would have agreed.
    if database.query(FULL, [TODAY]):
        raise TownIsWrong("an activity has more people than places")
    return {**rows.counted, "cases_caseserial": years}


def build(rows: Rows, random: Random, scale: float) -> Town:
    """Make the town's frame: organisations, units, colleagues and activities.

    A large town has more areas of the usual size, each with its offices and workplaces. Only the
    first social services office grows with the town: lists are to be quick there too.
    """
    town = Town(rows, random, scale)
    administration = staff.organisations(town)
    areas = max(round(scale), 1)
    town.shares = staff.shares(len(staff.SOCIAL) * areas)
    for area in range(areas):
        labour = staff.offices(town, area, areas, administration)
        placements.close_for_holidays(town, activities.workplaces(town, area, areas, labour))
    return town


def analyze() -> None:
    """Let the planner know the town, and read whole months without fetching rows; outside any transaction."""
    database.execute("VACUUM (ANALYZE)")
