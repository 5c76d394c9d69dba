-- The units to which the head may hand all of the own unit over: open ones of the same kind, secrecy and municipality,
-- of which an administrator has said that they come after it. So it takes two: one says where to, one hands over.
CREATE FUNCTION cases_units_after() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT u.id FROM staff_unit mine JOIN staff_succession s ON s.before_id = mine.id
  JOIN staff_unit u ON u.id = s.unit_id
  WHERE secrecy_role() = 'head_of_unit' AND mine.id = current_unit()
    AND mine.kind IN ('social_service', 'labour_market')
    AND (u.kind, u.regime, u.organisation_id) = (mine.kind, mine.regime, mine.organisation_id)
    AND u.starts_on <= today() AND u.ends_on IS NULL
$$;
GRANT EXECUTE ON FUNCTION cases_units_after TO trappan_app;

-- Whom the own unit knows as a unit: never somebody protected, who is known by name alone.
CREATE FUNCTION cases_known_to_unit() RETURNS bigint[]
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT COALESCE(array_agg(DISTINCT g.person_id), '{}') FROM people_grant g
  WHERE secrecy_role() = 'head_of_unit' AND g.unit_id = current_unit()
    AND g.basis IN ('application', 'assignment', 'import') AND (g.ends_at IS NULL OR g.ends_at > clock())
$$;

-- What would go, in numbers: open cases of the unit or of whom it knows, and those people; and whether its social
-- workers have open cases by name alone, which they hand over themselves. Told once there is a unit to hand over to,
-- and of the last no number: by its changing one would see on which day somebody's identity was protected.
CREATE FUNCTION cases_of_own_unit() RETURNS TABLE (cases int, people int, by_name boolean)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT (SELECT count(*)::int FROM cases_case k LEFT JOIN staff_membership m ON m.id = k.social_worker_id
      WHERE k.closed_on IS NULL AND (k.unit_id = current_unit()
        OR (m.unit_id = current_unit() AND k.person_id = ANY ((SELECT cases_known_to_unit())::bigint[])))),
    cardinality(cases_known_to_unit()),
    EXISTS (SELECT FROM cases_case k JOIN staff_membership m ON m.id = k.social_worker_id
        AND m.unit_id = current_unit() JOIN people_person p ON p.id = k.person_id AND p.shielded
      WHERE k.closed_on IS NULL AND EXISTS (SELECT FROM people_grant g WHERE g.person_id = k.person_id
        AND g.membership_id = m.id AND secrecy_lasts(g.basis) AND (g.ends_at IS NULL OR g.ends_at > clock())))
  WHERE secrecy_role() = 'head_of_unit' AND EXISTS (SELECT FROM cases_units_after())
$$;
GRANT EXECUTE ON FUNCTION cases_of_own_unit TO trappan_app;

-- All of the own unit goes to one that comes after it, at once. Its cases are nobody's there until that unit's head has
-- handed them out; who had them reads on for the rules' days. What the unit knew as a unit, the other then knows, and
-- an application that waits, waits there. Whom only a name opens is opened to nobody.
CREATE FUNCTION cases_hand_unit_over(to_unit bigint) RETURNS TABLE (cases int, people int)
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  k cases_case; known bigint[]; gone bigint[] := '{}'; went int; days int := rule('hand_over_days', today())::int;
BEGIN
  -- In the same order as whoever closes either of them, or says anew what comes after what.
  PERFORM staff_lock_succession();
  IF to_unit IS NULL OR to_unit NOT IN (SELECT cases_units_after()) THEN
    RAISE EXCEPTION 'after' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_comes_after_own';
  END IF;
  -- Who also works with cases there would read, through that, what takes a reason and a second person.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.unit_id = to_unit AND m.colleague_id = current_colleague()
      AND m.role <> 'head_of_unit' AND (m.ends_on IS NULL OR m.ends_on > today())) THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  went := (SELECT o.cases FROM cases_of_own_unit() o);
  FOR k IN SELECT c.* FROM cases_case c WHERE c.unit_id = current_unit() AND c.closed_on IS NULL
    ORDER BY c.id FOR UPDATE
  LOOP
    UPDATE cases_case SET unit_id = to_unit, responsible_id = NULL WHERE id = k.id RETURNING * INTO k;
    PERFORM cases_withdraw_offers(k.id, 'responsible');
    PERFORM cases_unseat(k, 'responsible');
    gone := gone || k.person_id;
  END LOOP;
  known := cases_known_to_unit();
  IF gone = '{}' AND known = '{}' THEN
    RAISE EXCEPTION 'nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_has_something_left';
  END IF;
  PERFORM cases_withdraw_offers(c.id, 'social_worker') FROM cases_case c
    JOIN staff_membership m ON m.id = c.social_worker_id AND m.unit_id = current_unit()
   WHERE c.person_id = ANY (known) AND c.closed_on IS NULL;
  WITH ended AS (
    UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
     WHERE g.unit_id = current_unit() AND g.person_id = ANY (known)
       AND g.basis IN ('application', 'assignment', 'import') AND (g.ends_at IS NULL OR g.ends_at > clock())
    RETURNING g.person_id, g.scope, g.basis)
  INSERT INTO people_grant (person_id, unit_id, scope, basis, reason, sort)
  SELECT DISTINCT e.person_id, to_unit, e.scope, e.basis, '', '' FROM ended e
  WHERE NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = e.person_id AND g.unit_id = to_unit
    AND g.scope = e.scope AND g.basis = e.basis AND (g.ends_at IS NULL OR g.ends_at > clock()));
  -- Its social workers read on what was theirs.
  WITH ended AS (
    UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock()) FROM staff_membership m
     WHERE m.id = g.membership_id AND m.unit_id = current_unit() AND g.person_id = ANY (known)
       AND g.basis IN ('application', 'assignment', 'import') AND (g.ends_at IS NULL OR g.ends_at > clock())
    RETURNING g.person_id, g.membership_id, g.scope),
  had AS (
    SELECT * FROM ended
    UNION SELECT c.person_id, c.social_worker_id, s FROM cases_case c, unnest(cases_seat_scopes('social_worker')) s
    WHERE c.person_id = ANY (known) AND c.closed_on IS NULL)
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort)
  SELECT h.person_id, m.id, h.scope, 'hand_over', '', clock() + make_interval(days => days), ''
  FROM had h JOIN staff_membership m ON m.id = h.membership_id AND m.unit_id = current_unit() AND staff_in_force(m)
  WHERE days > 0;
  PERFORM cases_applications_follow(current_unit(), to_unit);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  SELECT DISTINCT 'write', 'cases.hand_unit_over', p, 'plan', jsonb_build_object('unit', to_unit)
  FROM unnest(gone || known) p;
  RETURN QUERY SELECT went, cardinality(known);
END $$;
GRANT EXECUTE ON FUNCTION cases_hand_unit_over TO trappan_app;
