"""Hold a column to a code table in the database, a whole statement at a time."""

from django.db.migrations import RunSQL


def coded(db_table: str, column: str, code_table: str, *, day: str) -> RunSQL:
    """Refuse rows whose code is not in the table on the row's day; for the migration of that table.

    Checked per statement over all its rows, so that an import of a hundred thousand is asked once,
    and always, also where the import has asked its foreign keys beforehand.
    The constraint's name is `code_of_<column>`. An empty value is no code.
    """
    sql = [
        f"CREATE TRIGGER codes_{column}_{verb.lower()} AFTER {verb} ON {db_table} "
        f"REFERENCING NEW TABLE AS n FOR EACH STATEMENT "
        f"EXECUTE FUNCTION rules_codes_hold('{column}', '{code_table}', '{day}'); "
        f"ALTER TABLE {db_table} ENABLE ALWAYS TRIGGER codes_{column}_{verb.lower()}"
        for verb in ("INSERT", "UPDATE")
    ]
    return RunSQL(";\n".join(sql), RunSQL.noop)
