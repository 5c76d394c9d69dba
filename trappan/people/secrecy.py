"""Who reads and writes what is known of people. Grants are written by the database's functions alone."""

from trappan.secrecy.tables import HOLDER, ME, Closed, Table

TABLES = [
    # Names are written by people_register and people_rectify: no name changes without its reason. A site that reads
    # the name of today reads none that stood before, nor a legal gender or a protection.
    Table("people_person", "identity", person="id", versions="requirement"),
    # Not the number: people_numbers tells it of a person, people_find_number whose it is.
    Table("people_number", "plan", read_columns=("id", "person_id", "starts_on")),
    Table(
        "people_contact",
        "plan",
        insert=True,
        update=("phone", "email", "address", "postal_code", "city"),
        versions="plan",
    ),
    # Only those in force: every policy about a person asks for grants, and a grant carries the name in its sort key.
    Table(
        "people_grant",
        read=f"{HOLDER.format(grant='people_grant')} = ANY ((SELECT secrecy_holders('identity'))::bigint[]) "
        "AND tstzrange(starts_at, ends_at) @> (SELECT clock())",
        # Not the sort key, which is the name.
        matched=("person_id", "unit_id", "membership_id", "scope", "basis", "starts_at", "ends_at", "shielded"),
    ),
    # What people_called searches: who could filter by a name would learn of names behind a policy.
    Closed("people_namepart"),
    Table(
        "people_household",
        read="EXISTS (SELECT FROM people_householdmember h WHERE h.household_id = people_household.id)",
    ),
    # What has ended, or was wrong, is put right by people_rectify_member, with a reason.
    Table(
        "people_householdmember",
        "requirement",
        insert=True,
        update=("ends_on",),
        update_if="ends_on IS NULL",
        update_to="true",
        versions="requirement",
    ),
    # Not the number that was wrong: people_wrong_numbers tells it of a person.
    Table(
        "people_rectification",
        "requirement",
        read_columns=("id", "person_id", "about", "was", "reason", "author_id", "at"),
    ),
    Table("people_consent", "plan", insert=True, update=("withdrawn_on", "parts"), versions="plan"),
    # A head is told that somebody asks, and not about whom; so is the one who asked.
    Table(
        "people_opening",
        read=f"(SELECT secrecy_role()) = 'head_of_unit' OR asked_by_id = {ME}",
        read_columns=("id", "asked_by_id", "wants", "asked_at", "agreed_by_id", "agreed_at"),
    ),
]
