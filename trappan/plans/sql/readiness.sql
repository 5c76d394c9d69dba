ALTER TABLE plans_readiness ADD CONSTRAINT plans_readiness_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- Judged of a day that has come, in a case that is open.
CREATE FUNCTION plans_judged_by_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.day := LEAST(NEW.day, today());
  RETURN NEW;
END $$;

CREATE TRIGGER judged_by_now BEFORE INSERT ON plans_readiness FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_judged_by_now();

-- A case that is closed takes no more answers, also where it was closed a moment ago.
CREATE FUNCTION plans_rated_in_an_open_case() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT k.closed_on IS NOT NULL FROM cases_case k WHERE k.id = NEW.case_id
      AND k.person_id = NEW.person_id FOR SHARE) THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_closed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER in_an_open_case BEFORE INSERT ON plans_readiness FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_rated_in_an_open_case();
