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
