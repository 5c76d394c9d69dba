ALTER TABLE cases_referral ADD CONSTRAINT cases_referral_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

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
