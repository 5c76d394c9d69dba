-- Where somebody is who is placed at an opening: the site that works at the workplace, as of an own department; else
-- the team's own site under its unit, for those who are at employers that have none here. Nothing where there is
-- neither.
CREATE FUNCTION matching_site_of(p matching_proposal) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.id FROM employers_opening o LEFT JOIN employers_workplace w ON w.id = o.workplace_id
    JOIN matching_worksearch s ON s.id = p.search_id
    JOIN staff_unit u ON u.kind = 'site' AND (u.id = w.unit_id OR w.unit_id IS NULL AND u.parent_id = s.unit_id)
      AND u.starts_on <= today() AND (u.ends_on IS NULL OR today() < u.ends_on)
  WHERE o.id = p.opening_id ORDER BY u.id LIMIT 1
$$;

-- The activity that the opening of a proposal makes, made where it is not there yet: for whoever works with the person,
-- once the employer has said yes. It holds as many as the opening; its name says the work and not whose it is, since
-- activities are everybody's to read.
CREATE FUNCTION matching_make_activity(of_proposal bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p matching_proposal; o employers_opening; site bigint; made bigint;
BEGIN
  SELECT * INTO p FROM matching_proposal q WHERE q.id = of_proposal AND q.outcome = 'accepted'
    AND secrecy_role() = 'consultant' AND people_works_with(q.person_id, 'plan');
  IF p.id IS NULL THEN
    RAISE EXCEPTION 'no yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'placed_by_a_yes';
  END IF;
  -- Two who are placed at once by the same opening stand in line.
  SELECT * INTO o FROM employers_opening q WHERE q.id = p.opening_id FOR NO KEY UPDATE;
  IF o.kind = 'job' THEN
    RAISE EXCEPTION 'job' USING ERRCODE = 'check_violation', CONSTRAINT = 'a_job_is_no_placement';
  END IF;
  SELECT a.id INTO made FROM activities_activity a WHERE a.opening_id = o.id;
  IF made IS NOT NULL THEN
    UPDATE activities_activity SET places = GREATEST(places, o.places) WHERE id = made;
    RETURN made;
  END IF;
  site := matching_site_of(p);
  IF site IS NULL THEN
    RAISE EXCEPTION 'site' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_has_a_site';
  END IF;
  INSERT INTO activities_activity
    (code, name, unit_id, kind, places, description, real_operation, starts_on, opening_id)
  VALUES ('oppning-' || o.id, o.title, site, 'workplace', o.places, '', true, LEAST(o.starts_on, today()), o.id)
  RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION matching_make_activity TO trappan_app;

-- At what an opening has made is nobody whom the employer has not said yes to.
CREATE FUNCTION matching_refuse_without_yes() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM activities_activity a WHERE a.id = NEW.activity_id AND a.opening_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM matching_proposal p WHERE p.opening_id = a.opening_id
        AND p.person_id = NEW.person_id AND p.outcome = 'accepted')) THEN
    RAISE EXCEPTION 'no yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'placed_by_a_yes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_without_yes BEFORE INSERT ON placements_placement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_refuse_without_yes();

-- A team prepares an agreement where the employer has said yes to a proposal of its own, and for nobody else.
CREATE FUNCTION matching_refuse_unproposed() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM matching_proposal p JOIN matching_worksearch s ON s.id = p.search_id
      WHERE p.person_id = NEW.person_id AND p.opening_id = NEW.opening_id AND p.outcome = 'accepted'
        AND s.unit_id = current_unit()) THEN
    RAISE EXCEPTION 'no yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'prepared_after_a_yes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_unproposed BEFORE INSERT ON agreements_prepared FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_refuse_unproposed();

-- How the agreement stands that came of a proposal, for the team that made it and while the person lets it read: who
-- has signed, the days, and what became of the link. Of its text nothing, of the placement neither hours nor why.
CREATE FUNCTION matching_agreement(of_proposal bigint)
RETURNS TABLE (starts_on date, ends_on date, is_over boolean, signed text[], sent_at timestamptz,
  opened_at timestamptz, declined boolean, is_out boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT v.starts_on, v.ends_on, v.ends_on <= today() OR COALESCE(q.ends_on <= today(), false),
    ARRAY(SELECT k.party::text FROM agreements_signature k WHERE k.version_id = v.id), l.sent_at, l.opened_at,
    COALESCE((SELECT k.said ? 'no' FROM agreements_statement k WHERE k.link_id = l.id), false),
    l.used_at IS NULL AND l.ended_at IS NULL AND l.sent_at IS NOT NULL AND l.expires_at > clock()
  FROM matching_proposal p JOIN matching_worksearch s ON s.id = p.search_id AND s.unit_id = current_unit()
  JOIN activities_activity c ON c.opening_id = p.opening_id
  JOIN placements_placement q ON q.activity_id = c.id AND q.person_id = p.person_id
  JOIN agreements_agreement a ON a.placement_id = q.id
  CROSS JOIN LATERAL (SELECT * FROM agreements_version k WHERE k.agreement_id = a.id ORDER BY k.number DESC LIMIT 1) v
  LEFT JOIN LATERAL (SELECT * FROM agreements_link k WHERE k.version_id = v.id ORDER BY k.id DESC LIMIT 1) l ON true
  WHERE p.id = of_proposal AND p.outcome = 'accepted' AND secrecy_role() = 'employer_officer'
    AND people_holds(p.person_id, 'profile')
  ORDER BY q.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION matching_agreement TO trappan_app;

-- The employer has answered already, by its yes to the proposal: the placement is agreed on, opens the person's part to
-- the site, and waits for the three signatures, since nobody begins at an employer without them.
CREATE FUNCTION matching_agree_placement(of_placement bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement;
BEGIN
  SELECT q.* INTO p FROM placements_placement q JOIN activities_activity a ON a.id = q.activity_id
    AND a.opening_id IS NOT NULL WHERE q.id = of_placement AND q.placed_by_id = current_actor()
    AND num_nonnulls(q.accepted_at, q.refused_at, q.withdrawn_at) = 0 FOR UPDATE OF q;
  IF p.id IS NULL THEN
    RAISE EXCEPTION 'no yes' USING ERRCODE = 'check_violation', CONSTRAINT = 'placed_by_a_yes';
  END IF;
  UPDATE placements_placement SET accepted_at = clock(), answered_by_id = current_actor(), waits_from = starts_on
    WHERE id = p.id;
  PERFORM placements_keep_access(p.person_id, p.unit_id);
END $$;
GRANT EXECUTE ON FUNCTION matching_agree_placement TO trappan_app;
