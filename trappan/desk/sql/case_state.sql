-- The first thing on an open case's way that is not yet there, and since when it has been waited for.
CREATE VIEW desk_casestate WITH (security_invoker = true) AS
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
  m.id IS NOT NULL AS begun, COALESCE(s.reason, '') AS stall, s.starts_on AS stalled_since,
  EXISTS (SELECT FROM plans_plan d WHERE d.case_id = k.id AND d.decided_at IS NULL AND d.ended_at IS NULL) AS has_draft,
  p.id AS plan_id,
  COALESCE((SELECT f.next_on FROM plans_review f WHERE f.plan_id = p.id ORDER BY f.id DESC LIMIT 1),
    p.review_on) AS review_on,
  p.weekly_minutes, COALESCE(a.name, '') AS activity_name
FROM cases_case k
LEFT JOIN staff_membership r ON r.id = k.responsible_id
LEFT JOIN plans_mapping m ON m.case_id = k.id
LEFT JOIN plans_plan p ON p.case_id = k.id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
LEFT JOIN cases_stall s ON s.case_id = k.id AND s.ends_on IS NULL AND s.starts_on <= (SELECT today())
LEFT JOIN LATERAL (SELECT pl.id, pl.starts_on, act.name FROM placements_placement pl
  JOIN activities_activity act ON act.id = pl.activity_id
  WHERE pl.agreed AND pl.person_id = k.person_id AND pl.starts_on <= (SELECT today())
    AND (pl.ends_on IS NULL OR pl.ends_on > (SELECT today())) ORDER BY pl.starts_on, pl.id LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT max(e.ended_at) AS at FROM plans_plan e WHERE e.case_id = k.id) before ON p.id IS NULL
CROSS JOIN LATERAL placements_waits_since(k.id, k.person_id) w
WHERE k.closed_on IS NULL;
GRANT SELECT ON desk_casestate TO trappan_app;

-- The open cases of a head's own unit, and nobody else's: said first, their states are asked for by number, and the
-- answer takes no longer in a large town.
CREATE FUNCTION desk_own_unit_cases() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT ARRAY(SELECT k.id FROM cases_case k
    WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on IS NULL)
$$;

-- How long the unit's cases have waited, for its head, and for what: counts of everybody, by the
-- reason that was given or by what is not yet there. That somebody is protected is no reason here.
CREATE FUNCTION desk_unit_ageing()
RETURNS TABLE (why text, d30 bigint, d90 bigint, d180 bigint, longer bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.why, count(*) FILTER (WHERE days < 30), count(*) FILTER (WHERE days >= 30 AND days < 90),
    count(*) FILTER (WHERE days >= 90 AND days < 180), count(*) FILTER (WHERE days >= 180)
  FROM (SELECT CASE c.stall WHEN '' THEN c.stage WHEN 'protected' THEN 'other' ELSE c.stall END AS why,
      today() - COALESCE(c.stalled_since, c.since) AS days
    FROM desk_casestate c WHERE c.case_id = ANY (desk_own_unit_cases())
      AND (c.stage <> 'placed' OR c.stall <> '')) w
  GROUP BY w.why ORDER BY count(*) DESC, w.why
$$;
GRANT EXECUTE ON FUNCTION desk_unit_ageing TO trappan_app;

-- The longest waits by case number alone, everybody's: to leave the protected out would tell who they are.
CREATE FUNCTION desk_unit_longest()
RETURNS TABLE (number text, why text, since date, responsible text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.number, CASE c.stall WHEN '' THEN c.stage WHEN 'protected' THEN 'other' ELSE c.stall END,
    COALESCE(c.stalled_since, c.since), CASE WHEN staff_in_force(m) THEN o.given_name || ' ' || o.family_name
      ELSE '' END
  FROM cases_case k JOIN desk_casestate c ON c.case_id = k.id
  LEFT JOIN staff_membership m ON m.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = m.colleague_id
  WHERE k.id = ANY (desk_own_unit_cases()) AND c.case_id = ANY (desk_own_unit_cases())
    AND (c.stage <> 'placed' OR c.stall <> '')
  ORDER BY 3, 1 LIMIT 30
$$;
GRANT EXECUTE ON FUNCTION desk_unit_longest TO trappan_app;
