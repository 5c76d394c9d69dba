ALTER TABLE plans_observation ADD CONSTRAINT plans_observation_goal_id_person_id_fkey
  FOREIGN KEY (goal_id, person_id) REFERENCES plans_goal (id, person_id);

-- Seen by whoever acts, at the unit that the colleague acts in, on a day that has come.
CREATE FUNCTION plans_observed_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.author_id := current_actor(); NEW.unit_id := current_unit(); NEW.at := clock();
  NEW.day := LEAST(NEW.day, today());
  RETURN NEW;
END $$;

CREATE TRIGGER observed_now BEFORE INSERT ON plans_observation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION plans_observed_now();
