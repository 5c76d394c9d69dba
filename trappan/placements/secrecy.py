"""Who is placed where: written by those who hold the plan, and the site's own to read."""

from trappan.secrecy.tables import MY_UNIT, SOMEBODY, Code, Table, opens

LEADS = "(SELECT secrecy_role()) = 'site_leader'"
WORKS_THERE = "(SELECT secrecy_role()) IN ('site_leader', 'supervisor')"
OF_MY_SITE = f"EXISTS (SELECT FROM activities_activity a WHERE a.id = activity_id AND a.unit_id = {MY_UNIT})"
# A seat is one placement's, and only whoever works with its person takes and leaves it.
SEAT = f"""EXISTS (SELECT FROM placements_placement p
  WHERE p.seat = activities_seatuse.seat AND {opens("plan", "p.person_id", to_write=True)})"""

TABLES = [
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
        "placements_placement",
        "activity",
        unit=True,
        insert=True,
        written_by="plan",
        update=("ends_on", "withdrawn_at"),
        versions="activity",
        codes=(Code("answer_kind", "site_no", "refused_at"),),
    ),
    # Why a placement ends is not the site's to know.
    Table(
        "placements_placementend",
        "plan",
        insert=True,
        update=("kind", "reason", "told_on"),
        versions="plan",
        codes=(Code("kind", "placement_end", "told_on"),),
    ),
    Table("placements_introduction", "activity", unit=True, insert=True, signed="author_id", sign_on="INSERT"),
    Table(
        "placements_proposedchange",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("accepted", "answer", "seen"),
        versions="activity",
    ),
    Table(
        "placements_suspension",
        "activity",
        unit=True,
        insert=True,
        written_by="plan",
        versions="activity",
        sign_on="INSERT",
    ),
    Table(
        "placements_daychange",
        "activity",
        unit=True,
        insert=True,
        written_by="plan",
        versions="activity",
        sign_on="INSERT",
    ),
    Table(
        "placements_closure",
        read=SOMEBODY,
        insert=True,
        signed="author_id",
        insert_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        update=("opened_at",),
        update_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "placements_cancellation",
        read=SOMEBODY,
        insert=True,
        signed="author_id",
        insert_if=f"{WORKS_THERE} AND {OF_MY_SITE}",
        update=("restored_at",),
        update_if=f"{WORKS_THERE} AND {OF_MY_SITE}",
        versions="",
        sign_on="INSERT",
    ),
    Table("placements_crewmember", "activity", unit=True, insert=True, signed="author_id", sign_on="INSERT"),
    # A reason that is told at the site is written there and not read back.
    Table(
        "placements_toldreason",
        "plan",
        unit=True,
        insert=True,
        inserted_by="activity",
        signed="author_id",
        codes=(Code("reason", "absence_reason", "day"),),
        sign_on="INSERT",
    ),
    # Written for the site by those who hold the plan, and answered there through a function. The site reads it while
    # the consent stands since that day and the placement goes on, and never what was written before.
    Table(
        "placements_adaptation",
        "activity",
        unit=True,
        read=f"""{opens("plan", "placements_adaptation.person_id")} OR (withdrawn_at IS NULL
  AND placements_adaptation_consented(person_id, unit_id, stockholm_day(at))
  AND EXISTS (SELECT FROM placements_placement p WHERE p.id = placements_adaptation.placement_id
    AND (p.ends_on IS NULL OR p.ends_on > (SELECT today()))))""",
        insert=True,
        written_by="plan",
        signed="author_id",
        update=("withdrawn_at", "read_at"),
        versions="plan",
        sign_on="INSERT",
    ),
    # A colleague notes that somebody does not come; what the person has said is written by the own pages and the links.
    # By which mandate a helper spoke is read by the own pages alone.
    Table(
        "placements_notice",
        "activity",
        unit=True,
        read_columns=(
            "id",
            "person_id",
            "unit_id",
            "placement_id",
            "day",
            "says",
            "minutes",
            "said_by",
            "author_id",
            "at",
        ),
        insert=True,
        signed="author_id",
        insert_if="says = 'absent' AND said_by = ''",
        sign_on="INSERT",
    ),
]
