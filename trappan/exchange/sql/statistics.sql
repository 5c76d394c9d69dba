-- Every household with support in some months, a row each month, with what the statistics' files say of it. Nobody's to
-- call: it carries personal numbers. A person's number is the latest.
CREATE FUNCTION exchange_households(first date, last date)
RETURNS TABLE (month date, household bigint, household_type int, leaders int, partners int, children int, amount bigint,
  number text, obstacle text, partner_number text, partner_obstacle text, is_protected boolean, whose bigint,
  partner bigint)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.month, s.household_id, min(s.household_type)::int, count(*) FILTER (WHERE s.role = 'applicant')::int,
    count(*) FILTER (WHERE s.role = 'co_applicant')::int, count(*) FILTER (WHERE s.role = 'child')::int, sum(s.amount),
    min(n.number) FILTER (WHERE s.role = 'applicant'), min(s.obstacle) FILTER (WHERE s.role = 'applicant'),
    min(n.number) FILTER (WHERE s.role = 'co_applicant'), min(s.obstacle) FILTER (WHERE s.role = 'co_applicant'),
    bool_or(x.shielded),
    (array_agg(s.person_id ORDER BY s.role <> 'applicant', s.role <> 'co_applicant', s.person_id))[1],
    min(s.person_id) FILTER (WHERE s.role = 'co_applicant')
  FROM assistance_supportmonth s JOIN people_person x ON x.id = s.person_id
  LEFT JOIN (SELECT DISTINCT ON (y.person_id) y.person_id, y.number::text FROM people_number y
    ORDER BY y.person_id, y.starts_on DESC, y.id DESC) n ON n.person_id = s.person_id
  WHERE s.month BETWEEN first AND last GROUP BY s.month, s.household_id
$$;

-- The statistics' file: a line a household and month. A household in which somebody's identity is protected is not in
-- it: that is delivered as the authority says, by whoever holds the file by name. `households` counts it all the same.
CREATE FUNCTION exchange_statistics_file(first date, last date, layout jsonb, OUT content text, OUT lines int,
  OUT households int)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT exchange_head(layout) || COALESCE(string_agg(exchange_line(to_jsonb(h), layout), ''
    ORDER BY h.month, h.number, h.household) FILTER (WHERE NOT h.is_protected), ''),
    count(*) FILTER (WHERE NOT h.is_protected)::int, count(*)::int
  FROM exchange_households(first, last) h
$$;

-- What must be put right before the statistics' file is sent, by person and month: an adult without a number; a number
-- that is reserved for tests (not asked in the demo, where everybody has one); a household with no register leader, or
-- several; a type of household that says another number of adults than there are; and a code that a column of the
-- layout has no word for, so that its cell would go out empty. `is_apart`: somebody's identity in the household is
-- protected, so that it stands in no file. Nobody's to call.
CREATE FUNCTION exchange_faults(first date, last date, in_demo boolean, layout jsonb)
RETURNS TABLE ("check" text, person_id bigint, month date, household bigint, is_apart boolean)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH adults AS MATERIALIZED (
    SELECT s.person_id, s.month, s.household_id, s.role, s.household_type,
      (SELECT n.number FROM people_number n WHERE n.person_id = s.person_id
        ORDER BY n.starts_on DESC, n.id DESC LIMIT 1) AS number
    FROM assistance_supportmonth s WHERE s.month BETWEEN first AND last AND s.role <> 'child'
  ), houses AS (
    SELECT s.month, s.household_id, min(s.household_type) AS type,
      count(*) FILTER (WHERE s.role = 'applicant') AS leaders, count(*) FILTER (WHERE s.role <> 'child') AS adults,
      (array_agg(s.person_id ORDER BY s.role <> 'applicant', s.role <> 'co_applicant', s.person_id))[1] AS whose
    FROM assistance_supportmonth s WHERE s.month BETWEEN first AND last GROUP BY s.month, s.household_id
  ), apart AS MATERIALIZED (
    SELECT DISTINCT s.month, s.household_id FROM assistance_supportmonth s JOIN people_person x ON x.id = s.person_id
    WHERE s.month BETWEEN first AND last AND x.shielded
  ), found ("check", person_id, month, household) AS (
    SELECT 'no_number', a.person_id, a.month, a.household_id FROM adults a WHERE a.number IS NULL
    UNION ALL SELECT 'test_number', a.person_id, a.month, a.household_id FROM adults a
      WHERE NOT in_demo AND exchange_is_test(a.number)
    UNION ALL SELECT 'no_leader', h.whose, h.month, h.household_id FROM houses h WHERE h.leaders <> 1 AND h.type <> 1
    UNION ALL SELECT 'other_type', h.whose, h.month, h.household_id FROM houses h WHERE h.leaders = 1
      AND h.adults <> CASE WHEN h.type IN (3, 4, 5, 6) THEN 1 WHEN h.type IN (7, 8) THEN 2 ELSE h.adults END
    UNION ALL SELECT DISTINCT 'no_code', CASE WHEN u.fact LIKE 'partner%' THEN h.partner ELSE h.whose END, h.month,
      h.household
    FROM exchange_households(first, last) h CROSS JOIN LATERAL exchange_unsaid(to_jsonb(h), layout) u
  )
  SELECT f."check", f.person_id, f.month, f.household, a.household_id IS NOT NULL
  FROM found f LEFT JOIN apart a ON a.month = f.month AND a.household_id = f.household
