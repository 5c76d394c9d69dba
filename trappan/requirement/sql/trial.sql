-- The hours that rules propose in a month: full time, less for a young child at home and for part-time work.
-- The same as plans.hours.propose says to whoever writes a plan. Without settings of its own, so that it becomes part
-- of the question that asks it for each row.
CREATE FUNCTION requirement_hours(by_rules jsonb, of_month date, youngest date, work int) RETURNS int IMMUTABLE
LANGUAGE sql AS $$
  SELECT GREATEST((by_rules -> 'full_time_minutes')::int
    - CASE WHEN youngest > of_month - make_interval(years => (by_rules -> 'young_child_age')::int)
      THEN (by_rules -> 'young_child_minutes')::int ELSE 0 END
    - CASE WHEN (by_rules -> 'part_time_deducted')::boolean THEN COALESCE(work, 0) ELSE 0 END, 0)
$$;

-- How many people and months a version of the rules would judge otherwise than they were, in the latest months with
-- support: numbers, each rounded to five by itself, and nobody's name. Nothing is kept of it.
--   left: under, and would not be; joined: the other way; reason: outside for another reason; fewer, more: under in
--   both, with other hours proposed; tried: everybody with support. No sum is told: against rounded numbers a rounded
--   sum would tell what they hide.
CREATE FUNCTION requirement_trial(of_ruleset bigint, months int)
RETURNS TABLE (what text, people bigint, of_months bigint, first_month date, last_month date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  tried jsonb; latest date; first date;
BEGIN
  IF secrecy_role() IS NULL OR secrecy_role() NOT IN ('administrator', 'head_of_unit') THEN RETURN; END IF;
  SELECT r.parameters INTO tried FROM rules_ruleset r WHERE r.id = of_ruleset AND r.withdrawn_at IS NULL;
  SELECT max(s.month) INTO latest FROM assistance_supportmonth s WHERE s.month <= today();
  IF tried IS NULL OR latest IS NULL OR months NOT BETWEEN 1 AND 12 THEN RETURN; END IF;
  first := (latest - make_interval(months => months - 1))::date;
  -- Both judgements whole before they are put side by side: joined as they come, each row would look through all.
  RETURN QUERY WITH each_month AS MATERIALIZED (SELECT g::date AS month,
      jsonb_object_agg(k, rule(k, g::date)) AS held, bool_or(rule(k, g::date) IS DISTINCT FROM tried -> k) AS differs
    FROM generate_series(first, latest, interval '1 month') g, unnest(ARRAY['full_time_minutes', 'young_child_age',
      'young_child_minutes', 'part_time_deducted']) k GROUP BY g
  ), was AS MATERIALIZED (SELECT m.month, w.person_id, w.status, w.why
    FROM each_month m CROSS JOIN LATERAL requirement_in_month(m.month, NULL) w
  ), now AS MATERIALIZED (SELECT m.month, n.person_id, n.status, n.why
    FROM each_month m CROSS JOIN LATERAL requirement_in_month(m.month, NULL, tried) n
  ), judged AS MATERIALIZED (
    SELECT m.month, m.held, was.person_id, was.status AS was, now.status AS now, was.why AS was_why,
      now.why AS now_why,
      was.status = 'under' AND now.status = 'under' AND m.differs AS hours
    FROM was JOIN now ON now.month = was.month AND now.person_id = was.person_id
    JOIN each_month m ON m.month = was.month
  ), under AS (SELECT DISTINCT j.person_id FROM judged j WHERE j.hours
  ), child AS (
    SELECT mine.person_id, max(people_born(n.number)) AS youngest FROM under u
    JOIN people_householdmember mine ON mine.person_id = u.person_id AND mine.ends_on IS NULL
    JOIN people_householdmember child ON child.household_id = mine.household_id AND child.role = 'child'
      AND child.ends_on IS NULL AND child.person_id <> mine.person_id
    JOIN people_number n ON n.person_id = child.person_id GROUP BY mine.person_id
  ), work AS (
    SELECT p.person_id, sum(w.minutes)::int AS minutes FROM under u
    JOIN plans_plan p ON p.person_id = u.person_id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL
      AND p.ended_at IS NULL
    JOIN plans_planpart w ON w.plan_id = p.id AND w.kind = 'work' AND w.taken_out_at IS NULL GROUP BY p.person_id
  ), told AS (
    SELECT j.person_id, j.month, CASE
      WHEN j.was = 'under' AND j.now <> 'under' THEN 'left'
      WHEN j.was <> 'under' AND j.now = 'under' THEN 'joined'
      WHEN (j.was, j.was_why) IS DISTINCT FROM (j.now, j.now_why) THEN 'reason'
      WHEN NOT j.hours THEN NULL
      WHEN requirement_hours(j.held, j.month, c.youngest, w.minutes)
        > requirement_hours(tried, j.month, c.youngest, w.minutes) THEN 'fewer'
      WHEN requirement_hours(j.held, j.month, c.youngest, w.minutes)
        < requirement_hours(tried, j.month, c.youngest, w.minutes) THEN 'more' END AS what
    FROM judged j
    LEFT JOIN child c ON c.person_id = j.person_id LEFT JOIN work w ON w.person_id = j.person_id
  )
  SELECT k.what, requirement_to_five(count(DISTINCT t.person_id)), requirement_to_five(count(t.person_id)),
    first, latest
  FROM unnest(ARRAY['left', 'joined', 'reason', 'fewer', 'more', 'tried']) WITH ORDINALITY k (what, place)
  LEFT JOIN told t ON k.what = 'tried' OR t.what = k.what
  GROUP BY k.what, k.place ORDER BY k.place;
END $$;
GRANT EXECUTE ON FUNCTION requirement_trial TO trappan_app;

-- The nearest multiple of five: what is told as 5 is 3 to 7, and what is told as 0 may be 2.
CREATE FUNCTION requirement_to_five(number bigint) RETURNS bigint IMMUTABLE LANGUAGE sql AS $$
  SELECT ((number + 2) / 5) * 5
$$;
