-- The projects that the actor leads: those that the own body owns.
CREATE FUNCTION projects_led() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(p.id) FROM projects_project p
  WHERE secrecy_role() = 'project_leader' AND p.owner_id = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION projects_led TO trappan_app;

-- The projects that the actor's municipality takes part in: told to its coordinators there, and to consultants, who
-- let a coordinator in.
CREATE FUNCTION projects_joined() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(m.project_id) FROM projects_municipality m
  WHERE secrecy_role() = 'project_coordinator' AND m.unit_id = current_unit()
    OR secrecy_role() = 'consultant' AND m.organisation_id = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION projects_joined TO trappan_app;

CREATE FUNCTION projects_seen() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT projects_led() || projects_joined()
$$;
GRANT EXECUTE ON FUNCTION projects_seen TO trappan_app;

-- The units of the actor's own municipality.
CREATE FUNCTION projects_own_units() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(u.id) FROM staff_unit u WHERE u.organisation_id = ANY (staff_own())
$$;
GRANT EXECUTE ON FUNCTION projects_own_units TO trappan_app;

-- The unit that coordinates a project in a municipality is one of that municipality's, made for projects.
CREATE FUNCTION projects_refuse_unit() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM staff_unit u JOIN staff_organisation o ON o.id = u.organisation_id
    WHERE u.id = NEW.unit_id AND u.organisation_id = NEW.organisation_id AND u.kind = 'project'
      AND o.kind = 'municipality') THEN
    RAISE EXCEPTION 'unit' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_coordinates_projects';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_unit BEFORE INSERT ON projects_municipality FOR EACH ROW
  EXECUTE FUNCTION projects_refuse_unit();

-- What is added to a project that is finished is refused: its figures are told.
CREATE FUNCTION projects_refuse_finished() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM projects_project p WHERE p.id = NEW.project_id AND p.finished_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'finished' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_finished';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_finished BEFORE INSERT ON projects_municipality FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();
CREATE TRIGGER refuse_finished BEFORE INSERT ON projects_subinitiative FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();
CREATE TRIGGER refuse_finished BEFORE INSERT ON projects_funding FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_refuse_finished();

ALTER TABLE projects_subinitiative ADD CONSTRAINT sub_initiative_of_the_project
  FOREIGN KEY (municipality_id, project_id) REFERENCES projects_municipality (id, project_id);

-- Everybody in the project reads these: nobody stands there by number.
ALTER TABLE projects_project ADD CONSTRAINT project_names_nobody
  CHECK (people_names_nobody(name || ' ' || aim || ' ' || report));
ALTER TABLE projects_subinitiative ADD CONSTRAINT sub_initiative_names_nobody
  CHECK (people_names_nobody(name || ' ' || theme));

-- The day as of which a project is counted: the end of the last month, or the project's last day. No day is chosen:
-- two that lie close would tell, one against the other, of somebody. What is finished is counted whole.
CREATE FUNCTION projects_as_of(of_project bigint) RETURNS date
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN p.finished_on IS NOT NULL THEN p.ends_on - 1
    ELSE LEAST(p.ends_on - 1, date_trunc('month', today())::date - 1) END
  FROM projects_project p WHERE p.id = of_project AND p.id = ANY (projects_led())
$$;
GRANT EXECUTE ON FUNCTION projects_as_of TO trappan_app;

-- The project is over and its report written: everybody is counted for the last time, to its last day, which is its
-- result; nobody is known again by it any more, and its coordinators, who were let in for its sake, are let out. Where
-- their unit has another one under way, they see whoever takes part in none of these for the rule's days.
CREATE FUNCTION projects_finish(of_project bigint, with_report text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM projects_project p WHERE p.id = of_project AND p.id = ANY (projects_led()) FOR UPDATE;
  IF NOT FOUND OR current_setting('transaction_read_only') = 'on' THEN
    RAISE EXCEPTION 'none' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_led_by_you';
  END IF;
  UPDATE projects_project p SET finished_on = today(), report = with_report
   WHERE p.id = of_project AND p.finished_on IS NULL AND p.ends_on <= today();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'goes on' USING ERRCODE = 'check_violation', CONSTRAINT = 'project_is_over';
  END IF;
  INSERT INTO projects_count (project_id, month, counted, at)
  SELECT p.id, date_trunc('month', today()::timestamp)::date,
    COALESCE((SELECT jsonb_agg(to_jsonb(n)) FROM projects_count_of(p.id, p.ends_on - 1) n), '[]'), clock()
  FROM projects_project p WHERE p.id = of_project
  ON CONFLICT (project_id, month) DO UPDATE SET counted = EXCLUDED.counted, at = EXCLUDED.at;
  DELETE FROM projects_key k WHERE k.project_id = of_project;
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, projects_sight_until(
      (SELECT p.ends_on - 1 FROM projects_project p WHERE p.id = of_project)))
    FROM projects_municipality m JOIN projects_participation t ON t.municipality_id = m.id
   WHERE m.project_id = of_project AND t.person_id = g.person_id AND g.basis = 'referral' AND g.ends_at IS NULL
     AND (g.unit_id = m.unit_id OR g.membership_id IN (
       SELECT s.id FROM staff_membership s WHERE s.unit_id = m.unit_id AND s.role = 'project_coordinator'))
     AND NOT EXISTS (SELECT FROM projects_participation o JOIN projects_municipality n ON n.id = o.municipality_id
       JOIN projects_project p ON p.id = n.project_id
       WHERE o.person_id = t.person_id AND o.unit_id = m.unit_id AND o.ends_on IS NULL AND p.finished_on IS NULL);
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
    FROM projects_municipality m
   WHERE m.project_id = of_project AND g.basis = 'referral' AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (g.unit_id = m.unit_id OR g.membership_id IN (
       SELECT s.id FROM staff_membership s WHERE s.unit_id = m.unit_id AND s.role = 'project_coordinator'))
     AND NOT EXISTS (SELECT FROM projects_municipality other JOIN projects_project p ON p.id = other.project_id
       WHERE other.unit_id = m.unit_id AND p.finished_on IS NULL);
END $$;
GRANT EXECUTE ON FUNCTION projects_finish TO trappan_app;

CREATE TRIGGER keep_decided BEFORE INSERT OR UPDATE ON projects_projectpaper FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION partnerships_keep_decided();
