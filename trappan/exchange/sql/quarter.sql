-- How many persons of a municipality were asked to take part in a finished quarter, and how many had
-- support reduced or refused on grounds, by the obstacle of their latest month up to its end. Each number is
-- rounded to five by itself, before anybody reads it; an unfinished quarter has no rows, since two looks at it
-- would tell who came between them. Nobody's to call: what is delivered is made of it, once (exchange_quarter_file).
CREATE FUNCTION exchange_quarter_of(first date, of_municipality bigint)
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

-- The quarters that have been made, the latest versions, each with its file: for whoever delivers them, and for heads
-- of units of the same municipality, who read what was delivered and reckon nothing anew. It is of nobody, and kept.
CREATE FUNCTION exchange_quarters() RETURNS TABLE (id bigint, first date, version int, sent date, content text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT ON (d.first) d.id, d.first, d.version::int, d.sent_on, f.content
  FROM exchange_delivery d JOIN exchange_deliveryfile f ON f.delivery_id = d.id
  WHERE d.kind = 'supervision_quarter' AND f.content IS NOT NULL AND d.municipality_id = insight_only_municipality()
    AND (exchange_delivers() OR (secrecy_role() = 'head_of_unit' AND EXISTS (SELECT FROM staff_unit me
      WHERE me.id = current_unit() AND me.organisation_id = d.municipality_id)))
  ORDER BY d.first DESC, d.version DESC
$$;
GRANT EXECUTE ON FUNCTION exchange_quarters TO trappan_app;
