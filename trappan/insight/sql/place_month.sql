-- Who is placed where in a month, and the minutes of it, gathered once for the three tables: a row a person and
-- activity.
-- Into insight_attended. Nobody's to call, as the next two.
CREATE FUNCTION insight_attended_in(of_month date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS insight_attended;
  EXECUTE insight_of_days($q$
  CREATE TEMP TABLE insight_attended ON COMMIT DROP AS
  WITH minutes AS MATERIALIZED (
    SELECT t.person_id, t.activity_id, sum(t.attended + t.excused + t.unexcused + t.undecided + t.unmarked)::int
      AS assigned, sum(t.attended)::int AS attended, sum(t.excused)::int AS excused, sum(t.unexcused)::int AS unexcused
    FROM attended_time t WHERE t.day >= :month AND t.day < :after GROUP BY t.person_id, t.activity_id
  ), placed AS MATERIALIZED (
    SELECT p.person_id, p.activity_id, max(p.starts_on) AS starts_on, bool_or(p.starts_on >= :month) AS has_started,
      bool_or(COALESCE(p.ends_on <= :after, false)) AS has_ended
    FROM placements_placement p WHERE p.agreed AND p.starts_on < :after AND (p.ends_on IS NULL OR p.ends_on > :month)
      AND p.ends_on IS DISTINCT FROM p.starts_on
      -- Who waits for signatures is expected nowhere.
      AND (p.waits_from IS NULL OR p.waits_from > GREATEST(p.starts_on, :month))
    GROUP BY p.person_id, p.activity_id
  )
  SELECT person_id, activity_id, p.starts_on IS NOT NULL AS is_placed, p.starts_on,
    COALESCE(p.has_started, false) AS has_started, COALESCE(p.has_ended, false) AS has_ended,
    COALESCE(m.assigned, 0) AS assigned, COALESCE(m.attended, 0) AS attended, COALESCE(m.excused, 0) AS excused,
    COALESCE(m.unexcused, 0) AS unexcused, a.unit_id, u.organisation_id AS organiser_id, a.kind::text AS kind,
    a.real_operation AS is_real
  FROM placed p FULL JOIN minutes m USING (person_id, activity_id)
  JOIN activities_activity a ON a.id = activity_id JOIN staff_unit u ON u.id = a.unit_id
  $q$, of_month);
END $$;

-- A placement's month, without the person; what is said of the person is what stands in the person's own month.
CREATE FUNCTION insight_placements_in(of_month date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS insight_built;
  CREATE TEMP TABLE insight_built ON COMMIT DROP AS
  SELECT of_month AS month, y.pseudonym, a.activity_id, a.unit_id, a.organiser_id, a.kind, a.is_real, m.gender,
    m.age_band, a.has_started, a.has_ended, a.assigned, a.attended, a.excused, a.unexcused
  FROM insight_attended a JOIN insight_personmonthkey y ON y.person_id = a.person_id
  JOIN insight_personmonth m ON m.month = of_month AND m.pseudonym = y.pseudonym;
END $$;

-- A place's month: what it holds on the last day that has come, and how much of it was used.
CREATE FUNCTION insight_places_in(of_month date) RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  DROP TABLE IF EXISTS insight_built;
  EXECUTE insight_of_days($q$
  CREATE TEMP TABLE insight_built ON COMMIT DROP AS
  SELECT :month AS month, a.id AS activity_id, a.unit_id, u.organisation_id AS organiser_id, a.kind::text AS kind,
    (SELECT max(activities_places_at(a.id, x.minute, d.day, NULL)) FROM (SELECT 0 AS minute
      UNION SELECT c.starts_at FROM activities_capacity c WHERE c.activity_id = a.id
      UNION SELECT c.ends_at FROM activities_capacity c WHERE c.activity_id = a.id) x) AS places,
    (SELECT count(DISTINCT s.seat)::int FROM activities_seatuse s WHERE s.activity_id = a.id
      AND s.starts_on <= d.day AND (s.ends_on IS NULL OR s.ends_on > d.day)) AS taken,
    COALESCE(t.started, 0) AS started, COALESCE(t.ended, 0) AS ended, COALESCE(t.assigned, 0) AS assigned,
    COALESCE(t.attended, 0) AS attended
  FROM activities_activity a JOIN staff_unit u ON u.id = a.unit_id
  CROSS JOIN LATERAL (SELECT GREATEST(a.starts_on,
    LEAST(:after - 1, GREATEST(:month, (SELECT today())), a.ends_on - 1)) AS day) d
  LEFT JOIN (SELECT x.activity_id, count(*) FILTER (WHERE x.has_started)::int AS started,
      count(*) FILTER (WHERE x.has_ended)::int AS ended, sum(x.assigned)::int AS assigned,
      sum(x.attended)::int AS attended FROM insight_attended x GROUP BY x.activity_id) t ON t.activity_id = a.id
  WHERE a.starts_on < :after AND (a.ends_on IS NULL OR a.ends_on > :month)
  $q$, of_month);
END $$;
