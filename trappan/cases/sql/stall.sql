ALTER TABLE cases_stall ADD CONSTRAINT cases_stall_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);
