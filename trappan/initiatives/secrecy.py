"""Initiatives are the municipality's own to read, and its heads' to keep; who took part is as secret as the plan."""

from trappan.partnerships.secrecy import DECIDED_PAPER
from trappan.secrecy.tables import Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
SEES = f"(SELECT initiatives_sees()) AND municipality_id = {OWN}"
KEEPS = f"(SELECT initiatives_keeps()) AND municipality_id = {OWN}"
# Days that charts are marked with are read by whoever reads a chart, and marked by those who answer for figures too.
SEES_DAYS = f"(SELECT initiatives_sees_days()) AND municipality_id = {OWN}"
MARKS = f"(SELECT initiatives_marks_days()) AND municipality_id = {OWN}"
# What stands with an initiative follows it; the policy of the initiative is asked anew.
SEEN = "EXISTS (SELECT FROM initiatives_initiative i WHERE i.id = initiative_id)"
KEPT = f"(SELECT initiatives_keeps()) AND {SEEN}"

TABLES = [
    Table(
        "initiatives_initiative",
        read=SEES,
        insert=True,
        insert_if=KEEPS,
        update=("aim", "budget", "counts", "ends_on", "funding", "in_sus", "name", "starts_on", "target"),
        update_if=KEEPS,
        versions="initiative",
        sign_on="INSERT",
    ),
    Table(
        "initiatives_participation",
        "plan",
        insert=True,
        insert_if=f"{SEEN} AND why = ''",
        update=("ends_on", "why"),
        versions="plan",
        sign_on="INSERT",
    ),
    Table(
        "initiatives_continuation",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("taken_out_on",),
        update_if=KEPT,
        versions="initiative",
        sign_on="INSERT",
    ),
    Table(
        "initiatives_endreport",
        read=SEEN,
        insert=True,
        insert_if=f"{KEPT} AND as_of = initiatives_day(initiative_id, as_of)",
        sign_on="INSERT",
    ),
    # A draft is its keepers' own; what is decided is read with the initiative.
    Table(
        "initiatives_initiativepaper",
        read=f"{SEEN} AND (decided_on IS NOT NULL OR (SELECT initiatives_keeps()))",
        insert=True,
        insert_if=f"{KEPT} AND decided_on IS NULL",
        update=DECIDED_PAPER,
        update_if=KEPT,
        versions="initiative",
        sign_on="INSERT",
    ),
    Table(
        "initiatives_landmark",
        read=SEES_DAYS,
        insert=True,
        insert_if=MARKS,
        update=("taken_out_on",),
        update_if=MARKS,
        versions="initiative",
        sign_on="INSERT",
    ),
]
