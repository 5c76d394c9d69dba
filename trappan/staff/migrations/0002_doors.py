from django.db import migrations

SQL = """
GRANT SELECT ON staff_organisation, staff_unit, staff_colleague, staff_membership TO trappan_app;

CREATE FUNCTION staff_in_force(m staff_membership) RETURNS boolean STABLE LANGUAGE sql
RETURN m.confirmed_at IS NOT NULL AND m.starts_on <= today()
   AND (m.ends_on IS NULL OR today() < m.ends_on);

-- Which of a colleague's memberships could act today: for choosing one after sign-in.
CREATE FUNCTION staff_my_memberships(of_colleague bigint)
RETURNS TABLE (membership_id bigint, unit_name text, organisation_name text, role text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.id, u.name, o.name, m.role
  FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN staff_organisation o ON o.id = u.organisation_id
  WHERE m.colleague_id = of_colleague AND staff_in_force(m) ORDER BY m.id
$$;

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

-- The three questions below stand in every policy and run once a query each. They are plpgsql on
-- purpose: its plans are kept for the session, where an SQL function would be planned every time.

-- My membership, where it is mine, in force, and its role may hold the scope; otherwise NULL.
CREATE FUNCTION secrecy_member_for(of_scope text) RETURNS bigint
STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT m.id FROM staff_membership m JOIN secrecy_rolescope s ON s.role = m.role
    WHERE m.id = current_actor() AND m.colleague_id = current_colleague() AND s.scope = of_scope
      AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
      AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;
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
-- My role, where the membership is mine and in force; otherwise NULL.
CREATE FUNCTION secrecy_role() RETURNS text STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT m.role FROM staff_membership m WHERE m.id = current_actor()
    AND m.colleague_id = current_colleague() AND m.unit_id = current_unit()
    AND m.confirmed_at IS NOT NULL AND m.starts_on <= (SELECT today())
    AND (m.ends_on IS NULL OR (SELECT today()) < m.ends_on));
END $$;

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
  -- Outside the municipality there are workplaces, and nobody who opens files.
  IF as_role NOT IN ('supervisor', 'site_leader') AND NOT EXISTS (SELECT FROM staff_unit u
      JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality' WHERE u.id = in_unit) THEN
    RAISE EXCEPTION 'role' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_not_for_partner';
  END IF;
  INSERT INTO staff_membership (colleague_id, unit_id, role, starts_on, given_by_id)
  VALUES (to_colleague, in_unit, as_role, from_day, current_actor()) RETURNING id INTO made;
  RETURN made;
END $$;

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
  UPDATE staff_membership SET confirmed_by_id = current_actor(), confirmed_at = clock()
   WHERE id = of_membership AND confirmed_at IS NULL;
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;

-- The administrator or the unit's head ends one; its sessions end with it.
CREATE FUNCTION staff_end_membership(of_membership bigint, on_day date) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m staff_membership;
BEGIN
  SELECT * INTO m FROM staff_membership WHERE id = of_membership FOR UPDATE;
  IF NOT FOUND OR NOT (secrecy_role() = 'administrator'
     OR (secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit())) IS TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  UPDATE staff_membership SET ends_on = GREATEST(starts_on, on_day)
   WHERE id = of_membership AND (ends_on IS NULL OR ends_on > on_day);
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id = m.colleague_id;
END $$;

REVOKE EXECUTE ON FUNCTION staff_my_memberships, secrecy_enter, staff_give_membership,
  staff_confirm_membership, staff_end_membership FROM PUBLIC;
GRANT EXECUTE ON FUNCTION staff_my_memberships, secrecy_enter TO trappan_web;
GRANT EXECUTE ON FUNCTION secrecy_enter, staff_give_membership, staff_confirm_membership,
  staff_end_membership TO trappan_app;
"""


class Migration(migrations.Migration):
    dependencies = [("staff", "0001_staff")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
