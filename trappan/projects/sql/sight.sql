-- The moment after which a coordinator is let out about somebody whose last day in a project was this, or who was let
-- in that day and takes part in nothing yet: the rule of today, and never in the middle of what is being written.
CREATE FUNCTION projects_sight_until(last_day date) RETURNS timestamptz
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT GREATEST(last_day + rule('project_sight_days', today())::int, today())::timestamp
    AT TIME ZONE 'Europe/Stockholm' + interval '1 day'
$$;

-- Does somebody take part through a unit, in a project that is not finished? Nobody's to call.
CREATE FUNCTION projects_takes_part(of_person bigint, of_unit bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM projects_participation t JOIN projects_municipality m ON m.id = t.municipality_id
    JOIN projects_project p ON p.id = m.project_id
    WHERE t.person_id = of_person AND t.unit_id = of_unit AND t.ends_on IS NULL AND p.finished_on IS NULL)
$$;

-- A unit sees somebody as long as the person takes part through it, and for the rule's days afterwards: whoever begins
-- again while still seen is seen on. A mistake ends as anything else. What is founded without an actor is not asked.
CREATE FUNCTION projects_end_sight() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  goes_on boolean := projects_takes_part(NEW.person_id, NEW.unit_id);
  last_day date := (SELECT max(p.ends_on) - 1 FROM projects_participation p
    WHERE p.person_id = NEW.person_id AND p.unit_id = NEW.unit_id);
BEGIN
  UPDATE people_grant g
     SET ends_at = CASE WHEN NOT goes_on THEN GREATEST(g.starts_at, projects_sight_until(last_day)) END
   WHERE g.person_id = NEW.person_id AND g.basis = 'referral' AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (g.unit_id = NEW.unit_id OR g.membership_id IN (SELECT s.id FROM staff_membership s
       WHERE s.unit_id = NEW.unit_id AND s.role = 'project_coordinator'));
  RETURN NULL;
END $$;
CREATE TRIGGER end_sight AFTER INSERT OR UPDATE ON projects_participation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_end_sight();
