-- A proposed step is of now and of whoever acts; it is decided once, by those who hold the plan. A partner
-- that cooperates knows of steps by the person's consent to just that.
CREATE FUNCTION plans_step_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.day := LEAST(NEW.day, today());
    NEW.accepted := NULL; NEW.answer := ''; NEW.decided_by_id := NULL; NEW.decided_at := NULL;
  ELSIF OLD.accepted IS NOT NULL THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposed_step_is_decided_once';
  ELSIF NEW.accepted IS NOT NULL THEN
    NEW.decided_by_id := current_actor(); NEW.decided_at := clock();
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_step_waits BEFORE INSERT OR UPDATE ON plans_proposedstep FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_step_waits();
