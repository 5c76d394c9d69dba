-- Opened without being responsible, for 24 hours, with a reason; an event in the same statement.
CREATE FUNCTION people_open(of_person bigint, to_membership bigint, on_basis text, why text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort, given_sort)
  SELECT of_person, m.id, s.scope, on_basis, why, clock() + interval '24 hours', '', ''
  FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
  WHERE m.id = to_membership AND staff_in_force(m);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('opening', 'people.open_by_' || on_basis, of_person, 'log',
    jsonb_build_object('membership', to_membership));
END $$;

CREATE FUNCTION people_open_in_emergency(of_number text, why text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE found bigint;
BEGIN
  IF secrecy_member_for('plan') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_open';
  END IF;
  IF length(trim(why)) < 10 THEN
    RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'opening_needs_reason';
  END IF;
  SELECT n.person_id INTO found FROM people_number n WHERE n.number = of_number;
  IF found IS NULL THEN
    RAISE EXCEPTION 'unknown' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_unknown';
  END IF;
  IF secrecy_role() = 'head_of_unit'
     AND (SELECT protection FROM people_person WHERE id = found) <> 'none' THEN
    INSERT INTO people_opening (person_id, head_id, reason) VALUES (found, current_actor(), why);
    RETURN NULL;
  END IF;
  PERFORM people_open(found, current_actor(), 'emergency', why);
  RETURN found;
END $$;
GRANT EXECUTE ON FUNCTION people_open_in_emergency TO trappan_app;

-- A second head of unit agrees that the first opens a protected person's file.
CREATE FUNCTION people_agree_opening(of_opening bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE o people_opening;
BEGIN
  SELECT * INTO o FROM people_opening WHERE id = of_opening AND agreed_at IS NULL
     AND asked_at > clock() - interval '24 hours' FOR UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM staff_membership h JOIN staff_unit hu ON hu.id = h.unit_id
       JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = hu.organisation_id
       WHERE h.id = o.head_id) OR secrecy_role() IS DISTINCT FROM 'head_of_unit' THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = o.head_id AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_another_head';
  END IF;
  UPDATE people_opening SET agreed_by_id = current_actor(), agreed_at = clock() WHERE id = of_opening;
  PERFORM people_open(o.person_id, o.head_id, 'supervision', o.reason);
END $$;
GRANT EXECUTE ON FUNCTION people_agree_opening TO trappan_app;
