-- Since when somebody waits for a place, to begin with: since a plan was decided first, or since the last place ended.
-- A follow-up that replaces the plan does not begin the wait anew. One row: joined, it becomes a part of the question
-- that asks, which begins a function of one value anew for each case.
CREATE FUNCTION placements_waits_since(of_case bigint, of_person bigint) RETURNS TABLE (since date)
STABLE LANGUAGE sql AS $$
  SELECT GREATEST(
    (SELECT max(p.ends_on) FROM placements_placement p
      WHERE p.person_id = of_person AND p.agreed AND p.ends_on <= (SELECT today())),
    (SELECT stockholm_day(min(f.decided_at)) FROM plans_plan f WHERE f.case_id = of_case AND f.decided_at IS NOT NULL))
$$;
GRANT EXECUTE ON FUNCTION placements_waits_since TO trappan_app;

-- Who of a municipality waits for a place: an open case with a plan in force, and no placement that goes on, is to
-- begin or waits for an answer. Nobody's to call but the database's own functions.
CREATE FUNCTION placements_who_waits(of_organisation bigint)
RETURNS TABLE (case_id bigint, person_id bigint, number text, plan_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH placed AS MATERIALIZED (
    SELECT p.person_id FROM placements_placement p
    WHERE p.refused_at IS NULL AND p.withdrawn_at IS NULL AND p.ends_on IS NULL
    UNION ALL SELECT p.person_id FROM placements_placement p
    WHERE p.refused_at IS NULL AND p.withdrawn_at IS NULL AND p.ends_on > (SELECT today()))
  SELECT k.id, k.person_id, k.number, p.id FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id
  JOIN plans_plan p ON p.case_id = k.id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
  WHERE u.organisation_id = of_organisation AND k.closed_on IS NULL
    AND k.person_id NOT IN (SELECT x.person_id FROM placed x)
$$;

-- How many wait: everybody is counted, and nothing else is told: by the step they stand on, the branches
-- wished for and the languages spoken (empty where nobody has asked). Fewer than five of a kind are told together, and
-- never so that what is left out can be worked out from the sum. Nobody's to call but the function below.
CREATE FUNCTION placements_waiting(of_organisation bigint)
RETURNS TABLE (about text, value text, people bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH waiting AS MATERIALIZED (
    SELECT w.case_id AS id, w.person_id FROM placements_who_waits(of_organisation) w
  ), told AS (
    SELECT 'step' AS about, COALESCE(s.number::text, '') AS value FROM waiting w
    LEFT JOIN LATERAL (SELECT COALESCE(o.number, l.number) AS number FROM plans_stepmove m
      JOIN plans_ladderstep l ON l.id = m.step_id LEFT JOIN plans_ladderstep o ON o.id = l.maps_to_id
      WHERE m.person_id = w.person_id AND m.rated_by = 'staff' AND NOT m.corrected
      ORDER BY m.day DESC, m.id DESC LIMIT 1) s ON true
    UNION ALL
    SELECT 'branch', COALESCE(b.code, '') FROM waiting w LEFT JOIN plans_mapping m ON m.case_id = w.id
    LEFT JOIN LATERAL unnest(m.branch_wish) b (code) ON true
    UNION ALL
    SELECT 'language', COALESCE(l.name, '') FROM waiting w JOIN people_person x ON x.id = w.person_id
    LEFT JOIN LATERAL unnest(x.languages) l (name) ON true
  ), counted AS (
    SELECT t.about, t.value, count(*) AS people FROM told t GROUP BY t.about, t.value
  ), beside AS (
    SELECT c.*, COALESCE(sum(c.people) OVER (PARTITION BY c.about ORDER BY c.people, c.value
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS smaller FROM counted c)
  SELECT 'all', '', count(*) FROM waiting
  UNION ALL
  SELECT b.about, CASE WHEN b.people >= 5 AND b.smaller NOT BETWEEN 1 AND 4 THEN b.value END, sum(b.people)::bigint
  FROM beside b GROUP BY 1, 2
$$;

-- The same of the actor's own municipality, as it was at most ten minutes ago: to count takes the longer the more there
-- are, and the page is opened often. Told to those who place people, in their own municipality: neither to a site nor
-- to whoever has a site's role in another unit, who could see from day to day that somebody has begun or left.
CREATE FUNCTION placements_queue()
RETURNS TABLE (about text, value text, people bigint, counted_at timestamptz)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE organisation bigint; kept placements_queuecount;
BEGIN
  SELECT u.organisation_id INTO organisation FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE u.id = current_unit() AND u.kind <> 'site' AND o.kind = 'municipality'
    AND secrecy_role() NOT IN ('supervisor', 'site_leader');
  IF organisation IS NULL THEN
    RETURN;
  END IF;
  SELECT * INTO kept FROM placements_queuecount q WHERE q.organisation_id = organisation
    AND q.counted_at BETWEEN clock() - interval '10 minutes' AND clock();
  IF NOT FOUND THEN
    INSERT INTO placements_queuecount (organisation_id, counted_at, counts)
    SELECT organisation, clock(), jsonb_agg(to_jsonb(w)) FROM placements_waiting(organisation) w
    ON CONFLICT (organisation_id) DO UPDATE SET counted_at = EXCLUDED.counted_at, counts = EXCLUDED.counts
    RETURNING * INTO kept;
  END IF;
  RETURN QUERY SELECT w.about, w.value, w.people, kept.counted_at
    FROM jsonb_to_recordset(kept.counts) AS w (about text, value text, people bigint) ORDER BY w.people DESC, w.value;
END $$;
GRANT EXECUTE ON FUNCTION placements_queue TO trappan_app;
