-- The municipality that a partner's unit answers to: that of the unit above it, whose head says who works there, or
-- else the one that keeps the partner; NULL where nobody has said.
CREATE FUNCTION partnerships_answers_to(of_unit bigint) RETURNS bigint STABLE LANGUAGE sql AS $$
  SELECT COALESCE(m.id, o.kept_by_id) FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
  LEFT JOIN staff_unit p ON p.id = u.parent_id
  LEFT JOIN staff_organisation m ON m.id = p.organisation_id AND m.kind = 'municipality'
  WHERE u.id = of_unit
$$;
GRANT EXECUTE ON FUNCTION partnerships_answers_to TO trappan_app;

-- What is agreed for a partner's unit, each from its first day to the day after its last. Nobody's to call.
CREATE FUNCTION partnerships_agreed_for(of_unit bigint) RETURNS TABLE (starts_on date, until_day date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE bodies AS (
    SELECT o.id, o.succeeds_id FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
      AND o.kind <> 'municipality' WHERE u.id = of_unit AND secrecy_role() IS NOT NULL
    UNION SELECT o.id, o.succeeds_id FROM bodies b JOIN staff_organisation o ON o.id = b.succeeds_id),
  answers AS (
    SELECT o.id, o.succeeds_id FROM staff_organisation o WHERE o.id = partnerships_answers_to(of_unit)
    UNION SELECT o.id, o.succeeds_id FROM answers b JOIN staff_organisation o
      ON o.id = b.succeeds_id OR o.succeeds_id = b.id)
  SELECT a.starts_on, COALESCE((SELECT m.ends_on FROM partnerships_amendment m WHERE m.agreement_id = a.id
      AND m.ends_on IS NOT NULL AND m.signed_on IS NOT NULL ORDER BY m.signed_on DESC, m.id DESC LIMIT 1),
    a.ends_on, 'infinity')
  FROM bodies b JOIN partnerships_agreement a ON a.organisation_id = b.id AND a.signed_on IS NOT NULL
    AND a.kind <> 'framework'
  WHERE partnerships_answers_to(of_unit) IS NULL OR a.municipality_id IN (SELECT id FROM answers)
$$;

-- The day after the last on which something is agreed with the partner that a unit belongs to, as it was last agreed,
-- also under earlier names; infinity until further notice. NULL where nothing is signed, and for our own. Of the rows
-- and not of `until`, which another trigger of the same amendment may not have written yet. Only what the municipality
-- has agreed to which the unit answers, under whatever name: another one's agreement with the same partner carries
-- nobody there. Where nobody has said whose the unit and the partner are, all that is agreed with the partner.
CREATE FUNCTION partnerships_agreed_until(of_unit bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT max(a.until_day) FROM partnerships_agreed_for(of_unit) a
$$;
GRANT EXECUTE ON FUNCTION partnerships_agreed_until TO trappan_app;

-- Has something that is agreed for a partner's unit begun by a day? Nobody's to call.
CREATE FUNCTION partnerships_holds(of_unit bigint, on_day date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_agreed_for(of_unit) a WHERE a.starts_on <= on_day AND on_day < a.until_day)
$$;
