ALTER TABLE plans_selfrating ADD CONSTRAINT plans_selfrating_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- Written now by whoever acts, of a day that has come; taken back is taken back.
CREATE FUNCTION plans_rated_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.taken_back_at := NULL;
    NEW.day := LEAST(NEW.day, today());
  ELSE
    NEW.taken_back_at := COALESCE(OLD.taken_back_at, clock());
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER rated_now BEFORE INSERT OR UPDATE ON plans_selfrating FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_rated_now();
