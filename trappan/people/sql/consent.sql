-- The person may share less at once; to share more is a new yes, and so a consent of its own.
CREATE FUNCTION people_consent_only_narrows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (NEW.parts <@ OLD.parts AND NEW.parts <> OLD.parts) OR OLD.withdrawn_on IS NOT NULL THEN
    RAISE EXCEPTION 'narrows' USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_only_narrows';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER only_narrows BEFORE UPDATE OF parts ON people_consent
  FOR EACH ROW EXECUTE FUNCTION people_consent_only_narrows();

-- A withdrawn consent, and one that no longer names the placement, ends in the same transaction what rested on it.
CREATE FUNCTION people_consent_ends() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = NEW.person_id AND g.basis IN ('placement', 'consent')
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND EXISTS (SELECT FROM staff_unit u LEFT JOIN staff_membership m ON m.unit_id = u.id
       WHERE u.organisation_id = NEW.organisation_id
         AND (u.id = g.unit_id OR m.id = g.membership_id));
  RETURN NULL;
END $$;

CREATE TRIGGER ends AFTER UPDATE ON people_consent FOR EACH ROW
  WHEN ((OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL)
    OR ('placement' = ANY (OLD.parts) AND 'placement' <> ALL (NEW.parts)))
  EXECUTE FUNCTION people_consent_ends();

-- Whether an organisation has a consent is told only about people one may see.
CREATE FUNCTION people_consents_here(of_person bigint, of_part text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_holds(of_person, 'identity') AND EXISTS (
    SELECT FROM people_consent c JOIN staff_unit u ON u.organisation_id = c.organisation_id
    WHERE c.person_id = of_person AND u.id = current_unit() AND of_part = ANY (c.parts)
      AND c.starts_on <= today() AND (c.ends_on IS NULL OR today() < c.ends_on)
      AND (c.withdrawn_on IS NULL OR today() < c.withdrawn_on))
$$;
GRANT EXECUTE ON FUNCTION people_consents_here TO trappan_app;
