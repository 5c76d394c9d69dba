-- The unit that is told of what a membership opens: the nearest with a head in force who is somebody
-- else, its own first and then those above. NULL where there is none: then nobody is said to be told.
CREATE FUNCTION people_told_of(of_membership bigint) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE line AS (
    SELECT u.id, u.parent_id, 0 AS steps, m.colleague_id
    FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id WHERE m.id = of_membership
    UNION ALL
    SELECT u.id, u.parent_id, l.steps + 1, l.colleague_id
    FROM line l JOIN staff_unit u ON u.id = l.parent_id WHERE l.steps < 20)
  SELECT l.id FROM line l WHERE EXISTS (SELECT FROM staff_membership h WHERE h.unit_id = l.id
    AND h.role = 'head_of_unit' AND h.colleague_id <> l.colleague_id AND staff_in_force(h))
  ORDER BY l.steps LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION people_told_of TO trappan_app;

-- Opened without being responsible, for 24 hours, with a reason; an event in the same statement.
CREATE FUNCTION people_open(of_person bigint, to_membership bigint, on_basis text, why text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort)
  SELECT of_person, m.id, s.scope, on_basis, why, clock() + interval '24 hours', ''
  FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
  WHERE m.id = to_membership AND staff_in_force(m);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('opening', 'people.open_by_' || on_basis, of_person, 'log',
    jsonb_build_object('membership', to_membership, 'told_unit', people_told_of(to_membership)));
END $$;

-- An opening says why, and there are only so many a day for one colleague, through whatever membership:
-- who opens one file after the other is looking for somebody.
CREATE FUNCTION people_refuse_opening(why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  -- Two of hers at the same moment stand in line.
  PERFORM FROM staff_colleague c WHERE c.id = current_colleague() FOR NO KEY UPDATE;
  IF (SELECT count(DISTINCT (g.person_id, g.starts_at)) FROM people_grant g
        JOIN staff_membership m ON m.id = g.membership_id
       WHERE g.basis IN ('emergency', 'supervision') AND m.colleague_id = current_colleague()
         AND g.starts_at > clock() - interval '1 day' AND stockholm_day(g.starts_at) = today())
     + (SELECT count(*) FROM people_opening o JOIN staff_membership m ON m.id = o.asked_by_id
         WHERE m.colleague_id = current_colleague() AND o.wants <> 'lift' AND o.agreed_at IS NULL
           AND stockholm_day(o.asked_at) = today())
     >= COALESCE(rule('openings_a_day', today())::int, 0) THEN
    RAISE EXCEPTION 'many' USING ERRCODE = 'check_violation', CONSTRAINT = 'openings_are_counted';
  END IF;
END $$;

-- Is there a head of unit in the own organisation who is somebody else? Only she could agree to what is asked.
CREATE FUNCTION people_could_agree() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_membership h JOIN staff_unit u ON u.id = h.unit_id
    JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
    WHERE h.role = 'head_of_unit' AND h.colleague_id <> current_colleague() AND staff_in_force(h))
$$;
GRANT EXECUTE ON FUNCTION people_could_agree TO trappan_app;

-- Ask for what takes a second person. Refused while it is asked; and to lift a protection where there is nobody
-- who could agree. An opening is kept, and in the log, before that is told: the asker learns of a protection.
CREATE FUNCTION people_ask(of_person bigint, for_what text, to_protection text, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF for_what = 'lift' AND NOT people_could_agree() THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_could_agree';
  END IF;
  IF EXISTS (SELECT FROM people_opening o JOIN staff_membership m ON m.id = o.asked_by_id
      WHERE o.person_id = of_person AND m.colleague_id = current_colleague() AND o.wants = for_what
        AND o.agreed_at IS NULL AND o.asked_at > clock() - interval '24 hours') THEN
    RAISE EXCEPTION 'asked' USING ERRCODE = 'check_violation', CONSTRAINT = 'asked_already';
  END IF;
  INSERT INTO people_opening (person_id, asked_by_id, wants, protection, reason)
  VALUES (of_person, current_actor(), for_what, to_protection, why);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES (CASE for_what WHEN 'lift' THEN 'access' ELSE 'opening' END, 'people.ask_' || for_what, of_person,
    'log', '{}');
END $$;

-- Open for 24 hours; a protected person's file, whatever the asker's role, when a second person has agreed.
CREATE FUNCTION people_open_in_emergency(of_number text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  IF secrecy_member_for('plan') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_open';
  END IF;
  PERFORM people_refuse_opening(why);
  SELECT n.person_id INTO found FROM people_number n WHERE n.number = of_number;
  IF found IS NULL THEN
    RAISE EXCEPTION 'unknown' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_unknown';
  END IF;
  IF (SELECT protection FROM people_person WHERE id = found) <> 'none' THEN
    PERFORM people_ask(found, 'emergency', '', why);
    RETURN NULL;
  END IF;
  PERFORM people_open(found, current_actor(), 'emergency', why);
  RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION people_open_in_emergency TO trappan_app;

-- A head of unit who is somebody else agrees, within 24 hours: the file opens to the one who asked, or the
-- protection is lifted.
CREATE FUNCTION people_agree_opening(of_opening bigint) RETURNS text
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o people_opening;
BEGIN
  SELECT * INTO o FROM people_opening WHERE id = of_opening AND agreed_at IS NULL
     AND asked_at > clock() - interval '24 hours' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'answered' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_is_answered';
  END IF;
  IF secrecy_role() IS DISTINCT FROM 'head_of_unit' OR NOT EXISTS (
       SELECT FROM staff_membership a JOIN staff_unit au ON au.id = a.unit_id
       JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = au.organisation_id
       WHERE a.id = o.asked_by_id AND a.colleague_id <> current_colleague()) THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = o.asked_by_id AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'left' USING ERRCODE = 'check_violation', CONSTRAINT = 'asker_has_left';
  END IF;
  UPDATE people_opening SET agreed_by_id = current_actor(), agreed_at = clock() WHERE id = of_opening;
  IF o.wants = 'lift' THEN
    UPDATE people_person SET protection = o.protection WHERE id = o.person_id;
    INSERT INTO history_event (kind, verb, person_id, scope, details)
    VALUES ('access', 'people.lift_protection', o.person_id, 'log',
      jsonb_build_object('asked_by', o.asked_by_id, 'protection', o.protection));
  ELSE
    PERFORM people_open(o.person_id, o.asked_by_id, o.wants, o.reason);
  END IF;
  RETURN o.wants;
END $$;
GRANT EXECUTE ON FUNCTION people_agree_opening TO trappan_app;

-- Since when it waits that a person's protection is to be lifted; told to those who work with the person.
CREATE FUNCTION people_lift_asked(of_person bigint) RETURNS timestamptz
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT max(o.asked_at) FROM people_opening o WHERE o.person_id = of_person AND o.wants = 'lift'
    AND o.agreed_at IS NULL AND o.asked_at > clock() - interval '24 hours' AND people_holds(of_person, 'plan')
$$;
GRANT EXECUTE ON FUNCTION people_lift_asked TO trappan_app;
