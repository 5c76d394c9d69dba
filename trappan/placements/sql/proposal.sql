-- May the one who acts at the site know whose proposal this is? Not without consent where it takes one,
-- and of a protected person only the supervisor whom the decision names.
CREATE FUNCTION placements_may_know(p placements_placement) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(secrecy_role() IN ('supervisor', 'site_leader') AND p.unit_id = current_unit()
    AND placements_consented(p.person_id, p.unit_id, p.starts_on, p.ends_on)
    AND ((SELECT x.protection = 'none' FROM people_person x WHERE x.id = p.person_id)
      OR p.supervisor_id = current_actor()), false)
$$;

-- What a site sees of those proposed to it and not answered: first name, aim and schedule, and no more.
CREATE FUNCTION placements_proposals()
RETURNS TABLE (placement_id bigint, activity text, given_name text, aim text, starts_on date, ends_on date,
  starts_at int[], ends_at int[], weeks text[], proposed_at timestamptz, moves boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT p.id, a.name, x.given_name, p.aim, p.starts_on, p.ends_on, s.starts_at, s.ends_at, s.weeks, p.proposed_at,
    p.follows_id IS NOT NULL AND EXISTS (SELECT FROM placements_placement f WHERE f.id = p.follows_id
      AND f.unit_id = p.unit_id)
  FROM placements_placement p JOIN activities_activity a ON a.id = p.activity_id
  JOIN people_person x ON x.id = p.person_id
  CROSS JOIN LATERAL (SELECT array_agg(u.starts_at ORDER BY u.starts_at) AS starts_at,
    array_agg(u.ends_at ORDER BY u.starts_at) AS ends_at, array_agg(u.weeks::text ORDER BY u.starts_at) AS weeks
    FROM activities_seatuse u WHERE u.seat = p.seat AND u.ends_on IS DISTINCT FROM u.starts_on) s
  WHERE p.unit_id = current_unit() AND p.proposed_at IS NOT NULL AND p.accepted_at IS NULL
    AND p.refused_at IS NULL AND p.withdrawn_at IS NULL AND placements_may_know(p)
  ORDER BY p.starts_on, p.id
$$;
GRANT EXECUTE ON FUNCTION placements_proposals TO trappan_app;

-- The site answers. Accepting opens the person to it, and ends the placement that this one follows.
CREATE FUNCTION placements_answer(of_placement bigint, accepts boolean, of_kind text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement; f placements_placement; leaves date;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = of_placement AND q.unit_id = current_unit() FOR UPDATE;
  IF p.id IS NULL OR p.proposed_at IS NULL OR NOT placements_may_know(p) THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_such_proposal';
  END IF;
  IF num_nonnulls(p.accepted_at, p.refused_at, p.withdrawn_at) > 0 THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_is_answered';
  END IF;
  IF NOT accepts AND of_kind = '' THEN
    RAISE EXCEPTION 'kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'refusal_says_its_kind';
  END IF;
  IF accepts AND p.ends_on <= today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_is_past';
  END IF;
  IF accepts THEN
    -- Answered late, it begins today: nobody was expected on the days before the answer.
    IF p.starts_on < today() THEN
      p.starts_on := today();
      UPDATE placements_placement SET starts_on = p.starts_on WHERE id = p.id;
      UPDATE activities_seatuse SET starts_on = p.starts_on WHERE seat = p.seat AND starts_on < p.starts_on;
    END IF;
    UPDATE placements_placement SET accepted_at = clock(), answered_by_id = current_actor() WHERE id = p.id;
    SELECT * INTO f FROM placements_placement q WHERE q.id = p.follows_id FOR UPDATE;
    -- The one moved from ends then, or on the day after the latest that was marked there.
    leaves := GREATEST(p.starts_on, f.starts_on, (SELECT max(a.day) + 1 FROM attendance_attendance a
      WHERE a.placement_id = f.id));
    IF f.id IS NOT NULL AND (f.ends_on IS NULL OR f.ends_on > leaves) THEN
      PERFORM placements_cut(f.id, leaves, 'next_place', '');
      PERFORM placements_keep_access(f.person_id, f.unit_id);
    END IF;
    PERFORM placements_keep_access(p.person_id, p.unit_id);
  ELSE
    UPDATE placements_placement SET refused_at = clock(), answered_by_id = current_actor(), answer = why,
      answer_kind = of_kind, ends_on = starts_on WHERE id = p.id;
    UPDATE activities_seatuse SET ends_on = starts_on WHERE seat = p.seat;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, unit_id, details) VALUES ('write',
    CASE WHEN accepts THEN 'placements.accept' ELSE 'placements.refuse' END, p.person_id, 'activity', p.unit_id,
    jsonb_build_object('placement', p.id));
  RETURN p.person_id;
END $$;
GRANT EXECUTE ON FUNCTION placements_answer TO trappan_app;

-- A place is proposed once to a person and activity while it waits for an answer, and not years ahead.
CREATE FUNCTION placements_refuse_proposal() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.starts_on > today() + rule('proposal_ahead_days', today())::int THEN
    RAISE EXCEPTION 'ahead' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposed_not_years_ahead';
  END IF;
  IF EXISTS (SELECT FROM placements_placement p WHERE p.person_id = NEW.person_id
      AND p.activity_id = NEW.activity_id AND NOT p.agreed AND p.refused_at IS NULL AND p.withdrawn_at IS NULL) THEN
    RAISE EXCEPTION 'waits' USING ERRCODE = 'unique_violation', CONSTRAINT = 'one_proposal_waits';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_proposal BEFORE INSERT ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_refuse_proposal();
