"""What there is, is everybody's to read and its site leader's to describe."""

from trappan.secrecy.tables import MY_UNIT, SOMEBODY, Code, Table

LEADS = "(SELECT secrecy_role()) = 'site_leader'"
WORKS_THERE = "(SELECT secrecy_role()) IN ('site_leader', 'supervisor')"
# Its leader says what there is; where nobody leads a site yet, the administrator who keeps it.
RUNS = f"({LEADS} AND unit_id = {MY_UNIT}) OR staff_keeps_unit(unit_id)"
RUN_BY_ME = "EXISTS (SELECT FROM activities_activity a WHERE a.id = activity_id AND staff_keeps_unit(a.unit_id))"
OF_MY_SITE = f"EXISTS (SELECT FROM activities_activity a WHERE a.id = activity_id AND a.unit_id = {MY_UNIT})"
# Work that is ordered is the municipality's own to read, and the site's whose crews it is asked of.
OF_OURS = (
    "EXISTS (SELECT FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id "
    "WHERE a.id = activity_id AND u.organisation_id = ANY ((SELECT staff_own())::bigint[]))"
)
TABLES = [
    Table(
        "activities_activity",
        read=SOMEBODY,
        insert=True,
        insert_if=f"opening_id IS NULL AND ({RUNS})",  # what an opening makes, the database makes
        update=(
            "access",
            "address",
            "bodily",
            "branch",
            "challenge",
            "closes",
            "contact",
            "description",
            "environment",
            "introduction",
            "languages",
            "languages_asked",
            "leads_out",
            "licence",
            "meant_for",
            "opens",
            "phone",
            "season_from",
            "season_to",
            "steps_from",
            "steps_to",
            "support_offered",
            "together",
            "trains",
        ),
        update_if=RUNS,
        versions="activity",
        codes=(Code("branch", "branch", "starts_on"), Code("access", "access", "starts_on", many=True)),
    ),
    Table(
        "activities_theme",
        read=SOMEBODY,
        insert=True,
        insert_if=f"{LEADS} AND {OF_MY_SITE}",
        update=("taken_out_at",),
        update_if=f"{LEADS} AND taken_out_at IS NULL AND {OF_MY_SITE}",
        update_to="taken_out_at IS NOT NULL",
    ),
    Table(
        "activities_crew",
        read=SOMEBODY,
        insert=True,
        insert_if=f"{LEADS} AND {OF_MY_SITE}",
        update=("taken_out_at",),
        update_if=f"{LEADS} AND taken_out_at IS NULL AND {OF_MY_SITE}",
        update_to="taken_out_at IS NOT NULL",
    ),
    # Taken away by the database's own function: picture and file are gone then.
    Table(
        "activities_picture",
        read=SOMEBODY,
        insert=True,
        insert_if=f"({LEADS} AND {OF_MY_SITE}) OR {RUN_BY_ME}",
        sign_on="INSERT",
        update=("place",),
        update_if=f"({LEADS} AND {OF_MY_SITE}) OR {RUN_BY_ME}",
    ),
    Table(
        "activities_crewjob",
        read=SOMEBODY,
        insert=True,
        insert_if=f"{WORKS_THERE} AND EXISTS (SELECT FROM activities_crew c JOIN activities_activity a "
        f"ON a.id = c.activity_id WHERE c.id = crew_id AND c.taken_out_at IS NULL AND a.unit_id = {MY_UNIT})",
    ),
    Table(
        "activities_capacity",
        read=SOMEBODY,
        insert=True,
        signed="author_id",
        insert_if=f"({LEADS} AND {OF_MY_SITE}) OR {RUN_BY_ME}",
        sign_on="INSERT",
    ),
    # What own departments order is their municipality's to read, and what was made; the site of the crews answers.
    Table(
        "activities_creworder",
        read=OF_OURS,
        insert=True,
        insert_if="(SELECT secrecy_role()) IN ('host_manager', 'place_coordinator') AND job_id IS NULL AND made = '' "
        f"AND declined = '' AND EXISTS (SELECT FROM employers_workplace w WHERE w.id = workplace_id) AND {OF_OURS}",
        update=("declined", "job_id", "made", "made_on"),
        update_if=f"{WORKS_THERE} AND {OF_MY_SITE}",
        versions="",
        sign_on="INSERT",
    ),
]
