-- What every door ends with: these settings, sealed, for this transaction. Nobody's.
CREATE FUNCTION secrecy_seal(of_actor bigint, of_colleague bigint, of_unit bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('trappan.actor', of_actor::text, true),
          set_config('trappan.colleague', COALESCE(of_colleague::text, ''), true),
          set_config('trappan.unit', of_unit::text, true),
          set_config('trappan.seal', secrecy_proof(s.secret, pg_backend_pid(), of_actor, of_colleague, of_unit), true)
  FROM secrecy_secret s;
END $$;

-- Nobody acts any more in this transaction.
CREATE FUNCTION secrecy_leave() RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('trappan.' || name, '', true) FROM unnest(ARRAY['actor', 'colleague', 'unit', 'seal']) name;
END $$;

-- The owner's door, for `sees` and the tests: sets who is acting, if the membership holds today. Nobody's.
CREATE FUNCTION secrecy_enter_as(of_colleague bigint, of_membership bigint)
RETURNS TABLE (membership_id bigint, colleague_id bigint, unit_id bigint, organisation_id bigint,
  role text, name text, unit_name text, regime text, memberships int, today date, away_until date,
  at_partner boolean)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership s WHERE s.id = of_membership
     AND s.colleague_id = of_colleague AND staff_in_force(s);
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM secrecy_seal(m.id, m.colleague_id, m.unit_id);
  RETURN QUERY SELECT m.id, m.colleague_id, m.unit_id, u.organisation_id, m.role::text,
    c.given_name || ' ' || c.family_name, u.name::text, u.regime::text,
    (SELECT count(*)::int FROM staff_membership o
      WHERE o.colleague_id = m.colleague_id AND staff_in_force(o)),
    today(),
    (SELECT a.ends_on FROM staff_away a
      WHERE a.membership_id = m.id AND a.starts_on <= today() AND today() < a.ends_on),
    (SELECT o.kind <> 'municipality' FROM staff_organisation o WHERE o.id = u.organisation_id)
  FROM staff_unit u, staff_colleague c WHERE u.id = m.unit_id AND c.id = m.colleague_id;
END $$;

-- The web's only way in: by what its session keeps of the sign-in, as a membership of whoever signed in.
-- A transaction that has written enters nobody: the sign-in, and its line in the log, are committed by
-- then, and no rollback takes them back. Only the owner's own sessions (tests) do both in one.
CREATE FUNCTION secrecy_enter(by_sign_in text, of_membership bigint)
RETURNS TABLE (membership_id bigint, colleague_id bigint, unit_id bigint, organisation_id bigint,
  role text, name text, unit_name text, regime text, memberships int, today date, away_until date,
  at_partner boolean)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF pg_current_xact_id_if_assigned() IS NOT NULL AND session_user <> current_user THEN RETURN; END IF;
  RETURN QUERY SELECT * FROM secrecy_enter_as(staff_signed_in(by_sign_in), of_membership);
END $$;
GRANT EXECUTE ON FUNCTION secrecy_enter TO trappan_web;

-- The questions below stand in every policy and run once a query each. They are plpgsql on purpose:
-- its plans are kept for the session, where an SQL function would be planned every time. Each asks once
-- whether the seal fits, and then takes the settings at their word: that the membership is confirmed and
-- in force was found out at the door, in this transaction.
--
-- My membership, where its role may hold the scope; otherwise NULL.
CREATE FUNCTION secrecy_member_for(of_scope text) RETURNS bigint
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF NOT secrecy_is_sealed() THEN RETURN NULL; END IF;
  RETURN (SELECT m.id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = secrecy_said('actor') AND m.colleague_id = secrecy_said('colleague') AND s.scope = of_scope);
END $$;
GRANT EXECUTE ON FUNCTION secrecy_member_for TO trappan_app, trappan_matching;

-- My unit, where the role may hold the scope through the unit's grants; otherwise NULL.
CREATE FUNCTION secrecy_unit_for(of_scope text) RETURNS bigint
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF NOT secrecy_is_sealed() THEN RETURN NULL; END IF;
  RETURN (SELECT m.unit_id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = secrecy_said('actor') AND m.colleague_id = secrecy_said('colleague') AND s.scope = of_scope
      AND s.through_unit AND m.unit_id = secrecy_said('unit'));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_unit_for TO trappan_app, trappan_matching;

-- To whom a grant of this scope is that opens to me: my membership, as its number below zero, and my unit, where the
-- role may hold the scope through the unit's grants. NULL where nobody acts, or only an import does.
CREATE FUNCTION secrecy_holders(of_scope text) RETURNS bigint[]
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF NOT secrecy_is_sealed() THEN RETURN NULL; END IF;
  RETURN (SELECT CASE WHEN s.through_unit AND m.unit_id = secrecy_said('unit') THEN ARRAY[m.unit_id, -m.id]
      ELSE ARRAY[-m.id] END
    FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = secrecy_said('actor') AND m.colleague_id = secrecy_said('colleague') AND s.scope = of_scope);
END $$;
GRANT EXECUTE ON FUNCTION secrecy_holders TO trappan_app, trappan_matching;

-- The scopes that my role may hold, by name or through the unit's grants; NULL where nobody acts.
CREATE FUNCTION secrecy_scopes(by_unit boolean) RETURNS text[]
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT array_agg(s.scope::text) FROM secrecy_rolescope s
    WHERE s.role = (SELECT secrecy_role()) AND (s.through_unit OR NOT by_unit));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_scopes TO trappan_app;

-- My role; NULL where nobody acts, or only an import does.
CREATE FUNCTION secrecy_role() RETURNS text STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  IF NOT secrecy_is_sealed() THEN RETURN NULL; END IF;
  RETURN (SELECT m.role FROM staff_membership m WHERE m.id = secrecy_said('actor')
    AND m.colleague_id = secrecy_said('colleague') AND m.unit_id = secrecy_said('unit'));
END $$;
GRANT EXECUTE ON FUNCTION secrecy_role TO trappan_app, trappan_matching;

CREATE FUNCTION staff_cooperates() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = current_unit() AND o.basis = 'cooperation')
$$;
GRANT EXECUTE ON FUNCTION staff_cooperates TO trappan_app;
