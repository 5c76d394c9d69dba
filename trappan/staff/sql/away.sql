-- Is a colleague away on a day, the membership going on?
CREATE FUNCTION staff_is_away(of_membership bigint, on_day date) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM staff_away a WHERE a.membership_id = of_membership
    AND a.starts_on <= on_day AND on_day < a.ends_on)
$$;

-- The unit's head says that one of its colleagues is away, from a day up to another that is to come.
CREATE FUNCTION staff_say_away(of_membership bigint, from_day date, up_to date) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE made bigint;
BEGIN
  IF secrecy_role() IS DISTINCT FROM 'head_of_unit' OR NOT EXISTS (SELECT FROM staff_membership m
      WHERE m.id = of_membership AND m.unit_id = current_unit() AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  -- Meetings of one's own are one's own to move: on the head's list they would be read through another role.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = of_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'away_of_oneself';
  END IF;
  IF up_to > today() + 800 OR from_day < today() - 800 THEN
    RAISE EXCEPTION 'too long' USING ERRCODE = 'check_violation', CONSTRAINT = 'away_two_years_at_most';
  END IF;
  IF up_to <= today() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'away_is_to_come';
  END IF;
  INSERT INTO staff_away (membership_id, starts_on, ends_on) VALUES (of_membership, from_day, up_to)
  RETURNING id INTO made;
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION staff_say_away TO trappan_app;

-- The colleague is back, says the colleague or the head of the unit; what never began ends where it would have begun.
CREATE FUNCTION staff_say_back(of_membership bigint) RETURNS int
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE ended int;
BEGIN
  IF NOT (of_membership = current_actor() OR (secrecy_role() = 'head_of_unit' AND EXISTS (
      SELECT FROM staff_membership m WHERE m.id = of_membership AND m.unit_id = current_unit()))) IS TRUE THEN
    RAISE EXCEPTION 'only its head' USING ERRCODE = 'check_violation', CONSTRAINT = 'only_its_head';
  END IF;
  UPDATE staff_away SET ends_on = GREATEST(starts_on, today())
   WHERE membership_id = of_membership AND ends_on > today() AND ends_on > starts_on;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
GRANT EXECUTE ON FUNCTION staff_say_back TO trappan_app;
