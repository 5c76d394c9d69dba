ALTER TABLE plans_consultation ADD CONSTRAINT plans_consultation_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);
