ALTER TABLE plans_goal ADD CONSTRAINT plans_goal_plan_id_person_id_fkey
  FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

-- What a row points at is the same person's, so that a wrong number tells nothing of anybody.
ALTER TABLE plans_goal ADD CONSTRAINT goal_of_person UNIQUE (id, person_id);

ALTER TABLE plans_goal ADD CONSTRAINT plans_goal_under_id_person_id_fkey
  FOREIGN KEY (under_id, person_id) REFERENCES plans_goal (id, person_id);

-- Only those who hold the plan say where a goal stands; a site closes and evidences its own.
CREATE FUNCTION plans_goal_stands_by_plan() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_works_with(NEW.person_id, 'plan') OR (NEW.under_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM plans_goal g WHERE g.id = NEW.under_id AND g.unit_id IS NULL AND g.under_id IS NULL)) THEN
    RAISE EXCEPTION 'under' USING ERRCODE = 'check_violation', CONSTRAINT = 'goal_under_the_plans_own';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER stands_by_plan BEFORE UPDATE OF under_id ON plans_goal FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.under_id IS DISTINCT FROM OLD.under_id)
  EXECUTE FUNCTION plans_goal_stands_by_plan();

-- A goal that is set, changed or closed in a draft makes it another edition, as its week does: what was given to read
-- and agreed to is not this. Goals that follow on when a plan is decided change in nothing but their plan.
CREATE FUNCTION plans_goal_makes_edition() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE plans_plan p SET edition = p.edition + 1, agreed_on = NULL, agreed_how = ''
   WHERE p.id = NEW.plan_id AND p.decided_at IS NULL AND p.ended_at IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER makes_edition AFTER INSERT OR UPDATE OF title, due_on, closed_on ON plans_goal FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_goal_makes_edition();

-- A site sets a goal without seeing the plan that it stands in.
CREATE FUNCTION plans_site_goal(of_person bigint, of_title text, until date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE stands_in bigint;
BEGIN
  IF COALESCE(secrecy_role() NOT IN ('supervisor', 'site_leader'), true) OR NOT people_works_with(of_person,
    'activity') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  SELECT p.id INTO stands_in FROM plans_plan p JOIN cases_case k ON k.id = p.case_id AND k.closed_on IS NULL
  WHERE p.person_id = of_person AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
  ORDER BY p.id DESC LIMIT 1;
  IF stands_in IS NULL THEN
    RAISE EXCEPTION 'no plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_plan_for_goal';
  END IF;
  INSERT INTO plans_goal (person_id, plan_id, unit_id, title, due_on, evidence)
  VALUES (of_person, stands_in, current_unit(), of_title, until, '');
END $$;
GRANT EXECUTE ON FUNCTION plans_site_goal TO trappan_app;
