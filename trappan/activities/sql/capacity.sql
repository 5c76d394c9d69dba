-- How many places an activity has at a minute of the week on a day; `before` leaves later changes out.
CREATE FUNCTION activities_places_at(of_activity bigint, at_minute int, on_day date, before bigint)
RETURNS int STABLE LANGUAGE sql AS $$
  SELECT COALESCE((SELECT c.places FROM activities_capacity c
      WHERE c.activity_id = of_activity AND NOT c.extra AND (before IS NULL OR c.id < before)
        AND c.starts_at <= at_minute AND at_minute < c.ends_at
        AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)
      ORDER BY c.id DESC LIMIT 1),
    (SELECT a.places FROM activities_activity a WHERE a.id = of_activity))
  + COALESCE((SELECT sum(c.places)::int FROM activities_capacity c
      WHERE c.activity_id = of_activity AND c.extra AND (before IS NULL OR c.id < before)
        AND c.starts_at <= at_minute AND at_minute < c.ends_at
        AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)), 0)
$$;
GRANT EXECUTE ON FUNCTION activities_places_at TO trappan_app;

-- The same counting as before, in weeks A and in weeks B, and of seats: a day at other times is the same
-- person's.
CREATE FUNCTION activities_too_many(of_activity bigint, from_minute int, to_minute int, from_day date, to_day date)
RETURNS boolean STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH taken AS (
    SELECT * FROM activities_seatuse s WHERE s.activity_id = of_activity
      AND s.starts_at < to_minute AND from_minute < s.ends_at
      AND (to_day IS NULL OR s.starts_on < to_day) AND (s.ends_on IS NULL OR from_day < s.ends_on)
      AND s.ends_on IS DISTINCT FROM s.starts_on
  ), said AS (
    SELECT * FROM activities_capacity c WHERE c.activity_id = of_activity
      AND c.starts_at < to_minute AND from_minute < c.ends_at
      AND (to_day IS NULL OR c.starts_on < to_day) AND (c.ends_on IS NULL OR from_day < c.ends_on)
  ), days AS (
    SELECT from_day AS day UNION SELECT GREATEST(starts_on, from_day) FROM taken
    UNION SELECT GREATEST(starts_on, from_day) FROM said
    UNION SELECT ends_on FROM said WHERE ends_on IS NOT NULL AND (to_day IS NULL OR ends_on < to_day)
  ), minutes AS (
    SELECT from_minute AS minute UNION SELECT GREATEST(starts_at, from_minute) FROM taken
    UNION SELECT GREATEST(starts_at, from_minute) FROM said
    UNION SELECT ends_at FROM said WHERE ends_at < to_minute
  ), counted AS (
    SELECT d.day, m.minute, count(DISTINCT t.seat)::int AS people FROM days d CROSS JOIN minutes m
    CROSS JOIN (VALUES ('a'), ('b')) w (letter)
    JOIN taken t ON t.starts_on <= d.day AND (t.ends_on IS NULL OR d.day < t.ends_on)
      AND t.starts_at <= m.minute AND m.minute < t.ends_at AND t.weeks IN ('every', w.letter)
    GROUP BY d.day, m.minute, w.letter)
  SELECT CASE WHEN EXISTS (SELECT FROM said)
    THEN EXISTS (SELECT FROM counted n WHERE n.people > activities_places_at(of_activity, n.minute, n.day, NULL))
    ELSE COALESCE((SELECT max(people) FROM counted), 0)
      > (SELECT a.places FROM activities_activity a WHERE a.id = of_activity) END
$$;

-- Fewer places: not below those placed, and told in advance. The same lock as for placing, so that a
-- place is not taken while it disappears.
CREATE FUNCTION activities_refuse_capacity() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE known date := today() + rule('places_notice_days', today())::int;
BEGIN
  PERFORM FROM activities_activity WHERE id = NEW.activity_id FOR NO KEY UPDATE;
  IF activities_too_many(NEW.activity_id, NEW.starts_at, NEW.ends_at, NEW.starts_on, NEW.ends_on) THEN
    RAISE EXCEPTION 'placed' USING ERRCODE = 'check_violation', CONSTRAINT = 'places_below_placed';
  END IF;
  -- What begins with the activity itself takes nothing from anybody.
  IF NOT NEW.extra AND current_actor() IS NOT NULL AND NEW.starts_on < known
     AND NEW.starts_on > (SELECT a.starts_on FROM activities_activity a WHERE a.id = NEW.activity_id) AND EXISTS (
       SELECT FROM (SELECT NEW.starts_at AS minute UNION SELECT c.starts_at FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.starts_at BETWEEN NEW.starts_at AND NEW.ends_at - 1
         UNION SELECT c.ends_at FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.ends_at BETWEEN NEW.starts_at AND NEW.ends_at - 1) m
       CROSS JOIN (SELECT NEW.starts_on AS day UNION SELECT c.starts_on FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id UNION SELECT c.ends_on FROM activities_capacity c
           WHERE c.activity_id = NEW.activity_id AND c.ends_on IS NOT NULL) d
       WHERE d.day >= NEW.starts_on AND d.day < known AND (NEW.ends_on IS NULL OR d.day < NEW.ends_on)
         AND activities_places_at(NEW.activity_id, m.minute, d.day, NEW.id)
           > activities_places_at(NEW.activity_id, m.minute, d.day, NULL)) THEN
    RAISE EXCEPTION 'notice' USING ERRCODE = 'check_violation', CONSTRAINT = 'lowering_needs_notice';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER check_capacity AFTER INSERT ON activities_capacity
  FOR EACH ROW EXECUTE FUNCTION activities_refuse_capacity();

