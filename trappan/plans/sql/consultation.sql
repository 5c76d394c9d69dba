ALTER TABLE plans_consultation ADD CONSTRAINT plans_consultation_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);
