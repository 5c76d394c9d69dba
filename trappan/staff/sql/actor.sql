-- The only way in: sets who is acting for this transaction, if the membership holds today.
CREATE FUNCTION secrecy_enter(of_colleague bigint, of_membership bigint)
RETURNS TABLE (membership_id bigint, colleague_id bigint, unit_id bigint, organisation_id bigint,
  role text, name text, unit_name text, regime text, memberships int, today date)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership s WHERE s.id = of_membership
     AND s.colleague_id = of_colleague AND staff_in_force(s);
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('trappan.actor', m.id::text, true),
          set_config('trappan.colleague', m.colleague_id::text, true),
          set_config('trappan.unit', m.unit_id::text, true);
  RETURN QUERY SELECT m.id, m.colleague_id, m.unit_id, u.organisation_id, m.role::text,
    c.given_name || ' ' || c.family_name, u.name::text, u.regime::text,
    (SELECT count(*)::int FROM staff_membership o
      WHERE o.colleague_id = m.colleague_id AND staff_in_force(o)),
    today()
  FROM staff_unit u, staff_colleague c WHERE u.id = m.unit_id AND c.id = m.colleague_id;
END $$;
GRANT EXECUTE ON FUNCTION secrecy_enter TO trappan_app, trappan_web;

-- The questions below stand in every policy and run once a query each. They are plpgsql on purpose:
-- its plans are kept for the session, where an SQL function would be planned every time.
--
-- My membership, where it is mine, in force, and its role may hold the scope; otherwise NULL.
CREATE FUNCTION secrecy_member_for(of_scope text) RETURNS bigint
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT m.id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = current_actor() AND m.colleague_id = current_colleague() AND s.scope = of_scope
      AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
      AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_member_for TO trappan_app;

-- My unit, where the role may hold the scope through the unit's grants; otherwise NULL.
CREATE FUNCTION secrecy_unit_for(of_scope text) RETURNS bigint
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT m.unit_id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = current_actor() AND m.colleague_id = current_colleague() AND s.scope = of_scope
      AND s.through_unit AND m.unit_id = current_unit()
      AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
      AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_unit_for TO trappan_app;

-- The scopes that my role may hold, by name or through the unit's grants; NULL where it is not in force.
CREATE FUNCTION secrecy_scopes(by_unit boolean) RETURNS text[]
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT array_agg(s.scope::text) FROM secrecy_rolescope s
    WHERE s.role = (SELECT secrecy_role()) AND (s.through_unit OR NOT by_unit));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_scopes TO trappan_app;

-- My role, where the membership is mine and in force; otherwise NULL.
CREATE FUNCTION secrecy_role() RETURNS text STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT m.role FROM staff_membership m WHERE m.id = current_actor()
    AND m.colleague_id = current_colleague() AND m.unit_id = current_unit()
    AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
    AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_role TO trappan_app;

CREATE FUNCTION staff_cooperates() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = current_unit() AND o.basis = 'cooperation')
$$;
GRANT EXECUTE ON FUNCTION staff_cooperates TO trappan_app;
