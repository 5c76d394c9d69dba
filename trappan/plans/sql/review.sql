ALTER TABLE plans_review ADD CONSTRAINT plans_review_plan_id_person_id_fkey
  FOREIGN KEY (plan_id, person_id) REFERENCES plans_plan (id, person_id);

-- What is followed up is the plan in force of an open case, also where it was replaced a moment ago.
CREATE FUNCTION plans_refuse_review() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p plans_plan;
BEGIN
  SELECT * INTO p FROM plans_plan q WHERE q.id = NEW.plan_id AND q.person_id = NEW.person_id FOR SHARE;
  IF p.decided_at IS NULL OR p.replaced_at IS NOT NULL OR p.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'not in force' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_is_in_force';
  END IF;
  IF (SELECT k.closed_on IS NOT NULL FROM cases_case k WHERE k.id = p.case_id FOR SHARE) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_closed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER of_a_plan_in_force BEFORE INSERT ON plans_review FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_refuse_review();
