-- How many persons of a municipality were asked to take part in a finished quarter, and how many had
-- support reduced or refused on grounds, by the obstacle of their latest month up to its end. Each number is
-- rounded to five by itself, before anybody reads it; an unfinished quarter has no rows, since two looks at it
-- would tell who came between them.
-- Nobody's to call: a head has the own municipality's, and what is delivered is made of it (exchange).
CREATE FUNCTION requirement_quarter_of(first date, of_municipality bigint)
RETURNS TABLE (obstacle text, asked bigint, reduced bigint, refused bigint)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH period AS (
    SELECT first, (first + interval '3 months')::date AS after
    WHERE first = date_trunc('quarter', first) AND first + interval '3 months' <= today()
  ), own AS (
    SELECT k.id FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id WHERE u.organisation_id = of_municipality
  ), counted AS (
    SELECT r.person_id, 'asked' AS what FROM requirement_activityrequest r JOIN own ON own.id = r.case_id
    JOIN period t ON r.made_at >= t.first::timestamp AT TIME ZONE 'Europe/Stockholm'
      AND r.made_at < t.after::timestamp AT TIME ZONE 'Europe/Stockholm'
    UNION
    SELECT d.person_id, d.outcome FROM requirement_decision d JOIN requirement_grounds g ON g.id = d.grounds_id
    JOIN own ON own.id = g.case_id JOIN period t ON d.decided_on >= t.first AND d.decided_on < t.after
    WHERE d.outcome <> 'granted' AND d.replaced_at IS NULL
  ), whole AS (
    SELECT COALESCE(o.obstacle, 'unknown') AS obstacle, count(*) FILTER (WHERE c.what = 'asked') AS asked,
      count(*) FILTER (WHERE c.what = 'reduced') AS reduced, count(*) FILTER (WHERE c.what = 'refused') AS refused
    FROM counted c CROSS JOIN period t LEFT JOIN LATERAL (SELECT s.obstacle::text FROM assistance_supportmonth s
      WHERE s.person_id = c.person_id AND s.month < t.after ORDER BY s.month DESC LIMIT 1) o ON true
    GROUP BY 1)
  SELECT k.code, requirement_to_five(COALESCE(w.asked, 0)), requirement_to_five(COALESCE(w.reduced, 0)),
    requirement_to_five(COALESCE(w.refused, 0))
  -- Every obstacle has its row, so that a row does not tell that somebody was there.
  FROM (SELECT DISTINCT c.code FROM rules_code c CROSS JOIN period WHERE c."table" = 'obstacle') k
  LEFT JOIN whole w ON w.obstacle = k.code
  ORDER BY k.code
$$;

CREATE FUNCTION requirement_quarter(first date)
RETURNS TABLE (obstacle text, asked bigint, reduced bigint, refused bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT q.* FROM staff_unit me CROSS JOIN LATERAL requirement_quarter_of(first, me.organisation_id) q
  WHERE me.id = current_unit() AND secrecy_role() = 'head_of_unit' ORDER BY q.obstacle
$$;
GRANT EXECUTE ON FUNCTION requirement_quarter TO trappan_app;

-- The nearest multiple of five: what is told as 5 is 3 to 7, and what is told as 0 may be 2.
CREATE FUNCTION requirement_to_five(number bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
  SELECT ((number + 2) / 5) * 5
$$;
