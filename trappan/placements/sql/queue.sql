-- How many of the own municipality wait for a place: an open case with a plan in force, and no placement
-- that goes on, is to begin or waits for an answer. Everybody is counted, and nothing else is told.
CREATE FUNCTION placements_queue() RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*) FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id
  JOIN staff_unit me ON me.id = current_unit() AND me.organisation_id = u.organisation_id AND me.kind <> 'site'
  WHERE secrecy_role() IS NOT NULL AND k.closed_on IS NULL
    AND EXISTS (SELECT FROM plans_plan p WHERE p.case_id = k.id AND p.decided_at IS NOT NULL
      AND p.replaced_at IS NULL AND p.ended_at IS NULL)
    AND NOT EXISTS (SELECT FROM placements_placement p WHERE p.person_id = k.person_id AND p.refused_at IS NULL
      AND p.withdrawn_at IS NULL AND (p.ends_on IS NULL OR p.ends_on > today()))
$$;
GRANT EXECUTE ON FUNCTION placements_queue TO trappan_app;
