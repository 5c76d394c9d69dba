-- How many persons of the own municipality were asked to take part in a period, and how many had support
-- reduced or refused on grounds, by the obstacle of their latest month up to its end.
CREATE FUNCTION requirement_quarter(first date, after date)
RETURNS TABLE (obstacle text, asked bigint, reduced bigint, refused bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH own AS (
    SELECT k.id FROM cases_case k JOIN staff_unit u ON u.id = k.unit_id JOIN staff_unit me ON me.id = current_unit()
    WHERE secrecy_role() = 'head_of_unit' AND u.organisation_id = me.organisation_id
  ), counted AS (
    SELECT r.person_id, 'asked' AS what FROM requirement_activityrequest r JOIN own ON own.id = r.case_id
    WHERE r.made_at >= first::timestamp AT TIME ZONE 'Europe/Stockholm'
      AND r.made_at < after::timestamp AT TIME ZONE 'Europe/Stockholm'
    UNION
    SELECT d.person_id, d.outcome FROM requirement_decision d JOIN requirement_grounds g ON g.id = d.grounds_id
    JOIN own ON own.id = g.case_id WHERE d.decided_on >= first AND d.decided_on < after AND d.outcome <> 'granted')
  SELECT COALESCE(o.obstacle, 'unknown'), count(*) FILTER (WHERE c.what = 'asked'),
    count(*) FILTER (WHERE c.what = 'reduced'), count(*) FILTER (WHERE c.what = 'refused')
  FROM counted c LEFT JOIN LATERAL (SELECT s.obstacle::text FROM assistance_supportmonth s
    WHERE s.person_id = c.person_id AND s.month < after ORDER BY s.month DESC LIMIT 1) o ON true
  GROUP BY 1 ORDER BY 1
$$;
GRANT EXECUTE ON FUNCTION requirement_quarter TO trappan_app;
