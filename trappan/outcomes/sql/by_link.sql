-- Which end, and after how many months, the questions of a link are about, as it is told apart by.
CREATE FUNCTION outcomes_asked_of(subject text) RETURNS TABLE (exit_id bigint, months int) IMMUTABLE LANGUAGE sql AS $$
  SELECT m[1]::bigint, m[2]::int FROM regexp_match(subject, '^([0-9]{1,15}):([0-9]{1,2})$') m WHERE m IS NOT NULL
$$;

-- A person is asked by a link of an end of her own that stands, from its day on and while nobody has written an answer.
CREATE FUNCTION outcomes_ask_in_time() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a record; e outcomes_exit;
BEGIN
  SELECT * INTO a FROM outcomes_asked_of(NEW.subject);
  SELECT * INTO e FROM outcomes_exit x WHERE x.id = a.exit_id AND x.person_id = NEW.person_id FOR SHARE;
  IF e.id IS NULL OR e.reopened_on IS NOT NULL OR e.reason NOT IN ('work', 'studies') OR e.held IS FALSE THEN
    RAISE EXCEPTION 'stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'followed_end_stands';
  END IF;
  IF NOT a.months IN (SELECT outcomes_follow_up_months()) THEN
    RAISE EXCEPTION 'months' USING ERRCODE = 'check_violation', CONSTRAINT = 'followed_as_the_rules_say';
  END IF;
  IF (e.day + make_interval(months => a.months))::date > today() THEN
    RAISE EXCEPTION 'early' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_in_time';
  END IF;
  IF EXISTS (SELECT FROM outcomes_followup f WHERE f.exit_id = e.id AND f.months = a.months
      AND f.taken_back_at IS NULL AND f.answer <> 'not_reached') THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_answer_a_follow_up';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ask_in_time BEFORE INSERT ON agreements_link FOR EACH ROW
  WHEN (NEW.purpose = 'follow_up') EXECUTE FUNCTION outcomes_ask_in_time();

-- What is written as answered by a link is what was answered there, of that end and time; answered, nobody is asked.
CREATE FUNCTION outcomes_as_it_was_said() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT FROM agreements_statement s
      WHERE s.id = NEW.statement_id AND s.person_id = NEW.person_id AND s.purpose = 'follow_up'
        AND s.subject = NEW.exit_id || ':' || NEW.months AND s.said->'answers'->>'answer' = NEW.answer
        AND btrim(left(COALESCE(s.said->'answers'->>'words', ''), 500), E' \t\r\n') = NEW.words
        AND stockholm_day(s.at) = NEW.day) THEN
    RAISE EXCEPTION 'said' USING ERRCODE = 'check_violation', CONSTRAINT = 'follow_up_as_it_was_said';
  END IF;
  IF NEW.answer <> 'not_reached' THEN
    PERFORM agreements_end_links(NEW.person_id, NULL, 'follow_up', NEW.exit_id || ':' || NEW.months, 'told');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER said_by_link BEFORE INSERT ON outcomes_followup FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION outcomes_as_it_was_said();

-- Where an end stands no more, or was on another day, nobody answers what was asked of it; and what went to an address
-- or a number that was put right since opens nothing.
CREATE FUNCTION outcomes_end_questions() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'people_contact' THEN
    UPDATE agreements_link l SET ended_at = clock(), ended_why = 'contact'
     WHERE l.person_id = NEW.person_id AND l.purpose = 'follow_up' AND l.used_at IS NULL AND l.ended_at IS NULL;
  ELSE
    UPDATE agreements_link l SET ended_at = clock(), ended_why = 'changed'
     WHERE l.person_id = NEW.person_id AND l.purpose = 'follow_up' AND l.subject LIKE NEW.id || ':%'
       AND l.used_at IS NULL AND l.ended_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER end_questions AFTER UPDATE OF day, reason, reopened_on, held ON outcomes_exit FOR EACH ROW
  WHEN ((OLD.day, OLD.reason, OLD.reopened_on) IS DISTINCT FROM (NEW.day, NEW.reason, NEW.reopened_on)
    OR NEW.held IS FALSE)
  EXECUTE FUNCTION outcomes_end_questions();
CREATE TRIGGER end_questions AFTER UPDATE OF email, phone ON people_contact FOR EACH ROW
  WHEN ((OLD.email, OLD.phone) IS DISTINCT FROM (NEW.email, NEW.phone)) EXECUTE FUNCTION outcomes_end_questions();
