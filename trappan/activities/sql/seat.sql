-- Whether a place is free when somebody takes it; `capacity.sql` counts the places, and refuses fewer than are taken.
ALTER TABLE activities_seatuse ADD CONSTRAINT seat_within_a_day
  CHECK ((ends_at - 1) / 1440 = starts_at / 1440 OR (starts_at = 0 AND ends_at = 10080));

CREATE FUNCTION activities_place_is_free() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE from_day date := NEW.starts_on;
BEGIN
  -- To leave sooner is always allowed, also where an activity has come to hold too many.
  IF TG_OP = 'UPDATE' AND NEW.activity_id = OLD.activity_id AND NEW.starts_at >= OLD.starts_at
     AND NEW.ends_at <= OLD.ends_at AND NEW.starts_on >= OLD.starts_on
     AND (OLD.ends_on IS NULL OR NEW.ends_on <= OLD.ends_on) THEN
    RETURN NULL;
  END IF;
  -- Who stays longer takes up the added time only: what is taken already is not asked for again.
  IF TG_OP = 'UPDATE' AND (NEW.activity_id, NEW.seat, NEW.starts_at, NEW.ends_at, NEW.weeks, NEW.starts_on)
     = (OLD.activity_id, OLD.seat, OLD.starts_at, OLD.ends_at, OLD.weeks, OLD.starts_on)
     AND OLD.ends_on IS NOT NULL THEN
    from_day := GREATEST(NEW.starts_on, OLD.ends_on);
  END IF;
  -- The lock makes two who place at the same moment stand in line; then the count is the truth.
  PERFORM FROM activities_activity WHERE id = NEW.activity_id FOR NO KEY UPDATE;
  IF activities_too_many(NEW.activity_id, NEW.starts_at, NEW.ends_at, from_day, NEW.ends_on) THEN
    RAISE EXCEPTION 'no place left' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_free',
      DETAIL = (SELECT code FROM activities_activity WHERE id = NEW.activity_id);
  END IF;
  RETURN NULL;
END $$;

-- Nobody is given times outside the opening hours; who had them before the hours were said keeps them.
CREATE FUNCTION activities_refuse_closed_hours() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE midnight time := '00:00';
BEGIN
  IF EXISTS (SELECT FROM activities_activity a WHERE a.id = NEW.activity_id AND a.opens IS NOT NULL
      AND (NEW.starts_at % 1440 < extract(epoch FROM a.opens - midnight) / 60
        OR (NEW.ends_at - 1) % 1440 + 1 > extract(epoch FROM a.closes - midnight) / 60)) THEN
    RAISE EXCEPTION 'hours' USING ERRCODE = 'check_violation', CONSTRAINT = 'seat_in_opening_hours';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_closed_hours BEFORE INSERT ON activities_seatuse FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NOT NEW.once) EXECUTE FUNCTION activities_refuse_closed_hours();

-- A day at other times is of the week A or B that it lies in, also once the weeks are counted from another Monday.
CREATE FUNCTION activities_letter_days() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE activities_seatuse s SET weeks = d.letter FROM schedules_day d
  WHERE s.once AND d.day = s.starts_on AND s.weeks <> d.letter;
  RETURN NULL;
END $$;

CREATE TRIGGER letter_days AFTER UPDATE OF letter ON schedules_day
  FOR EACH STATEMENT EXECUTE FUNCTION activities_letter_days();

CREATE TRIGGER place_is_free AFTER INSERT OR UPDATE ON activities_seatuse
  FOR EACH ROW EXECUTE FUNCTION activities_place_is_free();
