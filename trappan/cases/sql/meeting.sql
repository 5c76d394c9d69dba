ALTER TABLE cases_meeting ADD CONSTRAINT cases_meeting_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE cases_meeting ADD CONSTRAINT meeting_of_person UNIQUE (id, person_id);

ALTER TABLE cases_meeting ADD CONSTRAINT cases_meeting_moved_from_id_person_id_fkey
  FOREIGN KEY (moved_from_id, person_id) REFERENCES cases_meeting (id, person_id);
