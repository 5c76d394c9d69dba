"""Exits and what is asked afterwards are read and written by those who hold the plan."""

from trappan.secrecy.tables import Code, Table

# An employer that the writer reads of, or none: whether there is another is told to nobody.
OF_AN_EMPLOYER = "employer_id IS NULL OR EXISTS (SELECT FROM employers_employer e WHERE e.id = employer_id)"

TABLES = [
    Table(
        "outcomes_exit",
        "plan",
        insert=True,
        insert_if=OF_AN_EMPLOYER,
        update=(
            "checked_on",
            "corrected_why",
            "day",
            "employer_id",
            "employer_name",
            "finished_on",
            "form",
            "held",
            "named",
            "occupation_id",
            "reason",
            "reopened_on",
            "reopened_why",
            "source",
            "sub_code",
            "support_form",
        ),
        versions="plan",
        codes=(
            Code("sub_code", "exit_kind", "day"),
            Code("support_form", "support_form", "day"),
            Code("source", "exit_source", "day"),
        ),
    ),
    Table(
        "outcomes_followup",
        "plan",
        insert=True,
        signed="author_id",
        update=("taken_back_at",),
        versions="plan",
        sign_on="INSERT",
    ),
]
