-- May the actor put right what is known of somebody? Whoever works with the person, or with the support of the
-- household: she wrote it.
CREATE FUNCTION people_may_rectify(of_person bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_works_with(of_person, 'plan') OR people_works_with(of_person, 'assistance')
$$;

-- What stood before and why it was put right. Nobody's: a part of the functions below.
CREATE FUNCTION people_keep_rectification(of_person bigint, what text, before jsonb, of_number text, because text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF before IS NULL THEN
    RAISE EXCEPTION 'nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_to_rectify';
  END IF;
  INSERT INTO people_rectification (person_id, about, was, number, reason)
  VALUES (of_person, what, before, of_number, trim(because));
END $$;

-- What a row held in the columns in which it is to hold something else; NULL where nothing differs.
CREATE FUNCTION people_differs(before jsonb, afterwards jsonb) RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT jsonb_object_agg(o.key, o.value) FROM jsonb_each(before) o JOIN jsonb_each(afterwards) n USING (key)
  WHERE o.value <> n.value
$$;

-- Put right name, legal gender, languages and the need of an interpreter. What stands in sort keys and in the index
-- of names follows by the person's own triggers.
CREATE FUNCTION people_rectify(of_person bigint, given text, family text, of_gender text, of_languages text[],
  needs_interpreter boolean, because text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE p people_person;
BEGIN
  IF NOT people_may_rectify(of_person) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF trim(given) = '' OR trim(family) = '' THEN
    RAISE EXCEPTION 'no name' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_has_a_name';
  END IF;
  SELECT * INTO p FROM people_person WHERE id = of_person FOR NO KEY UPDATE;
  PERFORM people_keep_rectification(of_person, 'person', people_differs(
    jsonb_build_object('given_name', p.given_name, 'family_name', p.family_name, 'gender', p.gender,
      'languages', p.languages, 'interpreter', p.interpreter),
    jsonb_build_object('given_name', given, 'family_name', family, 'gender', of_gender,
      'languages', of_languages, 'interpreter', needs_interpreter)), '', because);
  UPDATE people_person SET given_name = given, family_name = family, gender = of_gender, languages = of_languages,
    interpreter = needs_interpreter WHERE id = of_person;
END $$;
GRANT EXECUTE ON FUNCTION people_rectify TO trappan_app;

-- A number that never was the person's is taken away, and is free again for the one whose it is. The right one stands
-- where it stood. For those who register people alone: that a number is taken is an answer.
CREATE FUNCTION people_replace_number(of_person bigint, of_row bigint, right_number text, because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE n people_number;
BEGIN
  IF NOT people_may_rectify(of_person) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT people_registers() THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  -- Two who replace numbers of the same person stand in line: one number is left.
  PERFORM FROM people_person p WHERE p.id = of_person FOR NO KEY UPDATE;
  DELETE FROM people_number WHERE id = of_row AND person_id = of_person RETURNING * INTO n;
  IF n.id IS NULL THEN
    RAISE EXCEPTION 'not carried' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_not_carried';
  END IF;
  IF right_number = n.number THEN
    RAISE EXCEPTION 'the same' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_to_rectify';
  END IF;
  IF right_number <> '' THEN
    PERFORM people_refuse_number(right_number);
    INSERT INTO people_number (person_id, number, starts_on) VALUES (of_person, right_number, n.starts_on);
  ELSIF NOT EXISTS (SELECT FROM people_number x WHERE x.person_id = of_person) THEN
    RAISE EXCEPTION 'none left' USING ERRCODE = 'check_violation', CONSTRAINT = 'person_keeps_a_number';
  END IF;
  PERFORM people_keep_rectification(of_person, 'number', jsonb_build_object('starts_on', n.starts_on),
    n.number, because);
END $$;
GRANT EXECUTE ON FUNCTION people_replace_number TO trappan_app;

-- The numbers that were a person's by mistake, by their rectification; told as those that are the person's are.
CREATE FUNCTION people_wrong_numbers(of_person bigint) RETURNS TABLE (rectification_id bigint, number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT r.id, r.number FROM people_rectification r
  WHERE r.person_id = of_person AND r.about = 'number' AND people_tells_numbers(of_person)
$$;
GRANT EXECUTE ON FUNCTION people_wrong_numbers TO trappan_app;

-- Put right how and when somebody belonged to a household. One that ends the day it began is taken out for good.
CREATE FUNCTION people_rectify_member(of_member bigint, new_role text, from_day date, up_to date, because text)
RETURNS void VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m people_householdmember;
BEGIN
  SELECT * INTO m FROM people_householdmember WHERE id = of_member FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'social_worker'
     OR NOT people_works_with(m.person_id, 'requirement') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF m.ends_on = m.starts_on THEN
    RAISE EXCEPTION 'taken out' USING ERRCODE = 'check_violation', CONSTRAINT = 'member_is_taken_out';
  END IF;
  PERFORM people_keep_rectification(m.person_id, 'household',
    people_differs(jsonb_build_object('role', m.role, 'starts_on', m.starts_on, 'ends_on', m.ends_on),
      jsonb_build_object('role', new_role, 'starts_on', from_day, 'ends_on', up_to))
    || jsonb_build_object('household', m.household_id, 'taken_out', up_to IS NOT DISTINCT FROM from_day), '', because);
  UPDATE people_householdmember SET role = new_role, starts_on = from_day, ends_on = up_to WHERE id = m.id;
END $$;
GRANT EXECUTE ON FUNCTION people_rectify_member TO trappan_app;
