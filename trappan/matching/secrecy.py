"""Who reads and writes what places and work are found by.

Journeys are read and written by those who hold the plan: they tell where somebody lives, and no site's to know. The
profile is written by the consultant; the employer team reads the parts that the person has said yes to.
"""

from trappan.secrecy.tables import ME, MY_UNIT, Code, Table, opens


def works_with(table: str, *, to_write: bool = False) -> str:
    """Return the condition that the reader holds the plan, whatever the role and the unit are called."""
    return opens("plan", f"{table}.person_id", to_write=to_write)


# What one employer team has heard is that team's: another, by a yes of its own, begins anew.
OF_TEAM = f"matching_worksearch.unit_id = {MY_UNIT}"
ASKED_BY_TEAM = f"""EXISTS (SELECT FROM matching_worksearch s
  WHERE s.id = matching_proposal.search_id AND s.unit_id = {MY_UNIT})"""
# An opening tells what somebody asked for, and why not others what else was said: to the team while the person lets it
# know that, by the same yes as when it was reckoned. One that was narrowed since is another.
PROPOSED_TO_TEAM = f"""matching_told(matching_openingline.person_id, 'wishes', '-infinity') AND EXISTS (
  SELECT FROM matching_worksearch s JOIN matching_profileconsent c ON c.person_id = s.person_id
    AND c.unit_id = s.unit_id AND c.audience = 'team' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL
  JOIN matching_openingrun r ON r.run_id = matching_openingline.run_id AND c.at <= r.made_at
  WHERE s.id = matching_openingline.search_id AND s.unit_id = {MY_UNIT} AND s.ended_on IS NULL)"""
# Whom a proposal goes to works at the employer whose opening it is, and is somebody whom the sender may read of.
AT_THE_EMPLOYER = """contact_id IS NULL OR EXISTS (SELECT FROM employers_opening o
  JOIN employers_contact c ON c.employer_id = o.employer_id
  WHERE o.id = matching_proposal.opening_id AND c.id = matching_proposal.contact_id)"""

# Who could start where is ordered by those who place people, in their own municipality, and they read how it went.
OWN = "organisation_id = ANY ((SELECT staff_own())::bigint[])"
PLACES_PEOPLE = f"(SELECT secrecy_role()) = 'consultant' AND {OWN}"
# Over the openings it is read by the employer teams too, apart.
READS_OPENINGS = f"(SELECT secrecy_role()) IN ('consultant', 'head_of_unit', 'employer_officer') AND {OWN}"
# How it went is read by heads too; what would be different is asked by both, and read by whoever asked.
ASKS = f"(SELECT secrecy_role()) IN ('consultant', 'head_of_unit') AND {OWN}"
OF_OWN_RUN = "EXISTS (SELECT FROM matching_allocationrun r WHERE r.id = run_id)"

