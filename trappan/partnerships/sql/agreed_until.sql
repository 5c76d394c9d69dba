-- The day after the last on which something is agreed with the partner that a unit belongs to, as it was last agreed,
-- also under earlier names; infinity until further notice. NULL where nothing is signed, and for our own. Of the rows
-- and not of `until`, which another trigger of the same amendment may not have written yet.
CREATE FUNCTION partnerships_agreed_until(of_unit bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE bodies AS (
    SELECT o.id, o.succeeds_id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
      AND o.kind <> 'municipality' WHERE u.id = of_unit AND secrecy_role() IS NOT NULL
    UNION SELECT o.id, o.succeeds_id FROM bodies b JOIN staff_organisation o ON o.id = b.succeeds_id)
  SELECT max(COALESCE((SELECT m.ends_on FROM partnerships_amendment m WHERE m.agreement_id = a.id
      AND m.ends_on IS NOT NULL AND m.signed_on IS NOT NULL ORDER BY m.signed_on DESC, m.id DESC LIMIT 1),
    a.ends_on, 'infinity'))
  FROM bodies b JOIN partnerships_agreement a ON a.organisation_id = b.id AND a.signed_on IS NOT NULL
    AND a.kind <> 'framework'
$$;
GRANT EXECUTE ON FUNCTION partnerships_agreed_until TO trappan_app;
