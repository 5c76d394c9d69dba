"""The activity requirement: requests, exemptions and decisions are a social worker's to write."""

from trappan.secrecy.tables import Code, Table

BY_SOCIAL_WORKER = "(SELECT secrecy_role()) = 'social_worker'"
# What has been replaced stays as it was: sql/replaceable.sql.
STANDING = "replaced_at IS NULL"

TABLES = [
    Table(
        "requirement_exemption",
        "requirement",
        insert=True,
        signed="decided_by_id",
        insert_if=BY_SOCIAL_WORKER,
        update=("ends_on",),
        update_if=STANDING,
        versions="requirement",
        codes=(Code("kind", "exemption", "starts_on"),),
    ),
    Table(
        "requirement_activityrequest",
        "requirement",
        insert=True,
        signed="made_by_id",
        insert_if=BY_SOCIAL_WORKER,
        update=("received_on", "received_how", "registered_on"),
        update_if=STANDING,
        versions="requirement",
    ),
    Table(
        "requirement_grounds",
        "requirement",
        insert=True,
        update=(
            "heard_on",
            "heard_how",
            "heard_words",
            "sent_to_id",
            "sent_at",
            "received_at",
            "taken_back_at",
            "taken_back_why",
        ),
        versions="requirement",
    ),
    Table(
        "requirement_decision",
        "requirement",
        insert=True,
        signed="decided_by_id",
        insert_if=BY_SOCIAL_WORKER,
        update=("appealed_on", "appeal_words", "appeal_result", "appeal_ended_on"),
        update_if=BY_SOCIAL_WORKER,
        versions="requirement",
    ),
]
