ALTER TABLE attendance_dialogue ADD CONSTRAINT attendance_dialogue_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);

ALTER TABLE attendance_dialogue ADD CONSTRAINT attendance_dialogue_note_id_person_id_fkey
  FOREIGN KEY (note_id, person_id) REFERENCES cases_note (id, person_id);
