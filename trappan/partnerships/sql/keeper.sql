-- The own body, and those that it was called before.
CREATE FUNCTION partnerships_own() RETURNS bigint[] STABLE LANGUAGE sql AS $$
  WITH RECURSIVE own AS (
    SELECT u.organisation_id AS id FROM staff_unit u WHERE u.id = current_unit()
    UNION SELECT o.succeeds_id FROM own JOIN staff_organisation o ON o.id = own.id WHERE o.succeeds_id IS NOT NULL)
  SELECT array_agg(id) FROM own WHERE secrecy_role() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION partnerships_own TO trappan_app;

-- The municipality that a head or an administrator writes for.
CREATE FUNCTION partnerships_keeps_for() RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT o.id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id AND o.kind = 'municipality'
  WHERE u.id = current_unit() AND secrecy_role() IN ('head_of_unit', 'administrator')
$$;
GRANT EXECUTE ON FUNCTION partnerships_keeps_for TO trappan_app;

-- What was agreed under an earlier name is the municipality's to change too.
CREATE FUNCTION partnerships_keeps(of_body bigint) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT partnerships_keeps_for() IS NOT NULL AND of_body = ANY (partnerships_own())
$$;
GRANT EXECUTE ON FUNCTION partnerships_keeps TO trappan_app;
