-- An exit is provisional until at least a calendar month has passed (Kolada U40406).
ALTER TABLE outcomes_exit ADD CONSTRAINT checked_after_a_month
  CHECK (checked_on IS NULL OR checked_on >= (day + interval '1 month')::date);

ALTER TABLE outcomes_exit ADD CONSTRAINT outcomes_exit_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES cases_case (id, person_id);
