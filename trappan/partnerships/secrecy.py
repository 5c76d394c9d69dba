"""What is agreed with a partner is the municipality's to keep, and both parties' to read; checks are the keepers'.

A draft is the municipality's own until it is signed. Terms and money are read by those of the municipality who keep,
sign and approve, and by whoever leads a workplace of the partner.
"""

from trappan.secrecy.tables import ME, MY_UNIT, Closed, Code, Table

OWN = "ANY ((SELECT staff_own())::bigint[])"
KEEPERS = "municipality_id = (SELECT partnerships_keeps_for())"
READS = "(SELECT partnerships_reads_terms())"
SIGNERS, APPROVERS = "ARRAY['director']", "ARRAY['head_of_unit', 'director', 'controller']"
# What stands with an agreement follows it; the policy of the agreement is asked anew.
AGREED = "EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id{further})"
SEEN = f"{READS} AND " + AGREED.format(further="")
# A step of an amendment is seen by whoever sees the amendment.
STEP_SEEN = SEEN + (
    " AND (amendment_id IS NULL OR EXISTS (SELECT FROM partnerships_amendment m WHERE m.id = amendment_id))"
)
KEPT = AGREED.format(further=" AND partnerships_keeps(a.municipality_id)")
NAMES = f"(SELECT secrecy_role()) = 'head_of_unit' AND {KEPT}"
# What the municipality decides by is its own, also when the partner reads what was decided.
OURS = AGREED.format(further=f" AND a.municipality_id = {OWN}")
PAPER = (
    *("background", "consultation", "economy", "equality", "follow_up", "goals", "manager", "mbl", "officer"),
    *("proposal", "reference", "said", "title"),
)
# What is written on a paper that carries its own decision, in rooms above (DecidedPaper).
DECIDED_PAPER = (*PAPER, "body", "decided_on", "paragraph", "recipients")
# What is signed stands as it was signed.
UNSIGNED = "signed_on IS NULL AND withdrawn_on IS NULL"
SIGNED = ("mandate", "partner_signatory", "signatory", "signed_on", "withdrawn_on")
# What a draft says is changed by those who keep it until it is decided; the triggers tell the acts apart.
DRAFTED = ("ends_on", "municipality_as", "notice_months", "organisation_as", "places", "reference", "starts_on")
DRAFTED_AGREEMENT = (
    *("evaluate_on", "framework_id", "kind", "name", "organisation_id", "purpose", "routines", "succeeds_id"),
    "target_groups",
)
# What stands with a meeting follows it; who of the municipality keeps meetings writes them.
OF_MEETING = "EXISTS (SELECT FROM partnerships_jointmeeting m WHERE m.id = meeting_id{further})"
OF_KEPT_MEETING = OF_MEETING.format(further=" AND partnerships_keeps(m.municipality_id)")
# What follows a budget follows its agreement.
OF_BUDGET = "EXISTS (SELECT FROM partnerships_budget b WHERE b.id = budget_id{further})"
OF_KEPT_BUDGET = OF_BUDGET.format(
    further=" AND EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = b.agreement_id "
    "AND partnerships_keeps(a.municipality_id))"
)
APPROVES = (
    "EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = {agreement} "
    f"AND partnerships_acts_as({APPROVERS}, a.municipality_id))"
)
# The keeper takes out what was entered wrongly, an approver approves; the trigger tells them apart.
OF_APPROVED_BUDGET = "EXISTS (SELECT FROM partnerships_budget b WHERE b.id = budget_id AND {approves})".format(
    approves=APPROVES.format(agreement="b.agreement_id")
)
# The partner says what it cost: whoever leads a workplace of the agreement's own partner.
PARTNERS = (
    "EXISTS (SELECT FROM partnerships_budget b JOIN partnerships_agreement a ON a.id = b.agreement_id "
    f"WHERE b.id = budget_id AND secrecy_role() = 'site_leader' AND a.organisation_id = {OWN})"
)
# What follows a report is read with it; the policy of the report is asked anew.
OF_REPORT = "EXISTS (SELECT FROM partnerships_annualreport r WHERE r.id = report_id)"
# Contacts are noted by who works at a site, of the own site; of nobody, and never of a day to come.
AT_SITE = "(SELECT secrecy_role()) IN ('supervisor', 'site_leader')"
OWN_SITE = f"{AT_SITE} AND unit_id = {MY_UNIT}"

