ALTER TABLE plans_mapping ADD CONSTRAINT plans_mapping_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- What the person has said is only added to, from the first time it is saved.
CREATE FUNCTION plans_own_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT starts_with(NEW.own_words, OLD.own_words) THEN
    RAISE EXCEPTION 'own words' USING ERRCODE = 'check_violation', CONSTRAINT = 'own_words_stay';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER own_words_stay BEFORE UPDATE ON plans_mapping
  FOR EACH ROW EXECUTE FUNCTION plans_own_words_stay();
