"""The day and what came of it: marked and told by the site, judged by those who hold the plan."""

from trappan.activities.secrecy import LEADS, WORKS_THERE
from trappan.secrecy.tables import MY_UNIT, Code, Table

TABLES = [
    Table(
        "attendance_attendance",
        "activity",
        unit=True,
        insert=True,
        update=("mark", "minutes", "came_at", "left_at", "why", "keyed_in"),
        versions="activity",
        sign_on="INSERT OR UPDATE",
    ),
    Table(
        "attendance_finding",
        "plan",
        insert=True,
        signed="author_id",
        codes=(Code("reason", "absence_reason", "day"),),
        sign_on="INSERT",
    ),
    Table(
        "attendance_report",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("read_at",),
        versions="activity",
        sign_on="INSERT",
    ),
    Table(
        "attendance_incident",
        "activity",
        unit=True,
        insert=True,
        inserted_by="activity",
        written_by="plan",
        signed="author_id",
        update=("read_at",),
        versions="activity",
        sign_on="INSERT",
    ),
    Table(
        "attendance_dialogue",
        "plan",
        insert=True,
        signed="author_id",
        sign_on="INSERT",
        codes=(Code("support", "support", "at", many=True),),
    ),
    # Asked by those who hold the plan, answered by the site; once, and each in its own name.
    Table(
        "attendance_supportaction",
        "activity",
        unit=True,
        insert=True,
        inserted_by="plan",
        signed="author_id",
        update=("done_at", "outcome"),
        update_if=f"unit_id = {MY_UNIT}",
        versions="activity",
    ),
    # Whether phones may keep the day's list is the own site's to know, and its leader's to say.
    Table(
        "attendance_phonelist",
        read=f"{WORKS_THERE} AND unit_id = {MY_UNIT}",
        insert=True,
        insert_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        update=("allowed",),
        update_if=f"{LEADS} AND unit_id = {MY_UNIT}",
        sign_on="INSERT OR UPDATE",
        versions="activity",
    ),
]
