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

CREATE TRIGGER in_an_open_case BEFORE INSERT ON plans_readiness FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_rated_in_an_open_case();
