import datetime

import django.db.models.functions.comparison
from django.db import migrations, models

SQL = """
-- As before, but people with the same hours are counted together; only those with a day at other times on
-- the day itself are looked at one by one, since their own rows may overlap.
CREATE OR REPLACE FUNCTION activities_load(on_day date, of_activities bigint[])
RETURNS TABLE (activity_id bigint, minute int, taken int, places int) STABLE LANGUAGE sql AS $$
  -- The fuller of weeks A and B, since whoever is placed comes in both; one of them where they are alike.
  WITH now_there AS MATERIALIZED (
    SELECT s.activity_id, s.seat, s.starts_at, s.ends_at, s.weeks, s.once FROM activities_seatuse s
    WHERE s.activity_id = ANY (of_activities) AND s.starts_on <= on_day AND COALESCE(s.ends_on, '9999-12-31'::date) > on_day
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
  FROM fuller n JOIN activities_activity a ON a.id = n.activity_id WHERE n.minute < 10080
  ORDER BY n.activity_id, n.minute
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0012_prompts")]
    operations = [
        migrations.AddIndex(
            model_name="seatuse",
            index=models.Index(
                models.F("activity"),
                django.db.models.functions.comparison.Coalesce(
                    "ends_on", models.Value(datetime.date(9999, 12, 31))
                ),
                name="seat_until",
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
