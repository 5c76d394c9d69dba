-- Where an open case stands, with what a colleague has said that it waits for, and what of its plan is next.
CREATE VIEW desk_casestate WITH (security_invoker = true) AS
SELECT c.case_id, c.stage, c.since, c.begun, COALESCE(s.reason, '') AS stall, s.starts_on AS stalled_since,
  EXISTS (SELECT FROM plans_plan d WHERE d.case_id = c.case_id AND d.decided_at IS NULL AND d.ended_at IS NULL)
    AS has_draft,
  c.plan_id,
  COALESCE((SELECT f.next_on FROM plans_review f WHERE f.plan_id = c.plan_id ORDER BY f.id DESC LIMIT 1),
    c.review_on) AS review_on,
  c.weekly_minutes, c.activity_name
FROM placements_casestate c
LEFT JOIN cases_stall s ON s.case_id = c.case_id AND s.ends_on IS NULL AND s.starts_on <= (SELECT today());
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
