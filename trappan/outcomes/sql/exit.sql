-- An exit is provisional until at least a calendar month has passed (Kolada U40406).
ALTER TABLE outcomes_exit ADD CONSTRAINT checked_after_a_month
  CHECK (checked_on IS NULL OR checked_on >= (day + interval '1 month')::date);

ALTER TABLE outcomes_exit ADD CONSTRAINT outcomes_exit_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE outcomes_exit ADD CONSTRAINT exit_of_person UNIQUE (id, person_id);

-- What was said of an end changes only with the reason for it, and only while the end stands: what stood before is kept
-- in the versions. Another day or reason takes the check away, which told of the old one.
CREATE FUNCTION outcomes_correct_for_a_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.day, OLD.reason, OLD.sub_code, OLD.support_form, OLD.source, OLD.form, OLD.occupation_id, OLD.employer_id,
      OLD.employer_name) IS NOT DISTINCT FROM (NEW.day, NEW.reason, NEW.sub_code, NEW.support_form, NEW.source,
      NEW.form, NEW.occupation_id, NEW.employer_id, NEW.employer_name)
  THEN
    RETURN NEW;
  END IF;
  IF OLD.reopened_on IS NOT NULL OR NEW.reopened_on IS NOT NULL THEN
    RAISE EXCEPTION 'reopened' USING ERRCODE = 'check_violation', CONSTRAINT = 'exit_stands';
  END IF;
  IF NEW.employer_id IS DISTINCT FROM OLD.employer_id AND NEW.employer_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM employers_employer x WHERE x.id = NEW.employer_id) THEN
    RAISE EXCEPTION 'employer' USING ERRCODE = 'check_violation', CONSTRAINT = 'employer_is_known';
  END IF;
  IF trim(NEW.corrected_why) = '' THEN
    RAISE EXCEPTION 'why' USING ERRCODE = 'check_violation', CONSTRAINT = 'corrected_exit_says_why';
  END IF;
  IF (OLD.day, OLD.reason) IS DISTINCT FROM (NEW.day, NEW.reason) THEN
    NEW.held := NULL; NEW.checked_on := NULL;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER correct_for_a_reason BEFORE UPDATE ON outcomes_exit FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION outcomes_correct_for_a_reason();

-- Studies that were finished on a day that has come.
CREATE FUNCTION outcomes_finish_has_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.finished_on > today() THEN
    RAISE EXCEPTION 'ahead' USING ERRCODE = 'check_violation', CONSTRAINT = 'studies_have_finished';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER finish_has_come BEFORE INSERT OR UPDATE OF finished_on ON outcomes_exit FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION outcomes_finish_has_come();
