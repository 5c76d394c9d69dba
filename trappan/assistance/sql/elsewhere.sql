-- Nobody had support here in a month that was spent elsewhere: one of the two is wrong.
CREATE FUNCTION assistance_here_or_elsewhere() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM assistance_supportmonth m WHERE m.person_id = NEW.person_id
      AND m.month >= NEW.starts_on AND m.month < NEW.ends_on) THEN
    RAISE EXCEPTION 'here' USING ERRCODE = 'check_violation', CONSTRAINT = 'here_or_elsewhere';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER here_or_elsewhere BEFORE INSERT OR UPDATE ON assistance_elsewhere
  FOR EACH ROW EXECUTE FUNCTION assistance_here_or_elsewhere();
