CREATE FUNCTION partnerships_with_a_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM staff_organisation o WHERE o.id = NEW.organisation_id AND o.kind IN ('partner',
    'association')) THEN
    RAISE EXCEPTION 'no partner' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_with_a_partner';
  END IF;
  RETURN NEW;
END $$;

-- With whom, under which framework, after which agreement. The line and the end as it was last agreed are written here:
-- no two agreements of a line hold at once (successor_begins_after).
CREATE FUNCTION partnerships_place_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE named text;
BEGIN
  SELECT o.kind INTO named FROM staff_organisation o WHERE o.id = NEW.organisation_id;
  IF (named = 'agency') IS DISTINCT FROM (NEW.kind = 'employment_service')
    OR named NOT IN ('partner', 'association', 'agency') THEN
    RAISE EXCEPTION 'no partner' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_with_a_partner';
  END IF;
  IF NEW.framework_id IS NOT NULL AND NOT EXISTS (SELECT FROM partnerships_agreement f WHERE f.id = NEW.framework_id
    AND f.kind = 'framework' AND f.municipality_id = NEW.municipality_id AND f.signed_on IS NOT NULL) THEN
    RAISE EXCEPTION 'no framework' USING ERRCODE = 'check_violation', CONSTRAINT = 'framework_is_one';
  END IF;
  NEW.line := NEW.id;
  NEW.until := NEW.ends_on;
  IF NEW.succeeds_id IS NOT NULL THEN
    SELECT COALESCE(p.line, p.id) INTO NEW.line FROM partnerships_agreement p WHERE p.id = NEW.succeeds_id
      AND p.municipality_id = NEW.municipality_id AND p.signed_on IS NOT NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no predecessor' USING ERRCODE = 'check_violation', CONSTRAINT = 'succeeds_a_signed_one';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER place_agreement BEFORE INSERT ON partnerships_agreement FOR EACH ROW
  EXECUTE FUNCTION partnerships_place_agreement();

CREATE TRIGGER place_draft BEFORE UPDATE OF organisation_id, kind, framework_id, succeeds_id, ends_on
  ON partnerships_agreement FOR EACH ROW WHEN (NEW.signed_on IS NULL) EXECUTE FUNCTION partnerships_place_agreement();

-- On no day fewer places than none, and no end that runs into what follows; two who amend at once wait for each other.
CREATE FUNCTION partnerships_places_left() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE agreed bigint;
BEGIN
  SELECT a.places INTO agreed FROM partnerships_agreement a WHERE a.id = NEW.agreement_id FOR UPDATE;
  IF EXISTS (SELECT FROM partnerships_amendment d WHERE d.agreement_id = NEW.agreement_id
    AND d.starts_on >= NEW.starts_on AND d.signed_on IS NOT NULL
      AND agreed + (SELECT sum(e.places) FROM partnerships_amendment e WHERE e.agreement_id = d.agreement_id
        AND e.starts_on <= d.starts_on AND e.signed_on IS NOT NULL) < 0) THEN
    RAISE EXCEPTION 'none left' USING ERRCODE = 'check_violation', CONSTRAINT = 'agreement_has_places_left';
  END IF;
  IF NEW.ends_on IS NOT NULL THEN
    UPDATE partnerships_agreement a SET until = (SELECT m.ends_on FROM partnerships_amendment m
      WHERE m.agreement_id = a.id AND m.ends_on IS NOT NULL AND m.signed_on IS NOT NULL
      ORDER BY m.signed_on DESC, m.id DESC LIMIT 1) WHERE a.id = NEW.agreement_id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER places_left AFTER INSERT OR UPDATE ON partnerships_amendment FOR EACH ROW
  WHEN (NEW.signed_on IS NOT NULL) EXECUTE FUNCTION partnerships_places_left();

