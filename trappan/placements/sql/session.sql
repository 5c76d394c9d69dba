-- A placement's time on each day of the calendar. Days changed by agreement go before the week's own.
CREATE VIEW placements_session WITH (security_invoker = true) AS
SELECT t.placement_id || ':' || t.day AS key, t.placement_id, t.person_id, t.unit_id, t.activity_id, t.day,
  t.starts_at, t.ends_at, t.minutes, t.hours,
  st.state
FROM (
  SELECT p.placement_id, p.person_id, p.unit_id, p.activity_id, p.day, p.waits_from, min(p.starts_at) AS starts_at,
    max(p.ends_at) AS ends_at, range_agg(int4range(p.starts_at, p.ends_at)) AS hours, sum(extract(epoch FROM
      (p.day + make_interval(mins => p.ends_at)) AT TIME ZONE 'Europe/Stockholm'
      - (p.day + make_interval(mins => p.starts_at)) AT TIME ZONE 'Europe/Stockholm'))::int / 60 AS minutes
  FROM (
    SELECT p.id AS placement_id, p.person_id, p.unit_id, p.activity_id, d.day, p.waits_from,
      s.starts_at % 1440 AS starts_at, (s.ends_at - 1) % 1440 + 1 AS ends_at
    FROM placements_placement p JOIN activities_seatuse s ON s.seat = p.seat AND s.ends_at - s.starts_at <= 1440
    JOIN schedules_day d ON d.weekday = s.starts_at / 1440
      AND d.day >= p.starts_on AND d.day >= s.starts_on
      AND (p.ends_on IS NULL OR d.day < p.ends_on) AND (s.ends_on IS NULL OR d.day < s.ends_on)
      AND s.weeks IN ('every', d.letter)
    WHERE p.agreed AND NOT EXISTS (SELECT FROM placements_daychange c WHERE c.placement_id = p.id AND c.day = d.day
      AND c.taken_back_at IS NULL)
    UNION ALL
    SELECT p.id, p.person_id, p.unit_id, p.activity_id, c.day, p.waits_from, c.starts_at, c.ends_at
    FROM placements_daychange c JOIN placements_placement p ON p.id = c.placement_id
      AND p.starts_on <= c.day AND (p.ends_on IS NULL OR c.day < p.ends_on)
    WHERE p.agreed AND c.starts_at IS NOT NULL AND c.taken_back_at IS NULL
  ) p
  GROUP BY p.placement_id, p.person_id, p.unit_id, p.activity_id, p.day, p.waits_from
) t JOIN schedules_day d ON d.day = t.day JOIN activities_activity a ON a.id = t.activity_id
-- A fence: asked for in several places above, the state is still looked up once a session.
CROSS JOIN LATERAL (SELECT
  CASE WHEN t.day >= t.waits_from THEN 'unsigned'
      WHEN EXISTS (SELECT FROM placements_suspension x WHERE x.placement_id = t.placement_id
        AND x.starts_on <= t.day AND t.day < x.ends_on) THEN 'suspended'
      WHEN EXISTS (SELECT FROM placements_closure x WHERE x.unit_id = t.unit_id AND x.opened_at IS NULL
        AND x.starts_on <= t.day AND t.day < x.ends_on) THEN 'closed'
      WHEN d.holiday <> '' AND NOT a.open_holidays OR d.eve <> '' AND NOT a.open_eves THEN 'closed'
      WHEN EXISTS (SELECT FROM placements_cancellation x WHERE x.activity_id = t.activity_id
        AND x.day = t.day AND x.restored_at IS NULL) THEN 'cancelled'
      ELSE 'held' END AS state
  OFFSET 0) st;
GRANT SELECT ON placements_session TO trappan_app;
