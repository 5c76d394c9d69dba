-- Whose contacts I read as one of the municipality who reads terms: its own sites', and those of the partners with whom
-- it has signed an agreement, by the names they have had since.
CREATE FUNCTION partnerships_agreed_with() RETURNS bigint[] STABLE LANGUAGE sql AS $$
  WITH RECURSIVE partner AS (
    SELECT a.organisation_id AS id FROM partnerships_agreement a
    WHERE a.signed_on IS NOT NULL AND a.municipality_id = ANY (staff_own())
    UNION SELECT o.id FROM partner JOIN staff_organisation o ON o.succeeds_id = partner.id)
  SELECT (SELECT array_agg(id) FROM partner) || staff_own() FROM staff_unit u
  JOIN staff_organisation m ON m.id = u.organisation_id AND m.kind = 'municipality'
  WHERE u.id = current_unit() AND partnerships_reads_terms()
$$;
GRANT EXECUTE ON FUNCTION partnerships_agreed_with TO trappan_app;

-- Was something agreed with a partner, under this name or an earlier one, on a day? Of our own always. What is noted
-- before and after is none of the municipality's.
CREATE FUNCTION partnerships_agreed_on(of_body bigint, on_day date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH RECURSIVE bodies AS (
    SELECT o.id, o.succeeds_id FROM staff_organisation o WHERE o.id = of_body
    UNION SELECT o.id, o.succeeds_id FROM bodies b JOIN staff_organisation o ON o.id = b.succeeds_id)
  SELECT of_body = ANY (staff_own()) OR EXISTS (SELECT FROM bodies b JOIN partnerships_agreement a
    ON a.organisation_id = b.id WHERE a.signed_on IS NOT NULL AND a.municipality_id = ANY (staff_own())
      AND a.starts_on <= on_day AND (a.until IS NULL OR on_day < a.until))
$$;
GRANT EXECUTE ON FUNCTION partnerships_agreed_on TO trappan_app;

-- Everybody of two organisations reads it: nobody stands there by number.
ALTER TABLE partnerships_outreach ADD CONSTRAINT outreach_names_nobody CHECK (people_names_nobody(setting));
