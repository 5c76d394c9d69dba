-- The own body, and those that it was called before.
CREATE FUNCTION staff_own() RETURNS bigint[] STABLE LANGUAGE sql AS $$
  WITH RECURSIVE own AS (
    SELECT u.organisation_id AS id FROM staff_unit u WHERE u.id = current_unit()
    UNION SELECT o.succeeds_id FROM own JOIN staff_organisation o ON o.id = own.id WHERE o.succeeds_id IS NOT NULL)
  SELECT array_agg(id) FROM own WHERE secrecy_role() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION staff_own TO trappan_app, trappan_matching;

-- The units for projects of other municipalities: what is written there of a person is not told here.
CREATE FUNCTION staff_projects_elsewhere() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(array_agg(u.id), '{}') FROM staff_unit u
  WHERE u.kind = 'project' AND u.organisation_id <> ALL (staff_own())
$$;
GRANT EXECUTE ON FUNCTION staff_projects_elsewhere TO trappan_app;

-- The municipality that an administrator works for; NULL for everybody else.
CREATE FUNCTION staff_administers() RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT o.id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality'
  WHERE u.id = current_unit() AND secrecy_role() = 'administrator'
$$;
GRANT EXECUTE ON FUNCTION staff_administers TO trappan_app;

-- Is a body an administrator's to keep? The own municipality, and partners that it has written down; where nobody
-- has said whose a partner is, it is so as long as there is no other municipality.
CREATE FUNCTION staff_keeps(of_body bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT staff_administers() IS NOT NULL AND (of_body = ANY (staff_own()) OR EXISTS (
    SELECT FROM staff_organisation o WHERE o.id = of_body AND o.kind <> 'municipality'
      AND (o.kept_by_id = ANY (staff_own()) OR o.kept_by_id IS NULL AND NOT EXISTS (
        SELECT FROM staff_organisation m WHERE m.kind = 'municipality' AND m.id <> ALL (staff_own())))))
$$;
GRANT EXECUTE ON FUNCTION staff_keeps TO trappan_app;

CREATE FUNCTION staff_keeps_unit(of_unit bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT staff_keeps((SELECT u.organisation_id FROM staff_unit u WHERE u.id = of_unit)) IS TRUE
$$;
GRANT EXECUTE ON FUNCTION staff_keeps_unit TO trappan_app;

-- Is a colleague's account an administrator's to keep? Never that of a machine, nor of somebody who works, now or
-- soon, where another municipality keeps the unit: whoever has the account has those files.
CREATE FUNCTION staff_keeps_colleague(of_colleague bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_colleague c WHERE c.id = of_colleague AND c.email NOT LIKE '%@trappan.invalid'
    AND (c.kept_by_id = ANY (staff_own()) OR c.kept_by_id IS NULL)
    AND NOT EXISTS (SELECT FROM staff_membership m WHERE m.colleague_id = c.id
      AND (c.kept_by_id IS NULL OR m.ends_on IS NULL OR m.ends_on > today()) AND NOT staff_keeps_unit(m.unit_id)))
    AND staff_administers() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION staff_keeps_colleague TO trappan_app;

-- Has somebody of another municipality written what all in this house share? Then it is that one's to change.
CREATE FUNCTION staff_is_anothers(by_membership bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
    WHERE m.id = by_membership AND u.organisation_id <> ALL (staff_own()))
$$;

CREATE FUNCTION staff_refuse_unkept(kept boolean) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  IF kept IS NOT TRUE THEN
    RAISE EXCEPTION 'not yours' USING ERRCODE = 'check_violation', CONSTRAINT = 'kept_by_another';
  END IF;
END $$;
