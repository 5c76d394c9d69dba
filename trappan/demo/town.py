"""Put the invented town into an empty database: the same town for the same seed and scale."""

from random import Random

from django.db import connection, transaction

from trappan.demo.fixed import fixed_people
from trappan.demo.lives import TODAY, Lives
from trappan.demo.places import build
from trappan.demo.rows import Rows
from trappan.schedules.models import Clock

ORDER = (
    "staff_organisation", "staff_unit", "staff_colleague", "staff_user", "staff_membership",
    "people_person", "people_number", "people_contact", "people_household", "people_householdmember",
    "people_grant", "people_consent", "assistance_application", "assistance_supportmonth",
    "plans_case", "plans_caseserial", "plans_mapping", "plans_plan", "plans_goal", "plans_stepmove",
    "activities_activity", "activities_placement", "activities_seatuse", "activities_attendance",
    "outcomes_exit", "history_event",
)  # fmt: skip

FULL = """
SELECT a.name, p.peak, a.places FROM activities_activity a CROSS JOIN LATERAL (
  SELECT activities_peak(a.id, 0, 10080, %s, NULL) AS peak) p WHERE p.peak > a.places
"""


class TownIsWrong(Exception):
    """The town breaks a rule that the guards would have refused."""


@transaction.atomic
def found_town(*, scale: float = 1.0, seed: int = 1) -> dict[str, int]:
    """Make the town and return how many rows each table got. The database must be empty of people."""
    random = Random(seed)
    rows = Rows()
    town = build(rows, random, scale)
    lives = Lives(rows, random, town, scale)
    fixed_people(lives)
    lives.make()
    Clock.objects.update_or_create(only=True, defaults={"day": TODAY})
    rows.load(ORDER, unguarded=["activities_seatuse"])
    with connection.cursor() as cursor:
        # Seats were loaded past the guard of the last place: see that it would have agreed.
        cursor.execute(FULL, [TODAY])
        if cursor.fetchall():
            raise TownIsWrong("an activity has more people than places")
    return {table: len(found) for table, found in rows.tables.items()}


def analyze() -> None:
    """Let the planner know the town; must run outside a transaction's locks."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
