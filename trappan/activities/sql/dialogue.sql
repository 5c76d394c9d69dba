ALTER TABLE activities_dialogue ADD CONSTRAINT activities_dialogue_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);

ALTER TABLE activities_dialogue ADD CONSTRAINT activities_dialogue_note_id_person_id_fkey
  FOREIGN KEY (note_id, person_id) REFERENCES plans_note (id, person_id);

CREATE TRIGGER a_signed_now BEFORE INSERT ON activities_dialogue FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION activities_signed_now();
