CREATE FUNCTION people_contact_may_be_kept() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM people_person p WHERE p.id = NEW.person_id AND p.protection = 'registration') THEN
    RAISE EXCEPTION 'never stored'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'no_contact_for_protected';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER may_be_kept BEFORE INSERT OR UPDATE ON people_contact
  FOR EACH ROW EXECUTE FUNCTION people_contact_may_be_kept();
