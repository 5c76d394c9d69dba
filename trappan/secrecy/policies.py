"""Write the row-level security of a secret table, in the migration beside its schema.

Frozen once a released migration uses it: changed behaviour means a new function, never an edit.
"""

from collections.abc import Sequence

from django.db.migrations import RunSQL

from trappan.secrecy.scopes import OPENED_BY

# A grant in force now, to my unit or to me, of a scope that my role may hold. The sub-selects
# without outer references run once a query; they are NULL (and so closed) for a membership that is
# not the user's own, not confirmed, not valid today, or whose role may not hold the scope. OFFSET 0
# keeps the question one per row, by the index on the person: the planner would otherwise gather all
# of a unit's grants first, a hundred thousand of them, to show fifty rows.
GRANT_OPENS = """EXISTS (SELECT FROM people_grant g WHERE g.person_id = {person}
  AND g.scope IN ({scopes})
  AND g.starts_at <= (SELECT clock()) AND (g.ends_at IS NULL OR (SELECT clock()) < g.ends_at)
  AND (g.unit_id = (SELECT secrecy_unit_for('{scope}'))
    OR g.membership_id = (SELECT secrecy_member_for('{scope}'))){site} OFFSET 0)"""
# Below plan scope a row belongs to a unit, and one site never reads another's.
SITE = """
  AND ({unit} = (SELECT current_unit())
    OR (g.scope = 'plan' AND (SELECT secrecy_member_for('plan')) IS NOT NULL))"""


def opens(scope: str, person: str, unit: str | None = None) -> str:
    """Return the condition under which the actor sees rows of this scope about this person."""
    return GRANT_OPENS.format(
        person=person,
        scope=scope,
        scopes=", ".join(f"'{name}'" for name in OPENED_BY[scope]),
        site=SITE.format(unit=unit) if scope == "activity" and unit else "",
    )


def secret(
    table: str,
    scope: str,
    *,
    unit: bool = False,
    person: str = "person_id",
    insert: bool = False,
    update: Sequence[str] = (),
    by: str = "",
    signed: str = "",
) -> RunSQL:
    """Close a table: who holds the scope for the row's person may read, and write what is named.

    `unit` says that the table carries unit_id and obeys the site rule; `update` names the columns
    that may change; `by` is the scope that writing takes where it is another than reading's;
    `signed` names the column that says who wrote, which is always whoever acts, and whose row it
    then is to change.
    Nobody is granted DELETE. Protected identity needs nothing more here: the grants that these
    policies ask for are themselves closed, by a restrictive policy, to all but the named reader.
    """
    opened = opens(scope, f"{table}.{person}", f"{table}.unit_id" if unit else None)
    written = opens(by, f"{table}.{person}", f"{table}.unit_id" if unit else None) if by else opened
    written = f"{table}.{signed} = (SELECT current_actor()) AND {written}" if signed else written
    sql = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY seen ON {table} FOR SELECT TO trappan_app USING ({opened})",
        f"GRANT SELECT ON {table} TO trappan_app",
    ]
    if insert:
        sql.append(f"CREATE POLICY made ON {table} FOR INSERT TO trappan_app WITH CHECK ({written})")
        sql.append(f"GRANT INSERT ON {table} TO trappan_app")
    if update:
        sql.append(f"CREATE POLICY changed ON {table} FOR UPDATE TO trappan_app USING ({written})")
        sql.append(f"GRANT UPDATE ({', '.join(update)}) ON {table} TO trappan_app")
    return RunSQL(";\n".join(sql), RunSQL.noop)


def handed_over_reads_only() -> RunSQL:
    """Let no grant of a hand-over write, in any table: for the last migration that makes policies.

    Who waits to receive a case, or has handed it over, reads it and changes nothing. Asked again
    after new tables; tests/test_house.py tells when it has been forgotten.
    """
    return RunSQL(
        r"""
DO $$ DECLARE p record; BEGIN
  FOR p IN SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies
    WHERE cmd IN ('INSERT', 'UPDATE') AND permissive = 'PERMISSIVE'
      AND concat(qual, with_check) LIKE '%FROM people_grant%'
      AND concat(qual, with_check) NOT LIKE '%hand_over%'
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I ', p.policyname, p.tablename)
      || CASE p.cmd WHEN 'INSERT' THEN 'WITH CHECK (' ELSE 'USING (' END
      || regexp_replace(concat(p.qual, p.with_check), 'FROM people_grant g\s+WHERE \(',
           'FROM people_grant g WHERE (g.basis <> ''hand_over'' AND ', 'g') || ')';
  END LOOP;
END $$""",
        RunSQL.noop,
    )


def versioned(table: str, scope: str) -> RunSQL:
    """Keep what each row of a table was before every change, under the scope of the row."""
    sql = [
        f"CREATE TRIGGER versions_{verb.lower()} AFTER {verb} ON {table} "
        f"REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION keep_versions('{scope}')"
        for verb in ("UPDATE", "DELETE")
    ]
    return RunSQL(";\n".join(sql), RunSQL.noop)
