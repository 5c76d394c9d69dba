-- The moment after which a coordinator is let out about somebody whose last day in a project was this, or who was let
-- in that day and takes part in nothing yet: the rule of today, and never in the middle of what is being written.
CREATE FUNCTION projects_sight_until(last_day date) RETURNS timestamptz
STABLE SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT GREATEST(last_day + rule('project_sight_days', today())::int, today())::timestamp
    AT TIME ZONE 'Europe/Stockholm' + interval '1 day'
$$;

-- A unit sees somebody as long as the person takes part through it, and for the rule's days afterwards: whoever begins
-- again while still seen is seen on. A mistake ends as anything else. What is founded without an actor is not asked.
CREATE FUNCTION projects_end_sight() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  goes_on boolean; last_day date;
BEGIN
  SELECT bool_or(p.ends_on IS NULL), max(p.ends_on) - 1 INTO goes_on, last_day
    FROM projects_participation p WHERE p.person_id = NEW.person_id AND p.unit_id = NEW.unit_id;
  UPDATE people_grant g
     SET ends_at = CASE WHEN NOT goes_on THEN GREATEST(g.starts_at, projects_sight_until(last_day)) END
   WHERE g.person_id = NEW.person_id AND g.basis = 'referral' AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (g.unit_id = NEW.unit_id OR g.membership_id IN (SELECT s.id FROM staff_membership s
       WHERE s.unit_id = NEW.unit_id AND s.role = 'project_coordinator'));
  RETURN NULL;
END $$;
CREATE TRIGGER end_sight AFTER INSERT OR UPDATE ON projects_participation FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION projects_end_sight();
