-- The head gives a case of the own unit to one of its consultants, by case number; who had it reads on.
CREATE FUNCTION cases_reassign(of_number text, to_membership bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE number = of_number AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'head_of_unit' OR k.unit_id <> current_unit() THEN
    RAISE EXCEPTION 'no such case' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_case_of_the_unit';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.role = 'consultant'
      AND m.unit_id = k.unit_id AND staff_in_force(m)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  -- A head who also is a consultant would read, through that, what takes a reason and a second person.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  PERFORM cases_seat(k, to_membership);
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'cases.reassign', k.person_id, 'plan', jsonb_build_object('to', to_membership));
  RETURN k.id;
END $$;
GRANT EXECUTE ON FUNCTION cases_reassign TO trappan_app;

-- Which scopes a seat of a case opens, and what role sits in it.
CREATE FUNCTION cases_seat_scopes(of_seat text) RETURNS text[] IMMUTABLE LANGUAGE sql
RETURN CASE of_seat WHEN 'responsible' THEN ARRAY['plan', 'requirement'] ELSE ARRAY['plan', 'assistance'] END;
GRANT EXECUTE ON FUNCTION cases_seat_scopes TO trappan_app;

CREATE FUNCTION cases_seat_role(of_seat text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN CASE of_seat WHEN 'responsible' THEN 'consultant' ELSE 'social_worker' END;
GRANT EXECUTE ON FUNCTION cases_seat_role TO trappan_app;

-- May this membership sit in this seat of a case at that unit? A consultant of the municipality, or
-- a social worker of the giver's own unit or of one that comes after it, in force today.
CREATE FUNCTION cases_may_sit(of_seat text, of_membership bigint, beside bigint) RETURNS boolean
STABLE LANGUAGE sql
RETURN EXISTS (SELECT FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN staff_unit giver ON giver.id = beside
  WHERE m.id = of_membership AND m.role = cases_seat_role(of_seat) AND staff_in_force(m)
    AND u.organisation_id = giver.organisation_id AND (of_seat = 'responsible' OR u.id = giver.id
      OR EXISTS (SELECT FROM staff_succession s WHERE s.unit_id = u.id AND s.before_id = giver.id)));
GRANT EXECUTE ON FUNCTION cases_may_sit TO trappan_app;

-- What was given out by a social worker or a head is the receiver's at once; it waits for a receipt.
CREATE FUNCTION cases_given_out(k cases_case) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  PERFORM cases_withdraw_offers(k.id, 'responsible');
  IF k.responsible_id <> current_actor() THEN
    INSERT INTO cases_handover (person_id, case_id, seat, receiver_id, note)
    VALUES (k.person_id, k.id, 'responsible', k.responsible_id, '');
  END IF;
END $$;

-- Let whoever sat there before read on for the rules' days what they could read, and write no more;
-- their meetings to come, and those that nobody has told the end of, go over where there is room.
CREATE FUNCTION cases_unseat(k cases_case, of_seat text) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  days int := rule('hand_over_days', today())::int; before bigint; booked bigint;
  sits bigint := CASE of_seat WHEN 'responsible' THEN k.responsible_id ELSE k.social_worker_id END;
BEGIN
  FOR before IN SELECT DISTINCT g.membership_id FROM people_grant g JOIN staff_membership m ON m.id = g.membership_id
    WHERE g.person_id = k.person_id AND g.basis IN ('assignment', 'application', 'import') AND g.scope = 'plan'
      AND m.role = cases_seat_role(of_seat) AND g.membership_id IS DISTINCT FROM sits
      AND (g.ends_at IS NULL OR g.ends_at > clock())
  LOOP
    WITH ended AS (
      UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
       WHERE person_id = k.person_id AND membership_id = before
         AND basis IN ('assignment', 'application', 'import', 'hand_over') AND (ends_at IS NULL OR ends_at > clock())
      RETURNING scope)
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort)
    SELECT DISTINCT k.person_id, m.id, e.scope, 'hand_over', '', clock() + make_interval(days => days), ''
    FROM ended e, staff_membership m WHERE m.id = before AND staff_in_force(m) AND days > 0;
  END LOOP;
  -- Also of who had it before it was nobody's: of everybody in that role who now only reads.
  FOR booked IN SELECT t.id FROM cases_meeting t JOIN staff_membership m ON m.id = t.colleague_id
      AND m.role = cases_seat_role(of_seat)
    WHERE t.case_id = k.id AND t.outcome = '' AND t.colleague_id <> sits AND NOT EXISTS (
      SELECT FROM people_grant g WHERE g.person_id = k.person_id AND g.membership_id = m.id AND g.basis <> 'hand_over'
        AND g.scope = 'plan' AND (g.ends_at IS NULL OR g.ends_at > clock()))
      AND NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = k.person_id AND g.unit_id = m.unit_id
        AND g.scope = 'plan' AND (g.ends_at IS NULL OR g.ends_at > clock()))
  LOOP
    BEGIN
      UPDATE cases_meeting SET colleague_id = sits WHERE id = booked;
    EXCEPTION WHEN exclusion_violation THEN NULL;
    END;
  END LOOP;
