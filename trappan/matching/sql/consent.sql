-- A yes to a team names an employer team of one's own municipality. A protected person has none: nobody comes to a
-- unit's list by it. What is said anew replaces what was said before.
CREATE FUNCTION matching_begin_consent() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  NEW.withdrawn_on := NULL; NEW.replaced_at := NULL; NEW.starts_on := today();
  PERFORM FROM people_person p WHERE p.id = NEW.person_id AND NOT p.shielded FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'protected' USING ERRCODE = 'check_violation', CONSTRAINT = 'protected_is_told_to_no_team';
  END IF;
  IF NEW.audience = 'team' AND NOT EXISTS (SELECT FROM staff_unit u
      JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
      WHERE u.id = NEW.unit_id AND u.kind = 'employer_team') THEN
    RAISE EXCEPTION 'team' USING ERRCODE = 'check_violation', CONSTRAINT = 'team_of_the_municipality';
  END IF;
  UPDATE matching_profileconsent SET replaced_at = clock() WHERE person_id = NEW.person_id
    AND audience = NEW.audience AND withdrawn_on IS NULL AND replaced_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER begin_consent BEFORE INSERT ON matching_profileconsent FOR EACH ROW
  WHEN (current_user = 'trappan_app') EXECUTE FUNCTION matching_begin_consent();

-- What the yes opens: for as long as the person is on the list of the team that it names, and it holds.
CREATE FUNCTION matching_keep_access(of_person bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE to_unit bigint; until timestamptz;
BEGIN
  SELECT s.unit_id, c.ends_on::timestamp AT TIME ZONE 'Europe/Stockholm' INTO to_unit, until
  FROM matching_worksearch s JOIN matching_profileconsent c ON c.person_id = s.person_id AND c.unit_id = s.unit_id
    AND c.audience = 'team' AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL AND today() < c.ends_on
  WHERE s.person_id = of_person AND s.ended_on IS NULL;
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.person_id = of_person AND g.scope = 'profile' AND g.basis = 'consent'
     AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND (to_unit IS NULL OR g.unit_id IS DISTINCT FROM to_unit OR g.ends_at IS DISTINCT FROM until);
  IF to_unit IS NOT NULL AND NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = of_person
      AND g.scope = 'profile' AND g.basis = 'consent' AND g.unit_id = to_unit AND g.ends_at = until) THEN
    INSERT INTO people_grant (person_id, unit_id, scope, basis, reason, ends_at, sort)
    VALUES (of_person, to_unit, 'profile', 'consent', '', until, '');
  END IF;
END $$;

-- With the yes to the team ends the search that rests on it, in the same transaction.
CREATE FUNCTION matching_consent_follows() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_worksearch s SET ended_on = GREATEST(today(), s.starts_on), "end" = 'withdrawn'
   WHERE s.person_id = NEW.person_id AND s.ended_on IS NULL AND NOT EXISTS (SELECT FROM matching_profileconsent c
     WHERE c.person_id = s.person_id AND c.unit_id = s.unit_id AND c.audience = 'team'
       AND c.withdrawn_on IS NULL AND c.replaced_at IS NULL);
  PERFORM matching_keep_access(NEW.person_id);
  RETURN NULL;
END $$;
CREATE TRIGGER follows AFTER INSERT OR UPDATE ON matching_profileconsent FOR EACH ROW
  WHEN (NEW.audience = 'team' AND NEW.replaced_at IS NULL) EXECUTE FUNCTION matching_consent_follows();

-- A yes that is withdrawn, or said anew, is not given back.
CREATE FUNCTION matching_consent_is_withdrawn_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'once' USING ERRCODE = 'check_violation', CONSTRAINT = 'consent_is_withdrawn_once';
END $$;
CREATE TRIGGER withdrawn_once BEFORE UPDATE OF withdrawn_on ON matching_profileconsent FOR EACH ROW
  WHEN (current_user = 'trappan_app' AND OLD.withdrawn_on IS DISTINCT FROM NEW.withdrawn_on
    AND (OLD.withdrawn_on IS NOT NULL OR OLD.replaced_at IS NOT NULL OR NEW.withdrawn_on IS DISTINCT FROM today()))
  EXECUTE FUNCTION matching_consent_is_withdrawn_once();

-- Whoever becomes protected is on no unit's list any more, and nothing that was said yes to holds.
CREATE FUNCTION matching_protection_ends() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE matching_worksearch SET ended_on = GREATEST(today(), starts_on), "end" = 'protected'
   WHERE person_id = NEW.id AND ended_on IS NULL;
  UPDATE matching_profileconsent SET withdrawn_on = today()
   WHERE person_id = NEW.id AND withdrawn_on IS NULL AND replaced_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER profile_is_closed AFTER UPDATE ON people_person FOR EACH ROW
  WHEN (NEW.protection <> 'none' AND OLD.protection = 'none') EXECUTE FUNCTION matching_protection_ends();
