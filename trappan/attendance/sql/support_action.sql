ALTER TABLE attendance_supportaction ADD CONSTRAINT attendance_supportaction_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

CREATE FUNCTION attendance_support_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock(); NEW.outcome := ''; NEW.done_at := NULL; NEW.done_by_id := NULL;
  ELSIF OLD.done_at IS NOT NULL THEN
    RETURN OLD;
  ELSIF NEW.done_at IS NOT NULL THEN
    NEW.done_at := clock(); NEW.done_by_id := current_actor();
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_support_asked BEFORE INSERT OR UPDATE ON attendance_supportaction FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION attendance_support_asked();
