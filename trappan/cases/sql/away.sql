-- The meetings to come of colleagues of the unit who are away that day, or have left by then: to the head, by case
-- number, as the cases to hand out are. Whose, when and how; never with whom, or what about.
CREATE FUNCTION cases_meetings_to_cover()
RETURNS TABLE (meeting_id bigint, number text, membership_id bigint, role text, colleague text,
  starts_at timestamptz, ends_at timestamptz, how text, away_until date)
STABLE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE sql AS $$
  SELECT t.id, k.number, m.id, m.role, c.given_name || ' ' || c.family_name, t.starts_at, t.ends_at, t.how, a.ends_on
  FROM staff_membership m JOIN cases_meeting t ON t.colleague_id = m.id AND t.outcome = '' AND t.starts_at > clock()
  JOIN cases_case k ON k.id = t.case_id JOIN staff_colleague c ON c.id = m.colleague_id
  LEFT JOIN staff_away a ON a.membership_id = m.id
    AND a.starts_on <= stockholm_day(t.starts_at) AND stockholm_day(t.starts_at) < a.ends_on
  WHERE secrecy_role() = 'head_of_unit' AND m.unit_id = current_unit()
    AND (a.id IS NOT NULL OR m.ends_on <= stockholm_day(t.starts_at))
  ORDER BY t.starts_at, t.id
$$;
GRANT EXECUTE ON FUNCTION cases_meetings_to_cover TO trappan_app;

-- One of them, for the head's functions below.
CREATE FUNCTION cases_meeting_to_cover(of_meeting bigint) RETURNS cases_meeting
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE t cases_meeting;
BEGIN
  SELECT * INTO t FROM cases_meeting m WHERE m.id = of_meeting FOR UPDATE;
  IF NOT EXISTS (SELECT FROM cases_meetings_to_cover() c WHERE c.meeting_id = of_meeting) THEN
    RAISE EXCEPTION 'cover' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_a_meeting_to_cover';
  END IF;
  RETURN t;
END $$;

CREATE FUNCTION cases_cancel_for_away(of_meeting bigint) RETURNS void
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE t cases_meeting := cases_meeting_to_cover(of_meeting);
BEGIN
  UPDATE cases_meeting SET outcome = 'cancelled' WHERE id = t.id;
  INSERT INTO history_event (kind, verb, person_id, scope, details)
  VALUES ('write', 'cases.cancel_for_away', t.person_id, 'plan', jsonb_build_object('meeting', t.id));
END $$;
GRANT EXECUTE ON FUNCTION cases_cancel_for_away TO trappan_app;

-- Move it in time, to another colleague of the unit in the same role, or both. Who gets it from another reads the
-- file until the days of a hand-over after the meeting have passed, and writes the meeting and notes of her own: a
-- cover, which is no part in the case. Only of a case of the unit, from a colleague who works with the person, and
-- never of a protected person: there somebody gets it who has been let in by name already.
CREATE FUNCTION cases_move_for_away(of_meeting bigint, to_time timestamptz, to_membership bigint) RETURNS bigint
VOLATILE SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
DECLARE
  t cases_meeting := cases_meeting_to_cover(of_meeting); made bigint; knows boolean;
  until timestamptz := to_time + (t.ends_at - t.starts_at);
