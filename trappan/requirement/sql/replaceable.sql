-- A decision that replaces another names one that stands, about the same (the column that the trigger is made with) of
-- the same person. That one is marked in the same statement, and is no more changed. Of two who replace the same, the
-- second is told.
CREATE FUNCTION requirement_replace() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE marked int;
BEGIN
  NEW.replaced_at := NULL;
  IF NEW.replaces_id IS NOT NULL THEN
    EXECUTE format('UPDATE %I SET replaced_at = clock() WHERE id = $1 AND person_id = $2 AND replaced_at IS NULL '
      'AND %I = (to_jsonb($3)->>%L)::bigint', TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[0])
      USING NEW.replaces_id, NEW.person_id, NEW;
    GET DIAGNOSTICS marked = ROW_COUNT;
    IF marked = 0 THEN
      RAISE EXCEPTION 'replaced' USING ERRCODE = 'check_violation', CONSTRAINT = 'replaced_once';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- After row-level security's own words (a_a_reach) and the signature, before all that judges the new row.
CREATE TRIGGER b_replace BEFORE INSERT ON requirement_decision FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_replace('grounds_id');

CREATE TRIGGER b_replace BEFORE INSERT ON requirement_exemption FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_replace('person_id');

CREATE TRIGGER b_replace BEFORE INSERT ON requirement_activityrequest FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION requirement_replace('case_id');
