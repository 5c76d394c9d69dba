-- The day after the last on which something is agreed with the partner that a unit belongs to, as it was last agreed,
-- also under earlier names; infinity until further notice. NULL where nothing is signed, and for our own.
CREATE FUNCTION partnerships_agreed_until(of_unit bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE bodies AS (
    SELECT o.id, o.succeeds_id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
      AND o.kind <> 'municipality' WHERE u.id = of_unit AND secrecy_role() IS NOT NULL
    UNION SELECT o.id, o.succeeds_id FROM bodies b JOIN staff_organisation o ON o.id = b.succeeds_id)
  SELECT max(COALESCE(a.until, 'infinity'))
  FROM bodies b JOIN partnerships_agreement a ON a.organisation_id = b.id AND a.signed_on IS NOT NULL
    AND a.kind <> 'framework'
$$;
GRANT EXECUTE ON FUNCTION partnerships_agreed_until TO trappan_app;
