-- What stands in the way of closing a unit on a day, in numbers: open cases, people whom no other unit knows, people
-- who have a place there afterwards, and units that belong to it. For whoever keeps the unit.
CREATE FUNCTION placements_left_in(of_unit bigint, on_day date)
RETURNS TABLE (cases int, people int, placed int, parts int)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  WITH here AS (SELECT m.id FROM staff_membership m WHERE m.unit_id = of_unit),
  open_cases AS (
    SELECT k.person_id FROM cases_case k WHERE k.closed_on IS NULL
      AND (k.unit_id = of_unit OR k.responsible_id IN (SELECT id FROM here)
        -- Who decided on it, and whose unit has handed all of it over, is named until somebody there has taken it over.
        OR (k.social_worker_id IN (SELECT id FROM here) AND EXISTS (SELECT FROM people_grant g
          WHERE g.person_id = k.person_id AND secrecy_lasts(g.basis) AND (g.ends_at IS NULL OR g.ends_at > clock())
            AND (g.unit_id = of_unit OR g.membership_id IN (SELECT id FROM here)))))
  ), known AS (
    SELECT DISTINCT g.person_id FROM people_grant g
    WHERE (g.unit_id = of_unit OR g.membership_id IN (SELECT id FROM here)) AND secrecy_lasts(g.basis)
      AND g.basis <> 'placement' AND (g.ends_at IS NULL OR g.ends_at > clock())
  )
  SELECT (SELECT count(*)::int FROM open_cases),
    (SELECT count(*)::int FROM known n WHERE n.person_id NOT IN (SELECT o.person_id FROM open_cases o)
      AND NOT EXISTS (SELECT FROM people_grant o LEFT JOIN staff_membership m ON m.id = o.membership_id
        WHERE o.person_id = n.person_id AND COALESCE(o.unit_id, m.unit_id) <> of_unit AND secrecy_lasts(o.basis)
          AND o.basis <> 'placement' AND (o.ends_at IS NULL OR o.ends_at > clock()))),
    (SELECT count(DISTINCT s.seat)::int FROM activities_seatuse s
      JOIN activities_activity a ON a.id = s.activity_id AND a.unit_id = of_unit
      WHERE (s.ends_on IS NULL OR s.ends_on > on_day) AND s.ends_on IS DISTINCT FROM s.starts_on),
    (SELECT count(*)::int FROM staff_unit u WHERE u.parent_id = of_unit AND (u.ends_on IS NULL OR u.ends_on > on_day))
  WHERE staff_keeps_unit(of_unit)
$$;
GRANT EXECUTE ON FUNCTION placements_left_in TO trappan_app;

-- A unit closes: its memberships and activities end that day, and another may come after it. Not with people in it.
-- The unions are informed before, by the head's word (partnerships/sql/closing.sql).
-- Nothing comes in meanwhile: the row is locked, and what refers to it waits (staff_refuse_closed_unit).
CREATE FUNCTION placements_close_unit(of_unit bigint, on_day date, next_unit bigint) RETURNS int
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE u staff_unit; touched int;
BEGIN
  PERFORM staff_refuse_unkept(staff_keeps_unit(of_unit) AND (next_unit IS NULL OR staff_keeps_unit(next_unit)));
  PERFORM staff_lock_succession();
  SELECT * INTO STRICT u FROM staff_unit WHERE id = of_unit FOR UPDATE;
  IF of_unit = current_unit() THEN
    RAISE EXCEPTION 'own' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_the_own_unit';
  END IF;
  IF u.ends_on <= today() OR on_day <= u.starts_on OR on_day < today() THEN
    RAISE EXCEPTION 'day' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_closes_from_today';
  END IF;
  IF EXISTS (SELECT FROM placements_left_in(of_unit, on_day) l WHERE l.cases + l.people + l.placed + l.parts > 0) THEN
    RAISE EXCEPTION 'people' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_is_empty';
  END IF;
  IF NOT partnerships_is_informed(of_unit, on_day) THEN
    RAISE EXCEPTION 'unions' USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_closing_waits_for_mbl';
  END IF;
  UPDATE staff_user SET epoch = epoch + 1 WHERE colleague_id IN (SELECT m.colleague_id FROM staff_membership m
    WHERE m.unit_id = of_unit AND (m.ends_on IS NULL OR m.ends_on > on_day));
  UPDATE staff_membership SET ends_on = GREATEST(starts_on, on_day)
   WHERE unit_id = of_unit AND (ends_on IS NULL OR ends_on > on_day);
  GET DIAGNOSTICS touched = ROW_COUNT;
  UPDATE activities_activity SET ends_on = GREATEST(starts_on + 1, on_day)
   WHERE unit_id = of_unit AND (ends_on IS NULL OR ends_on > on_day);
  UPDATE staff_unit SET ends_on = on_day WHERE id = of_unit;
  IF next_unit IS NOT NULL THEN
    INSERT INTO staff_succession (unit_id, before_id) SELECT next_unit, of_unit
      WHERE NOT EXISTS (SELECT FROM staff_succession s WHERE s.unit_id = next_unit AND s.before_id = of_unit);
  END IF;
  RETURN touched;
END $$;
GRANT EXECUTE ON FUNCTION placements_close_unit TO trappan_app;
