CREATE FUNCTION people_new_household(of_reference text) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_member_for('requirement') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  INSERT INTO people_household (reference) VALUES (of_reference) RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION people_new_household TO trappan_app;

CREATE FUNCTION people_lives_with_young_child(of_person bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN people_holds(of_person, 'requirement') THEN EXISTS (
    SELECT FROM people_householdmember mine
    JOIN people_householdmember child ON child.household_id = mine.household_id AND child.role = 'child'
    JOIN people_number n ON n.person_id = child.person_id
    WHERE mine.person_id = of_person AND child.person_id <> of_person
      AND mine.starts_on <= today() AND (mine.ends_on IS NULL OR today() < mine.ends_on)
      AND child.starts_on <= today() AND (child.ends_on IS NULL OR today() < child.ends_on)
      AND people_born(n.number) > (SELECT today() - make_interval(years => rule('young_child_age', today())::int))) END
$$;
GRANT EXECUTE ON FUNCTION people_lives_with_young_child TO trappan_app;
