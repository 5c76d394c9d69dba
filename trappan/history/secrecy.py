"""Events and old versions obey the secrecy of the row they tell of; the log is the auditor's and the head's.

Insert and select only, and of a new event only what happened: who, where and when are defaults.
"""

from trappan.secrecy.scopes import OPENED_BY
from trappan.secrecy.tables import MY_UNIT, SITE, Table

# One question to the grants for every scope, by what the row itself says it is. What an employer team did, or what was
# said to it, is never another team's to read; nor is what one municipality does in a project another's.
OPENS = """EXISTS (SELECT FROM people_grant g WHERE g.person_id = {table}.person_id
  AND CASE {table}.scope {cases} END
  AND g.starts_at <= (SELECT clock()) AND (g.ends_at IS NULL OR (SELECT clock()) < g.ends_at)
  AND (g.unit_id = (SELECT current_unit()) AND {table}.scope = ANY ((SELECT secrecy_scopes(true))::text[])
    OR g.membership_id = (SELECT current_actor()) AND {table}.scope = ANY ((SELECT secrecy_scopes(false))::text[]))
  AND ({table}.scope <> 'activity' OR {site})
  AND ({table}.unit_id IS NULL OR {table}.unit_id <> ALL ((SELECT staff_projects_elsewhere())::bigint[]))
  AND ({table}.scope <> 'profile' OR g.scope = 'plan' OR {table}.unit_id = (SELECT current_unit()))
  OFFSET 0)"""


def told(table: str) -> str:
    """Return the condition under which somebody sees what happened to a row of the table's scope."""
    cases = " ".join(
        f"WHEN '{scope}' THEN g.scope IN ({', '.join(repr(name) for name in names)})"
        for scope, names in OPENED_BY.items()
    )
    site = SITE.format(unit=f"{table}.unit_id").strip().removeprefix("AND ")
    return OPENS.format(table=table, cases=cases, site=site)


AUDITED = f"""kind <> 'write' AND ((SELECT secrecy_role()) = 'auditor'
  OR ((SELECT secrecy_role()) = 'head_of_unit' AND actor_unit_id = {MY_UNIT}))"""
# What whoever has opened a file in an emergency or for supervision may do with it: a note, a meeting.
BY_OPENING = (
    "cases.write_note",
    "cases.correct_note",
    "cases.change_note",
    "cases.book_meeting",
    "cases.tell_meeting",
    "cases.move_meeting",
)
# Every operation records what it did; so one that a reader's grant cannot write is undone here,
# whatever tables it touched. The auditor, who sees no person, says whose log was read.
RECORDED = f"""(SELECT secrecy_role()) IS NOT NULL AND actor_id = current_actor() AND (person_id IS NULL
  OR (kind = 'read' AND (SELECT secrecy_role()) = 'auditor')
  OR (EXISTS (SELECT FROM people_person p WHERE p.id = history_event.person_id)
    AND (kind <> 'write' OR EXISTS (SELECT FROM people_grant g
      WHERE g.person_id = history_event.person_id AND (secrecy_lasts(g.basis)
        OR (g.basis <> 'hand_over' AND verb IN ({", ".join(repr(verb) for verb in BY_OPENING)})))))))"""

TABLES = [
    Table(
        "history_event",
        read=f"({AUDITED}) OR {told('history_event')}",
        insert_columns=("kind", "verb", "person_id", "scope", "unit_id", "details"),
        insert_if=RECORDED,
    ),
    Table("history_version", read=told("history_version")),
]
