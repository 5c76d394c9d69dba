ALTER TABLE placements_daychange ADD CONSTRAINT placements_daychange_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

CREATE FUNCTION placements_day_has_a_place() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM activities_seatuse s JOIN placements_placement p ON p.seat = s.seat
      WHERE p.id = NEW.placement_id AND s.starts_on <= NEW.day AND (s.ends_on IS NULL OR NEW.day < s.ends_on)
        AND s.starts_at <= (extract(isodow FROM NEW.day)::int - 1) * 1440 + NEW.starts_at
        AND s.ends_at >= (extract(isodow FROM NEW.day)::int - 1) * 1440 + NEW.ends_at) THEN
    RAISE EXCEPTION 'no place' USING ERRCODE = 'check_violation', CONSTRAINT = 'place_is_free';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER has_a_place BEFORE INSERT ON placements_daychange FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NEW.starts_at IS NOT NULL) EXECUTE FUNCTION placements_day_has_a_place();

-- Other times are those of a session that is held: there must be one that day.
CREATE FUNCTION placements_day_has_a_session() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM placements_session t JOIN placements_placement p ON p.id = t.placement_id
      JOIN schedules_day d ON d.day = t.day JOIN activities_seatuse s ON s.seat = p.seat AND NOT s.once
        AND s.starts_at / 1440 = d.weekday AND s.starts_on <= t.day AND (s.ends_on IS NULL OR t.day < s.ends_on)
        AND s.weeks IN ('every', d.letter)
      WHERE t.placement_id = NEW.placement_id AND t.day = NEW.day AND t.state = 'held')
     AND NOT EXISTS (SELECT FROM placements_daychange c
      WHERE c.placement_id = NEW.placement_id AND c.day = NEW.day AND c.taken_back_at IS NULL) THEN
    RAISE EXCEPTION 'no session' USING ERRCODE = 'check_violation', CONSTRAINT = 'other_times_of_a_session';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER has_a_session BEFORE INSERT ON placements_daychange FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_day_has_a_session();

-- Other times on a day to come are taken back: the day is as the week says, and the place held for it free.
CREATE FUNCTION placements_take_back_day(of_change bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE c placements_daychange;
BEGIN
  SELECT * INTO c FROM placements_daychange x WHERE x.id = of_change FOR UPDATE;
  IF c.id IS NULL OR secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(c.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'days_not_yours';
  END IF;
  IF c.taken_back_at IS NOT NULL OR c.day < today() THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_over';
  END IF;
  IF EXISTS (SELECT FROM attendance_attendance a WHERE a.placement_id = c.placement_id AND a.day = c.day) THEN
    RAISE EXCEPTION 'marked' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_marked';
  END IF;
  UPDATE placements_daychange SET taken_back_at = clock() WHERE id = c.id;
  UPDATE activities_seatuse s SET ends_on = s.starts_on FROM placements_placement p
    WHERE p.id = c.placement_id AND s.seat = p.seat AND s.once AND s.starts_on = c.day;
  -- A time that has begun was not to be held: nobody can be absent from it afterwards.
  IF EXISTS (SELECT FROM placements_session t WHERE t.placement_id = c.placement_id AND t.day = c.day
      AND (t.day + make_interval(mins => t.starts_at)) AT TIME ZONE 'Europe/Stockholm' <= clock()) THEN
    RAISE EXCEPTION 'begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'day_is_over';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION placements_take_back_day TO trappan_app;
