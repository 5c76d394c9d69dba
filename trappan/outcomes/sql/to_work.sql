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

-- How many of them have finished the studies that they began, by month, and by level over all these months: it counts
-- as itself, whatever became of the end since. Where a level is of fewer than five no level has its number, which would
-- be what the others leave of the months.
CREATE FUNCTION outcomes_finished(first date, until date) RETURNS TABLE (month date, level text, ends bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT f.month, f.level, CASE WHEN f.level IS NULL
    OR min(count(DISTINCT f.person_id)) OVER (PARTITION BY f.level IS NULL) >= 5 THEN count(*) END FROM (
    SELECT date_trunc('month', e.finished_on)::date AS month, e.sub_code::text AS level, e.person_id
    FROM outcomes_exit e JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
    WHERE e.reason = 'studies' AND e.finished_on >= date_trunc('month', first)
      AND e.finished_on < date_trunc('month', until) AND u.organisation_id = ANY (staff_own())
      AND secrecy_role() NOT IN ('director', 'controller', 'board_reader')) f
  GROUP BY GROUPING SETS ((f.month), (f.level)) ORDER BY 1, 2
$$;
GRANT EXECUTE ON FUNCTION outcomes_finished TO trappan_app;

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

-- Is somebody out of the support by work or studies on a day: the latest end by then is one that stands, and no case is
-- open. Whoever never had a case has no way out.
CREATE FUNCTION outcomes_is_out(of_person bigint, on_day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT COALESCE((SELECT e.reason IN ('work', 'studies') AND e.held IS NOT FALSE FROM outcomes_exit e
      WHERE e.person_id = of_person AND e.day <= on_day AND e.reopened_on IS NULL
      ORDER BY e.day DESC, e.id DESC LIMIT 1), false)
    AND NOT EXISTS (SELECT FROM cases_case k WHERE k.person_id = of_person AND k.opened_on <= on_day
      AND (k.closed_on IS NULL OR k.closed_on > on_day)
      AND NOT EXISTS (SELECT FROM outcomes_exit e
        WHERE e.case_id = k.id AND e.day <= on_day AND e.reopened_on IS NULL))
$$;

-- How many households of the own municipality came out, by month, apart from the people: on the day on which the last
-- of the adults who lived there came to work or studies. One adult's end is none of the household's while another's
-- case is open. Told like the people's, but no number under five, nor that there was none: beside a few people it would
-- tell with whom one of them lives.
CREATE FUNCTION outcomes_households_out(first date, until date) RETURNS TABLE (month date, households bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT date_trunc('month', e.day)::date, count(DISTINCT m.household_id) FROM outcomes_exit e
  JOIN cases_case k ON k.id = e.case_id JOIN staff_unit u ON u.id = k.unit_id
  JOIN people_householdmember m ON m.person_id = e.person_id AND m.role <> 'child'
    AND m.starts_on <= e.day AND (m.ends_on IS NULL OR e.day < m.ends_on)
  WHERE e.day >= date_trunc('month', first) AND e.day < date_trunc('month', until)
    AND e.reopened_on IS NULL AND e.held IS NOT FALSE
    AND e.reason IN ('work', 'studies') AND u.organisation_id = ANY (staff_own())
    AND secrecy_role() NOT IN ('director', 'controller', 'board_reader')
    AND NOT EXISTS (SELECT FROM people_householdmember o WHERE o.household_id = m.household_id AND o.role <> 'child'
      AND o.starts_on <= e.day AND (o.ends_on IS NULL OR e.day < o.ends_on)
      AND NOT outcomes_is_out(o.person_id, e.day))
  GROUP BY 1 HAVING count(DISTINCT m.household_id) >= 5 ORDER BY 1
$$;
GRANT EXECUTE ON FUNCTION outcomes_households_out TO trappan_app;