TABLES = [
    Table(
        "partnerships_agreement",
        read=f"(municipality_id = {OWN} AND (signed_on IS NOT NULL OR {READS})) "
        f"OR (organisation_id = {OWN} AND signed_on IS NOT NULL)",
        insert=True,
        insert_if=KEEPERS,
        update=(*SIGNED, *DRAFTED, *DRAFTED_AGREEMENT),
        update_if=f"{UNSIGNED} AND (partnerships_keeps(municipality_id) "
        f"OR partnerships_acts_as({SIGNERS}, municipality_id))",
        update_to=f"municipality_id = {OWN}",
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_amendment",
        read="EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id "
        f"AND (partnerships_amendment.signed_on IS NOT NULL OR ({READS} AND a.municipality_id = {OWN})))",
        insert=True,
        insert_if="EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id "
        "AND partnerships_keeps(a.municipality_id))",
        update=(*SIGNED, *DRAFTED, "scope"),
        update_if=f"{UNSIGNED} AND EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id "
        f"AND (partnerships_keeps(a.municipality_id) OR partnerships_acts_as({SIGNERS}, a.municipality_id)))",
        update_to="EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = agreement_id)",
        versions="",
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
    Table("partnerships_consultation", read=STEP_SEEN, insert=True, insert_if=KEPT, sign_on="INSERT"),
    Table("partnerships_decision", read=STEP_SEEN, insert=True, insert_if=KEPT, sign_on="INSERT"),
    Table(
        "partnerships_decisionpaper",
        read=f"{STEP_SEEN} AND {OURS}",
        insert=True,
        insert_if=KEPT,
        update=PAPER,
        update_if=KEPT,
        versions="",
        sign_on="INSERT",
    ),
    # Who signs for the partner is named by a head, and read by both parties.
    Table(
        "partnerships_signatory",
        read=SEEN,
        insert=True,
        insert_if=f"ended_on IS NULL AND {NAMES}",
        update=("ended_on",),
        update_if=NAMES,
        versions="",
        sign_on="INSERT",
    ),
    # Whether an agreement is let end is the municipality's own until it has ended.
    Table(
        "partnerships_lapse",
        read=f"{READS} AND {OURS}",
        insert=True,
        insert_if=f"taken_back_on IS NULL AND {KEPT}",
        update=("taken_back_on",),
        update_if=KEPT,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_closinginformation",
        read=f"{READS} AND municipality_id = {OWN}",
        insert=True,
        insert_if=f"{KEEPERS} AND partnerships_informs_of(unit_id)",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_recipient",
        read=STEP_SEEN,
        insert=True,
        insert_if=f"sent_on IS NULL AND {KEPT}",
        update=("sent_on",),
        update_if=KEPT,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_commitment",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("taken_out_on",),
        update_if=KEPT,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_commitmentstate",
        read=f"{READS} AND EXISTS (SELECT FROM partnerships_commitment c WHERE c.id = commitment_id)",
        insert=True,
        insert_if="EXISTS (SELECT FROM partnerships_commitment c JOIN partnerships_agreement a "
        "ON a.id = c.agreement_id WHERE c.id = commitment_id AND partnerships_keeps(a.municipality_id))",
        sign_on="INSERT",
    ),
    Table("partnerships_servedgoal", read=SEEN, insert=True, insert_if=KEPT, sign_on="INSERT"),
    Table(
        "partnerships_annex",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("withdrawn_at", "withdrawn_why"),
        update_if=KEPT,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_budget",
        read=SEEN,
        insert=True,
        insert_if=KEPT,
        update=("approved_at", "taken_out_on"),
        update_if=APPROVES.format(agreement="agreement_id") + f" OR {KEPT}",
        update_to=f"(approved_at IS NOT NULL AND {APPROVES.format(agreement='agreement_id')}) "
        f"OR (approved_at IS NULL AND {KEPT})",
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_payment",
        read=f"{READS} AND {OF_BUDGET.format(further='')}",
        insert=True,
        insert_if=OF_KEPT_BUDGET,
        update=("approved_at", "taken_out_on"),
        update_if=f"{OF_APPROVED_BUDGET} OR {OF_KEPT_BUDGET}",
        update_to=f"(approved_at IS NOT NULL AND {OF_APPROVED_BUDGET}) OR (approved_at IS NULL AND {OF_KEPT_BUDGET})",
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_cost",
        read=f"{READS} AND {OF_BUDGET.format(further='')}",
        insert=True,
        insert_if=f"{PARTNERS} OR {OF_KEPT_BUDGET}",
        sign_on="INSERT",
    ),
    Table("partnerships_indexation", read=SEEN, insert=True, insert_if=KEPT, sign_on="INSERT"),
    Table(
        "partnerships_jointmeeting",
        read=f"{READS} AND (municipality_id = {OWN} OR partnerships_meets(id))",
        insert=True,
        insert_if=f"{KEEPERS} AND (agreement_id IS NULL OR {KEPT})",
        update=("called_off_on", "roles", "said"),
        update_if=KEEPERS,
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_meetingbody",
        read=OF_MEETING.format(further=""),
        insert=True,
        insert_if=OF_KEPT_MEETING,
        sign_on="INSERT",
    ),
    Table(
        "partnerships_meetingaction",
        read=OF_MEETING.format(further=""),
        insert=True,
        insert_if=f"done_on IS NULL AND {OF_KEPT_MEETING}",
        update=("done_on", "result"),
        update_if=f"owner_id = {ME} OR {OF_KEPT_MEETING}",
        update_to=OF_MEETING.format(further=""),
        versions="",
        sign_on="INSERT",
    ),
    # Written by the partner while it is to be written; what became of it stands in its steps.
    Table(
        "partnerships_annualreport",
        read=SEEN,
        insert=True,
        insert_if=f"state = 'open' AND cost_ore IS NULL AND cost_as_of IS NULL AND {KEPT}",
        update=("answers", "asks", "done", "learnt"),
        update_if="state IN ('open', 'back') AND partnerships_reports_of(agreement_id)",
        versions="",
        sign_on="INSERT OR UPDATE",
    ),
    Table(
        "partnerships_reportstep",
        read=OF_REPORT,
        insert=True,
        insert_if="partnerships_steps(report_id, kind)",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_reportfigures",
        read=OF_REPORT,
        insert=True,
        insert_if="partnerships_steps(report_id, 'finished') OR partnerships_steps(report_id, 'sent_back')",
        sign_on="INSERT",
    ),
    # Written by the worker's function alone: whom of the partner's own it has reminded, and when.
    Table("partnerships_reportnotice", read=OF_REPORT),
    # Counted by the worker alone, and read without the counts behind.
    Table(
        "partnerships_reportcount",
        read=OF_REPORT,
        read_columns=("id", "report_id", "figures", "months", "build", "cutoff", "counted_at"),
    ),
    # Who is invited is written by the partner's coordinator, and answered by a function that asks for the head.
    Table(
        "partnerships_invitation",
        read="partnerships_sees_invitations(unit_id)",
        insert=True,
        insert_if="answered_at IS NULL AND staff_coordinates(unit_id)",
        versions="",
        sign_on="INSERT",
    ),
    Table(
        "partnerships_outreach",
        read=f"({AT_SITE} AND organisation_id = {OWN}) "
        "OR (organisation_id = ANY ((SELECT partnerships_agreed_with())::bigint[]) "
        "AND partnerships_agreed_on(organisation_id, day))",
        insert=True,
        insert_if=f"{OWN_SITE} AND taken_out_on IS NULL AND day <= (SELECT today()) "
        "AND EXISTS (SELECT FROM staff_unit u "
        "WHERE u.id = unit_id AND u.organisation_id = partnerships_outreach.organisation_id)",
        update=("taken_out_on",),
        update_if=f"{OWN_SITE} AND taken_out_on IS NULL",
        update_to=OWN_SITE,
        versions="",
        sign_on="INSERT",
    ),
    # Whom a partner refers is told by functions: to the site that asked, and to the unit that it asked (sql/referral).
    Closed("partnerships_partnerreferral"),
    # What somebody has told, and has said yes to, is told by functions (sql/story): each reader her own part.
    Closed("partnerships_story"),
    Closed("partnerships_storyconsent"),
]
