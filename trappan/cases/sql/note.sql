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

-- Nobody has talked with somebody about absence in the meeting that she did not come to: the one or the other is wrong.
-- Both are asked, whichever is written last.
CREATE FUNCTION cases_refuse_talk_in_missed_meeting() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM cases_meeting m WHERE m.person_id = NEW.person_id AND m.outcome = 'missed'
      AND m.starts_at <= NEW.happened_at AND NEW.happened_at < m.ends_at) THEN
    RAISE EXCEPTION 'missed' USING ERRCODE = 'check_violation', CONSTRAINT = 'talk_in_a_missed_meeting';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER talk_in_missed_meeting BEFORE INSERT OR UPDATE OF kind, happened_at ON cases_note FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.kind = 'absence_dialogue')
  EXECUTE FUNCTION cases_refuse_talk_in_missed_meeting();

CREATE FUNCTION cases_refuse_missed_meeting_of_talk() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM cases_note n WHERE n.person_id = NEW.person_id AND n.kind = 'absence_dialogue'
      AND NEW.starts_at <= n.happened_at AND n.happened_at < NEW.ends_at
      AND NOT EXISTS (SELECT FROM cases_note c WHERE c.corrects_id = n.id)) THEN
    RAISE EXCEPTION 'talked' USING ERRCODE = 'check_violation', CONSTRAINT = 'missed_meeting_of_a_talk';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER missed_meeting_of_talk BEFORE UPDATE OF outcome ON cases_meeting FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.outcome = 'missed')
  EXECUTE FUNCTION cases_refuse_missed_meeting_of_talk();

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
