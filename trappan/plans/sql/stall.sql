ALTER TABLE plans_stall ADD CONSTRAINT plans_stall_case_id_person_id_fkey
  FOREIGN KEY (case_id, person_id) REFERENCES plans_case (id, person_id);

CREATE TRIGGER said_now BEFORE INSERT ON plans_stall FOR EACH ROW EXECUTE FUNCTION plans_said_now();
