ALTER TABLE activities_activity ADD CONSTRAINT activity_of_unit UNIQUE (id, unit_id);

CREATE TRIGGER refuse_closed_unit BEFORE INSERT ON activities_activity FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL) EXECUTE FUNCTION staff_refuse_closed_unit();

-- There are workplaces where there is work: an activity is a site's.
CREATE FUNCTION activities_refuse_no_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM staff_unit u WHERE u.id = NEW.unit_id AND u.kind = 'site') THEN
    RAISE EXCEPTION 'site' USING ERRCODE = 'check_violation', CONSTRAINT = 'activity_at_a_site';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_no_site BEFORE INSERT ON activities_activity FOR EACH ROW
  WHEN (secrecy_role() IS NOT NULL) EXECUTE FUNCTION activities_refuse_no_site();
