-- Who books a meeting is warned where the person is expected at an activity then, as far as the colleague sees
-- where the person is. The rule is here, since `cases` knows nothing of placements.
CREATE FUNCTION placements_refuse_two_rooms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM placements_session s WHERE s.person_id = NEW.person_id AND s.state = 'held'
      AND s.day BETWEEN stockholm_day(NEW.starts_at) AND stockholm_day(NEW.ends_at)
      AND (s.day + make_interval(mins => s.starts_at)) AT TIME ZONE 'Europe/Stockholm' < NEW.ends_at
      AND (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' > NEW.starts_at) THEN
    RAISE EXCEPTION 'elsewhere' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_is_elsewhere';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER not_in_two_rooms BEFORE INSERT ON cases_meeting FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NOT NEW.elsewhere) EXECUTE FUNCTION placements_refuse_two_rooms();
