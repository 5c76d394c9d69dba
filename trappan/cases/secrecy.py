"""Who reads and writes cases, their journal and what is handed over."""

from trappan.secrecy.tables import ME, Code, Table

TABLES = [
    Table("cases_case", "plan", insert=True, update=("closed_on", "kept_on", "kept_why"), versions="plan"),
    Table(
        "cases_meeting",
        "plan",
        insert=True,
        signed="colleague_id",
        by_opening=True,
        update=("outcome", "elsewhere"),
        versions="plan",
    ),
    Table(
        "cases_referral",
        "activity",
        unit=True,
        insert=True,
        inserted_by="plan",
        signed="referred_by_id",
        update=(
            "responsible_id",
            "starts_on",
            "ends_on",
            '"end"',
            "result",
            "instrument",
            "instrument_on",
            "conclusion",
        ),
        versions="activity",
    ),
    Table(
        "cases_note",
        "plan",
        insert=True,
        signed="author_id",
        by_writer=True,
        by_opening=True,
        update=("kind", "source", "source_name", "happened_at", "fact", "assessment", "edition"),
        versions="plan",
    ),
    Table("cases_objection", "plan", insert=True, signed="author_id", sign_on="INSERT"),
    Table(
        "cases_stall",
        "plan",
        insert=True,
        update=("ends_on",),
        versions="plan",
        codes=(Code("reason", "stall", "starts_on"),),
        sign_on="INSERT",
    ),
    # Written by the database's own functions; the giver reads the answer.
    Table("cases_handover", "plan", signed="giver_id", by_writer=True, update=("read_at",), versions="plan"),
    # What is typed and not saved is its owner's alone, whoever may see the person.
    Table(
        "cases_draft",
        "identity",
        read=f"owner_id = {ME}",
        insert=True,
        signed="owner_id",
        by_writer=True,
        by_opening=True,
        update=("fields", "saved_at"),
    ),
]
