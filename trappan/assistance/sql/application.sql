-- What has been taken back stays as it was; when that was is the database's to say.
CREATE FUNCTION assistance_application_is_taken_back() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'taken back' USING ERRCODE = 'check_violation', CONSTRAINT = 'application_is_taken_back';
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN NEW.taken_back_at := clock(); END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER is_taken_back BEFORE UPDATE OF reference, result, decided_on, result_reference, taken_back_at,
  taken_back_because ON assistance_application FOR EACH ROW EXECUTE FUNCTION assistance_application_is_taken_back();
