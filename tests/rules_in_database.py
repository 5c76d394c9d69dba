"""What a database holds of rules: the text of each function, view, trigger, policy, constraint and grant."""

from django.db import connection

HELD = {
    "function": """SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid) || COALESCE(p.proacl::text, '')
        FROM pg_proc p WHERE pronamespace = 'public'::regnamespace""",
    "view": """SELECT relname, pg_get_viewdef(oid) || COALESCE(reloptions::text, '') || COALESCE(relacl::text, '')
        FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace""",
    "trigger": """SELECT tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) || tgenabled::text
        FROM pg_trigger WHERE NOT tgisinternal""",
    "policy": """SELECT tablename || '.' || policyname, concat(permissive, roles, cmd, qual, with_check)
        FROM pg_policies WHERE schemaname = 'public'""",
    "constraint": """SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "table": """SELECT relname, relrowsecurity || COALESCE(relacl::text, '') FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace""",
    "column": """SELECT attrelid::regclass || '.' || attname, attacl::text FROM pg_attribute
        WHERE attacl IS NOT NULL AND attrelid::regclass::text !~ '^pg_'""",
}


def held() -> dict[str, str]:
    """Return every rule of the present database by its kind and name."""
    found = {}
    with connection.cursor() as cursor:
        for kind, sql in HELD.items():
            cursor.execute(sql)
            found |= {f"{kind} {name}": text for name, text in cursor.fetchall()}
    return found
