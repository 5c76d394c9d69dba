import datetime

from django.db import migrations, models
from django.db.models.functions import Coalesce

SQL = """
-- As before, but people with the same hours are counted together; only those with a day at other times on
-- the day itself are looked at one by one, since their own rows may overlap.
CREATE OR REPLACE FUNCTION activities_load(on_day date, of_activities bigint[])
RETURNS TABLE (activity_id bigint, minute int, taken int, places int) STABLE LANGUAGE sql AS $$
  -- The fuller of weeks A and B, since whoever is placed comes in both; one of them where they are alike.
  WITH now_there AS MATERIALIZED (
    SELECT s.activity_id, s.seat, s.starts_at, s.ends_at, s.weeks, s.once FROM activities_seatuse s
    WHERE s.activity_id = ANY (of_activities) AND s.starts_on <= on_day AND s.until > on_day
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
    operations = [
        migrations.AddField(
            model_name="seatuse",
            name="until",
            field=models.GeneratedField(
                db_persist=True,
                expression=Coalesce("ends_on", models.Value(datetime.date(9999, 12, 31))),
                output_field=models.DateField(),
            ),
        ),
        migrations.AddIndex(model_name="seatuse", index=models.Index(fields=["activity", "until"], name="seat_until")),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
