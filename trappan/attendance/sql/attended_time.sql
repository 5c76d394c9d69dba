-- The one definition of attendance. Each minute of a session up to today lies in exactly one of the six.
CREATE VIEW attended_time WITH (security_invoker = true) AS
SELECT c.key, c.placement_id, c.person_id, c.unit_id, c.activity_id, c.day, c.starts_at, c.ends_at, c.minutes,
  c.state, c.mark,
  c.here AS attended,
  CASE c.found WHEN 'excused' THEN c.away ELSE 0 END AS excused,
  CASE c.found WHEN 'unexcused' THEN c.away ELSE 0 END AS unexcused,
  CASE WHEN c.found IS NULL THEN c.away ELSE 0 END AS undecided,
  CASE WHEN c.state = 'held' AND c.mark = '' THEN c.minutes ELSE 0 END AS unmarked,
  CASE WHEN c.state = 'held' THEN 0 ELSE c.minutes END AS neutral, c.keyed_in, c.came_at, c.left_at
FROM (
  SELECT s.key, s.placement_id, s.person_id, s.unit_id, s.activity_id, s.day, s.starts_at, s.ends_at, s.minutes,
    s.state,
    COALESCE(a.mark, '') AS mark, h.here,
    CASE WHEN s.state = 'held' AND a.mark IS NOT NULL THEN s.minutes - h.here ELSE 0 END AS away,
    (SELECT f.kind FROM attendance_finding f WHERE f.placement_id = s.placement_id AND f.day = s.day
     ORDER BY f.at DESC, f.id DESC LIMIT 1) AS found, COALESCE(a.keyed_in, false) AS keyed_in,
    a.came_at, a.left_at
  FROM placements_session s
  LEFT JOIN attendance_attendance a ON a.placement_id = s.placement_id AND a.day = s.day
  -- Of who came late or left early: what lies of the hours between those times, or the minutes that a file told.
  CROSS JOIN LATERAL (SELECT CASE WHEN s.state <> 'held' THEN 0 WHEN a.mark = 'present' THEN s.minutes
    WHEN a.mark IS DISTINCT FROM 'partly' THEN 0
    WHEN num_nulls(a.came_at, a.left_at) = 2 THEN LEAST(a.minutes, s.minutes)
    ELSE LEAST(s.minutes, (SELECT COALESCE(sum(upper(r) - lower(r)), 0)
      FROM unnest(s.hours * int4multirange(int4range(a.came_at, a.left_at))) r)::int) END AS here) h
  WHERE s.day <= (SELECT today())
  UNION ALL
  -- Without a schedule only what was written down is known: minutes there, and nothing else.
  SELECT p.id || ':' || a.day, p.id, p.person_id, p.unit_id, p.activity_id, a.day, NULL, NULL, a.minutes, 'held',
    a.mark,
    a.minutes, 0, NULL, a.keyed_in, NULL, NULL
  FROM attendance_attendance a JOIN placements_placement p ON p.id = a.placement_id
  WHERE EXISTS (SELECT FROM activities_seatuse s WHERE s.seat = p.seat AND s.ends_at - s.starts_at > 1440)
) c;
GRANT SELECT ON attended_time TO trappan_app;
