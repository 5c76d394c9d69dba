ALTER TABLE cases_referral ADD CONSTRAINT cases_referral_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

-- What was asked is put right by who may ask, with a reason, while it is open; what it was is kept.
CREATE FUNCTION cases_refuse_other_purpose() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'consultant' OR NOT people_works_with(NEW.person_id, 'plan') THEN
    RAISE EXCEPTION 'asks' USING ERRCODE = 'check_violation', CONSTRAINT = 'purpose_is_of_who_asks';
  END IF;
  IF NEW."end" <> '' THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_is_open';
  END IF;
  IF trim(NEW.purpose_why) = '' OR trim(NEW.purpose) = '' THEN
    RAISE EXCEPTION 'why' USING ERRCODE = 'check_violation', CONSTRAINT = 'purpose_says_why';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER other_purpose BEFORE UPDATE OF purpose, purpose_why ON cases_referral FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL AND (OLD.purpose, OLD.purpose_why) <> (NEW.purpose, NEW.purpose_why))
  EXECUTE FUNCTION cases_refuse_other_purpose();

CREATE FUNCTION cases_referral_ends() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = NEW.person_id AND g.basis = 'referral'
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (g.unit_id = NEW.unit_id OR EXISTS (SELECT FROM staff_membership m
       WHERE m.id = g.membership_id AND m.unit_id = NEW.unit_id));
  RETURN NULL;
END $$;

CREATE TRIGGER ends AFTER UPDATE OF "end" ON cases_referral
  FOR EACH ROW WHEN (OLD."end" = '' AND NEW."end" <> '') EXECUTE FUNCTION cases_referral_ends();
