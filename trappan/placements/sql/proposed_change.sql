ALTER TABLE placements_proposedchange ADD CONSTRAINT placements_proposedchange_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

-- A change waits until a consultant decides it, once.
CREATE FUNCTION placements_change_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.author_id := current_actor(); NEW.at := clock();
    NEW.accepted := NULL; NEW.seen := false; NEW.answer := ''; NEW.decided_by_id := NULL; NEW.decided_at := NULL;
  ELSIF OLD.accepted IS NOT NULL THEN
    RAISE EXCEPTION 'decided' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_is_decided_once';
  ELSIF NEW.accepted IS NOT NULL THEN
    NEW.decided_by_id := current_actor(); NEW.decided_at := clock();
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER a_change_waits BEFORE INSERT OR UPDATE ON placements_proposedchange FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_change_waits();
