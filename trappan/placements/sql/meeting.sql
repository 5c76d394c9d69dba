-- Where the person is expected in a stretch of time, as far as whoever asks sees where the person is: sessions
-- that are held, and what others hold at certain times in the plan in force, but for public holidays and eves.
CREATE FUNCTION placements_expected(of_person bigint, from_time timestamptz, to_time timestamptz)
RETURNS TABLE (place text, placement_id bigint) STABLE LANGUAGE sql AS $$
  SELECT a.name::text, s.placement_id
    FROM placements_session s JOIN activities_activity a ON a.id = s.activity_id
   WHERE s.person_id = of_person AND s.state = 'held'
     AND s.day BETWEEN stockholm_day(from_time) AND stockholm_day(to_time)
     AND (s.day + make_interval(mins => s.starts_at)) AT TIME ZONE 'Europe/Stockholm' < to_time
     AND (s.day + make_interval(mins => s.ends_at)) AT TIME ZONE 'Europe/Stockholm' > from_time
  UNION ALL
  SELECT COALESCE(NULLIF(t.title, ''), t.kind)::text, NULL
    FROM plans_plan p JOIN plans_planpart t ON t.plan_id = p.id JOIN cases_case c ON c.id = p.case_id
    JOIN schedules_day d ON d.day BETWEEN stockholm_day(from_time) AND stockholm_day(to_time)
     AND t.starts_at / 1440 = d.weekday AND t.weeks IN ('every', d.letter)
     AND d.holiday = '' AND d.eve = ''
   WHERE p.person_id = of_person AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
     AND c.closed_on IS NULL AND t.taken_out_at IS NULL AND t.kind <> 'activity'
     AND (d.day + make_interval(mins => t.starts_at % 1440)) AT TIME ZONE 'Europe/Stockholm' < to_time
     AND (d.day + make_interval(mins => t.starts_at % 1440 + t.ends_at - t.starts_at))
         AT TIME ZONE 'Europe/Stockholm' > from_time
$$;
GRANT EXECUTE ON FUNCTION placements_expected TO trappan_app;

-- Who books a meeting is warned where the person is expected somewhere else then. The rule is here, since `cases`
-- knows nothing of placements.
CREATE FUNCTION placements_refuse_two_rooms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM placements_expected(NEW.person_id, NEW.starts_at, NEW.ends_at)) THEN
    RAISE EXCEPTION 'elsewhere' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_is_elsewhere';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER not_in_two_rooms BEFORE INSERT ON cases_meeting FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND NOT NEW.elsewhere) EXECUTE FUNCTION placements_refuse_two_rooms();

-- Where the person has come to be expected since a meeting to come was booked, whatever it was that changed: an answer,
-- a week, a day's times, a last day, a pause or a closing taken back, a plan decided. NULL where nothing crosses it.
-- Of people whose plan the asker holds: asked once, instead of by every table that says where somebody is expected.
CREATE FUNCTION placements_crosses(m cases_meeting) RETURNS text
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF m.outcome <> '' OR m.elsewhere OR m.starts_at <= clock() OR NOT people_holds(m.person_id, 'plan') THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT x.place FROM placements_expected(m.person_id, m.starts_at, m.ends_at) x ORDER BY x.place LIMIT 1);
END $$;
GRANT EXECUTE ON FUNCTION placements_crosses TO trappan_app;
