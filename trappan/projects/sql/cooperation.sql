-- What is told of a cooperation goal, and in whose name, is of one project.
ALTER TABLE projects_evidence ADD CONSTRAINT evidence_of_the_project
  FOREIGN KEY (goal_id, project_id) REFERENCES projects_cooperationgoal (id, project_id);
ALTER TABLE projects_evidence ADD CONSTRAINT evidence_of_a_municipality_there
  FOREIGN KEY (municipality_id, project_id) REFERENCES projects_municipality (id, project_id);
ALTER TABLE projects_gathering ADD CONSTRAINT gathering_of_a_municipality_there
  FOREIGN KEY (municipality_id, project_id) REFERENCES projects_municipality (id, project_id);
ALTER TABLE projects_continuation ADD CONSTRAINT continuation_of_the_project
  FOREIGN KEY (sub_initiative_id, project_id) REFERENCES projects_subinitiative (id, project_id);

-- Everybody in the project reads these: nobody stands there by number.
ALTER TABLE projects_cooperationgoal ADD CONSTRAINT cooperation_goal_names_nobody
  CHECK (people_names_nobody(wording || ' ' || shown_by));
ALTER TABLE projects_evidence ADD CONSTRAINT evidence_names_nobody CHECK (people_names_nobody(words));
ALTER TABLE projects_gathering ADD CONSTRAINT gathering_names_nobody
  CHECK (people_names_nobody(venue || ' ' || theme));
ALTER TABLE projects_continuation ADD CONSTRAINT project_continuation_names_nobody
  CHECK (people_names_nobody(what || ' ' || by_whom || ' ' || money));

-- What has happened has happened while the project lasted, and not on a day to come.
CREATE FUNCTION projects_refuse_day() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM projects_project p WHERE p.id = NEW.project_id
      AND p.starts_on <= NEW.day AND NEW.day < p.ends_on AND NEW.day <= today()) THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'happened_while_the_project_lasts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_day BEFORE INSERT ON projects_evidence FOR EACH ROW EXECUTE FUNCTION projects_refuse_day();
CREATE TRIGGER refuse_day BEFORE INSERT ON projects_gathering FOR EACH ROW EXECUTE FUNCTION projects_refuse_day();

-- A finished project is as it was told: nothing is added or taken out. That what goes on still does is looked at
-- afterwards, too.
CREATE TRIGGER refuse_finished BEFORE INSERT ON projects_cooperationgoal FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();
CREATE TRIGGER refuse_finished BEFORE INSERT OR UPDATE ON projects_evidence FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();
CREATE TRIGGER refuse_finished BEFORE INSERT OR UPDATE ON projects_gathering FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();
CREATE TRIGGER refuse_finished BEFORE INSERT OR UPDATE OF taken_out_on ON projects_continuation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();

-- A project is not finished before somebody has said what goes on afterwards: of the whole, or of each sub-initiative.
CREATE FUNCTION projects_refuse_untold() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM projects_continuation c WHERE c.project_id = NEW.id AND c.taken_out_on IS NULL)
    OR EXISTS (SELECT FROM projects_subinitiative s WHERE s.project_id = NEW.id AND NOT EXISTS (
      SELECT FROM projects_continuation c WHERE c.sub_initiative_id = s.id AND c.taken_out_on IS NULL)) THEN
    RAISE EXCEPTION 'untold' USING ERRCODE = 'check_violation', CONSTRAINT = 'what_goes_on_is_told';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_untold BEFORE UPDATE OF finished_on ON projects_project FOR EACH ROW
  WHEN (OLD.finished_on IS NULL AND NEW.finished_on IS NOT NULL) EXECUTE FUNCTION projects_refuse_untold();
