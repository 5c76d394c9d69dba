"""Employers are the municipality's own: its employer team writes of them, its consultants and heads read."""

from trappan.secrecy.tables import ME, Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
SEES = f"(SELECT employers_sees()) AND municipality_id = {OWN}"
KEEPS = f"(SELECT employers_keeps()) AND municipality_id = {OWN}"
# What stands with an employer follows it; the policies of the employer are asked anew.
SEEN = "EXISTS (SELECT FROM employers_employer e WHERE e.id = employer_id)"
KEPT = f"(SELECT employers_keeps()) AND {SEEN}"

TABLES = [
    Table(
        "employers_employer",
        read=SEES,
        insert=True,
        insert_if=KEEPS,
        update=(
            "cooperates",
            "end_reason",
            "ended_on",
            "good_to_know",
            "keeper_id",
            "kind",
            "merged_into_id",
            "merged_on",
            "name",
            "organisation_number",
            "rest_reason",
            "rests_from",
            "rests_until",
            "since",
        ),
        update_if=KEEPS,
        versions="employer",
        sign_on="INSERT",
    ),
    Table(
        "employers_workplace",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("access", "adaptable", "address", "branch", "closed_on", "languages", "name", "size"),
        update_if=KEPT,
        versions="employer",
        sign_on="INSERT",
    ),
    Table(
        "employers_contact",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("email", "left_on", "name", "note", "phone", "title", "told_on", "workplace_id"),
        update_if=KEPT,
        versions="employer",
        sign_on="INSERT",
    ),
    Table(
        "employers_conversation",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=(
            "asks",
            "contact_id",
            "done_note",
            "done_on",
            "held_on",
            "next_on",
            "next_step",
            "over_reason",
            "promised_by_id",
            "text",
            "way",
            "workplace_id",
        ),
        update_if=KEPT,
        versions="employer",
        sign_on="INSERT",
    ),
    Table(
        "employers_draft",
        read=f"owner_id = {ME}",
        insert=True,
        insert_if=f"owner_id = {ME} AND {KEPT}",
        update=("fields", "saved_at"),
        update_if=f"owner_id = {ME}",
    ),
]