-- Only what is signed is amended; of what the actor does not see, her policy says no.
CREATE FUNCTION partnerships_amends_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM partnerships_agreement a WHERE a.id = NEW.agreement_id AND a.signed_on IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'a draft' USING ERRCODE = 'check_violation', CONSTRAINT = 'amends_what_is_signed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER amends_signed BEFORE INSERT ON partnerships_amendment FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_amends_signed();

CREATE TRIGGER with_a_partner BEFORE INSERT ON partnerships_partnercheck FOR EACH ROW
  EXECUTE FUNCTION partnerships_with_a_partner();

-- Has anything been written down with a draft that its partner will read once it is signed?
CREATE FUNCTION partnerships_has_history(of_agreement bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM partnerships_jointmeeting m WHERE m.agreement_id = of_agreement)
    OR EXISTS (SELECT FROM partnerships_annex x WHERE x.agreement_id = of_agreement)
    OR EXISTS (SELECT FROM partnerships_consultation c WHERE c.agreement_id = of_agreement)
    OR EXISTS (SELECT FROM partnerships_commitment c WHERE c.agreement_id = of_agreement)
    OR EXISTS (SELECT FROM partnerships_budget b WHERE b.agreement_id = of_agreement)
$$;
GRANT EXECUTE ON FUNCTION partnerships_has_history TO trappan_app;

-- A draft is signed by a signatory, once it is decided; it is withdrawn by those who keep it, and changed by them until
-- it is decided: what was decided is what is signed.
CREATE FUNCTION partnerships_sign() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_agreement bigint; of_amendment bigint; acts text[] := ARRAY['signed_on', 'signatory', 'mandate',
  'partner_signatory', 'withdrawn_on', 'line', 'until', 'changed_on']; is_changed boolean;
BEGIN
  is_changed := to_jsonb(NEW) - acts <> to_jsonb(OLD) - acts;
  IF TG_TABLE_NAME = 'partnerships_agreement' THEN of_agreement := NEW.id;
  ELSE of_agreement := (to_jsonb(NEW) ->> 'agreement_id')::bigint; of_amendment := NEW.id; END IF;
  IF NEW.signed_on IS NULL THEN
    IF secrecy_role() = 'director' THEN
      RAISE EXCEPTION 'not hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'withdrawn_by_its_keeper';
    END IF;
    IF is_changed THEN
      IF EXISTS (SELECT FROM partnerships_decision d WHERE d.agreement_id = of_agreement
        AND d.amendment_id IS NOT DISTINCT FROM of_amendment) THEN
        RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'changed_before_decision';
      END IF;
      IF TG_TABLE_NAME = 'partnerships_agreement' AND partnerships_has_history(of_agreement)
        AND to_jsonb(NEW) -> 'organisation_id' <> to_jsonb(OLD) -> 'organisation_id' THEN
        RAISE EXCEPTION 'with another' USING ERRCODE = 'check_violation', CONSTRAINT = 'partner_stays_with_its_history';
      END IF;
      NEW.changed_on := today();
    END IF;
    RETURN NEW;
  END IF;
  IF is_changed THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'changed_before_decision';
  END IF;
  IF secrecy_role() IS DISTINCT FROM 'director' THEN
    RAISE EXCEPTION 'not hers' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_by_a_signatory';
  END IF;
  IF NEW.signatory = '' OR NEW.mandate = '' OR NEW.partner_signatory = '' THEN
    RAISE EXCEPTION 'nobody' USING ERRCODE = 'check_violation', CONSTRAINT = 'signature_says_who';
  END IF;
  IF NOT EXISTS (SELECT FROM partnerships_decision d WHERE d.agreement_id = of_agreement
    AND d.amendment_id IS NOT DISTINCT FROM of_amendment AND d.decided_on <= NEW.signed_on) THEN
    RAISE EXCEPTION 'undecided' USING ERRCODE = 'check_violation', CONSTRAINT = 'signing_waits_for_decision';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER sign BEFORE UPDATE ON partnerships_agreement FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_sign();

CREATE TRIGGER sign BEFORE UPDATE ON partnerships_amendment FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_sign();
