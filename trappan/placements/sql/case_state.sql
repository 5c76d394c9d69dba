-- The first thing on an open case's way that is not yet there, and since when it has been waited for; with the plan in
-- force and the activity, where there are. Figures count by it what cases wait for, and the desk adds what it shows.
CREATE VIEW placements_casestate WITH (security_invoker = true) AS
SELECT k.id AS case_id,
  CASE WHEN k.responsible_id IS NULL OR r.ends_on <= (SELECT today()) THEN 'unassigned'
    WHEN m.finished_at IS NULL THEN 'unmapped' WHEN p.id IS NULL THEN 'unplanned'
    WHEN a.id IS NULL THEN 'waiting' ELSE 'placed' END AS stage,
  CASE WHEN k.responsible_id IS NULL OR r.ends_on <= (SELECT today()) THEN GREATEST(k.opened_on, r.ends_on, (
      SELECT stockholm_day(max(h.answered_at)) FROM cases_handover h
      WHERE h.case_id = k.id AND h.seat = 'responsible' AND h.answer = 'sent_back'))
    WHEN m.finished_at IS NULL THEN k.opened_on
    WHEN p.id IS NULL THEN GREATEST(m.held_on, stockholm_day(before.at))
    WHEN a.id IS NULL THEN w.since
    ELSE a.starts_on END AS since,
  m.id IS NOT NULL AS begun, p.id AS plan_id, p.review_on, p.weekly_minutes, COALESCE(a.name, '') AS activity_name
FROM cases_case k
LEFT JOIN staff_membership r ON r.id = k.responsible_id
LEFT JOIN plans_mapping m ON m.case_id = k.id
LEFT JOIN plans_plan p ON p.case_id = k.id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
LEFT JOIN LATERAL (SELECT pl.id, pl.starts_on, act.name FROM placements_placement pl
  JOIN activities_activity act ON act.id = pl.activity_id
  WHERE pl.agreed AND pl.person_id = k.person_id AND pl.starts_on <= (SELECT today())
    AND (pl.ends_on IS NULL OR pl.ends_on > (SELECT today())) ORDER BY pl.starts_on, pl.id LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT max(e.ended_at) AS at FROM plans_plan e WHERE e.case_id = k.id) before ON p.id IS NULL
CROSS JOIN LATERAL placements_waits_since(k.id, k.person_id) w
WHERE k.closed_on IS NULL;
GRANT SELECT ON placements_casestate TO trappan_app;
