"""A project is its leader's and its municipalities' to read; a participant is seen by her own municipality alone."""

from trappan.partnerships.secrecy import DECIDED_PAPER
from trappan.secrecy.tables import MY_UNIT, Closed, Code, Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
LEADS = "(SELECT secrecy_role()) = 'project_leader'"
COORDINATES = "(SELECT secrecy_role()) = 'project_coordinator'"
# What stands with a project is read by those who read the project, and written by whoever leads it.
SEEN = "project_id = ANY ((SELECT projects_seen())::bigint[])"
LED = "project_id = ANY ((SELECT projects_led())::bigint[])"
OWN_MONTHS = "municipality_id = ANY ((SELECT projects_coordinated())::bigint[])"
FUNDED = "EXISTS (SELECT FROM projects_funding f WHERE f.id = funding_id AND f.{})"
# What has happened is told by whoever leads the project, or in a municipality's name by its coordinating unit.
TOLD = (
    f"municipality_id IS NULL AND {LED} OR {COORDINATES} AND EXISTS (SELECT FROM projects_municipality m "
    f"WHERE m.id = municipality_id AND m.unit_id = {MY_UNIT})"
)

TABLES = [
    # Finished by a function (projects_finish), and otherwise not changed.
    Table(
        "projects_project",
        # Whoever leads it is asked by the row itself: one that was just made is not in the function's snapshot.
        read=f"{LEADS} AND owner_id = {OWN} OR id = ANY ((SELECT projects_joined())::bigint[])",
        insert=True,
        insert_if=f"{LEADS} AND owner_id = {OWN} AND finished_on IS NULL",
        sign_on="INSERT",
    ),
    Table("projects_municipality", read=SEEN, insert=True, insert_if=LED, sign_on="INSERT"),
    Table(
        "projects_subinitiative",
        read=SEEN,
        insert=True,
        insert_if=LED,
        sign_on="INSERT",
        codes=(Code("target_groups", "target_group", "at", many=True),),
    ),
    Table("projects_funding", read=SEEN, insert=True, insert_if=LED, sign_on="INSERT"),
    Table("projects_spending", read=FUNDED.format(SEEN), insert=True, insert_if=FUNDED.format(LED), sign_on="INSERT"),
    Table("projects_cooperationgoal", read=SEEN, insert=True, insert_if=LED, sign_on="INSERT"),
    Table(
        "projects_evidence",
        read=SEEN,
        insert=True,
        insert_if=TOLD,
        update=("taken_out_on",),
        update_if=TOLD,
        versions="project",
        sign_on="INSERT",
    ),
    Table(
        "projects_gathering",
        read=SEEN,
        insert=True,
        insert_if=TOLD,
        update=("taken_out_on",),
        update_if=TOLD,
        versions="project",
        sign_on="INSERT",
        codes=(Code("target_groups", "target_group", "day", many=True),),
    ),
    Table(
        "projects_continuation",
        read=SEEN,
        insert=True,
        insert_if=LED,
        update=("checked_on", "taken_out_on"),
        update_if=LED,
        versions="project",
        sign_on="INSERT",
    ),
    # Read in the municipality of the row alone, also where somebody in another one holds the person's plan.
    Table(
        "projects_participation",
        "activity",
        unit=True,
        read="unit_id = ANY ((SELECT projects_own_units())::bigint[])",
        insert=True,
        insert_if=f"{COORDINATES} AND unit_id = {MY_UNIT} AND result = ''",
        update=("ends_on", "result"),
        update_if=f"{COORDINATES} AND unit_id = {MY_UNIT}",
        versions="activity",
        sign_on="INSERT",
        codes=(Code("target_groups", "target_group", "starts_on", many=True),),
    ),
    # A month's file is made, handed in and handed out by functions (sql/month.sql), to the own coordinators alone.
    Table("projects_monthfile", read=OWN_MONTHS),
    Table("projects_monthtaking", read="EXISTS (SELECT FROM projects_monthfile f WHERE f.id = file_id)"),
    Table(
        "projects_emptymonth",
        read=OWN_MONTHS,
        insert=True,
        insert_if=f"{OWN_MONTHS} AND undone_on IS NULL",
        update=("undone_on", "undone_by_id"),
        update_if=f"{OWN_MONTHS} AND undone_on IS NULL",
        update_to="true",
        sign_on="INSERT",
    ),
    # A draft is the leader's own; what is decided is read with the project.
    Table(
        "projects_projectpaper",
        read=f"{LED} OR decided_on IS NOT NULL AND {SEEN}",
        insert=True,
        insert_if=f"{LED} AND decided_on IS NULL",
        update=DECIDED_PAPER,
        update_if=LED,
        versions="project",
        sign_on="INSERT",
    ),
    Table("projects_finalreport", read=LED, insert=True, insert_if=LED, sign_on="INSERT"),
    Closed("projects_monthrow"),
    Closed("projects_key"),
    Closed("projects_mark"),
    Closed("projects_count"),
]
