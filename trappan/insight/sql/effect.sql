-- Who keeps an agreement, and who answers for goals, writes of what it is to bring about.
CREATE FUNCTION insight_keeps_effects(of_body bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT partnerships_keeps(of_body) OR (insight_keeps() AND of_body = ANY (staff_own()))
$$;
GRANT EXECUTE ON FUNCTION insight_keeps_effects TO trappan_app;

-- No value where nobody has said of what, and nothing more of a goal that is taken out. The goal's row is held, so that
-- it is not taken out meanwhile.
CREATE FUNCTION insight_effect_result() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE goal insight_effectgoal;
BEGIN
  SELECT * INTO goal FROM insight_effectgoal g WHERE g.id = NEW.goal_id FOR UPDATE;
  IF goal.taken_out_on IS NOT NULL THEN
    RAISE EXCEPTION 'taken out' USING ERRCODE = 'check_violation', CONSTRAINT = 'effect_is_taken_out';
  END IF;
  IF NEW.value IS NOT NULL AND goal.definition = '' THEN
    RAISE EXCEPTION 'undefined' USING ERRCODE = 'check_violation', CONSTRAINT = 'value_has_a_definition';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER effect_result AFTER INSERT ON insight_effectresult
  FOR EACH ROW EXECUTE FUNCTION insight_effect_result();

-- What has been evaluated is not taken out: the result would be of nothing.
CREATE FUNCTION insight_effect_evaluated() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM insight_effectresult r WHERE r.goal_id = NEW.id) THEN
    RAISE EXCEPTION 'evaluated' USING ERRCODE = 'check_violation', CONSTRAINT = 'evaluated_effect_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER effect_evaluated BEFORE UPDATE ON insight_effectgoal
  FOR EACH ROW WHEN (NEW.taken_out_on IS DISTINCT FROM OLD.taken_out_on) EXECUTE FUNCTION insight_effect_evaluated();

-- Both parties read these: nobody stands there by number.
ALTER TABLE insight_effectgoal ADD CONSTRAINT effect_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', wording, definition)));
ALTER TABLE insight_effectresult ADD CONSTRAINT evaluation_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', text, evaluated_by)));
