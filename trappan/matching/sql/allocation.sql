-- The times that a plan asks a place for; of somebody who has begun those that no place of theirs takes.
CREATE FUNCTION matching_planned(of_plan bigint, has_begun boolean)
RETURNS TABLE (starts_at int, ends_at int, weeks text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.starts_at, t.ends_at, t.weeks::text FROM plans_planpart t
  WHERE t.plan_id = of_plan AND t.taken_out_at IS NULL AND t.kind = 'activity' AND t.starts_at IS NOT NULL
    AND NOT (has_begun AND EXISTS (SELECT FROM placements_placement p JOIN activities_seatuse s ON s.seat = p.seat
      WHERE p.person_id = t.person_id AND p.refused_at IS NULL AND p.withdrawn_at IS NULL
        AND COALESCE(p.ends_on, 'infinity') > (SELECT today()) AND NOT s.once AND s.until > (SELECT today())
        AND s.until > s.starts_on AND s.starts_at < t.ends_at AND t.starts_at < s.ends_at))
$$;

-- Who waits for a place, for the whole planned week or for a part of it: of somebody who has been proposed several
-- places, of which one is taken up, the other times of the plan. They wait since when they waited for the whole.
-- Nobody's to call but the database's own functions.
CREATE FUNCTION matching_who_waits(of_organisation bigint)
RETURNS TABLE (case_id bigint, person_id bigint, number text, plan_id bigint, since date, has_begun boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT w.case_id, w.person_id, w.number, w.plan_id, COALESCE(s.since, today()), false
  FROM placements_who_waits(of_organisation) w
  CROSS JOIN LATERAL placements_waits_since(w.case_id, w.person_id) s
  UNION ALL
  SELECT k.id, k.person_id, k.number, p.id, b.since, true
  FROM (SELECT l.case_id, max(l.waits_since) AS since FROM matching_allocationrun r
    JOIN matching_allocationline l ON l.run_id = r.id
    WHERE r.organisation_id = of_organisation AND l.answer = 'accepted'
      AND ((l.facts->>'is_part')::boolean OR jsonb_array_length(l.facts->'beside') > 0)
    GROUP BY l.case_id) b
  JOIN cases_case k ON k.id = b.case_id AND k.closed_on IS NULL
  JOIN staff_unit u ON u.id = k.unit_id AND u.organisation_id = of_organisation
  JOIN plans_plan p ON p.case_id = k.id AND p.decided_at IS NOT NULL AND p.replaced_at IS NULL AND p.ended_at IS NULL
  WHERE EXISTS (SELECT FROM placements_placement q WHERE q.person_id = k.person_id AND q.refused_at IS NULL
      AND q.withdrawn_at IS NULL AND COALESCE(q.ends_on, 'infinity') > (SELECT today()))
    AND EXISTS (SELECT FROM matching_planned(p.id, true))
$$;

-- The worker's order of who could start where: in a week or in the coming one, in one municipality or in each in which
-- somebody waits, for a place or for work. One waits at a time for a week; of a week that has begun nothing is ordered,
-- and false is returned.
CREATE FUNCTION matching_order_allocations(of_monday date, of_organisation bigint) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH week AS (
    SELECT COALESCE(of_monday, today() + 8 - extract(isodow FROM today())::int) AS monday
  ), ordered AS (
    INSERT INTO matching_allocationrun (organisation_id, monday, ordered_by_id)
    SELECT o.id, w.monday, NULL FROM staff_organisation o CROSS JOIN week w
    WHERE o.kind = 'municipality' AND w.monday > today() AND (o.id = of_organisation
      OR of_organisation IS NULL AND (EXISTS (SELECT FROM matching_who_waits(o.id))
        OR EXISTS (SELECT FROM matching_work_waits(o.id))))
    ORDER BY o.id ON CONFLICT DO NOTHING)
  SELECT w.monday > today() FROM week w
$$;
GRANT EXECUTE ON FUNCTION matching_order_allocations TO trappan_nightly;

CREATE TRIGGER ring AFTER INSERT ON matching_allocationrun
  FOR EACH ROW EXECUTE FUNCTION worker_ring('matching.allocate');

-- A colleague orders of a week to come.
CREATE FUNCTION matching_refuse_begun_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.monday <= today() THEN
    RAISE EXCEPTION 'begun' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_of_a_week_to_come';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_begun_week BEFORE INSERT ON matching_allocationrun FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_refuse_begun_week();

-- Which orders wait? A week that began before it was carried out is past.
CREATE FUNCTION matching_allocations_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id FROM matching_allocationrun r WHERE r.made_at IS NULL AND r.monday > today() ORDER BY r.id
$$;
GRANT EXECUTE ON FUNCTION matching_allocations_waiting TO trappan_nightly;

-- The municipality by its name, and what came of its latest run of a week, in counts: for the command.
CREATE FUNCTION matching_municipality(called text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id FROM staff_organisation o WHERE o.kind = 'municipality' AND o.name = called ORDER BY o.id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION matching_municipality TO trappan_nightly;
CREATE FUNCTION matching_allocated(of_organisation bigint, of_monday date)
RETURNS TABLE (of_order text, counts jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.order, r.counts FROM matching_allocationrun r
  WHERE r.organisation_id = of_organisation AND r.monday = of_monday AND r.made_at IS NOT NULL
  ORDER BY r.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION matching_allocated TO trappan_nightly;

-- Take an order, to be carried out in this transaction; nothing where it is done or somebody else does it. The rules
-- are those of the week's first day, whenever it is reckoned. All who wait are counted, also whom no line is about; and
-- in the same question the women and men of them, since what ruled people out is told with these a month later: counted
-- then, the difference would tell that somebody of whom there is no line has left or come since.
CREATE FUNCTION matching_begin_allocation(of_run bigint)
RETURNS TABLE (monday date, starts_first boolean, waiting bigint)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r matching_allocationrun;
BEGIN
  SELECT * INTO r FROM matching_allocationrun q
  WHERE q.id = of_run AND q.made_at IS NULL AND q.monday > today() FOR UPDATE SKIP LOCKED;
  IF r.id IS NOT NULL THEN
    RETURN QUERY WITH waits AS MATERIALIZED (
      SELECT w.person_id FROM matching_who_waits(r.organisation_id) w
    ), kept AS (
      INSERT INTO matching_allocationwaiting (run_id, women, men)
      SELECT r.id, count(*) FILTER (WHERE x.gender = 'K'), count(*) FILTER (WHERE x.gender = 'M')
      FROM waits w JOIN people_person x ON x.id = w.person_id)
    SELECT r.monday, rule('allocation_start_first', r.monday)::boolean, (SELECT count(*) FROM waits);
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION matching_begin_allocation TO trappan_allocation;

-- The places of a run that waits: what is open on its Monday, at sites of the municipality and of partners, with what a
-- place is judged by. `until` is the day after the last that somebody could be placed there, by the activity's own end
-- and by what is agreed with the partner. What an opening has made is for who got that place.
CREATE FUNCTION matching_allocation_places(of_run bigint)
RETURNS TABLE (id bigint, name text, unit_id bigint, is_partner boolean, needs_consent boolean, weekdays text,
  opens time, closes time, season_from int, season_to int, branch text, access text[], until date,
  languages_asked text[], licence text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT a.id, a.name, a.unit_id, o.kind <> 'municipality',
    o.kind <> 'municipality' AND o.basis IS DISTINCT FROM 'provider',
    a.weekdays, a.opens, a.closes, a.season_from, a.season_to, a.branch, a.access::text[],
    NULLIF(LEAST(COALESCE(a.ends_on, 'infinity'), partnerships_agreed_until(a.unit_id)), 'infinity'),
    a.languages_asked::text[], a.licence
  FROM matching_allocationrun r CROSS JOIN activities_activity a JOIN staff_unit u ON u.id = a.unit_id
  JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE r.id = of_run AND r.made_at IS NULL AND a.opening_id IS NULL
    AND a.starts_on <= r.monday AND COALESCE(a.ends_on, 'infinity') > r.monday
    AND COALESCE(u.ends_on, 'infinity') > r.monday
    AND COALESCE(partnerships_agreed_until(a.unit_id), 'infinity') > r.monday
    AND CASE o.kind WHEN 'municipality' THEN o.id = r.organisation_id
      ELSE o.kept_by_id IS NULL OR o.kept_by_id = r.organisation_id END
  ORDER BY a.id
$$;
GRANT EXECUTE ON FUNCTION matching_allocation_places TO trappan_allocation;

-- How many places are free in each stretch of the week, on the Monday of a run that waits and on every later day on
-- which somebody more begins there or other places are said: who is proposed stays without an end, and the guard of a
-- place looks at all days to come.
CREATE FUNCTION matching_allocation_room(of_run bigint)
RETURNS TABLE (activity_id bigint, starts_at int, ends_at int, free int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH there AS MATERIALIZED (
    SELECT p.id, r.monday, COALESCE(p.until, 'infinity') AS until
    FROM matching_allocationrun r CROSS JOIN LATERAL matching_allocation_places(r.id) p WHERE r.id = of_run
  ), days AS MATERIALIZED (
    SELECT c.day, array_agg(c.id) AS ids FROM (
      SELECT t.id, t.monday AS day FROM there t
      UNION SELECT t.id, s.starts_on FROM there t JOIN activities_seatuse s ON s.activity_id = t.id
        AND s.starts_on > t.monday AND s.starts_on < t.until AND s.until > s.starts_on
      UNION SELECT t.id, c.starts_on FROM there t JOIN activities_capacity c ON c.activity_id = t.id
        AND c.starts_on > t.monday AND c.starts_on < t.until
      UNION SELECT t.id, c.ends_on FROM there t JOIN activities_capacity c ON c.activity_id = t.id
        AND c.ends_on > t.monday AND c.ends_on < t.until) c
    GROUP BY c.day)
  SELECT l.activity_id, l.minute,
    LEAD(l.minute, 1, 10080) OVER (PARTITION BY d.day, l.activity_id ORDER BY l.minute), GREATEST(l.places - l.taken, 0)
  FROM days d CROSS JOIN LATERAL activities_load(d.day, d.ids) l
  ORDER BY l.activity_id, d.day, l.minute
$$;
GRANT EXECUTE ON FUNCTION matching_allocation_room TO trappan_allocation;

-- Those who wait, the longest first, ties by case number (2026-10000 after 2026-9999), and what places are asked for
-- them: planned times, wishes, needs, journeys, where they consent to be told of, where the site or a colleague has
-- said no since the wait began, and what was proposed last and nobody has answered; alone where another place of that
-- week is answered. Languages and licence are what colleagues have written in the profile, nothing where nobody has
-- asked: not what the register of people says is spoken. A case by its number in the database, and nothing else of
-- whom.
-- Protected people are left out: they are placed by a decision that names a supervisor.
CREATE FUNCTION matching_allocation_queue(of_run bigint)
RETURNS TABLE (case_id bigint, since date, starts_at int[], ends_at int[], weeks text[], branches text[], path text,
  needs text[], most_travel int, journeys jsonb, consents bigint[], refused bigint[], declined bigint[],
  kept_activities bigint[], kept_weeks text[], kept_alone boolean, has_begun boolean, speaks text[], licence text[])
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH run AS MATERIALIZED (
    SELECT r.*, (SELECT l.id FROM matching_allocationrun l WHERE l.organisation_id = r.organisation_id
        AND l.made_at IS NOT NULL AND l.monday <= r.monday ORDER BY l.monday DESC, l.id DESC LIMIT 1) AS last_id
    FROM matching_allocationrun r WHERE r.id = of_run AND r.made_at IS NULL
  ), consented AS MATERIALIZED (
    SELECT p.*, u.organisation_id FROM matching_allocation_places(of_run) p JOIN staff_unit u ON u.id = p.unit_id
    WHERE p.needs_consent
  ), waiting AS MATERIALIZED (
    SELECT w.* FROM run CROSS JOIN LATERAL matching_who_waits(run.organisation_id) w
    JOIN people_person x ON x.id = w.person_id AND x.protection = 'none')
  SELECT w.case_id, w.since, t.starts_at, t.ends_at, t.weeks, COALESCE(m.branch_wish::text[], '{}'),
    COALESCE(m.path_wish, ''), COALESCE(m.needs::text[], '{}'), m.most_travel::int,
    (SELECT jsonb_object_agg(j.unit_id, j.minutes) FROM matching_journey j WHERE j.person_id = w.person_id),
    ARRAY(SELECT DISTINCT p.id FROM people_consent c JOIN consented p ON p.organisation_id = c.organisation_id
      WHERE c.person_id = w.person_id AND c.withdrawn_on IS NULL AND 'placement' = ANY (c.parts)
        AND placements_consented(w.person_id, p.unit_id, run.monday, p.until)),
    ARRAY(SELECT p.activity_id FROM placements_placement p WHERE p.person_id = w.person_id
      AND stockholm_day(p.refused_at) >= w.since),
    ARRAY(SELECT l.activity_id FROM matching_allocationline l WHERE l.person_id = w.person_id
      AND l.answer IN ('changed', 'declined') AND stockholm_day(l.at) >= w.since),
    COALESCE(k.activities, '{}'), COALESCE(k.weeks, '{}'), COALESCE(k.alone, false), w.has_begun,
    (SELECT q.codes::text[] FROM matching_profilepart q WHERE q.person_id = w.person_id AND q.part = 'languages'
      AND q.replaced_at IS NULL AND q.codes <> '{}'),
    (SELECT q.codes::text[] FROM matching_profilepart q WHERE q.person_id = w.person_id AND q.part = 'licence'
      AND q.replaced_at IS NULL AND q.codes <> '{}')
  FROM run CROSS JOIN waiting w LEFT JOIN plans_mapping m ON m.case_id = w.case_id
  LEFT JOIN LATERAL (SELECT array_agg(l.activity_id ORDER BY l.id) FILTER (WHERE l.answer = '') AS activities,
      array_agg(l.week::text ORDER BY l.id) FILTER (WHERE l.answer = '') AS weeks,
      bool_or(l.answer <> '' OR (l.facts->>'is_part')::boolean) AS alone
    FROM matching_allocationline l
    WHERE l.run_id = run.last_id AND l.person_id = w.person_id AND l.activity_id IS NOT NULL) k ON true
  CROSS JOIN LATERAL (SELECT array_agg(t.starts_at ORDER BY t.starts_at, t.weeks) AS starts_at,
      array_agg(t.ends_at ORDER BY t.starts_at, t.weeks) AS ends_at,
      array_agg(t.weeks ORDER BY t.starts_at, t.weeks) AS weeks
    FROM matching_planned(w.plan_id, w.has_begun) t) t
  ORDER BY w.since, split_part(w.number, '-', 1), length(split_part(w.number, '-', 2)), w.number, w.case_id
$$;
GRANT EXECUTE ON FUNCTION matching_allocation_queue TO trappan_allocation;

-- Keep what came of a run that was begun: its counts, and a line for each case.
CREATE FUNCTION matching_keep_allocation(of_run bigint, of_order text, of_facts text, counted jsonb, lines jsonb)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_allocationrun r SET "order" = of_order, digest = of_facts, counts = counted, made_at = clock()
    WHERE r.id = of_run AND r.made_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'made' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_is_made_once';
  END IF;
  INSERT INTO matching_allocationline (run_id, person_id, case_id, activity_id, week, waits_since, wish, facts)
  SELECT of_run, k.person_id, k.id, l.activity, l.week, l.since, l.wish, l.facts
  FROM jsonb_to_recordset(lines) AS l (case_id bigint, activity bigint, week text, since date, wish int, facts jsonb)
  JOIN cases_case k ON k.id = l.case_id;
END $$;
GRANT EXECUTE ON FUNCTION matching_keep_allocation TO trappan_allocation;

-- Keep who would have to move for those to start to whom nothing is proposed, after their lines: cases by number.
CREATE FUNCTION matching_keep_moves(of_run bigint, moves jsonb) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  INSERT INTO matching_allocationmove (line_id, person_id, unit_id, leaves, takes)
  SELECT l.id, k.person_id, k.unit_id, m.leaves, m.takes
  FROM jsonb_to_recordset(moves) AS m (case_id bigint, of_case bigint, leaves jsonb, takes jsonb)
  JOIN matching_allocationline l ON l.run_id = of_run AND l.case_id = m.case_id AND l.activity_id IS NULL
  JOIN cases_case k ON k.id = m.of_case ORDER BY l.id, k.id
$$;
GRANT EXECUTE ON FUNCTION matching_keep_moves TO trappan_allocation;

-- Who would have to move for the person of a line to start, for a consultant who works with that person: who and what
-- of those whom the reader works with too; of the others their units, each once, and not how many they are. Nothing
-- where one of them is answered, a newer run stands, or somebody's identity has become protected: then it cannot be
-- tried as it was reckoned, and it is not told which.
CREATE FUNCTION matching_chain(of_line bigint)
RETURNS TABLE (person_id bigint, unit_id bigint, leaves jsonb, takes jsonb)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH moves AS MATERIALIZED (
    SELECT m.*, people_works_with(m.person_id, 'plan') AS is_seen
    FROM matching_allocationline l JOIN matching_allocationrun r ON r.id = l.run_id
    JOIN matching_allocationmove m ON m.line_id = l.id
    WHERE l.id = of_line AND secrecy_role() = 'consultant' AND people_works_with(l.person_id, 'plan')
      AND NOT EXISTS (SELECT FROM matching_allocationmove n JOIN matching_allocationline o
        ON o.run_id = l.run_id AND o.person_id = n.person_id WHERE n.line_id = l.id AND o.answer <> '')
      AND NOT EXISTS (SELECT FROM matching_allocationmove n JOIN people_person x ON x.id = n.person_id AND x.shielded
        WHERE n.line_id = l.id)
      AND NOT EXISTS (SELECT FROM matching_allocationrun q WHERE q.organisation_id = r.organisation_id
        AND q.monday = r.monday AND q.made_at IS NOT NULL AND q.id > r.id))
  SELECT m.person_id, NULL, m.leaves, m.takes FROM moves m WHERE m.is_seen
  UNION ALL (SELECT DISTINCT NULL::bigint, m.unit_id, NULL::jsonb, NULL::jsonb FROM moves m WHERE NOT m.is_seen)
$$;
GRANT EXECUTE ON FUNCTION matching_chain TO trappan_app;

-- What a line proposes is answered once, and as it stands: the latest of its week and municipality, of a week to come.
CREATE FUNCTION matching_answer_once() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r matching_allocationrun;
BEGIN
  SELECT * INTO r FROM matching_allocationrun q WHERE q.id = NEW.run_id;
  IF OLD.answer <> '' OR r.monday <= today() OR EXISTS (SELECT FROM matching_allocationrun q
      WHERE q.organisation_id = r.organisation_id AND q.monday = r.monday AND q.made_at IS NOT NULL
        AND q.id > r.id) THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'line_is_answered_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE ON matching_allocationline FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_answer_once();

-- What nobody has answered is erased so long after its Monday as the rules of today say; an answer stays, and so does
-- how the run went in counts. Who could have moved is erased when the week begins.
CREATE FUNCTION matching_thin_allocations() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  DELETE FROM matching_allocationmove m USING matching_allocationline l, matching_allocationrun r
  WHERE l.id = m.line_id AND r.id = l.run_id AND r.monday <= today();
  DELETE FROM matching_allocationline l USING matching_allocationrun r
  WHERE r.id = l.run_id AND l.answer = '' AND r.monday < today() - rule('allocation_kept_days', today())::int;
  DELETE FROM matching_openingline l USING matching_openingrun r
  WHERE r.run_id = l.run_id AND l.answer = '' AND r.monday < today() - rule('allocation_kept_days', today())::int
$$;
GRANT EXECUTE ON FUNCTION matching_thin_allocations TO trappan_nightly;
