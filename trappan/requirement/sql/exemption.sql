CREATE FUNCTION requirement_exemption_only_shorter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ends_on > OLD.ends_on AND current_actor() IS NOT NULL THEN
    RAISE EXCEPTION 'longer' USING ERRCODE = 'check_violation', CONSTRAINT = 'exemption_only_shorter';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER only_shorter BEFORE UPDATE OF ends_on ON requirement_exemption
  FOR EACH ROW EXECUTE FUNCTION requirement_exemption_only_shorter();
