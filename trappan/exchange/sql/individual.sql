-- Is the duty to deliver individual data open for a month? Until the rules say so, no file of it is made.
CREATE FUNCTION exchange_is_open(of_month date) RETURNS boolean
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(of_month >= (rule('individual_from', today()) #>> '{}')::date, false)
$$;

-- What there is of each person in a month: the month with support, of adults, and what they come to, a row a person and
-- site's activity, with how many days they were there and how many nobody has marked. Nobody's to call: it carries
-- personal numbers. A person's number is the latest; `provider` is the organisation's own.
CREATE FUNCTION exchange_individuals(of_month date)
RETURNS TABLE (month date, person bigint, number text, role text, household_type int, obstacle text, measure text,
  unit bigint, provider text, first_day date, last_day date, days int, unmarked int, is_protected boolean)
STABLE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE insight_of_days($q$
  WITH days AS MATERIALIZED (
    SELECT t.person_id, t.activity_id, min(t.day) AS first_day, max(t.day) AS last_day,
      (count(DISTINCT t.day) FILTER (WHERE t.attended > 0))::int AS days,
      (count(DISTINCT t.day) FILTER (WHERE t.unmarked > 0))::int AS unmarked
    FROM attended_time t WHERE t.day >= :month AND t.day < :after AND t.state = 'held'
    GROUP BY t.person_id, t.activity_id
  ), support AS (
    SELECT s.* FROM assistance_supportmonth s WHERE s.month = :month AND s.role <> 'child'
  )
  SELECT :month, x.id, (SELECT n.number::text FROM people_number n WHERE n.person_id = x.id
      ORDER BY n.starts_on DESC, n.id DESC LIMIT 1),
    s.role::text, s.household_type::int, s.obstacle::text, a.kind::text, u.id, o.number::text, d.first_day, d.last_day,
    d.days, d.unmarked, x.shielded
  FROM support s FULL JOIN days d ON d.person_id = s.person_id
  JOIN people_person x ON x.id = COALESCE(s.person_id, d.person_id)
  LEFT JOIN activities_activity a ON a.id = d.activity_id LEFT JOIN staff_unit u ON u.id = a.unit_id
  LEFT JOIN staff_organisation o ON o.id = u.organisation_id
  $q$, of_month);
END $$;

-- The file of a month: a line a person and what they come to. Whose identity is protected is not in it.
CREATE FUNCTION exchange_individual_file(of_month date, layout jsonb, OUT content text, OUT lines int)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT exchange_head(layout) || COALESCE(string_agg(exchange_line(to_jsonb(i), layout), ''
    ORDER BY i.number, i.person, i.measure, i.first_day), ''), count(*)::int
  FROM exchange_individuals(of_month) i WHERE NOT i.is_protected
$$;

-- What is missing of a person before a month could be delivered: the number, or a real one; a word for a code; and
-- days that nobody has marked. `is_apart`: the identity is protected, and the person stands in no file. Nobody's to
-- call.
CREATE FUNCTION exchange_individual_faults(of_month date, in_demo boolean, layout jsonb)
RETURNS TABLE ("check" text, person_id bigint, month date, is_apart boolean)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH all_of AS MATERIALIZED (SELECT i.* FROM exchange_individuals(of_month) i)
  SELECT 'no_number', i.person, i.month, i.is_protected FROM all_of i WHERE i.number IS NULL
  UNION SELECT 'test_number', i.person, i.month, i.is_protected FROM all_of i
    WHERE NOT in_demo AND exchange_is_test(i.number)
  UNION SELECT 'no_code', i.person, i.month, i.is_protected FROM all_of i
    CROSS JOIN LATERAL exchange_unsaid(to_jsonb(i), layout) u
  UNION SELECT 'unmarked', i.person, i.month, i.is_protected FROM all_of i WHERE i.unmarked > 0
$$;

-- How ready a month is: of how many people each thing is missing; and of each provider's site what it would deliver of
-- those who come there, days and how many of them nobody has marked, and whether its organisation has a number. Days
-- are told of a site where five people or more came, and no sum is, so that they are of nobody. Where there is no file
-- the protected are counted as everybody is: that a number changes tells nothing of them. Beside a file, which they are
-- not in, only what stands in it is counted: a number more would tell where they come.
CREATE FUNCTION exchange_individual_report(of_month date, in_demo boolean, layout jsonb, has_file boolean) RETURNS jsonb
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH faults AS (
    SELECT k."check", k.at, count(DISTINCT f.person_id) AS found
    FROM unnest(ARRAY['no_number', 'test_number', 'no_code', 'unmarked']) WITH ORDINALITY k ("check", at)
    LEFT JOIN exchange_individual_faults(of_month, in_demo, layout) f ON f."check" = k."check"
      AND NOT (has_file AND f.is_apart)
    WHERE k."check" <> 'test_number' OR NOT in_demo GROUP BY k."check", k.at
  ), all_of AS MATERIALIZED (SELECT i.* FROM exchange_individuals(of_month) i WHERE NOT (has_file AND i.is_protected)
  ), sites AS (
    SELECT u.name, o.name AS organisation, o.number = '' AS lacks_number, count(DISTINCT i.person) >= 5 AS is_told,
      sum(i.days) AS days, sum(i.unmarked) AS unmarked
    FROM all_of i JOIN staff_unit u ON u.id = i.unit JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE o.kind <> 'municipality' GROUP BY u.id, o.id
  )
  SELECT COALESCE((SELECT jsonb_agg(jsonb_build_object('check', f."check", 'found', f.found, 'is_fault', f.found > 0)
      ORDER BY f.at) FROM faults f), '[]')
    || CASE WHEN NOT EXISTS (SELECT FROM all_of) THEN '[{"check": "nobody", "found": 0, "is_fault": true}]'::jsonb
      ELSE '[]' END
    || COALESCE((SELECT jsonb_agg(jsonb_build_object('check', 'site', 'site', s.name, 'organisation', s.organisation,
      'lacks_number', s.lacks_number, 'in_file', has_file,
      'days', CASE WHEN s.is_told AND NOT has_file THEN s.days END,
      'unmarked', CASE WHEN s.is_told AND NOT has_file THEN s.unmarked END,
      'is_fault', s.lacks_number OR (s.is_told AND NOT has_file AND s.unmarked > 0)) ORDER BY s.organisation, s.name)
      FROM sites s), '[]')
$$;
