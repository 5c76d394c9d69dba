-- The row that ties is the referral's own: same person, same unit.
ALTER TABLE cases_referral ADD CONSTRAINT referral_of_person UNIQUE (id, person_id, unit_id);

ALTER TABLE cases_referralfile ADD CONSTRAINT cases_referralfile_of_referral_fkey
  FOREIGN KEY (referral_id, person_id, unit_id) REFERENCES cases_referral (id, person_id, unit_id);

-- A stored file is seen by whoever sees the row that ties it, and by nobody else.
CREATE POLICY by_referral ON documents_file FOR SELECT TO trappan_app
  USING (EXISTS (SELECT FROM cases_referralfile f WHERE f.file_id = documents_file.id));

CREATE TRIGGER tie_file AFTER INSERT ON cases_referralfile FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION documents_tie();

-- What is written within a referral is written while it is open. The row is held until then, so that it is not
-- ended meanwhile.
CREATE FUNCTION cases_refuse_ended_referral() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM cases_referral r WHERE r.id = NEW.referral_id AND r."end" = '' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'referral_is_open';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER referral_is_open BEFORE INSERT ON cases_referralfile FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_ended_referral();

-- Withdrawn once and for all, now.
CREATE FUNCTION cases_refuse_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'file_is_withdrawn_once';
  END IF;
  IF NEW.withdrawn_at IS NOT NULL THEN NEW.withdrawn_at := clock(); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER withdrawn_once BEFORE UPDATE ON cases_referralfile FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION cases_refuse_withdrawn();
