-- What ruled people out, by legal gender, once a month for ever: of the last run of a month that has ended. It is
-- joined here and nowhere else: neither the roles of the fit and of the run nor the worker may ask what gender anybody
-- has.
--
-- Of the women and of the men who waited: to how many something was proposed; for how many everything that was possible
-- was full; and for how many a condition ruled out at least one place. How many they are was counted when the run was
-- made, in the same question as the number that is told of the run (matching_begin_allocation): protected people are
-- among them, of whom no line tells what is possible, and no two numbers tell that one of them has left or come since.
-- These counts are erased when their month has been counted.
--
-- Fewer than five are not told, nor all but fewer than five, nor the other gender beside. To how many something was
-- proposed and for how many all was full is not told together where fewer than five are left.
CREATE FUNCTION matching_count_ruled_out() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH ended AS MATERIALIZED (
    SELECT date_trunc('month', today()::timestamp)::date AS until,
      (date_trunc('month', today()::timestamp) - interval '1 month')::date AS month
  ), last AS MATERIALIZED (
    SELECT DISTINCT ON (r.organisation_id) r.id, r.organisation_id, stockholm_day(r.made_at) AS day
    FROM ended e JOIN matching_allocationrun r ON r.made_at IS NOT NULL
      AND stockholm_day(r.made_at) >= e.month AND stockholm_day(r.made_at) < e.until
    WHERE NOT EXISTS (SELECT FROM matching_ruledout d WHERE d.organisation_id = r.organisation_id AND d.month = e.month)
    ORDER BY r.organisation_id, r.id DESC
  ), waited AS MATERIALIZED (
    SELECT t.organisation_id, t.day, l.person_id, bool_or(l.activity_id IS NOT NULL) AS is_proposed,
      bool_or((l.facts->>'possible')::int > 0 OR COALESCE((l.facts->>'at_two')::int, 0) > 0) AS has_possible,
      jsonb_agg(l.facts->'ruled_out') AS ruled_out
    FROM last t JOIN matching_allocationline l ON l.run_id = t.id GROUP BY t.organisation_id, t.day, l.person_id
  ), ruled AS (
    SELECT w.organisation_id, w.person_id, e.reason FROM waited w CROSS JOIN LATERAL (
      SELECT 'proposed' AS reason WHERE w.is_proposed
      UNION SELECT 'full' WHERE NOT w.is_proposed AND w.has_possible
      UNION SELECT k.key FROM jsonb_array_elements(w.ruled_out) f CROSS JOIN jsonb_object_keys(f.value) k (key)) e
  ), whole AS (
    SELECT t.organisation_id, t.day, w.women AS of_women, w.men AS of_men
    FROM last t JOIN matching_allocationwaiting w ON w.run_id = t.id
  ), counted AS (
    SELECT w.organisation_id, w.day, w.of_women, w.of_men, e.at, e.reason,
      count(r.person_id) FILTER (WHERE x.gender = 'K') AS women,
      count(r.person_id) FILTER (WHERE x.gender = 'M') AS men
    FROM whole w CROSS JOIN unnest(ARRAY['proposed', 'full', 'season', 'hours', 'needs', 'language', 'licence',
      'travel', 'consent', 'refused', 'declined']) WITH ORDINALITY e (reason, at)
    LEFT JOIN ruled r ON r.organisation_id = w.organisation_id AND r.reason = e.reason
    LEFT JOIN people_person x ON x.id = r.person_id
    WHERE w.of_women >= 5 AND w.of_men >= 5
    GROUP BY w.organisation_id, w.day, w.of_women, w.of_men, e.at, e.reason
  ), left_over AS (
    SELECT c.organisation_id, c.of_women - sum(c.women) AS women, c.of_men - sum(c.men) AS men
    FROM counted c WHERE c.reason IN ('proposed', 'full') GROUP BY c.organisation_id, c.of_women, c.of_men
  ), told AS (
    SELECT c.*, LEAST(c.women, c.men, c.of_women - c.women, c.of_men - c.men) >= 5
      AND NOT (c.reason = 'full' AND LEAST(l.women, l.men) < 5) AS is_shown
    FROM counted c JOIN left_over l USING (organisation_id))
  INSERT INTO matching_ruledout (organisation_id, month, counted_on, reason, women, men, of_women, of_men)
  SELECT t.organisation_id, e.month, t.day, t.reason, CASE WHEN t.is_shown THEN t.women END,
    CASE WHEN t.is_shown THEN t.men END, t.of_women, t.of_men
  FROM told t CROSS JOIN ended e ORDER BY t.organisation_id, t.at
  ON CONFLICT DO NOTHING;
  DELETE FROM matching_allocationwaiting w USING matching_allocationrun r
  WHERE r.id = w.run_id AND stockholm_day(r.made_at) < date_trunc('month', today()::timestamp)::date
$$;
GRANT EXECUTE ON FUNCTION matching_count_ruled_out TO trappan_nightly;
