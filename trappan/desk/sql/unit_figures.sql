-- The open cases of the head's own unit by number alone: who is responsible, what each waits for and since when.
-- `stage` is the case's, or `next` where a place is waited for after another; everybody is in it, once.
CREATE FUNCTION desk_unit_cases()
RETURNS TABLE (case_id bigint, number text, responsible_id bigint, responsible text, stage text, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.id, k.number, CASE WHEN c.stage <> 'unassigned' THEN k.responsible_id END,
    CASE WHEN c.stage <> 'unassigned' THEN o.given_name || ' ' || o.family_name ELSE '' END,
    CASE WHEN c.stage = 'waiting' AND EXISTS (SELECT FROM placements_placement p WHERE p.person_id = k.person_id
      AND p.agreed AND p.starts_on < p.ends_on AND p.ends_on <= (SELECT today())) THEN 'next' ELSE c.stage END, c.since
  FROM cases_case k JOIN desk_casestate c ON c.case_id = k.id
  LEFT JOIN staff_membership m ON m.id = k.responsible_id LEFT JOIN staff_colleague o ON o.id = m.colleague_id
  WHERE k.id = ANY (desk_own_unit_cases()) AND c.case_id = ANY (desk_own_unit_cases())
$$;
GRANT EXECUTE ON FUNCTION desk_unit_cases TO trappan_app;

-- Cases of the own unit that were opened or closed on the days from `first` up to `until`, by number alone: `way` is
-- in or out. Whose it is or was; of those closed, why and whether somebody has checked that it lasted: an exit that
-- was undone is none. How many went where is counted by the figures (insight_own_unit). `case_id` only while the case
-- is open: of a closed one a head has nothing to do.
CREATE FUNCTION desk_unit_flow(first date, until date)
RETURNS TABLE (way text, day date, number text, responsible text, reason text, held boolean, case_id bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT 'in', k.opened_on, k.number, o.given_name || ' ' || o.family_name, '', NULL::boolean,
    CASE WHEN k.closed_on IS NULL THEN k.id END
  FROM cases_case k LEFT JOIN staff_membership m ON m.id = k.responsible_id
  LEFT JOIN staff_colleague o ON o.id = m.colleague_id
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.opened_on >= first AND k.opened_on < until
  UNION ALL
  SELECT 'out', k.closed_on, k.number, o.given_name || ' ' || o.family_name, COALESCE(e.reason, ''), e.held, NULL
  FROM cases_case k LEFT JOIN staff_membership m ON m.id = k.responsible_id
  LEFT JOIN staff_colleague o ON o.id = m.colleague_id
  LEFT JOIN outcomes_exit e ON e.case_id = k.id AND e.reopened_on IS NULL
  WHERE secrecy_role() = 'head_of_unit' AND k.unit_id = current_unit() AND k.closed_on >= first AND k.closed_on < until
$$;
GRANT EXECUTE ON FUNCTION desk_unit_flow TO trappan_app;