END $$;

-- How many open cases each consultant of the own municipality has: numbers, of nobody.
CREATE FUNCTION cases_had() RETURNS TABLE (membership_id bigint, cases bigint)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT m.id, count(k.id) FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN staff_unit mine ON mine.id = current_unit() AND mine.organisation_id = u.organisation_id
  LEFT JOIN cases_case k ON k.responsible_id = m.id AND k.closed_on IS NULL
  WHERE secrecy_role() IN ('social_worker', 'head_of_unit') AND m.role = 'consultant' AND staff_in_force(m)
  GROUP BY m.id
$$;
GRANT EXECUTE ON FUNCTION cases_had TO trappan_app;

-- Whoever works with the person as its social worker makes a consultant of the chosen unit responsible.
CREATE FUNCTION cases_assign(of_case bigint, in_unit bigint, to_membership bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR secrecy_role() IS DISTINCT FROM 'social_worker' OR NOT people_works_with(k.person_id, 'plan')
     OR NOT people_works_with(k.person_id, 'requirement') THEN
    RAISE EXCEPTION 'not held' USING ERRCODE = 'check_violation', CONSTRAINT = 'scope_not_held';
  END IF;
  IF NOT cases_may_sit('responsible', to_membership, current_unit()) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.unit_id = in_unit) THEN
    RAISE EXCEPTION 'unit' USING ERRCODE = 'check_violation', CONSTRAINT = 'consultant_of_the_unit';
  END IF;
  PERFORM cases_seat(k, to_membership);
END $$;
GRANT EXECUTE ON FUNCTION cases_assign TO trappan_app;

-- Seat a consultant: grants, unit, receipt to be noted; who had it reads on.
CREATE FUNCTION cases_seat(k cases_case, to_membership bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF k.responsible_id = to_membership THEN RETURN; END IF;
  UPDATE people_grant SET ends_at = GREATEST(starts_at, clock())
   WHERE person_id = k.person_id AND membership_id = to_membership AND basis = 'hand_over'
     AND (ends_at IS NULL OR ends_at > clock());
  INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, sort)
  SELECT k.person_id, to_membership, s, 'assignment', '', '' FROM unnest(cases_seat_scopes('responsible')) s;
  UPDATE cases_case SET responsible_id = to_membership,
    unit_id = (SELECT m.unit_id FROM staff_membership m WHERE m.id = to_membership)
   WHERE id = k.id RETURNING * INTO k;
  PERFORM cases_given_out(k);
  PERFORM cases_unseat(k, 'responsible');
END $$;

-- Which open cases a social worker of the unit may take over: those of a colleague who has left there, and those of a
-- unit that this one came after, once it has let go of the person or has closed. Ids only; the rows are then read under
-- the policies.
CREATE FUNCTION cases_to_take_over() RETURNS SETOF bigint
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT k.id FROM staff_membership m JOIN staff_unit u ON u.id = m.unit_id
  JOIN cases_case k ON k.social_worker_id = m.id AND k.closed_on IS NULL
  WHERE secrecy_role() = 'social_worker' AND ((m.unit_id = current_unit() AND NOT staff_in_force(m))
    OR (EXISTS (SELECT FROM staff_succession s WHERE s.unit_id = current_unit() AND s.before_id = u.id)
      AND (u.ends_on <= today() OR NOT EXISTS (SELECT FROM people_grant g WHERE g.person_id = k.person_id
        AND secrecy_lasts(g.basis) AND (g.ends_at IS NULL OR g.ends_at > clock())
        AND (g.unit_id = u.id OR g.membership_id = m.id)))))
$$;
GRANT EXECUTE ON FUNCTION cases_to_take_over TO trappan_app;

-- A social worker of the unit takes over what a colleague decided on who has left there, or whose unit has let go.
CREATE FUNCTION cases_take_over(of_case bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE k cases_case;
BEGIN
  SELECT * INTO k FROM cases_case WHERE id = of_case AND closed_on IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT cases_may_sit('social_worker', current_actor(), current_unit())
     OR NOT people_works_with(k.person_id, 'assistance')
     OR (k.social_worker_id IS NOT NULL AND k.id NOT IN (SELECT cases_to_take_over())) THEN
    RAISE EXCEPTION 'sits' USING ERRCODE = 'check_violation', CONSTRAINT = 'social_worker_has_left';
  END IF;
  UPDATE cases_case SET social_worker_id = current_actor() WHERE id = k.id;
END $$;
GRANT EXECUTE ON FUNCTION cases_take_over TO trappan_app;
