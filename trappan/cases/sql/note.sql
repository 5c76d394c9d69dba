-- What a row points at is the same person's.
ALTER TABLE cases_note ADD CONSTRAINT note_of_person UNIQUE (id, person_id);

ALTER TABLE cases_note ADD CONSTRAINT cases_note_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE cases_note ADD CONSTRAINT cases_note_corrects_id_person_id_fkey
  FOREIGN KEY (corrects_id, person_id) REFERENCES cases_note (id, person_id);

ALTER TABLE cases_objection ADD CONSTRAINT cases_objection_note_id_person_id_fkey
  FOREIGN KEY (note_id, person_id) REFERENCES cases_note (id, person_id);

-- What is written is written now, by whoever acts, at the unit that the colleague acts in.
CREATE FUNCTION cases_note_is_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'trappan_app' THEN
    NEW.author_id := current_actor(); NEW.unit_id := current_unit();
    NEW.written_at := clock(); NEW.edition := 1;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER note_is_now BEFORE INSERT ON cases_note FOR EACH ROW EXECUTE FUNCTION cases_note_is_now();

-- A note is locked when the rules' days have passed since it was written.
CREATE FUNCTION cases_refuse_locked_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_actor() IS NOT NULL
     AND clock() >= OLD.written_at + make_interval(days => rule('note_lock_days',
       (OLD.written_at AT TIME ZONE 'Europe/Stockholm')::date)::int) THEN
    RAISE EXCEPTION 'locked' USING ERRCODE = 'check_violation', CONSTRAINT = 'note_is_open';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER note_is_open BEFORE UPDATE ON cases_note
  FOR EACH ROW EXECUTE FUNCTION cases_refuse_locked_note();
