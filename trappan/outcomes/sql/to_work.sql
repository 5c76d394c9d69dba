-- How many of the own municipality came to work, to studies or a step closer, by month and reason: numbers alone, for
-- every colleague of a municipality, but not for its board and leaders, who are told of no number under five. An end
-- that was undone, or did not last, is none. Whole months alone: two answers of which one holds a day more would tell
-- of that day.
CREATE FUNCTION outcomes_to_work(first date, until date) RETURNS TABLE (month date, reason text, ends bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT date_trunc('month', e.day)::date, e.reason::text, count(*) FROM outcomes_exit e
  JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
  WHERE e.day >= date_trunc('month', first) AND e.day < date_trunc('month', until)
    AND e.reopened_on IS NULL AND e.held IS NOT FALSE
    AND e.reason IN ('work', 'studies', 'internship', 'municipal') AND u.organisation_id = ANY (staff_own())
    AND secrecy_role() NOT IN ('director', 'controller', 'board_reader')
  GROUP BY 1, 2 ORDER BY 1, 2
$$;
GRANT EXECUTE ON FUNCTION outcomes_to_work TO trappan_app;

-- Those of them who want to be named, for so many months from the first day as the rules say; never anybody with
-- protected identity.
CREATE FUNCTION outcomes_named_to_work(first date, until date) RETURNS TABLE (day date, reason text, name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT e.day, e.reason::text, p.given_name || ' ' || p.family_name FROM outcomes_exit e
  JOIN people_person p ON p.id = e.person_id AND NOT p.shielded
  JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
  WHERE e.named AND e.day >= first AND e.day < until
    AND (SELECT today())
      < (e.day + make_interval(months => (SELECT (rule('named_months', today()) #>> '{}')::int)))::date
    AND e.reopened_on IS NULL AND e.held IS NOT FALSE
    AND e.reason IN ('work', 'studies', 'internship', 'municipal') AND u.organisation_id = ANY (staff_own())
    AND secrecy_role() NOT IN ('director', 'controller', 'board_reader')
  ORDER BY e.day DESC, p.sort
$$;
GRANT EXECUTE ON FUNCTION outcomes_named_to_work TO trappan_app;

-- How many of the own municipality, in a case that was open, arrived on a higher step of the staircase than they had
-- before, by month, as staff see it: each once a month, and no number under five.
CREATE FUNCTION outcomes_steps_up(first date, until date) RETURNS TABLE (month date, people bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT c.month, CASE WHEN c.people >= 5 THEN c.people END FROM (
    SELECT date_trunc('month', m.day)::date AS month, count(DISTINCT m.person_id) AS people FROM plans_stepmove m
    JOIN plans_ladderstep s ON s.id = m.step_id LEFT JOIN plans_ladderstep main ON main.id = s.maps_to_id
    CROSS JOIN LATERAL (SELECT b.step_id FROM plans_stepmove b WHERE b.person_id = m.person_id
      AND b.rated_by = 'staff' AND NOT b.corrected AND (b.day, b.id) < (m.day, m.id)
      ORDER BY b.day DESC, b.id DESC LIMIT 1) before
    JOIN plans_ladderstep t ON t.id = before.step_id LEFT JOIN plans_ladderstep was ON was.id = t.maps_to_id
    WHERE m.day >= date_trunc('month', first) AND m.day < date_trunc('month', until)
      AND m.rated_by = 'staff' AND NOT m.corrected
      AND COALESCE(main.number, s.number) > COALESCE(was.number, t.number)
      AND EXISTS (SELECT FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id
        WHERE k.person_id = m.person_id AND k.opened_on <= m.day AND (k.closed_on IS NULL OR m.day <= k.closed_on)
          AND u.organisation_id = ANY (staff_own()))
    GROUP BY 1) c
$$;
GRANT EXECUTE ON FUNCTION outcomes_steps_up TO trappan_app;
