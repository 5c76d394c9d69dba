-- A statement with the days of a month written into it: `:month` its first, `:after` the first one after it, `:end`
-- the moment at which it is over.
CREATE FUNCTION insight_of_days(statement text, of_month date) RETURNS text STABLE
SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT replace(replace(replace(statement, ':month', format('DATE %L', of_month)),
    ':after', format('DATE %L', of_month + interval '1 month')),
    ':end', format('TIMESTAMPTZ %L', (of_month + interval '1 month') AT TIME ZONE 'Europe/Stockholm'))
$$;

-- What the months from `first` up to `until` are made of, as fingerprints: another one says that a source has moved.
-- Months with support reach sixty months on, the others their own. Nobody's to call.
CREATE FUNCTION insight_sources(first date, until date) RETURNS TABLE (month date, what text, print text)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.month, 'support', sum(hashtextextended(concat_ws('|', s.person_id, s.household_id, s.role,
    s.household_type, s.obstacle), 0))::text
  FROM assistance_supportmonth s WHERE s.month >= first AND s.month < until GROUP BY s.month
  UNION ALL
  SELECT date_trunc('month', a.day)::date, 'marks', sum(hashtextextended(concat_ws('|', a.placement_id, a.day, a.mark,
    a.minutes, a.came_at, a.left_at), 0))::text
  FROM attendance_attendance a WHERE a.day >= first AND a.day < until GROUP BY 1
  UNION ALL
  SELECT date_trunc('month', f.day)::date, 'findings', sum(hashtextextended(concat_ws('|', f.placement_id, f.day, f.id,
    f.kind), 0))::text
  FROM attendance_finding f WHERE f.day >= first AND f.day < until GROUP BY 1
  UNION ALL
  SELECT date_trunc('month', e.day)::date, 'exits', sum(hashtextextended(concat_ws('|', e.id, e.day, e.reason, e.held,
    e.reopened_on, e.occupation_id), 0))::text
  FROM outcomes_exit e WHERE e.day >= first AND e.day < until GROUP BY 1
$$;

-- The first month there is anything to tell of; NULL in an empty house.
CREATE FUNCTION insight_first_month() RETURNS date STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT date_trunc('month', LEAST((SELECT min(s.month) FROM assistance_supportmonth s),
    (SELECT min(k.opened_on) FROM cases_case k), (SELECT min(p.starts_on) FROM placements_placement p)))::date
$$;

-- The first month with support: how far back one can look.
CREATE FUNCTION insight_support_since() RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT min(s.month) FROM assistance_supportmonth s
$$;
GRANT EXECUTE ON FUNCTION insight_support_since TO trappan_nightly;

-- Order what is to be built: this month and the five before, since what ended is known late; each that was never built;
-- older ones whose source has moved; and with `every`, or on a Sunday, all. Returns how many were ordered.
CREATE FUNCTION insight_order_months(every boolean) RETURNS int
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '5min' LANGUAGE plpgsql AS $$
DECLARE
  last date := date_trunc('month', today());
  first date := insight_first_month();
  ordered int;
BEGIN
  WITH months AS (
    SELECT m::date AS month FROM generate_series(first, last, interval '1 month') m
  ), built AS MATERIALIZED (
    SELECT DISTINCT ON (b.month) b.month, b.source FROM insight_build b ORDER BY b.month, b.id DESC
  ), now AS MATERIALIZED (
    SELECT s.month, jsonb_object_agg(s.what, s.print) AS source
    FROM insight_sources(first, (last + interval '1 month')::date) s GROUP BY s.month
  ), moved AS MATERIALIZED (
    SELECT b.month, b.source -> 'support' IS DISTINCT FROM n.source -> 'support' AS in_support
    FROM built b LEFT JOIN now n ON n.month = b.month WHERE b.source <> COALESCE(n.source, '{}')
  )
  INSERT INTO insight_buildorder (month) SELECT m.month FROM months m
  WHERE every OR extract(isodow FROM today()) = 7 OR m.month > last - interval '6 months'
    OR NOT EXISTS (SELECT FROM built b WHERE b.month = m.month)
    OR EXISTS (SELECT FROM moved v WHERE v.month = m.month
      OR (v.in_support AND v.month < m.month AND v.month > m.month - interval '60 months'))
  ORDER BY m.month
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS ordered = ROW_COUNT;
  -- A month is told once it is over, and no building need change for that.
  INSERT INTO insight_tellorder (year) SELECT extract(year FROM m.whole)
  FROM (SELECT insight_last_month() AS whole) m
  WHERE EXISTS (SELECT FROM assistance_supportmonth s WHERE s.month = m.whole)
    AND NOT EXISTS (
      SELECT FROM insight_cell c WHERE c.month = m.whole AND c.period = 'month' AND c.indicator = 'people')
  ON CONFLICT DO NOTHING;
  RETURN ordered;
