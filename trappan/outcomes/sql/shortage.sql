-- How many of the municipality's came to work in an occupation that was marked that day as one with too few for the
-- work there is, by year and occupation, for the employer team and heads: no number of fewer than five. An end that
-- was undone, or did not last, is none; nor is that of anybody protected, of whom a line of its own would tell.
CREATE FUNCTION outcomes_in_shortage() RETURNS TABLE (year int, occupation text, ends bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT extract(year FROM e.day)::int, c.label::text, CASE WHEN count(DISTINCT e.person_id) >= 5 THEN count(*) END
  FROM outcomes_exit e JOIN rules_concept c ON c.id = e.occupation_id
  JOIN people_person x ON x.id = e.person_id AND NOT x.shielded
  JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
  WHERE secrecy_role() IN ('employer_officer', 'head_of_unit') AND u.organisation_id = ANY (staff_own())
    AND e.reason = 'work' AND e.reopened_on IS NULL AND e.held IS NOT FALSE AND e.day <= today()
    AND rules_is_marked(e.occupation_id, 'shortage', e.day)
  GROUP BY 1, 2 ORDER BY 1 DESC, 2
$$;
GRANT EXECUTE ON FUNCTION outcomes_in_shortage TO trappan_app;
