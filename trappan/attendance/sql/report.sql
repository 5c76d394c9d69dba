ALTER TABLE attendance_report ADD CONSTRAINT attendance_report_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- Read once, by whoever acts, now.
CREATE FUNCTION attendance_read_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.read_at := NULL; NEW.read_by_id := NULL; NEW.day := LEAST(NEW.day, today());
  ELSIF OLD.read_at IS NOT NULL THEN
    NEW.read_at := OLD.read_at; NEW.read_by_id := OLD.read_by_id;
  ELSIF NEW.read_at IS NOT NULL THEN
    NEW.read_at := clock(); NEW.read_by_id := current_actor();
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER read_now BEFORE INSERT OR UPDATE ON attendance_report FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_read_now();

CREATE TRIGGER read_now BEFORE INSERT OR UPDATE ON attendance_incident FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_read_now();
