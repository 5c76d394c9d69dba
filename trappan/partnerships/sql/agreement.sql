CREATE FUNCTION partnerships_with_a_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM staff_organisation o WHERE o.id = NEW.organisation_id AND o.kind IN ('partner',
    'association')) THEN
    RAISE EXCEPTION 'no partner' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_with_a_partner';
  END IF;
  RETURN NEW;
END $$;

-- On no day fewer places than none; two who amend at once wait for each other.
CREATE FUNCTION partnerships_places_left() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE agreed bigint;
BEGIN
  SELECT a.places INTO agreed FROM partnerships_agreement a WHERE a.id = NEW.agreement_id FOR UPDATE;
  IF EXISTS (SELECT FROM partnerships_amendment d WHERE d.agreement_id = NEW.agreement_id
    AND d.starts_on >= NEW.starts_on
      AND agreed + (SELECT sum(e.places) FROM partnerships_amendment e WHERE e.agreement_id = d.agreement_id
        AND e.starts_on <= d.starts_on) < 0) THEN
    RAISE EXCEPTION 'none left' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_has_places_left';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER places_left AFTER INSERT ON partnerships_amendment FOR EACH ROW
  EXECUTE FUNCTION partnerships_places_left();

CREATE TRIGGER with_a_partner BEFORE INSERT ON partnerships_agreement FOR EACH ROW
  EXECUTE FUNCTION partnerships_with_a_partner();

CREATE TRIGGER with_a_partner BEFORE INSERT ON partnerships_partnercheck FOR EACH ROW
  EXECUTE FUNCTION partnerships_with_a_partner();
