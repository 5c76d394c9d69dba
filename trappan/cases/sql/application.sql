-- Which of the own unit's applications nobody has opened a case for: ids only, the oldest first. Read
-- past the policies, which would ask of every application the unit ever had; the rows themselves are
-- then read under them.
CREATE FUNCTION cases_applications_waiting() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT a.id FROM assistance_application a
  WHERE secrecy_role() = 'social_worker' AND a.unit_id = current_unit() AND a.waits
  ORDER BY a.received_on, a.id LIMIT 200
$$;
GRANT EXECUTE ON FUNCTION cases_applications_waiting TO trappan_app;

-- An application waits until somebody opens a case; one that comes in while a case is open never does.
CREATE FUNCTION cases_application_comes_in() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.waits AND (NEW.result IN ('refused', 'withdrawn') OR NEW.taken_back_at IS NOT NULL
      OR EXISTS (SELECT FROM cases_case k WHERE k.person_id = NEW.person_id
        AND (k.opened_on >= NEW.received_on OR k.closed_on IS NULL))) THEN
    NEW.waits := false;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER comes_in BEFORE INSERT OR UPDATE OF result, taken_back_at ON assistance_application
  FOR EACH ROW EXECUTE FUNCTION cases_application_comes_in();
