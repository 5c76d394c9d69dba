"""Exits are read and written by those who hold the plan."""

from trappan.secrecy.tables import Table

TABLES = [
    Table(
        "outcomes_exit",
        "plan",
        insert=True,
        update=("checked_on", "held", "reopened_on", "reopened_why"),
        versions="plan",
    )
]
