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
