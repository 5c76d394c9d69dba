from django.db import migrations

SQL = """
-- The weeks to come, from a Monday: for each activity and week the fewest places free at any minute of its
-- open weekdays, the most taken, and the places then. Read from seat uses alone, as they are planned: who
-- begins, ends and moves. Days at other times are no ordinary week and are left out. An activity counts
-- from the week in which it opens to the one in which it closes.
CREATE FUNCTION activities_forecast(monday date, ahead int, of_activities bigint[])
RETURNS TABLE (activity_id bigint, week int, free int, taken int, places int) STABLE LANGUAGE sql AS $$
  WITH w AS MATERIALIZED (
    SELECT n, monday + 7 * n AS day, CASE extract(week FROM monday + 7 * n)::int % 2 WHEN 1 THEN 'a' ELSE 'b' END AS letter
    FROM generate_series(0, ahead - 1) n
  ), a AS MATERIALIZED (
    SELECT a.id, a.places, a.starts_on, a.ends_on, CASE WHEN a.weekdays = '' THEN ARRAY[0, 1, 2, 3, 4]
      ELSE ARRAY(SELECT array_position(ARRAY['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], d) - 1
        FROM unnest(string_to_array(a.weekdays, ',')) d) END AS open_days
    FROM activities_activity a WHERE a.id = ANY (of_activities)
  ), days AS (
    -- Each row's part of one weekday, and the first and last week in which it is there.
    SELECT s.activity_id, s.weeks, GREATEST(s.starts_at, d * 1440) AS starts_at, LEAST(s.ends_at, (d + 1) * 1440) AS ends_at,
      GREATEST(0, ceil((s.starts_on - monday - d) / 7.0))::int AS first,
      LEAST(ahead - 1, COALESCE(ceil((s.ends_on - monday - d) / 7.0)::int - 1, ahead - 1)) AS last
    FROM activities_seatuse s CROSS JOIN LATERAL generate_series(s.starts_at / 1440, (s.ends_at - 1) / 1440) d
    WHERE s.activity_id = ANY (of_activities) AND COALESCE(s.ends_on, '9999-12-31'::date) > monday
      AND s.starts_on < monday + 7 * ahead AND NOT s.once
      AND s.ends_on IS DISTINCT FROM s.starts_on
  ), alike AS MATERIALIZED (
    SELECT d.activity_id, d.weeks, d.starts_at, d.ends_at, d.first, d.last, count(*)::int AS many
    FROM days d WHERE d.first <= d.last GROUP BY 1, 2, 3, 4, 5, 6
  ), there AS MATERIALIZED (
    SELECT l.activity_id, w.n, l.starts_at, l.ends_at, sum(l.many)::int AS many
    FROM alike l JOIN w ON w.n BETWEEN l.first AND l.last AND l.weeks IN ('every', w.letter) GROUP BY 1, 2, 3, 4
  ), said AS MATERIALIZED (
    SELECT DISTINCT c.activity_id FROM activities_capacity c WHERE c.activity_id = ANY (of_activities)
  ), minutes AS (
    SELECT a.id AS activity_id, d * 1440 AS minute FROM a CROSS JOIN generate_series(0, 6) d
    UNION SELECT c.activity_id, unnest(ARRAY[c.starts_at, c.ends_at]) FROM activities_capacity c WHERE c.activity_id = ANY (of_activities)
  ), changes AS (
    SELECT t.activity_id, t.n, t.starts_at AS minute, t.many AS more FROM there t
    UNION ALL SELECT t.activity_id, t.n, t.ends_at, -t.many FROM there t
    UNION ALL SELECT m.activity_id, w.n, m.minute, 0 FROM minutes m CROSS JOIN w
  ), counted AS (
    SELECT c.activity_id, c.n, c.minute,
      (sum(sum(c.more)) OVER (PARTITION BY c.activity_id, c.n ORDER BY c.minute))::int AS taken
    FROM changes c GROUP BY 1, 2, 3
  ), full_days AS (
    SELECT k.activity_id, k.n, k.taken, CASE WHEN k.activity_id IN (SELECT s.activity_id FROM said s)
      THEN activities_places_at(k.activity_id, k.minute, w.day + k.minute / 1440, NULL) ELSE a.places END AS places
    FROM counted k JOIN a ON a.id = k.activity_id JOIN w ON w.n = k.n
    WHERE k.minute < 10080 AND k.minute / 1440 = ANY (a.open_days)
      AND w.day + k.minute / 1440 >= a.starts_on AND (a.ends_on IS NULL OR w.day + k.minute / 1440 < a.ends_on))
  SELECT f.activity_id, f.n, GREATEST(min(f.places - f.taken), 0), max(f.taken),
    (array_agg(f.places ORDER BY f.places - f.taken, f.places))[1]
  FROM full_days f GROUP BY f.activity_id, f.n ORDER BY f.activity_id, f.n
$$;

-- How many of the own municipality wait for a place: an open case with a plan in force, and no placement
-- that goes on, is to begin or waits for an answer. Everybody is counted, and nothing else is told.
CREATE FUNCTION activities_queue() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*) FROM plans_case k JOIN staff_unit u ON u.id = k.unit_id
  JOIN staff_unit me ON me.id = current_unit() AND me.organisation_id = u.organisation_id AND me.kind <> 'site'
  WHERE secrecy_role() IS NOT NULL AND k.closed_on IS NULL
    AND EXISTS (SELECT FROM plans_plan p WHERE p.case_id = k.id AND p.decided_at IS NOT NULL
      AND p.replaced_at IS NULL AND p.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM activities_placement p WHERE p.person_id = k.person_id AND p.refused_at IS NULL
      AND p.withdrawn_at IS NULL AND (p.ends_on IS NULL OR p.ends_on > today()))
$$;
REVOKE EXECUTE ON FUNCTION activities_queue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION activities_queue TO trappan_app;
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0010_catalogue")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
