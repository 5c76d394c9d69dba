from django.db import migrations

SQL = """
-- Insert and select only, and of a new row only what happened: who, where and when are defaults.
ALTER TABLE history_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE history_version ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON history_event, history_version TO trappan_app;
GRANT INSERT (kind, verb, person_id, scope, unit_id, details) ON history_event TO trappan_app;

CREATE FUNCTION keep_versions() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
LANGUAGE plpgsql AS $$
BEGIN
  -- No join of old and new rows: its plan would be made for the first, small call.
  INSERT INTO history_version (at, actor_id, of_table, row_id, person_id, scope, unit_id, was)
  SELECT clock(), current_actor(), TG_TABLE_NAME, o.id,
    CASE WHEN TG_TABLE_NAME = 'people_person' THEN o.id ELSE (to_jsonb(o)->>'person_id')::bigint END,
    TG_ARGV[0], (to_jsonb(o)->>'unit_id')::bigint, to_jsonb(o)
  FROM o;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION keep_versions FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("history", "0001_history"), ("staff", "0002_doors")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
