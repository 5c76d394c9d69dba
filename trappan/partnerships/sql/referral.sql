-- No number of a person stands with somebody who is referred: the unit asks the person.
ALTER TABLE partnerships_partnerreferral ADD CONSTRAINT referral_names_no_number
  CHECK (people_names_nobody(concat_ws(' ', name, contact, language, why)));

-- The units to which the own site may refer somebody: those for assistance in municipalities with which its
-- organisation has an agreement that holds today. None to whoever does not work at a partner's site.
CREATE FUNCTION partnerships_refers_to() RETURNS TABLE (unit_id bigint, name text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.id, u.name || ', ' || o.name FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE u.kind = 'social_service' AND u.starts_on <= today() AND (u.ends_on IS NULL OR u.ends_on > today())
    AND secrecy_role() IN ('supervisor', 'site_leader')
    AND EXISTS (SELECT FROM partnerships_agreement a WHERE a.municipality_id = u.organisation_id
      AND a.organisation_id = ANY (staff_own()) AND a.signed_on IS NOT NULL AND a.starts_on <= today()
      AND (a.until IS NULL OR a.until > today()))
    AND EXISTS (SELECT FROM staff_unit mine JOIN staff_organisation p ON p.id = mine.organisation_id
      WHERE mine.id = current_unit() AND p.kind IN ('partner', 'association'))
  ORDER BY 2, 1
$$;
GRANT EXECUTE ON FUNCTION partnerships_refers_to TO trappan_app;

-- Refer somebody, as a site. Nobody is looked for: whether the person is known to anybody is not told, nor asked.
CREATE FUNCTION partnerships_refer(to_unit bigint, called text, reached text, speaks text, needs_interpreter boolean,
  because text, consented date, how text, to_what text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF to_unit IS NULL OR NOT EXISTS (SELECT FROM partnerships_refers_to() t WHERE t.unit_id = to_unit) THEN
    RAISE EXCEPTION 'nowhere' USING ERRCODE = 'check_violation', CONSTRAINT = 'referred_by_agreement';
  END IF;
  IF consented > today() OR consented <= today() - rule('referral_name_days', today())::int THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_consent_is_fresh';
  END IF;
  INSERT INTO partnerships_partnerreferral (unit_id, to_unit_id, name, contact, language, interpreter, why,
    consented_on, consented_how, consented_to, state, author_id, at)
  VALUES (current_unit(), to_unit, called, reached, speaks, needs_interpreter, because, consented, how, to_what,
    'asked', current_actor(), clock()) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_refer TO trappan_app;

-- What the own site has referred, and how far it has come: never who answered, or whom the municipality knows.
CREATE FUNCTION partnerships_referred()
RETURNS TABLE (id bigint, day date, to_unit text, name text, contact text, language text, interpreter boolean, why text,
  consented_on date, consented_how text, state text, answered_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, stockholm_day(r.at), u.name, r.name, r.contact, r.language, r.interpreter, r.why, r.consented_on,
    r.consented_how, r.state, r.answered_on
  FROM partnerships_partnerreferral r JOIN staff_unit u ON u.id = r.to_unit_id
  WHERE r.unit_id = current_unit() AND secrecy_role() IN ('supervisor', 'site_leader')
  ORDER BY r.at DESC, r.id DESC
$$;
GRANT EXECUTE ON FUNCTION partnerships_referred TO trappan_app;

-- Does what is asked of a unit wait with mine? With the unit itself, and when it has closed with those that come after
-- it, of the same kind, secrecy and municipality.
CREATE FUNCTION partnerships_waits_here(to_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  WITH RECURSIVE waits AS (
    SELECT u.id, u.kind, u.regime, u.organisation_id, u.ends_on FROM staff_unit u WHERE u.id = to_unit
    UNION SELECT n.id, n.kind, n.regime, n.organisation_id, n.ends_on FROM waits w
      JOIN staff_succession s ON s.before_id = w.id JOIN staff_unit n ON n.id = s.unit_id
      WHERE w.ends_on <= today() AND (n.kind, n.regime, n.organisation_id) = (w.kind, w.regime, w.organisation_id))
  SELECT EXISTS (SELECT FROM waits w WHERE w.id = current_unit())
$$;

-- What waits in the own unit, for its social workers alone; one, or all of it.
CREATE FUNCTION partnerships_referrals_here(of_referral bigint)
RETURNS TABLE (id bigint, day date, partner text, name text, contact text, language text, interpreter boolean, why text,
  consented_on date, consented_how text, consented_to text, state text, received_by text, received_on date,
  emptied_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, stockholm_day(r.at), o.name || ', ' || u.name, r.name, r.contact, r.language, r.interpreter, r.why,
    r.consented_on, r.consented_how, r.consented_to, r.state, c.given_name || ' ' || c.family_name,
    stockholm_day(r.received_at), stockholm_day(r.at) + rule('referral_name_days', today())::int
  FROM partnerships_partnerreferral r JOIN staff_unit u ON u.id = r.unit_id
  JOIN staff_organisation o ON o.id = u.organisation_id
  LEFT JOIN staff_membership m ON m.id = r.received_by_id LEFT JOIN staff_colleague c ON c.id = m.colleague_id
  WHERE r.state IN ('asked', 'received') AND secrecy_role() = 'social_worker' AND partnerships_waits_here(r.to_unit_id)
    AND (of_referral IS NULL OR r.id = of_referral)
  ORDER BY r.at, r.id
$$;
GRANT EXECUTE ON FUNCTION partnerships_referrals_here TO trappan_app;

-- Who waits with a referral holds its row: of a consent taken back and an answer at the same moment, one is first.
CREATE FUNCTION partnerships_open_referral(of_referral bigint, as_role text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM partnerships_partnerreferral r WHERE r.id = of_referral AND r.state IN ('asked', 'received')
    AND CASE as_role WHEN 'site' THEN r.unit_id = current_unit() AND secrecy_role() IN ('supervisor', 'site_leader')
      ELSE partnerships_waits_here(r.to_unit_id) AND secrecy_role() = 'social_worker' END FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_waits';
  END IF;
END $$;

CREATE FUNCTION partnerships_receive_referral(of_referral bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM partnerships_open_referral(of_referral, 'unit');
  UPDATE partnerships_partnerreferral SET state = 'received', received_by_id = current_actor(), received_at = clock()
    WHERE id = of_referral AND state = 'asked';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'over' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_is_received_once';
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_receive_referral TO trappan_app;

-- The person came, as somebody whose support the social worker works with, or did not.
CREATE FUNCTION partnerships_answer_referral(of_referral bigint, came_as bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM partnerships_open_referral(of_referral, 'unit');
  IF came_as IS NOT NULL AND NOT people_works_with(came_as, 'assistance') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'who_came_is_ours';
  END IF;
  UPDATE partnerships_partnerreferral SET state = CASE WHEN came_as IS NULL THEN 'not' ELSE 'came' END,
    person_id = came_as, answered_by_id = current_actor(), answered_on = today(),
    name = '', contact = '', language = '', interpreter = false, why = '' WHERE id = of_referral;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_answer_referral TO trappan_app;

-- The person no longer consents: as long as nobody has answered, the name goes at once.
CREATE FUNCTION partnerships_take_back_referral(of_referral bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM partnerships_open_referral(of_referral, 'site');
  UPDATE partnerships_partnerreferral SET state = 'taken_back', answered_on = today(), name = '', contact = '',
    language = '', interpreter = false, why = '' WHERE id = of_referral;
END $$;
GRANT EXECUTE ON FUNCTION partnerships_take_back_referral TO trappan_app;

-- What nobody has answered in so many days as the rules say keeps no name.
CREATE FUNCTION partnerships_empty_referrals() RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  UPDATE partnerships_partnerreferral SET state = 'lapsed', answered_on = today(), name = '', contact = '',
    language = '', interpreter = false, why = ''
  WHERE state IN ('asked', 'received') AND stockholm_day(at) <= today() - rule('referral_name_days', today())::int
$$;
GRANT EXECUTE ON FUNCTION partnerships_empty_referrals TO trappan_nightly;
