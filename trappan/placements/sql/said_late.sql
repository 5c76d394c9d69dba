ALTER TABLE placements_saidlate ADD CONSTRAINT placements_saidlate_placement_id_person_id_unit_id_fkey
  FOREIGN KEY (placement_id, person_id, unit_id) REFERENCES placements_placement (id, person_id, unit_id);