END $$;
GRANT EXECUTE ON FUNCTION insight_order_months TO trappan_nightly;

CREATE TRIGGER ring AFTER INSERT ON insight_buildorder
  FOR EACH ROW EXECUTE FUNCTION worker_ring('insight.build');

-- Order that what is told of a month's year be gone through again; it waits once.
CREATE FUNCTION insight_order_telling(of_month date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO insight_tellorder (year) VALUES (extract(year FROM of_month)) ON CONFLICT DO NOTHING
$$;
GRANT EXECUTE ON FUNCTION insight_order_telling TO trappan_nightly;

CREATE TRIGGER ring AFTER INSERT ON insight_tellorder
  FOR EACH ROW EXECUTE FUNCTION worker_ring('insight.tell');

-- Which years wait to be told, once none of their months waits to be built? The latest first.
CREATE FUNCTION insight_telling() RETURNS TABLE (id bigint, year int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.id, t.year FROM insight_tellorder t WHERE t.done_at IS NULL AND NOT EXISTS (
    SELECT FROM insight_buildorder o WHERE o.done_at IS NULL AND extract(year FROM o.month) = t.year)
  ORDER BY t.year DESC
$$;
GRANT EXECUTE ON FUNCTION insight_telling TO trappan_nightly;

-- Write that a year has been told; false where somebody else has done it.
CREATE FUNCTION insight_told(of_order bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  -- What is being published is of one telling (publication.sql).
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('insight.publish', 0));
  UPDATE insight_tellorder t SET done_at = clock() WHERE t.id = of_order AND t.done_at IS NULL;
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION insight_told TO trappan_nightly;

-- Which orders wait? The latest month first.
CREATE FUNCTION insight_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id FROM insight_buildorder o WHERE o.done_at IS NULL ORDER BY o.month DESC, o.id
$$;
GRANT EXECUTE ON FUNCTION insight_waiting TO trappan_nightly;

-- Whoever has no pseudonym yet gets one: drawn by lot, in the order of their numbers, so that two who draw stand in
-- line.
CREATE FUNCTION insight_draw_keys() RETURNS void
VOLATILE SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO insight_personmonthkey (person_id, pseudonym)
  SELECT x.id, insight_lot() FROM people_person x
  WHERE NOT EXISTS (SELECT FROM insight_personmonthkey y WHERE y.person_id = x.id) ORDER BY x.id ON CONFLICT DO NOTHING;
  INSERT INTO insight_householdkey (household_id, pseudonym)
  SELECT x.id, insight_lot() FROM people_household x
  WHERE NOT EXISTS (SELECT FROM insight_householdkey y WHERE y.household_id = x.id) ORDER BY x.id ON CONFLICT DO NOTHING
$$;

-- A number that nothing can be told from.
CREATE FUNCTION insight_lot() RETURNS bigint VOLATILE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT ('x' || left(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint
$$;
GRANT EXECUTE ON FUNCTION insight_lot TO trappan_figures;

-- Write of a table what insight_built says and what does not stand there already: of the rows with these days in
-- `of_column`, from `first` up to `until`; `key` names a row of one day.
CREATE FUNCTION insight_keep(of_table text, key text, of_column text, first date, until date, OUT added int,
  OUT removed int)
VOLATILE SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  columns text := (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
    WHERE a.attrelid = of_table::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'id');
  days text := format('%1$I >= DATE %2$L AND %1$I < DATE %3$L', of_column, first, until);
BEGIN
  EXECUTE format('DELETE FROM %1$s WHERE %2$s AND (%3$I, %4$s) IN (SELECT %3$I, %4$s FROM (SELECT %5$s FROM %1$s '
    'WHERE %2$s EXCEPT SELECT %5$s FROM insight_built) x)', of_table, days, of_column, key, columns);
  GET DIAGNOSTICS removed = ROW_COUNT;
  EXECUTE format('INSERT INTO %1$s (%3$s) SELECT %3$s FROM insight_built EXCEPT SELECT %3$s FROM %1$s WHERE %2$s',
    of_table, days, columns);
  GET DIAGNOSTICS added = ROW_COUNT;
END $$;

-- Carry out one order: build its month, and write what has become another. NULL where it is done, or somebody does it.
-- One at a time a month; killed anywhere, nothing of it stands and the order waits. The prints are taken first: what
-- moves meanwhile is seen the next night. A month that is published stands until it has been frozen (frozen.sql).
CREATE FUNCTION insight_build_month(of_order bigint) RETURNS insight_build
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '5min' SET work_mem = '64MB'
LANGUAGE plpgsql AS $$
DECLARE
  m date;
  after date;
  begun timestamptz := clock_timestamp();
  b insight_build;
  k record;
BEGIN
  SELECT o.month INTO m FROM insight_buildorder o WHERE o.id = of_order AND o.done_at IS NULL FOR UPDATE SKIP LOCKED;
  IF m IS NULL THEN
    RETURN NULL;
  END IF;
  -- What is being published is of one building (publication.sql).
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('insight.publish', 0));
  IF EXISTS (SELECT FROM insight_frozenmonth f WHERE f.month = m AND f.frozen_at IS NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('insight.month', extract(epoch FROM m)::bigint));
  after := (m + interval '1 month')::date;
  b.month := m; b.cutoff := clock(); b.added := 0; b.removed := 0;
  SELECT COALESCE(jsonb_object_agg(s.what, s.print), '{}') INTO b.source
  FROM insight_sources(m, after) s;
  PERFORM insight_draw_keys();
  PERFORM insight_attended_in(m);
  PERFORM insight_people_in(m);
  SELECT * INTO k FROM insight_keep('insight_personmonth', 'pseudonym', 'month', m, after);
  b.added := b.added + k.added; b.removed := b.removed + k.removed;
  PERFORM insight_placements_in(m);
  SELECT * INTO k FROM insight_keep('insight_placementmonth', 'activity_id, pseudonym', 'month', m, after);
  b.added := b.added + k.added; b.removed := b.removed + k.removed;
  PERFORM insight_places_in(m);
  SELECT * INTO k FROM insight_keep('insight_placemonth', 'activity_id', 'month', m, after);
  b.added := b.added + k.added; b.removed := b.removed + k.removed;
  PERFORM insight_build_weeks(m);
  SELECT d.rows, d.digest INTO b.rows, b.digest FROM insight_digest(m) d;
  b.seconds := extract(epoch FROM clock_timestamp() - begun);
  INSERT INTO insight_build (month, cutoff, rows, added, removed, source, digest, seconds)
  VALUES (b.month, b.cutoff, b.rows, b.added, b.removed, b.source, b.digest, b.seconds) RETURNING id INTO b.id;
  UPDATE insight_buildorder o SET done_at = clock() WHERE o.id = of_order;
  RETURN b;
END $$;
GRANT EXECUTE ON FUNCTION insight_build_month TO trappan_nightly;

-- How many rows a month has in the three tables, and the digest of all of them as they stand, whatever their order.
CREATE FUNCTION insight_digest(of_month date) RETURNS TABLE (rows int, digest text)
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*)::int, md5(COALESCE(string_agg(x.line, '' ORDER BY x.line), '')) FROM (
    SELECT md5((to_jsonb(a) - 'id')::text) AS line FROM insight_personmonth a WHERE a.month = of_month
    UNION ALL SELECT md5((to_jsonb(a) - 'id')::text) FROM insight_placementmonth a WHERE a.month = of_month
    UNION ALL SELECT md5((to_jsonb(a) - 'id')::text) FROM insight_placemonth a WHERE a.month = of_month) x
$$;

-- What units and organisers are called, for those who read figures by them; of nobody.
CREATE FUNCTION insight_names() RETURNS TABLE (what text, id bigint, name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT 'unit', u.id, u.name::text FROM staff_unit u
  UNION ALL SELECT 'organiser', o.id, o.name::text FROM staff_organisation o
$$;
GRANT EXECUTE ON FUNCTION insight_names TO trappan_nightly;

-- How far the counting has come, for whoever reads figures: months that are built, of how many, and the years of which
-- it is still to be gone through what may be told, the latest first; and whether what is reckoned and drawn of what was
-- told is still to follow. Of nobody.
CREATE FUNCTION insight_progress() RETURNS TABLE (built int, months int, years int[], follows boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT count(*) FILTER (WHERE NOT waits)::int, count(*)::int,
    ARRAY(SELECT t.year::int FROM insight_tellorder t WHERE t.done_at IS NULL ORDER BY t.year DESC),
    EXISTS (SELECT FROM insight_undrawn())
  FROM (
    SELECT month, bool_or(waits) AS waits FROM (
      SELECT b.month, false AS waits FROM insight_build b
      UNION ALL SELECT o.month, true FROM insight_buildorder o WHERE o.done_at IS NULL) x GROUP BY month) m
  HAVING (SELECT insight_sees_figures())
$$;
GRANT EXECUTE ON FUNCTION insight_progress TO trappan_app;