$$;

-- Is a number one that Skatteverket has reserved for tests? In these years of birth the serials 238 and 239 of each day
-- are; of other years it is not known here.
CREATE FUNCTION exchange_is_test(of_number text) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT substr(of_number, 9, 3) IN ('238', '239') AND substr(of_number, 1, 4)::int = ANY (
    '{1977, 1978, 1979, 1981, 1982, 1983, 1984, 1985, 1986, 1987, 1988, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998,
    1999, 2003, 2004, 2006, 2008, 2009, 2012, 2013}'::int[])
$$;

-- Are these the columns that the product itself knows (exchange/layouts.py)? A page passes them on, and a caller who
-- wrote her own would be told by what is missing in them what stands of whom. A test says the digest when they change.
CREATE FUNCTION exchange_knows(layouts jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to(layouts::text, 'UTF8')), 'hex')
    = '9f4a2ebaaafc51d60d43a09012a01443e93562d63fcf40ff7ddbdf1e99fda8f9'
$$;

-- What stands in my own cases that keeps a file of persons from being right: of those whose support I hold, in last
-- month and in what has been made of the statistics and not sent yet, month or year; and in the latest preparation for
-- individual delivery, there also of those whose plan I hold. `layouts` has the columns of each kind by the day from
-- which they hold.
CREATE FUNCTION exchange_mine(in_demo boolean, layouts jsonb)
RETURNS TABLE ("check" text, person_id bigint, month date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH latest AS (
    SELECT DISTINCT ON (d.kind, d.first) d.kind, d.first, d.sent_on FROM exchange_delivery d
    WHERE d.municipality_id = insight_only_municipality() AND d.kind IN ('statistics_month', 'statistics_year')
    ORDER BY d.kind, d.first, d.version DESC
  ), prepared AS (
    SELECT d.first FROM exchange_delivery d
    WHERE d.municipality_id = insight_only_municipality() AND d.kind = 'individual_month' AND d.sent_on IS NULL
      AND d.first >= today() - interval '4 months'
    ORDER BY d.first DESC LIMIT 1
  ), periods AS (
    SELECT 'statistics_month' AS kind, (date_trunc('month', today()) - interval '1 month')::date AS first
    UNION SELECT l.kind, l.first FROM latest l WHERE l.sent_on IS NULL
    UNION SELECT 'individual_month', p.first FROM prepared p
  ), asked AS (
    SELECT p.kind, p.first, (p.first + exchange_span(p.kind) - interval '1 month')::date AS last, (SELECT x.l
      FROM jsonb_array_elements(layouts -> p.kind) x (l) WHERE (x.l ->> 'valid_from')::date <= p.first
      ORDER BY x.l ->> 'valid_from' DESC LIMIT 1) AS layout
    FROM periods p WHERE exchange_knows(layouts)
  ), found AS MATERIALIZED (
    SELECT f."check", f.person_id, f.month, false AS of_plan FROM asked a
    CROSS JOIN LATERAL exchange_faults(a.first, a.last, in_demo, a.layout) f WHERE a.kind <> 'individual_month'
    UNION
    SELECT f."check", f.person_id, f.month, true FROM asked a
    CROSS JOIN LATERAL exchange_individual_faults(a.first, in_demo, a.layout) f WHERE a.kind = 'individual_month'
  ), people AS (
    SELECT ARRAY(SELECT DISTINCT x.person_id FROM found x) AS ids
  )
  SELECT DISTINCT f."check", f.person_id, f.month FROM found f CROSS JOIN people p
  WHERE f.person_id = ANY (people_held(p.ids, 'assistance', false))
    OR (f.of_plan AND f.person_id = ANY (people_held(p.ids, 'plan', false)))
  ORDER BY 3 DESC, 1, 2
$$;
GRANT EXECUTE ON FUNCTION exchange_mine TO trappan_app;

-- The checks before sending: how many of each fault, of the lines that the file has; whether the households are as many
-- as the figure that is told of the same month, and a year's as many as when the monthly files that were sent were
-- made. Those two count the protected and give no number: beside the file's own lines it would tell how many they are.
-- So would a fault of theirs among the file's: in how many households that stand in no file something is to be put
-- right is a number of its own, to the nearest five, and of fewer than five nothing is said, not even whether there
-- are any.
CREATE FUNCTION exchange_statistics_report(of_municipality bigint, first date, last date, in_demo boolean, layout jsonb)
RETURNS jsonb
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH months AS MATERIALIZED (SELECT h.month, count(*) AS households FROM exchange_households(first, last) h
    GROUP BY h.month
  ), all_of AS MATERIALIZED (SELECT f.* FROM exchange_faults(first, last, in_demo, layout) f
  ), faults AS (
    SELECT k."check", count(f."check") AS found
    FROM unnest(ARRAY['no_number', 'test_number', 'no_leader', 'other_type', 'no_code']) WITH ORDINALITY k ("check", at)
    LEFT JOIN all_of f ON f."check" = k."check" AND NOT f.is_apart
    WHERE k."check" <> 'test_number' OR NOT in_demo GROUP BY k."check", k.at ORDER BY k.at
  ), apart AS (
    SELECT exchange_told(count(DISTINCT f.household)) AS found FROM all_of f WHERE f.is_apart
  ), held AS (
    SELECT 'households' AS "check", m.month, m.households, (SELECT c.value FROM insight_cell c
      WHERE c.indicator = 'households' AND c.period = 'month' AND c.by = '{}' AND c.month = m.month
        AND insight_is_told(c)) AS against FROM months m
    UNION ALL SELECT 'sent', m.month, m.households, (SELECT f.households
      FROM exchange_delivery d JOIN exchange_deliveryfile f ON f.delivery_id = d.id
      WHERE d.municipality_id = of_municipality AND d.kind = 'statistics_month' AND d.first = m.month
        AND d.sent_on IS NOT NULL ORDER BY d.version DESC LIMIT 1) FROM months m WHERE last > first
  )
  SELECT (SELECT jsonb_agg(jsonb_build_object('check', f."check", 'found', f.found, 'is_fault', f.found > 0))
      FROM faults f)
    || (SELECT jsonb_build_array(jsonb_build_object('check', 'apart', 'found', a.found,
      'is_fault', a.found IS NOT NULL)) FROM apart a)
    || CASE WHEN NOT EXISTS (SELECT FROM months) THEN '[{"check": "nobody", "found": 0, "is_fault": true}]'::jsonb
      ELSE '[]' END
    || COALESCE((SELECT jsonb_agg(jsonb_build_object('check', h."check", 'month', to_char(h.month, 'YYYY-MM'),
      'is_open', h.against IS NULL, 'is_fault', h.against IS NOT NULL AND h.against <> h.households)
      ORDER BY h."check", h.month) FROM held h WHERE h."check" = 'households' OR h.against IS NOT NULL), '[]')
$$;
