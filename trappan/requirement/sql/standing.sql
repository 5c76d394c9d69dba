-- Who comes under the requirement in a month, and why not; for all or for these people. Set-wise, so
-- that a large town takes a moment. By the rules of the month, or by these ones instead, of which nothing is kept.
-- The owner's: colleagues ask requirement_standings.
--   Order of reasons: child, age, obstacle, months in a row, no duty yet, exemption.
CREATE FUNCTION requirement_in_month(of_month date, of_persons bigint[], by_rules jsonb DEFAULT NULL)
RETURNS TABLE (person_id bigint, status text, in_a_row int, why text, until date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  needed int := COALESCE(by_rules -> 'consecutive_months', rule('consecutive_months', of_month))::int;
  adult text := to_char(of_month - make_interval(
    years => COALESCE(by_rules -> 'adult_age', rule('adult_age', of_month))::int), 'YYYYMM');
  old text := to_char(of_month - make_interval(
    years => COALESCE(by_rules -> 'pension_age', rule('pension_age', of_month))::int), 'YYYYMM');
  outside text[] := ARRAY(SELECT jsonb_array_elements_text(
    COALESCE(by_rules -> 'outside_obstacles', rule('outside_obstacles', of_month))));
  back date[] := ARRAY(SELECT (of_month - make_interval(months => n))::date
    FROM generate_series(1, needed - 1) n ORDER BY n);
  duty date := (COALESCE(by_rules -> 'requirement_from', rule('requirement_from', of_month)) #>> '{}')::date;
BEGIN
  -- Put together, so that a few people are found by their own index and the whole town by the month's.
  RETURN QUERY EXECUTE format($q$
  WITH here AS MATERIALIZED (
    SELECT m.person_id, m.role, m.obstacle FROM assistance_supportmonth m
    WHERE m.month = $2 AND %1$s
  ), before AS MATERIALIZED (
    -- One bit a month back: the lowest ones in a row are the months in a row before this.
    SELECT m.person_id, bit_or(1 << (array_position($7, m.month) - 1)) AS mask
    FROM assistance_supportmonth m
    WHERE m.month = ANY ($7) AND %1$s
    GROUP BY m.person_id
  ), exempt AS (
    SELECT DISTINCT ON (e.person_id) e.person_id, e.kind, e.ends_on FROM requirement_exemption e
    WHERE e.starts_on < $2 + interval '1 month' AND e.ends_on > $2 AND e.ends_on > e.starts_on
      AND e.replaced_at IS NULL AND %2$s
    ORDER BY e.person_id, e.ends_on DESC
  ), counted AS MATERIALIZED (
    SELECT h.person_id, h.role, h.obstacle::text AS obstacle, e.kind, e.ends_on,
      (SELECT substr(n.number, 1, 6) FROM people_number n
        WHERE n.person_id = h.person_id AND h.role <> 'child' ORDER BY n.number DESC LIMIT 1) AS born,
      bit_count((COALESCE(f.mask, 0) # (COALESCE(f.mask, 0) + 1))::bit(32))::int AS row_of
    FROM here h LEFT JOIN before f ON f.person_id = h.person_id
    LEFT JOIN exempt e ON e.person_id = h.person_id
  )
  SELECT c.person_id,
    CASE WHEN o.outside_of IS NOT NULL THEN 'outside' WHEN c.row_of < $3 THEN 'not_yet'
      WHEN $8 IS NULL OR $2 < $8 THEN 'no_duty'
      WHEN c.kind IS NOT NULL THEN 'exempt' ELSE 'under' END,
    CASE WHEN c.role = 'child' THEN 1 ELSE c.row_of END,
    CASE WHEN o.outside_of IS NOT NULL THEN o.outside_of
      WHEN c.row_of >= $3 AND $2 >= $8 THEN COALESCE(c.kind::text, '') ELSE '' END,
    CASE WHEN o.outside_of IS NULL AND c.row_of >= $3 AND $2 >= $8 THEN c.ends_on END
  FROM counted c CROSS JOIN LATERAL (SELECT CASE WHEN c.role = 'child' THEN 'child'
    WHEN c.born > $4 THEN 'age' WHEN c.born <= $5 THEN 'pension'
    WHEN c.obstacle = ANY ($6) THEN c.obstacle END AS outside_of) o
  $q$, CASE WHEN of_persons IS NULL THEN 'true' ELSE 'm.person_id = ANY ($1)' END,
    CASE WHEN of_persons IS NULL THEN 'true' ELSE 'e.person_id = ANY ($1)' END)
  USING of_persons, of_month, needed, adult, old, outside, back, duty;
END $$;

-- What colleagues are told: of people whose requirement they hold, and the obstacle behind an
-- "outside" only where they hold the months with support too.
CREATE FUNCTION requirement_standings(of_persons bigint[], first_month date, last_month date)
RETURNS TABLE (person_id bigint, month date, status text, in_a_row int, needed int, why text, until date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  allowed bigint[] := people_held(of_persons, 'requirement', false);
  told bigint[] := people_held(of_persons, 'assistance', false);
  at date := first_month; row_of_months int;
BEGIN
  WHILE at <= last_month LOOP
    row_of_months := rule('consecutive_months', at)::int;
    RETURN QUERY SELECT p, at, COALESCE(s.status, 'no_support'), COALESCE(s.in_a_row, 0), row_of_months,
      CASE WHEN s.status = 'outside' AND s.why NOT IN ('child', 'age', 'pension') AND NOT p = ANY (told)
        THEN 'hidden' ELSE COALESCE(s.why, '') END, s.until
    FROM unnest(allowed) p LEFT JOIN requirement_in_month(at, allowed) s ON s.person_id = p;
    at := at + interval '1 month';
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION requirement_standings TO trappan_app;

-- Since which month people have been under the requirement, so many months back at most: those who are now, and whose
-- requirement the asker holds. A month without support yet, because it has not been reported, ends no stretch. Each
-- month is asked of those alone who were under it in the month after.
CREATE FUNCTION requirement_under_since(of_persons bigint[], of_month date, back int)
RETURNS TABLE (person_id bigint, since date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  walked bigint[] := people_held(of_persons, 'requirement', false);
  under bigint[]; after bigint[] := '{}'; silent bigint[] := '{}'; at date := of_month;
BEGIN
  FOR n IN 1..back LOOP
    EXIT WHEN walked = '{}';
    at := of_month - make_interval(months => n - 1);
    SELECT COALESCE(array_agg(p) FILTER (WHERE s.status = 'under'), '{}'),
      COALESCE(array_agg(p) FILTER (WHERE s.status IS NULL AND n = 1), '{}') INTO under, silent
    FROM unnest(walked) p LEFT JOIN requirement_in_month(at, walked) s ON s.person_id = p;
    RETURN QUERY SELECT p, (at + interval '1 month')::date FROM unnest(after) p WHERE p <> ALL (under);
    after := under;
    walked := under || silent;
  END LOOP;
  RETURN QUERY SELECT p, at FROM unnest(after) p;
END $$;
GRANT EXECUTE ON FUNCTION requirement_under_since TO trappan_app;
