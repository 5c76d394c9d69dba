"""Applications and support months: read and written with the scope assistance."""

from trappan.secrecy.tables import Code, Table

TABLES = [
    Table(
        "assistance_application",
        "assistance",
        insert=True,
        update=("reference", "result", "decided_on", "result_reference", "taken_back_at", "taken_back_because"),
        versions="assistance",
    ),
    Table(
        "assistance_supportmonth",
        "assistance",
        insert=True,
        versions="assistance",
        codes=(Code("obstacle", "obstacle", "month"), Code("household_type", "household_type", "month")),
    ),
    Table("assistance_elsewhere", "assistance", insert=True, versions="assistance"),
    # Months are put right by functions, with a reason.
    Table("assistance_correction", "assistance"),
]
