-- Does the actor's role register people? Those who may work with applications through their unit do.
CREATE FUNCTION people_registers() RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT secrecy_unit_for('assistance') IS NOT NULL
$$;

-- Whose is a number: for the other functions alone. Nobody else may filter by it, see secrecy.py.
CREATE FUNCTION people_whose(of_number text) RETURNS bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT n.person_id FROM people_number n WHERE n.number = of_number
$$;

-- Ask whose a number is. Those who register people learn: new, yours, or another unit's, with the unit to
-- ask; of a protected person in the same words as of anybody of that unit. All others learn only whether it
-- is theirs: known elsewhere, protected and nobody are one answer, by the same statements and in the same
-- log. Logged and slowed down, so that nobody can try numbers to learn who is known here.
CREATE FUNCTION people_find_number(of_number text)
RETURNS TABLE (answer text, person_id bigint, unit_name text)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE found bigint; mine boolean; registers boolean := people_registers(); said text; asked text := '';
BEGIN
  IF secrecy_member_for('identity') IS NULL THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_search';
  END IF;
  -- Two of hers at the same moment stand in line, so that the second counts the first.
  PERFORM FROM staff_colleague c WHERE c.id = current_colleague() FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM history_event e JOIN staff_membership m ON m.id = e.actor_id
      WHERE e.verb = 'people.find_number' AND m.colleague_id = current_colleague()
        AND e.at > clock() - interval '10 minutes') >= 30 THEN
    RAISE EXCEPTION 'too many' USING ERRCODE = 'check_violation', CONSTRAINT = 'too_many_searches';
  END IF;
  found := people_whose(of_number);
  mine := people_holds(COALESCE(found, 0), 'identity');
  IF mine THEN said := 'yours';
  ELSIF NOT registers THEN said := 'not_yours'; found := NULL;
  ELSIF found IS NULL THEN said := 'new';
  ELSE
    said := 'ask_unit';
    -- The unit that works with the person, or was the last to; not one that only looked in.
    SELECT u.name INTO asked FROM people_grant g LEFT JOIN staff_membership m ON m.id = g.membership_id
      JOIN staff_unit u ON u.id = COALESCE(g.unit_id, m.unit_id)
     WHERE g.person_id = found AND g.scope IN ('plan', 'assistance')
       AND g.basis NOT IN ('emergency', 'supervision', 'hand_over', 'cover')
     ORDER BY (g.ends_at IS NULL OR g.ends_at > clock()) DESC, g.starts_at DESC, g.id DESC LIMIT 1;
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('search', 'people.find_number', found, 'log', jsonb_build_object('answer', said));
  RETURN QUERY SELECT said, CASE WHEN mine THEN found END, COALESCE(asked, '');
END $$;
GRANT EXECUTE ON FUNCTION people_find_number TO trappan_app;

-- A number that somebody has already, or of a day on which nobody who lives was born, is nobody's new number.
CREATE FUNCTION people_refuse_number(of_number text) RETURNS void
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF people_born(of_number) > today() OR people_born(of_number) < today() - interval '115 years 1 day' THEN
    RAISE EXCEPTION 'born' USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_born_then';
  END IF;
  IF people_whose(of_number) IS NOT NULL THEN
    RAISE EXCEPTION 'known' USING ERRCODE = 'check_violation', CONSTRAINT = 'number_is_known';
  END IF;
END $$;

-- The same person comes to carry another number (a reservnummer became a personnummer). For those who
-- register people alone: that a number is taken is an answer.
CREATE FUNCTION people_add_number(of_person bigint, of_number text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF NOT people_may_rectify(of_person) THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT people_registers() THEN
    RAISE EXCEPTION 'role may not' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_may_not_register';
  END IF;
  -- Whoever comes in to the own pages by the number before, in the same moment, has come in already, and is let out by
  -- the change, or waits for it (portal/sql/eid.sql).
  PERFORM FROM people_person p WHERE p.id = of_person FOR NO KEY UPDATE;
  PERFORM people_refuse_number(of_number);
  INSERT INTO people_number (person_id, number) VALUES (of_person, of_number);
END $$;
GRANT EXECUTE ON FUNCTION people_add_number TO trappan_app;

-- The day that a number says somebody was born; NULL where it says none (194 samordningsnummer).
CREATE FUNCTION people_born(of_number text) RETURNS date IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE d int := substr(of_number, 7, 2)::int;
BEGIN
  RETURN make_date(substr(of_number, 1, 4)::int, substr(of_number, 5, 2)::int,
    CASE WHEN d > 60 THEN d - 60 ELSE d END);
EXCEPTION WHEN datetime_field_overflow OR invalid_text_representation THEN RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION people_born TO trappan_app;

-- May the actor be told a person's numbers? Those who hold the plan, and those who register people and hold the
-- support: they wrote the number of everybody in the household.
CREATE FUNCTION people_tells_numbers(of_person bigint) RETURNS boolean
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT people_holds(of_person, 'plan') OR (people_registers() AND people_holds(of_person, 'assistance'))
$$;

-- The numbers of a person, the latest first, to those who may be told them. The column itself is nobody's to
-- read: who could filter by it would learn from EXPLAIN, or a clock, whether a hidden row has the number.
CREATE FUNCTION people_numbers(of_person bigint) RETURNS text[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT CASE WHEN people_tells_numbers(of_person) THEN ARRAY(SELECT n.number FROM people_number n
    WHERE n.person_id = of_person ORDER BY n.starts_on DESC, n.id DESC) END
$$;
GRANT EXECUTE ON FUNCTION people_numbers TO trappan_app;

-- The same numbers with the row of each, for whoever says that one of them is wrong.
CREATE FUNCTION people_carried(of_person bigint) RETURNS TABLE (id bigint, number text)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT n.id, n.number FROM people_number n WHERE n.person_id = of_person AND people_tells_numbers(of_person)
  ORDER BY n.starts_on DESC, n.id DESC
$$;
GRANT EXECUTE ON FUNCTION people_carried TO trappan_app;

-- Which people within the actor's reach have a number of this day of birth: who registers somebody is asked
-- whether it is one of them.
CREATE FUNCTION people_born_on(on_day date) RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT DISTINCT n.person_id FROM people_number n
  WHERE n.number >= to_char(on_day, 'YYYYMMDD') AND n.number < to_char(on_day + 1, 'YYYYMMDD')
    AND people_registers() AND people_holds(n.person_id, 'plan')
$$;
GRANT EXECUTE ON FUNCTION people_born_on TO trappan_app;
