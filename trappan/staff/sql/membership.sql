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

CREATE FUNCTION staff_confirm_membership(of_membership bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR NOT (m.unit_id = current_unit()
     OR EXISTS (SELECT FROM staff_unit u WHERE u.id = m.unit_id AND u.parent_id = current_unit())) THEN
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

-- The administrator or the unit's head ends one; its sessions end with it.
CREATE FUNCTION staff_end_membership(of_membership bigint, on_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR NOT ((secrecy_role() = 'administrator' AND staff_keeps_unit(m.unit_id))
     OR (secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit())) IS TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  UPDATE staff_membership SET ends_on = GREATEST(starts_on, on_day)
   WHERE id = of_membership AND (ends_on IS NULL OR ends_on > on_day);
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;
GRANT EXECUTE ON FUNCTION staff_end_membership TO trappan_app;
