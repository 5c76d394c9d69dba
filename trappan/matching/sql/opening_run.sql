-- Who waits for work: on an employer team's list by a yes to that team that holds, asked about nothing now, and without
-- a yes from an employer. Since the day on which they were handed over as ready. `told` is what the yes opens, and what
-- was said of it by `told_at`. A protected person is on no list. Nobody's to call but the database's own functions.
CREATE FUNCTION matching_work_waits(of_organisation bigint)
RETURNS TABLE (search_id bigint, person_id bigint, number text, since date, told text[], told_at timestamptz)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT s.id, s.person_id, k.number, s.starts_on, c.parts::text[], c.at
  FROM matching_worksearch s JOIN staff_unit u ON u.id = s.unit_id AND u.organisation_id = of_organisation
  JOIN cases_case k ON k.id = s.case_id JOIN people_person x ON x.id = s.person_id AND NOT x.shielded
  JOIN matching_profileconsent c ON c.person_id = s.person_id AND c.unit_id = s.unit_id AND c.audience = 'team'
    AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND c.starts_on <= today() AND today() < c.ends_on
  WHERE s.ended_on IS NULL
    AND NOT EXISTS (SELECT FROM matching_proposal p WHERE p.search_id = s.id AND p.outcome IN ('', 'accepted'))
$$;

-- The openings of a run that waits: offered on its Monday by the municipality's employers that do not rest, with what
-- work is judged by. `free` are the places about which nobody is asked and that no employer has said yes to. One that
-- was agreed with one person in mind is for nobody by a queue, nor one of which nobody knows which occupation it is.
CREATE FUNCTION matching_opening_offers(of_run bigint)
RETURNS TABLE (id bigint, week text, weekdays text, weekly_minutes int, licence text, languages text[], access text[],
  free int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT o.id, o.week, o.weekdays, o.weekly_minutes, o.licence, o.languages::text[],
    COALESCE(w.access::text[], '{}'), GREATEST(o.places - t.asked - t.taken, 0)::int
  FROM matching_allocationrun r JOIN employers_employer e ON e.municipality_id = r.organisation_id
    AND COALESCE(e.ended_on, 'infinity') > r.monday
    AND NOT (COALESCE(e.rests_from, 'infinity') <= r.monday AND COALESCE(e.rests_until, 'infinity') > r.monday)
  JOIN employers_opening o ON o.employer_id = e.id AND o.occupation_id IS NOT NULL AND NOT o.shaped_for_one
    AND COALESCE(o.closed_on, 'infinity') > r.monday AND COALESCE(o.ends_on, 'infinity') > r.monday
  LEFT JOIN employers_workplace w ON w.id = o.workplace_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE p.outcome = '') AS asked,
      count(*) FILTER (WHERE p.outcome = 'accepted') AS taken
    FROM matching_proposal p WHERE p.opening_id = o.id AND p.outcome IN ('', 'accepted')) t
  WHERE r.id = of_run AND r.made_at IS NULL AND COALESCE(w.closed_on, 'infinity') > r.monday AND t.taken < o.places
  ORDER BY o.id
$$;
GRANT EXECUTE ON FUNCTION matching_opening_offers TO trappan_allocation;

