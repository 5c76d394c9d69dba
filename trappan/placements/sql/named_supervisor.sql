-- May this colleague be named, by this decision, as the one at a site who may know of a protected person?
CREATE FUNCTION placements_may_be_named(named bigint, at_unit bigint, why text) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT trim(why) <> '' AND EXISTS (SELECT FROM staff_membership m WHERE m.id = named AND m.unit_id = at_unit
    AND m.role IN ('supervisor', 'site_leader') AND staff_in_force(m))
$$;

-- A protected person is placed by a recorded decision only, with one named supervisor at the site.
CREATE FUNCTION placements_refuse_unnamed_supervisor() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT protection FROM people_person WHERE id = NEW.person_id) <> 'none'
     AND NOT placements_may_be_named(NEW.supervisor_id, NEW.unit_id, NEW.decision) THEN
    RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_needs_named_supervisor';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER refuse_unnamed_supervisor BEFORE INSERT ON placements_placement
  FOR EACH ROW EXECUTE FUNCTION placements_refuse_unnamed_supervisor();

-- Whoever works with a protected person names the one supervisor at the site who may know, by a decision.
CREATE FUNCTION placements_name_supervisor(of_placement bigint, named bigint, why text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p placements_placement;
BEGIN
  SELECT * INTO p FROM placements_placement q WHERE q.id = of_placement FOR UPDATE;
  IF p.id IS NULL OR NOT people_works_with(p.person_id, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT placements_may_be_named(named, p.unit_id, why) THEN
    RAISE EXCEPTION 'named' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_needs_named_supervisor';
  END IF;
  UPDATE people_grant g SET ends_at = clock() WHERE g.person_id = p.person_id AND g.basis = 'placement'
    AND g.membership_id = p.supervisor_id AND g.membership_id <> named AND (g.ends_at IS NULL OR g.ends_at > clock());
  UPDATE placements_placement SET supervisor_id = named, decision = why WHERE id = p.id;
  PERFORM placements_keep_access(p.person_id, p.unit_id);
END $$;
GRANT EXECUTE ON FUNCTION placements_name_supervisor TO trappan_app;
