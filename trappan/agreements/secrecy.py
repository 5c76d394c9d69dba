"""Agreements are written and read by those who hold the plan; what a link's holder may see is told by functions."""

from trappan.secrecy.tables import Code, Table

# What a colleague orders has not been sent, opened or answered: that is the worker's and the holder's.
JUST_ORDERED = (
    "times_tried = 0 AND not_before IS NULL AND tried_at IS NULL AND outcome = '' AND sent_at IS NULL "
    "AND token_digest IS NULL AND code_digest = '' AND code_until IS NULL AND codes = 0 AND wrong = 0 "
    "AND opened_at IS NULL AND used_at IS NULL AND said IS NULL AND ended_at IS NULL"
)

TABLES = [
    Table(
        "agreements_agreement",
        "plan",
        insert=True,
        insert_if="EXISTS (SELECT FROM employers_workplace w JOIN employers_contact c ON c.employer_id = w.employer_id "
        "WHERE w.id = agreements_agreement.workplace_id AND c.id = agreements_agreement.contact_id)",
        update=("contact_id", "email", "keeper_id", "paid_until", "phone", "workplace_id"),
        versions="plan",
        sign_on="INSERT",
    ),
    # Frozen: a version is followed by another. The database numbers, digests and withdraws them.
    Table(
        "agreements_version",
        "plan",
        insert=True,
        insert_if="withdrawn_at IS NULL",
        sign_on="INSERT",
        codes=(Code("support_form", "support_form", "starts_on"),),
    ),
    # By a link signs its holder alone, through a function.
    Table("agreements_signature", "plan", insert=True, insert_if="how <> 'link'", sign_on="INSERT"),
    Table("agreements_link", "plan", insert=True, insert_if=JUST_ORDERED, update=("seen_at",), sign_on="INSERT"),
]
