"""Agreements are read by those who hold the plan and kept by consultants; functions tell what a link's holder sees."""

from trappan.secrecy.tables import MY_UNIT, Code, Table, opens

# Who holds the plan reads; agreements are the consultant's to keep (`agreements.keep`).
KEEPS = "(SELECT secrecy_role()) = 'consultant'"
# Links to the person, and what is answered by them, are the social worker's too.
ORDERS = "agreements_orders(purpose)"
# What a colleague orders has not been sent, opened or answered: that is the worker's and the holder's.
JUST_ORDERED = (
    "times_tried = 0 AND not_before IS NULL AND tried_at IS NULL AND outcome = '' AND sent_at IS NULL "
    "AND token_digest IS NULL AND code_digest = '' AND code_until IS NULL AND codes = 0 AND wrong = 0 "
    "AND opened_at IS NULL AND asked_at IS NULL AND used_at IS NULL AND ended_at IS NULL"
)
# Workplace and contact are of one employer that the reader sees.
OF_ONE_EMPLOYER = (
    "EXISTS (SELECT FROM employers_workplace w JOIN employers_contact c ON c.employer_id = w.employer_id "
    "WHERE w.id = agreements_agreement.workplace_id AND c.id = agreements_agreement.contact_id)"
)
# What a team has settled with an employer is that team's, and whoever's the plan is.
OF_TEAM = f"agreements_prepared.unit_id = {MY_UNIT}"
BY_TEAM = f"(SELECT secrecy_role()) = 'employer_officer' AND {OF_TEAM}"

TABLES = [
    Table(
        "agreements_agreement",
        "plan",
        insert=True,
        insert_if=f"{KEEPS} AND {OF_ONE_EMPLOYER}",
        update=(
            "contact_id",
            "email",
            "employer_days",
            "keeper_id",
            "paid_until",
            "person_days",
            "phone",
            "workplace_id",
        ),
        update_if=KEEPS,
        update_to=OF_ONE_EMPLOYER,
        versions="plan",
        sign_on="INSERT",
    ),
    Table(
        "agreements_prepared",
        "profile",
        read=f"{OF_TEAM} OR {opens('plan', 'agreements_prepared.person_id')}",
        insert=True,
        insert_if=BY_TEAM,
        update=("employer_promises", "pay", "supervisor", "tasks"),
        update_if=BY_TEAM,
        versions="profile",
        sign_on="INSERT OR UPDATE",
    ),
    # Frozen: a version is followed by another. The database numbers, digests and withdraws them.
    Table(
        "agreements_version",
        "plan",
        insert=True,
        insert_if=f"{KEEPS} AND withdrawn_at IS NULL",
        sign_on="INSERT",
        codes=(Code("support_form", "support_form", "starts_on"),),
    ),
    # By a link signs its holder alone, through a function.
    Table("agreements_signature", "plan", insert=True, insert_if=f"{KEEPS} AND how <> 'link'", sign_on="INSERT"),
    Table("agreements_link", "plan", insert=True, insert_if=f"{ORDERS} AND {JUST_ORDERED}", sign_on="INSERT"),
    # Made by its holder alone, through a function; whoever orders such links says that it is taken in.
    Table("agreements_statement", "plan", update=("seen_at",), update_if=ORDERS, versions="plan"),
    Table("agreements_alongcontact", "plan", insert=True, insert_if=KEEPS, signed="author_id", sign_on="INSERT"),
    # By a link it is what was said there: the database copies it.
    Table(
        "agreements_ending",
        "plan",
        insert=True,
        insert_if=KEEPS,
        update=("own_words", "shown_on", "taken_back_at"),
        update_if=KEEPS,
        versions="plan",
        sign_on="INSERT",
    ),
]
