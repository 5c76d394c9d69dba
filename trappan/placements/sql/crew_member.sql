ALTER TABLE placements_crewmember ADD CONSTRAINT placements_crewmember_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);

CREATE FUNCTION placements_refuse_crew() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM activities_crew c JOIN placements_placement p ON p.activity_id = c.activity_id
      WHERE c.id = NEW.crew_id AND c.taken_out_at IS NULL AND p.id = NEW.placement_id AND p.agreed) THEN
    RAISE EXCEPTION 'another' USING ERRCODE = 'check_violation', CONSTRAINT = 'crew_of_the_activity';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER check_crew BEFORE INSERT ON placements_crewmember FOR EACH ROW EXECUTE FUNCTION placements_refuse_crew();
