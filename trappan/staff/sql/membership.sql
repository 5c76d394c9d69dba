CREATE FUNCTION staff_in_force(m staff_membership) RETURNS boolean STABLE LANGUAGE sql
RETURN m.confirmed_at IS NOT NULL AND m.starts_on <= today()
   AND (m.ends_on IS NULL OR today() < m.ends_on);
GRANT EXECUTE ON FUNCTION staff_in_force TO trappan_app;

-- Which of a colleague's memberships could act today: for choosing one after sign-in.
CREATE FUNCTION staff_my_memberships(of_colleague bigint)
RETURNS TABLE (membership_id bigint, unit_name text, organisation_name text, role text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.id, u.name, o.name, m.role
  FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE m.colleague_id = of_colleague AND staff_in_force(m) ORDER BY m.id
$$;
GRANT EXECUTE ON FUNCTION staff_my_memberships TO trappan_web;

-- An administrator gives a membership; it opens nothing until the unit's head confirms it.
CREATE FUNCTION staff_give_membership(to_colleague bigint, in_unit bigint, as_role text, from_day date)
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_administrator';
  END IF;
  IF to_colleague = current_colleague() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF NOT staff_keeps_unit(in_unit) THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'kept_by_another';
  END IF;
  -- Outside the municipality there are workplaces and who leads a project, and nobody who opens files.
  IF as_role NOT IN ('supervisor', 'site_leader', 'project_leader') AND NOT EXISTS (SELECT FROM staff_unit u
      JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality' WHERE u.id = in_unit) THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_not_for_partner';
  END IF;
  -- Whoever leads a project reads numbers alone, and must not hold them against people whom she sees.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.colleague_id = to_colleague
      AND (m.ends_on IS NULL OR m.ends_on > from_day) AND CASE WHEN as_role = 'project_leader'
        THEN m.role IN ('project_coordinator', 'consultant')
        ELSE as_role IN ('project_coordinator', 'consultant') AND m.role = 'project_leader' END) THEN
    RAISE EXCEPTION 'both' USING ERRCODE = 'check_violation', CONSTRAINT = 'leads_or_sees_people';
  END IF;
  INSERT INTO staff_membership (colleague_id, unit_id, role, starts_on, given_by_id)
  VALUES (to_colleague, in_unit, as_role, from_day, current_actor()) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION staff_give_membership TO trappan_app;

-- Am I the head who says who works in a unit: its own, or the one above it?
CREATE FUNCTION staff_is_head_of(of_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT secrecy_role() = 'head_of_unit' AND EXISTS (SELECT FROM staff_unit u
    WHERE u.id = of_unit AND current_unit() IN (u.id, u.parent_id))
$$;
GRANT EXECUTE ON FUNCTION staff_is_head_of TO trappan_app;

-- Do I lead a workplace of the partner that a unit belongs to? Then I am its coordinator. Never in a municipality.
CREATE FUNCTION staff_coordinates(of_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT secrecy_role() = 'site_leader' AND EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o
    ON o.id = u.organisation_id AND o.kind <> 'municipality' WHERE u.id = of_unit AND o.id = ANY (staff_own()))
$$;
GRANT EXECUTE ON FUNCTION staff_coordinates TO trappan_app;

CREATE FUNCTION staff_confirm_membership(of_membership bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR staff_is_head_of(m.unit_id) IS NOT TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  IF m.colleague_id = current_colleague() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  -- Two of one colleague's own memberships are one person.
  IF EXISTS (SELECT FROM staff_membership g WHERE g.id = m.given_by_id AND g.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'given' USING ERRCODE = 'check_violation', CONSTRAINT = 'given_by_oneself';
  END IF;
  UPDATE staff_membership SET confirmed_by_id = current_actor(), confirmed_at = clock()
   WHERE id = of_membership AND confirmed_at IS NULL;
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;
GRANT EXECUTE ON FUNCTION staff_confirm_membership TO trappan_app;

-- The administrator or the unit's head ends one, and a partner's coordinator one of her colleagues' there; its sessions
-- end with it.
CREATE FUNCTION staff_end_membership(of_membership bigint, on_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR NOT ((secrecy_role() = 'administrator' AND staff_keeps_unit(m.unit_id))
     OR (secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit())
     OR (staff_coordinates(m.unit_id) AND m.colleague_id <> current_colleague())) IS TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  IF on_day IS NULL OR on_day < today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_ends_from_today';
  END IF;
  UPDATE staff_membership SET ends_on = GREATEST(starts_on, on_day)
   WHERE id = of_membership AND (ends_on IS NULL OR ends_on > on_day);
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;
GRANT EXECUTE ON FUNCTION staff_end_membership TO trappan_app;

-- What a confirmed invitation ends with: the colleague who has the address, or somebody new, works in a unit in a role
-- from a day up to another. Kept by the municipality whose head has confirmed it. Nobody's.
CREATE FUNCTION staff_let_in(given text, family text, address text, in_unit bigint, as_role text, from_day date,
  up_to date, by_membership bigint) RETURNS bigint VOLATILE LANGUAGE plpgsql AS $$
DECLARE who bigint; made bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('staff.address'));
  SELECT c.id INTO who FROM staff_colleague c WHERE lower(c.email) = lower(address);
  IF who = current_colleague() THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF who IS NULL THEN
    INSERT INTO staff_colleague (given_name, family_name, email, kept_by_id)
    SELECT given, family, lower(address), u.organisation_id FROM staff_unit u WHERE u.id = current_unit()
    RETURNING id INTO who;
  END IF;
  IF EXISTS (SELECT FROM staff_membership m WHERE m.colleague_id = who AND m.unit_id = in_unit AND m.role = as_role
      AND (m.ends_on IS NULL OR m.ends_on > from_day) AND (up_to IS NULL OR m.starts_on < up_to)) THEN
    RAISE EXCEPTION 'has it' USING ERRCODE = 'check_violation', CONSTRAINT = 'one_open_membership';
  END IF;
  INSERT INTO staff_membership (colleague_id, unit_id, role, starts_on, ends_on, given_by_id, confirmed_by_id,
    confirmed_at)
  VALUES (who, in_unit, as_role, from_day, up_to, by_membership, current_actor(), clock()) RETURNING id INTO made;
  PERFORM staff_open_account(who);
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = who;
  RETURN made;
END $$;
