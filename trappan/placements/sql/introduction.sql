ALTER TABLE placements_introduction ADD CONSTRAINT placements_introduction_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

CREATE FUNCTION placements_refuse_introduction() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.day > today() OR NOT EXISTS (SELECT FROM placements_placement p WHERE p.id = NEW.placement_id
    AND p.agreed) THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'check_violation', CONSTRAINT = 'introduced_when_there';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_introduction BEFORE INSERT ON placements_introduction FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION placements_refuse_introduction();
