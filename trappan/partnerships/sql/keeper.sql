-- The municipality that a head or an administrator writes for.
CREATE FUNCTION partnerships_keeps_for() RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT o.id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality'
  WHERE u.id = current_unit() AND secrecy_role() IN ('head_of_unit', 'administrator')
$$;
GRANT EXECUTE ON FUNCTION partnerships_keeps_for TO trappan_app;

-- What was agreed under an earlier name is the municipality's to change too.
CREATE FUNCTION partnerships_keeps(of_body bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT partnerships_keeps_for() IS NOT NULL AND of_body = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION partnerships_keeps TO trappan_app;

-- May I read the terms and the money of agreements? Those of the municipality who keep, sign and approve them, and who
-- leads a workplace of the partner. Of which agreements, the agreement's own policy says.
CREATE FUNCTION partnerships_reads_terms() RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = current_unit() AND CASE WHEN o.kind = 'municipality'
      THEN secrecy_role() IN ('head_of_unit', 'administrator', 'director', 'controller')
      ELSE secrecy_role() = 'site_leader' END)
$$;
GRANT EXECUTE ON FUNCTION partnerships_reads_terms TO trappan_app;

-- May I do this for the municipality of an agreement: sign it, or approve its money?
CREATE FUNCTION partnerships_acts_as(roles text[], of_body bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT secrecy_role() = ANY (roles) AND of_body = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION partnerships_acts_as TO trappan_app;
