ALTER TABLE placements_adaptation ADD CONSTRAINT placements_adaptation_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- Does the person consent that this site is told what to adapt, and has done so every day since the text was said? A
-- partner that cooperates needs consents that name it: one that is given after another had run out is no yes to a text
-- of before. Told of people whom one may see, and of nobody else.
CREATE FUNCTION placements_adaptation_consented(of_person bigint, of_unit bigint, since date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  -- Of another's site only to whoever has the plan: a consent to somebody else is not a site's to know.
  SELECT people_holds(of_person, CASE of_unit WHEN current_unit() THEN 'identity' ELSE 'plan' END)
    AND (o.kind = 'municipality' OR o.basis = 'provider' OR COALESCE((
    SELECT range_agg(daterange(c.starts_on, e.ends)) @> daterange(since, today(), '[]')
    FROM people_consent c CROSS JOIN LATERAL (SELECT CASE WHEN c.withdrawn_on IS NULL THEN c.ends_on
      ELSE LEAST(c.ends_on, c.withdrawn_on, today()) END AS ends) e
    WHERE c.person_id = of_person AND c.organisation_id = o.id AND 'adaptation' = ANY (c.parts)
      AND (e.ends IS NULL OR e.ends > c.starts_on)), false))
  FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id WHERE u.id = of_unit
$$;
GRANT EXECUTE ON FUNCTION placements_adaptation_consented TO trappan_app;

-- A text is unanswered when it is written, of a placement that is proposed or goes on, and by a consent; afterwards it
-- is withdrawn once, and its answer is read once.
CREATE FUNCTION placements_adaptation_told() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.withdrawn_at := COALESCE(OLD.withdrawn_at, CASE WHEN NEW.withdrawn_at IS NOT NULL THEN clock() END);
    NEW.read_at := COALESCE(OLD.read_at, CASE WHEN NEW.read_at IS NOT NULL AND OLD.answered_at IS NOT NULL
      THEN clock() END);
    RETURN NEW;
  END IF;
  NEW.withdrawn_at := NULL; NEW.answer := ''; NEW.answer_words := ''; NEW.answered_by_id := NULL;
  NEW.answered_at := NULL; NEW.read_at := NULL;
  IF NOT EXISTS (SELECT FROM placements_placement p WHERE p.id = NEW.placement_id AND p.person_id = NEW.person_id
      AND p.unit_id = NEW.unit_id AND p.refused_at IS NULL AND p.withdrawn_at IS NULL
      AND (p.ends_on IS NULL OR p.ends_on > today())) THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'adaptation_of_what_goes_on';
  END IF;
  IF NOT placements_adaptation_consented(NEW.person_id, NEW.unit_id, today()) THEN
    RAISE EXCEPTION 'consent' USING ERRCODE = 'check_violation', CONSTRAINT = 'adaptation_needs_consent';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER b_told BEFORE INSERT OR UPDATE ON placements_adaptation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_adaptation_told();

-- The site says what it can do; it may say otherwise later, which is unread again.
CREATE FUNCTION placements_answer_adaptation(of_adaptation bigint, of_answer text, words text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE a placements_adaptation;
BEGIN
  SELECT * INTO a FROM placements_adaptation d WHERE d.id = of_adaptation AND d.unit_id = current_unit()
    AND d.withdrawn_at IS NULL AND COALESCE(secrecy_role() IN ('supervisor', 'site_leader'), false)
    AND people_works_with(d.person_id, 'activity')
    AND placements_adaptation_consented(d.person_id, d.unit_id, stockholm_day(d.at))
    AND EXISTS (SELECT FROM placements_placement p WHERE p.id = d.placement_id AND p.agreed
      AND (p.ends_on IS NULL OR p.ends_on > today())) FOR UPDATE;
  IF a.id IS NULL THEN
    RAISE EXCEPTION 'unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'no_such_adaptation';
  END IF;
  UPDATE placements_adaptation SET answer = of_answer, answer_words = words, answered_by_id = current_actor(),
    answered_at = clock(), read_at = NULL WHERE id = a.id;
  RETURN a.person_id;
END $$;
GRANT EXECUTE ON FUNCTION placements_answer_adaptation TO trappan_app;

-- A consent that is withdrawn takes the text from the partner's sites in the same transaction; another consent does
-- not bring it back.
CREATE FUNCTION placements_adaptation_withdrawn() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placements_adaptation d SET withdrawn_at = clock() FROM staff_unit u
    WHERE d.person_id = NEW.person_id AND d.withdrawn_at IS NULL AND u.id = d.unit_id
      AND u.organisation_id = NEW.organisation_id
      AND NOT placements_adaptation_consented(d.person_id, d.unit_id, stockholm_day(d.at));
  RETURN NULL;
END $$;

CREATE TRIGGER adaptation_withdrawn AFTER UPDATE ON people_consent FOR EACH ROW
  WHEN ((OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL) OR OLD.parts <> NEW.parts)
  EXECUTE FUNCTION placements_adaptation_withdrawn();

-- What had lapsed by then is taken back when a consent is given anew, whatever day it is given from: the person is
-- asked about the text itself, and it is told again or not.
CREATE FUNCTION placements_adaptation_asked_anew() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placements_adaptation d SET withdrawn_at = clock() FROM staff_unit u
    WHERE d.person_id = NEW.person_id AND d.withdrawn_at IS NULL AND u.id = d.unit_id
      AND u.organisation_id = NEW.organisation_id
      AND NOT placements_adaptation_consented(d.person_id, d.unit_id, stockholm_day(d.at));
  RETURN NEW;
END $$;

CREATE TRIGGER adaptation_asked_anew BEFORE INSERT ON people_consent FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_adaptation_asked_anew();

-- Which of a placement's texts stands and is read by nobody at the site, since the consent it was told by has run out.
CREATE FUNCTION placements_adaptation_lapsed(of_placement bigint) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT d.id FROM placements_adaptation d WHERE d.placement_id = of_placement AND d.withdrawn_at IS NULL
    AND people_holds(d.person_id, 'plan')
    AND NOT placements_adaptation_consented(d.person_id, d.unit_id, stockholm_day(d.at))
$$;
GRANT EXECUTE ON FUNCTION placements_adaptation_lapsed TO trappan_app;