BEGIN
  IF to_time <= clock() THEN
    RAISE EXCEPTION 'past' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_is_to_come';
  END IF;
  IF NOT EXISTS (SELECT FROM staff_membership m JOIN staff_membership before ON before.id = t.colleague_id
      AND before.role = m.role WHERE m.id = to_membership AND m.unit_id = current_unit() AND staff_in_force(m)
      AND (m.ends_on IS NULL OR stockholm_day(to_time) < m.ends_on)) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_may_not_hold';
  END IF;
  IF to_time > clock() + interval '90 days' THEN
    RAISE EXCEPTION 'far' USING ERRCODE = 'check_violation', CONSTRAINT = 'meeting_within_ninety_days';
  END IF;
  knows := EXISTS (SELECT FROM people_grant g WHERE g.person_id = t.person_id AND g.membership_id = to_membership
    AND g.scope = 'plan' AND secrecy_lasts(g.basis) AND g.starts_at <= clock()
    AND (g.ends_at IS NULL OR g.ends_at > to_time));
  IF to_membership <> t.colleague_id AND NOT knows AND NOT EXISTS (
      SELECT FROM people_grant g JOIN cases_case k ON k.id = t.case_id AND k.unit_id = current_unit()
      WHERE g.person_id = t.person_id AND g.membership_id = t.colleague_id AND g.scope = 'plan' AND NOT g.shielded
        AND secrecy_lasts(g.basis) AND g.starts_at <= clock() AND (g.ends_at IS NULL OR g.ends_at > clock())) THEN
    RAISE EXCEPTION 'receiver' USING ERRCODE = 'check_violation', CONSTRAINT = 'receiver_knows_the_person';
  END IF;
  -- A head who also is a consultant would read, through that, what takes a reason and a second person.
  IF EXISTS (SELECT FROM staff_membership m WHERE m.id = to_membership AND m.colleague_id = current_colleague()) THEN
    RAISE EXCEPTION 'not to oneself' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_to_oneself';
  END IF;
  IF staff_is_away(to_membership, stockholm_day(to_time)) THEN
    RAISE EXCEPTION 'away' USING ERRCODE = 'check_violation', CONSTRAINT = 'colleague_is_away';
  END IF;
  UPDATE cases_meeting SET outcome = 'moved' WHERE id = t.id;
  INSERT INTO cases_meeting (person_id, case_id, colleague_id, starts_at, ends_at, how, place, purpose, interpreter,
    outcome, moved_from_id)
  VALUES (t.person_id, t.case_id, to_membership, to_time, until, t.how, t.place, t.purpose, t.interpreter, '', t.id)
  RETURNING id INTO made;
  IF to_membership <> t.colleague_id AND NOT knows THEN
    INSERT INTO people_grant (person_id, membership_id, scope, basis, reason, ends_at, sort)
    VALUES (t.person_id, to_membership, 'plan', 'cover', '',
      until + make_interval(days => rule('hand_over_days', today())::int), '');
  END IF;
  INSERT INTO history_event (kind, verb, person_id, scope, details) VALUES ('write', 'cases.move_for_away',
    t.person_id, 'plan', jsonb_build_object('meeting', t.id, 'moved_to', made, 'to', to_membership));
  RETURN made;
END $$;
GRANT EXECUTE ON FUNCTION cases_move_for_away TO trappan_app;

-- A cover ends with its reason: the meeting is cancelled or moved on, the case is closed, or the person is protected.
CREATE FUNCTION cases_end_cover() RETURNS trigger
SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  UPDATE people_grant g SET ends_at = GREATEST(g.starts_at, clock())
   WHERE g.basis = 'cover' AND (g.ends_at IS NULL OR g.ends_at > clock())
     AND g.person_id = (to_jsonb(NEW)->>TG_ARGV[0])::bigint
     AND (TG_TABLE_NAME <> 'cases_meeting' OR g.membership_id = (to_jsonb(OLD)->>'colleague_id')::bigint);
  RETURN NULL;
END $$;

CREATE TRIGGER end_cover AFTER UPDATE OF outcome ON cases_meeting FOR EACH ROW
  WHEN (OLD.outcome = '' AND NEW.outcome IN ('cancelled', 'moved')) EXECUTE FUNCTION cases_end_cover('person_id');

CREATE TRIGGER end_cover AFTER UPDATE OF closed_on ON cases_case FOR EACH ROW
  WHEN (OLD.closed_on IS NULL AND NEW.closed_on IS NOT NULL) EXECUTE FUNCTION cases_end_cover('person_id');

CREATE TRIGGER end_cover AFTER UPDATE OF protection ON people_person FOR EACH ROW
  WHEN (OLD.protection = 'none' AND NEW.protection <> 'none') EXECUTE FUNCTION cases_end_cover('id');