-- As before, but people with the same hours are counted together; only those with a day at other times on
-- the day itself are looked at one by one, since their own rows may overlap. Within some minutes of the week, where
-- only these are asked about: nobody who is there at other minutes is read.
CREATE FUNCTION activities_load(on_day date, of_activities bigint[],
  within int4multirange DEFAULT '{[0,10080)}')
RETURNS TABLE (activity_id bigint, minute int, taken int, places int) STABLE LANGUAGE sql AS $$
  -- The fuller of weeks A and B, since whoever is placed comes in both; one of them where they are alike.
  WITH now_there AS MATERIALIZED (
    SELECT s.activity_id, s.seat, s.starts_at, s.ends_at, s.weeks, s.once FROM activities_seatuse s
    WHERE s.activity_id = ANY (of_activities) AND s.starts_on <= on_day AND s.until > on_day
      AND int4range(s.starts_at, s.ends_at) && within
  ), w AS MATERIALIZED (
    SELECT 'a' AS letter UNION ALL SELECT 'b' WHERE EXISTS (SELECT FROM now_there n WHERE n.weeks <> 'every')
  ), odd AS MATERIALIZED (
    SELECT DISTINCT n.seat FROM now_there n WHERE n.once
  ), used AS (
    SELECT n.activity_id, w.letter, n.starts_at, n.ends_at, count(*)::int AS many
    FROM now_there n JOIN w ON n.weeks IN ('every', w.letter)
    WHERE n.seat NOT IN (SELECT o.seat FROM odd o) GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT t.activity_id, t.letter, lower(t.stretch), upper(t.stretch), 1 FROM (
      SELECT n.activity_id, w.letter, unnest(range_agg(int4range(n.starts_at, n.ends_at))) AS stretch
      FROM now_there n JOIN odd o ON o.seat = n.seat JOIN w ON n.weeks IN ('every', w.letter)
      GROUP BY n.activity_id, n.seat, w.letter) t
  ), said AS MATERIALIZED (
    SELECT c.activity_id, c.starts_at, c.ends_at FROM activities_capacity c
    WHERE c.activity_id = ANY (of_activities) AND c.starts_on <= on_day
      AND (c.ends_on IS NULL OR on_day < c.ends_on)
  ), moments AS MATERIALIZED (
    SELECT u.activity_id, unnest(ARRAY[u.starts_at, u.ends_at]) AS minute FROM used u
    UNION SELECT a, d * 1440 FROM unnest(of_activities) a, generate_series(0, 6) d
    UNION SELECT a, lower(r) FROM unnest(of_activities) a, unnest(within) r
    UNION SELECT c.activity_id, unnest(ARRAY[c.starts_at, c.ends_at]) FROM said c
  ), changes AS (
    SELECT u.activity_id, u.letter, u.starts_at AS minute, u.many AS more FROM used u
    UNION ALL SELECT u.activity_id, u.letter, u.ends_at, -u.many FROM used u
    UNION ALL SELECT m.activity_id, w.letter, m.minute, 0 FROM moments m CROSS JOIN w
  ), counted AS (
    SELECT c.activity_id, c.letter, c.minute,
      (sum(sum(c.more)) OVER (PARTITION BY c.activity_id, c.letter ORDER BY c.minute))::int AS taken
    FROM changes c GROUP BY c.activity_id, c.letter, c.minute
  ), fuller AS (
    SELECT c.activity_id, c.minute, max(c.taken) AS taken FROM counted c GROUP BY c.activity_id, c.minute)
  SELECT n.activity_id, n.minute, n.taken,
    CASE WHEN EXISTS (SELECT FROM said c WHERE c.activity_id = n.activity_id)
      THEN activities_places_at(n.activity_id, n.minute, on_day, NULL) ELSE a.places END
  FROM fuller n JOIN activities_activity a ON a.id = n.activity_id WHERE within @> n.minute
  ORDER BY n.activity_id, n.minute
$$;
GRANT EXECUTE ON FUNCTION activities_load TO trappan_app;

-- How many places of each activity are free throughout each of some stretches of the week, none overlapping another:
-- in the fullest minute of it, as `activities_load` counts.
CREATE FUNCTION activities_free(on_day date, of_activities bigint[], from_minutes int[], to_minutes int[])
RETURNS TABLE (activity_id bigint, free int[]) STABLE LANGUAGE sql AS $$
  WITH asked AS MATERIALIZED (
    SELECT a.at, a.starts_at, a.ends_at FROM unnest(from_minutes, to_minutes) WITH ORDINALITY a (starts_at, ends_at, at)
  ), load AS (
    SELECT l.activity_id, l.minute, GREATEST(l.places - l.taken, 0) AS free,
      LEAD(l.minute, 1, 10080) OVER (PARTITION BY l.activity_id ORDER BY l.minute) AS until
    FROM activities_load(on_day, of_activities,
      (SELECT range_agg(int4range(a.starts_at, a.ends_at)) FROM asked a)) l
  ), least AS (
    SELECT l.activity_id, a.at, min(l.free) AS free
    FROM load l JOIN asked a ON l.minute < a.ends_at AND a.starts_at < l.until GROUP BY l.activity_id, a.at
  )
  SELECT l.activity_id, array_agg(l.free ORDER BY l.at) FROM least l GROUP BY l.activity_id
$$;
GRANT EXECUTE ON FUNCTION activities_free TO trappan_app;

-- The latest word about places is the latest row: its number is the database's, and it does not begin in
-- the past. Notice holds for every day on which there would be fewer, not for the first alone.
CREATE FUNCTION activities_number_capacity() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.id := nextval(pg_get_serial_sequence('activities_capacity', 'id'));
  IF NEW.starts_on < today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'capacity_from_today';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER number_capacity BEFORE INSERT ON activities_capacity FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION activities_number_capacity();
