ALTER TABLE plans_stepevidence ADD CONSTRAINT evidence_of_person UNIQUE (id, person_id);

ALTER TABLE plans_stepmove ADD CONSTRAINT move_of_person UNIQUE (id, person_id);

ALTER TABLE plans_stepevidence ADD CONSTRAINT plans_stepevidence_goal_id_person_id_fkey
  FOREIGN KEY (goal_id, person_id) REFERENCES plans_goal (id, person_id);

ALTER TABLE plans_stepmove ADD CONSTRAINT plans_stepmove_evidence_id_person_id_fkey
  FOREIGN KEY (evidence_id, person_id) REFERENCES plans_stepevidence (id, person_id);

ALTER TABLE plans_stepmove ADD CONSTRAINT plans_stepmove_corrects_id_person_id_fkey
  FOREIGN KEY (corrects_id, person_id) REFERENCES plans_stepmove (id, person_id);
