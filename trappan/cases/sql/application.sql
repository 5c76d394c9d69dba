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

-- What waits at a unit waits at the one that comes after it.
CREATE FUNCTION cases_applications_follow(of_unit bigint, to_unit bigint) RETURNS void VOLATILE LANGUAGE sql AS $$
  UPDATE assistance_application SET unit_id = to_unit WHERE unit_id = of_unit AND waits
$$;

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
  -- Each case by its person's own applications, never by all the town's; and who is held is asked once.
  SELECT k.id, fell.on_day FROM cases_case k
  CROSS JOIN LATERAL (SELECT max(a.decided_on) AS on_day FROM assistance_application a
    WHERE a.person_id = k.person_id AND a.result IN ('refused', 'withdrawn') AND a.decided_on >= k.opened_on
      AND (k.kept_on IS NULL OR k.kept_on < a.decided_on)
      AND NOT EXISTS (SELECT FROM assistance_application b WHERE b.person_id = a.person_id
        AND b.received_on > a.received_on AND b.result IN ('', 'granted'))) fell
  WHERE k.id = ANY (of_cases) AND k.closed_on IS NULL AND fell.on_day IS NOT NULL
    AND k.person_id = ANY ((SELECT people_held(ARRAY(SELECT c.person_id FROM cases_case c
      WHERE c.id = ANY (of_cases)), 'plan', false))::bigint[])
$$;
GRANT EXECUTE ON FUNCTION cases_applications_fell TO trappan_app;