-- Those who wait for work, the longest first, ties by case number (2026-10000 after 2026-9999), and what is known of
-- them: what the person's yes lets the team be told, and nothing else. `asked` are the openings of the kind that was
-- asked for, each with 0 where it is that occupation or 1 where it is another of its group, and by which word. `tried`
-- were asked about before, and it came to nothing; `refused` by the employer; `declined` by the team since the wait
-- began. `kept` is what was proposed last and nobody has answered. A search by its number in the database.
CREATE FUNCTION matching_opening_queue(of_run bigint)
RETURNS TABLE (search_id bigint, since date, week text, minutes int, licence text[], languages text[], needs text[],
  asked jsonb, tried bigint[], refused bigint[], declined bigint[], kept bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH run AS MATERIALIZED (
    SELECT r.*, (SELECT l.run_id FROM matching_openingrun l WHERE l.organisation_id = r.organisation_id
        AND l.monday <= r.monday ORDER BY l.monday DESC, l.run_id DESC LIMIT 1) AS last_id
    FROM matching_allocationrun r WHERE r.id = of_run AND r.made_at IS NULL
  ), offers AS MATERIALIZED (
    SELECT f.id, o.occupation_id AS code FROM matching_opening_offers(of_run) f JOIN employers_opening o ON o.id = f.id
  ), kinds AS MATERIALIZED (
    SELECT f.id, f.code, 0 AS wish FROM offers f
    UNION SELECT f.id, k.a_id, 1 FROM offers f
      JOIN rules_conceptlink g ON g.kind = 'broader' AND g.a_id = f.code
      JOIN rules_conceptlink k ON k.kind = 'broader' AND k.b_id = g.b_id AND k.a_id <> f.code
  )
  SELECT w.search_id, w.since, m.week, m.minutes, m.licence, m.languages, m.needs,
    COALESCE((SELECT jsonb_agg(jsonb_build_array(d.id, d.wish, d.code) ORDER BY d.id) FROM (
      SELECT DISTINCT ON (k.id) k.id, k.wish, k.code FROM kinds k WHERE k.code = ANY (m.wishes)
      ORDER BY k.id, k.wish, k.code) d), '[]'),
    ARRAY(SELECT p.opening_id FROM matching_proposal p
      WHERE p.search_id = w.search_id AND p.outcome NOT IN ('', 'employer')),
    ARRAY(SELECT p.opening_id FROM matching_proposal p WHERE p.search_id = w.search_id AND p.outcome = 'employer'),
    ARRAY(SELECT l.opening_id FROM matching_openingline l
      WHERE l.search_id = w.search_id AND l.answer IN ('changed', 'declined')),
    (SELECT l.opening_id FROM matching_openingline l
      WHERE l.run_id = run.last_id AND l.search_id = w.search_id AND l.answer = '')
  FROM run CROSS JOIN LATERAL matching_work_waits(run.organisation_id) w
  CROSS JOIN LATERAL (SELECT
      max(p.codes::text[]) FILTER (WHERE p.part = 'wishes') AS wishes,
      max(p.week::text) FILTER (WHERE p.part = 'hours') AS week,
      (max(p.number) FILTER (WHERE p.part = 'hours'))::int AS minutes,
      max(p.codes::text[]) FILTER (WHERE p.part = 'licence') AS licence,
      max(p.codes::text[]) FILTER (WHERE p.part = 'languages') AS languages,
      max(p.codes::text[]) FILTER (WHERE p.part = 'needs') AS needs
    FROM matching_profilepart p WHERE p.person_id = w.person_id AND p.replaced_at IS NULL
      AND p.part = ANY (w.told) AND p.at <= w.told_at
      AND (p.words <> '' OR p.codes <> '{}' OR p.week <> '' OR p.number IS NOT NULL)) m
  ORDER BY w.since, split_part(w.number, '-', 1), length(split_part(w.number, '-', 2)), w.number, w.search_id
$$;
GRANT EXECUTE ON FUNCTION matching_opening_queue TO trappan_allocation;

-- Keep what came of the openings of a run that is being carried out: its counts, and a line for each who is on a list
-- still, should a yes have been taken back meanwhile.
CREATE FUNCTION matching_keep_openings(of_run bigint, of_order text, of_facts text, counted jsonb, lines jsonb)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO matching_openingrun (run_id, organisation_id, monday, "order", digest, counts, made_at)
    SELECT r.id, r.organisation_id, r.monday, of_order, of_facts, counted, clock()
    FROM matching_allocationrun r WHERE r.id = of_run AND r.made_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'made' USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_is_made_once';
  END IF;
  INSERT INTO matching_openingline (run_id, person_id, search_id, opening_id, waits_since, wish, facts)
  SELECT of_run, s.person_id, s.id, l.opening, l.since, l.wish, l.facts
  FROM jsonb_to_recordset(lines)
    AS l (number int, search_id bigint, opening bigint, since date, wish int, facts jsonb)
  JOIN matching_worksearch s ON s.id = l.search_id AND s.ended_on IS NULL ORDER BY l.number;
END $$;
GRANT EXECUTE ON FUNCTION matching_keep_openings TO trappan_allocation;

-- How the openings of the latest run of a week went, in counts: for the command.
CREATE FUNCTION matching_openings_allocated(of_organisation bigint, of_monday date) RETURNS jsonb
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.counts FROM matching_openingrun r
  WHERE r.organisation_id = of_organisation AND r.monday = of_monday ORDER BY r.run_id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION matching_openings_allocated TO trappan_nightly;

-- A line is answered once, and as it stands: the latest of its week and municipality, of a week to come.
CREATE FUNCTION matching_answer_opening_once() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE r matching_openingrun;
BEGIN
  SELECT * INTO r FROM matching_openingrun q WHERE q.run_id = NEW.run_id;
  IF OLD.answer <> '' OR r.monday <= today() OR EXISTS (SELECT FROM matching_openingrun q
      WHERE q.organisation_id = r.organisation_id AND q.monday = r.monday AND q.run_id > r.run_id) THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'line_is_answered_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE ON matching_openingline FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_answer_opening_once();
