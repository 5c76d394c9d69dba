ALTER TABLE outcomes_followup ADD CONSTRAINT follow_up_of_persons_exit
  FOREIGN KEY (exit_id, person_id) REFERENCES outcomes_exit (id, person_id);

-- After how many months somebody is asked how it went, by the rules of today.
CREATE FUNCTION outcomes_follow_up_months() RETURNS SETOF int STABLE LANGUAGE sql AS $$
  SELECT DISTINCT rule('follow_up_' || nth, today())::int FROM unnest(ARRAY['first', 'second', 'third', 'last']) nth
$$;

-- Somebody is asked after work or studies that nobody has taken back, so many months after as the rules of the day
-- say, from the day on which they have passed, and not of a day to come. The end is held meanwhile, so that nobody
-- reopens the case under it. Taken back is taken back.
CREATE FUNCTION outcomes_follow_in_time() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE e outcomes_exit;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.taken_back_at := COALESCE(OLD.taken_back_at, clock());
    RETURN NEW;
  END IF;
  NEW.taken_back_at := NULL;
  SELECT * INTO e FROM outcomes_exit x WHERE x.id = NEW.exit_id AND x.person_id = NEW.person_id FOR SHARE;
  IF e.reopened_on IS NOT NULL OR e.reason NOT IN ('work', 'studies') OR e.held IS FALSE THEN
    RAISE EXCEPTION 'stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'followed_end_stands';
  END IF;
  IF NOT NEW.months IN (SELECT outcomes_follow_up_months()) THEN
    RAISE EXCEPTION 'months' USING ERRCODE = 'check_violation', CONSTRAINT = 'followed_as_the_rules_say';
  END IF;
  IF NEW.day < (e.day + make_interval(months => NEW.months))::date OR NEW.day > today() THEN
    RAISE EXCEPTION 'early' USING ERRCODE = 'check_violation', CONSTRAINT = 'followed_in_time';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER follow_in_time BEFORE INSERT OR UPDATE ON outcomes_followup FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION outcomes_follow_in_time();
