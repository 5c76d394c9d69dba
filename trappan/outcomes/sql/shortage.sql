-- How many of the municipality's came to work in an occupation that was marked that day as one with too few for the
-- work there is, by year and occupation, for the employer team and heads: no number of fewer than five. An end that
-- was undone, or did not last, is none; nor is that of anybody protected, of whom a line of its own would tell. Figures
-- tell how many there are in all (exits_work_in_shortage): where one occupation alone has fewer than five, or all that
-- have fewer have fewer than five together, the smallest of the year's others is not told either, so that they cannot
-- be reckoned from the sum.
CREATE FUNCTION outcomes_in_shortage() RETURNS TABLE (year int, occupation text, ends bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH counted AS (SELECT extract(year FROM e.day)::int AS year, c.label::text AS occupation, count(*) AS ends,
    count(DISTINCT e.person_id) AS people
  FROM outcomes_exit e JOIN rules_concept c ON c.id = e.occupation_id
  JOIN people_person x ON x.id = e.person_id AND NOT x.shielded
  JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
  WHERE secrecy_role() IN ('employer_officer', 'head_of_unit') AND u.organisation_id = ANY (staff_own())
    AND e.reason = 'work' AND e.reopened_on IS NULL AND e.held IS NOT FALSE AND e.day <= today()
    AND rules_is_marked(e.occupation_id, 'shortage', e.day)
  GROUP BY 1, 2), held AS (
    SELECT h.year, count(*) AS few, sum(h.people) AS people FROM counted h WHERE h.people < 5 GROUP BY h.year)
  SELECT n.year, n.occupation, CASE WHEN n.people >= 5 AND NOT (COALESCE(h.few = 1 OR h.people < 5, false)
    AND n.occupation = (SELECT s.occupation FROM counted s WHERE s.year = n.year AND s.people >= 5
      ORDER BY s.people, s.occupation LIMIT 1)) THEN n.ends END
  FROM counted n LEFT JOIN held h ON h.year = n.year ORDER BY n.year DESC, n.occupation
$$;
GRANT EXECUTE ON FUNCTION outcomes_in_shortage TO trappan_app;
