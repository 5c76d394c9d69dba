"""Employers are the municipality's own: its employer team writes of them, its consultants and heads read."""

from trappan.secrecy.tables import ME, Code, Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
SEES = f"(SELECT employers_sees()) AND municipality_id = {OWN}"
KEEPS = f"(SELECT employers_keeps()) AND municipality_id = {OWN}"
# Who coordinates places reads of the own departments, whoever manages a workplace of one of that and its department.
COORDINATES = "(SELECT employers_coordinates())"
OF_DEPARTMENTS = f"{COORDINATES} AND kind = 'department' AND municipality_id = {OWN}"
HOSTED, HOSTING = "(SELECT employers_hosted())", "(SELECT employers_hosting())"
# What stands with an employer follows it; the policies of the employer are asked anew.
SEEN = (
    "(SELECT secrecy_role()) <> 'host_manager' AND EXISTS (SELECT FROM employers_employer e WHERE e.id = employer_id)"
)
KEPT = f"(SELECT employers_keeps()) AND {SEEN}"
AT_WORKPLACE = "EXISTS (SELECT FROM employers_workplace w WHERE w.id = workplace_id)"
OF_QUESTION = "EXISTS (SELECT FROM employers_placequestion q WHERE q.id = question_id)"
ANSWERS = f"({COORDINATES} OR {HOSTED} IS NOT NULL)"
# An opening that answers a question is written by who may answer; all others by the employer team.
OFFERS = f"question_id IS NOT NULL AND {ANSWERS} AND {OF_QUESTION}"

TABLES = [
    Table(
        "employers_employer",
        read=f"({SEES}) OR ({OF_DEPARTMENTS}) OR id = {HOSTING}",
        matched=("*",),
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
        read=f"({SEEN}) OR id = {HOSTED}",
        matched=("*",),
        insert=True,
        insert_if=KEPT,
        update=("access", "adaptable", "address", "branch", "closed_on", "languages", "name", "size", "unit_id"),
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
        "employers_opening",
        read=f"({SEEN}) OR workplace_id = {HOSTED}",
        matched=("*",),
        insert=True,
        insert_if=f"(question_id IS NULL AND {KEPT}) OR ({OFFERS})",
        update=(
            "adaptations",
            "agreed_on",
            "close_reason",
            "closed_on",
            "contact_id",
            "ends_on",
            "good_if",
            "kind",
            "languages",
            "licence",
            "needs",
            "occupation_id",
            "places",
            "season_from",
            "season_to",
            "shaped_for_one",
            "starts_on",
            "support_form",
            "tasks",
            "title",
            "travel",
            "week",
            "weekdays",
            "weekly_minutes",
            "workplace_id",
        ),
        update_if=f"({KEPT}) OR ({OFFERS})",
        versions="employer",
        sign_on="INSERT",
        codes=(Code("support_form", "support_form", "starts_on"),),
    ),
    Table(
        "employers_lead",
        read=SEES,
        insert=True,
        insert_if=KEEPS,
        update=(
            "employer_name",
            "extent",
            "headline",
            "last_on",
            "occupation_id",
            "occupation_name",
            "organisation_number",
            "place_name",
            "published_on",
            "put_aside_on",
            "put_aside_reason",
            "removed_on",
            "text",
            "through",
            "url",
            "vacancies",
            "wants_experience",
            "wants_licence",
        ),
        update_if=KEEPS,
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
    # How own departments are asked for places, and what they answer: the coordinator's, and the workplace's manager's.
    Table(
        "employers_departmenttarget",
        read=SEEN,
        insert=True,
        insert_if=f"{COORDINATES} AND {SEEN}",
        update=("decision", "places"),
        update_if=f"{COORDINATES} AND {SEEN}",
        versions="employer",
        sign_on="INSERT OR UPDATE",
    ),
    Table(
        "employers_placequestion",
        read=AT_WORKPLACE,
        insert=True,
        insert_if=f"{COORDINATES} AND asked_on = (SELECT today()) AND {AT_WORKPLACE}",
        update=("none_reason",),
        update_if=f"{ANSWERS} AND {AT_WORKPLACE}",
        versions="employer",
        sign_on="INSERT",
    ),
    Table("employers_placenotice", read=OF_QUESTION),
]
