-- How ready a site's own data of a month are for individual delivery, to whoever leads the site: of each person in
-- reach who was to come there, how many days nobody has marked, the first of them, and whether a personal number is
-- missing. Nothing of support, and of nobody who came elsewhere.
CREATE FUNCTION exchange_own_readiness(of_month date)
RETURNS TABLE (person_id bigint, unmarked int, first_unmarked date, lacks_number boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'site_leader' THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE insight_of_days($q$
  WITH came AS MATERIALIZED (
    SELECT t.person_id, (count(DISTINCT t.day) FILTER (WHERE t.unmarked > 0))::int AS unmarked,
      min(t.day) FILTER (WHERE t.unmarked > 0) AS first_unmarked
    FROM attended_time t WHERE t.unit_id = $1 AND t.day >= :month AND t.day < :after AND t.day <= today()
      AND t.state = 'held'
    GROUP BY t.person_id
  )
  SELECT c.person_id, c.unmarked, c.first_unmarked,
    NOT EXISTS (SELECT FROM people_number n WHERE n.person_id = c.person_id)
  FROM came c WHERE c.person_id = ANY (people_held(ARRAY(SELECT x.person_id FROM came x), 'activity', false))
  $q$, date_trunc('month', of_month)::date) USING current_unit();
END $$;
GRANT EXECUTE ON FUNCTION exchange_own_readiness TO trappan_app;
