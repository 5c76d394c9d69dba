-- The Monday of a day's week, and the month that a week is of: that of its Thursday, as ISO weeks belong to years.
CREATE FUNCTION insight_monday(of_day date) RETURNS date IMMUTABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT of_day - (extract(isodow FROM of_day)::int - 1)
$$;

-- The weeks that have a day in a month, as people's rows, and no week after this one. What holds for a whole month
-- (whom the requirement holds, their unit) is that of the week's month, by its rows as they stand; what was attended
-- and planned is read of the seven days. Into insight_built. Nobody's to call, as the next one.
CREATE FUNCTION insight_weeks_in(first date, until date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS insight_built;
  EXECUTE replace(replace($q$
  CREATE TEMP TABLE insight_built ON COMMIT DROP AS
  WITH weeks AS MATERIALIZED (
    SELECT w::date AS week, date_trunc('month', w + interval '3 days')::date AS month, w::date + 7 AS after,
      (w + interval '7 days') AT TIME ZONE 'Europe/Stockholm' AS over
    FROM generate_series(timestamp :first, timestamp :until - interval '1 day', interval '7 days') w
    WHERE w::date <= (SELECT today())
  ), came AS MATERIALIZED (
    SELECT t.person_id, t.day - (extract(isodow FROM t.day)::int - 1) AS week, sum(t.attended)::int AS attended
    FROM attended_time t WHERE t.day >= DATE :first AND t.day < DATE :until AND t.attended > 0
    GROUP BY t.person_id, 2
  ), plan AS MATERIALIZED (
    SELECT DISTINCT ON (w.week, p.person_id) w.week, p.person_id, p.weekly_minutes,
      (SELECT COALESCE(sum(x.minutes), 0)::int FROM plans_planpart x WHERE x.plan_id = p.id
        AND (x.taken_out_at IS NULL OR x.taken_out_at >= w.over)) AS planned
    FROM weeks w JOIN plans_plan p ON p.decided_at < w.over AND (p.replaced_at IS NULL OR p.replaced_at >= w.over)
      AND (p.ended_at IS NULL OR p.ended_at >= w.over)
    JOIN cases_case k ON k.id = p.case_id AND (k.closed_on IS NULL OR k.closed_on >= w.after)
    ORDER BY w.week, p.person_id, p.decided_at DESC, p.id DESC
  )
  SELECT w.week, w.month, m.pseudonym, m.gender, m.unit_id, m.requirement = 'under' AS should,
    plan.weekly_minutes AS target, plan.planned, COALESCE(came.attended, 0) AS attended, m.attended > 0 AS in_month
  FROM weeks w JOIN insight_personmonth m ON m.month = w.month
  JOIN insight_personmonthkey y ON y.pseudonym = m.pseudonym
  LEFT JOIN came ON came.person_id = y.person_id AND came.week = w.week
  LEFT JOIN plan ON plan.person_id = y.person_id AND plan.week = w.week
  WHERE m.requirement = 'under' OR plan.person_id IS NOT NULL OR came.attended > 0
  $q$, ':first', quote_literal(first)), ':until', quote_literal(until));
END $$;

-- Build the weeks that have a day in a month, and write what has become another: with each building of the month, so
-- that a week across two months follows both. A year and what lies before are told by month alone: older weeks are not
-- built, and those that stand stay. One at a time a week, since two months may build the one between them.
CREATE FUNCTION insight_build_weeks(of_month date, OUT added int, OUT removed int)
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  after date := (of_month + interval '1 month')::date;
  first date := insight_monday(of_month);
  until date := insight_monday(after - 1) + 7;
BEGIN
  added := 0; removed := 0;
  IF of_month < date_trunc('month', today()) - interval '13 months' THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('insight.week', w)) FROM (SELECT n::bigint AS w
    FROM generate_series(first - DATE '2000-01-03', until - DATE '2000-01-04', 7) n ORDER BY n) x;
  PERFORM insight_weeks_in(first, until);
  SELECT k.added, k.removed INTO added, removed
  FROM insight_keep('insight_personweek', 'pseudonym', 'week', first, until) k;
END $$;
