-- Months are put right by a social worker who works with the support; whoever else asks is refused as for nobody.
CREATE FUNCTION assistance_refuse_others(works_with boolean) RETURNS void STABLE LANGUAGE plpgsql AS $$
BEGIN
  IF works_with IS NOT TRUE OR secrecy_role() IS DISTINCT FROM 'social_worker' THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
END $$;

-- What stood before and why: in the same statement as what puts it right. Nobody's: a part of the functions below.
CREATE FUNCTION assistance_keep_correction(of_person bigint, what text, of_month date, before jsonb, gone boolean,
  because text) RETURNS void VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  IF before IS NULL THEN
    RAISE EXCEPTION 'nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'nothing_to_rectify';
  END IF;
  INSERT INTO assistance_correction (person_id, about, month, was, taken_out, reason)
  VALUES (of_person, what, of_month, before, gone, trim(because));
END $$;

-- A month with support says something else, or is another month.
CREATE FUNCTION assistance_correct_month(of_row bigint, right_month date, as_role text, of_type int, on_obstacle text,
  of_amount int, because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m assistance_supportmonth;
BEGIN
  SELECT * INTO m FROM assistance_supportmonth WHERE id = of_row FOR UPDATE;
  PERFORM assistance_refuse_others(people_works_with(m.person_id, 'assistance'));
  IF right_month > today() THEN
    RAISE EXCEPTION 'ahead' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_is_not_to_come';
  END IF;
  IF EXISTS (SELECT FROM assistance_elsewhere e WHERE e.person_id = m.person_id AND e.starts_on <= right_month
      AND right_month < e.ends_on) THEN
    RAISE EXCEPTION 'elsewhere' USING ERRCODE = 'check_violation', CONSTRAINT = 'month_spent_elsewhere';
  END IF;
  PERFORM assistance_keep_correction(m.person_id, 'month', m.month, people_differs(
    jsonb_build_object('month', m.month, 'role', m.role, 'household_type', m.household_type, 'obstacle', m.obstacle,
      'amount', m.amount),
    jsonb_build_object('month', right_month, 'role', as_role, 'household_type', of_type, 'obstacle', on_obstacle,
      'amount', of_amount)), false, because);
  -- Nothing stood in the other month: that it was put right is kept too, so that no import writes it over.
  IF right_month <> m.month THEN
    PERFORM assistance_keep_correction(m.person_id, 'month', right_month, '{}', false, because);
  END IF;
  UPDATE assistance_supportmonth SET month = right_month, role = as_role, household_type = of_type,
    obstacle = on_obstacle, amount = of_amount WHERE id = m.id;
END $$;
GRANT EXECUTE ON FUNCTION assistance_correct_month TO trappan_app;

-- There was no support in that month.
CREATE FUNCTION assistance_take_out_month(of_row bigint, because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE m assistance_supportmonth;
BEGIN
  SELECT * INTO m FROM assistance_supportmonth WHERE id = of_row FOR UPDATE;
  PERFORM assistance_refuse_others(people_works_with(m.person_id, 'assistance'));
  PERFORM assistance_keep_correction(m.person_id, 'month', m.month, jsonb_build_object('month', m.month, 'role', m.role,
    'household_type', m.household_type, 'obstacle', m.obstacle, 'amount', m.amount), true, because);
  DELETE FROM assistance_supportmonth WHERE id = m.id;
END $$;
GRANT EXECUTE ON FUNCTION assistance_take_out_month TO trappan_app;

-- Months elsewhere say something else.
CREATE FUNCTION assistance_correct_elsewhere(of_row bigint, in_town text, from_month date, up_to date, had text,
  because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE e assistance_elsewhere;
BEGIN
  SELECT * INTO e FROM assistance_elsewhere WHERE id = of_row FOR UPDATE;
  PERFORM assistance_refuse_others(people_works_with(e.person_id, 'assistance'));
  PERFORM assistance_keep_correction(e.person_id, 'elsewhere', e.starts_on, people_differs(
    jsonb_build_object('municipality', e.municipality, 'starts_on', e.starts_on, 'ends_on', e.ends_on,
      'support', e.support),
    jsonb_build_object('municipality', in_town, 'starts_on', from_month, 'ends_on', up_to, 'support', had)),
    false, because);
  UPDATE assistance_elsewhere SET municipality = in_town, starts_on = from_month, ends_on = up_to, support = had
   WHERE id = e.id;
END $$;
GRANT EXECUTE ON FUNCTION assistance_correct_elsewhere TO trappan_app;

-- The person did not live elsewhere then.
CREATE FUNCTION assistance_take_out_elsewhere(of_row bigint, because text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE e assistance_elsewhere;
BEGIN
  SELECT * INTO e FROM assistance_elsewhere WHERE id = of_row FOR UPDATE;
  PERFORM assistance_refuse_others(people_works_with(e.person_id, 'assistance'));
  PERFORM assistance_keep_correction(e.person_id, 'elsewhere', e.starts_on, jsonb_build_object('municipality',
    e.municipality, 'starts_on', e.starts_on, 'ends_on', e.ends_on, 'support', e.support), true, because);
  DELETE FROM assistance_elsewhere WHERE id = e.id;
END $$;
GRANT EXECUTE ON FUNCTION assistance_take_out_elsewhere TO trappan_app;
