"""What is agreed with a partner is the municipality's to keep, and both parties' to read; checks are the keepers'."""

from trappan.secrecy.tables import Code, Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
KEEPERS = "municipality_id = (SELECT partnerships_keeps_for())"

TABLES = [
    Table(
        "partnerships_agreement",
        read=f"municipality_id = {OWN} OR organisation_id = {OWN}",
        insert=True,
        insert_if=KEEPERS,
        sign_on="INSERT",
    ),
    Table(
        "partnerships_amendment",
        read="EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id)",
        insert=True,
        insert_if="EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id "
        "AND partnerships_keeps(a.municipality_id))",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_partnercheck",
        read=f"(SELECT partnerships_keeps_for()) IS NOT NULL AND municipality_id = {OWN}",
        insert=True,
        insert_if=KEEPERS,
        codes=(Code("kind", "partner_check", "seen_on"),),
        sign_on="INSERT",
    ),
]
