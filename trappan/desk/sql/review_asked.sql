-- What has changed for somebody since the plan in force was decided, or last followed up: each thing that asks for a
-- review, with its day. Nothing is stored: it is gone when the plan is followed up, or another decided, after it.
-- Of people whom the reader holds for it alone, and in words that say no more than that it is so.
CREATE FUNCTION desk_reviews_asked(of_cases bigint[]) RETURNS TABLE (case_id bigint, why text, day date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH about AS MATERIALIZED (
    SELECT k.id, k.person_id, p.id AS plan_id, n.since, stockholm_day(n.since) AS since_day,
      k.person_id = ANY ((SELECT people_held(ARRAY(SELECT c.person_id FROM cases_case c WHERE c.id = ANY (of_cases)),
        'requirement', false))::bigint[]) AS told_of_support
    FROM cases_case k
    JOIN plans_plan p ON p.case_id = k.id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
    CROSS JOIN LATERAL (SELECT GREATEST(p.decided_at,
      (SELECT max(r.at) FROM plans_review r WHERE r.plan_id = p.id)) AS since) n
    WHERE k.id = ANY (of_cases) AND k.closed_on IS NULL
      AND k.person_id = ANY ((SELECT people_held(ARRAY(SELECT c.person_id FROM cases_case c
        WHERE c.id = ANY (of_cases)), 'plan', false))::bigint[]))
  SELECT a.id, f.why, f.day FROM about a CROSS JOIN LATERAL (
    -- Somebody has come to live there or has left: on a day since then, or as was written down since then.
    SELECT 'household' AS why, max(c.day) AS day FROM people_householdmember mine
      JOIN people_householdmember m ON m.household_id = mine.household_id
      CROSS JOIN LATERAL (
        SELECT c.day FROM (VALUES (m.starts_on), (m.ends_on)) c (day)
        WHERE c.day > a.since_day AND c.day <= (SELECT today())
        -- Of an earlier day, and written down since then.
        UNION ALL SELECT stockholm_day(e.at) FROM history_event e
          WHERE e.person_id = m.person_id AND e.at > a.since
            AND e.verb IN ('people.join_household', 'people.leave_household')) c
      -- Of somebody protected who lives there only to whoever sees the person; of nobody written there by mistake.
      WHERE a.told_of_support AND mine.person_id = a.person_id AND m.ends_on IS DISTINCT FROM m.starts_on
        AND (m.id = mine.id OR ((mine.ends_on IS NULL OR mine.ends_on > (SELECT today()))
          AND (NOT EXISTS (SELECT FROM people_person h WHERE h.id = m.person_id AND h.protection <> 'none')
            OR people_holds(m.person_id, 'requirement'))))
    UNION ALL
    -- An exemption has been decided since then, or has ended.
    SELECT 'exemption', max(c.day) FROM requirement_exemption x CROSS JOIN LATERAL (
        SELECT stockholm_day(x.decided_at) WHERE x.decided_at > a.since AND x.ends_on > x.starts_on
        UNION ALL SELECT x.ends_on WHERE x.ends_on > a.since_day AND x.ends_on <= (SELECT today())) c (day)
      WHERE a.told_of_support AND x.person_id = a.person_id
    UNION ALL
    -- Staff has assessed a step back, and it stands.
    SELECT 'step_back', max(v.day) FROM (
      SELECT m.day, m.at, m.imported, COALESCE(o.number, s.number) AS number,
        lag(COALESCE(o.number, s.number)) OVER (ORDER BY m.day, m.id) AS before
      FROM plans_stepmove m JOIN plans_ladderstep s ON s.id = m.step_id
      LEFT JOIN plans_ladderstep o ON o.id = s.maps_to_id
      WHERE m.person_id = a.person_id AND m.rated_by = 'staff' AND NOT m.corrected) v
      WHERE v.number < v.before AND v.at > a.since AND NOT v.imported
    UNION ALL
    -- Work or studies did not last, and the case is open again.
    SELECT 'exit', max(e.checked_on) FROM outcomes_exit e
      WHERE e.case_id = a.id AND e.held = false AND e.checked_on > a.since_day
    UNION ALL
    -- Something else is agreed on what a place must have than when the plan was decided.
    SELECT 'adaptation', stockholm_day(v.at) FROM plans_mapping k CROSS JOIN LATERAL (
        SELECT h.at, h.was FROM history_version h WHERE h.of_table = 'plans_mapping' AND h.row_id = k.id
          AND h.at > a.since ORDER BY h.id LIMIT 1) v
      WHERE k.case_id = a.id AND v.was -> 'needs' IS DISTINCT FROM to_jsonb(k.needs)
    UNION ALL
    -- The person has written that the plan is wrong.
    SELECT 'objection', stockholm_day(max(w.at)) FROM plans_ownword w
      WHERE w.plan_id = a.plan_id AND w.goal_id IS NULL AND w.view = 'disagrees' AND w.at > a.since
  ) f WHERE f.day IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION desk_reviews_asked TO trappan_app;
