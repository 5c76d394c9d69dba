ALTER TABLE requirement_activityrequest ADD CONSTRAINT requirement_activityrequest_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- A request rests on a consultation about the same person with the Employment Service.
CREATE FUNCTION requirement_rests_on_consultation() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM plans_consultation c WHERE c.id = NEW.consultation_id
      AND c.person_id = NEW.person_id AND c.with_whom = 'employment_service') THEN
    RAISE EXCEPTION 'no consultation' USING ERRCODE = 'check_violation', CONSTRAINT = 'request_rests_on_consultation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER rests_on_consultation BEFORE INSERT ON requirement_activityrequest
  FOR EACH ROW EXECUTE FUNCTION requirement_rests_on_consultation();
