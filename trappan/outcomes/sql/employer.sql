-- An employer of the own municipality with all that have gone up in it.
CREATE FUNCTION outcomes_gone_up_in(of_employer bigint) RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE these AS (
    SELECT e.id FROM employers_employer e WHERE e.id = of_employer AND e.municipality_id = ANY (staff_own())
    UNION SELECT e.id FROM these t JOIN employers_employer e ON e.merged_into_id = t.id)
  SELECT COALESCE(array_agg(id), '{}') FROM these
$$;

-- What the employer team rings employers about: agreements, proposals that stand no more (`tell`), and how it goes with
-- somebody who began to work there so many months ago (`began`), until the team has spoken with them since that day, or
-- the next has come. Of nobody by name, and of agreements and work of nobody with protected identity.
CREATE FUNCTION outcomes_at_employers()
RETURNS TABLE (employer_id bigint, employer text, workplace text, asks text, day date, months int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE goes_on AS (
    SELECT e.id AS was, e.id AS now FROM employers_employer e WHERE secrecy_role() = 'employer_officer'
      AND e.municipality_id = ANY (staff_own()) AND e.merged_into_id IS NULL
      AND (e.ended_on IS NULL OR e.ended_on > today())
    UNION SELECT e.id, g.now FROM goes_on g JOIN employers_employer e ON e.merged_into_id = g.was
  ), asked AS (
    SELECT m AS months, lead(m, 1, m + 3) OVER (ORDER BY m) AS after FROM outcomes_follow_up_months() m)
  SELECT t.employer_id, t.employer, t.workplace, t.asks, t.day, NULL::int FROM agreements_at_employers() t
  UNION ALL SELECT t.employer_id, t.employer, t.work, 'tell', t.day, NULL FROM matching_to_tell() t
  UNION ALL
  (SELECT e.id, e.name::text, '', 'began', due.day, a.months FROM goes_on g JOIN employers_employer e ON e.id = g.now
  JOIN outcomes_exit x ON x.employer_id = g.was AND x.reason = 'work' AND x.reopened_on IS NULL AND x.held IS NOT FALSE
  JOIN people_person p ON p.id = x.person_id AND NOT p.shielded
  CROSS JOIN asked a
  CROSS JOIN LATERAL (SELECT (x.day + make_interval(months => a.months))::date AS day,
    (x.day + make_interval(months => a.after))::date AS until) due
  WHERE due.day <= today() AND today() < due.until
    AND NOT EXISTS (SELECT FROM employers_conversation c WHERE c.employer_id = e.id AND c.held_on >= due.day))
  ORDER BY 5, 1, 3
$$;
GRANT EXECUTE ON FUNCTION outcomes_at_employers TO trappan_app;

-- How many an employer has taken, since which day, and from five on how it went and what it led to: whoever signed an
-- agreement and began there, got a yes to a proposal, or went to work, an internship or municipal employment there. Who
-- did not start, as the employer has told, has not begun. To work within a year of the last day counts as led to. Of
-- how many the employer has said whether it would take somebody again, and of how many yes, is told from five on.
-- Numbers alone, and of nobody with protected identity.
CREATE FUNCTION outcomes_taken(of_employer bigint)
RETURNS TABLE (taken bigint, since date, going bigint, whole bigint, short bigint, here bigint, elsewhere bigint,
  told bigint, again bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH these AS MATERIALIZED (SELECT outcomes_gone_up_in(of_employer) AS ids),
  stays AS (
    SELECT a.person_id, v.starts_on AS first, LEAST(v.ends_on, COALESCE(p.ends_on, v.ends_on)) AS until, v.ends_on
    FROM agreements_agreement a JOIN placements_placement p ON p.id = a.placement_id
    JOIN employers_workplace w ON w.id = a.workplace_id AND w.employer_id = ANY ((SELECT ids FROM these)::bigint[])
    CROSS JOIN LATERAL (SELECT k.* FROM agreements_version k WHERE k.agreement_id = a.id AND agreements_is_signed(k.id)
      ORDER BY k.number DESC LIMIT 1) v
    WHERE v.starts_on <= today()
      AND (p.ends_on IS NULL OR (p.ends_on > p.starts_on AND p.ends_on > v.starts_on))
      AND NOT EXISTS (SELECT FROM agreements_ending g WHERE g.agreement_id = a.id AND g.ends_on = p.ends_on
        AND g.taken_back_at IS NULL AND g.went = 'not_started')
  ), said AS (
    SELECT DISTINCT ON (g.person_id) g.person_id, g.again FROM agreements_ending g
    JOIN agreements_agreement a ON a.id = g.agreement_id
    JOIN placements_placement p ON p.id = a.placement_id AND p.ends_on = g.ends_on
    JOIN employers_workplace w ON w.id = a.workplace_id AND w.employer_id = ANY ((SELECT ids FROM these)::bigint[])
    JOIN people_person x ON x.id = g.person_id AND NOT x.shielded
    WHERE g.taken_back_at IS NULL AND g.again <> '' ORDER BY g.person_id, g.ends_on DESC
  ), came AS (
    SELECT s.person_id, s.first FROM stays s
    UNION ALL SELECT q.person_id, q.ended_on FROM matching_proposal q
      JOIN employers_opening o ON o.id = q.opening_id AND o.employer_id = ANY ((SELECT ids FROM these)::bigint[])
      WHERE q.outcome = 'accepted'
    UNION ALL SELECT x.person_id, x.day FROM outcomes_exit x
      WHERE x.employer_id = ANY ((SELECT ids FROM these)::bigint[]) AND x.reopened_on IS NULL
        AND x.reason IN ('work', 'internship', 'municipal') AND x.day <= today()
  ), people AS (
    SELECT c.person_id, min(c.first) AS first FROM came c
    JOIN people_person p ON p.id = c.person_id AND NOT p.shielded GROUP BY 1
  ), told AS (
    SELECT p.first, l.until > today() AS going, l.until <= today() AND l.until >= l.ends_on AS whole,
      l.until <= today() AND l.until < l.ends_on AS short, x.here
    FROM people p
    LEFT JOIN LATERAL (SELECT s.until, s.ends_on FROM stays s WHERE s.person_id = p.person_id
      ORDER BY s.first DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT COALESCE(x.employer_id = ANY ((SELECT ids FROM these)::bigint[]), false) AS here
      FROM outcomes_exit x WHERE x.person_id = p.person_id AND x.reason = 'work' AND x.reopened_on IS NULL
        AND x.held IS NOT FALSE AND x.day >= p.first AND x.day <= today()
        AND x.day < (COALESCE(l.until, p.first) + interval '1 year')::date ORDER BY 1 DESC LIMIT 1) x ON true
  ), counted AS (
    SELECT count(*) AS taken, min(t.first) AS since, count(*) FILTER (WHERE t.going) AS going,
      count(*) FILTER (WHERE t.whole) AS whole, count(*) FILTER (WHERE t.short) AS short,
      count(*) FILTER (WHERE t.here) AS here, count(*) FILTER (WHERE NOT t.here) AS elsewhere FROM told t
  )
  SELECT c.taken, c.since, b.*, s.* FROM counted c
  LEFT JOIN LATERAL (SELECT c.going, c.whole, c.short, c.here, c.elsewhere WHERE c.taken >= 5) b ON true
  LEFT JOIN LATERAL (SELECT count(*) AS told, count(*) FILTER (WHERE k.again = 'yes') AS again FROM said k
    HAVING count(*) >= 5) s ON c.taken >= 5
  WHERE secrecy_role() IN ('employer_officer', 'head_of_unit', 'consultant', 'place_coordinator')
    AND (SELECT ids FROM these) <> '{}'
$$;
GRANT EXECUTE ON FUNCTION outcomes_taken TO trappan_app;
