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

-- Open cases whose application was refused or withdrawn after they were opened, with no newer one, and nobody has
-- said yet what becomes of the way. Which of the two it was is told to nobody here: it is the support side's.
CREATE FUNCTION cases_applications_fell(of_cases bigint[]) RETURNS TABLE (case_id bigint, fell_on date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.id, max(a.decided_on) FROM cases_case k
  JOIN assistance_application a ON a.person_id = k.person_id AND a.result IN ('refused', 'withdrawn')
    AND a.decided_on >= k.opened_on
  WHERE k.id = ANY (of_cases) AND k.closed_on IS NULL AND (k.kept_on IS NULL OR k.kept_on < a.decided_on)
    AND k.person_id = ANY (people_held(ARRAY(SELECT c.person_id FROM cases_case c WHERE c.id = ANY (of_cases)),
      'plan', false))
    AND NOT EXISTS (SELECT FROM assistance_application b WHERE b.person_id = k.person_id
      AND b.received_on > a.received_on AND b.result IN ('', 'granted'))
  GROUP BY k.id
$$;
GRANT EXECUTE ON FUNCTION cases_applications_fell TO trappan_app;
