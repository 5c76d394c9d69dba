-- May I read figures and goals? Heads, and those who lead and decide, of a municipality.
CREATE FUNCTION insight_sees() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit()
    AND secrecy_role() IN ('head_of_unit', 'director', 'controller', 'board_reader'))
$$;
GRANT EXECUTE ON FUNCTION insight_sees TO trappan_app;

-- Do I work with people, in a municipality?
CREATE FUNCTION insight_works() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    AND o.kind = 'municipality' WHERE u.id = current_unit() AND secrecy_role() IN ('social_worker', 'consultant'))
$$;
GRANT EXECUTE ON FUNCTION insight_works TO trappan_app;

-- May I write of goals? Those who answer for them.
CREATE FUNCTION insight_keeps() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT insight_sees() AND secrecy_role() IN ('director', 'controller')
$$;
GRANT EXECUTE ON FUNCTION insight_keeps TO trappan_app;

-- A goal under another is of the same municipality and term; what it stands under is never changed.
ALTER TABLE insight_goal ADD CONSTRAINT goal_under_one_of_ours
  FOREIGN KEY (under_id, municipality_id) REFERENCES insight_goal (id, municipality_id);

CREATE FUNCTION insight_goal_under() RETURNS trigger VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  -- Council terms are four years, counted from 2023 (models/goal.py).
  IF EXISTS (SELECT FROM insight_goal g WHERE g.id = NEW.under_id
      AND floor((g.year - 2023) / 4.0) <> floor((NEW.year - 2023) / 4.0)) THEN
    RAISE EXCEPTION 'another term' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_under_one_of_the_term';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goal_under BEFORE INSERT ON insight_goal
  FOR EACH ROW WHEN (NEW.under_id IS NOT NULL) EXECUTE FUNCTION insight_goal_under();

-- From the first result on, a goal is counted as it was then.
CREATE FUNCTION insight_goal_measured() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM insight_goalresult r WHERE r.goal_id = NEW.id AND r.value IS NOT NULL) THEN
    RAISE EXCEPTION 'measured' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_stands_as_measured';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goal_measured BEFORE UPDATE ON insight_goal FOR EACH ROW
  WHEN (NEW.definition <> OLD.definition OR NEW.indicator <> OLD.indicator)
  EXECUTE FUNCTION insight_goal_measured();

-- Nothing is said to have a value where nobody has said of what. The goal's row is held, so that its definition is not
-- taken away meanwhile.
CREATE FUNCTION insight_result_of() RETURNS trigger
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM insight_goal g WHERE g.id = NEW.goal_id AND g.definition <> '' FOR UPDATE) THEN
    RAISE EXCEPTION 'undefined' USING ERRCODE = 'check_violation', CONSTRAINT = 'value_has_a_definition';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER result_of AFTER INSERT ON insight_goalresult
  FOR EACH ROW WHEN (NEW.value IS NOT NULL) EXECUTE FUNCTION insight_result_of();

-- Everybody reads these: nobody stands there by number.
ALTER TABLE insight_goal ADD CONSTRAINT goal_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', name, definition, responsible, decided)));
ALTER TABLE insight_goalresult ADD CONSTRAINT result_names_nobody CHECK (people_names_nobody(text));
ALTER TABLE insight_improvement ADD CONSTRAINT improvement_names_nobody
  CHECK (people_names_nobody(concat_ws(' ', deficiency, source, action, responsible, result)));
