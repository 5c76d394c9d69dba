-- A final report is kept as its project is finished, on that day, and never again.
CREATE FUNCTION projects_guard_report() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM projects_project p WHERE p.id = NEW.project_id AND p.finished_on = today()) THEN
    RAISE EXCEPTION 'goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_over';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON projects_finalreport FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_guard_report();
