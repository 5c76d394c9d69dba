ALTER TABLE people_person ADD CONSTRAINT shield_of_person UNIQUE (id, shielded);

CREATE FUNCTION people_grants_follow() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.given_name <> OLD.given_name OR NEW.family_name <> OLD.family_name THEN
    -- What the grants then write anew.
    DELETE FROM people_namepart WHERE person_id = NEW.id;
    UPDATE people_grant SET sort = NEW.sort WHERE person_id = NEW.id;
  END IF;
  IF NEW.protection <> 'none' AND OLD.protection = 'none' THEN
    UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
     WHERE person_id = NEW.id AND unit_id IS NOT NULL AND (ends_at IS NULL OR ends_at > clock());
    PERFORM staff_drop_list_files();
  END IF;
  IF NEW.protection = 'registration' THEN
    -- Not stored means not in what the row was before, either.
    DELETE FROM people_contact WHERE person_id = NEW.id;
    DELETE FROM history_version WHERE of_table = 'people_contact' AND person_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER follow AFTER UPDATE ON people_person
  FOR EACH ROW EXECUTE FUNCTION people_grants_follow();

-- A new person and the first grants in one statement, by name where only the name may open. Somebody
-- without a number gets the next free reservnummer of the day of birth, YYYYMMDDRnnn.
CREATE FUNCTION people_register(of_number text, born date, given text, family text, of_gender text,
  of_protection text, of_languages text[], needs_interpreter boolean, scopes text[])
RETURNS bigint VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint; s text;
BEGIN
  IF NOT people_registers() OR secrecy_unit_for('plan') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  FOREACH s IN ARRAY scopes LOOP
    IF secrecy_unit_for(s) IS NULL THEN
      RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
    END IF;
  END LOOP;
  IF of_number = '' THEN
    -- Two who are given a number of the same day stand in line.
    PERFORM pg_advisory_xact_lock(hashtextextended('people.reserve', born - DATE '1900-01-01'));
    SELECT free INTO of_number FROM (SELECT to_char(born, 'YYYYMMDD') || 'R' || to_char(i, 'FM000') AS free
      FROM generate_series(1, 999) i) every WHERE NOT EXISTS (SELECT FROM people_number n WHERE n.number = free)
     ORDER BY free LIMIT 1;
  END IF;
  PERFORM people_refuse_number(of_number);
  INSERT INTO people_person (given_name, family_name, gender, protection, languages, interpreter, education)
  VALUES (given, family, of_gender, of_protection, of_languages, needs_interpreter, '') RETURNING id INTO made;
  INSERT INTO people_number (person_id, number) VALUES (made, of_number);
  FOREACH s IN ARRAY scopes LOOP
    INSERT INTO people_grant (person_id, unit_id, membership_id, scope, basis, reason, sort)
    VALUES (made, CASE WHEN of_protection = 'none' THEN secrecy_unit_for(s) END,
      CASE WHEN of_protection <> 'none' THEN secrecy_member_for(s) END, s, 'application', '', '');
  END LOOP;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION people_register TO trappan_app;

-- Protection is set by a colleague who works with the person, who then holds by name what the
-- unit held: everybody else's way in through a unit closes in the same statement. What makes it weaker
-- takes a second person: it is asked for, and true is returned.
CREATE FUNCTION people_protect(of_person bigint, how text, why text) RETURNS boolean
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE was text := (SELECT p.protection FROM people_person p WHERE p.id = of_person FOR NO KEY UPDATE);
BEGIN
  IF NOT people_works_with(of_person, 'plan') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF how = 'none' OR (how = 'marked' AND was = 'registration') THEN
    IF was <> how AND length(trim(why)) < 10 THEN
      RAISE EXCEPTION 'reason' USING ERRCODE = 'check_violation', CONSTRAINT = 'lifting_needs_reason';
    END IF;
    IF was <> how THEN PERFORM people_ask(of_person, 'lift', how, why); END IF;
    RETURN was <> how;
  END IF;
  IF was = 'none' THEN
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort)
    SELECT DISTINCT of_person, current_actor(), g.scope, g.basis, '', ''
    FROM people_grant g JOIN secrecy_rolescope s ON s.scope = g.scope AND s.role = secrecy_role()
    WHERE g.person_id = of_person AND g.unit_id = current_unit()
      AND g.starts_at <= clock() AND (g.ends_at IS NULL OR clock() < g.ends_at);
  END IF;
  UPDATE people_person SET protection = how WHERE id = of_person;
  -- Whoever waits for an earlier protection to be lifted asks anew: nobody has agreed to lift this one.
  IF was <> how THEN
    DELETE FROM people_opening WHERE person_id = of_person AND wants = 'lift' AND agreed_at IS NULL;
  END IF;
  RETURN false;
END $$;
GRANT EXECUTE ON FUNCTION people_protect TO trappan_app;
