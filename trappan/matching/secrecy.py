"""Who reads and writes what places and work are found by.

Journeys are read and written by those who hold the plan: they tell where somebody lives, and no site's to know. The
profile is written by the consultant; the employer team reads the parts that the person has said yes to.
"""

from trappan.secrecy.tables import Code, Table

TABLES = [
    Table("matching_journey", "plan", insert=True, signed="author_id", update=("minutes",), versions="plan"),
    # A part is never changed: said anew it is another row, and the database writes that the earlier is replaced.
    Table(
        "matching_profilepart",
        "profile",
        read="(SELECT secrecy_role()) = 'consultant' OR (replaced_at IS NULL AND matching_told(person_id, part))",
        matched=("person_id", "part", "words", "codes", "since", "week", "number", "replaced_at"),
        insert=True,
        inserted_by="plan",
        signed="author_id",
        sign_on="INSERT",
    ),
    # The team's own is written by who works with the person; whoever speaks with them writes a yes to employers down.
    Table(
        "matching_profileconsent",
        "profile",
        matched=("person_id", "audience", "unit_id", "parts", "starts_on", "ends_on", "withdrawn_on", "replaced_at"),
        insert=True,
        insert_if="audience = 'employer' OR (SELECT secrecy_role()) = 'consultant'",
        signed="author_id",
        update=("withdrawn_on",),
        versions="plan",
        sign_on="INSERT",
    ),
    Table(
        "matching_worksearch",
        "profile",
        insert=True,
        inserted_by="plan",
        signed="author_id",
        update=("received_by_id", "received_at", "ended_on", '"end"', "end_note"),
        versions="plan",
        codes=(Code("wants", "ready_for", "starts_on"),),
        sign_on="INSERT",
    ),
    # The team asks and tells; whoever works with the person reads what came of it.
    Table(
        "matching_proposal",
        "profile",
        insert=True,
        insert_if="(SELECT secrecy_role()) = 'employer_officer'",
        signed="author_id",
        update=(
            "answer_by",
            "contact_id",
            "ended_on",
            "meets_at",
            "meets_where",
            "note",
            "outcome",
            "paper",
            "parts",
            "sent_at",
            "sent_by_id",
            "sent_how",
            "why",
            "willing",
            "willing_on",
        ),
        update_if="(SELECT secrecy_role()) = 'employer_officer'",
        versions="plan",
        sign_on="INSERT",
    ),
]
