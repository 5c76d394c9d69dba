"""Who reads and writes cases, their journal and what is handed over."""

from trappan.secrecy.tables import ME, MY_UNIT, Code, Table


def answering(name: str) -> str:
    """Return the condition under which the actor is of the unit that a row's referral was sent to."""
    return f"{name}.unit_id = {MY_UNIT}"


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
    # What the person answers is written by the own pages' functions; whoever it stands with says that it is
    # read, and withdraws, as the colleague who offered does.
    Table(
        "cases_meetingoffer",
        "plan",
        insert=True,
        insert_if="cases_meetingoffer.answered_at IS NULL AND cases_meetingoffer.ended_at IS NULL",
        signed="colleague_id",
        update=("read_at", "ended_at"),
        update_if=f"{ME} IN (cases_meetingoffer.colleague_id, "
        "cases_offer_reader(cases_meetingoffer.case_id, cases_meetingoffer.colleague_id))",
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
            "purpose",
            "purpose_why",
        ),
        versions="activity",
    ),
    # What is answered is written by the unit that was asked; a wrong file is withdrawn by it, or by who holds the plan.
    Table(
        "cases_referralfile",
        "activity",
        unit=True,
        insert=True,
        insert_if=answering("cases_referralfile"),
        sign_on="INSERT",
        update=("withdrawn_at", "withdrawn_why"),
        versions="activity",
    ),
    Table(
        "cases_referralnote",
        "activity",
        unit=True,
        insert=True,
        insert_if=answering("cases_referralnote"),
        signed="author_id",
        by_writer=True,
        update=("source", "source_name", "happened_at", "fact", "assessment", "edition"),
        versions="activity",
    ),
    # Kept by the unit that has the referral, or by who holds the plan.
    Table("cases_referralobjection", "activity", unit=True, insert=True, signed="author_id", sign_on="INSERT"),
    # An edition is a row of its own, never changed.
    *(
        Table(name, "activity", unit=True, insert=True, insert_if=answering(name), sign_on="INSERT")
        for name in ("cases_studyplan", "cases_workability")
    ),
    Table("cases_studystep", "activity", unit=True, insert=True, insert_if=answering("cases_studystep")),
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
