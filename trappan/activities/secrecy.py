"""Who reads and writes what there is, who is placed there and what the site says."""

from trappan.secrecy.tables import ME, MY_UNIT, SOMEBODY, Code, Table, opens

LEADS = "(SELECT secrecy_role()) = 'site_leader'"
WORKS_THERE = "(SELECT secrecy_role()) IN ('site_leader', 'supervisor')"
OF_MY_SITE = f"EXISTS (SELECT FROM activities_activity a WHERE a.id = activity_id AND a.unit_id = {MY_UNIT})"
# A seat is one placement's, and only whoever works with its person takes and leaves it.
SEAT = f"""EXISTS (SELECT FROM activities_placement p
  WHERE p.seat = activities_seatuse.seat AND {opens("plan", "p.person_id", to_write=True)})"""

TABLES = [
    Table(
        "activities_activity",
        read=SOMEBODY,
        update=(
            "access",
            "bodily",
            "branch",
            "challenge",
            "description",
            "environment",
            "introduction",
            "languages",
            "leads_out",
            "season_from",
            "season_to",
            "steps_from",
            "steps_to",
            "support_offered",
            "together",
            "trains",
        ),
        update_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        versions="activity",
        codes=(Code("branch", "branch", "starts_on"),),
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
    Table(
        "activities_crewjob",
        read=SOMEBODY,
        insert=True,
        insert_if=f"{WORKS_THERE} AND EXISTS (SELECT FROM activities_crew c JOIN activities_activity a "
        f"ON a.id = c.activity_id WHERE c.id = crew_id AND c.taken_out_at IS NULL AND a.unit_id = {MY_UNIT})",
    ),
    Table("activities_capacity", read=SOMEBODY, insert=True, signed="author_id", insert_if=f"{LEADS} AND {OF_MY_SITE}"),
    # What a placement takes up is kept without a person, for the own organisation and all the
    # municipality's to count; it is written by whoever works with the person.
    Table(
        "activities_seatuse",
        read="""(SELECT secrecy_role()) IS NOT NULL AND (
    (SELECT o.kind = 'municipality' FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
     WHERE u.id = current_unit())
    OR EXISTS (SELECT FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id
       WHERE a.id = activities_seatuse.activity_id AND u.organisation_id =
         (SELECT me.organisation_id FROM staff_unit me WHERE me.id = current_unit())))""",
        insert=True,
        insert_if=SEAT,
        update=("ends_on",),
        update_if=SEAT,
    ),
    Table(
        "activities_placement",
        "activity",
        unit=True,
        insert=True,
        written_by="plan",
        update=("ends_on", "withdrawn_at"),
        versions="activity",
    ),
    # Why a placement ends is not the site's to know.
    Table(
        "activities_placementend",
        "plan",
        insert=True,
        update=("kind", "reason", "told_on"),
        versions="plan",
        codes=(Code("kind", "placement_end", "told_on"),),
    ),
    Table("activities_introduction", "activity", unit=True, insert=True, signed="author_id"),
    Table(
        "activities_proposedchange",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("accepted", "answer"),
        versions="activity",
    ),
    Table("activities_suspension", "activity", unit=True, insert=True, written_by="plan", versions="activity"),
    Table("activities_daychange", "activity", unit=True, insert=True, written_by="plan", versions="activity"),
    Table(
        "activities_closure",
        read=SOMEBODY,
        insert=True,
        signed="author_id",
        insert_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        update=("opened_at",),
        update_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        versions="",
    ),
    Table(
        "activities_cancellation",
        read=SOMEBODY,
        insert=True,
        signed="author_id",
        insert_if=f"{WORKS_THERE} AND {OF_MY_SITE}",
        update=("restored_at",),
        update_if=f"{WORKS_THERE} AND {OF_MY_SITE}",
        versions="",
    ),
    Table("activities_crewmember", "activity", unit=True, insert=True, signed="author_id"),
    Table("activities_attendance", "activity", unit=True, insert=True, update=("mark", "minutes"), versions="activity"),
    # A reason that is told at the site is written there and not read back.
    Table(
        "activities_toldreason",
        "plan",
        unit=True,
        insert=True,
        inserted_by="activity",
        signed="author_id",
        codes=(Code("reason", "absence_reason", "day"),),
    ),
    Table(
        "activities_finding", "plan", insert=True, signed="author_id", codes=(Code("reason", "absence_reason", "day"),)
    ),
    Table("activities_notice", "activity", unit=True, insert=True, signed="author_id"),
    Table("activities_sentonce", read=f"membership_id = {ME}", insert=True, insert_if=f"membership_id = {ME}"),
    Table(
        "activities_report",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("read_at",),
        versions="activity",
    ),
    Table(
        "activities_incident",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("read_at",),
        versions="activity",
    ),
    Table("activities_dialogue", "plan", insert=True, signed="author_id"),
    # Asked by those who hold the plan, answered by the site; once, and each in its own name.
    Table(
        "activities_supportaction",
        "activity",
        unit=True,
        insert=True,
        inserted_by="plan",
        signed="author_id",
        update=("done_at", "outcome"),
        update_if=f"unit_id = {MY_UNIT}",
        versions="activity",
    ),
]
