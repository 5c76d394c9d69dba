"""What PostgreSQL itself says of each rule, so that one which was changed by hand is noticed.

The triggers on the job library's tables are its own: its migrations make them.
"""

from trappan import database

# By the kind and name of a rule: its text with all that is granted on it. A table's own is its access.
HELD = {
    "FUNCTION": """SELECT p.proname AS name, pg_get_functiondef(p.oid) || COALESCE(p.proacl::text, '') AS said
        FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'""",
    "VIEW": """SELECT relname AS name,
        pg_get_viewdef(oid) || COALESCE(reloptions::text, '') || COALESCE(relacl::text, '') AS said
        FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace""",
    "TRIGGER": """SELECT tgrelid::regclass || '.' || tgname AS name, pg_get_triggerdef(oid) || tgenabled::text AS said
        FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text NOT LIKE 'procrastinate\\_%'""",
    "POLICY": """SELECT tablename || '.' || policyname AS name, concat(permissive, roles, cmd, qual, with_check) AS said
        FROM pg_policies WHERE schemaname = 'public'""",
    "CONSTRAINT": """SELECT conrelid::regclass || '.' || conname AS name, pg_get_constraintdef(oid) AS said
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "ACCESS": """SELECT relname AS name, concat(relrowsecurity, relforcerowsecurity, relacl, (
            SELECT string_agg(concat(attname, attacl), ' ' ORDER BY attname) FROM pg_attribute
            WHERE attrelid = pg_class.oid AND attacl IS NOT NULL)) AS said
        FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace""",
}


def catalogue() -> dict[tuple[str, str], str]:
    """Return what the present database says of each rule, by its kind and name."""
    return {(kind, row.name): row.said for kind, sql in HELD.items() for row in database.query(sql)}
