"""The day and what came of it: marked and told by the site, judged by those who hold the plan."""

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
]
