-- A person's month. Of source tables alone, never of earlier rows: so months may be built in any order, and an old one
-- that was put right leaves no later one as it was. Days are literals, since PostgreSQL pushes nothing else down into
-- what a session is made of. Into insight_built, from what insight_attended_in has gathered. Nobody's to call.
CREATE FUNCTION insight_people_in(of_month date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS insight_built;
  EXECUTE insight_of_days($q$
  CREATE TEMP TABLE insight_built ON COMMIT DROP AS
  WITH now AS MATERIALIZED (
    SELECT s.person_id, s.household_id, s.role, s.household_type, s.obstacle, row_number() OVER (PARTITION BY
      s.household_id ORDER BY s.role <> 'applicant', s.role <> 'co_applicant', s.person_id) = 1 AS is_head
    FROM assistance_supportmonth s WHERE s.month = :month
  ), past AS MATERIALIZED (
    -- Bit n: on support n months ago, of sixty months.
    SELECT s.person_id, bit_or(b.bit) AS bits FROM assistance_supportmonth s
    JOIN (SELECT (:month - make_interval(months => n))::date AS month, 1::bigint << n AS bit
      FROM generate_series(0, 59) n OFFSET 0) b ON b.month = s.month
    WHERE s.month > :month - interval '60 months' AND s.month <= :month GROUP BY s.person_id
  ), reported AS (
    -- Bit n: somebody had support n months ago, so that month has been reported.
    SELECT bit_or(p.bits) AS bits FROM past p
  ), standing AS MATERIALIZED (
    SELECT * FROM requirement_in_month(:month, NULL)
  ), decided AS (
    SELECT d.person_id, bool_or(d.outcome = 'reduced') AS reduced, bool_or(d.outcome = 'refused') AS refused
    FROM requirement_decision d WHERE d.decided_on >= :month AND d.decided_on < :after AND d.replaced_at IS NULL
    GROUP BY d.person_id
  ), held AS MATERIALIZED (
    SELECT DISTINCT ON (k.person_id) k.person_id, k.id, k.unit_id FROM cases_case k
    WHERE k.opened_on < :after AND (k.closed_on IS NULL OR k.closed_on >= :month)
    ORDER BY k.person_id, k.opened_on DESC, k.id DESC
  ), moved AS MATERIALIZED (
    SELECT k.person_id, bool_or(k.opened_on >= :month) AS opened, bool_or(COALESCE(k.closed_on < :after, false))
      AS closed
    FROM cases_case k WHERE k.opened_on < :after AND (k.closed_on IS NULL OR k.closed_on >= :month)
    GROUP BY k.person_id
  ), waits AS MATERIALIZED (
    -- What an open case waits for is known of now alone: who had it on a day that has passed is written nowhere. After
    -- a placement that is over it is the next one.
    SELECT k.person_id, c.since, CASE WHEN c.stage = 'waiting' AND EXISTS (SELECT FROM placements_placement p
      WHERE p.person_id = k.person_id AND p.agreed AND p.starts_on < p.ends_on AND p.ends_on <= (SELECT today()))
      THEN 'next' ELSE c.stage END AS stage
    FROM placements_casestate c JOIN cases_case k ON k.id = c.case_id
    WHERE (SELECT today()) >= :month AND (SELECT today()) < :after
  ), plan AS MATERIALIZED (
    SELECT DISTINCT ON (p.person_id) p.person_id, p.weekly_minutes,
      (SELECT COALESCE(sum(x.minutes), 0)::int FROM plans_planpart x WHERE x.plan_id = p.id
        AND (x.taken_out_at IS NULL OR x.taken_out_at >= :end)) AS planned
    FROM plans_plan p JOIN cases_case k ON k.id = p.case_id AND (k.closed_on IS NULL OR k.closed_on >= :after)
    WHERE p.decided_at < :end AND (p.replaced_at IS NULL OR p.replaced_at >= :end)
      AND (p.ended_at IS NULL OR p.ended_at >= :end)
    ORDER BY p.person_id, p.decided_at DESC, p.id DESC
  ), expected AS (
    -- A week's minutes for each day of the month on which a plan holds: one that is replaced, or whose case is closed,
    -- holds no longer that day.
    SELECT d.person_id, round(sum(d.weekly_minutes * (d.until - d.since)) / 7.0)::int AS minutes
    FROM (SELECT p.person_id, p.weekly_minutes, GREATEST(stockholm_day(p.decided_at), :month) AS since,
        LEAST(stockholm_day(p.replaced_at), stockholm_day(p.ended_at), k.closed_on, :after) AS until
      FROM plans_plan p JOIN cases_case k ON k.id = p.case_id WHERE p.decided_at < :end) d
    WHERE d.until > d.since GROUP BY d.person_id
  ), placed AS MATERIALIZED (
    SELECT DISTINCT ON (a.person_id) a.person_id, a.activity_id, a.unit_id, a.organiser_id, a.kind
    FROM insight_attended a WHERE a.is_placed
    ORDER BY a.person_id, a.assigned DESC, a.starts_on DESC, a.activity_id
  ), there AS MATERIALIZED (
    SELECT a.person_id, sum(a.assigned)::int AS assigned, sum(a.attended)::int AS attended,
      sum(a.excused)::int AS excused, sum(a.unexcused)::int AS unexcused
    FROM insight_attended a GROUP BY a.person_id
  ), mapping AS (
    SELECT x.case_id, x.person_id, CASE WHEN x.imported THEN x.held_on ELSE stockholm_day(x.finished_at) END AS day,
      x.without_work_since FROM plans_mapping x WHERE x.imported OR x.finished_at IS NOT NULL
  ), first_plan AS (
    SELECT p.case_id, p.person_id, min(stockholm_day(p.decided_at)) AS day FROM plans_plan p
    WHERE p.decided_at < :end GROUP BY p.case_id, p.person_id
  ), begun AS MATERIALIZED (
    SELECT p.person_id, min(p.starts_on) AS first_on, min(p.starts_on) FILTER (WHERE p.starts_on >= :month) AS day
    FROM placements_placement p WHERE p.agreed AND p.starts_on < :after AND p.ends_on IS DISTINCT FROM p.starts_on
    GROUP BY p.person_id
  ), gone AS (
    SELECT DISTINCT ON (e.person_id) e.person_id, e.case_id, e.day, e.reason, e.held, e.occupation_id
    FROM outcomes_exit e WHERE e.day >= :month AND e.day < :after AND e.reopened_on IS NULL
    ORDER BY e.person_id, e.day DESC, e.id DESC
  ), days_to_case AS (
    SELECT k.person_id, min(k.opened_on - a.received_on) AS days FROM cases_case k CROSS JOIN LATERAL (
      SELECT a.received_on FROM assistance_application a WHERE a.person_id = k.person_id AND a.taken_back_at IS NULL
        AND a.received_on <= k.opened_on ORDER BY a.received_on DESC LIMIT 1) a
    WHERE k.opened_on >= :month AND k.opened_on < :after GROUP BY k.person_id
  ), days_to_mapping AS (
    SELECT x.person_id, min(x.day - k.opened_on) AS days, min((extract(year FROM age(x.day, x.without_work_since)) * 12
      + extract(month FROM age(x.day, x.without_work_since)))::int) AS months_without_work
    FROM mapping x JOIN cases_case k ON k.id = x.case_id
    WHERE x.day >= :month AND x.day < :after AND x.day >= k.opened_on GROUP BY x.person_id
  ), days_to_plan AS (
    SELECT p.person_id, min(p.day - x.day) AS days FROM first_plan p JOIN mapping x ON x.case_id = p.case_id
    WHERE p.day >= :month AND p.day < :after AND p.day >= x.day GROUP BY p.person_id
  ), days_to_start AS (
    SELECT b.person_id, min(b.day - p.day) AS days FROM begun b JOIN first_plan p ON p.person_id = b.person_id
      AND p.day <= b.day
    WHERE NOT EXISTS (SELECT FROM placements_placement o WHERE o.person_id = b.person_id AND o.agreed
      AND o.starts_on >= p.day AND o.starts_on < b.day AND o.ends_on IS DISTINCT FROM o.starts_on)
    GROUP BY b.person_id
  ), days_to_exit AS (
    SELECT g.person_id, min(g.day - s.starts_on) AS days FROM gone g JOIN cases_case k ON k.id = g.case_id
    CROSS JOIN LATERAL (SELECT o.starts_on FROM placements_placement o WHERE o.person_id = g.person_id AND o.agreed
      AND o.starts_on >= k.opened_on AND o.starts_on <= g.day AND o.ends_on IS DISTINCT FROM o.starts_on
      ORDER BY o.starts_on LIMIT 1) s
    GROUP BY g.person_id
  ), steps AS MATERIALIZED (
    SELECT m.person_id, (array_agg(COALESCE(o.number, l.number) ORDER BY m.day, m.id))[1] AS first_step,
      (array_agg(COALESCE(o.number, l.number) ORDER BY m.day DESC, m.id DESC))[1] AS step
    FROM plans_stepmove m JOIN plans_ladderstep l ON l.id = m.step_id
    LEFT JOIN plans_ladderstep o ON o.id = l.maps_to_id
    WHERE m.rated_by = 'staff' AND NOT m.corrected AND m.day < :after GROUP BY m.person_id
  ), who AS (
    SELECT person_id FROM past WHERE bits & 3 <> 0 UNION SELECT person_id FROM held UNION SELECT person_id FROM placed
    UNION SELECT person_id FROM there UNION SELECT person_id FROM gone UNION SELECT person_id FROM decided
    -- What has become of those who left, and of those who began, by now: whether anything else is known of them or not.
    UNION SELECT person_id FROM past WHERE bits & 6144 = 4096
    UNION SELECT person_id FROM begun WHERE first_on >= :month - interval '6 months'
      AND first_on < :after - interval '6 months'
  ), counted AS (
    SELECT w.person_id, p.bits, bit_count((p.bits & 68719476735)::bit(64)) AS of_36,
      -- A month that has not been reported yet ends nobody's support.
      EXISTS (SELECT FROM now) AND p.bits & 3 = 2 AS is_ended,
      -- The last month with support was twelve months ago, and every month since has been reported.
      p.bits & 6144 = 4096 AND r.bits & 8191 = 8191 AS has_left,
      (extract(year FROM :month)::int * 12 + extract(month FROM :month)::int - substr(n.number, 1, 4)::int * 12
        - substr(n.number, 5, 2)::int) / 12 AS age
    FROM who w CROSS JOIN reported r LEFT JOIN past p ON p.person_id = w.person_id
    LEFT JOIN LATERAL (SELECT n.number FROM people_number n WHERE n.person_id = w.person_id
      ORDER BY n.number DESC LIMIT 1) n ON true
  )
  SELECT :month AS month, y.pseudonym, h.pseudonym AS household, x.gender::text AS gender, c.age::smallint AS age,
    CASE WHEN c.age IS NULL THEN '' WHEN c.age < 18 THEN '0-17' WHEN c.age < 25 THEN '18-24' WHEN c.age < 30 THEN
      '25-29' WHEN c.age < 40 THEN '30-39' WHEN c.age < 50 THEN '40-49' WHEN c.age < 65 THEN '50-64' ELSE '65-' END
      AS age_band,
    now.person_id IS NOT NULL AS on_support, COALESCE(now.is_head, false) AS is_head,
    COALESCE(now.role, '')::text AS role, now.household_type, COALESCE(now.obstacle, '')::text AS obstacle,
    COALESCE(bit_count((c.bits # (c.bits + 1))::bit(64)) - 1, 0)::smallint AS in_a_row,
    COALESCE(bit_count((c.bits & 4095)::bit(64)), 0)::smallint AS of_12, COALESCE(c.of_36, 0)::smallint AS of_36,
    -- At least 27 of 36 months, and no break of more than two within them.
    COALESCE(c.bits & 1 = 1 AND c.of_36 >= 27 AND (c.bits & 68719476735)::bit(36)::text !~ '10{3,}1', false)
      AS is_very_long,
    COALESCE(c.bits = 1, false) AS is_new, COALESCE(c.bits & 3 = 1 AND c.bits > 1, false) AS is_back,
    COALESCE(c.is_ended, false) AS is_ended, CASE WHEN c.has_left THEN c.bits & 4032 = 0 END AS stayed_away_6,
    CASE WHEN c.has_left THEN c.bits & 4095 = 0 END AS stayed_away_12,
    COALESCE(standing.status, '') AS requirement, COALESCE(standing.why, '') AS requirement_why,
    COALESCE(decided.reduced, false) AS is_reduced, COALESCE(decided.refused, false) AS is_refused,
    held.id IS NOT NULL AS has_case, held.unit_id, plan.weekly_minutes AS target, plan.planned,
    COALESCE(expected.minutes, 0) AS expected, COALESCE(moved.opened, false) AS case_opened,
    COALESCE(moved.closed, false) AS case_closed, COALESCE(waits.stage, '')::text AS waits_for,
    waits.since AS waits_since,
    placed.person_id IS NOT NULL AS is_placed, placed.activity_id, placed.unit_id AS place_unit_id,
    placed.organiser_id, COALESCE(placed.kind, '')::text AS kind,
    COALESCE(there.assigned, 0) AS assigned, COALESCE(there.attended, 0) AS attended,
    COALESCE(there.excused, 0) AS excused, COALESCE(there.unexcused, 0) AS unexcused,
    days_to_case.days AS days_to_case, days_to_mapping.days AS days_to_mapping, days_to_plan.days AS days_to_plan,
    days_to_start.days AS days_to_start, days_to_exit.days AS days_to_exit, days_to_mapping.months_without_work,
    date_trunc('month', begun.first_on)::date AS cohort, steps.first_step, steps.step,
    COALESCE(gone.reason, '')::text AS exit_reason, gone.held AS exit_held,
    COALESCE(gone.occupation_id, '')::text AS exit_occupation,
    -- As it was marked on the day that work began.
    COALESCE(rules_is_marked(gone.occupation_id, 'shortage', gone.day), false) AS exit_in_shortage
  FROM counted c JOIN people_person x ON x.id = c.person_id JOIN insight_personmonthkey y ON y.person_id = c.person_id
  LEFT JOIN now ON now.person_id = c.person_id LEFT JOIN insight_householdkey h ON h.household_id = now.household_id
  LEFT JOIN standing ON standing.person_id = c.person_id LEFT JOIN decided ON decided.person_id = c.person_id
  LEFT JOIN held ON held.person_id = c.person_id LEFT JOIN moved ON moved.person_id = c.person_id
  LEFT JOIN waits ON waits.person_id = c.person_id LEFT JOIN plan ON plan.person_id = c.person_id
  LEFT JOIN expected ON expected.person_id = c.person_id
  LEFT JOIN placed ON placed.person_id = c.person_id LEFT JOIN there ON there.person_id = c.person_id
  LEFT JOIN begun ON begun.person_id = c.person_id LEFT JOIN gone ON gone.person_id = c.person_id
  LEFT JOIN steps ON steps.person_id = c.person_id LEFT JOIN days_to_case ON days_to_case.person_id = c.person_id
  LEFT JOIN days_to_mapping ON days_to_mapping.person_id = c.person_id
  LEFT JOIN days_to_plan ON days_to_plan.person_id = c.person_id
  LEFT JOIN days_to_start ON days_to_start.person_id = c.person_id
  LEFT JOIN days_to_exit ON days_to_exit.person_id = c.person_id
  $q$, of_month);
END $$;
