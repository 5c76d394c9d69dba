-- A body that the municipality works with, kept by it; one that was called something else before ends the earlier.
CREATE FUNCTION staff_make_organisation(called text, of_kind text, with_number text, on_basis text, from_day date,
  after bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  PERFORM staff_refuse_unkept(staff_administers() IS NOT NULL AND of_kind <> 'municipality');
  PERFORM staff_refuse_unkept(after IS NULL OR staff_keeps(after) AND after <> ALL (staff_own()));
  PERFORM staff_lock_succession();
  INSERT INTO staff_organisation (name, kind, number, basis, starts_on, succeeds_id, kept_by_id)
  VALUES (called, of_kind, with_number, on_basis, from_day, after, staff_administers()) RETURNING id INTO made;
  UPDATE staff_organisation SET ends_on = from_day WHERE id = after AND (ends_on IS NULL OR ends_on > from_day);
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION staff_make_organisation TO trappan_app;

-- The municipalities that this house serves: all but those that only take part in a project here, whose units are for
-- projects alone and work with nobody's case.
CREATE FUNCTION staff_served() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT array_agg(o.id) FROM staff_organisation o WHERE o.kind = 'municipality' AND NOT COALESCE(
    (SELECT bool_and(u.kind = 'project') FROM staff_unit u WHERE u.organisation_id = o.id), false)
$$;
GRANT EXECUTE ON FUNCTION staff_served TO trappan_app;

-- What succeeds another comes after it, whichever way one goes: nothing comes before itself.
CREATE FUNCTION staff_refuse_circle() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM staff_lock_succession();
  IF EXISTS (WITH RECURSIVE before AS (
      SELECT NEW.succeeds_id AS id
      UNION SELECT o.succeeds_id FROM before JOIN staff_organisation o ON o.id = before.id)
    SELECT FROM before WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'circle' USING ERRCODE = 'check_violation', CONSTRAINT = 'succeeds_in_a_circle';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER refuse_circle AFTER INSERT OR UPDATE ON staff_organisation FOR EACH ROW
  WHEN (NEW.succeeds_id IS NOT NULL) EXECUTE FUNCTION staff_refuse_circle();
