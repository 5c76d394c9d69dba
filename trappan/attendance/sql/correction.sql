-- What marks were before they were changed: by whom and when, and who changed them, when and why. Versions obey
-- the secrecy of the row they tell of.
CREATE VIEW attendance_correction WITH (security_invoker = true) AS
SELECT v.id, a.placement_id, a.person_id, a.day, v.was->>'mark' AS mark, (v.was->>'minutes')::int AS minutes,
  (v.was->>'came_at')::int AS came_at, (v.was->>'left_at')::int AS left_at,
  (v.was->>'author_id')::bigint AS marked_by_id, (v.was->>'at')::timestamptz AS marked_at,
  v.actor_id AS corrected_by_id, v.at AS corrected_at,
  COALESCE((SELECT n.was->>'why' FROM history_version n WHERE n.of_table = v.of_table AND n.row_id = v.row_id
    AND n.id > v.id ORDER BY n.id LIMIT 1), a.why) AS why
FROM attendance_attendance a JOIN history_version v ON v.of_table = 'attendance_attendance' AND v.row_id = a.id;
GRANT SELECT ON attendance_correction TO trappan_app;
