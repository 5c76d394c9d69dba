-- A case that is closed takes no more answers, also where it was closed a moment ago: but what the person says of
-- herself when she is asked how it went afterwards, on the day of a follow-up.
CREATE FUNCTION outcomes_rated_in_an_open_case() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT k.closed_on IS NOT NULL FROM cases_case k WHERE k.id = NEW.case_id
      AND k.person_id = NEW.person_id FOR SHARE)
    AND NOT EXISTS (SELECT FROM outcomes_followup f JOIN outcomes_exit e ON e.id = f.exit_id
      WHERE e.case_id = NEW.case_id AND e.person_id = NEW.person_id AND f.day = NEW.day
        AND f.answer IN ('still', 'other', 'back'))
  THEN
    RAISE EXCEPTION 'closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'case_is_closed';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER in_an_open_case BEFORE INSERT OR UPDATE ON plans_selfrating FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION outcomes_rated_in_an_open_case();
