-- Named is who leads a workplace of the agreement's own partner, and of an agreement that is signed. The mandate is
-- read by both parties: nobody stands there by number.
ALTER TABLE partnerships_signatory ADD CONSTRAINT mandate_names_nobody CHECK (people_names_nobody(mandate));

CREATE FUNCTION partnerships_name_signatory() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM partnerships_agreement a WHERE a.id = NEW.agreement_id
    AND partnerships_keeps(a.municipality_id) AND (a.signed_on IS NULL
      OR NOT EXISTS (SELECT FROM partnerships_coordinators_of(a.id) c WHERE c.membership_id = NEW.membership_id))) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'signatory_of_the_partner';
  END IF;
  -- Whoever heads a unit here may lead a workplace of the partner's as well.
  IF EXISTS (SELECT FROM staff_membership m JOIN partnerships_agreement a ON a.id = NEW.agreement_id
      WHERE m.id = NEW.membership_id AND m.colleague_id = current_colleague()
        AND partnerships_keeps(a.municipality_id)) THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'signatory_named_by_another';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER name_signatory BEFORE INSERT ON partnerships_signatory FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_name_signatory();

-- On which mandate do I sign for the partner of an agreement? Nothing where I am not named, or was and am no more; a
-- colleague with two memberships there is one signatory.
CREATE FUNCTION partnerships_my_mandate(of_agreement bigint) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT s.mandate FROM partnerships_signatory s JOIN staff_membership m ON m.id = s.membership_id
  WHERE s.agreement_id = of_agreement AND s.ended_on IS NULL AND m.colleague_id = current_colleague()
    AND staff_in_force(m) AND partnerships_reports_of(of_agreement) ORDER BY s.id LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION partnerships_my_mandate TO trappan_app;
