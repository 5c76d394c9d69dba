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

-- The talk for a kartläggning was not held on the day of a meeting that the person did not come to, unless she came to
-- another that day. Both are asked, whichever is written last.
CREATE FUNCTION plans_missed_on(of_person bigint, on_day date, but_for bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(bool_or(m.outcome = 'missed' OR m.id = but_for)
    AND NOT bool_or(m.outcome = 'came' AND m.id <> but_for), false)
  FROM cases_meeting m WHERE m.person_id = of_person AND stockholm_day(m.starts_at) = on_day
$$;

CREATE FUNCTION plans_refuse_talk_on_missed_day() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF plans_missed_on(NEW.person_id, NEW.held_on, 0) THEN
    RAISE EXCEPTION 'missed' USING ERRCODE = 'check_violation', CONSTRAINT = 'talk_on_a_missed_day';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER talk_on_missed_day BEFORE INSERT OR UPDATE OF held_on ON plans_mapping FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_refuse_talk_on_missed_day();

CREATE FUNCTION plans_refuse_missed_day_of_talk() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM plans_mapping k WHERE k.person_id = NEW.person_id
      AND k.held_on = stockholm_day(NEW.starts_at))
     AND plans_missed_on(NEW.person_id, stockholm_day(NEW.starts_at), NEW.id) THEN
    RAISE EXCEPTION 'talked' USING ERRCODE = 'check_violation', CONSTRAINT = 'missed_day_of_a_talk';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER missed_day_of_talk BEFORE UPDATE OF outcome ON cases_meeting FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.outcome = 'missed')
  EXECUTE FUNCTION plans_refuse_missed_day_of_talk();