TABLES = [
    Table("matching_journey", "plan", insert=True, signed="author_id", update=("minutes",), versions="plan"),
    # A part is never changed: said anew it is another row, and the database writes that the earlier is replaced.
    Table(
        "matching_profilepart",
        "profile",
        read=f"(replaced_at IS NULL AND matching_told(person_id, part, at)) OR {works_with('matching_profilepart')}",
        matched=("person_id", "part", "words", "codes", "since", "week", "number", "replaced_at"),
        insert=True,
        inserted_by="plan",
        signed="author_id",
        sign_on="INSERT",
    ),
    # The team's own is written by who works with the person; whoever speaks with them writes a yes to employers down.
    Table(
        "matching_profileconsent",
        "profile",
        read=f"audience = 'employer' OR unit_id = {MY_UNIT} OR {works_with('matching_profileconsent')}",
        matched=(
            *("person_id", "audience", "unit_id", "parts", "at"),
            *("starts_on", "ends_on", "withdrawn_on", "replaced_at"),
        ),
        insert=True,
        insert_if=f"audience = 'employer' OR {works_with('matching_profileconsent', to_write=True)}",
        signed="author_id",
        update=("withdrawn_on",),
        update_if=f"audience = 'employer' OR unit_id = {MY_UNIT} OR {works_with('matching_profileconsent')}",
        versions="profile",
        sign_on="INSERT",
    ),
    Table(
        "matching_worksearch",
        "profile",
        read=f"{OF_TEAM} OR {works_with('matching_worksearch')}",
        insert=True,
        inserted_by="plan",
        signed="author_id",
        update=("received_by_id", "received_at", "ended_on", '"end"', "end_note"),
        update_if=f"{OF_TEAM} OR {works_with('matching_worksearch', to_write=True)}",
        versions="profile",
        codes=(Code("wants", "ready_for", "starts_on"),),
        sign_on="INSERT",
    ),
    # The team asks and tells; whoever works with the person reads what came of it.
    Table(
        "matching_proposal",
        "profile",
        read=f"{ASKED_BY_TEAM} OR {works_with('matching_proposal')}",
        insert=True,
        insert_if="(SELECT secrecy_role()) = 'employer_officer'",
        signed="author_id",
        update=(
            "answer_by",
            "contact_id",
            "ended_on",
            "meets_at",
            "meets_where",
            "note",
            "outcome",
            "parts",
            "sent_at",
            "sent_by_id",
            "sent_how",
            "why",
            "willing",
            "willing_on",
        ),
        update_if=f"(SELECT secrecy_role()) = 'employer_officer' AND {ASKED_BY_TEAM}",
        update_to=AT_THE_EMPLOYER,
        versions="profile",
        sign_on="INSERT",
    ),
    # Written with the sending, once.
    Table(
        "matching_sentpaper",
        "profile",
        read=f"matching_shows(proposal_id) OR {works_with('matching_sentpaper')}",
        insert=True,
        insert_if=f"""EXISTS (SELECT FROM matching_proposal p WHERE p.id = matching_sentpaper.proposal_id
  AND p.person_id = matching_sentpaper.person_id AND p.sent_by_id = {ME})""",
    ),
    Table(
        "matching_allocationrun",
        read=ASKS,
        insert=True,
        insert_if=f"made_at IS NULL AND digest = '' AND {PLACES_PEOPLE}",
        signed="ordered_by_id",
    ),
    # By gender, for the month's count alone: nobody reads it.
    Table("matching_allocationwaiting", read="false"),
    # Who would have to move for somebody to start: told by `matching_chain` alone, which asks who asks.
    Table("matching_allocationmove", read="false"),
    # Counts of a month, written by the database and told by disclosure control: to those who lead.
    Table(
        "matching_ruledout",
        read="(SELECT secrecy_role()) IN ('head_of_unit', 'director', 'controller', 'board_reader') "
        "AND organisation_id = ANY ((SELECT staff_own())::bigint[])",
    ),
    # Which activities a run was reckoned with; of whom, no page reads.
    Table("matching_allocationtown", read=OF_OWN_RUN, read_columns=("run_id", "activities")),
    Table(
        "matching_allocationquestion",
        read=f"author_id = {ME} AND {OF_OWN_RUN}",
        insert=True,
        insert_if=f"answered_at IS NULL AND {OF_OWN_RUN}",
        sign_on="INSERT",
    ),
    # The worker writes what is proposed; whoever works with the person answers, once.
    Table(
        "matching_allocationline",
        "plan",
        update=("answer", "reason"),
        update_if="(SELECT secrecy_role()) = 'consultant'",
        versions="plan",
        sign_on="UPDATE",
    ),
    Table("matching_openingrun", read=READS_OPENINGS),
    # The worker writes what is proposed; the team answers, once, and whoever works with the person reads.
    Table(
        "matching_openingline",
        "profile",
        read=f"({PROPOSED_TO_TEAM}) OR {works_with('matching_openingline')}",
        update=("answer", "reason"),
        update_if=f"(SELECT secrecy_role()) = 'employer_officer' AND {PROPOSED_TO_TEAM}",
        versions="profile",
        sign_on="UPDATE",
    ),
]
